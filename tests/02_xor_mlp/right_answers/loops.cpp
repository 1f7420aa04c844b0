// Right answers with loops over single numbers, no matrix product anywhere.
#include "xor_mlp.hpp"

#include <cmath>

namespace xor_mlp {

double mlp(const Vector& x, const Vector& w, double b)
{
    double sum = b;
    for (std::size_t i = 0; i < x.size(); ++i)
        sum += w(i) * x(i);
    if (sum <= 0)
        return 0;
    else
        return 1;
}

Unit nand_unit()
{
    Unit unit;
    unit.w = Vector{-2, -2};
    unit.b = 3;
    return unit;
}

Unit or_unit()
{
    Unit unit;
    unit.w = Vector{2, 2};
    unit.b = -1;
    return unit;
}

Unit and_unit()
{
    Unit unit;
    unit.w = Vector{1, 1};
    unit.b = -1;
    return unit;
}

double xor_gate(double x1, double x2)
{
    const int nand = -2 * x1 - 2 * x2 + 3 > 0;
    const int either = 2 * x1 + 2 * x2 - 1 > 0;
    return nand == 1 && either == 1;
}

Matrix forward(const Matrix& X, const Network& net)
{
    const std::size_t hidden = net.hidden.b.size();
    const std::size_t outputs = net.output.b.size();
    Matrix Y = Matrix::from_shape({X.shape(0), outputs});
    for (std::size_t n = 0; n < X.shape(0); ++n) {
        std::vector<double> h(hidden);
        for (std::size_t j = 0; j < hidden; ++j) {
            double z = 0;
            for (std::size_t i = X.shape(1); i-- > 0;)
                z += X(n, i) * net.hidden.W(i, j);
            h[j] = z + net.hidden.b(j) > 0;
        }
        for (std::size_t k = 0; k < outputs; ++k) {
            double z = net.output.b(k);
            for (std::size_t j = 0; j < hidden; ++j)
                z += h[j] * net.output.W(j, k);
            Y(n, k) = z > 0 ? 1 : 0;
        }
    }
    return Y;
}

double sigmoid_unit(const Vector& x, const Vector& w, double b)
{
    double z = b;
    for (std::size_t i = 0; i < x.size(); ++i)
        z += w(i) * x(i);
    return 1 / (1 + std::exp(-z)); // e^1000 is infinite, 1/∞ is 0
}

Matrix hidden_space(const Matrix& X, const Layer& hidden)
{
    Matrix H = xt::zeros<double>({X.shape(0), hidden.b.size()});
    for (std::size_t n = 0; n < X.shape(0); ++n) {
        for (std::size_t j = 0; j < hidden.b.size(); ++j) {
            double z = hidden.b(j);
            for (std::size_t i = 0; i < X.shape(1); ++i)
                z += X(n, i) * hidden.W(i, j);
            if (z > 0)
                H(n, j) = 1;
        }
    }
    return H;
}

std::vector<std::size_t> parameter_counts(std::size_t inputs, const std::vector<std::size_t>& units)
{
    std::vector<std::size_t> counts(units.size());
    for (std::size_t l = 0; l < units.size(); ++l)
        counts[l] = ((l == 0 ? inputs : units[l - 1]) + 1) * units[l];
    return counts;
}

std::vector<std::size_t> output_shape(std::size_t rows, std::size_t,
                                      const std::vector<std::size_t>& units)
{
    std::vector<std::size_t> shape;
    shape.push_back(rows);
    shape.push_back(units[units.size() - 1]);
    return shape;
}

Matrix forward_stack(const Matrix& X, const std::vector<Layer>& layers)
{
    Matrix H = X;
    for (std::size_t l = 0; l < layers.size(); ++l) {
        Matrix next = Matrix::from_shape({H.shape(0), layers[l].b.size()});
        for (std::size_t n = 0; n < next.shape(0); ++n) {
            for (std::size_t j = 0; j < next.shape(1); ++j) {
                double z = layers[l].b(j);
                for (std::size_t i = 0; i < H.shape(1); ++i)
                    z += H(n, i) * layers[l].W(i, j);
                next(n, j) = 1 / (1 + std::exp(-z));
            }
        }
        H = next;
    }
    return H;
}

Layer collapse(const Layer& first, const Layer& second)
{
    const std::size_t inputs = first.W.shape(0);
    const std::size_t hidden = first.W.shape(1);
    const std::size_t outputs = second.W.shape(1);
    Layer one{xt::zeros<double>({inputs, outputs}), second.b};
    for (std::size_t k = 0; k < outputs; ++k) {
        for (std::size_t j = 0; j < hidden; ++j) {
            one.b(k) += first.b(j) * second.W(j, k);
            for (std::size_t i = 0; i < inputs; ++i)
                one.W(i, k) += first.W(i, j) * second.W(j, k);
        }
    }
    return one;
}

} // namespace xor_mlp
