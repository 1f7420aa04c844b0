/// @file
/// One edit, and what it tells of the student's numbers.
#pragma once

#include "judging/search/trial.hpp"

#include <vector>

namespace judging::search {

/// An edit, and what it alone gives in the first case.
struct Single {
    Edit edit;
    bool evaluated = false; ///< it gives numbers, and as many as the student
    std::vector<double> numbers;
    std::size_t explained = 0;  ///< places where it agrees with the student and the truth does not
    std::size_t spoilt = 0;     ///< places where the truth agrees with the student and it does not
    bool in_proportion = false; ///< all its numbers are the same multiple of the student's
    bool dormant = false;       ///< it changes nothing here
    bool left_early = false;    ///< it differs from the student, and was not evaluated to the end
};

/// Compares what the edit gives in the first case with the student's numbers and with the right
/// ones.
void look_at(const Trial& trial, Single& single, const Value& value);

} // namespace judging::search
