/// @file
/// The one look of all figures and graphs: colours, dashes, markers, and how text is written.
///
/// Text (labels, titles, legends) is taken as it stands, in UTF-8: "σ′(z)", "∂E/∂w", "x_1 & 50 %".
/// Only this is read as more than letters: `_{…}` is a subscript and `^{…}` a superscript,
/// as in "w_{11}" and "10^{-3}". A line break is `\n`. A hyphen that begins a number is drawn as a
/// minus sign, so numbers can come from fmt::format as they are.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace workbook {

/// The palette of Okabe and Ito, which colour-blind readers can tell apart.
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

/// How a line is broken, so that lines differ without colour too.
enum class Dash {
    automatic, ///< the n-th line with a label takes the n-th dash; without a label: solid
    solid,
    dashed,
    dotted,
    dash_dot,
    long_dashed
};

/// The sign that stands for a point; filled unless its name says open.
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
    Marker marker = Marker::automatic; ///< given to a line, the line has points too
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
    bool boxed = false;    ///< on a white ground, where it lies over lines
    double rotation = 0.0; ///< degrees counter-clockwise
};

/// "#0072b2" and so on; automatic is black.
std::string hex(Color color);

/// A colour mixed with white: share 1 is the colour itself, 0 is white.
std::string tint(Color color, double fraction);

/// The colour, dash and marker that the n-th series gets when it asks for none.
Color automatic_color(std::size_t series);
Dash automatic_dash(std::size_t series);
Marker automatic_marker(std::size_t series);

/// A text cut at its subscripts and superscripts.
struct TextPiece {
    enum class Level { base, subscript, superscript };
    std::string text;
    Level level = Level::base;
};
std::vector<TextPiece> pieces(const std::string& text);

/// About how wide the longest line of a text is, in pixels: enough to find room for it.
double text_width(const std::string& text, double font_size);

/// The font of everything, and what a browser takes if it is not there.
inline const std::string font_family = "DejaVu Sans";
inline const std::string font_fallback = "DejaVu Sans, Verdana, sans-serif";

} // namespace workbook
