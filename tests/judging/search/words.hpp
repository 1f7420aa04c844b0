/// @file
/// Formulas as a person writes them.
#pragma once

#include "judging/search/syntax.hpp"

#include <string>

namespace judging::search {

/// "eta" → "η", "delta_o" → "δ_o".
std::string spoken(const std::string& name);

/// The expression in the chapter's notation: `matvec(transpose(X), miss)` → "Xᵀ miss". A long one is
/// cut.
std::string spoken(const Node& node, const Function& function);

} // namespace judging::search
