/// @file
/// The tables and figures of chapter 99.
#pragma once

#include "common/plot/figure.hpp"
#include "common/report/lab.hpp"

namespace example {

void squares(workbook::Lab& lab);

void draw_parabola(workbook::Figure& figure);

} // namespace example
