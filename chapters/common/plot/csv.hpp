/// @file
/// The numbers behind a figure as a table, one row a point: `series`, `x`, `y`, and what else the
/// kinds of things in it need (z, low, high, width, dx, dy, level, value, class, text); `frame`
/// first in an animation, `panel` where there are several. What a row does not have is empty; a
/// NaN is empty too.
///
/// Dense grids of maps and regions are thinned to every second, third, … row and column, at most
/// 51 points a side, 31 in an animation; borders and contours are there in full.
#pragma once

#include "common/plot/drawing.hpp"

#include <string>
#include <vector>

namespace workbook {

/// The table of all that a drawing shows.
std::string csv(const Drawing& drawing);

/// One row of a CSV file; fields with commas, quotes or line breaks are quoted.
std::string csv_row(const std::vector<std::string>& fields);

/// A number with nine digits, "" for NaN, "inf" and "-inf".
std::string csv_number(double number);

} // namespace workbook
