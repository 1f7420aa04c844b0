/// @file
/// Chapter 5, activation functions. Every group of functions is one step of the chapter; formula,
/// shapes and source stand in activations.hpp. A matrix entry by entry: `A * B`, `1.0 - A`,
/// `xt::exp(A)`, `xt::abs(A)`, `xt::where(A > 0.0, B, C)`. At 0 the lower branch counts, NaN
/// stays NaN (a comparison with it is false), ±∞ gives the limit.
/// How zeros, rows, sums and products are written: docs/pages/xtensor.md.

#include "activations.hpp"

namespace activations {

// f(x) = x.
Matrix identity(const Matrix& X)
{
    //! [5.1 identity and binary step: identity]
    return X;
    //! [5.1 identity and binary step: identity]
}

// f′(x) = 1; NaN stays.
Matrix identity_slope(const Matrix& X)
{
    //! [5.1 identity and binary step: slope of the identity]
    return xt::where(xt::isnan(X), X, 1.0);
    //! [5.1 identity and binary step: slope of the identity]
}

// 0 up to and at 0, 1 above; NaN stays.
Matrix binary_step(const Matrix& X)
{
    //! [5.1 identity and binary step: binary step]
    return xt::where(X <= 0.0, 0.0, xt::where(X > 0.0, 1.0, X));
    //! [5.1 identity and binary step: binary step]
}

// 0 on either side; NaN stays.
Matrix binary_step_slope(const Matrix& X)
{
    //! [5.1 identity and binary step: slope of the binary step]
    return xt::where(xt::isnan(X), X, 0.0);
    //! [5.1 identity and binary step: slope of the binary step]
}

// σ(x) = 1 / (1 + e^−x).
Matrix logistic(const Matrix& X)
{
    //! [5.2 logistic: value]
    return 1.0 / (1.0 + xt::exp(-X));
    //! [5.2 logistic: value]
}

// σ′(x) = σ(x) (1 − σ(x)), and 1 − σ(x) is σ(−x).
Matrix logistic_slope(const Matrix& X)
{
    //! [5.2 logistic: slope]
    return logistic(X) * logistic(-X);
    //! [5.2 logistic: slope]
}

// tanh x = 2 / (1 + e^−2x) − 1.
Matrix hyperbolic_tangent(const Matrix& X)
{
    //! [5.3 hyperbolic tangent: value]
    return xt::tanh(X);
    //! [5.3 hyperbolic tangent: value]
}

// 1 − tanh² x.
Matrix hyperbolic_tangent_slope(const Matrix& X)
{
    //! [5.3 hyperbolic tangent: slope]
    return 1.0 - xt::square(hyperbolic_tangent(X));
    //! [5.3 hyperbolic tangent: slope]
}

// The angle whose tangent is x.
Matrix arctan(const Matrix& X)
{
    //! [5.4 arctan: value]
    return xt::atan(X);
    //! [5.4 arctan: value]
}

// 1 / (1 + x²).
Matrix arctan_slope(const Matrix& X)
{
    //! [5.4 arctan: slope]
    return 1.0 / (1.0 + xt::square(X));
    //! [5.4 arctan: slope]
}

// x / (1 + |x|), divided through by |x| so that ±∞ gives ±1.
Matrix softsign(const Matrix& X)
{
    //! [5.5 softsign: value]
    return xt::sign(X) / (1.0 + 1.0 / xt::abs(X));
    //! [5.5 softsign: value]
}

// 1 / (1 + |x|)².
Matrix softsign_slope(const Matrix& X)
{
    //! [5.5 softsign: slope]
    return 1.0 / xt::square(1.0 + xt::abs(X));
    //! [5.5 softsign: slope]
}

// max(0, x); xt::maximum keeps NaN.
Matrix relu(const Matrix& X)
{
    //! [5.6 ReLU: value]
    return xt::maximum(X, 0.0);
    //! [5.6 ReLU: value]
}

// 0 up to and at 0, 1 above; NaN stays.
Matrix relu_slope(const Matrix& X)
{
    //! [5.6 ReLU: slope]
    return xt::where(X <= 0.0, 0.0, xt::where(X > 0.0, 1.0, X));
    //! [5.6 ReLU: slope]
}

// 0.01 x up to 0, x above.
Matrix leaky_relu(const Matrix& X)
{
    //! [5.7 leaky ReLU: value]
    return xt::where(X > 0.0, X, 0.01 * X);
    //! [5.7 leaky ReLU: value]
}

// 0.01 up to and at 0, 1 above; NaN stays.
Matrix leaky_relu_slope(const Matrix& X)
{
    //! [5.7 leaky ReLU: slope]
    return xt::where(X <= 0.0, 0.01, xt::where(X > 0.0, 1.0, X));
    //! [5.7 leaky ReLU: slope]
}

// α x up to 0, x above.
Matrix prelu(const Matrix& X, double alpha)
{
    require(std::isfinite(alpha), "alpha must be a finite number");
    //! [5.8 PReLU: value]
    return xt::where(X > 0.0, X, alpha * X);
    //! [5.8 PReLU: value]
}

// ∂f/∂x: α up to and at 0, 1 above; NaN stays.
Matrix prelu_slope(const Matrix& X, double alpha)
{
    require(std::isfinite(alpha), "alpha must be a finite number");
    //! [5.8 PReLU: slope]
    return xt::where(X <= 0.0, alpha, xt::where(X > 0.0, 1.0, X));
    //! [5.8 PReLU: slope]
}

// ∂f/∂α: α x has the slope x, and above 0 there is no α.
Matrix prelu_alpha_slope(const Matrix& X, double alpha)
{
    require(std::isfinite(alpha), "alpha must be a finite number");
    //! [5.8 PReLU: slope in alpha]
    return xt::minimum(X, 0.0);
    //! [5.8 PReLU: slope in alpha]
}

// α (e^x − 1) up to 0, x above; xt::expm1 is e^x − 1 without loss of digits near 0.
Matrix elu(const Matrix& X, double alpha)
{
    require(std::isfinite(alpha), "alpha must be a finite number");
    //! [5.9 ELU: value]
    return xt::where(X > 0.0, X, alpha * xt::expm1(X));
    //! [5.9 ELU: value]
}

// ∂f/∂x: α e^x up to and at 0, 1 above.
Matrix elu_slope(const Matrix& X, double alpha)
{
    require(std::isfinite(alpha), "alpha must be a finite number");
    //! [5.9 ELU: slope]
    return xt::where(X > 0.0, 1.0, alpha * xt::exp(X));
    //! [5.9 ELU: slope]
}

// ∂f/∂α: e^x − 1 up to 0, nothing above.
Matrix elu_alpha_slope(const Matrix& X, double alpha)
{
    require(std::isfinite(alpha), "alpha must be a finite number");
    //! [5.9 ELU: slope in alpha]
    return xt::where(X > 0.0, 0.0, xt::expm1(X));
    //! [5.9 ELU: slope in alpha]
}

// λ times ELU.
Matrix selu(const Matrix& X)
{
    //! [5.10 SELU: value]
    return selu_lambda * elu(X, selu_alpha);
    //! [5.10 SELU: value]
}

// λ times the slope of ELU.
Matrix selu_slope(const Matrix& X)
{
    //! [5.10 SELU: slope]
    return selu_lambda * elu_slope(X, selu_alpha);
    //! [5.10 SELU: slope]
}

// e^z over the sum of its row, the largest score of the row taken off first.
Matrix softmax(const Matrix& Z)
{
    require(Z.shape(1) > 0, "softmax needs at least one class");
    //! [5.11 softmax]
    const Matrix E = xt::exp(Z - xt::amax(Z, {1}, xt::keep_dims));
    return E / xt::sum(E, {1}, xt::keep_dims);
    //! [5.11 softmax]
}

// diag(p) − p pᵀ.
Matrix softmax_jacobian(const Vector& p)
{
    require(p.size() > 0, "softmax needs at least one class");
    //! [5.12 softmax Jacobian: matrix]
    const Matrix D = xt::diag(p);
    return D - outer(p, p);
    //! [5.12 softmax Jacobian: matrix]
}

// p ∘ (v − p·v) in every row.
Matrix softmax_jacobian_product(const Matrix& P, const Matrix& V)
{
    require(P.shape() == V.shape(), "P and V must have the same shape");
    //! [5.12 softmax Jacobian: product]
    return P * (V - xt::sum(P * V, {1}, xt::keep_dims));
    //! [5.12 softmax Jacobian: product]
}

// The least and the largest of all values; only the finite points count for "reached".
Range range_of(const Activation& f, const Matrix& points)
{
    require(points.shape(0) == 1 && points.shape(1) >= 2, "points must be a row of two or more");
    //! [5.13 range and monotonicity: range]
    const double infinity = std::numeric_limits<double>::infinity();
    const Matrix Y = f(points);
    const Matrix ends = f(Matrix{{-infinity, infinity}});
    const double lowest = xt::amin(Y)();
    const double highest = xt::amax(Y)();
    const double infimum = xt::amin(xt::minimum(ends, lowest))();
    const double supremum = xt::amax(xt::maximum(ends, highest))();
    return {infimum, supremum, lowest == infimum, highest == supremum};
    //! [5.13 range and monotonicity: range]
}

// No step to the next point goes down, or none goes up.
bool is_monotonic(const Activation& f, const Matrix& points)
{
    require(points.shape(0) == 1 && points.shape(1) >= 2, "points must be a row of two or more");
    //! [5.13 range and monotonicity: monotonic]
    const Matrix Y = f(points);
    const std::size_t n = Y.shape(1);
    const Matrix steps = xt::view(Y, xt::all(), xt::range(std::size_t{1}, n)) -
                         xt::view(Y, xt::all(), xt::range(std::size_t{0}, n - 1));
    return xt::amin(steps)() >= 0.0 || xt::amax(steps)() <= 0.0;
    //! [5.13 range and monotonicity: monotonic]
}

// k-th difference quotient of the values at a + s, a + 2s, …; right side minus left side.
double derivative_jump(const Activation& f, double at, int k, double h)
{
    require(k >= 0, "the order of a derivative is 0 or more");
    require(h > 0.0 && std::isfinite(h), "the distance h must be above 0");
    //! [5.14 order of continuity: jump]
    const auto side = [&](double step) {
        Matrix x = xt::zeros<double>({std::size_t{1}, static_cast<std::size_t>(k) + 1});
        for (int i = 0; i <= k; ++i)
            x(0, i) = at + (i + 1) * step;
        Matrix v = f(x);
        for (int done = 0; done < k; ++done)
            for (int i = 0; i < k - done; ++i)
                v(0, i) = (v(0, i + 1) - v(0, i)) / step;
        return v(0, 0);
    };
    return side(h) - side(-h);
    //! [5.14 order of continuity: jump]
}

// With h a jump stays, and everything else shrinks: an eighth of h, an eighth of the difference.
int order_of_continuity(const Activation& f, double at, int highest)
{
    require(0 <= highest && highest <= 3, "orders from 0 to 3 can be told");
    //! [5.14 order of continuity: order]
    for (int k = 0; k <= highest; ++k) {
        const double wide = derivative_jump(f, at, k, 1.0 / 256.0);
        const double narrow = derivative_jump(f, at, k, 1.0 / 2048.0);
        if (std::abs(narrow) > 0.5 * std::abs(wide) + 1e-3)
            return k - 1;
    }
    return highest;
    //! [5.14 order of continuity: order]
}

// The entries of one row, each by its own function.
Properties properties(const Activation& f, const Activation& f_slope, const Matrix& points)
{
    //! [5.15 a row of the table]
    return {range_of(f, points), order_of_continuity(f, 0.0, 3), is_monotonic(f, points),
            is_monotonic(f_slope, points)};
    //! [5.15 a row of the table]
}

} // namespace activations
