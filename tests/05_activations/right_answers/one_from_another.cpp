/// @file
/// Right answers that build on each other as far as they can: every two-branched function is one
/// PReLU or ELU, every S-shaped one a logistic function, and the product of the Jacobian is made
/// with the Jacobian.
#include "activations.hpp"

namespace activations {

Matrix identity(const Matrix& X)
{
    return prelu(X, 1.0);
}
Matrix identity_slope(const Matrix& X)
{
    return prelu_slope(X, 1.0);
}

Matrix binary_step(const Matrix& X)
{
    return prelu_slope(X, 0.0);
}
Matrix binary_step_slope(const Matrix& X)
{
    return identity_slope(X) - 1.0;
}

Matrix logistic(const Matrix& X)
{
    const Matrix e = xt::exp(-xt::abs(X));
    return xt::where(X > 0.0, 1.0 / (1.0 + e), e / (1.0 + e));
}

Matrix logistic_slope(const Matrix& X)
{
    return logistic(X) * (1.0 - logistic(X));
}

Matrix hyperbolic_tangent(const Matrix& X)
{
    return 2.0 * logistic(2.0 * X) - 1.0;
}
Matrix hyperbolic_tangent_slope(const Matrix& X)
{
    return 4.0 * logistic_slope(2.0 * X);
}

Matrix arctan(const Matrix& X)
{
    return -xt::atan(-X);
}
Matrix arctan_slope(const Matrix& X)
{
    return 1.0 / (1.0 + X * X);
}

Matrix softsign(const Matrix& X)
{
    return xt::where(X > 0.0, 1.0 / (1.0 / X + 1.0), 1.0 / (1.0 / X - 1.0));
}

Matrix softsign_slope(const Matrix& X)
{
    const Matrix d = 1.0 + xt::where(X > 0.0, X, -X);
    return 1.0 / (d * d);
}

Matrix relu(const Matrix& X)
{
    return xt::maximum(0.0, X);
}
Matrix relu_slope(const Matrix& X)
{
    return binary_step(X);
}
Matrix leaky_relu(const Matrix& X)
{
    return prelu(X, 0.01);
}
Matrix leaky_relu_slope(const Matrix& X)
{
    return prelu_slope(X, 0.01);
}

Matrix prelu(const Matrix& X, double alpha)
{
    require(std::isfinite(alpha), "alpha must be a finite number");
    return xt::where(X <= 0.0, alpha * X, X);
}

Matrix prelu_slope(const Matrix& X, double alpha)
{
    require(std::isfinite(alpha), "alpha must be a finite number");
    Matrix slope = X;
    for (double& x : slope) {
        if (x > 0.0)
            x = 1.0;
        else if (x <= 0.0)
            x = alpha;
    }
    return slope;
}

Matrix prelu_alpha_slope(const Matrix& X, double alpha)
{
    require(std::isfinite(alpha), "alpha must be a finite number");
    return xt::where(X >= 0.0, 0.0, X);
}

Matrix elu(const Matrix& X, double alpha)
{
    require(std::isfinite(alpha), "alpha must be a finite number");
    return xt::maximum(X, 0.0) + alpha * elu_alpha_slope(X, alpha);
}

Matrix elu_slope(const Matrix& X, double alpha)
{
    require(std::isfinite(alpha), "alpha must be a finite number");
    return xt::where(X <= 0.0, elu(X, alpha) + alpha, prelu_slope(X, 1.0));
}

Matrix elu_alpha_slope(const Matrix& X, double alpha)
{
    require(std::isfinite(alpha), "alpha must be a finite number");
    return xt::minimum(xt::expm1(X), 0.0);
}

Matrix selu(const Matrix& X)
{
    return elu(X, selu_alpha) * selu_lambda;
}
Matrix selu_slope(const Matrix& X)
{
    return elu_slope(X, selu_alpha) * selu_lambda;
}

Matrix softmax(const Matrix& Z)
{
    require(Z.shape(1) > 0, "softmax needs at least one class");
    const Matrix largest = xt::amax(Z, {1}, xt::keep_dims);
    const Matrix sum = xt::sum(xt::exp(Z - largest), {1}, xt::keep_dims);
    return xt::exp(Z - largest - xt::log(sum));
}

Matrix softmax_jacobian(const Vector& p)
{
    require(p.size() > 0, "softmax needs at least one class");
    const Matrix I = xt::eye(p.size());
    return I * p - outer(p, p);
}

Matrix softmax_jacobian_product(const Matrix& P, const Matrix& V)
{
    require(P.shape() == V.shape(), "P and V must have the same shape");
    Matrix product = V;
    for (std::size_t n = 0; n < P.shape(0); ++n) {
        const Vector p = xt::view(P, n, xt::all());
        const Vector v = xt::view(V, n, xt::all());
        xt::view(product, n, xt::all()) = matvec(softmax_jacobian(p), v);
    }
    return product;
}

Range range_of(const Activation& f, const Matrix& points)
{
    require(points.shape(0) == 1 && points.shape(1) >= 2, "points must be a row of two or more");
    const double infinity = std::numeric_limits<double>::infinity();
    const Matrix Y = f(points);
    const Matrix left = xt::minimum(Y, f(Matrix{{-infinity}}));
    const Matrix right = xt::maximum(Y, f(Matrix{{-infinity}}));
    const double low = xt::amin(xt::minimum(left, f(Matrix{{infinity}})))();
    const double high = xt::amax(xt::maximum(right, f(Matrix{{infinity}})))();
    return {low, high, xt::amin(Y)() == low, xt::amax(Y)() == high};
}

bool is_monotonic(const Activation& f, const Matrix& points)
{
    require(points.shape(0) == 1 && points.shape(1) >= 2, "points must be a row of two or more");
    const Matrix Y = f(points);
    std::size_t up = 0;
    std::size_t down = 0;
    std::size_t flat = 0;
    for (std::size_t i = 1; i < Y.shape(1); ++i) {
        up += Y(0, i) > Y(0, i - 1) ? 1 : 0;
        down += Y(0, i) < Y(0, i - 1) ? 1 : 0;
        flat += Y(0, i) == Y(0, i - 1) ? 1 : 0;
    }
    return up + flat == Y.shape(1) - 1 || down + flat == Y.shape(1) - 1;
}

double derivative_jump(const Activation& f, double at, int k, double h)
{
    require(k >= 0, "the order of a derivative is 0 or more");
    require(h > 0.0 && std::isfinite(h), "the distance h must be above 0");
    // The k-th derivative is the slope of the one before it, on either side.
    const std::function<double(double, double, int)> derivative = [&](double x, double step,
                                                                      int order) -> double {
        if (order == 0)
            return f(Matrix{{x}})(0, 0);
        return (derivative(x + step, step, order - 1) - derivative(x, step, order - 1)) / step;
    };
    return derivative(at + h, h, k) - derivative(at - h, -h, k);
}

int order_of_continuity(const Activation& f, double at, int highest)
{
    require(0 <= highest && highest <= 3, "orders from 0 to 3 can be told");
    int order = 0;
    for (; order <= highest; ++order) {
        const double wide = std::abs(derivative_jump(f, at, order, 0.004));
        const double narrow = std::abs(derivative_jump(f, at, order, 0.0005));
        if (narrow > 0.01 && narrow > 0.7 * wide)
            break;
    }
    return order - 1;
}

Properties properties(const Activation& f, const Activation& f_slope, const Matrix& points)
{
    const Range range = range_of(f, points);
    const bool f_is_monotonic = is_monotonic(f, points);
    const bool slope_is_monotonic = is_monotonic(f_slope, points);
    return {range, order_of_continuity(f, 0.0, 3), f_is_monotonic, slope_is_monotonic};
}

} // namespace activations
