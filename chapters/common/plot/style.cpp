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

Rgb rgb(Color color)
{
    switch (color) {
    case Color::automatic:
    case Color::black: return {0x00, 0x00, 0x00};
    case Color::orange: return {0xe6, 0x9f, 0x00};
    case Color::sky: return {0x56, 0xb4, 0xe9};
    case Color::green: return {0x00, 0x9e, 0x73};
    case Color::yellow: return {0xf0, 0xe4, 0x42};
    case Color::blue: return {0x00, 0x72, 0xb2};
    case Color::vermilion: return {0xd5, 0x5e, 0x00};
    case Color::purple: return {0xcc, 0x79, 0xa7};
    case Color::grey: return {0x77, 0x77, 0x77};
    case Color::light_grey: return {0xcc, 0xcc, 0xcc};
    case Color::white: return {0xff, 0xff, 0xff};
    }
    return {0, 0, 0};
}

std::string hex(const Rgb& c)
{
    char text[8];
    std::snprintf(text, sizeof text, "#%02x%02x%02x", c.red & 0xff, c.green & 0xff, c.blue & 0xff);
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
    return hex(rgb(color));
}

std::string tint(Color color, double fraction)
{
    const auto mixed = [fraction](int channel) {
        return static_cast<int>(std::lround(255.0 + fraction * (channel - 255.0)));
    };
    const Rgb c = rgb(color);
    return hex(Rgb{mixed(c.red), mixed(c.green), mixed(c.blue)});
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
                width += (piece.level == TextPiece::Level::base ? 1.0 : 0.75) *
                         (byte >= 0xe3u                ? 1.0
                          : byte == ' ' || byte == '.' ? 0.32
                                                       : 0.63);
            widest = std::max(widest, width);
        }
    }
    return widest * font_size;
}

} // namespace workbook
