/// @file
/// A page as a tree: read as a browser reads it, asked with XPath, written as HTML5 again.
#pragma once

#include <pugixml.hpp>

#include <functional>
#include <optional>
#include <regex>
#include <string>
#include <vector>

namespace workbook {

/// A page, or a part of one. libgumbo reads any text as HTML5 says, so this never fails.
pugi::xml_document parse_html(const std::string& html);

/// The node with all that is in it. What was read and is written again is read as the same.
std::string write_html(const pugi::xml_node& node);

/// What is in the node, without the node.
std::string write_inside(const pugi::xml_node& node);

/// Puts what `html` describes, as it stands inside of a <div>, before `place`.
void insert_html(pugi::xml_node place, const std::string& html);

/// Puts it at the end of `parent`.
void append_html(pugi::xml_node parent, const std::string& html);

bool has_class(const pugi::xml_node& element, const std::string& name);

/// Everything below `node` that an XPath names, in the order of the page. The nodes are collected
/// first, so they may be moved and removed while one goes through them.
std::vector<pugi::xml_node> find_all(const pugi::xml_node& node, const std::string& xpath);

/// A condition for an XPath, as in "//div[" + of_class("contents") + "]".
std::string of_class(const std::string& name);

void remove_node(pugi::xml_node node);

/// The texts below `node`, but for those in elements that are `passed_over`.
std::vector<pugi::xml_node>
texts_in(const pugi::xml_node& node,
         const std::function<bool(const pugi::xml_node& element)>& passed_over);

/// Every match of a pattern in a text becomes the HTML that `make` gives for it; where it gives
/// none the text stays.
void replace_in_text(
    pugi::xml_node text, const std::regex& pattern,
    const std::function<std::optional<std::string>(const std::smatch& match)>& make);

/// Text as it is written in HTML.
std::string escaped_text(const std::string& text);

} // namespace workbook
