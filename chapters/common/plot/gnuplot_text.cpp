#include "common/plot/gnuplot_text.hpp"

#include <cmath>

#include <fmt/format.h>

namespace workbook {

std::string gnuplot_string(const std::string& text)
{
    std::string out = "\"";
    const auto literal = [&out](const std::string& part) {
        for (const char c : part) {
            switch (c) {
            case '\n': out += "\\n"; break;
            case '"': out += "\\\""; break;
            case '`': out += "\\140"; break; // gnuplot would run the text as a command
            case '\\': out += "\\\\\\\\"; break;
            case '^':
            case '_':
            case '@':
            case '&':
            case '~':
            case '{':
            case '}':
                out += "\\\\";
                out += c;
                break;
            default: out += c;
            }
        }
    };
    for (const TextPiece& piece : pieces(text)) {
        if (piece.level != TextPiece::Level::base)
            out += piece.level == TextPiece::Level::subscript ? "_{" : "^{";
        literal(piece.text);
        if (piece.level != TextPiece::Level::base)
            out += "}";
    }
    return out + "\"";
}

namespace gnuplot {

namespace {

const char* dash(Dash dash)
{
    switch (dash) {
    case Dash::dashed: return "(8,5)";
    case Dash::dotted: return "(2,4)";
    case Dash::dash_dot: return "(10,4,2,4)";
    case Dash::long_dashed: return "(17,5)";
    default: return "1";
    }
}

int point_type(Marker marker)
{
    switch (marker) {
    case Marker::plus: return 1;
    case Marker::cross: return 2;
    case Marker::open_square: return 4;
    case Marker::square: return 5;
    case Marker::open_circle: return 6;
    case Marker::open_triangle: return 8;
    case Marker::triangle: return 9;
    case Marker::inverted_triangle: return 11;
    case Marker::open_diamond: return 12;
    case Marker::diamond: return 13;
    default: return 7;
    }
}

} // namespace

std::string number(double value)
{
    return std::isfinite(value) ? fmt::format("{:.9g}", value) : "NaN";
}

// gnuplot wants the opacity in front of "rrggbb", and there 00 is opaque.
std::string color_spec(const std::string& hex, double opacity)
{
    const auto clear = static_cast<unsigned>(std::lround(255.0 * (1.0 - opacity)));
    return clear == 0 ? fmt::format("rgb \"{}\"", hex)
                      : fmt::format("rgb \"#{:02x}{}\"", clear, hex.substr(1));
}

std::string color_spec(const Style& style)
{
    return color_spec(hex(style.color), style.opacity);
}

std::string channels(const std::string& hex)
{
    const auto channel = [&hex](std::size_t at) {
        return std::stoi(hex.substr(at, 2), nullptr, 16);
    };
    return fmt::format("{} {} {}", channel(1), channel(3), channel(5));
}

std::string stroke(const Style& style)
{
    return fmt::format("lw {:.4g} dt {} lc {}", style.width, dash(style.dash), color_spec(style));
}

std::string point(const Style& style)
{
    const double shrunk = style.marker == Marker::dot ? 0.4 : 1.0;
    return fmt::format("pt {} ps {:.4g}", point_type(style.marker), shrunk * style.size);
}

std::string title(const std::string& label)
{
    return label.empty() ? "notitle" : "title " + gnuplot_string(label);
}

} // namespace gnuplot

} // namespace workbook
