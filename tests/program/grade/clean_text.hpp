/// @file
/// Makes untrusted text safe to read: nothing in it is invisible, controls a terminal, or changes
/// the direction of writing.
#pragma once

#include <string>

namespace workbook {

/// Valid UTF-8 that XML 1.0 may hold. Tabs and line feeds stay, CR LF becomes LF. Any other control
/// character becomes its picture (␛), invisible characters and those that change the direction
/// become their number ([U+202E]), and bytes that are not UTF-8 become U+FFFD.
std::string clean_text(const std::string& text);

/// The same, joined into one line.
std::string clean_line(const std::string& text);

/// At most this many characters; "…" replaces the rest.
std::string shortened(const std::string& text, std::size_t letters);

/// At most this many lines; `all_lines` is set to how many there are.
std::string first_lines(const std::string& text, std::size_t lines);
std::size_t all_lines(const std::string& text);

} // namespace workbook
