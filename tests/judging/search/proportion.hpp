/// @file
/// The last thing to say about numbers that no edit gives.
#pragma once

#include "judging/search/trial.hpp"

#include <vector>

namespace judging::search {

/// "Every number is 4 times what it should be", if that is so in every case; likewise for a term.
/// Empty if it is not. The trial's draft must be as the solution has it.
std::vector<Suggestion> constant_off(Trial& trial, const std::vector<Case>& cases);

} // namespace judging::search
