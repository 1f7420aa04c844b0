/// @file
/// HTML pages that need no other file: escaping, and the frame and style that they share.
#pragma once

#include "build/judging.hpp"

#include <string>

namespace workbook {

/// Any text as HTML, for use between tags or inside a quoted attribute; cleaned as by clean_text.
std::string html_text(const std::string& text);

/// The text as one component of a relative URL.
std::string url_part(const std::string& text);

/// A whole page. `title` is any text, `body` is HTML.
std::string html_page(const std::string& title, const std::string& body);

/// A table that scrolls on its own in a narrow window; `name` is its accessible name.
std::string wide_table(const std::string& name, const std::string& rows);

/// A bar, `fraction` of it (0 … 1) filled: hidden from screen readers.
std::string html_bar(double fraction);

/// The sign of a status ("✓", "✗", "·"), and its CSS class.
std::string sign_of(Status status);
std::string class_of(Status status);

} // namespace workbook
