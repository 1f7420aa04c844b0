#include "grade/clean_text.hpp"

#include <boost/algorithm/string/trim.hpp>
#include <boost/locale/utf.hpp>
#include <fmt/format.h>

#include <algorithm>

namespace workbook {
namespace {

using traits = boost::locale::utf::utf_traits<char>;

bool is_between(unsigned int point, unsigned int first, unsigned int last)
{
    return first <= point && point <= last;
}

/// Marks and overrides of writing direction, and zero-width characters, which can make two names
/// look the same. The joiners U+200C and U+200D stay: Persian names and emoji need them.
bool is_invisible(unsigned int point)
{
    return point == 0x00AD || point == 0x061C || point == 0x180E || point == 0x200B ||
           is_between(point, 0x200E, 0x200F) || is_between(point, 0x2028, 0x202E) ||
           is_between(point, 0x2060, 0x206F) || point == 0xFEFF ||
           is_between(point, 0xFFF9, 0xFFFB) || is_between(point, 0xE0000, 0xE007F);
}

/// Characters that no text should contain: C1 controls, and the two non-characters that XML
/// forbids.
bool is_senseless(unsigned int point)
{
    return is_between(point, 0x80, 0x9F) || point == 0xFFFE || point == 0xFFFF;
}

std::string utf8(unsigned int point)
{
    std::string bytes;
    traits::encode(point, std::back_inserter(bytes));
    return bytes;
}

/// What is shown for a character; `bytes` is its UTF-8 encoding.
std::string shown_as(unsigned int point, const std::string& bytes)
{
    constexpr unsigned int pictures = 0x2400; // of U+0000, U+0001, … in the same order
    if (point == '\t' || point == '\n') {
        return bytes;
    }
    if (point < 0x20) {
        return utf8(pictures + point);
    }
    if (point == 0x7F) {
        return utf8(pictures + 0x21);
    }
    if (is_senseless(point)) {
        return utf8(0xFFFD);
    }
    return is_invisible(point) ? fmt::format("[U+{:04X}]", point) : bytes;
}

} // namespace

std::string clean_text(const std::string& text)
{
    std::string result;
    result.reserve(text.size());
    for (auto at = text.begin(); at != text.end();) {
        const auto start = at;
        const unsigned int point = traits::decode(at, text.end());
        if (point == boost::locale::utf::illegal || point == boost::locale::utf::incomplete) {
            at = start + 1; // the next byte may begin a valid character
            result += utf8(0xFFFD);
        } else if (point == '\r' && at != text.end() && *at == '\n') {
            continue;
        } else {
            result += shown_as(point, std::string(start, at));
        }
    }
    return result;
}

std::string clean_line(const std::string& text)
{
    std::string line = clean_text(text);
    std::replace_if(line.begin(), line.end(), [](char c) { return c == '\n' || c == '\t'; }, ' ');
    boost::trim(line);
    return line;
}

std::string shortened(const std::string& text, std::size_t letters)
{
    std::size_t count = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool begins_letter = (static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U;
        if (begins_letter && ++count > letters) {
            return text.substr(0, i) + "…";
        }
    }
    return text;
}

std::string first_lines(const std::string& text, std::size_t lines)
{
    std::size_t end = 0;
    for (std::size_t i = 0; i < lines; ++i) {
        const std::size_t next = text.find('\n', end);
        if (next == std::string::npos) {
            return text;
        }
        end = next + 1;
    }
    return text.substr(0, end);
}

std::size_t all_lines(const std::string& text)
{
    const auto ends = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
    return ends + (text.empty() || text.back() == '\n' ? 0 : 1);
}

} // namespace workbook
