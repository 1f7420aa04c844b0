/// @file
/// Korean terms in the text lead to their lines of the glossary.
#pragma once

#include <pugixml.hpp>

#include <map>
#include <string>
#include <vector>

namespace workbook {

/// A line of the glossary, as a text leads to it.
struct Term {
    std::string english;
    std::string place; ///< "glossary.html#term_perceptron"
};

/// The lines that a Korean term has: 기울기 is a slope, and a gradient.
using Terms = std::map<std::string, std::vector<Term>>;

/// Gives every line of the glossary a label, and returns those of each Korean term.
Terms label_terms(pugi::xml_node glossary);

/// Makes links of the terms in a text, as mark_korean has marked them. One that stands alone in
/// parentheses, as in "the perceptron (퍼셉트론)", becomes a note that stands in the margin where
/// the page has one, with the English term. Of several lines that one is meant whose English term
/// stands before it last.
void link_terms(pugi::xml_node contents, const Terms& terms);

} // namespace workbook
