/// @file
/// Chapter 8, losses: the interface. One function or more per step; a lab or the solution
/// implements it. Symbols are those of the notation page.
#pragma once

#include "common/math/linalg.hpp"
#include "common/math/tensor.hpp"
#include "common/math/todo.hpp"

#include <cstddef>
#include <vector>

namespace losses {

using namespace workbook;

/// Step 8.1: the mean square, \f$ m = \frac{1}{n} \sum_i x_i^2 \f$.
///
/// @param x  numbers, shape (n), at least one
/// @return m, 0 or above
double mean_square(const Vector& x);

/// Stand-ins.
double squared_error(const Matrix& Y, const Matrix& T);
Matrix squared_error_gradient(const Matrix& Y, const Matrix& T);
double binary_cross_entropy(const Matrix& Z, const Matrix& T);
Matrix binary_cross_entropy_gradient(const Matrix& Z, const Matrix& T);
double cross_entropy(const Matrix& Z, const Matrix& T);
Matrix cross_entropy_gradient(const Matrix& Z, const Matrix& T);
Matrix one_hot(const std::vector<std::size_t>& labels, std::size_t classes);

} // namespace losses
