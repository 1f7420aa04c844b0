// Right answers that treat the bias as the weight of one more input, which is always 1.
#include "perceptron.hpp"

#include <cmath>
#include <stdexcept>

namespace perceptron {

namespace {

/// (x, 1)
Vector extended(const Vector& x, double last = 1.0)
{
    Vector longer = Vector::from_shape({x.size() + 1});
    xt::view(longer, xt::range(0, x.size())) = x;
    longer(x.size()) = last;
    return longer;
}

Vector together(const Unit& unit)
{
    return extended(unit.w, unit.b);
}

Unit apart(const Vector& v)
{
    const std::size_t n = v.size() - 1;
    return {xt::view(v, xt::range(0, n)), v(n)};
}

/// The batch with a column of ones.
Matrix extended_rows(const Matrix& X)
{
    Matrix longer = xt::ones<double>({X.shape(0), X.shape(1) + 1});
    xt::view(longer, xt::all(), xt::range(0, X.shape(1))) = X;
    return longer;
}

} // namespace

double weighted_sum(const Vector& x, const Vector& w, double b)
{
    return dot(extended(x), extended(w, b));
}

double step_activation(double z)
{
    return static_cast<double>(z > 0);
}

double classify(const Vector& x, const Unit& unit)
{
    return step_activation(dot(extended(x), together(unit)));
}

// Whole numbers, with two corners of AND on its line.
Unit and_gate()
{
    return apart({1, 1, -1});
}

Unit or_gate()
{
    return apart({2, 2, -1});
}

Unit nand_gate()
{
    return apart({-2, -2, 3});
}

Vector weighted_sums(const Matrix& X, const Unit& unit)
{
    return matvec(extended_rows(X), together(unit));
}

Unit rosenblatt_update(const Unit& unit, const Vector& x, double target, double eta)
{
    const Vector v = together(unit);
    const Vector moved = v + (target - classify(x, unit)) * (eta * extended(x));
    return apart(moved);
}

Training train(const Matrix& X, const Vector& targets, const Unit& start, double eta,
               std::size_t max_epochs)
{
    const Matrix rows = extended_rows(X);
    Vector v = together(start);
    std::vector<std::size_t> counts;
    do {
        counts.push_back(0);
        for (std::size_t n = 0; n < rows.shape(0); ++n) {
            const Vector x = xt::row(rows, n);
            const double error = targets(n) - step_activation(dot(v, x));
            counts.back() += static_cast<std::size_t>(error * error);
            v += eta * error * x;
        }
    } while (counts.back() > 0 && counts.size() < max_epochs);
    return {apart(v), counts};
}

double mistake_bound(const Matrix& X, const Vector& targets, const Unit& separator)
{
    const Matrix rows = extended_rows(X);
    Vector v = together(separator);
    v /= std::sqrt(dot(v, v));
    const Vector sums = matvec(rows, v);
    const Vector margins = xt::where(targets > 0.5, sums, -sums);
    const double gamma = xt::amin(margins)();
    if (!(gamma > 0))
        throw std::invalid_argument("no margin");
    const double R = xt::amax(xt::sqrt(xt::sum(xt::square(rows), {1})))();
    return std::pow(R / gamma, 2);
}

Vector xor_contradiction()
{
    return {2, 2, 2, 2};
}

} // namespace perceptron
