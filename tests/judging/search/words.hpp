/// @file
/// Formulas as a person writes them.
#pragma once

#include "judging/search/syntax.hpp"

#include <string>

namespace judging::search {

/// "eta" → "η", "delta_o" → "δ_o".
std::string spoken(const std::string& name);

/// The expression in the chapter's notation: `matvec(transpose(X), miss)` → "Xᵀ miss". A long one
/// is cut.
std::string spoken(const Node& node, const Function& function);

/// The sentence, and behind it the meaning of each variable of the function that it mentions:
/// "… (miss = X w + b − targets)". A student has not seen the names that the solution has.
std::string explained(const std::string& sentence, const Function& function);

/// Whether the sentence mentions a variable of the function, one that is not a parameter.
bool mentions_variable(const std::string& sentence, const Function& function);

/// Whether a sentence speaks of a 0, or of integers, whose quotient it may be.
bool speaks_of_zero(const std::string& words);

} // namespace judging::search
