/// @file
/// The last touch on the text of a finished page: what it refers to by number becomes a link,
/// small groups of numbers stay on one line, and symbols in tables get their indices.
#pragma once

#include "notes/text.hpp"

#include <pugixml.hpp>

#include <map>
#include <string>
#include <vector>

namespace workbook {

/// Where a number leads, as in {"section 1.3", "perceptron.html#step_1_3"}: every chapter, every
/// step under "section" and "step", and every erratum. `html` holds the pages by their label.
std::map<std::string, std::string>
numbered_places(const std::map<std::string, pugi::xml_document>& html,
                const std::vector<NotesPage>& pages);

/// Sets the text of the page `label` in this way. Headings, links, code and formulas stay as they
/// are, and no page links to itself as a whole.
void typeset_text(pugi::xml_node contents, const std::string& label,
                  const std::map<std::string, std::string>& places);

} // namespace workbook
