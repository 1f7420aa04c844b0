/// @file
/// Renders a graph with Graphviz.
#pragma once

#include "common/plot/network.hpp"

#include <map>
#include <string>

namespace workbook {

/// The files of a graph by extension: "svg", "phone.svg", "paper.svg", "png", "csv". What is too
/// wide for a phone has its layers below each other there. Throws UserError if Graphviz is missing
/// or fails.
std::map<std::string, std::string> render(const Network& network);

/// The text as one of Graphviz's HTML-like labels.
std::string graphviz_label(const std::string& text, double size, const std::string& color);

/// The drawing in Graphviz's DOT language, with all positions fixed, for `neato -n2`.
std::string graphviz_script(const Network& network, Direction direction = Direction::rightwards);

} // namespace workbook
