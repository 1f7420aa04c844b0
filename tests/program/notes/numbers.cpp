#include "notes/numbers.hpp"

#include "notes/regex_text.hpp"

#include <boost/algorithm/string/classification.hpp>
#include <boost/algorithm/string/join.hpp>
#include <boost/algorithm/string/split.hpp>
#include <boost/algorithm/string/trim.hpp>
#include <fmt/format.h>

#include <array>
#include <regex>
#include <vector>

namespace workbook {

std::string typeset_number(const std::string& number, bool in_formula)
{
    static const std::regex pattern(R"(([+-]?)([0-9.]+)(?:e([+-]?)0*([0-9]+))?)");
    std::smatch parts;
    if (number == "inf" || number == "-inf") {
        const char* infinity = in_formula ? "\\infty" : "∞";
        return (number == "inf" ? "" : in_formula ? "-" : "−") + std::string(infinity);
    }
    if (!std::regex_match(number, parts, pattern)) {
        return number;
    }
    const std::string minus = in_formula ? "-" : "−";
    const std::string sign = parts[1] == "-" ? minus : "";
    std::string mantissa = parts[2];
    const std::string exponent = parts[4];
    if (!exponent.empty() && mantissa.find_first_not_of("0.") == std::string::npos) {
        return "0"; // not 0.00·10⁰
    }
    if (exponent.empty() || exponent == "0") {
        return sign + mantissa;
    }
    if (mantissa == "1") {
        mantissa.clear(); // 10⁻⁶, not 1·10⁻⁶
    }
    if (in_formula) {
        return fmt::format("{}{}{}10^{{{}{}}}", sign, mantissa, mantissa.empty() ? "" : " \\cdot ",
                           parts[3] == "-" ? "-" : "", exponent);
    }
    static const std::array<const char*, 10> raised{"⁰", "¹", "²", "³", "⁴",
                                                    "⁵", "⁶", "⁷", "⁸", "⁹"};
    std::string text = fmt::format("{}{}{}10{}", sign, mantissa, mantissa.empty() ? "" : "·",
                                   parts[3] == "-" ? "⁻" : "");
    for (const char digit : exponent) {
        text += raised.at(static_cast<std::size_t>(digit - '0'));
    }
    return text;
}

std::string typeset_table(const std::string& markdown)
{
    static const std::regex number(
        R"((^|[ (])(-?(?:[0-9][0-9.]*(?:e[+-]?[0-9]+)?|inf))(?=[ ,)]|$))");
    static const std::regex subscript(R"((σ|\b[A-Za-z])_([a-z]+)\b)");
    // The first two lines are the head.
    std::vector<std::string> lines;
    boost::split(lines, boost::trim_copy(markdown), boost::is_any_of("\n"));
    if (!lines.empty() && lines.front().find('`') == std::string::npos) {
        lines.front() = std::regex_replace(lines.front(), subscript, "$1<sub>$2</sub>");
    }
    for (std::size_t i = 2; i < lines.size(); ++i) {
        lines[i] = replace_matches(lines[i], number, [](const std::smatch& match) {
            return match[1].str() + typeset_number(match[2], false);
        });
    }
    return boost::join(lines, "\n");
}

} // namespace workbook
