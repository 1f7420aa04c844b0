/// @file
/// What chapter 5 is judged by. Every function stands here once, in a form that the chapter does
/// not use, over a type that may carry its derivative; no slope formula stands here. Slopes come
/// from automatic differentiation, and each is compared with central differences before it is
/// believed. The functions whose properties are asked for are built so that the answer is known
/// from how they are built.
#pragma once

#include "activations.hpp"
#include "judging/judge/two_oracles.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <limits>
#include <vector>

namespace activations::oracle {

using judging::slopes;

inline constexpr double infinity = std::numeric_limits<double>::infinity();
inline constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

// --- The functions, entry by entry ---------------------------------------------------------

struct Identity {
    template <class T>
    T operator()(const T& x) const
    {
        return 0.5 * (x + x);
    }
};

/// By way of tanh.
struct Logistic {
    template <class T>
    T operator()(const T& x) const
    {
        using std::tanh;
        return 0.5 * (1.0 + tanh(0.5 * x));
    }
};

/// By way of exponentials.
struct HyperbolicTangent {
    template <class T>
    T operator()(const T& x) const
    {
        using std::exp;
        const T squared = exp(2.0 * x);
        return (squared - 1.0) / (squared + 1.0);
    }
};

/// By way of the hypotenuse.
struct Arctan {
    template <class T>
    T operator()(const T& x) const
    {
        using std::asin;
        using std::sqrt;
        return asin(x / sqrt(1.0 + x * x));
    }
};

struct Softsign {
    template <class T>
    T operator()(const T& x) const
    {
        using std::sqrt;
        return x / (1.0 + sqrt(x * x));
    }
};

/// A line on either side of 0, put together from x and |x|.
struct TwoLines {
    double below;
    double above;
    template <class T>
    T operator()(const T& x) const
    {
        using std::sqrt;
        return 0.5 * (above + below) * x + 0.5 * (above - below) * sqrt(x * x);
    }
};

/// PReLU of the pair (x, α).
struct Prelu {
    template <class T>
    T operator()(const std::vector<T>& x_alpha) const
    {
        using std::sqrt;
        const T& x = x_alpha[0];
        const T size = sqrt(x * x);
        return 0.5 * ((x + size) + x_alpha[1] * (x - size));
    }
};

/// ELU of the pair (x, α), the lower branch by way of sinh.
struct Elu {
    template <class T>
    T operator()(const std::vector<T>& x_alpha) const
    {
        using std::exp;
        using std::sinh;
        const T& x = x_alpha[0];
        if (x > 0.0)
            return x + 0.0 * x_alpha[1];
        return x_alpha[1] * 2.0 * exp(0.5 * x) * sinh(0.5 * x);
    }
};

/// SELU from its published constants.
struct Selu {
    template <class T>
    T operator()(const T& x) const
    {
        return 1.0507009873554805 * Elu{}(std::vector<T>{x, T(1.6732632423543772)});
    }
};

/// One entry of softmax: p_i is 1 over the sum of all e^(z_j − z_i).
template <class T>
T softmax_entry(const std::vector<T>& z, std::size_t i)
{
    using std::exp;
    T sum(0.0);
    for (std::size_t j = z.size(); j-- > 0;)
        sum += exp(z[j] - z[i]);
    return 1.0 / sum;
}

// --- Values and slopes ------------------------------------------------------------------------

/// f at every entry.
template <class F>
Matrix each(const F& f, Matrix X)
{
    for (double& x : X)
        x = f(x);
    return X;
}

/// The slope of f at every entry.
template <class F>
Matrix slope_of_each(const F& f, Matrix X)
{
    for (double& x : X)
        x = slopes([&](const auto& at) { return f(at[0]); }, Vector{x})(0);
    return X;
}

/// f of the pair (x, α) at every entry x.
template <class F>
Matrix each(const F& f, Matrix X, double alpha)
{
    for (double& x : X)
        x = f(std::vector<double>{x, alpha});
    return X;
}

/// Its slope with respect to x (0) or α (1).
template <class F>
Matrix slope_of_each(const F& f, Matrix X, double alpha, std::size_t with_respect_to)
{
    for (double& x : X)
        x = slopes(f, Vector{x, alpha})(with_respect_to);
    return X;
}

inline std::vector<double> row(const Matrix& m, std::size_t n)
{
    std::vector<double> values;
    for (std::size_t j = 0; j < m.shape(1); ++j)
        values.push_back(m(n, j));
    return values;
}

inline Matrix softmax(const Matrix& Z)
{
    Matrix P = Z;
    for (std::size_t n = 0; n < Z.shape(0); ++n)
        for (std::size_t i = 0; i < Z.shape(1); ++i)
            P(n, i) = softmax_entry(row(Z, n), i);
    return P;
}

/// ∂p_i/∂z_j at scores z, by differentiation.
inline Matrix softmax_jacobian(const std::vector<double>& z)
{
    Matrix J = xt::zeros<double>({z.size(), z.size()});
    Vector at = xt::zeros<double>({z.size()});
    std::copy(z.begin(), z.end(), at.begin());
    for (std::size_t i = 0; i < z.size(); ++i) {
        const Vector line = slopes([i](const auto& s) { return softmax_entry(s, i); }, at);
        for (std::size_t j = 0; j < z.size(); ++j)
            J(i, j) = line(j);
    }
    return J;
}

/// What the outputs of softmax do when the scores Z move along V: one number per output, the
/// derivative with respect to t of softmax(Z + t V) at t = 0.
inline Matrix along(const Matrix& Z, const Matrix& V)
{
    Matrix result = Z;
    for (std::size_t n = 0; n < Z.shape(0); ++n)
        for (std::size_t i = 0; i < Z.shape(1); ++i) {
            const auto moved = [&](const auto& t) {
                std::decay_t<decltype(t)> scores;
                for (std::size_t j = 0; j < Z.shape(1); ++j)
                    scores.push_back(Z(n, j) + t[0] * V(n, j));
                return softmax_entry(scores, i);
            };
            result(n, i) = slopes(moved, Vector{0.0})(0);
        }
    return result;
}

// --- Functions with known properties -----------------------------------------------------------

inline Activation entrywise(std::function<double(double)> f)
{
    return [f = std::move(f)](const Matrix& X) {
        Matrix Y = X;
        for (double& y : Y)
            y = f(y);
        return Y;
    };
}

/// A polynomial in the distance from `at`, another one on its right.
struct TwoPolynomials {
    double at;
    std::vector<double> left;
    std::vector<double> right;

    static double value(const std::vector<double>& coefficients, double d)
    {
        double sum = 0.0;
        for (std::size_t i = coefficients.size(); i-- > 0;)
            sum = sum * d + coefficients[i];
        return sum;
    }

    double operator()(double x) const { return value(x > at ? right : left, x - at); }
};

/// k! times the divided difference of a polynomial at the distances s, 2s, …, (k + 1)s, in
/// Lagrange's form: a sum with a product under every value.
inline double difference_quotient(const std::vector<double>& polynomial, int k, double s)
{
    double sum = 0.0;
    double factorial = 1.0;
    for (int i = 0; i <= k; ++i) {
        double product = 1.0;
        for (int j = 0; j <= k; ++j)
            product *= i == j ? 1.0 : (i - j) * s;
        sum += TwoPolynomials::value(polynomial, (i + 1) * s) / product;
        factorial *= std::max(i, 1);
    }
    return factorial * sum;
}

} // namespace activations::oracle
