/// @file
/// What the judge of chapter 1 computes itself, each in another way than the text does: sums in
/// long double from the last input on, training by counting how often each row was missed, the
/// margin as a distance between points. No function of the chapter is called here.
#pragma once

#include "perceptron.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numeric>
#include <vector>

namespace perceptron::oracle {

inline double weighted_sum(const Vector& x, const Vector& w, double b)
{
    long double sum = b;
    for (std::size_t i = x.size(); i-- > 0;)
        sum += static_cast<long double>(x(i)) * w(i);
    return static_cast<double>(sum);
}

inline bool is_one(const Vector& x, const Unit& unit)
{
    return weighted_sum(x, unit.w, unit.b) > 0;
}

/// A wrong 0 adds η (x, 1) to the unit, a wrong 1 takes it away.
inline Unit updated(Unit unit, const Vector& x, bool target, double eta)
{
    if (is_one(x, unit) == target)
        return unit;
    const double change = target ? eta : -eta;
    for (std::size_t i = 0; i < x.size(); ++i)
        unit.w(i) += change * x(i);
    unit.b += change;
    return unit;
}

/// Training in its dual form: the unit is never formed on the way. It is the start plus
/// η Σ cₙ (xₙ, 1), where cₙ is how often row n was a wrong 0 less how often it was a wrong 1.
inline Training train(const Matrix& X, const Vector& targets, const Unit& start, double eta,
                      std::size_t max_epochs)
{
    const std::size_t N = X.shape(0);
    std::vector<double> count(N, 0.0);
    Training training{start, {}};
    while (training.mistakes_per_epoch.size() < max_epochs) {
        std::size_t mistakes = 0;
        for (std::size_t n = 0; n < N; ++n) {
            long double sum = weighted_sum(xt::row(X, n), start.w, start.b);
            for (std::size_t m = 0; m < N; ++m) {
                long double product = 1;
                for (std::size_t i = 0; i < X.shape(1); ++i)
                    product += static_cast<long double>(X(n, i)) * X(m, i);
                sum += eta * count[m] * product;
            }
            if ((sum > 0) == (targets(n) > 0.5))
                continue;
            count[n] += targets(n) > 0.5 ? 1 : -1;
            ++mistakes;
        }
        training.mistakes_per_epoch.push_back(mistakes);
        if (mistakes == 0)
            break;
    }
    for (std::size_t n = 0; n < N; ++n) {
        for (std::size_t i = 0; i < X.shape(1); ++i)
            training.unit.w(i) += eta * count[n] * X(n, i);
        training.unit.b += eta * count[n];
    }
    return training;
}

inline std::size_t total_mistakes(const Training& training)
{
    return std::accumulate(training.mistakes_per_epoch.begin(), training.mistakes_per_epoch.end(),
                           std::size_t{0});
}

/// γ as a distance: from each point (x, 1) to its foot on the plane through the origin that is
/// perpendicular to (w, b). The separator must separate.
inline double mistake_bound(const Matrix& X, const Unit& separator)
{
    std::vector<long double> normal(separator.w.begin(), separator.w.end());
    normal.push_back(separator.b);
    const long double square =
        std::inner_product(normal.begin(), normal.end(), normal.begin(), 0.0L);
    long double longest = 0, nearest = std::numeric_limits<long double>::infinity();
    for (std::size_t n = 0; n < X.shape(0); ++n) {
        const auto row = xt::row(X, n);
        std::vector<long double> point(row.begin(), row.end());
        point.push_back(1);
        const long double along =
            std::inner_product(normal.begin(), normal.end(), point.begin(), 0.0L) / square;
        long double distance = 0, length = 0;
        for (std::size_t i = 0; i < point.size(); ++i) {
            const long double foot = point[i] - along * normal[i];
            distance += (point[i] - foot) * (point[i] - foot);
            length += point[i] * point[i];
        }
        nearest = std::min(nearest, distance);
        longest = std::max(longest, length);
    }
    return static_cast<double>(longest / nearest);
}

} // namespace perceptron::oracle
