#include "explain/foreign_characters.hpp"

#include "common/system/text.hpp"
#include "course/tokens.hpp"
#include "explain/around.hpp"

#include <boost/locale/utf.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <set>
#include <string_view>

namespace workbook {
namespace {

/// How a character misleads, which is how it is spoken of.
enum class Looks {
    like_a_key, ///< `advice` is the key
    like_a_blank,
    like_nothing,
    like_mathematics, ///< `advice` is how C++ writes it
};

struct Sign {
    char32_t point;
    Looks looks;
    const char* name;
    const char* advice = "";
};

constexpr const char* a_product = "a product is written with *";
constexpr const char* a_dot =
    "a product is written with *; that of two Vectors with its sum is dot(x, y)";
constexpr const char* by_entry = "a product entry by entry is written with *";
constexpr const char* a_quotient = "a quotient is written with /";
constexpr const char* no_operator = "there is no such operator";

/// Characters that have more to be said of them than their kind (see `told_by_kind`) tells.
constexpr std::array signs{
    Sign{0x2010, Looks::like_a_key, "hyphen", "-"},
    Sign{0x2011, Looks::like_a_key, "no-break hyphen", "-"},
    Sign{0x2012, Looks::like_a_key, "figure dash", "-"},
    Sign{0x2013, Looks::like_a_key, "en dash", "-"},
    Sign{0x2014, Looks::like_a_key, "em dash", "-"},
    Sign{0x2015, Looks::like_a_key, "horizontal bar", "-"},
    Sign{0x2212, Looks::like_a_key, "minus sign", "-"},
    Sign{0x201C, Looks::like_a_key, "left double quote", "\""},
    Sign{0x201D, Looks::like_a_key, "right double quote", "\""},
    Sign{0x201E, Looks::like_a_key, "low double quote", "\""},
    Sign{0x00AB, Looks::like_a_key, "left angle quote", "\""},
    Sign{0x00BB, Looks::like_a_key, "right angle quote", "\""},
    Sign{0x2033, Looks::like_a_key, "double prime", "\""},
    Sign{0x2018, Looks::like_a_key, "left single quote", "'"},
    Sign{0x2019, Looks::like_a_key, "right single quote", "'"},
    Sign{0x201A, Looks::like_a_key, "low single quote", "'"},
    Sign{0x00B4, Looks::like_a_key, "acute accent", "'"},
    Sign{0x2026, Looks::like_a_key, "ellipsis", "..."},
    Sign{0x2217, Looks::like_a_key, "asterisk operator", "*"},
    Sign{0x2215, Looks::like_a_key, "division slash", "/"},
    Sign{0x2044, Looks::like_a_key, "fraction slash", "/"},
    Sign{0x2236, Looks::like_a_key, "ratio", ":"},
    Sign{0x2223, Looks::like_a_key, "divides", "|"},
    Sign{0x223C, Looks::like_a_key, "tilde operator", "~"},
    Sign{0x3001, Looks::like_a_key, "ideographic comma", ","},
    Sign{0x3002, Looks::like_a_key, "ideographic full stop", "."},

    Sign{0x00A0, Looks::like_a_blank, "no-break space"},
    Sign{0x2002, Looks::like_a_blank, "en space"},
    Sign{0x2003, Looks::like_a_blank, "em space"},
    Sign{0x2007, Looks::like_a_blank, "figure space"},
    Sign{0x2009, Looks::like_a_blank, "thin space"},
    Sign{0x202F, Looks::like_a_blank, "narrow no-break space"},
    Sign{0x205F, Looks::like_a_blank, "mathematical space"},
    Sign{0x3000, Looks::like_a_blank, "ideographic space"},
    Sign{0x3164, Looks::like_a_blank, "Hangul filler"},

    Sign{0x00AD, Looks::like_nothing, "soft hyphen"},
    Sign{0x061C, Looks::like_nothing, "Arabic letter mark"},
    Sign{0x200B, Looks::like_nothing, "zero-width space"},
    Sign{0x200C, Looks::like_nothing, "zero-width non-joiner"},
    Sign{0x200D, Looks::like_nothing, "zero-width joiner"},
    Sign{0x200E, Looks::like_nothing, "left-to-right mark"},
    Sign{0x200F, Looks::like_nothing, "right-to-left mark"},
    Sign{0x202A, Looks::like_nothing, "left-to-right embedding"},
    Sign{0x202B, Looks::like_nothing, "right-to-left embedding"},
    Sign{0x202C, Looks::like_nothing, "end of embedding"},
    Sign{0x202D, Looks::like_nothing, "left-to-right override"},
    Sign{0x202E, Looks::like_nothing, "right-to-left override"},
    Sign{0x2060, Looks::like_nothing, "word joiner"},
    Sign{0x2061, Looks::like_nothing, "function application"},
    Sign{0x2062, Looks::like_nothing, "invisible times"},
    Sign{0x2066, Looks::like_nothing, "left-to-right isolate"},
    Sign{0x2067, Looks::like_nothing, "right-to-left isolate"},
    Sign{0x2068, Looks::like_nothing, "first strong isolate"},
    Sign{0x2069, Looks::like_nothing, "end of isolate"},
    Sign{0xFE0F, Looks::like_nothing, "variation selector"},
    Sign{0xFEFF, Looks::like_nothing, "byte order mark"},

    Sign{0x00D7, Looks::like_mathematics, "multiplication sign", a_product},
    Sign{0x00B7, Looks::like_mathematics, "middle dot", a_dot},
    Sign{0x22C5, Looks::like_mathematics, "dot operator", a_dot},
    Sign{0x2219, Looks::like_mathematics, "bullet operator", a_dot},
    Sign{0x2022, Looks::like_mathematics, "bullet", a_product},
    Sign{0x2299, Looks::like_mathematics, "circled dot", by_entry},
    Sign{0x2218, Looks::like_mathematics, "ring", by_entry},
    Sign{0x00F7, Looks::like_mathematics, "division sign", a_quotient},
    Sign{0x00B1, Looks::like_mathematics, "plus-minus sign", no_operator},
    Sign{0x00B9, Looks::like_mathematics, "superscript one",
         "names and powers are written with ordinary digits"},
    Sign{0x00B2, Looks::like_mathematics, "superscript two",
         "a square is x * x for a number, xt::square(v) for a Vector or Matrix"},
    Sign{0x00B3, Looks::like_mathematics, "superscript three",
         "a cube is x * x * x for a number, xt::cube(v) for a Vector or Matrix"},
    Sign{0x1D40, Looks::like_mathematics, "superscript T", "a transpose is written transpose(A)"},
    Sign{0x22A4, Looks::like_mathematics, "sign of the transpose",
         "a transpose is written transpose(A)"},
    Sign{0x00BD, Looks::like_mathematics, "one half", "write 0.5"},
    Sign{0x00BC, Looks::like_mathematics, "one quarter", "write 0.25"},
    Sign{0x00BE, Looks::like_mathematics, "three quarters", "write 0.75"},
    Sign{0x221A, Looks::like_mathematics, "root",
         "write std::sqrt(x) for a number, xt::sqrt(v) for a Vector or Matrix"},
    Sign{0x2211, Looks::like_mathematics, "sum", "write xt::sum(v)()"},
    Sign{0x220F, Looks::like_mathematics, "product", "write xt::prod(v)()"},
    Sign{0x2202, Looks::like_mathematics, "partial derivative", "call the derivative dz, or slope"},
    Sign{0x2207, Looks::like_mathematics, "nabla", "call it gradient"},
    Sign{0x2264, Looks::like_mathematics, "less or equal", "write <="},
    Sign{0x2265, Looks::like_mathematics, "greater or equal", "write >="},
    Sign{0x2260, Looks::like_mathematics, "not equal", "write !="},
    Sign{0x2248, Looks::like_mathematics, "almost equal",
         "there is no such operator; std::abs(a - b) < 1e-9 compares nearly"},
    Sign{0x2190, Looks::like_mathematics, "left arrow", "write ="},
    Sign{0x2192, Looks::like_mathematics, "right arrow", no_operator},
    Sign{0x2227, Looks::like_mathematics, "and", "write &&"},
    Sign{0x2228, Looks::like_mathematics, "or", "write ||"},
    Sign{0x00AC, Looks::like_mathematics, "not sign", "write !"},
    Sign{0x2032, Looks::like_mathematics, "prime", "no name can have it: call it slope, or w_new"},
    Sign{0x221E, Looks::like_mathematics, "infinity",
         "write std::numeric_limits<double>::infinity()"},
};

/// Those of Unicode's categories whose characters a name may have.
constexpr std::array<std::string_view, 9> of_names{"Lu", "Ll", "Lt", "Lm", "Lo",
                                                   "Mn", "Mc", "Nl", "Pc"};

template <std::size_t count>
bool is_among(const std::string& category, const std::array<std::string_view, count>& list)
{
    return std::find(list.begin(), list.end(), category) != list.end();
}

/// What Unicode itself says it stands for, "" unless that is on the keyboard.
std::string key_for(char32_t point)
{
    std::string letter;
    boost::locale::utf::utf_traits<char>::encode(point, std::back_inserter(letter));
    const std::string key = plain_form(letter);
    const bool on_keyboard =
        std::all_of(key.begin(), key.end(), [](char c) { return c > ' ' && c <= '~'; });
    return on_keyboard ? key : "";
}

/// The digit that it is in another script. Unicode has the ten digits of a script in a row.
int digit(char32_t point)
{
    char32_t zero = point;
    while (category_of(zero - 1) == "Nd") {
        --zero;
    }
    return static_cast<int>((point - zero) % 10);
}

/// What is said of a character.
struct Words {
    Looks looks;
    std::string name;
    std::string advice;
};

/// What its kind tells of a character that is not listed.
Words told_by_kind(char32_t point)
{
    const std::string key = key_for(point);
    const auto is_between = [&](char32_t first, char32_t last) {
        return point >= first && point <= last;
    };
    if (is_between(0x2080, 0x209C) && !key.empty()) {
        return {Looks::like_mathematics, "an index",
                fmt::format("names are written with ordinary digits: w{0} or w_{0}", key)};
    }
    if (is_between(0x2070, 0x207F) && !key.empty()) {
        return {Looks::like_mathematics, "an exponent",
                "write std::pow(x, n) for a number, xt::pow(v, n) for a Vector or Matrix"};
    }
    if (!key.empty()) {
        return {Looks::like_a_key, is_between(0xFF01, 0xFF5E) ? "full-width " + key : "", key};
    }
    const std::string category = category_of(point);
    if (category == "Nd") {
        return {Looks::like_a_key, "a digit of another script", std::to_string(digit(point))};
    }
    if (category == "Pd") {
        return {Looks::like_a_key, "a dash", "-"};
    }
    if (category == "Pi" || category == "Pf") {
        return {Looks::like_a_key, "a quote", "\""};
    }
    constexpr std::array<std::string_view, 3> of_blanks{"Zs", "Zl", "Zp"};
    constexpr std::array<std::string_view, 4> of_nothing{"Cc", "Cf", "Cn", "Co"};
    return {is_among(category, of_blanks)    ? Looks::like_a_blank
            : is_among(category, of_nothing) ? Looks::like_nothing
                                             : Looks::like_mathematics,
            "", ""};
}

const Sign* listed(char32_t point)
{
    const auto found = std::find_if(signs.begin(), signs.end(),
                                    [&](const Sign& sign) { return sign.point == point; });
    return found == signs.end() ? nullptr : &*found;
}

bool is_foreign(char32_t point)
{
    return point >= 0x80 && (listed(point) != nullptr || !is_among(category_of(point), of_names) ||
                             !key_for(point).empty());
}

} // namespace

std::vector<ForeignCharacter> foreign_characters_in(const std::string& text)
{
    using traits = boost::locale::utf::utf_traits<char>;
    std::vector<ForeignCharacter> found;
    std::size_t line = 1;
    std::size_t column = 1;
    std::size_t width = 0;
    auto at = text.begin();
    // Goes on to a place, counting lines and characters.
    const auto go_to = [&](std::size_t place, bool is_code) {
        const auto end = text.begin() + static_cast<std::ptrdiff_t>(place);
        while (at < end) {
            const auto start = at;
            const auto point = static_cast<char32_t>(traits::decode(at, text.end()));
            // A byte order mark at the beginning of the file is none of its characters.
            const bool is_mark = point == 0xFEFF && start == text.begin();
            if (is_code && !is_mark && is_foreign(point)) {
                found.push_back({point, std::string(start, at), line, column, width});
            }
            if (point == '\n') {
                ++line;
                column = 1;
                width = 0;
            } else if (!is_mark) {
                ++column;
                width += display_width(point);
            }
        }
    };
    for (const Token& token : tokens_of(text)) {
        const bool is_quoted = token.text.front() == '"' || token.text.front() == '\'';
        go_to(token.begin, false);
        go_to(token.end(), !is_quoted);
    }
    return found;
}

std::string described(const ForeignCharacter& foreign, const std::string& place)
{
    const Sign* sign = listed(foreign.point);
    const Words words = sign != nullptr ? Words{sign->looks, sign->name, sign->advice}
                                        : told_by_kind(foreign.point);
    const std::string code =
        fmt::format("(U+{:04X}{}{}){}", static_cast<std::uint32_t>(foreign.point),
                    words.name.empty() ? "" : ", ", words.name, place);
    switch (words.looks) {
    case Looks::like_a_key:
        return fmt::format("“{}” {} is not the {} of the keyboard", foreign.letter, code,
                           words.advice);
    case Looks::like_a_blank:
        return fmt::format("the blank {} is not that of the keyboard: type it anew", code);
    case Looks::like_nothing:
        return fmt::format("a character that cannot be seen {} does not belong here: delete it, "
                           "or type the line anew",
                           code);
    case Looks::like_mathematics: break;
    }
    return fmt::format("“{}” {} is no sign of C++{}{}", foreign.letter, code,
                       words.advice.empty() ? "" : ": ", words.advice);
}

ForeignInLine foreign_in_line(const std::vector<ForeignCharacter>& all, std::size_t line)
{
    const auto first =
        std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.line == line; });
    if (first == all.end()) {
        return {nullptr, ""};
    }
    constexpr std::size_t most = 6;
    std::set<std::size_t> lines;
    for (auto other = all.begin(); other != all.end(); ++other) {
        if (other != first && lines.size() < most) {
            lines.insert(other->line);
        }
    }
    const std::size_t others = all.size() - 1;
    return {&*first, others == 0
                         ? ""
                         : fmt::format("{} more such character{} in line{} {}", others,
                                       others == 1 ? " is" : "s are", lines.size() == 1 ? "" : "s",
                                       fmt::join(lines, ", "))};
}

} // namespace workbook
