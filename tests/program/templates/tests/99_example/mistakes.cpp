/// @file
/// Wrong answers to the steps of chapter 99, each with what it is and what would be right.
#include "judging/judge/mistakes.hpp"

#include "example.hpp"

#include <cmath>

namespace example::mistakes {

// --- 99.1 mean square ----------------------------------------------------------------------

MISTAKE(mean_square, not_divided, "this is the sum of the squares, Σ xᵢ²; a mean divides it by n")
(const Vector& x)
{
    return dot(x, x);
}

MISTAKE(mean_square, not_squared,
        "this is the mean of the numbers themselves; each is squared first")
(const Vector& x)
{
    return xt::mean(x)();
}

MISTAKE(mean_square, root_taken, "this is the root of the mean square; here no root is taken")
(const Vector& x)
{
    return std::sqrt(dot(x, x) / x.size());
}

} // namespace example::mistakes
