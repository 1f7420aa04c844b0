/// @file
/// Renders a figure with gnuplot.
#pragma once

#include "common/plot/drawing.hpp"

#include <map>
#include <string>

namespace workbook {

/// The files of a figure by extension: "svg", "png", "csv", and "gif" if it is animated. The PNG
/// has twice the SVG's resolution. Throws UserError if gnuplot is missing or fails.
std::map<std::string, std::string> render(const Drawing& drawing);

} // namespace workbook
