/// @file
/// The numbers of a series as gnuplot reads them.
#pragma once

#include "common/plot/drawing.hpp"

#include <string>
#include <vector>

namespace workbook::gnuplot {

/// The name of a series' datablock: $p<panel>s<series>.
std::string block(std::size_t panel, std::size_t series);

/// The values of one of its columns.
const std::vector<double>& column(const Series& series, std::size_t index);

/// Whether it is drawn by commands of its own, without a datablock.
bool is_mark(Kind kind);

/// Whether any of its rows can be drawn.
bool any_finite(const Series& series);

/// Appends the series as the datablock of that name.
void write_data(std::string& out, const Series& series, const std::string& name);

} // namespace workbook::gnuplot
