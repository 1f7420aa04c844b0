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
    throw todo("3.1");
}

// The derivative of E(w) = (w − w_best)².
double parabola_slope(double w, double w_best)
{
    throw todo("3.1");
}

// One step for y = w·x + b on the whole batch. First both gradients, then both updates.
LinearUnit descend_linear(const LinearUnit& unit, const Matrix& X, const Vector& targets,
                          double eta)
{
    throw todo("3.1");
}

// E = ½ Σ (yt − yo)² over the outputs of one example.
double error(const Vector& y_o, const Vector& y_t)
{
    throw todo("3.2");
}

// σ of every entry.
Vector sigmoid(const Vector& z)
{
    throw todo("3.3");
}

// σ′ where the weighted sum z is known.
Vector sigmoid_slope(const Vector& z)
{
    throw todo("3.3");
}

// σ′ where only the output y = σ(z) is known.
Vector sigmoid_slope_from_output(const Vector& y)
{
    throw todo("3.3");
}

// Both layers in turn; yh and yo are kept for the way back.
Activations forward(const Network& net, const Vector& x)
{
    throw todo("3.4");
}

// δo = ∂E/∂zo: how far off the output is, times the slope of its sigmoid.
Vector output_delta(const Activations& a, const Vector& y_t)
{
    throw todo("3.5");
}

// ∂E/∂W and ∂E/∂b of the output layer, in the shapes of its W and b.
Layer output_gradients(const Vector& delta_o, const Vector& y_h)
{
    throw todo("3.6");
}

// δh = ∂E/∂zh: every output's delta comes back along the weight that leads to it.
Vector hidden_delta(const Network& net, const Activations& a, const Vector& delta_o)
{
    throw todo("3.7");
}

// ∂E/∂W and ∂E/∂b of the hidden layer, in the shapes of its W and b.
Layer hidden_gradients(const Vector& delta_h, const Vector& x)
{
    throw todo("3.8");
}

// Forward, both deltas, both gradients, and only then every weight and bias: w − η ∂E/∂w.
Network update(const Network& net, const Vector& x, const Vector& y_t, double eta)
{
    throw todo("3.9");
}

// Any depth, a batch of rows, any activation: forward with Z and H kept, then Δ from the last
// layer to the first. E has the factor 1/N.
std::vector<Layer> gradients(const std::vector<Layer>& layers, const Matrix& X, const Matrix& T,
                             const std::function<Matrix(const Matrix&)>& f,
                             const std::function<Matrix(const Matrix&)>& f_slope)
{
    throw todo("3.10");
}

// One parameter at a time, a step to each side: (E(p + h) − E(p − h)) / 2h.
Vector numerical_gradient(const std::function<double(const Vector&)>& E, const Vector& parameters)
{
    throw todo("3.11");
}

// Full-batch descent: the error before the update, then w − η ∂E/∂w in every layer.
Training train(const std::vector<Layer>& start, const Matrix& X, const Matrix& T, double eta,
               std::size_t epochs)
{
    throw todo("3.12");
}

} // namespace backprop
