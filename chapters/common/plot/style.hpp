/// @file
/// The style that all figures and graphs share: colours, dashes, markers, and how text is written.
///
/// Text (labels, titles, legends) is taken as it stands, in UTF-8: "σ′(z)", "∂E/∂w", "x_1 & 50 %".
/// The only markup is `_{…}` for a subscript and `^{…}` for a superscript, as in "w_{11}" and
/// "10^{-3}". A line break is `\n`. A hyphen that begins a number is drawn as a minus sign, so
/// numbers can come from fmt::format as they are.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace workbook {

/// The palette of Okabe and Ito, which colour-blind readers can tell apart. What a colour stands
/// for is the same in the whole book: meaning.hpp.
enum class Color {
    automatic, ///< the n-th series of a panel takes the n-th colour
    black,
    orange,
    sky,
    green,
    yellow,
    blue,
    vermilion,
    purple,
    grey,
    light_grey,
    white
};

/// Dash patterns, by which lines differ even without colour.
enum class Dash {
    automatic, ///< the n-th line with a label takes the n-th dash; without a label: solid
    solid,
    dashed,
    dotted,
    dash_dot,
    long_dashed
};

/// The symbol drawn at a point; filled unless its name says open.
enum class Marker {
    automatic, ///< none on a line; the n-th set of points takes the n-th marker
    none,
    circle,
    square,
    triangle,
    diamond,
    inverted_triangle,
    cross,
    plus,
    open_circle,
    open_square,
    open_triangle,
    open_diamond,
    dot
};

/// How one series is drawn. Name only what differs, in this order:
/// `{.label = "AND", .color = Color::blue, .dash = Dash::dashed}`.
struct Style {
    std::string label = {}; ///< its name in the legend and the CSV; empty: no legend
    Color color = Color::automatic;
    Dash dash = Dash::automatic;
    Marker marker = Marker::automatic; ///< if a line has one, its points are drawn too
    double width = 2.0;                ///< of lines, in pixels
    double size = 1.0;                 ///< of markers, 1 is about 8 pixels
    double opacity = 0.0;              ///< 0 to 1; 0: automatic, 0.3 for areas, 1 for the rest
};

/// Where a text stands relative to its point.
enum class Align { left, centre, right };

/// How a text in a plot is written, e.g. `{.align = Align::left, .dx = 8}`.
struct TextStyle {
    Align align = Align::centre;
    Color color = Color::black;
    double dx = 0.0;       ///< moved to the right, in pixels
    double dy = 0.0;       ///< moved up, in pixels
    double size = 1.0;     ///< 1 is the size of the axis numbers
    bool boxed = false;    ///< on a white background, for text that lies over lines
    double rotation = 0.0; ///< degrees counter-clockwise
};

/// "#0072b2" and so on; automatic is black.
std::string hex(Color color);

/// The colour for letters: darker where the colour itself is too pale to be read on white.
std::string text_hex(Color color);

/// The colour on a dark page, and that for letters there.
std::string dark_hex(Color color);
std::string dark_text_hex(Color color);

/// What is behind a figure on a dark page.
inline const std::string dark_paper = "#1c1d1f";

/// A colour mixed with white: fraction 1 is the colour itself, 0 is white.
std::string tint(Color color, double fraction);

/// The same on a dark page: mixed with what is behind the figure there.
std::string dark_tint(Color color, double fraction);

/// The colour, dash and marker that the n-th series gets when it asks for none.
Color automatic_color(std::size_t series);
Dash automatic_dash(std::size_t series);
Marker automatic_marker(std::size_t series);

/// A text, split where a subscript or superscript begins or ends.
struct TextPiece {
    enum class Level { base, subscript, superscript };
    std::string text;
    Level level = Level::base;
};
std::vector<TextPiece> pieces(const std::string& text);

/// The approximate width of the longest line of a text in pixels: good enough to find room for it.
double text_width(const std::string& text, double font_size);

/// The font of all figures, and the fonts that a browser falls back on.
inline const std::string font_family = "DejaVu Sans";
inline const std::string font_fallback = "DejaVu Sans, Verdana, sans-serif";

} // namespace workbook
