// Chapter 5 under the reader's hand: one activation after the other, with its row of the table.
#include "activations.hpp"
#include "explorables/exchange.hpp"

namespace {

using namespace activations;

/// A function, its slope, and its slope with respect to α, which only two of them have.
struct Chosen {
    Activation f;
    Activation slope;
    Activation alpha_slope = {};
};

Chosen prelu_with(double alpha)
{
    return {[alpha](const Matrix& X) { return prelu(X, alpha); },
            [alpha](const Matrix& X) { return prelu_slope(X, alpha); },
            [alpha](const Matrix& X) { return prelu_alpha_slope(X, alpha); }};
}

Chosen elu_with(double alpha)
{
    return {[alpha](const Matrix& X) { return elu(X, alpha); },
            [alpha](const Matrix& X) { return elu_slope(X, alpha); },
            [alpha](const Matrix& X) { return elu_alpha_slope(X, alpha); }};
}

/// The functions of the chapter in its order.
Chosen chosen(std::size_t kind, double alpha)
{
    const std::vector<Chosen> functions{
        {identity, identity_slope}, {binary_step, binary_step_slope},
        {logistic, logistic_slope}, {hyperbolic_tangent, hyperbolic_tangent_slope},
        {arctan, arctan_slope},     {softsign, softsign_slope},
        {relu, relu_slope},         {leaky_relu, leaky_relu_slope},
        prelu_with(alpha),          elu_with(alpha),
        {selu, selu_slope}};
    return functions.at(kind);
}

/// `count` places from `low` to `high` as one row.
Matrix places(double low, double high, std::size_t count)
{
    Matrix X(Matrix::shape_type{1, count});
    for (std::size_t i = 0; i < count; ++i) {
        X(0, i) = low + (high - low) * static_cast<double>(i) / static_cast<double>(count - 1);
    }
    return X;
}

} // namespace

/// f and f′ at `count` places from `low` to `high`, all of f first.
EXPLORE(activation_curves)
{
    const std::size_t kind = in.count();
    const Chosen function = chosen(kind, in.number());
    const double low = in.number();
    const double high = in.number();
    const Matrix X = places(low, high, in.count());
    out.add(function.f(X));
    out.add(function.slope(X));
}

/// f and f′ at one place, and for a function with α the slope with respect to it.
EXPLORE(activation_at)
{
    const std::size_t kind = in.count();
    const Chosen function = chosen(kind, in.number());
    const Matrix x{{in.number()}};
    out.add(function.f(x));
    out.add(function.slope(x));
    if (function.alpha_slope) {
        out.add(function.alpha_slope(x));
    }
}

/// Its row of the table of properties, decided where the table of the text is: −10, −9.99, …, 10.
EXPLORE(activation_row)
{
    const std::size_t kind = in.count();
    const Chosen function = chosen(kind, in.number());
    const Properties row = properties(function.f, function.slope, places(-10.0, 10.0, 2001));
    out.add(row.range.infimum);
    out.add(row.range.supremum);
    out.add(row.range.infimum_reached ? 1.0 : 0.0);
    out.add(row.range.supremum_reached ? 1.0 : 0.0);
    out.add(static_cast<double>(row.order));
    out.add(row.monotonic ? 1.0 : 0.0);
    out.add(row.slope_monotonic ? 1.0 : 0.0);
}
