#include "course/how_it_is_saved.hpp"

#include "course/encoding.hpp"

#include <boost/algorithm/string/predicate.hpp>
#include <boost/locale/encoding_utf.hpp>
#include <boost/locale/utf.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace workbook {
namespace {

constexpr const char* how_to_save =
    "save it as UTF-8 (in VS Code a click on the encoding at the bottom, then “Save with "
    "Encoding”; in other editors “Save as …”)";

std::string position(const std::string& text, std::size_t offset)
{
    const auto line = 1 + std::count(text.begin(), text.begin() + static_cast<long>(offset), '\n');
    const auto start = text.rfind('\n', offset == 0 ? 0 : offset - 1);
    const auto column = start == std::string::npos || offset == 0 ? offset + 1 : offset - start;
    return fmt::format("line {}, byte {} of the line", line, column);
}

/// The position of the first byte that is not valid UTF-8, or npos.
std::size_t first_bad_byte(const std::string& text)
{
    using traits = boost::locale::utf::utf_traits<char>;
    auto at = text.begin();
    while (at != text.end()) {
        const auto start = at;
        const auto point = traits::decode(at, text.end());
        if (point == boost::locale::utf::illegal || point == boost::locale::utf::incomplete) {
            return static_cast<std::size_t>(start - text.begin());
        }
    }
    return std::string::npos;
}

/// What it is saved in if that has zeros between the letters: "UTF-16", "UTF-32", or "".
std::string wide_encoding(const std::string& text)
{
    using namespace std::string_view_literals;
    const auto zeros = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\0'));
    const bool is_32 = boost::starts_with(text, "\xFF\xFE\0\0"sv) ||
                       boost::starts_with(text, "\0\0\xFE\xFF"sv) || zeros * 10 > text.size() * 7;
    // A few bytes with a zero among them are no evidence.
    constexpr std::size_t evident = 16;
    const bool has_mark =
        boost::starts_with(text, "\xFF\xFE") || boost::starts_with(text, "\xFE\xFF");
    if (text.size() < evident && !has_mark) {
        return "";
    }
    const std::string from = as_utf8(text).from;
    return is_32 ? "UTF-32" : from == "UTF-16" ? from : "";
}

/// What an encoding of one or two bytes for a letter may be. A western text can be read as Korean
/// too, but then it has few letters of Hangul.
std::string narrow_encoding(const std::string& text)
{
    const Recoded korean = as_utf8(text);
    std::size_t foreign = 0;
    std::size_t hangul = 0;
    for (const char32_t point : boost::locale::conv::utf_to_utf<char32_t>(korean.text)) {
        foreign += point >= 0x80 ? 1 : 0;
        hangul += point >= 0xAC00 && point <= 0xD7A3 ? 1 : 0;
    }
    return !korean.from.empty() && hangul * 2 >= foreign ? korean.from : "Windows-1252 or Latin-1";
}

/// The first line end of an old Mac: a CR that no LF follows. To a compiler it is a blank, and what
/// an editor shows in the next line may belong to a comment.
std::size_t first_lone_return(const std::string& text)
{
    for (std::size_t at = 0; (at = text.find('\r', at)) != std::string::npos;) {
        const std::size_t next = text.find_first_not_of('\r', at);
        if (next != std::string::npos && text[next] != '\n') {
            return at;
        }
        at = next;
    }
    return std::string::npos;
}

} // namespace

bool is_utf8(const std::string& text)
{
    return first_bad_byte(text) == std::string::npos;
}

std::string fault_of_saving(const std::string& text)
{
    if (const std::string encoding = wide_encoding(text); !encoding.empty()) {
        return fmt::format("is saved as {}, which compilers do not read: {}", encoding,
                           how_to_save);
    }
    if (const auto zero = text.find('\0'); zero != std::string::npos) {
        return fmt::format("holds a NUL byte ({}), which no text has: copy what is text into a "
                           "new file",
                           position(text, zero));
    }
    if (const auto bad = first_bad_byte(text); bad != std::string::npos) {
        return fmt::format("is not UTF-8 ({}) but looks like {}: {}", position(text, bad),
                           narrow_encoding(text), how_to_save);
    }
    if (const auto lone = first_lone_return(text); lone != std::string::npos) {
        return fmt::format("has line ends of an old Mac, a CR alone ({}): save it with the line "
                           "ends LF or CRLF (in VS Code a click on CR at the bottom)",
                           position(text, lone));
    }
    return "";
}

} // namespace workbook
