/// @file
/// Right answers with plain loops over the entries, and with if in place of xt::where.
#include "activations.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace activations {
namespace {

template <class F>
Matrix map(Matrix X, const F& f)
{
    for (double& x : X)
        x = f(x);
    return X;
}

double sigma(double x)
{
    if (x >= 0.0)
        return 1.0 / (1.0 + std::exp(-x));
    const double e = std::exp(x);
    return std::isnan(x) ? x : e / (1.0 + e);
}

} // namespace

Matrix identity(const Matrix& X)
{
    return X;
}

Matrix identity_slope(const Matrix& X)
{
    return map(X, [](double x) { return std::isnan(x) ? x : 1.0; });
}

Matrix binary_step(const Matrix& X)
{
    return map(X, [](double x) { return std::isnan(x) ? x : x > 0.0 ? 1.0 : 0.0; });
}

Matrix binary_step_slope(const Matrix& X)
{
    return map(X, [](double x) { return std::isnan(x) ? x : 0.0; });
}

Matrix logistic(const Matrix& X)
{
    return map(X, sigma);
}

Matrix logistic_slope(const Matrix& X)
{
    return map(X, [](double x) { return sigma(x) * (1.0 - sigma(x)); });
}

Matrix hyperbolic_tangent(const Matrix& X)
{
    return map(X, [](double x) { return 2.0 * sigma(2.0 * x) - 1.0; });
}

Matrix hyperbolic_tangent_slope(const Matrix& X)
{
    return map(X, [](double x) { return 4.0 * sigma(2.0 * x) * sigma(-2.0 * x); });
}

Matrix arctan(const Matrix& X)
{
    return map(X, [](double x) { return std::atan2(x, 1.0); });
}

Matrix arctan_slope(const Matrix& X)
{
    return map(X, [](double x) { return 1.0 / (x * x + 1.0); });
}

Matrix softsign(const Matrix& X)
{
    return map(X, [](double x) {
        return std::isinf(x) ? std::copysign(1.0, x) : x / (1.0 + std::abs(x));
    });
}

Matrix softsign_slope(const Matrix& X)
{
    return map(X, [](double x) { return std::pow(1.0 + std::abs(x), -2.0); });
}

Matrix relu(const Matrix& X)
{
    return map(X, [](double x) { return x < 0.0 ? 0.0 : x; });
}

Matrix relu_slope(const Matrix& X)
{
    return map(X, [](double x) { return std::isnan(x) ? x : x > 0.0 ? 1.0 : 0.0; });
}

Matrix leaky_relu(const Matrix& X)
{
    return map(X, [](double x) { return x < 0.0 ? 0.01 * x : x; });
}

Matrix leaky_relu_slope(const Matrix& X)
{
    return map(X, [](double x) { return std::isnan(x) ? x : x > 0.0 ? 1.0 : 0.01; });
}

Matrix prelu(const Matrix& X, double alpha)
{
    require(std::isfinite(alpha), "alpha must be a finite number");
    return map(X, [=](double x) { return x < 0.0 ? alpha * x : x; });
}

Matrix prelu_slope(const Matrix& X, double alpha)
{
    require(std::isfinite(alpha), "alpha must be a finite number");
    return map(X, [=](double x) { return std::isnan(x) ? x : x > 0.0 ? 1.0 : alpha; });
}

Matrix prelu_alpha_slope(const Matrix& X, double alpha)
{
    require(std::isfinite(alpha), "alpha must be a finite number");
    return map(X, [](double x) { return x > 0.0 ? 0.0 : x; });
}

Matrix elu(const Matrix& X, double alpha)
{
    require(std::isfinite(alpha), "alpha must be a finite number");
    return map(X, [=](double x) { return x > 0.0 ? x : alpha * (std::exp(x) - 1.0); });
}

Matrix elu_slope(const Matrix& X, double alpha)
{
    require(std::isfinite(alpha), "alpha must be a finite number");
    return map(X, [=](double x) { return x > 0.0 ? 1.0 : alpha * std::exp(x); });
}

Matrix elu_alpha_slope(const Matrix& X, double alpha)
{
    require(std::isfinite(alpha), "alpha must be a finite number");
    return map(X, [](double x) { return x > 0.0 ? 0.0 : std::exp(x) - 1.0; });
}

Matrix selu(const Matrix& X)
{
    return map(X, [](double x) {
        return x > 0.0 ? 1.0507009873554805 * x : 1.7580993408473766 * (std::exp(x) - 1.0);
    });
}

Matrix selu_slope(const Matrix& X)
{
    return map(X, [](double x) {
        return x > 0.0 ? 1.0507009873554805 : 1.7580993408473766 * std::exp(x);
    });
}

Matrix softmax(const Matrix& Z)
{
    require(Z.shape(1) > 0, "softmax needs at least one class");
    Matrix P = Z;
    for (std::size_t n = 0; n < Z.shape(0); ++n) {
        double largest = Z(n, 0);
        for (std::size_t i = 1; i < Z.shape(1); ++i)
            largest = std::max(largest, Z(n, i));
        double sum = 0.0;
        for (std::size_t i = 0; i < Z.shape(1); ++i) {
            P(n, i) = std::exp(Z(n, i) - largest);
            sum += P(n, i);
        }
        for (std::size_t i = 0; i < Z.shape(1); ++i)
            P(n, i) /= sum;
    }
    return P;
}

Matrix softmax_jacobian(const Vector& p)
{
    require(p.size() > 0, "softmax needs at least one class");
    Matrix J = xt::zeros<double>({p.size(), p.size()});
    for (std::size_t i = 0; i < p.size(); ++i)
        for (std::size_t j = 0; j < p.size(); ++j)
            J(i, j) = i == j ? p(i) * (1.0 - p(i)) : -p(i) * p(j);
    return J;
}

Matrix softmax_jacobian_product(const Matrix& P, const Matrix& V)
{
    require(P.shape() == V.shape(), "P and V must have the same shape");
    Matrix result = V;
    for (std::size_t n = 0; n < P.shape(0); ++n)
        for (std::size_t i = 0; i < P.shape(1); ++i) {
            double sum = 0.0;
            for (std::size_t j = 0; j < P.shape(1); ++j)
                sum += P(n, i) * ((i == j ? 1.0 : 0.0) - P(n, j)) * V(n, j);
            result(n, i) = sum;
        }
    return result;
}

Range range_of(const Activation& f, const Matrix& points)
{
    require(points.shape(0) == 1 && points.shape(1) >= 2, "points must be a row of two or more");
    const double infinity = std::numeric_limits<double>::infinity();
    const double nan = std::numeric_limits<double>::quiet_NaN();
    double infimum = infinity;
    double supremum = -infinity;
    bool low_reached = false;
    bool high_reached = false;
    for (double x : points) {
        const double y = f(Matrix{{x}})(0, 0);
        if (std::isnan(y))
            return {nan, nan, false, false};
        infimum = std::min(infimum, y);
        supremum = std::max(supremum, y);
    }
    low_reached = high_reached = true;
    for (double x : {-infinity, infinity}) {
        const double y = f(Matrix{{x}})(0, 0);
        if (std::isnan(y))
            return {nan, nan, false, false};
        if (y < infimum) {
            infimum = y;
            low_reached = false;
        }
        if (y > supremum) {
            supremum = y;
            high_reached = false;
        }
    }
    return {infimum, supremum, low_reached, high_reached};
}

bool is_monotonic(const Activation& f, const Matrix& points)
{
    require(points.shape(0) == 1 && points.shape(1) >= 2, "points must be a row of two or more");
    bool never_falls = true;
    bool never_rises = true;
    for (std::size_t i = 1; i < points.shape(1); ++i) {
        const double before = f(Matrix{{points(0, i - 1)}})(0, 0);
        const double after = f(Matrix{{points(0, i)}})(0, 0);
        never_falls = never_falls && after >= before;
        never_rises = never_rises && after <= before;
    }
    return never_falls || never_rises;
}

double derivative_jump(const Activation& f, double at, int k, double h)
{
    require(k >= 0, "the order of a derivative is 0 or more");
    require(h > 0.0 && std::isfinite(h), "the distance h must be above 0");
    double jump = 0.0;
    for (double side : {1.0, -1.0}) {
        std::vector<double> v;
        for (int i = 0; i <= k; ++i)
            v.push_back(f(Matrix{{at + side * h * (i + 1)}})(0, 0));
        while (v.size() > 1) {
            for (std::size_t i = 0; i + 1 < v.size(); ++i)
                v[i] = (v[i + 1] - v[i]) / (side * h);
            v.pop_back();
        }
        jump += side * v[0];
    }
    return jump;
}

int order_of_continuity(const Activation& f, double at, int highest)
{
    require(0 <= highest && highest <= 3, "orders from 0 to 3 can be told");
    int order = -1;
    while (order < highest && std::abs(derivative_jump(f, at, order + 1, 1e-3)) < 0.2)
        ++order;
    return order;
}

Properties properties(const Activation& f, const Activation& f_slope, const Matrix& points)
{
    Properties row;
    row.range = range_of(f, points);
    row.order = order_of_continuity(f, 0.0, 3);
    row.monotonic = is_monotonic(f, points);
    row.slope_monotonic = is_monotonic(f_slope, points);
    return row;
}

} // namespace activations
