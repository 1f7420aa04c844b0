/// @file
/// Regular expressions behind a class: the templates of std::regex take seconds to compile, once
/// in pattern.cpp rather than in every file that looks for something.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace workbook {

/// Where a pattern fits, and what its groups hold: [0] the whole, [1] the first group …
struct PatternMatch {
    std::size_t position = 0; ///< in bytes from the start of the text
    std::vector<std::string> groups;

    const std::string& operator[](std::size_t group) const { return groups.at(group); }
};

/// A regular expression in the form of ECMAScript. Matching recurses over every character, so
/// texts that somebody else wrote are cut to some thousand characters first.
class Pattern {
public:
    /// @throws std::regex_error if `expression` is no regular expression
    Pattern(const std::string& expression);

    /// The match if the pattern fits the text from its start to its end.
    std::optional<PatternMatch> whole(const std::string& text) const;

    /// The first place in the text that the pattern fits.
    std::optional<PatternMatch> first_in(const std::string& text) const;

    /// All places, from left to right, without overlap.
    std::vector<PatternMatch> all_in(const std::string& text) const;

    /// The text with every place replaced; $1 in `replacement` is what the first group holds.
    std::string replaced_in(const std::string& text, const std::string& replacement) const;

private:
    struct Compiled;
    std::shared_ptr<const Compiled> compiled_;
};

} // namespace workbook
