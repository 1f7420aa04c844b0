#include "common/system/text.hpp"

#include <boost/algorithm/string/replace.hpp>
#include <boost/algorithm/string/split.hpp>
#include <boost/locale/utf.hpp>

#include <algorithm>

namespace workbook {
namespace {

bool is_combining(char32_t c)
{
    return (c >= 0x0300 && c <= 0x036F) || (c >= 0x200B && c <= 0x200F) ||
           (c >= 0x20D0 && c <= 0x20FF) || (c >= 0xFE00 && c <= 0xFE0F);
}

bool is_wide(char32_t c)
{
    return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) ||
           (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) ||
           (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60) ||
           (c >= 0x1F300 && c <= 0x1FAFF) || (c >= 0x20000 && c <= 0x3FFFD);
}

} // namespace

std::vector<std::string> lines_of(const std::string& text)
{
    std::vector<std::string> lines;
    boost::split(lines, text, [](char c) { return c == '\n'; });
    return lines;
}

std::string line_at(const std::string& text, std::size_t number)
{
    const auto lines = lines_of(text);
    return number >= 1 && number <= lines.size() ? lines[number - 1] : "";
}

std::size_t display_width(char32_t character)
{
    return is_combining(character) ? 0 : is_wide(character) ? 2 : 1;
}

std::size_t display_width(const std::string& text)
{
    using traits = boost::locale::utf::utf_traits<char>;
    std::size_t width = 0;
    for (auto at = text.begin(); at != text.end();) {
        width += display_width(static_cast<char32_t>(traits::decode(at, text.end())));
    }
    return width;
}

std::string harmless(const std::string& text, std::size_t columns)
{
    using traits = boost::locale::utf::utf_traits<char>;
    std::string result;
    std::size_t taken = 0;
    for (auto at = text.begin(); at != text.end();) {
        const auto start = at;
        const unsigned int point = traits::decode(at, text.end());
        const bool turns_around = (point >= 0x202A && point <= 0x202E) ||
                                  (point >= 0x2066 && point <= 0x2069); // the text after it
        const bool is_control = point < 0x20 || (point >= 0x7F && point < 0xA0) || turns_around;
        const bool is_broken =
            point == boost::locale::utf::illegal || point == boost::locale::utf::incomplete;
        // A letter may carry any number of accents, which take no place of their own.
        taken += std::max<std::size_t>(1, display_width(static_cast<char32_t>(point)));
        if (taken > columns) {
            return result + "…";
        }
        result += point == '\t' ? " " : is_control || is_broken ? "?" : std::string(start, at);
    }
    return result;
}

std::string escaped_markup(const std::string& text, std::string_view quotes)
{
    std::string result;
    result.reserve(text.size());
    for (const char c : text) {
        const bool is_escaped_quote = quotes.find(c) != std::string_view::npos;
        switch (c) {
        case '&': result += "&amp;"; break;
        case '<': result += "&lt;"; break;
        case '>': result += "&gt;"; break;
        case '"': result += is_escaped_quote ? "&quot;" : "\""; break;
        case '\'': result += is_escaped_quote ? "&#39;" : "'"; break;
        default: result += c;
        }
    }
    return result;
}

std::string csv_field(const std::string& text)
{
    if (text.find_first_of(",\"\r\n") == std::string::npos) {
        return text;
    }
    return '"' + boost::replace_all_copy(text, "\"", "\"\"") + '"';
}

} // namespace workbook
