/// @file
/// Whether what is written may be coloured.
#pragma once

namespace workbook {

/// Colour is for a terminal that understands it (TERM is not "dumb") and for people who want it:
/// NO_COLOR with any text says no, an empty one nothing (https://no-color.org).
bool wants_color(int descriptor);

} // namespace workbook
