/// @file
/// Products of vectors and matrices, systems of equations and eigenvalues. They are plain
/// functions, the products over xtensor-blas, compiled once so that a chapter's file does not pay
/// for its templates. Each throws ShapeError when the shapes do not fit.
#pragma once

#include "common/math/tensor.hpp"

#include <stdexcept>

namespace workbook {

/// Shapes that do not fit; the message names both.
struct ShapeError : std::invalid_argument {
    using std::invalid_argument::invalid_argument;
};

/// Inner product x·y = Σ xᵢ yᵢ of two vectors of the same size.
double dot(const Vector& x, const Vector& y);

/// Matrix product A B: (n, k) times (k, m) gives (n, m).
Matrix matmul(const Matrix& A, const Matrix& B);

/// Matrix times vector A x: (n, k) times (k) gives (n).
Vector matvec(const Matrix& A, const Vector& x);

/// Outer product x yᵀ: (n) and (m) give (n, m) with entries xᵢ yⱼ.
Matrix outer(const Vector& x, const Vector& y);

/// Aᵀ: (n, m) becomes (m, n).
Matrix transpose(const Matrix& A);

/// The x with A x = b, by elimination with pivots. A is square, (n, n); one whose elimination ends
/// in a row of zeros is singular and throws std::invalid_argument.
Vector solve(const Matrix& A, const Vector& b);

/// The eigenvalues of a symmetric matrix (n, n), the smallest first.
Vector eigenvalues(const Matrix& A);

} // namespace workbook
