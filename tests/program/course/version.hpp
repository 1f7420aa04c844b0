/// @file
/// Which version of the workbook this is: that of project(VERSION) in CMakeLists.txt.
#pragma once

namespace workbook {

extern const char* const version; ///< "1.0.0"

} // namespace workbook
