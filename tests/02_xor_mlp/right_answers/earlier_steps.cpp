// Right answers where each step is made of the student's own earlier ones.
#include "xor_mlp.hpp"

#include <algorithm>
#include <cmath>

namespace xor_mlp {

double mlp(const Vector& x, const Vector& w, double b)
{
    const double y = xt::sum(w * x)() + b;
    return y <= 0 ? 0 : 1;
}

Unit nand_unit()
{
    return Unit{Vector{-2.0, -2.0}, 3.0};
}
Unit or_unit()
{
    return Unit{Vector{2.0, 2.0}, -1.0};
}
Unit and_unit()
{
    return Unit{Vector{1.0, 1.0}, -1.0};
}

static double gate(double x1, double x2, const Unit& unit)
{
    return mlp({x1, x2}, unit.w, unit.b);
}

double xor_gate(double x1, double x2)
{
    return gate(gate(x1, x2, nand_unit()), gate(x1, x2, or_unit()), and_unit());
}

// Each unit in turn answers to each row.
template <class UnitFunction>
static Matrix answers(const Matrix& X, const Layer& layer, UnitFunction unit)
{
    Matrix H = Matrix::from_shape({X.shape(0), layer.W.shape(1)});
    for (std::size_t j = 0; j < H.shape(1); ++j) {
        const Vector w = xt::col(layer.W, j);
        for (std::size_t n = 0; n < H.shape(0); ++n) {
            const Vector x = xt::row(X, n);
            H(n, j) = unit(x, w, layer.b(j));
        }
    }
    return H;
}

Matrix forward(const Matrix& X, const Network& net)
{
    return answers(answers(X, net.hidden, mlp), net.output, mlp);
}

double sigmoid_unit(const Vector& x, const Vector& w, double b)
{
    // Clipped: beyond ±500 the sigmoid is 0 or 1 to more digits than a double has.
    const double z = std::clamp(xt::sum(w * x)() + b, -500.0, 500.0);
    return 1.0 / (1.0 + std::exp(-z));
}

Matrix hidden_space(const Matrix& X, const Layer& hidden)
{
    return answers(X, hidden, mlp);
}

Matrix forward_stack(const Matrix& X, const std::vector<Layer>& layers)
{
    Matrix H = X;
    for (const Layer& layer : layers)
        H = answers(H, layer, sigmoid_unit);
    return H;
}

std::vector<std::size_t> parameter_counts(std::size_t inputs, const std::vector<std::size_t>& units)
{
    // As many numbers as the layer's matrix and vector would hold.
    std::vector<std::size_t> counts;
    for (const std::size_t outputs : units) {
        const Layer layer{xt::zeros<double>({inputs, outputs}), xt::zeros<double>({outputs})};
        counts.push_back(layer.W.size() + layer.b.size());
        inputs = layer.W.shape(1);
    }
    return counts;
}

std::vector<std::size_t> output_shape(std::size_t rows, std::size_t inputs,
                                      const std::vector<std::size_t>& units)
{
    // Sends zeros through a stack of zeros and looks at what comes out.
    std::vector<Layer> layers;
    for (const std::size_t outputs : units) {
        layers.push_back({xt::zeros<double>({inputs, outputs}), xt::zeros<double>({outputs})});
        inputs = outputs;
    }
    const Matrix X = xt::zeros<double>({rows, layers.front().W.shape(0)});
    const Matrix Y = forward_stack(X, layers);
    return {Y.shape(0), Y.shape(1)};
}

Layer collapse(const Layer& first, const Layer& second)
{
    // A bias is a weight of a constant input 1: [W1 0; b1 1] [W2; b2] holds W′ above b′.
    const std::size_t inputs = first.W.shape(0);
    const std::size_t hidden = first.W.shape(1);
    Matrix A = xt::zeros<double>({inputs + 1, hidden + 1});
    xt::view(A, xt::range(0, inputs), xt::range(0, hidden)) = first.W;
    xt::view(A, inputs, xt::range(0, hidden)) = first.b;
    A(inputs, hidden) = 1;
    Matrix B = Matrix::from_shape({hidden + 1, second.b.size()});
    xt::view(B, xt::range(0, hidden), xt::all()) = second.W;
    xt::view(B, hidden, xt::all()) = second.b;
    const Matrix both = matmul(A, B);
    return {xt::view(both, xt::range(0, inputs), xt::all()), xt::row(both, inputs)};
}

} // namespace xor_mlp
