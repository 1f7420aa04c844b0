/// @file
/// Wrong answers to the steps of chapter 5, each with what it is and what would be right.
#include "grading/mistakes.hpp"

#include "activations.hpp"

namespace activations::mistakes {

// --- 5.6 ReLU ----------------------------------------------------------------------------

MISTAKE(relu, nan_swallowed,
        "NaN becomes 0 here, because NaN > 0 is false: a training that has diverged would look "
        "sound; xt::maximum(X, 0.0) keeps NaN")
(const Matrix& X)
{
    return xt::where(X > 0.0, X, 0.0);
}

} // namespace activations::mistakes
