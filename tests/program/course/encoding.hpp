/// @file
/// Source files that were not saved as UTF-8.
#pragma once

#include <string>

namespace workbook {

/// A text as UTF-8, and what it was saved in: "UTF-16" or "CP949", the encoding of Korean Windows;
/// "" if it was UTF-8 already, or if it is in neither of these.
struct Recoded {
    std::string text;
    std::string from;
};

/// Turns a text into UTF-8. UTF-16 is known by its byte order mark or by its zero bytes.
Recoded as_utf8(const std::string& bytes);

} // namespace workbook
