/// @file
/// The formulas of a page.
#pragma once

#include <pugixml.hpp>

#include <string>

namespace workbook {

/// Formulas in the text as elements of their own: notes.css shows them when they are set, and
/// their source never flashes by. What punctuation follows stays on their line.
void enclose_formulas(pugi::xml_node page);

/// A page without a formula opens in a fraction of the time without what sets formulas. The cover
/// keeps it: the printed book takes its head from there.
void drop_unused_scripts(pugi::xml_node page, const std::string& label);

} // namespace workbook
