// Right answers in whole-array expressions and by calling the steps before.
#include "perceptron.hpp"

#include <cmath>
#include <stdexcept>

namespace perceptron {

double weighted_sum(const Vector& x, const Vector& w, double b)
{
    return b + xt::sum(x * w)();
}

double step_activation(double z)
{
    return std::ceil(std::tanh(std::max(z, 0.0)));
}

double classify(const Vector& x, const Unit& unit)
{
    Matrix X = Matrix::from_shape({1, x.size()});
    xt::row(X, 0) = x;
    return step_activation(weighted_sums(X, unit)(0));
}

Unit and_gate()
{
    const Unit nand = nand_gate();
    return {-nand.w, -nand.b};
}

Unit or_gate()
{
    return {{10.0, 20.0}, -5.0};
}

Unit nand_gate()
{
    return {{-0.2, -0.4}, 0.5};
}

Vector weighted_sums(const Matrix& X, const Unit& unit)
{
    const Matrix column = xt::view(unit.w, xt::all(), xt::newaxis());
    const Matrix sums = matmul(X, column) + unit.b;
    return xt::col(sums, 0);
}

Unit rosenblatt_update(const Unit& unit, const Vector& x, double target, double eta)
{
    const double y = step_activation(weighted_sum(x, unit.w, unit.b));
    const Vector change = eta * target * x - eta * y * x;
    return {change + unit.w, eta * target - eta * y + unit.b};
}

Training train(const Matrix& X, const Vector& targets, const Unit& start, double eta,
               std::size_t max_epochs)
{
    Unit unit = start;
    std::vector<std::size_t> mistakes;
    for (std::size_t epoch = 0; epoch != max_epochs; ++epoch) {
        mistakes.push_back(0);
        for (std::size_t n = 0; n != X.shape(0); ++n) {
            const Vector x = xt::row(X, n);
            if (std::abs(classify(x, unit) - targets(n)) > 0.5) {
                ++mistakes.back();
                unit = rosenblatt_update(unit, x, targets(n), eta);
            }
        }
        if (mistakes.back() == 0)
            break;
    }
    return Training{unit, mistakes};
}

double mistake_bound(const Matrix& X, const Vector& targets, const Unit& separator)
{
    const Vector outputs = xt::where(weighted_sums(X, separator) > 0.0, 1.0, 0.0);
    if (xt::any(xt::not_equal(outputs, targets)))
        throw std::invalid_argument("the separator answers a row wrongly");
    const double nearest = xt::amin(xt::abs(weighted_sums(X, separator)))();
    if (nearest == 0.0)
        throw std::invalid_argument("a row is on the line");
    const Vector lengths = xt::sum(xt::square(X), {1}) + 1.0;
    const double size = xt::sum(xt::square(separator.w))() + std::pow(separator.b, 2);
    return xt::amax(lengths)() * size / std::pow(nearest, 2);
}

Vector xor_contradiction()
{
    return {1e6, 1e6, 1e6, 1e6};
}

} // namespace perceptron
