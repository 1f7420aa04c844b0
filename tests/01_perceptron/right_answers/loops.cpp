// Right answers in plain loops, each step written out without the ones before it.
#include "perceptron.hpp"

#include <cmath>
#include <stdexcept>

namespace perceptron {

double weighted_sum(const Vector& x, const Vector& w, double b)
{
    double sum = 0;
    for (std::size_t i = 0; i < x.size(); i++)
        sum += x(i) * w(i);
    sum += b;
    return sum;
}

double step_activation(double z)
{
    if (z <= 0)
        return 0;
    else
        return 1;
}

double classify(const Vector& x, const Unit& unit)
{
    double z = unit.b;
    for (std::size_t i = 0; i < x.size(); i++)
        z += unit.w(i) * x(i);
    if (z > 0)
        return 1;
    return 0;
}

Unit and_gate()
{
    Unit u;
    u.w = Vector{0.5, 0.5};
    u.b = -0.7;
    return u;
}

Unit or_gate()
{
    Unit u;
    u.w = Vector{0.5, 0.5};
    u.b = -0.2;
    return u;
}

Unit nand_gate()
{
    Unit u;
    u.w = Vector{-0.5, -0.5};
    u.b = 0.7;
    return u;
}

Vector weighted_sums(const Matrix& X, const Unit& unit)
{
    Vector z = xt::zeros<double>({X.shape(0)});
    for (std::size_t n = 0; n < X.shape(0); n++) {
        for (std::size_t i = 0; i < X.shape(1); i++)
            z(n) += X(n, i) * unit.w(i);
        z(n) += unit.b;
    }
    return z;
}

Unit rosenblatt_update(const Unit& unit, const Vector& x, double target, double eta)
{
    double y = classify(x, unit);
    Unit u = unit;
    for (std::size_t i = 0; i < x.size(); i++)
        u.w(i) = u.w(i) + eta * (target - y) * x(i);
    u.b = u.b + eta * (target - y);
    return u;
}

Training train(const Matrix& X, const Vector& targets, const Unit& start, double eta,
               std::size_t max_epochs)
{
    Training result;
    result.unit = start;
    std::size_t epoch = 0;
    bool done = false;
    while (!done && epoch < max_epochs) {
        std::size_t wrong = 0;
        for (std::size_t n = 0; n < X.shape(0); n++) {
            Vector x = xt::zeros<double>({X.shape(1)});
            for (std::size_t i = 0; i < X.shape(1); i++)
                x(i) = X(n, i);
            double y = classify(x, result.unit);
            if (y != targets(n)) {
                wrong++;
                for (std::size_t i = 0; i < X.shape(1); i++)
                    result.unit.w(i) += eta * (targets(n) - y) * x(i);
                result.unit.b += eta * (targets(n) - y);
            }
        }
        result.mistakes_per_epoch.push_back(wrong);
        done = wrong == 0;
        epoch++;
    }
    return result;
}

double mistake_bound(const Matrix& X, const Vector& targets, const Unit& separator)
{
    double R2 = 0;
    double gamma = 1e300;
    double norm = separator.b * separator.b;
    for (std::size_t i = 0; i < X.shape(1); i++)
        norm += separator.w(i) * separator.w(i);
    norm = std::sqrt(norm);
    for (std::size_t n = 0; n < X.shape(0); n++) {
        double length2 = 1, z = separator.b;
        for (std::size_t i = 0; i < X.shape(1); i++) {
            length2 += X(n, i) * X(n, i);
            z += X(n, i) * separator.w(i);
        }
        double margin = (targets(n) == 1 ? z : -z) / norm;
        if (margin <= 0)
            throw std::invalid_argument("row " + std::to_string(n) + " is on the wrong side");
        if (length2 > R2)
            R2 = length2;
        if (margin < gamma)
            gamma = margin;
    }
    double R = std::sqrt(R2);
    return (R / gamma) * (R / gamma);
}

Vector xor_contradiction()
{
    Vector m = xt::ones<double>({4});
    return m;
}

} // namespace perceptron
