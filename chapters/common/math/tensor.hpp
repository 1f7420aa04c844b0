/// @file
/// The two containers that every chapter computes with. This is the only header
/// that names xtensor's own types; chapters say Vector and Matrix.
///
/// Formulas are xtensor's and work element by element: `a + b`, `2.0 * a`, `a * b`, `xt::exp(a)`,
/// `xt::where(a > 0.0, a, 0.0)`; a vector is broadcast over the rows of a matrix. Sums:
/// `xt::sum(v)()`, and `xt::sum(m, {0})` for the columns. Views: `xt::view(m, 0, xt::all())`.
/// Products of matrices are in common/math/linalg.hpp. A wrong index or shape throws.
#pragma once

#include "common/math/xtensor_headers.hpp"

namespace workbook {

/// A row of real numbers: `Vector v{1.0, 2.0};`, `v(0)`, `v.size()`.
using Vector = xt::xtensor<double, 1>;

/// A table of real numbers, a row an example: `Matrix m{{1.0, 2.0}, {3.0, 4.0}};`,
/// `m(row, column)`, `m.shape(0)` rows, `m.shape(1)` columns.
using Matrix = xt::xtensor<double, 2>;

} // namespace workbook

#include "common/math/arithmetic.hpp" // an eager subset of these, quick to compile
