/// @file
/// How the methods of Figure put what they draw into the current panel.
#pragma once

#include "common/plot/drawing.hpp"

#include <vector>

namespace workbook {

/// The panel that is being drawn into: the last one, or a first one if there is none yet. Throws
/// std::logic_error if the drawing is animated.
Panel& current_panel(Drawing& drawing);

/// Adds a series to the current panel, with a name, and with nothing automatic left in its style.
/// Throws std::invalid_argument if the columns differ in length.
Series& add_series(Drawing& drawing, Kind kind, const Style& style,
                   std::vector<NamedNumbers> columns);

/// The scale, with bounds that were left open taken from the values.
ColorScale closed_scale(ColorScale scale, const std::vector<double>& values);

/// The numbers as a column of a series.
std::vector<double> values_of(const Numbers& numbers);

} // namespace workbook
