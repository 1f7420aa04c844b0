#include "course/tokens.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

namespace workbook {
namespace {

bool is_name(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return std::isalnum(byte) != 0 || c == '_' || byte >= 0x80;
}

/// One past the string or character that begins at `from`, or the end of its line: a quote that is
/// never closed must not swallow the lines after it.
std::size_t past_quotes(std::string_view source, std::size_t from)
{
    std::size_t at = from + 1;
    while (at < source.size() && source[at] != source[from]) {
        if (source[at] == '\n') {
            return at;
        }
        at += source[at] == '\\' ? 2 : 1;
    }
    return std::min(at + 1, source.size());
}

/// One past the quotes of R"mark(…)mark" that begin at `from`.
std::size_t past_raw_quotes(std::string_view source, std::size_t from)
{
    const std::size_t bracket = std::min(source.find('(', from), source.size());
    const std::string end = ")" + std::string(source.substr(from + 1, bracket - from - 1)) + "\"";
    const std::size_t found = source.find(end, bracket);
    return found == std::string_view::npos ? source.size() : found + end.size();
}

/// Whether quotes that begin at `from` are those of R"(…)", by the word before them.
bool are_raw(const std::vector<Token>& before, std::size_t from)
{
    static constexpr std::array<std::string_view, 5> marks{"R", "u8R", "uR", "UR", "LR"};
    return !before.empty() && before.back().end() == from &&
           std::find(marks.begin(), marks.end(), before.back().text) != marks.end();
}

/// One past the number that begins at `from`: 1, 0.5, 1e-12, 1'000.
std::size_t past_number(std::string_view source, std::size_t from)
{
    std::size_t at = from;
    while (at < source.size()) {
        const bool sign_of_exponent = (source[at] == '+' || source[at] == '-') &&
                                      (source[at - 1] == 'e' || source[at - 1] == 'E');
        if (!is_name(source[at]) && source[at] != '.' && source[at] != '\'' && !sign_of_exponent) {
            break;
        }
        ++at;
    }
    return at;
}

/// The length of the operator that begins there: the longest that fits.
std::size_t operator_size(std::string_view rest)
{
    static constexpr std::array<std::string_view, 22> operators{
        "<<=", ">>=", "<=>", "...", "::", "->", "++", "--", "+=", "-=", "*=",
        "/=",  "%=",  "&=",  "|=",  "==", "!=", "<=", ">=", "&&", "||", "<<"};
    const auto fits = std::find_if(operators.begin(), operators.end(),
                                   [&](std::string_view sign) { return rest.starts_with(sign); });
    return fits == operators.end() ? 1 : fits->size();
}

} // namespace

std::vector<Token> tokens_of(std::string_view source)
{
    std::vector<Token> tokens;
    for (std::size_t at = 0; at < source.size();) {
        const char c = source[at];
        const bool number = std::isdigit(static_cast<unsigned char>(c)) != 0 ||
                            (c == '.' && at + 1 < source.size() &&
                             std::isdigit(static_cast<unsigned char>(source[at + 1])) != 0);
        std::size_t end = at;
        if (std::isspace(static_cast<unsigned char>(c)) != 0) {
            ++at;
            continue;
        }
        if (source.substr(at).starts_with("//")) {
            at = std::min(source.find('\n', at), source.size());
            continue;
        }
        if (source.substr(at).starts_with("/*")) {
            const std::size_t close = source.find("*/", at + 2);
            at = close == std::string_view::npos ? source.size() : close + 2;
            continue;
        }
        if (c == '"' && are_raw(tokens, at)) {
            end = past_raw_quotes(source, at);
        } else if (c == '"' || c == '\'') {
            end = past_quotes(source, at);
        } else if (number) {
            end = past_number(source, at);
        } else if (is_name(c)) {
            end = static_cast<std::size_t>(
                std::find_if_not(source.begin() + static_cast<long>(at), source.end(), is_name) -
                source.begin());
        } else {
            end = at + operator_size(source.substr(at));
        }
        tokens.push_back({source.substr(at, end - at), at});
        at = end;
    }
    return tokens;
}

std::vector<std::size_t> places_of(const std::vector<Token>& pattern,
                                   const std::vector<Token>& tokens)
{
    std::vector<std::size_t> places;
    const auto same = [](const Token& a, const Token& b) { return a.text == b.text; };
    for (auto from = tokens.begin();; ++from) {
        from = std::search(from, tokens.end(), pattern.begin(), pattern.end(), same);
        if (from == tokens.end() || pattern.empty()) {
            return places;
        }
        places.push_back(static_cast<std::size_t>(from - tokens.begin()));
    }
}

} // namespace workbook
