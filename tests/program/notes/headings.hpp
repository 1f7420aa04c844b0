/// @file
/// The headings of a page.
#pragma once

#include <pugixml.hpp>

#include <string>
#include <vector>

namespace workbook {

/// A heading in a page.
struct Heading {
    pugi::xml_node element;
    int level;
    std::string label; ///< what a link leads to; may be empty
    std::string title; ///< as HTML, without the links that stand around it
    std::string words; ///< the title without its markup
};

/// All headings below a node, in their order.
std::vector<Heading> headings_of(const pugi::xml_node& node);

} // namespace workbook
