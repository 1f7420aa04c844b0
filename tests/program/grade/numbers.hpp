/// @file
/// Numbers that an instructor writes.
#pragma once

#include <optional>
#include <string>
#include <utility>

namespace workbook {

/// The number that a text begins with, and what stands behind it; none if it begins with none.
std::optional<std::pair<double, std::string>> leading_number(const std::string& text);

/// The whole text as a finite number that is not below 0; none if it is something else.
std::optional<double> amount(const std::string& text);

} // namespace workbook
