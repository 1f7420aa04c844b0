/// @file
/// Right answers that go through a batch row after row and add up, in another order than the
/// text, with the deck's symbols where the network is the deck's.
#include "backprop.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace backprop {

static double sigma(double z)
{
    return z < 0.0 ? std::exp(z) / (1.0 + std::exp(z)) : 1.0 / (1.0 + std::exp(-z));
}

double descend(double w, double slope, double eta)
{
    return w + (-eta) * slope;
}

double parabola_slope(double w, double w_best)
{
    return -2.0 * (w_best - w);
}

LinearUnit descend_linear(const LinearUnit& unit, const Matrix& X, const Vector& targets,
                          double eta)
{
    LinearUnit moved = unit;
    const double share = eta / static_cast<double>(X.shape(0));
    for (std::size_t n = X.shape(0); n-- > 0;) {
        const Vector x = xt::row(X, static_cast<std::ptrdiff_t>(n));
        const double short_by = targets(n) - (dot(x, unit.w) + unit.b);
        moved.w += share * short_by * x;
        moved.b += share * short_by;
    }
    return moved;
}

double error(const Vector& y_o, const Vector& y_t)
{
    return std::inner_product(y_o.begin(), y_o.end(), y_t.begin(), 0.0, std::plus<>(),
                              [](double o, double t) { return 0.5 * std::pow(t - o, 2); });
}

Vector sigmoid(const Vector& z)
{
    Vector y = z;
    std::transform(z.begin(), z.end(), y.begin(), sigma);
    return y;
}

Vector sigmoid_slope(const Vector& z)
{
    Vector s = z;
    std::transform(z.begin(), z.end(), s.begin(),
                   [](double v) { return 0.25 / std::pow(std::cosh(v / 2.0), 2); });
    return s;
}

Vector sigmoid_slope_from_output(const Vector& y)
{
    return (1.0 - y) * y;
}

Activations forward(const Network& net, const Vector& x)
{
    const auto through = [](const Layer& layer, const Vector& in) {
        Vector z = layer.b;
        for (std::size_t i = in.size(); i-- > 0;)
            z += in(i)*xt::row(layer.W, static_cast<std::ptrdiff_t>(i));
        return sigmoid(z);
    };
    Activations a;
    a.y_h = through(net.hidden, x);
    a.y_o = through(net.output, a.y_h);
    return a;
}

Vector output_delta(const Activations& a, const Vector& y_t)
{
    const Vector slope = a.y_o - a.y_o * a.y_o;
    return slope * a.y_o - slope * y_t;
}

Layer output_gradients(const Vector& delta_o, const Vector& y_h)
{
    const Matrix column = xt::view(y_h, xt::all(), xt::newaxis());
    return {column * delta_o, delta_o};
}

Vector hidden_delta(const Network& net, const Activations& a, const Vector& delta_o)
{
    const Matrix paths = net.output.W * delta_o;
    const Vector sum = xt::sum(paths, {1});
    return sum * a.y_h - sum * a.y_h * a.y_h;
}

Layer hidden_gradients(const Vector& delta_h, const Vector& x)
{
    Matrix W = outer(x, delta_h);
    return {W, delta_h};
}

Network update(const Network& net, const Vector& x, const Vector& y_t, double eta)
{
    const Activations a = forward(net, x);
    const Vector step_o = -eta * output_delta(a, y_t);
    // The way back is linear, so a delta that holds −η already gives a step that holds it.
    const Vector step_h = hidden_delta(net, a, step_o);
    Network moved = net;
    moved.output.W += outer(a.y_h, step_o);
    moved.output.b += step_o;
    moved.hidden.W += outer(x, step_h);
    moved.hidden.b += step_h;
    return moved;
}

std::vector<Layer> gradients(const std::vector<Layer>& layers, const Matrix& X, const Matrix& T,
                             const std::function<Matrix(const Matrix&)>& f,
                             const std::function<Matrix(const Matrix&)>& f_slope)
{
    std::vector<Layer> total = layers;
    for (Layer& layer : total) {
        layer.W.fill(0.0);
        layer.b.fill(0.0);
    }
    const std::size_t N = X.shape(0);
    for (std::size_t n = N; n-- > 0;) {
        std::vector<Matrix> Z, H{xt::view(X, xt::range(n, n + 1), xt::all())};
        for (const Layer& layer : layers) {
            Z.emplace_back(matmul(H.back(), layer.W) + layer.b);
            H.push_back(f(Z.back()));
        }
        const Matrix t = xt::view(T, xt::range(n, n + 1), xt::all());
        Matrix owed = H.back() - t;
        for (std::size_t l = layers.size(); l-- > 0;) {
            const Matrix delta = f_slope(Z[l]) * owed;
            total[l].W += matmul(transpose(H[l]), delta);
            total[l].b += xt::row(delta, 0);
            owed = matmul(delta, transpose(layers[l].W));
        }
    }
    for (Layer& layer : total) {
        layer.W /= static_cast<double>(N);
        layer.b /= static_cast<double>(N);
    }
    return total;
}

Vector numerical_gradient(const std::function<double(const Vector&)>& E, const Vector& parameters)
{
    const double cube_root = std::cbrt(std::numeric_limits<double>::epsilon());
    Vector g = parameters;
    for (std::size_t i = 0; i < g.size(); ++i) {
        const double h = cube_root * std::max(1.0, std::abs(parameters(i)));
        Vector p = parameters;
        p(i) = parameters(i) - h;
        const double from = p(i), below = E(p);
        p(i) = parameters(i) + h;
        g(i) = (E(p) - below) / (p(i) - from);
    }
    return g;
}

Training train(const std::vector<Layer>& start, const Matrix& X, const Matrix& T, double eta,
               std::size_t epochs)
{
    const auto f = [](const Matrix& Z) {
        Matrix H = Z;
        std::transform(Z.begin(), Z.end(), H.begin(), sigma);
        return H;
    };
    const auto f_slope = [](const Matrix& Z) {
        Matrix H = Z;
        std::transform(Z.begin(), Z.end(), H.begin(),
                       [](double z) { return sigma(z) * sigma(-z); });
        return H;
    };
    Training run;
    std::vector<Layer> layers = start;
    for (std::size_t epoch = 0; epoch != epochs; ++epoch) {
        Matrix Y = X;
        for (const Layer& layer : layers) {
            const Matrix Z = matmul(Y, layer.W) + layer.b;
            Y = f(Z);
        }
        run.error_per_epoch.push_back(xt::mean(xt::sum(0.5 * xt::square(Y - T), {1}))());
        const std::vector<Layer> g = gradients(layers, X, T, f, f_slope);
        for (std::size_t l = layers.size(); l-- > 0;) {
            layers[l].b -= eta * g[l].b;
            layers[l].W -= eta * g[l].W;
        }
    }
    run.layers = std::move(layers);
    return run;
}

} // namespace backprop
