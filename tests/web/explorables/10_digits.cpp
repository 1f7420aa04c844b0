// Chapter 10 under the reader's hand: a digit is drawn, and the trained network reads it.
#include "activations.hpp"
#include "cut_out.hpp"
#include "data.hpp"
#include "explorables/exchange.hpp"
#include "losses.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace {

using namespace digits;

constexpr std::size_t hidden_units = 64;

/// What train_digits has written, as floats: half the size, and six digits are enough.
constexpr float trained[] = {
#include "trained_digits.inc"
};

/// The next layer of these numbers.
Layer layer_from(const float*& next, std::size_t inputs, std::size_t units)
{
    Layer layer{Matrix(Matrix::shape_type{inputs, units}), Vector(Vector::shape_type{units})};
    const auto fill = [&next](auto& numbers) {
        std::copy_n(next, numbers.size(), numbers.begin());
        next += numbers.size();
    };
    fill(layer.W);
    fill(layer.b);
    return layer;
}

const std::vector<Layer>& network()
{
    static const std::vector<Layer> layers = [] {
        const float* next = trained;
        Layer hidden = layer_from(next, pixels, hidden_units);
        return std::vector<Layer>{std::move(hidden), layer_from(next, hidden_units, classes)};
    }();
    return layers;
}

} // namespace

/// What the network is shown of a square picture, 0 black and 1 white, and its ten probabilities.
EXPLORE(digit_read)
{
    const std::size_t size = in.count();
    const Matrix X = digit_in(in.matrix(size, size));
    out.add(X);
    out.add(digits::forward(network(), X, {activations::relu, losses::softmax}).H.back());
}
