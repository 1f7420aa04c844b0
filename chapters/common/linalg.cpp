#include "common/linalg.hpp"

#include <xtensor-blas/xlinalg.hpp>

#include <string>

namespace workbook {
namespace {

std::string shape_of(const Vector& v)
{
    return "(" + std::to_string(v.size()) + ")";
}

std::string shape_of(const Matrix& m)
{
    return "(" + std::to_string(m.shape(0)) + ", " + std::to_string(m.shape(1)) + ")";
}

template <class A, class B>
void must_fit(bool fits, const char* product, const A& a, const B& b)
{
    if (!fits) {
        throw ShapeError(std::string(product) + ": the shapes " + shape_of(a) + " and " +
                         shape_of(b) + " do not fit");
    }
}

} // namespace

double dot(const Vector& x, const Vector& y)
{
    must_fit(x.size() == y.size(), "dot", x, y);
    return xt::linalg::dot(x, y)(0);
}

Matrix matmul(const Matrix& A, const Matrix& B)
{
    must_fit(A.shape(1) == B.shape(0), "matmul", A, B);
    return xt::linalg::dot(A, B);
}

Vector matvec(const Matrix& A, const Vector& x)
{
    must_fit(A.shape(1) == x.size(), "matvec", A, x);
    return xt::linalg::dot(A, x);
}

Matrix outer(const Vector& x, const Vector& y)
{
    return xt::linalg::outer(x, y);
}

Matrix transpose(const Matrix& A)
{
    return xt::transpose(A);
}

} // namespace workbook
