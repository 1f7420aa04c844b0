/// @file
/// The commands for what surrounds a panel's plot: title, frame, axes, colour bar and legend.
#pragma once

#include "common/plot/gnuplot_layout.hpp"

#include <optional>
#include <string>

namespace workbook::gnuplot {

/// Appends the commands, with so many lines of text above the plot and below it; for those below,
/// none leaves their number to gnuplot.
void write_axes(std::string& out, const PanelLayout& layout, double top_lines,
                std::optional<double> bottom_lines);

} // namespace workbook::gnuplot
