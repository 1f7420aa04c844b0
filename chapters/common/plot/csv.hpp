/// @file
/// The numbers behind a figure as a table, one row per point: `series`, `x`, `y`, and whatever else
/// its series consist of (z, low, high, width, dx, dy, level, value, class, text); before these
/// `frame` in an animation, and `panel` if there are several. Missing values and NaN are empty
/// fields.
///
/// Dense grids of maps and regions are thinned to every second, third, … row and column, at most 51
/// points a side, 31 in an animation; borders and contours are complete.
#pragma once

#include "common/plot/drawing.hpp"

#include <string>
#include <vector>

namespace workbook {

/// Everything that a drawing shows, as one table.
std::string csv(const Drawing& drawing);

/// One row of a CSV file; fields with commas, quotes or line breaks are quoted.
std::string csv_row(const std::vector<std::string>& fields);

/// A number with nine digits, "" for NaN, "inf" and "-inf".
std::string csv_number(double number);

} // namespace workbook
