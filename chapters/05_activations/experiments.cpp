// The functions of chapter 5 with their slopes, and how people write numbers and ranges.
#include "experiments.hpp"

#include "common/math/random.hpp"

#include <fmt/format.h>

#include <cmath>
#include <cstddef>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace activations {

Activation prelu_with(double alpha)
{
    return [alpha](const Matrix& X) { return prelu(X, alpha); };
}

Activation prelu_slope_with(double alpha)
{
    return [alpha](const Matrix& X) { return prelu_slope(X, alpha); };
}

Activation elu_with(double alpha)
{
    return [alpha](const Matrix& X) { return elu(X, alpha); };
}

Activation elu_slope_with(double alpha)
{
    return [alpha](const Matrix& X) { return elu_slope(X, alpha); };
}

std::vector<Pair> pairs()
{
    return {
        {"identity", identity, identity_slope, -4.2, 4.2},
        {"binary step", binary_step, binary_step_slope, -0.3, 1.3},
        {"logistic", logistic, logistic_slope, -0.1, 1.1},
        {"tanh", hyperbolic_tangent, hyperbolic_tangent_slope, -1.2, 1.2},
        {"arctan", arctan, arctan_slope, -1.7, 1.7},
        {"softsign", softsign, softsign_slope, -1.2, 1.2},
        {"ReLU", relu, relu_slope, -1.0, 4.2},
        {"leaky ReLU", leaky_relu, leaky_relu_slope, -1.0, 4.2},
        {"PReLU, α = 0.25", prelu_with(prelu_example), prelu_slope_with(prelu_example), -4.2, 4.2},
        {"ELU, α = 0.5", elu_with(elu_example), elu_slope_with(elu_example), -1.0, 4.2},
        {"SELU", selu, selu_slope, -2.2, 4.4}};
}

double at(const Activation& f, double x)
{
    return f(Matrix{{x}})(0, 0);
}

double relative_error(double value, double right)
{
    return std::abs(value / right - 1.0);
}

Matrix table_points()
{
    Matrix points = xt::zeros<double>({std::size_t{1}, std::size_t{2001}});
    for (int i = 0; i <= 2000; ++i)
        points(0, i) = (i - 1000) / 100.0;
    return points;
}

std::string number_text(double x)
{
    if (std::isinf(x))
        return x > 0.0 ? "∞" : "−∞";
    const double half_pi = std::acos(0.0);
    if (std::abs(std::abs(x) - half_pi) < 1e-12)
        return x > 0.0 ? "π/2" : "−π/2";
    const std::string digits = fmt::format("{:.6g}", std::abs(x));
    return (x < 0.0 ? "−" : "") + digits;
}

std::string range_text(const Range& range, const Activation& f)
{
    const Matrix Y = f(table_points());
    const std::set<double> values(Y.begin(), Y.end());
    if (values.size() <= 2)
        return fmt::format("{{{}, {}}}", number_text(range.infimum), number_text(range.supremum));
    return fmt::format("{}{}, {}{}", range.infimum_reached ? "[" : "(", number_text(range.infimum),
                       number_text(range.supremum), range.supremum_reached ? "]" : ")");
}

std::vector<Moments> through_layers(const Activation& f)
{
    constexpr std::size_t width = 128;
    Random random{5};
    Matrix H = random.normal_matrix(width, width, 0.5, 2.0);
    std::vector<Moments> result;
    for (std::size_t layer = 0; layer <= deep; ++layer) {
        const double mean = xt::mean(H)();
        result.push_back({mean, xt::mean(xt::square(H - mean))()});
        const double deviation = 1.0 / std::sqrt(static_cast<double>(width));
        H = f(matmul(H, random.normal_matrix(width, width, 0.0, deviation)));
    }
    return result;
}

const std::vector<std::pair<std::string, Activation>>& deep_functions()
{
    static const std::vector<std::pair<std::string, Activation>> functions{
        {"SELU", selu},
        {"ELU, α = 1", elu_with(1.0)},
        {"ReLU", relu},
        {"tanh", hyperbolic_tangent},
        {"logistic", logistic}};
    return functions;
}

} // namespace activations
