/// @file
/// The two containers that every chapter computes with. This is the only header
/// that names xtensor's own types; chapters say Vector and Matrix.
#pragma once

#include <xtensor/xbuilder.hpp>
#include <xtensor/xmath.hpp>
#include <xtensor/xtensor.hpp>
#include <xtensor/xview.hpp>

namespace workbook {

/// A row of real numbers: `Vector v{1.0, 2.0};`, `v(0)`, `v.size()`.
using Vector = xt::xtensor<double, 1>;

/// A table of real numbers, a row an example: `Matrix m{{1.0, 2.0}, {3.0, 4.0}};`,
/// `m(row, column)`, `m.shape(0)` rows, `m.shape(1)` columns.
using Matrix = xt::xtensor<double, 2>;

} // namespace workbook
