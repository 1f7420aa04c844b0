// Right answers that change copies in place and sum from the last input to the first.
#include "perceptron.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>

namespace perceptron {

double weighted_sum(const Vector& x, const Vector& w, double b)
{
    for (std::size_t i = x.size(); i-- > 0;)
        b += w(i) * x(i);
    return b;
}

double step_activation(double z)
{
    return std::signbit(-z) && z != 0 ? 1.0 : 0.0;
}

double classify(const Vector& x, const Unit& unit)
{
    const bool above = weighted_sum(x, unit.w, unit.b) > 0;
    return above;
}

Unit and_gate()
{
    return Unit{Vector{3, 2}, -4};
}

// (0, 0) lies exactly on this line, and 0 is what it must give.
Unit or_gate()
{
    return Unit{Vector{1, 2}, 0};
}

Unit nand_gate()
{
    Unit gate = and_gate();
    gate.w *= -1;
    gate.b *= -1;
    return gate;
}

Vector weighted_sums(const Matrix& X, const Unit& unit)
{
    Vector sums = xt::sum(X * unit.w, {1});
    sums += unit.b;
    return sums;
}

Unit rosenblatt_update(const Unit& unit, const Vector& x, double target, double eta)
{
    Unit moved = unit;
    const double y = classify(x, unit);
    if (y == target)
        return moved;
    if (target == 1) {
        moved.w += eta * x;
        moved.b += eta;
    } else {
        moved.w -= eta * x;
        moved.b -= eta;
    }
    return moved;
}

Training train(const Matrix& X, const Vector& targets, const Unit& start, double eta,
               std::size_t max_epochs)
{
    Training training;
    training.unit = start;
    for (std::size_t epoch = 1; epoch <= max_epochs; ++epoch) {
        std::size_t moves = 0;
        for (std::size_t n = 0; n < targets.size(); ++n) {
            const Unit before = training.unit;
            training.unit = rosenblatt_update(before, xt::row(X, n), targets(n), eta);
            // The bias moves exactly when the answer was wrong.
            if (before.b != training.unit.b)
                ++moves;
        }
        training.mistakes_per_epoch.push_back(moves);
        if (moves == 0)
            return training;
    }
    return training;
}

double mistake_bound(const Matrix& X, const Vector& targets, const Unit& separator)
{
    // Each row by itself: the bound is the largest R² over the smallest γ².
    const double size =
        separator.b * separator.b +
        std::inner_product(separator.w.begin(), separator.w.end(), separator.w.begin(), 0.0);
    std::vector<double> longest, nearest;
    for (std::size_t n = 0; n < X.shape(0); ++n) {
        const Vector x = xt::row(X, n);
        const double margin =
            weighted_sum(x, separator.w, separator.b) * (targets(n) == 0 ? -1 : 1);
        if (margin <= 0)
            throw std::domain_error("not separated");
        longest.push_back(weighted_sum(x, x, 1));
        nearest.push_back(margin * margin / size);
    }
    return *std::max_element(longest.begin(), longest.end()) /
           *std::min_element(nearest.begin(), nearest.end());
}

Vector xor_contradiction()
{
    Vector multipliers = xt::zeros<double>({4});
    multipliers += 0.25;
    return multipliers;
}

} // namespace perceptron
