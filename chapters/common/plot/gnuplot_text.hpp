/// @file
/// How numbers, texts and styles are written in gnuplot's language.
#pragma once

#include "common/plot/style.hpp"

#include <string>

namespace workbook {

/// The text as a gnuplot string in double quotes, for its enhanced mode.
std::string gnuplot_string(const std::string& text);

namespace gnuplot {

/// With nine digits; whatever is not finite is "NaN", a gap.
std::string number(double value);

/// "#rrggbb" as a colour of that opacity.
std::string color_spec(const std::string& hex, double opacity = 1.0);

/// The colour of a series, with its opacity.
std::string color_spec(const Style& style);

/// "#rrggbb" as the three numbers of rgbimage.
std::string channels(const std::string& hex);

/// Width, dash and colour of a line.
std::string stroke(const Style& style);

/// Type and size of a point.
std::string point(const Style& style);

/// The entry of the legend; none if the label is empty.
std::string title(const std::string& label);

} // namespace gnuplot

} // namespace workbook
