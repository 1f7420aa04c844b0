/// @file
/// From where to where an axis goes.
#pragma once

#include "common/plot/drawing.hpp"

#include <utility>

namespace workbook::gnuplot {

/// Rounds up to 1, 2 or 5 times a power of ten.
double round_step(double step);

/// The range that was asked for, or that of the data on the axis "x", "y" or "z".
std::pair<double, double> extent(const Panel& panel, const char* name, const Axis& axis);

/// The same, widened to round numbers where none was asked for.
std::pair<double, double> rounded_extent(const Panel& panel, const char* name, const Axis& axis);

/// How far along an axis a value is: 0 at the start of the range, 1 at its end.
double fraction_along(const Axis& axis, const std::pair<double, double>& range, double value);

} // namespace workbook::gnuplot
