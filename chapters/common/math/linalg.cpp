#include "common/math/linalg.hpp"

#include <xtensor-blas/xblas.hpp>

#include <algorithm>
#include <string>

namespace workbook {
namespace {

using arithmetic::shape_of;
using arithmetic::StridedView;

void check_shapes(bool fits, const char* product, const StridedView& a, const StridedView& b)
{
    if (!fits) {
        throw ShapeError(std::string(product) + ": the shapes " + shape_of(a) + " and " +
                         shape_of(b) + " do not fit");
    }
}

/// A product of so few multiplications takes less time than the call of BLAS.
constexpr std::size_t few = 128;

/// C += A B, row by row as the reference BLAS does it, so that the last digits are the same.
void multiply_few(const Matrix& A, const Matrix& B, Matrix& C)
{
    const std::size_t inner = B.shape(0);
    const std::size_t columns = B.shape(1);
    const double* a = A.data();
    double* row = C.data();
    for (std::size_t i = 0; i < A.shape(0); ++i, row += columns) {
        const double* b = B.data();
        for (std::size_t k = 0; k < inner; ++k, ++a, b += columns) {
            for (std::size_t j = 0; j < columns; ++j) {
                row[j] += *a * b[j];
            }
        }
    }
}

} // namespace

// Empty tensors never get as far as BLAS.

double dot(const Vector& x, const Vector& y)
{
    check_shapes(x.size() == y.size(), "dot", x, y);
    double product = 0.0;
    if (x.size() != 0) {
        xt::blas::dot(x, y, product);
    }
    return product;
}

Matrix matmul(const Matrix& A, const Matrix& B)
{
    check_shapes(A.shape(1) == B.shape(0), "matmul", A, B);
    Matrix product(std::array<std::size_t, 2>{A.shape(0), B.shape(1)});
    if (A.size() * B.shape(1) <= few) {
        product.fill(0.0);
        multiply_few(A, B, product);
    } else {
        xt::blas::gemm(A, B, product);
    }
    return product;
}

Vector matvec(const Matrix& A, const Vector& x)
{
    check_shapes(A.shape(1) == x.size(), "matvec", A, x);
    Vector product({A.shape(0)}, 0.0);
    if (A.size() != 0) {
        xt::blas::gemv(A, x, product);
    }
    return product;
}

Matrix outer(const Vector& x, const Vector& y)
{
    Matrix product({x.size(), y.size()}, 0.0);
    if (product.size() != 0) {
        xt::blas::ger(x, y, product);
    }
    return product;
}

Matrix transpose(const Matrix& A)
{
    return arithmetic::transposed(A);
}

} // namespace workbook
