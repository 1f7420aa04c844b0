/// @file
/// The tables and figures of chapter 9, in the order of main.cpp. Each function has the name that
/// its table or figure has in the text.
#pragma once

#include "common/report/lab.hpp"

namespace generalization {

using workbook::Lab;

void squares(Lab& lab);

void generalization_parabola(Lab& lab);

} // namespace generalization
