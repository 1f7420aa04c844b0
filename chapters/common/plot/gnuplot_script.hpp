/// @file
/// A figure as a gnuplot script.
#pragma once

#include "common/plot/drawing.hpp"

#include <string>

namespace workbook {

/// The commands that draw a still figure, without terminal and output.
std::string gnuplot_script(const Drawing& drawing);

} // namespace workbook
