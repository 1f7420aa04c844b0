/// @file
/// Chapter 8, losses. Every function is one step of the chapter; its formula, shapes and source
/// stand in losses.hpp. Vectors: `Vector v{1.0, 2.0}`, `v(0)`, `v + u`, `2.0 * v`; products:
/// `dot`, `matvec` of common/math/linalg.hpp; `xt::sum(v)()` is a number.
/// How zeros, rows, sums and products are written: docs/pages/xtensor.md.

#include "losses.hpp"

namespace losses {

// m = (1/n) Σ xᵢ²
double mean_square(const Vector& x)
{
    //! [8.1 mean square]
    return dot(x, x) / static_cast<double>(x.size());
    //! [8.1 mean square]
}

double squared_error(const Matrix& Y, const Matrix& T)
{
    return 0.5 * xt::sum(xt::square(Y - T))() / static_cast<double>(Y.shape(0));
}

Matrix squared_error_gradient(const Matrix& Y, const Matrix& T)
{
    return (Y - T) / static_cast<double>(Y.shape(0));
}

double binary_cross_entropy(const Matrix& Z, const Matrix& T)
{
    const Matrix each = xt::maximum(Z, 0.0) - Z * T + xt::log1p(xt::exp(-xt::abs(Z)));
    return xt::sum(each)() / static_cast<double>(Z.shape(0));
}

Matrix binary_cross_entropy_gradient(const Matrix& Z, const Matrix& T)
{
    return (1.0 / (1.0 + xt::exp(-Z)) - T) / static_cast<double>(Z.shape(0));
}

double cross_entropy(const Matrix& Z, const Matrix& T)
{
    const Matrix shifted = Z - xt::amax(Z, {1}, xt::keep_dims);
    const Vector all = xt::log(xt::sum(xt::exp(shifted), {1}));
    return (xt::sum(all)() - xt::sum(shifted * T)()) / static_cast<double>(Z.shape(0));
}

Matrix cross_entropy_gradient(const Matrix& Z, const Matrix& T)
{
    const Matrix E = xt::exp(Z - xt::amax(Z, {1}, xt::keep_dims));
    return (E / xt::sum(E, {1}, xt::keep_dims) - T) / static_cast<double>(Z.shape(0));
}

Matrix one_hot(const std::vector<std::size_t>& labels, std::size_t classes)
{
    Matrix T = xt::zeros<double>({labels.size(), classes});
    for (std::size_t n = 0; n < labels.size(); ++n)
        T(n, labels[n]) = 1.0;
    return T;
}

} // namespace losses
