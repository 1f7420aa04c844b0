/// @file
/// Where a function stands in the text of a file.
#pragma once

#include <cstddef>
#include <string>

namespace workbook {

/// The line (from 1) at which the text defines this function; 0 if it does not.
std::size_t line_of_definition(const std::string& text, const std::string& function);

} // namespace workbook
