/// @file
/// Chapter 3, backpropagation. Every function is one step of the chapter; its formula, shapes
/// and source stand in backprop.hpp. A matrix entry by entry: `A * B`, `1.0 - A`, `xt::exp(A)`;
/// products of matrices: `matmul`, `matvec`, `outer`, `transpose` of common/math/linalg.hpp.
/// How zeros, rows, sums and products are written: docs/pages/xtensor.md.

#include "backprop.hpp"

namespace backprop {

// Against the slope, η times its size: w − η dE/dw.
double descend(double w, double slope, double eta)
{
    //! [3.1 descent on one weight: update]
    return w - eta * slope;
    //! [3.1 descent on one weight: update]
}

// The derivative of E(w) = (w − w_best)².
double parabola_slope(double w, double w_best)
{
    //! [3.1 descent on one weight: slope]
    return 2.0 * (w - w_best);
    //! [3.1 descent on one weight: slope]
}

// One step for y = w·x + b on the whole batch. First both gradients, then both updates.
LinearUnit descend_linear(const LinearUnit& unit, const Matrix& X, const Vector& targets,
                          double eta)
{
    //! [3.1 descent on one weight: linear unit]
    const double N = static_cast<double>(X.shape(0));
    const Vector miss = matvec(X, unit.w) + unit.b - targets;
    const Vector slope_w = matvec(transpose(X), miss) / N;
    const double slope_b = xt::sum(miss)() / N;
    return {unit.w - eta * slope_w, unit.b - eta * slope_b};
    //! [3.1 descent on one weight: linear unit]
}

// E = ½ Σ (yt − yo)² over the outputs of one example.
double error(const Vector& y_o, const Vector& y_t)
{
    //! [3.2 error]
    return 0.5 * xt::sum(xt::square(y_t - y_o))();
    //! [3.2 error]
}

// σ of every entry.
Vector sigmoid(const Vector& z)
{
    //! [3.3 sigma and its slope: sigmoid]
    return 1.0 / (1.0 + xt::exp(-z));
    //! [3.3 sigma and its slope: sigmoid]
}

// σ′ where the weighted sum z is known.
Vector sigmoid_slope(const Vector& z)
{
    //! [3.3 sigma and its slope: from z]
    const Vector y = sigmoid(z);
    return y * (1.0 - y);
    //! [3.3 sigma and its slope: from z]
}

// σ′ where only the output y = σ(z) is known.
Vector sigmoid_slope_from_output(const Vector& y)
{
    //! [3.3 sigma and its slope: from the output]
    return y * (1.0 - y);
    //! [3.3 sigma and its slope: from the output]
}

// Both layers in turn; yh and yo are kept for the way back.
Activations forward(const Network& net, const Vector& x)
{
    //! [3.4 forward pass]
    const Vector y_h = sigmoid(matvec(transpose(net.hidden.W), x) + net.hidden.b);
    const Vector y_o = sigmoid(matvec(transpose(net.output.W), y_h) + net.output.b);
    return {y_h, y_o};
    //! [3.4 forward pass]
}

// δo = ∂E/∂zo: how far off the output is, times the slope of its sigmoid.
Vector output_delta(const Activations& a, const Vector& y_t)
{
    //! [3.5 output delta]
    return (a.y_o - y_t) * sigmoid_slope_from_output(a.y_o);
    //! [3.5 output delta]
}

// ∂E/∂W and ∂E/∂b of the output layer, in the shapes of its W and b.
Layer output_gradients(const Vector& delta_o, const Vector& y_h)
{
    //! [3.6 output gradients]
    return {outer(y_h, delta_o), delta_o};
    //! [3.6 output gradients]
}

// δh = ∂E/∂zh: every output's delta comes back along the weight that leads to it.
Vector hidden_delta(const Network& net, const Activations& a, const Vector& delta_o)
{
    //! [3.7 hidden delta]
    return matvec(net.output.W, delta_o) * sigmoid_slope_from_output(a.y_h);
    //! [3.7 hidden delta]
}

// ∂E/∂W and ∂E/∂b of the hidden layer, in the shapes of its W and b.
Layer hidden_gradients(const Vector& delta_h, const Vector& x)
{
    //! [3.8 hidden gradients]
    return {outer(x, delta_h), delta_h};
    //! [3.8 hidden gradients]
}

// Forward, both deltas, both gradients, and only then every weight and bias: w − η ∂E/∂w.
Network update(const Network& net, const Vector& x, const Vector& y_t, double eta)
{
    //! [3.9 one update of all weights]
    const Activations a = forward(net, x);
    const Vector delta_o = output_delta(a, y_t);
    const Vector delta_h = hidden_delta(net, a, delta_o);
    const Layer output = output_gradients(delta_o, a.y_h);
    const Layer hidden = hidden_gradients(delta_h, x);
    return {{net.hidden.W - eta * hidden.W, net.hidden.b - eta * hidden.b},
            {net.output.W - eta * output.W, net.output.b - eta * output.b}};
    //! [3.9 one update of all weights]
}

// Any depth, a batch of rows, any activation: forward with Z and H kept, then Δ from the last
// layer to the first. E has the factor 1/N.
std::vector<Layer> gradients(const std::vector<Layer>& layers, const Matrix& X, const Matrix& T,
                             const std::function<Matrix(const Matrix&)>& f,
                             const std::function<Matrix(const Matrix&)>& f_slope)
{
    //! [3.10 the general rule]
    std::vector<Matrix> Z;
    std::vector<Matrix> H{X};
    for (const Layer& layer : layers) {
        Z.push_back(matmul(H.back(), layer.W) + layer.b);
        H.push_back(f(Z.back()));
    }

    const double N = static_cast<double>(X.shape(0));
    std::vector<Layer> gradient(layers.size());
    Matrix delta = (H.back() - T) * f_slope(Z.back()) / N;
    for (std::size_t l = layers.size(); l-- > 0;) {
        gradient[l] = {matmul(transpose(H[l]), delta), xt::sum(delta, {0})};
        if (l > 0)
            delta = matmul(delta, transpose(layers[l].W)) * f_slope(Z[l - 1]);
    }
    return gradient;
    //! [3.10 the general rule]
}

// One parameter at a time, a step to each side: (E(p + h) − E(p − h)) / 2h.
Vector numerical_gradient(const std::function<double(const Vector&)>& E, const Vector& parameters)
{
    //! [3.11 a gradient checker]
    const double h = 1e-5;
    Vector gradient = xt::zeros_like(parameters);
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        Vector above = parameters;
        Vector below = parameters;
        above(i) += h;
        below(i) -= h;
        gradient(i) = (E(above) - E(below)) / (2.0 * h);
    }
    return gradient;
    //! [3.11 a gradient checker]
}

// Full-batch descent: the error before the update, then w − η ∂E/∂w in every layer.
Training train(const std::vector<Layer>& start, const Matrix& X, const Matrix& T, double eta,
               std::size_t epochs)
{
    //! [3.12 training XOR]
    const auto f = [](const Matrix& Z) -> Matrix { return 1.0 / (1.0 + xt::exp(-Z)); };
    const auto f_slope = [&](const Matrix& Z) -> Matrix { return f(Z) * (1.0 - f(Z)); };

    Training training{start, {}};
    for (std::size_t epoch = 0; epoch < epochs; ++epoch) {
        Matrix Y = X;
        for (const Layer& layer : training.layers)
            Y = f(matmul(Y, layer.W) + layer.b);
        const double N = static_cast<double>(X.shape(0));
        training.error_per_epoch.push_back(0.5 * xt::sum(xt::square(T - Y))() / N);

        const std::vector<Layer> gradient = gradients(training.layers, X, T, f, f_slope);
        for (std::size_t l = 0; l < gradient.size(); ++l) {
            training.layers[l].W -= eta * gradient[l].W;
            training.layers[l].b -= eta * gradient[l].b;
        }
    }
    return training;
    //! [3.12 training XOR]
}

} // namespace backprop
