/// @file
/// What a reader reads of a page, without its markup: for the search and for names of links.
#pragma once

#include <pugixml.hpp>

#include <functional>
#include <string>
#include <vector>

namespace workbook {

/// The text in a node. Formulas become plain letters.
std::string plain_text(const pugi::xml_node& node);

/// What stands between a heading and the next.
struct Passage {
    pugi::xml_node heading; ///< none before the first
    std::string words;
};

/// The text in a node, cut at those elements that are headings of a passage; their own words are
/// in none.
std::vector<Passage>
passages_of(const pugi::xml_node& node,
            const std::function<bool(const pugi::xml_node& element)>& is_heading);

} // namespace workbook
