/// @file
/// Korean terms in the text lead to their lines of the glossary.
#pragma once

#include <pugixml.hpp>

#include <map>
#include <string>

namespace workbook {

/// Gives every line of the glossary a label, and returns where each Korean term of it leads:
/// {"퍼셉트론", "glossary.html#term_perceptron"}.
std::map<std::string, std::string> label_terms(pugi::xml_node glossary);

/// Makes links of the terms in a text, as mark_korean has marked them.
void link_terms(pugi::xml_node contents, const std::map<std::string, std::string>& places);

} // namespace workbook
