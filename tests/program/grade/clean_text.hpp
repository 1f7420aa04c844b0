/// @file
/// Text that strangers wrote, made safe to read: nothing in it is invisible, steers a terminal
/// or turns round the order in which letters are shown.
#pragma once

#include <string>

namespace workbook {

/// Valid UTF-8 that XML 1.0 may hold. Tabs and line feeds stay, CR LF becomes LF. Any other
/// control character becomes its picture (␛), what is invisible or turns letters round becomes
/// its number ([U+202E]), and bytes that are not UTF-8 become U+FFFD.
std::string clean_text(const std::string& text);

/// The same, in one line.
std::string clean_line(const std::string& text);

/// At most so many letters; "…" stands for the rest.
std::string shortened(const std::string& text, std::size_t letters);

/// At most so many lines; how many there are is told by `all_lines`.
std::string first_lines(const std::string& text, std::size_t lines);
std::size_t all_lines(const std::string& text);

} // namespace workbook
