/// @file
/// Pages that need no other file: escaping, and the frame and looks that they share.
#pragma once

#include "build/judging.hpp"

#include <string>

namespace workbook {

/// Any text for HTML, between tags or inside an attribute's quotes; cleaned as clean_text does.
std::string html_text(const std::string& text);

/// The text as one part of a relative address.
std::string url_part(const std::string& text);

/// A whole page. `title` is any text, `body` is HTML.
std::string html_page(const std::string& title, const std::string& body);

/// A table that scrolls by itself where the window is narrow; `name` tells what it is.
std::string wide_table(const std::string& name, const std::string& rows);

/// A bar, `fraction` of it (0 … 1) filled: seen, not read aloud.
std::string html_bar(double fraction);

/// "✓", "✗", "·": the sign of a status, and the class of what belongs to it.
std::string sign_of(Status status);
std::string class_of(Status status);

} // namespace workbook
