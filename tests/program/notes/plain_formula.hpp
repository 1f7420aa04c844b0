/// @file
/// A formula as a reader would type it.
#pragma once

#include <pugixml.hpp>

#include <string>

namespace workbook {

/// The letters of a formula in MathML, on one line: a fraction is a/b, with brackets where a part
/// is a sum, a power x^2, an index w1.
std::string plain_formula(const pugi::xml_node& math);

} // namespace workbook
