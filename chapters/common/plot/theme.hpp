/// @file
/// Light and dark: an SVG carries the colours of both, and shows those of the page it is on.
#pragma once

#include <string>

namespace workbook {

/// The SVG with a style sheet of its own. Every colour of the book's palette in it is a CSS
/// variable with a value for light and one for dark pages; any other colour, such as a step of a
/// map's scale, has a counterpart of reversed lightness for dark pages. Pictures of pixels are
/// reversed by a filter. A program that knows no style sheets shows the light colours.
std::string themed_svg(const std::string& svg);

} // namespace workbook
