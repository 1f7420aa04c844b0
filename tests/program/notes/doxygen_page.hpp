/// @file
/// From a page that Doxygen writes to a page of the book. Each function does one thing to a page,
/// the tree of a whole HTML file. What a page cannot do without and Doxygen has not written is a
/// UserError: a new version of Doxygen must not change the book in silence.
#pragma once

#include <pugixml.hpp>

#include <string>

namespace workbook {

/// The element that holds what the page itself says, without the frame that all pages share.
pugi::xml_node contents_of(const pugi::xml_node& page);

/// The title is the page's first heading.
pugi::xml_node title_of(const pugi::xml_node& page);

/// Doxygen's title is a <div>; here it becomes the heading <h1>.
void make_title_a_heading(pugi::xml_node page);

/// "perceptron::Unit Struct Reference" is "Struct perceptron::Unit".
void put_kind_before_name(pugi::xml_node page);

/// Where a page begins Doxygen leaves an anchor that is named after a folder of this machine.
void remove_folder_anchors(pugi::xml_node page);

/// The folder that a header lies in, and links to the lists in a page, are no part of the book.
void remove_path_and_summary(pugi::xml_node page);

/// A description stands where a page begins, and needs no heading that says so.
void remove_heading_of_description(pugi::xml_node page);

/// The name of a function leads to its description already, so no "More..." has to.
void remove_more_links(pugi::xml_node page);

/// The answer of an exercise is shown when the reader asks for it.
void fold_answers(pugi::xml_node page);

/// A figure, table or equation carries its own label, which Doxygen has put before it: it may move
/// on paper. An equation gets its number, which its title holds.
void label_numbered(pugi::xml_node page);

/// No space before a comma behind a link, and none between a bracket and a formula.
void close_up_punctuation(pugi::xml_node page);

/// Tables that only place things side by side are no tables for a screen reader.
void mark_tables_of_layout(pugi::xml_node page);

/// Headings one can link to: each has its label and shows a link to itself. In a page of the
/// book the title is above its sections: they are one level lower than Doxygen writes them.
void link_headings(pugi::xml_node page, bool of_the_book);

/// The contents of the book, as HTML, at the side of the page.
void put_in_contents(pugi::xml_node page, const std::string& contents);

} // namespace workbook
