/// @file
/// One legend for all panels of a figure, in a strip above them.
#pragma once

#include "common/plot/drawing.hpp"

#include <string>

namespace workbook::gnuplot {

/// The height of the strip in pixels; 0 if the drawing has no such legend.
double one_legend_height(const Drawing& drawing);

/// Writes the legend: every label of the panels' series once, in the order of their appearance.
void write_one_legend(std::string& out, const Drawing& drawing);

} // namespace workbook::gnuplot
