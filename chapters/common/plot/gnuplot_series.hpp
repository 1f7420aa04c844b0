/// @file
/// The commands that draw the series of a panel.
#pragma once

#include "common/plot/gnuplot_layout.hpp"

#include <string>

namespace workbook::gnuplot {

/// The clause of a plot command that draws nothing but the series' entry in the legend.
std::string legend_entry(const Series& series);

/// Appends the plot command, and before it those for texts, reference lines and whatever lies on a
/// surface. The series' datablocks and the axes have been written.
void write_plot(std::string& out, const PanelLayout& layout);

} // namespace workbook::gnuplot
