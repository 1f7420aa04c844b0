/// @file
/// Lines of equal value of a function sampled on a plane, by marching squares.
#pragma once

#include "common/data.hpp"

#include <utility>
#include <vector>

namespace workbook {

using Polyline = std::vector<std::pair<double, double>>;

/// The lines where `values` (at plane.points(), in that order) cross `level`, linear between
/// neighbouring samples. Closed lines end where they begin. Cells with a NaN are left out.
std::vector<Polyline> contour_lines(const Plane& plane, const Numbers& values, double level);

} // namespace workbook
