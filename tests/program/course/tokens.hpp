/// @file
/// The words of C++ source text, so that two pieces of code can be compared whatever their line
/// breaks and blanks.
#pragma once

#include <string_view>
#include <vector>

namespace workbook {

/// A name, a number, a string, an operator or a bracket.
struct Token {
    std::string_view text;
    std::size_t begin; ///< its place in the source

    std::size_t end() const { return begin + text.size(); }
};

/// The tokens of `source`, without comments. They point into it.
std::vector<Token> tokens_of(std::string_view source);

/// Where `pattern` stands in `tokens`, token by token: the indices of its first tokens.
std::vector<std::size_t> places_of(const std::vector<Token>& pattern,
                                   const std::vector<Token>& tokens);

} // namespace workbook
