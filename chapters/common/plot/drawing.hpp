/// @file
/// What a Figure has been asked to draw, as plain data: gnuplot.cpp turns it into pictures and
/// csv.cpp into a table.
#pragma once

#include "common/plot/figure.hpp"

#include <optional>

namespace workbook {

/// The kinds of things a panel can hold. In brackets: the columns of their data.
enum class Kind {
    line,       ///< x, y
    points,     ///< x, y
    steps,      ///< x, y
    area,       ///< x, low, high
    shape,      ///< x, y; the last point is the first
    impulses,   ///< x, y
    bars,       ///< x, y, width
    bar_chart,  ///< x (number of the category), y; words: the categories
    horizontal, ///< y
    vertical,   ///< x
    text,       ///< x, y; words: the text
    arrows,     ///< x, y, dx, dy
    heat_map,   ///< x, y, value
    contour,    ///< x, y, level; a gap between lines
    regions,    ///< x, y, class
    image,      ///< x, y, value (centres of the pixels)
    surface,    ///< x, y, z
    line_3d,    ///< x, y, z
    points_3d,  ///< x, y, z
    text_3d     ///< x, y, z; words: the text
};

using NamedNumbers = std::pair<std::string, std::vector<double>>;

/// One thing that has been drawn, with no automatic style left.
struct Series {
    Kind kind = Kind::line;
    std::string name; ///< its label, or its kind and number
    Style style = {};
    std::vector<NamedNumbers> columns;   ///< all of the same length
    std::vector<std::string> words = {}; ///< texts or categories, one for each row
    TextStyle text_style = {};
    std::vector<Color> colors = {};       ///< of regions
    std::vector<std::string> labels = {}; ///< of regions
    std::size_t width = 0;                ///< columns of the grid of a surface, map or image
    std::size_t height = 0;               ///< its rows
    std::size_t group = 0;                ///< which of the bar charts of the panel this is
};

struct Axis {
    std::string label = {};
    std::optional<std::pair<double, double>> range = {};
    bool logarithmic = false;
    bool own_tics = false;
    std::vector<std::pair<double, std::string>> tics = {}; ///< empty words: the number itself
};

struct Panel {
    std::string title = {};
    Axis x = {};
    Axis y = {};
    Axis z = {};
    bool equal_aspect = false;
    bool axes = true;
    bool zero_lines = false;
    bool skipped = false;   ///< an empty cell of the grid
    bool downwards = false; ///< y grows downwards, as rows do
    Legend legend = Legend::automatic;
    double elevation = 60.0;
    double azimuth = 30.0;
    std::optional<ColorScale> scale = {};
    std::vector<Series> series = {};

    bool three_dimensional() const;
};

struct Drawing {
    int width = 0; ///< 0: from the grid
    int height = 0;
    double font_size = 13.0; ///< pixels; the text around a figure has 16
    std::size_t rows = 1;
    std::size_t columns = 1;
    std::size_t columns_on_phone = 0; ///< 0: from the panels
    bool one_legend = false;          ///< above all panels, in place of each panel's own
    std::vector<Panel> panels = {};
    std::vector<Drawing> frames = {}; ///< of an animation
    Animation animation = {};

    bool animated() const { return !frames.empty(); }

    /// Width and height in pixels.
    std::pair<int, int> size() const;

    /// The scale that all maps of several panels share, if they do: its bar is drawn once, below
    /// the panels.
    std::optional<ColorScale> shared_scale() const;

    /// What stands still: the drawing itself, or an animation's stills side by side.
    Drawing still() const;

    /// The same set for a medium: its size, the size of its letters, how many panels are side by
    /// side. A drawing that is narrow enough for a phone keeps its size there.
    Drawing fitted(Medium medium) const;
};

/// One stop of a palette's gradient from 0 to 1; its colour is "#rrggbb".
struct PaletteStop {
    double at;
    const char* color;
};
std::vector<PaletteStop> stops(Palette palette);

/// A palette's colour at a fraction between 0 and 1.
std::string color_at(Palette palette, double fraction);

/// Whether that colour is so dark that text on it must be white.
bool is_dark(Palette palette, double fraction);

} // namespace workbook
