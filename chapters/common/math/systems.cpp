// Systems of linear equations and eigenvalues, by the textbook's algorithms: a chapter's matrices
// are small. Entries are reached by pointer, so that this file needs no part of linalg.cpp and
// BLAS: it is also linked into a library that is loaded.
#include "common/math/linalg.hpp"
#include "common/math/require.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

namespace workbook {
namespace {

/// A square matrix, row by row.
struct Square {
    double* data;
    std::size_t n;
    double& operator()(std::size_t i, std::size_t j) const { return data[i * n + j]; }
};

/// One rotation of Jacobi's method: A ← Jᵀ A J with A(p, q) = A(q, p) = 0 afterwards.
void rotate(const Square& A, std::size_t p, std::size_t q)
{
    const double theta = (A(q, q) - A(p, p)) / (2.0 * A(p, q));
    const double t = std::copysign(1.0, theta) / (std::abs(theta) + std::hypot(theta, 1.0));
    const double c = 1.0 / std::hypot(t, 1.0);
    const double s = t * c;
    for (std::size_t i = 0; i < A.n; ++i) {
        const double a = A(i, p);
        const double b = A(i, q);
        A(i, p) = c * a - s * b;
        A(i, q) = s * a + c * b;
    }
    for (std::size_t j = 0; j < A.n; ++j) {
        const double a = A(p, j);
        const double b = A(q, j);
        A(p, j) = c * a - s * b;
        A(q, j) = s * a + c * b;
    }
    A(p, q) = 0.0;
    A(q, p) = 0.0;
}

} // namespace

Vector solve(const Matrix& A, const Vector& b)
{
    const std::size_t n = b.size();
    if (A.shape(0) != n || A.shape(1) != n) {
        throw ShapeError("solve: the matrix must be square, with a row for every entry of b");
    }
    Matrix copy = A;
    const Square U{copy.data(), n};
    Vector result = b;
    double* const x = result.data();
    for (std::size_t k = 0; k < n; ++k) {
        std::size_t pivot = k;
        for (std::size_t i = k + 1; i < n; ++i) {
            if (std::abs(U(i, k)) > std::abs(U(pivot, k))) {
                pivot = i;
            }
        }
        require(U(pivot, k) != 0.0, "solve: the matrix is singular");
        for (std::size_t j = k; j < n; ++j) {
            std::swap(U(k, j), U(pivot, j));
        }
        std::swap(x[k], x[pivot]);
        for (std::size_t i = k + 1; i < n; ++i) {
            const double factor = U(i, k) / U(k, k);
            for (std::size_t j = k; j < n; ++j) {
                U(i, j) -= factor * U(k, j);
            }
            x[i] -= factor * x[k];
        }
    }
    for (std::size_t k = n; k-- > 0;) {
        for (std::size_t j = k + 1; j < n; ++j) {
            x[k] -= U(k, j) * x[j];
        }
        x[k] /= U(k, k);
    }
    return result;
}

Vector eigenvalues(const Matrix& A)
{
    const std::size_t n = A.shape(0);
    if (A.shape(1) != n) {
        throw ShapeError("eigenvalues: the matrix must be square");
    }
    Matrix copy = A;
    const Square D{copy.data(), n};
    // Near the end every sweep squares what is left beside the diagonal; a few sweeps are enough.
    for (int sweep = 0; sweep < 30; ++sweep) {
        for (std::size_t p = 0; p < n; ++p) {
            for (std::size_t q = p + 1; q < n; ++q) {
                if (D(p, q) != 0.0) {
                    rotate(D, p, q);
                }
            }
        }
    }
    Vector values(Vector::shape_type{n});
    for (std::size_t i = 0; i < n; ++i) {
        values.data()[i] = D(i, i);
    }
    std::sort(values.begin(), values.end());
    return values;
}

} // namespace workbook
