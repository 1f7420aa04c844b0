/// @file
/// How a text was saved: in which encoding, with which line ends.
#pragma once

#include <string>

namespace workbook {

/// Whether all of a text is valid UTF-8.
bool is_utf8(const std::string& text);

/// Why no compiler reads the text as an editor shows it, and how to save it instead, as in "is
/// saved as UTF-16: …"; "" if there is no fault. Line ends of Windows are none.
std::string fault_of_saving(const std::string& text);

} // namespace workbook
