/// @file
/// Right answers by other formulas: cosh for the slope, recursion for the deltas, 1/N at the end,
/// logarithms for the factor.
#include "vanishing_gradient.hpp"

#include <algorithm>
#include <functional>
#include <numeric>
#include <utility>

namespace vanishing_gradient {

namespace {

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

void require_targets(const std::vector<Layer>& layers, const Matrix& X, const Matrix& T)
{
    require_network(layers, X);
    require(T.shape(0) == X.shape(0), "there is a row of targets for each row of the batch");
    require(T.shape(1) == layers.back().b.size(), "there is a target for each output");
}

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

static double norm(const Matrix& W)
{
    return std::sqrt(std::inner_product(W.begin(), W.end(), W.begin(), 0.0));
}

static Matrix with_bias(Matrix Z, const Vector& b)
{
    for (std::size_t n = 0; n < Z.shape(0); ++n)
        for (std::size_t j = 0; j < Z.shape(1); ++j)
            Z(n, j) += b(j);
    return Z;
}

double sigmoid_slope(double z)
{
    // σ(z) = ½ + ½ tanh(z/2), so σ′ = ¼ (1 − tanh²(z/2)) = ¼ / cosh²(z/2).
    const double c = std::cosh(0.5 * z);
    return 0.25 / c / c;
}

Peak sigmoid_slope_peak()
{
    return {.z = 0.0, .slope = 1.0 / 4.0};
}

double slope_bound(int depth, double weight)
{
    require(depth >= 0, "a chain has no fewer than 0 units");
    require(std::isfinite(weight), "the size of the weights is a number");
    // Depth by depth: halve the exponent, square the rest.
    double base = std::abs(weight) * 0.25;
    double bound = 1.0;
    for (int left = depth; left > 0; left /= 2, base *= base)
        if (left % 2 == 1)
            bound *= base;
    return bound;
}

double chain_slope(const Vector& z, const Vector& w)
{
    require(z.size() == w.size(), "each unit has one weighted sum and one weight");
    return std::inner_product(
        z.begin(), z.end(), w.begin(), 1.0, std::multiplies<>(),
        [](double sum, double weight) { return weight * sigmoid_slope(sum); });
}

Pass forward(const std::vector<Layer>& layers, const Matrix& X,
             const std::function<Matrix(const Matrix&)>& f)
{
    require_network(layers, X);
    Pass pass;
    Matrix H = X;
    for (const Layer& layer : layers) {
        pass.H.push_back(H);
        Matrix Z = with_bias(matmul(H, layer.W), layer.b);
        H = &layer == &layers.back() ? Z : f(Z);
        pass.Z.push_back(std::move(Z));
    }
    pass.H.push_back(H);
    return pass;
}

std::vector<Matrix> deltas(const std::vector<Layer>& layers, const Pass& pass,
                           const Matrix& output_delta,
                           const std::function<Matrix(const Matrix&)>& f_slope)
{
    require_pass(layers, pass, output_delta);
    // Inwards by recursion: a network without its last layer has the deltas that come back.
    if (layers.size() == 1)
        return {output_delta};
    const std::size_t last = layers.size() - 1;
    const std::vector<Layer> shorter(layers.begin(), layers.end() - 1);
    const Pass before{{pass.Z.begin(), pass.Z.end() - 1}, {pass.H.begin(), pass.H.end() - 1}};
    const Matrix owed = transpose(matmul(layers[last].W, transpose(output_delta)));
    std::vector<Matrix> delta = deltas(shorter, before, f_slope(pass.Z[last - 1]) * owed, f_slope);
    delta.push_back(output_delta);
    return delta;
}

std::vector<Layer> gradients(const std::vector<Layer>& layers, const Matrix& X, const Matrix& T,
                             const std::function<Matrix(const Matrix&)>& f,
                             const std::function<Matrix(const Matrix&)>& f_slope)
{
    require_targets(layers, X, T);
    // 1/N at the very end, in every layer.
    const double fraction = 1.0 / static_cast<double>(T.shape(0));
    const Pass pass = forward(layers, X, f);
    const std::vector<Matrix> delta = deltas(layers, pass, pass.H.back() - T, f_slope);
    const Vector ones = xt::ones<double>({X.shape(0)});
    std::vector<Layer> gradient(layers.size());
    for (std::size_t l = layers.size(); l-- > 0;) {
        gradient[l].W = fraction * transpose(matmul(transpose(delta[l]), pass.H[l]));
        gradient[l].b = fraction * matvec(transpose(delta[l]), ones);
    }
    return gradient;
}

Vector gradient_norms(const std::vector<Layer>& gradients)
{
    require(!gradients.empty(), "a network has at least one layer");
    Vector norms = xt::zeros<double>({gradients.size()});
    std::transform(gradients.begin(), gradients.end(), norms.begin(),
                   [](const Layer& gradient) { return norm(gradient.W); });
    return norms;
}

Vector saturated_fraction(const std::vector<Matrix>& Z,
                          const std::function<Matrix(const Matrix&)>& f_slope, double threshold)
{
    require(threshold > 0.0, "a threshold for slopes is above 0");
    for (const Matrix& sums : Z)
        require(sums.size() > 0, "a layer has at least one unit, a batch at least one row");
    Vector fraction = xt::zeros<double>({Z.size()});
    std::transform(Z.begin(), Z.end(), fraction.begin(), [&](const Matrix& sums) {
        const Matrix slopes = f_slope(sums);
        return static_cast<double>(std::count_if(slopes.begin(), slopes.end(),
                                                 [&](double s) { return s < threshold; })) /
               static_cast<double>(slopes.size());
    });
    return fraction;
}

std::vector<Layer> scaled(const std::vector<Layer>& layers, double factor)
{
    require(std::isfinite(factor), "the factor is a number");
    std::vector<Layer> result(layers);
    std::for_each(result.begin(), result.end(), [&](Layer& layer) { layer.W *= factor; });
    return result;
}

double factor_per_layer(const Vector& norms)
{
    require(norms.size() >= 2, "a factor per layer needs two layers");
    for (double norm : norms)
        require(norm > 0.0 && std::isfinite(norm), "a factor needs norms above 0");
    // The slope of the straight line between the ends, on a logarithmic axis.
    const double rise = std::log(norms(0)) - std::log(norms(norms.size() - 1));
    return std::exp(rise / (static_cast<double>(norms.size()) - 1.0));
}

double accuracy(const Matrix& outputs, const Matrix& targets)
{
    require(outputs.shape() == targets.shape(), "there is a target for each output");
    require(outputs.size() > 0, "an accuracy needs at least one output");
    double wrong = 0.0;
    for (std::size_t i = 0; i < outputs.size(); ++i)
        wrong += std::min(outputs.flat(i), targets.flat(i)) > 0.0 ||
                         std::max(outputs.flat(i), targets.flat(i)) < 0.0
                     ? 0.0
                     : 1.0;
    return 1.0 - wrong / static_cast<double>(outputs.size());
}

Training train(const std::vector<Layer>& start, const Matrix& X, const Matrix& T,
               const std::function<Matrix(const Matrix&)>& f,
               const std::function<Matrix(const Matrix&)>& f_slope, double eta, std::size_t epochs)
{
    require_targets(start, X, T);
    require(eta > 0.0 && std::isfinite(eta), "a learning rate is above 0");
    Training run{start, std::vector<double>(epochs)};
    for (double& error : run.error_per_epoch) {
        const std::vector<Layer> old = run.layers;
        error = xt::mean(xt::sum(0.5 * xt::square(T - forward(old, X, f).H.back()), {1}))();
        const std::vector<Layer> gradient = gradients(old, X, T, f, f_slope);
        for (std::size_t l = old.size(); l-- > 0;)
            run.layers[l] = {old[l].W - eta * gradient[l].W, old[l].b - eta * gradient[l].b};
    }
    return run;
}

Vector weight_change(const std::vector<Layer>& before, const std::vector<Layer>& after)
{
    require(before.size() == after.size(), "both have the same layers");
    for (std::size_t l = 0; l < before.size(); ++l) {
        require(before[l].W.shape() == after[l].W.shape(), "both have the same layers");
        require(before[l].W.size() > 0 && xt::amax(xt::abs(before[l].W))() > 0.0,
                "a fraction of weights that are all 0 is not a number");
    }
    std::vector<Layer> way = before;
    for (std::size_t l = 0; l < way.size(); ++l)
        way[l].W = before[l].W - after[l].W;
    Vector change = xt::zeros<double>({before.size()});
    for (std::size_t l = 0; l < way.size(); ++l)
        change(l) = norm(way[l].W) / norm(before[l].W);
    return change;
}

} // namespace vanishing_gradient
