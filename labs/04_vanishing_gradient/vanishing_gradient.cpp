/// @file
/// Chapter 4, the vanishing gradient. Every function is a part of a step; its formula, shapes and
/// source stand in vanishing_gradient.hpp. A matrix entry by entry: `A * B`, `xt::square(A)`;
/// products of matrices: `matmul`, `transpose` of common/math/linalg.hpp. The lines with `require`
/// refuse what does not fit; they are given.
/// How zeros, rows, sums and products are written: docs/pages/xtensor.md.

#include "vanishing_gradient.hpp"

namespace vanishing_gradient {

namespace {

// At least one layer, a bias for every unit, the units of each layer the inputs of the next.
void require_network(const std::vector<Layer>& layers, const Matrix& X)
{
    require(!layers.empty(), "a network has at least one layer");
    require(X.shape(0) >= 1, "a batch has at least one row");
    std::size_t inputs = X.shape(1);
    for (const Layer& layer : layers) {
        require(layer.W.shape(0) == inputs, "a layer has a row of weights for each of its inputs");
        require(layer.W.shape(1) == layer.b.size(), "a layer has a bias for each of its units");
        inputs = layer.b.size();
    }
}

// A target for every output of every row.
void require_targets(const std::vector<Layer>& layers, const Matrix& X, const Matrix& T)
{
    require_network(layers, X);
    require(T.shape(0) == X.shape(0), "there is a row of targets for each row of the batch");
    require(T.shape(1) == layers.back().b.size(), "there is a target for each output");
}

// The pass and the output's deltas are those of these layers.
void require_pass(const std::vector<Layer>& layers, const Pass& pass, const Matrix& output_delta)
{
    require(pass.H.size() == layers.size() + 1, "the pass has the batch and an output per layer");
    require_network(layers, pass.H.front());
    require(pass.Z.size() == layers.size(), "the pass has weighted sums for each layer");
    for (std::size_t l = 0; l < layers.size(); ++l) {
        require(pass.Z[l].shape(0) == pass.H[0].shape(0) &&
                    pass.Z[l].shape(1) == layers[l].b.size(),
                "the weighted sums have a row per example and a column per unit");
    }
    require(output_delta.shape() == pass.Z.back().shape(), "there is a delta for each output");
}

} // namespace

// σ(z) σ(−z): the second factor is 1 − σ(z), without the subtraction that eats its digits.
double sigmoid_slope(double z)
{
    throw todo("4.1");
}

// Where σ′ is largest, and its value there.
Peak sigmoid_slope_peak()
{
    throw todo("4.1");
}

// A factor of at most ¼ |w| for each unit of the chain.
double slope_bound(int depth, double weight)
{
    require(depth >= 0, "a chain has no fewer than 0 units");
    require(std::isfinite(weight), "the size of the weights is a number");
    throw todo("4.2");
}

// The chain rule along one chain: a factor w σ′(z) for each unit.
double chain_slope(const Vector& z, const Vector& w)
{
    require(z.size() == w.size(), "each unit has one weighted sum and one weight");
    throw todo("4.2");
}

// Layer after layer, Z and H of each kept. The last layer has no activation.
Pass forward(const std::vector<Layer>& layers, const Matrix& X,
             const std::function<Matrix(const Matrix&)>& f)
{
    require_network(layers, X);
    throw todo("4.3");
}

// From the last layer to the first: back along the weights, then times the slope at this layer.
std::vector<Matrix> deltas(const std::vector<Layer>& layers, const Pass& pass,
                           const Matrix& output_delta,
                           const std::function<Matrix(const Matrix&)>& f_slope)
{
    require_pass(layers, pass, output_delta);
    throw todo("4.4");
}

// What comes into a layer, times its deltas; the mean over the rows enters with the first delta.
std::vector<Layer> gradients(const std::vector<Layer>& layers, const Matrix& X, const Matrix& T,
                             const std::function<Matrix(const Matrix&)>& f,
                             const std::function<Matrix(const Matrix&)>& f_slope)
{
    require_targets(layers, X, T);
    throw todo("4.5");
}

// √ of the sum of all squares, for the weights of each layer.
Vector gradient_norms(const std::vector<Layer>& gradients)
{
    require(!gradients.empty(), "a network has at least one layer");
    throw todo("4.5");
}

// How many slopes are below the threshold, as a fraction of all in the layer.
Vector saturated_fraction(const std::vector<Matrix>& Z,
                          const std::function<Matrix(const Matrix&)>& f_slope, double threshold)
{
    require(threshold > 0.0, "a threshold for slopes is above 0");
    for (const Matrix& sums : Z)
        require(sums.size() > 0, "a layer has at least one unit, a batch at least one row");
    throw todo("4.6");
}

// Every weight times the factor; the biases as they are.
std::vector<Layer> scaled(const std::vector<Layer>& layers, double factor)
{
    require(std::isfinite(factor), "the factor is a number");
    throw todo("4.7");
}

// The L − 1 factors from layer to layer multiply to first over last; their geometric mean.
double factor_per_layer(const Vector& norms)
{
    require(norms.size() >= 2, "a factor per layer needs two layers");
    for (double norm : norms)
        require(norm > 0.0 && std::isfinite(norm), "a factor needs norms above 0");
    throw todo("4.7");
}

// The fraction of outputs with the sign of their target.
double accuracy(const Matrix& outputs, const Matrix& targets)
{
    require(outputs.shape() == targets.shape(), "there is a target for each output");
    require(outputs.size() > 0, "an accuracy needs at least one output");
    throw todo("4.8");
}

// Full-batch descent: the error before the update, then w − η ∂E/∂w in every layer.
Training train(const std::vector<Layer>& start, const Matrix& X, const Matrix& T,
               const std::function<Matrix(const Matrix&)>& f,
               const std::function<Matrix(const Matrix&)>& f_slope, double eta, std::size_t epochs)
{
    require_targets(start, X, T);
    require(eta > 0.0 && std::isfinite(eta), "a learning rate is above 0");
    throw todo("4.8");
}

// The way each layer's weights have gone, as a fraction of their norm at the start.
Vector weight_change(const std::vector<Layer>& before, const std::vector<Layer>& after)
{
    require(before.size() == after.size(), "both have the same layers");
    for (std::size_t l = 0; l < before.size(); ++l) {
        require(before[l].W.shape() == after[l].W.shape(), "both have the same layers");
        require(before[l].W.size() > 0 && xt::amax(xt::abs(before[l].W))() > 0.0,
                "a fraction of weights that are all 0 is not a number");
    }
    throw todo("4.9");
}

} // namespace vanishing_gradient
