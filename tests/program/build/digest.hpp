/// @file
/// A name for a content.
#pragma once

#include <string>

namespace workbook {

/// SHA-1 of bytes in hexadecimal.
std::string digest(const std::string& bytes);

} // namespace workbook
