/// @file
/// Chapter 99, example: the interface. One function or more per step; a lab or the solution
/// implements it. Symbols are those of the notation page.
#pragma once

#include "common/math/linalg.hpp"
#include "common/math/tensor.hpp"
#include "common/math/todo.hpp"

namespace example {

using namespace workbook;

/// Step 99.1: the mean square, \f$ m = \frac{1}{n} \sum_i x_i^2 \f$.
///
/// @param x  numbers, shape (n), at least one
/// @return m, 0 or above
double mean_square(const Vector& x);

} // namespace example
