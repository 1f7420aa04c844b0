/// @file
/// Right answers that build on each other as far as they can: one example is a batch of one
/// row, and the general rule does the work of all the special ones.
#include "backprop.hpp"

#include <cmath>

namespace backprop {
namespace {

Matrix as_row(const Vector& v)
{
    Matrix m = xt::zeros<double>({std::size_t{1}, v.size()});
    xt::row(m, 0) = v;
    return m;
}

Vector from_row(const Matrix& m)
{
    return xt::row(m, 0);
}

Matrix sigma(const Matrix& Z)
{
    Matrix H = Z;
    for (std::size_t n = 0; n < Z.shape(0); ++n)
        xt::row(H, static_cast<std::ptrdiff_t>(n)) =
            sigmoid(xt::row(Z, static_cast<std::ptrdiff_t>(n)));
    return H;
}

Matrix sigma_slope(const Matrix& Z)
{
    Matrix H = Z;
    for (std::size_t n = 0; n < Z.shape(0); ++n)
        xt::row(H, static_cast<std::ptrdiff_t>(n)) =
            sigmoid_slope(xt::row(Z, static_cast<std::ptrdiff_t>(n)));
    return H;
}

Matrix dense(const Matrix& H, const Layer& layer)
{
    Matrix Z = matmul(H, layer.W);
    Z += layer.b;
    return Z;
}

void step(Layer& layer, const Layer& gradient, double eta)
{
    layer.W += -eta * gradient.W;
    layer.b += -eta * gradient.b;
}

} // namespace

double descend(double w, double slope, double eta)
{
    return -(slope * eta - w);
}

double parabola_slope(double w, double w_best)
{
    const double away = w - w_best;
    return away + away;
}

LinearUnit descend_linear(const LinearUnit& unit, const Matrix& X, const Vector& targets,
                          double eta)
{
    Matrix W = xt::zeros<double>({unit.w.size(), std::size_t{1}});
    xt::col(W, 0) = unit.w;
    Matrix T = xt::zeros<double>({targets.size(), std::size_t{1}});
    xt::col(T, 0) = targets;
    const auto f = [](const Matrix& Z) { return Z; };
    const auto one = [](const Matrix& Z) -> Matrix { return xt::ones_like(Z); };
    Layer layer{W, Vector{unit.b}};
    step(layer, gradients({layer}, X, T, f, one).front(), eta);
    return {xt::col(layer.W, 0), layer.b(0)};
}

double error(const Vector& y_o, const Vector& y_t)
{
    const Vector miss = y_o - y_t;
    return dot(miss, miss) / 2.0;
}

Vector sigmoid(const Vector& z)
{
    return 0.5 + 0.5 * xt::tanh(z / 2.0);
}

Vector sigmoid_slope(const Vector& z)
{
    const Vector minus = -z;
    return sigmoid(z) * sigmoid(minus);
}

Vector sigmoid_slope_from_output(const Vector& y)
{
    return 0.25 - xt::square(y - 0.5);
}

Activations forward(const Network& net, const Vector& x)
{
    const Matrix H = sigma(dense(as_row(x), net.hidden));
    return {from_row(H), from_row(sigma(dense(H, net.output)))};
}

Vector output_delta(const Activations& a, const Vector& y_t)
{
    const Vector slope = sigmoid_slope_from_output(a.y_o);
    const Vector miss = y_t - a.y_o;
    return -1.0 * slope * miss;
}

Layer output_gradients(const Vector& delta_o, const Vector& y_h)
{
    return {transpose(outer(delta_o, y_h)), delta_o};
}

Vector hidden_delta(const Network& net, const Activations& a, const Vector& delta_o)
{
    const Vector back = from_row(matmul(as_row(delta_o), transpose(net.output.W)));
    return sigmoid_slope_from_output(a.y_h) * back;
}

Layer hidden_gradients(const Vector& delta_h, const Vector& x)
{
    return output_gradients(delta_h, x);
}

Network update(const Network& net, const Vector& x, const Vector& y_t, double eta)
{
    const std::vector<Layer> g =
        gradients({net.hidden, net.output}, as_row(x), as_row(y_t), sigma, sigma_slope);
    Network moved = net;
    step(moved.hidden, g[0], eta);
    step(moved.output, g[1], eta);
    return moved;
}

std::vector<Layer> gradients(const std::vector<Layer>& layers, const Matrix& X, const Matrix& T,
                             const std::function<Matrix(const Matrix&)>& f,
                             const std::function<Matrix(const Matrix&)>& f_slope)
{
    // Layer by layer inwards, each call returning what its inputs owe: ∂E/∂H.
    std::vector<Layer> g(layers.size());
    const std::function<Matrix(std::size_t, const Matrix&)> back = [&](std::size_t l,
                                                                       const Matrix& H) -> Matrix {
        if (l == layers.size())
            return (H - T) / double(T.shape(0));
        const Matrix Z = dense(H, layers[l]);
        const Matrix owed = back(l + 1, f(Z));
        const Matrix delta = owed * f_slope(Z);
        g[l].W = matmul(transpose(H), delta);
        g[l].b = matvec(transpose(delta), xt::ones<double>({delta.shape(0)}));
        return matmul(delta, transpose(layers[l].W));
    };
    back(0, X);
    return g;
}

Vector numerical_gradient(const std::function<double(const Vector&)>& E, const Vector& parameters)
{
    // Two central differences, and Richardson's combination of them.
    const auto central = [&](std::size_t i, double h) {
        Vector p = parameters;
        p(i) += h;
        const double above = E(p);
        p(i) -= 2.0 * h;
        return (above - E(p)) / (2.0 * h);
    };
    Vector g = xt::zeros<double>({parameters.size()});
    for (std::size_t i = 0; i < g.size(); ++i)
        g(i) = (4.0 * central(i, 5e-4) - central(i, 1e-3)) / 3.0;
    return g;
}

Training train(const std::vector<Layer>& start, const Matrix& X, const Matrix& T, double eta,
               std::size_t epochs)
{
    Training run{start, std::vector<double>(epochs)};
    for (double& e : run.error_per_epoch) {
        Matrix H = X;
        for (const Layer& layer : run.layers)
            H = sigma(dense(H, layer));
        e = 0.0;
        for (std::size_t n = 0; n < X.shape(0); ++n)
            e += error(xt::row(H, static_cast<std::ptrdiff_t>(n)),
                       xt::row(T, static_cast<std::ptrdiff_t>(n)));
        e /= double(X.shape(0));
        const std::vector<Layer> g = gradients(run.layers, X, T, sigma, sigma_slope);
        for (std::size_t l = 0; l < g.size(); ++l)
            step(run.layers[l], g[l], eta);
    }
    return run;
}

} // namespace backprop
