/// @file
/// What chapter 7 is judged by. Gradients come from automatic differentiation of the functions,
/// written a second time, and are confirmed by central differences. The optimizers' steps are
/// written a second time too, one parameter after the other and with more digits; whole
/// trajectories come from trajectories/make_trajectories.py, which knows nothing of this code.
#pragma once

#include "judging/judge/two_oracles.hpp"
#include "optimizers.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace optimizers::oracle {

using judging::slopes;

inline std::vector<double> numbers(const Vector& v)
{
    return {v.begin(), v.end()};
}

/// The test functions with their squares multiplied out or in another order.
struct Valley {
    template <class T>
    T operator()(const std::vector<T>& w) const
    {
        const T bend = w[0] * w[0];
        return 100.0 * w[1] * w[1] - 200.0 * w[1] * bend + 100.0 * bend * bend + bend - 2.0 * w[0] +
               1.0;
    }
};

struct Bowl {
    double kappa;
    template <class T>
    T operator()(const std::vector<T>& w) const
    {
        return w[1] * (kappa / 2.0) * w[1] + w[0] * w[0] / 2.0;
    }
};

struct Beale {
    template <class T>
    T operator()(const std::vector<T>& w) const
    {
        const double constants[] = {1.5, 2.25, 2.625};
        T sum(0.0);
        T power(1.0);
        for (double constant : constants) {
            power *= w[1];
            const T miss = constant - w[0] * (1.0 - power);
            sum += miss * miss;
        }
        return sum;
    }
};

struct Saddle {
    template <class T>
    T operator()(const std::vector<T>& w) const
    {
        return (w[0] - w[1]) * (w[0] + w[1]);
    }
};

/// The mean over some rows of half the squared misses of a linear regression.
struct RowsError {
    const Matrix& X;
    const Vector& targets;
    std::vector<std::size_t> rows;
    template <class T>
    T operator()(const std::vector<T>& w) const
    {
        T sum(0.0);
        for (std::size_t n : rows) {
            T miss(-targets(n));
            for (std::size_t i = w.size(); i-- > 0;)
                miss += w[i] * X(n, i);
            sum += miss * miss;
        }
        return sum / (2.0 * static_cast<double>(rows.size()));
    }
};

/// The batches by their positions: batch k holds the places k·size up to (k + 1)·size.
inline Batches batches(const std::vector<std::size_t>& order, std::size_t size)
{
    Batches parts;
    for (std::size_t from = 0; from < order.size(); from += size) {
        const std::size_t to = std::min(from + size, order.size());
        parts.emplace_back(order.begin() + static_cast<std::ptrdiff_t>(from),
                           order.begin() + static_cast<std::ptrdiff_t>(to));
    }
    return parts;
}

using Real = long double;

inline double below(Real g, double epsilon, Epsilon position)
{
    return static_cast<double>(position == Epsilon::inside
                                   ? std::sqrt(g + static_cast<Real>(epsilon))
                                   : static_cast<Real>(epsilon) + std::sqrt(g));
}

/// The mean of an old value and a new one, of which the old one has the fraction `kept`.
inline Real mixed(double kept, double old_value, Real new_value)
{
    return new_value + static_cast<Real>(kept) * (static_cast<Real>(old_value) - new_value);
}

inline Momentum momentum(const Momentum& from, const Vector& gradient, double eta, double alpha)
{
    Momentum to = from;
    for (std::size_t i = 0; i < gradient.size(); ++i) {
        const Real slope = gradient(i);
        const Real step = static_cast<Real>(alpha) * from.v(i) - static_cast<Real>(eta) * slope;
        to.v(i) = static_cast<double>(step);
        to.w(i) = static_cast<double>(from.w(i) + step);
    }
    return to;
}

/// Keras' form by way of the points ahead: from them back to w, a step of the papers' form, and
/// ahead again.
inline Momentum keras_nesterov(const Momentum& from, const Vector& gradient, double eta,
                               double alpha)
{
    Momentum position = from;
    for (std::size_t i = 0; i < gradient.size(); ++i)
        position.w(i) -= alpha * from.v(i);
    Momentum to = momentum(position, gradient, eta, alpha);
    for (std::size_t i = 0; i < gradient.size(); ++i)
        to.w(i) += alpha * to.v(i);
    return to;
}

inline Adaptive adaptive(const Adaptive& from, const Vector& gradient, double eta, double kept,
                         bool average, double epsilon, Epsilon position)
{
    Adaptive to = from;
    for (std::size_t i = 0; i < gradient.size(); ++i) {
        const Real square = static_cast<Real>(gradient(i)) * gradient(i);
        const Real g = average ? mixed(kept, from.g(i), square) : from.g(i) + square;
        to.g(i) = static_cast<double>(g);
        to.w(i) = from.w(i) - eta * gradient(i) / below(g, epsilon, position);
    }
    return to;
}

inline Adadelta adadelta(const Adadelta& from, const Vector& gradient, double eta, double kept,
                         double epsilon)
{
    Adadelta to = from;
    for (std::size_t i = 0; i < gradient.size(); ++i) {
        const Real slope = gradient(i);
        const Real g = mixed(kept, from.g(i), slope * slope);
        const Real step = slope * std::sqrt((from.s(i) + static_cast<Real>(epsilon)) /
                                            (g + static_cast<Real>(epsilon)));
        to.g(i) = static_cast<double>(g);
        to.s(i) = static_cast<double>(mixed(kept, from.s(i), step * step));
        to.w(i) = static_cast<double>(from.w(i) - static_cast<Real>(eta) * step);
    }
    return to;
}

/// What is left of 1 after β has been multiplied t times.
inline Real missing(double beta, int t)
{
    Real left = 1.0L;
    for (int k = 0; k < t; ++k)
        left *= beta;
    return 1.0L - left;
}

inline Adam adam(const Adam& from, const Vector& gradient, double eta, double beta_1, double beta_2,
                 double epsilon, Epsilon position)
{
    Adam to = from;
    ++to.t;
    for (std::size_t i = 0; i < gradient.size(); ++i) {
        const Real slope = gradient(i);
        const Real m = mixed(beta_1, from.m(i), slope);
        const Real g = mixed(beta_2, from.g(i), slope * slope);
        to.m(i) = static_cast<double>(m);
        to.g(i) = static_cast<double>(g);
        to.w(i) = static_cast<double>(from.w(i) -
                                      eta * (m / missing(beta_1, to.t)) /
                                          below(g / missing(beta_2, to.t), epsilon, position));
    }
    return to;
}

inline Adam keras_adam(const Adam& from, const Vector& gradient, double lr, double beta_1,
                       double beta_2, double epsilon, double decay, bool amsgrad)
{
    Adam to = from;
    ++to.t;
    const Real correction = std::sqrt(missing(beta_2, to.t));
    for (std::size_t i = 0; i < gradient.size(); ++i) {
        const Real slope = gradient(i);
        const Real m = mixed(beta_1, from.m(i), slope);
        const Real g = mixed(beta_2, from.g(i), slope * slope);
        to.m(i) = static_cast<double>(m);
        to.g(i) = static_cast<double>(g);
        if (amsgrad)
            to.g_max(i) = static_cast<double>(std::max<Real>(from.g_max(i), g));
        // As the paper's step, whose ε is larger by the correction.
        const Real under = amsgrad ? static_cast<Real>(to.g_max(i)) : g;
        const Real bottom = std::sqrt(under) / correction + epsilon / correction;
        to.w(i) = static_cast<double>(from.w(i) - lr * (m / missing(beta_1, to.t)) / bottom /
                                                      (1.0L + static_cast<Real>(decay) * from.t));
    }
    return to;
}

} // namespace optimizers::oracle
