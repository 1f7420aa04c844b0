/// @file
/// Figure: plots in the one style of the workbook, drawn by gnuplot.
///
///     lab.figure({.name = "sigmoid", .caption = "…", .alt = "…", .source = "deck B"},
///                [&](Figure& figure) {
///                    figure.x_label("z");
///                    figure.y_label("f(z)");
///                    figure.function(sigmoid, -6, 6, {.label = "σ(z)"});
///                    figure.function(slope, -6, 6, {.label = "σ′(z)"});
///                    figure.horizontal(0.25, {.color = Color::grey, .dash = Dash::dotted});
///                });
///
/// Everything drawn goes to the current panel, in the order of the calls (later on top).
/// A figure is one panel unless `grid` and `panel` say otherwise:
///
///     figure.grid(1, 2);
///     figure.panel("AND");  figure.points(…);
///     figure.panel("XOR");  figure.points(…);
///
/// All that is drawn is also written to the figure's CSV (dense grids thinned: csv.hpp). A NaN
/// or an infinity is a gap in the drawing. The same calls give the same bytes.
#pragma once

#include "common/plot/data.hpp"
#include "common/plot/style.hpp"

#include <cstddef>
#include <functional>
#include <limits>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace workbook {

struct Drawing; // what has been drawn so far (drawing.hpp)

/// Where the labels of a panel's series are. The first five never cover data.
enum class Legend {
    automatic, ///< at the ends of the lines where these lie apart, else above (the default)
    ends,      ///< each label where its line ends, right of the plot; only for lines
    above,     ///< over the plot, side by side
    right,     ///< to the right of the plot, below each other
    below,     ///< under the x label, side by side
    none,
    top_left, ///< inside the plot: only where the plot is empty there
    top_right,
    bottom_left,
    bottom_right
};

/// Colour scales. Their lightness changes steadily (in `diverging`, on either side of the middle),
/// so they also work in grey.
enum class Palette {
    sequential,  ///< white to dark blue
    diverging,   ///< orange, white, blue, as class 0 and class 1; white is the middle of the range
    grey,        ///< black to white, as pictures
    inverse_grey ///< white to black, as ink
};

/// The colours of a heat map, picture or surface. NaN bounds: from the data.
struct ColorScale {
    Palette palette = Palette::sequential;
    double from = std::numeric_limits<double>::quiet_NaN();
    double to = std::numeric_limits<double>::quiet_NaN();
    std::string label = {}; ///< beside the colour bar
    bool bar = true;        ///< whether the colour bar is drawn
};

/// Classes that divide the plane, drawn as light tints.
struct Regions {
    std::vector<std::string> labels = {}; ///< legend entries for class 0, 1, …; empty: no legend
    std::vector<Color> colors = {Color::orange, Color::blue, Color::green, Color::purple};
    bool border = true; ///< a thin line where the class changes
};

/// The bins of a histogram. NaN bounds: from the data.
struct Bins {
    std::size_t count = 30;
    double from = std::numeric_limits<double>::quiet_NaN();
    double to = std::numeric_limits<double>::quiet_NaN();
    bool relative = false; ///< heights are relative frequencies instead of counts
};

/// Where a figure is seen. Every figure is drawn for all three: on a phone panels stand below each
/// other, on paper all is smaller but for the letters.
enum class Medium { page, phone, paper };

/// How an animation runs, and which frames stand for it in print.
struct Animation {
    double seconds_per_frame = 0.1;
    double hold = 1.5;                    ///< how long the last frame stays, seconds
    std::vector<std::size_t> stills = {}; ///< frames that print shows; empty: the last
};

class Figure {
public:
    explicit Figure(Medium medium = Medium::page);
    Figure(Figure&&) noexcept;
    Figure& operator=(Figure&&) noexcept;
    ~Figure();

    /// @name The whole figure
    ///@{
    void size(int width, int height); ///< in pixels; without it, chosen from the grid
    void grid(std::size_t rows, std::size_t columns); ///< panels, filled row by row
    void panel(const std::string& title);             ///< begins the next panel
    void skip_panel();                                ///< leaves the next cell of the grid empty

    /// How many panels stand side by side on a phone; without it, one if they are large.
    void columns_on_phone(std::size_t columns);

    /// One legend above all panels, each label once, in place of each panel's own. A line or points
    /// without data are an entry of it and nothing else.
    void one_legend();

    /// Whether this is drawn for a phone: 342 pixels wide. Most figures need not ask, because their
    /// panels are set anew for each medium. A drawing with texts at places of its own does: then
    /// its body is called once for each medium.
    bool on_phone();

    /// A GIF of `frames` pictures: `draw(frame, i)` is called once for each, in order, with a
    /// fresh figure. SVG and PNG show the stills. Nothing else is drawn to an animated figure;
    /// its metadata says `.animated = true`. Give ranges, so that the axes stand still.
    void animate(std::size_t frames, const std::function<void(Figure&, std::size_t)>& draw,
                 const Animation& animation = {});
    ///@}

    /// @name Axes of the current panel
    ///@{
    void x_label(const std::string& text);
    void y_label(const std::string& text);
    void z_label(const std::string& text); ///< of a surface
    void x_range(double from, double to);
    void y_range(double from, double to);
    void z_range(double from, double to);
    void ranges(const Plane& plane); ///< of x and of y, from edge to edge
    void log_x();
    void log_y();
    void equal_aspect();            ///< one unit is as long on y as on x
    void x_tics(const Numbers& at); ///< only at these numbers; {} for none
    void y_tics(const Numbers& at);
    void z_tics(const Numbers& at);
    void x_tic_labels(const std::vector<std::pair<double, std::string>>& at); ///< words as tics
    void y_tic_labels(const std::vector<std::pair<double, std::string>>& at);
    void no_axes();    ///< neither frame, numbers nor grid lines
    void zero_lines(); ///< thin dark lines x = 0 and y = 0
    void legend(Legend position);
    void view(double elevation, double azimuth); ///< of a surface, degrees; default 60, 30
    ///@}

    /// @name Curves and points
    ///@{
    void line(const Numbers& x, const Numbers& y, const Style& style = {});
    void points(const Numbers& x, const Numbers& y, const Style& style = {});
    void function(const std::function<double(double)>& f, double from, double to,
                  const Style& style = {}, std::size_t samples = 401);
    /// y[i] holds from x[i] to x[i + 1].
    void step_curve(const Numbers& x, const Numbers& y, const Style& style = {});
    /// The area between two curves over x.
    void area(const Numbers& x, const Numbers& low, const Numbers& high, const Style& style = {});
    /// A closed outline and what is inside it, filled with the colour's tint; for a drawing that is
    /// no graph of a function. A width of 0: no outline.
    void shape(const Numbers& x, const Numbers& y, const Style& style = {});
    /// An ellipse as such a shape.
    void ellipse(double x, double y, double x_radius, double y_radius, const Style& style = {});
    /// A rectangle with these two corners as such a shape.
    void rectangle(double x_from, double y_from, double x_to, double y_to, const Style& style = {});
    void impulses(const Numbers& x, const Numbers& y, const Style& style = {});
    /// Bars centred on x; width in units of x, 0: nine tenths of the smallest distance between two.
    void bars(const Numbers& x, const Numbers& y, const Style& style = {}, double width = 0.0);
    void histogram(const Numbers& values, const Bins& bins = {}, const Style& style = {});
    /// One bar per category; called again with the same categories, the bars stand side by side.
    void bar_chart(const std::vector<std::string>& categories, const Numbers& heights,
                   const Style& style = {});
    ///@}

    /// @name Marks
    ///@{
    void horizontal(double y, const Style& style = {
                                  .color = Color::grey, .dash = Dash::dashed, .width = 1.2});
    void vertical(double x,
                  const Style& style = {.color = Color::grey, .dash = Dash::dashed, .width = 1.2});
    void text(double x, double y, const std::string& text, const TextStyle& style = {});
    void arrow(double x_from, double y_from, double x_to, double y_to, const Style& style = {});
    /// Many arrows of one style: from (x, y) by (dx, dy).
    void arrows(const Numbers& x, const Numbers& y, const Numbers& dx, const Numbers& dy,
                const Style& style = {});
    ///@}

    /// @name Functions of the plane
    ///@{
    void heat_map(const Plane& plane, const Field& field, const ColorScale& scale = {});
    /// Lines of equal value; with `numbered`, each carries its level.
    void contour(const Plane& plane, const Field& field, const Numbers& levels,
                 const Style& style = {}, bool numbered = false);
    /// Tints for the classes 0, 1, 2, …: `class_of` gives the number of the class.
    void regions(const Plane& plane, const Field& class_of, const Regions& regions = {});
    /// Surface in three dimensions with hidden lines removed; makes the panel three-dimensional.
    /// A function is drawn with at most 31 lines a side; given values may have 41.
    /// Points and lines in three dimensions are drawn over the surface, never hidden by it.
    void surface(const Plane& plane, const Field& field, const ColorScale& scale = {});
    /// A surface over a grid of one's own: entry (i, j) of the three matrices is a point of it. Its
    /// lines can follow an edge that a grid of squares would cut into steps.
    void sheet(const Matrix& x, const Matrix& y, const Matrix& z, const ColorScale& scale = {});
    void points_3d(const Numbers& x, const Numbers& y, const Numbers& z, const Style& style = {});
    void line_3d(const Numbers& x, const Numbers& y, const Numbers& z, const Style& style = {});
    void text_3d(double x, double y, double z, const std::string& text,
                 const TextStyle& style = {});
    ///@}

    /// @name Pictures
    ///@{
    /// A picture, first row at the top, whose upper left corner is (x, y) and whose pixels are
    /// 1 × 1 units; y grows downwards in a panel with pictures only.
    void image(const Matrix& pixels,
               const ColorScale& scale = {.palette = Palette::inverse_grey, .bar = false},
               double x = 0.0, double y = 0.0);
    /// A matrix as coloured cells with their numbers (printf format, "" for none), such as a
    /// confusion matrix; the first row is at the top.
    void matrix(const Matrix& values, const std::vector<std::string>& row_names,
                const std::vector<std::string>& column_names, const ColorScale& scale = {},
                const std::string& format = "%.3g");
    ///@}

    /// What has been drawn, for the code that writes it to files, and whether it depends on the
    /// medium.
    const Drawing& drawing() const;
    bool depends_on_medium() const { return depends_on_medium_; }

private:
    Medium medium_ = Medium::page;
    bool depends_on_medium_ = false;
    std::unique_ptr<Drawing> drawing_;
};

} // namespace workbook
