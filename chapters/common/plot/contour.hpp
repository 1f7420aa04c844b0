/// @file
/// Contour lines of a function sampled on a grid, by marching squares.
#pragma once

#include "common/plot/data.hpp"

#include <utility>
#include <vector>

namespace workbook {

using Polyline = std::vector<std::pair<double, double>>;

/// The lines where `values` (at plane.points(), in that order) cross `level`, linear between
/// neighbouring samples. Closed lines end where they begin. Cells with a NaN are left out, and so
/// are points without which a line looks the same.
///
/// A function that jumps is not linear between samples. For such a one pass `above`, which says
/// whether its value at a point is above the level: then crossings are found by bisection.
std::vector<Polyline> contour_lines(const Plane& plane, const Numbers& values, double level,
                                    const std::function<bool(double, double)>& above = {});

} // namespace workbook
