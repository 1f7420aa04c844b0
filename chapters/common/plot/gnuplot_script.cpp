#include "common/plot/gnuplot_script.hpp"

#include "common/plot/gnuplot_axes.hpp"
#include "common/plot/gnuplot_data.hpp"
#include "common/plot/gnuplot_layout.hpp"
#include "common/plot/gnuplot_one_legend.hpp"
#include "common/plot/gnuplot_series.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

namespace workbook {

using namespace gnuplot;

std::string gnuplot_script(const Drawing& drawing)
{
    std::string out;
    for (std::size_t p = 0; p < drawing.panels.size(); ++p)
        for (std::size_t s = 0; s < drawing.panels[p].series.size(); ++s)
            if (!is_mark(drawing.panels[p].series[s].kind))
                write_data(out, drawing.panels[p].series[s], block(p, s));

    const std::size_t positions = drawing.rows * drawing.columns;
    const bool many = positions > 1 || drawing.one_legend;
    if (many)
        out += "set multiplot\n";
    if (drawing.one_legend)
        write_one_legend(out, drawing);
    for (std::size_t position = 0; position < positions; ++position) {
        const bool there = position < drawing.panels.size() && !drawing.panels[position].skipped;
        if (!there)
            continue;
        // The panels of a row are aligned at their upper and lower edges.
        double top = 0.0;
        std::optional<double> bottom;
        const std::size_t row = position / drawing.columns;
        for (std::size_t other = row * drawing.columns;
             other < std::min((row + 1) * drawing.columns, drawing.panels.size()); ++other) {
            const PanelLayout neighbour{drawing, drawing.panels[other], other};
            top = std::max(top, neighbour.head_lines());
            bottom = std::max(bottom.value_or(0.0), neighbour.foot_lines());
        }
        const PanelLayout layout{drawing, drawing.panels[position], position};
        write_axes(out, layout, top, layout.foot_known() ? bottom : std::nullopt);
        write_plot(out, layout);
    }
    if (many)
        out += "unset multiplot\n";
    return out;
}

} // namespace workbook
