/// @file
/// The tables and figures of chapter 8, in the order of main.cpp. Each function has the name that
/// its table or figure has in the text.
#pragma once

#include "common/report/lab.hpp"

namespace losses {

using workbook::Lab;

void squares(Lab& lab);

void losses_parabola(Lab& lab);

} // namespace losses
