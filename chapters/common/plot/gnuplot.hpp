/// @file
/// Renders a figure with gnuplot.
#pragma once

#include "common/plot/drawing.hpp"

#include <functional>
#include <map>
#include <string>

namespace workbook {

/// The files of a figure by extension: "svg", "phone.svg" and "paper.svg" for the media, "png",
/// "csv", and "gif" if it is animated. The PNG has twice the SVG's resolution. Throws UserError if
/// gnuplot is missing or fails.
/// `drawn_for` gives what was drawn for a medium; without it the same is set for all of them.
std::map<std::string, std::string>
render(const Drawing& drawing, const std::function<Drawing(Medium)>& drawn_for = nullptr);

} // namespace workbook
