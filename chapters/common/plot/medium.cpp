// How a drawing is set for a phone and for paper.

#include "common/plot/drawing.hpp"
#include "common/plot/gnuplot_layout.hpp"
#include "common/plot/gnuplot_one_legend.hpp"

#include <algorithm>
#include <cmath>

namespace workbook {

namespace {

// What a page of the notes leaves for a figure on a screen of 390 pixels.
constexpr int phone_width = 342;
constexpr double phone_font_size = 12.0;
constexpr double shortest_on_phone = 235.0; // a panel that has the screen's width
constexpr double tallest_on_phone = 420.0;

// The widest figures take all of a sheet's 170 mm, 642 of CSS's pixels, and the others are as much
// smaller. Letters shrink less: an index of 0.8 times this size still has 6.9 pt.
constexpr double on_paper = 642.0 / 860.0;
constexpr double paper_width = 642.0;
constexpr double paper_font_size = 11.5;

std::size_t columns_on_phone(const Drawing& drawing)
{
    if (drawing.columns_on_phone > 0)
        return drawing.columns_on_phone;
    const auto small = [](const Panel& panel) {
        return panel.skipped || !panel.axes || panel.downwards;
    };
    const bool pictures =
        std::all_of(drawing.panels.begin(), drawing.panels.end(), small) && drawing.columns > 2;
    if (pictures)
        return std::min<std::size_t>(drawing.columns, 3);
    return drawing.columns > 3 ? 2 : 1;
}

double lines_of_heads(const Drawing& drawing)
{
    double most = 0.0;
    for (std::size_t p = 0; p < drawing.panels.size(); ++p)
        most = std::max(most, gnuplot::PanelLayout{drawing, drawing.panels[p], p}.head_lines());
    return most;
}

/// How high panels of this width must be so that equal axes fill them; 0 if there are others.
double height_of_equal_axes(const Drawing& drawing, double panel_width)
{
    const bool bar_below = drawing.shared_scale().has_value();
    double most = 0.0;
    for (std::size_t p = 0; p < drawing.panels.size(); ++p) {
        const Panel& panel = drawing.panels[p];
        if (panel.skipped)
            continue;
        if (!panel.equal_aspect || !panel.axes || panel.downwards || !panel.x.range ||
            !panel.y.range)
            return 0.0;
        const auto length = [](const Axis& axis) { return axis.range->second - axis.range->first; };
        const gnuplot::PanelLayout layout{drawing, panel, p};
        const double texts = (layout.head_lines() + layout.foot_lines() + 0.7) * 1.2;
        const double beside = 4.0 + (panel.scale && panel.scale->bar && !bar_below ? 6.0 : 0.0);
        most = std::max(most, (panel_width - beside * drawing.font_size) * length(panel.y) /
                                      length(panel.x) +
                                  texts * drawing.font_size);
    }
    return most;
}

void stack_for_phone(Drawing& drawing)
{
    const auto [width, height] = drawing.size();
    const double panels =
        height - gnuplot::one_legend_height(drawing) - gnuplot::strip_height(drawing);
    const double shape = (panels / static_cast<double>(drawing.rows)) /
                         (width / static_cast<double>(drawing.columns));
    const std::size_t columns = columns_on_phone(drawing);
    if (columns < drawing.columns) {
        std::erase_if(drawing.panels, [](const Panel& panel) { return panel.skipped; });
        drawing.columns = columns;
        drawing.rows = (std::max<std::size_t>(drawing.panels.size(), 1) + columns - 1) / columns;
    }
    const double panel_width = phone_width / static_cast<double>(columns);
    double panel_height = panel_width * shape;
    if (columns == 1)
        panel_height = std::clamp(panel_height, shortest_on_phone, tallest_on_phone);
    const double lines_before = lines_of_heads(drawing);
    drawing.width = phone_width;
    drawing.height = static_cast<int>(panel_height * static_cast<double>(drawing.rows));
    drawing.font_size = phone_font_size;
    if (const double square = height_of_equal_axes(drawing, panel_width); square > 0.0) {
        panel_height = square;
    } else {
        // A legend breaks into more lines where there is less room beside it.
        const double more = std::max(0.0, lines_of_heads(drawing) - lines_before);
        panel_height += more * 1.2 * phone_font_size;
    }
    drawing.height = static_cast<int>(
        std::lround(gnuplot::one_legend_height(drawing) + gnuplot::strip_height(drawing) +
                    panel_height * static_cast<double>(drawing.rows)));
}

} // namespace

Drawing Drawing::fitted(Medium medium) const
{
    Drawing drawing = *this;
    if (medium == Medium::phone) {
        if (width > 0 && width <= phone_width)
            drawing.font_size = phone_font_size;
        else
            stack_for_phone(drawing);
    }
    if (medium == Medium::paper) {
        const auto [width, height] = drawing.size();
        const double scale = std::min(on_paper, paper_width / width);
        drawing.width = static_cast<int>(std::lround(scale * width));
        drawing.height = static_cast<int>(std::lround(scale * height));
        drawing.font_size = paper_font_size;
    }
    return drawing;
}

} // namespace workbook
