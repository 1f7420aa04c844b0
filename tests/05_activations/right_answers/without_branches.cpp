/// @file
/// Right answers that choose no branch: maxima, minima and masks carry the signs, and slopes come
/// from outputs where they can.
#include "activations.hpp"

#include <algorithm>

namespace activations {
namespace {

/// NaN where X is NaN, else 0, also at ±∞.
Matrix nothing(const Matrix& X)
{
    return 0.0 * xt::minimum(xt::maximum(X, -1.0), 1.0);
}

/// 1 above 0, else 0; NaN stays.
Matrix above(const Matrix& X)
{
    return xt::ceil(xt::maximum(xt::minimum(X, 1.0), 0.0));
}

Matrix row_sums(const Matrix& M)
{
    return matmul(M, xt::ones<double>({M.shape(1), std::size_t{1}}));
}

} // namespace

Matrix identity(const Matrix& X)
{
    return 1.0 * X;
}
Matrix identity_slope(const Matrix& X)
{
    return 1.0 + nothing(X);
}
Matrix binary_step(const Matrix& X)
{
    return above(X);
}
Matrix binary_step_slope(const Matrix& X)
{
    return nothing(X);
}

Matrix logistic(const Matrix& X)
{
    return 0.5 + 0.5 * xt::tanh(0.5 * X);
}

Matrix logistic_slope(const Matrix& X)
{
    const Matrix y = logistic(X);
    return y - y * y;
}

Matrix hyperbolic_tangent(const Matrix& X)
{
    return 2.0 / (1.0 + xt::exp(-2.0 * X)) - 1.0;
}

Matrix hyperbolic_tangent_slope(const Matrix& X)
{
    const Matrix cosh = xt::cosh(X);
    return 1.0 / (cosh * cosh);
}

Matrix arctan(const Matrix& X)
{
    return xt::sign(X) * (std::acos(-1.0) / 2.0 - xt::atan(1.0 / xt::abs(X)));
}

Matrix arctan_slope(const Matrix& X)
{
    return xt::square(xt::cos(xt::atan(X)));
}

Matrix softsign(const Matrix& X)
{
    return xt::sign(X) * (1.0 - 1.0 / (1.0 + xt::abs(X)));
}
Matrix softsign_slope(const Matrix& X)
{
    return xt::square(1.0 - xt::abs(softsign(X)));
}

Matrix relu(const Matrix& X)
{
    return -xt::minimum(-X, 0.0);
}
Matrix relu_slope(const Matrix& X)
{
    return above(X);
}

Matrix leaky_relu(const Matrix& X)
{
    return xt::maximum(X, 0.01 * X);
}
Matrix leaky_relu_slope(const Matrix& X)
{
    return 0.01 + 0.99 * above(X);
}

Matrix prelu(const Matrix& X, double alpha)
{
    require(std::isfinite(alpha), "alpha must be a finite number");
    return xt::maximum(X, 0.0) + alpha * xt::minimum(X, 0.0);
}

Matrix prelu_slope(const Matrix& X, double alpha)
{
    require(std::isfinite(alpha), "alpha must be a finite number");
    return above(X) + alpha * (1.0 - above(X));
}

Matrix prelu_alpha_slope(const Matrix& X, double alpha)
{
    require(std::isfinite(alpha), "alpha must be a finite number");
    return -xt::maximum(-X, 0.0);
}

Matrix elu(const Matrix& X, double alpha)
{
    require(std::isfinite(alpha), "alpha must be a finite number");
    return xt::maximum(X, 0.0) + alpha * (xt::exp(xt::minimum(X, 0.0)) - 1.0);
}

Matrix elu_slope(const Matrix& X, double alpha)
{
    require(std::isfinite(alpha), "alpha must be a finite number");
    return above(X) + (1.0 - above(X)) * (elu(xt::minimum(X, 0.0), alpha) + alpha);
}

Matrix elu_alpha_slope(const Matrix& X, double alpha)
{
    require(std::isfinite(alpha), "alpha must be a finite number");
    return xt::expm1(xt::minimum(X, 0.0));
}

Matrix selu(const Matrix& X)
{
    return selu_lambda * xt::maximum(X, 0.0) +
           selu_lambda * selu_alpha * xt::expm1(xt::minimum(X, 0.0));
}

Matrix selu_slope(const Matrix& X)
{
    return selu_lambda * above(X) +
           (1.0 - above(X)) * (selu(xt::minimum(X, 0.0)) + selu_lambda * selu_alpha);
}

Matrix softmax(const Matrix& Z)
{
    require(Z.shape(1) > 0, "softmax needs at least one class");
    Matrix P = Z;
    for (std::size_t n = 0; n < Z.shape(0); ++n) {
        const Vector z = xt::view(Z, n, xt::all());
        const Vector d = z - xt::amax(z)();
        xt::view(P, n, xt::all()) = xt::exp(d - std::log(xt::sum(xt::exp(d))()));
    }
    return P;
}

Matrix softmax_jacobian(const Vector& p)
{
    require(p.size() > 0, "softmax needs at least one class");
    Matrix J = -outer(p, p);
    for (std::size_t i = 0; i < p.size(); ++i)
        J(i, i) += p(i);
    return J;
}

Matrix softmax_jacobian_product(const Matrix& P, const Matrix& V)
{
    require(P.shape() == V.shape(), "P and V must have the same shape");
    return P * V - P * row_sums(P * V);
}

Range range_of(const Activation& f, const Matrix& points)
{
    require(points.shape(0) == 1 && points.shape(1) >= 2, "points must be a row of two or more");
    const double infinity = std::numeric_limits<double>::infinity();
    const std::size_t n = points.shape(1);
    Matrix all = xt::zeros<double>({std::size_t{1}, n + 2});
    xt::view(all, xt::all(), xt::range(std::size_t{1}, n + 1)) = points;
    all(0, 0) = -infinity;
    all(0, n + 1) = infinity;
    const Matrix Y = f(all);
    const Matrix inner = xt::view(Y, xt::all(), xt::range(std::size_t{1}, n + 1));
    const double low = xt::amin(Y)();
    const double high = xt::amax(Y)();
    return {low, high, xt::amin(inner)() <= low, xt::amax(inner)() >= high};
}

bool is_monotonic(const Activation& f, const Matrix& points)
{
    require(points.shape(0) == 1 && points.shape(1) >= 2, "points must be a row of two or more");
    const Matrix Y = f(points);
    const Vector y = xt::view(Y, 0, xt::all());
    if (std::isnan(xt::sum(y)()))
        return false;
    return std::is_sorted(y.begin(), y.end()) || std::is_sorted(y.rbegin(), y.rend());
}

double derivative_jump(const Activation& f, double at, int k, double h)
{
    require(k >= 0, "the order of a derivative is 0 or more");
    require(h > 0.0 && std::isfinite(h), "the distance h must be above 0");
    // The k-th difference with its binomial coefficients.
    double jump = 0.0;
    double binomial = 1.0;
    for (int i = k; i >= 0; --i) {
        const Matrix y = f(Matrix{{at + (i + 1) * h, at - (i + 1) * h}});
        const double even = k % 2 == 0 ? 1.0 : -1.0;
        jump += ((k - i) % 2 == 0 ? binomial : -binomial) * (y(0, 0) - even * y(0, 1));
        binomial = binomial * i / (k - i + 1);
    }
    return jump / std::pow(h, k);
}

int order_of_continuity(const Activation& f, double at, int highest)
{
    require(0 <= highest && highest <= 3, "orders from 0 to 3 can be told");
    for (int k = 0; k <= highest; ++k) {
        // What the jump comes to as h goes to 0.
        const double h = 1.0 / 1024.0;
        if (std::abs(2.0 * derivative_jump(f, at, k, h) - derivative_jump(f, at, k, 2.0 * h)) > 0.1)
            return k - 1;
    }
    return highest;
}

Properties properties(const Activation& f, const Activation& f_slope, const Matrix& points)
{
    return {range_of(f, points), order_of_continuity(f, 0.0, 3), is_monotonic(f, points),
            is_monotonic(f_slope, points)};
}

} // namespace activations
