/// @file
/// Numbers as people write them, made of numbers as programs write them.
#pragma once

#include <string>

namespace workbook {

/// "-1.1e-16" as people write it: "−1.1·10⁻¹⁶"; in a formula "-1.1 \cdot 10^{-16}". A factor of 1
/// or 10⁰ is not written.
std::string typeset_number(const std::string& number, bool in_formula);

/// The table as it was written, its numbers typeset and σ_z in its head with a subscript.
std::string typeset_table(const std::string& markdown);

} // namespace workbook
