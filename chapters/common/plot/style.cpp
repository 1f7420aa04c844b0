#include "common/plot/style.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace workbook {

namespace {

struct Rgb {
    int red, green, blue;
};

/// A colour of the palette for lines and areas and for letters, on a light and on a dark page.
struct Inks {
    const char* line;
    const char* text;
    const char* dark_line;
    const char* dark_text;
};

Inks inks(Color color)
{
    switch (color) {
    case Color::automatic:
    case Color::black: return {"#000000", "#000000", "#e4e5e7", "#e4e5e7"};
    case Color::orange: return {"#e69f00", "#8f6200", "#f0b030", "#f0b84a"};
    case Color::sky: return {"#56b4e9", "#1a6f9f", "#8ccdf2", "#8ccdf2"};
    case Color::green: return {"#009e73", "#007654", "#1fb98c", "#3bcaa0"};
    case Color::yellow: return {"#f0e442", "#6f6800", "#f0e442", "#f0e442"};
    case Color::blue: return {"#0072b2", "#0069a4", "#3f9fdd", "#62b3e8"};
    case Color::vermilion: return {"#d55e00", "#b34f00", "#ee7c2b", "#f39150"};
    case Color::purple: return {"#cc79a7", "#a04a79", "#d88ab5", "#e09fc3"};
    case Color::grey: return {"#777777", "#636363", "#96989b", "#a9abae"};
    case Color::light_grey: return {"#cccccc", "#757575", "#4d5054", "#96989b"};
    case Color::white: return {"#ffffff", "#ffffff", dark_paper.c_str(), dark_paper.c_str()};
    }
    return {};
}

Rgb rgb(const std::string& hex)
{
    const auto channel = [&hex](std::size_t at) {
        return std::stoi(hex.substr(at, 2), nullptr, 16);
    };
    return {channel(1), channel(3), channel(5)};
}

std::string mixed(const std::string& color, const std::string& paper, double fraction)
{
    const auto mix = [fraction](int ink, int behind) {
        return static_cast<int>(std::lround(behind + fraction * (ink - behind))) & 0xff;
    };
    const Rgb a = rgb(color);
    const Rgb b = rgb(paper);
    char text[8];
    std::snprintf(text, sizeof text, "#%02x%02x%02x", mix(a.red, b.red), mix(a.green, b.green),
                  mix(a.blue, b.blue));
    return text;
}

template <class Value, std::size_t count>
Value cycle(const std::array<Value, count>& values, std::size_t series)
{
    return values[series % count];
}

} // namespace

std::string hex(Color color)
{
    return inks(color).line;
}

std::string text_hex(Color color)
{
    return inks(color).text;
}

std::string dark_hex(Color color)
{
    return inks(color).dark_line;
}

std::string dark_text_hex(Color color)
{
    return inks(color).dark_text;
}

std::string tint(Color color, double fraction)
{
    return mixed(hex(color), hex(Color::white), fraction);
}

std::string dark_tint(Color color, double fraction)
{
    return mixed(dark_hex(color), dark_paper, fraction);
}

Color automatic_color(std::size_t series)
{
    // No yellow: it is hard to see on white. Neighbours also differ in lightness.
    return cycle(std::array{Color::blue, Color::vermilion, Color::green, Color::orange,
                            Color::purple, Color::sky, Color::black},
                 series);
}

Dash automatic_dash(std::size_t series)
{
    return cycle(
        std::array{Dash::solid, Dash::dashed, Dash::dash_dot, Dash::dotted, Dash::long_dashed},
        series);
}

Marker automatic_marker(std::size_t series)
{
    return cycle(std::array{Marker::circle, Marker::square, Marker::triangle, Marker::diamond,
                            Marker::inverted_triangle, Marker::cross, Marker::plus},
                 series);
}

namespace {

// Hyphens that begin a number, as minus signs: "w = -0.5", "(-1, 2)", but "2-2-1" as it is.
std::string with_minus_signs(const std::string& text)
{
    const std::string digits = "0123456789.";
    const std::string before = " \n([{,=<>≤≥";
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool begins = i == 0 || before.find(text[i - 1]) != std::string::npos;
        const bool number = i + 1 < text.size() && digits.find(text[i + 1]) != std::string::npos;
        if (text[i] == '-' && begins && number)
            out += "−";
        else
            out += text[i];
    }
    return out;
}

} // namespace

std::vector<TextPiece> pieces(const std::string& raw_text)
{
    const std::string text = with_minus_signs(raw_text);
    using Level = TextPiece::Level;
    std::vector<TextPiece> result{{}};
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool script =
            (text[i] == '_' || text[i] == '^') && i + 1 < text.size() && text[i + 1] == '{';
        const std::size_t end = script ? text.find('}', i) : std::string::npos;
        if (end == std::string::npos) {
            if (result.back().level != Level::base)
                result.push_back({});
            result.back().text += text[i];
            continue;
        }
        result.push_back({text.substr(i + 2, end - i - 2),
                          text[i] == '_' ? Level::subscript : Level::superscript});
        i = end;
    }
    return result;
}

namespace {

// The widths of DejaVu Sans, roughly, as fractions of its size.
double letter_width(unsigned char first_byte)
{
    const std::string narrow = "iljI'|.,:;()[]! ";
    const std::string slender = "frt-/\"";
    const std::string wide = "mwMW%@";
    const auto in = [first_byte](const std::string& letters) {
        return letters.find(static_cast<char>(first_byte)) != std::string::npos;
    };
    if (first_byte >= 0xe3u) // Korean
        return 1.0;
    if (first_byte >= 0x80u || (first_byte >= 'A' && first_byte <= 'Z' && !in(wide) && !in(narrow)))
        return 0.7;
    return in(narrow) ? 0.34 : in(slender) ? 0.42 : in(wide) ? 0.95 : 0.62;
}

} // namespace

double text_width(const std::string& text, double font_size)
{
    double widest = 0.0;
    double width = 0.0;
    for (const TextPiece& piece : pieces(text)) {
        for (const char c : piece.text) {
            const auto byte = static_cast<unsigned char>(c);
            if (c == '\n')
                width = 0.0;
            else if ((byte & 0xc0u) != 0x80u) // a new character, not a continuation byte
                width += (piece.level == TextPiece::Level::base ? 1.0 : 0.8) * letter_width(byte);
            widest = std::max(widest, width);
        }
    }
    return widest * font_size;
}

} // namespace workbook
