// The worked example, the linear unit and XOR: their errors, gradients and trainings.
#include "experiments.hpp"

#include "common/math/random.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

namespace backprop {

Vector flat(const std::vector<Layer>& layers)
{
    std::vector<double> all;
    for (const Layer& layer : layers) {
        all.insert(all.end(), layer.W.begin(), layer.W.end());
        all.insert(all.end(), layer.b.begin(), layer.b.end());
    }
    Vector result = xt::zeros<double>({all.size()});
    std::copy(all.begin(), all.end(), result.begin());
    return result;
}

std::vector<Layer> shaped(const Vector& parameters, std::vector<Layer> like)
{
    auto next = parameters.begin();
    for (Layer& layer : like) {
        for (double& w : layer.W)
            w = *next++;
        for (double& b : layer.b)
            b = *next++;
    }
    return like;
}

Vector flat(const backprop::Network& net)
{
    return flat(std::vector<Layer>{net.hidden, net.output});
}

double example_error(const Vector& parameters)
{
    const auto layers = shaped(parameters, {example.hidden, example.output});
    return error(forward({layers[0], layers[1]}, example_x).y_o, example_t);
}

Backward backward()
{
    Backward back;
    back.a = forward(example, example_x);
    back.delta_o = output_delta(back.a, example_t);
    back.delta_h = hidden_delta(example, back.a, back.delta_o);
    back.output = output_gradients(back.delta_o, back.a.y_h);
    back.hidden = hidden_gradients(back.delta_h, example_x);
    return back;
}

Vector flat(const Backward& back)
{
    return flat(std::vector<Layer>{back.hidden, back.output});
}

double largest(const Vector& v)
{
    return xt::amax(xt::abs(v))();
}

double line_error(const LinearUnit& unit)
{
    const Vector miss = matvec(line_X, unit.w) + unit.b - line_targets;
    return 0.5 * xt::mean(xt::square(miss))();
}

std::vector<double> line_errors(double eta, std::size_t steps)
{
    LinearUnit unit = line_start;
    std::vector<double> errors{line_error(unit)};
    for (std::size_t step = 0; step < steps; ++step) {
        unit = descend_linear(unit, line_X, line_targets, eta);
        errors.push_back(line_error(unit));
    }
    return errors;
}

Vector line_curvatures()
{
    const std::size_t N = line_X.shape(0);
    Matrix extended = xt::ones<double>({N, line_X.shape(1) + 1});
    xt::view(extended, xt::all(), xt::range(std::size_t{0}, line_X.shape(1))) = line_X;
    return eigenvalues(matmul(transpose(extended), extended) / static_cast<double>(N));
}

std::vector<Layer> random_layers(std::uint64_t seed, std::size_t hidden)
{
    Random random{seed};
    const Matrix W1 = random.uniform_matrix(2, hidden, -1.0, 1.0);
    const Vector b1 = random.uniform_vector(hidden, -1.0, 1.0);
    const Matrix W2 = random.uniform_matrix(hidden, 1, -1.0, 1.0);
    const Vector b2 = random.uniform_vector(1, -1.0, 1.0);
    return {{W1, b1}, {W2, b2}};
}

Matrix sigma(const Matrix& Z)
{
    return 1.0 / (1.0 + xt::exp(-Z));
}

Matrix sigma_slope(const Matrix& Z)
{
    return sigma(Z) * (1.0 - sigma(Z));
}

Matrix outputs(const std::vector<Layer>& layers, const Matrix& X)
{
    Matrix H = X;
    for (const Layer& layer : layers)
        H = sigma(matmul(H, layer.W) + layer.b);
    return H;
}

double parabola(double w)
{
    return (w - 2.0) * (w - 2.0);
}

namespace {

backprop::Network with_weights(const Vector& w)
{
    backprop::Network net = example;
    net.output.W(0, 0) = w(0); // w31
    net.output.W(0, 1) = w(1); // w41
    return net;
}

} // namespace

double error_over_two(const Vector& w)
{
    return error(forward(with_weights(w), example_x).y_o, example_t);
}

std::vector<Vector> path_over_two(const Vector& start)
{
    std::vector<Vector> path{start};
    for (int step = 0; step < 30; ++step) {
        const Activations a = forward(with_weights(path.back()), example_x);
        const Layer slopes = output_gradients(output_delta(a, example_t), a.y_h);
        path.push_back(path.back() - 4.0 * xt::row(slopes.W, 0));
    }
    return path;
}

void circle(Figure& figure, double x, double y, const std::string& label, Color color)
{
    const std::size_t corners = 72;
    std::vector<double> across;
    std::vector<double> up;
    for (std::size_t i = 0; i <= corners; ++i) {
        const double angle = 2.0 * std::acos(-1.0) * static_cast<double>(i) / corners;
        across.push_back(x + 0.22 * std::cos(angle));
        up.push_back(y + 0.22 * std::sin(angle));
    }
    figure.line(across, up, {.color = color, .width = 2.4});
    figure.text(x, y, label);
}

} // namespace backprop
