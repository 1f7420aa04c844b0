/// @file
/// Right answers that go row after row or layer after layer and build on each other.
#include "vanishing_gradient.hpp"

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

double sigmoid_slope(double z)
{
    const double left = 1.0 / (1.0 + std::exp(z));
    const double right = 1.0 / (1.0 + std::exp(-z));
    return left < right ? left - left * left : right - right * right;
}

Peak sigmoid_slope_peak()
{
    // y − y² is a parabola with its top at y = ½, where z = ln(y / (1 − y)) = ln 1.
    const double y = 0.5;
    return {std::log(y / (1.0 - y)), y - y * y};
}

double slope_bound(int depth, double weight)
{
    require(depth >= 0, "a chain has no fewer than 0 units");
    require(std::isfinite(weight), "the size of the weights is a number");
    return depth == 0 ? 1.0 : std::abs(weight) / 4.0 * slope_bound(depth - 1, weight);
}

double chain_slope(const Vector& z, const Vector& w)
{
    require(z.size() == w.size(), "each unit has one weighted sum and one weight");
    Vector factors = w;
    for (std::size_t l = 0; l < z.size(); ++l)
        factors(l) *= sigmoid_slope(z(l));
    return xt::prod(factors)();
}

Pass forward(const std::vector<Layer>& layers, const Matrix& X,
             const std::function<Matrix(const Matrix&)>& f)
{
    require_network(layers, X);
    // Forward without the last layer, and then that one.
    if (layers.size() == 1) {
        Matrix Z = matmul(X, layers[0].W);
        Z += layers[0].b;
        return {{Z}, {X, Z}};
    }
    Pass pass = forward({layers.begin(), layers.end() - 1}, X, f);
    pass.H.back() = f(pass.Z.back());
    Matrix Z = matmul(pass.H.back(), layers.back().W);
    Z += layers.back().b;
    pass.Z.push_back(Z);
    pass.H.push_back(Z);
    return pass;
}

std::vector<Matrix> deltas(const std::vector<Layer>& layers, const Pass& pass,
                           const Matrix& output_delta,
                           const std::function<Matrix(const Matrix&)>& f_slope)
{
    require_pass(layers, pass, output_delta);
    // Row after row: an example's deltas need no other example.
    std::vector<Matrix> delta(pass.Z.begin(), pass.Z.end());
    std::vector<Matrix> slopes;
    for (std::size_t l = 0; l + 1 < layers.size(); ++l)
        slopes.push_back(f_slope(pass.Z[l]));
    for (std::size_t n = 0; n < output_delta.shape(0); ++n) {
        Vector back = xt::view(output_delta, n, xt::all());
        xt::view(delta.back(), n, xt::all()) = back;
        for (std::size_t l = layers.size() - 1; l-- > 0;) {
            const Vector slope = xt::view(slopes[l], n, xt::all());
            back = matvec(layers[l + 1].W, back) * slope;
            xt::view(delta[l], n, xt::all()) = back;
        }
    }
    return delta;
}

std::vector<Layer> gradients(const std::vector<Layer>& layers, const Matrix& X, const Matrix& T,
                             const std::function<Matrix(const Matrix&)>& f,
                             const std::function<Matrix(const Matrix&)>& f_slope)
{
    require_targets(layers, X, T);
    // One example after the other: outer products of what comes in and the deltas.
    std::vector<Layer> total = layers;
    for (Layer& layer : total) {
        layer.W.fill(0.0);
        layer.b.fill(0.0);
    }
    for (std::size_t n = X.shape(0); n-- > 0;) {
        const Matrix x = xt::view(X, xt::range(n, n + 1), xt::all());
        const Matrix t = xt::view(T, xt::range(n, n + 1), xt::all());
        const Pass pass = forward(layers, x, f);
        const std::vector<Matrix> delta = deltas(layers, pass, pass.Z.back() - t, f_slope);
        for (std::size_t l = 0; l < layers.size(); ++l) {
            const Vector in = xt::view(pass.H[l], 0, xt::all());
            const Vector d = xt::view(delta[l], 0, xt::all());
            total[l].W += outer(in, d);
            total[l].b += d;
        }
    }
    for (Layer& layer : total) {
        layer.W /= static_cast<double>(X.shape(0));
        layer.b /= static_cast<double>(X.shape(0));
    }
    return total;
}

Vector gradient_norms(const std::vector<Layer>& gradients)
{
    require(!gradients.empty(), "a network has at least one layer");
    Vector norms = xt::zeros<double>({gradients.size()});
    for (std::size_t l = 0; l < gradients.size(); ++l) {
        const Matrix square = gradients[l].W * gradients[l].W;
        const Vector per_unit = xt::sum(square, {0});
        norms(l) = std::pow(xt::sum(per_unit)(), 0.5);
    }
    return norms;
}

Vector saturated_fraction(const std::vector<Matrix>& Z,
                          const std::function<Matrix(const Matrix&)>& f_slope, double threshold)
{
    require(threshold > 0.0, "a threshold for slopes is above 0");
    for (const Matrix& sums : Z)
        require(sums.size() > 0, "a layer has at least one unit, a batch at least one row");
    Vector fraction = xt::zeros<double>({Z.size()});
    for (std::size_t l = 0; l < Z.size(); ++l) {
        double below = 0.0;
        for (double slope : f_slope(Z[l]))
            below += slope < threshold;
        fraction(l) = below / static_cast<double>(Z[l].size());
    }
    return fraction;
}

std::vector<Layer> scaled(const std::vector<Layer>& layers, double factor)
{
    require(std::isfinite(factor), "the factor is a number");
    auto result = layers;
    for (auto& [W, b] : result)
        W = W * factor;
    return result;
}

double factor_per_layer(const Vector& norms)
{
    require(norms.size() >= 2, "a factor per layer needs two layers");
    for (double norm : norms)
        require(norm > 0.0 && std::isfinite(norm), "a factor needs norms above 0");
    double logs = 0.0;
    for (std::size_t l = 1; l < norms.size(); ++l)
        logs += std::log(norms(l - 1) / norms(l));
    return std::exp(logs / static_cast<double>(norms.size() - 1));
}

double accuracy(const Matrix& outputs, const Matrix& targets)
{
    require(outputs.shape() == targets.shape(), "there is a target for each output");
    require(outputs.size() > 0, "an accuracy needs at least one output");
    const auto side = [](double y) { return (y > 0.0) - (y < 0.0); };
    double right = 0.0;
    for (std::size_t i = 0; i < outputs.size(); ++i)
        right += side(outputs.flat(i)) != 0 && side(outputs.flat(i)) == side(targets.flat(i));
    return right / static_cast<double>(outputs.size());
}

Training train(const std::vector<Layer>& start, const Matrix& X, const Matrix& T,
               const std::function<Matrix(const Matrix&)>& f,
               const std::function<Matrix(const Matrix&)>& f_slope, double eta, std::size_t epochs)
{
    require_targets(start, X, T);
    require(eta > 0.0 && std::isfinite(eta), "a learning rate is above 0");
    if (epochs == 0)
        return {start, {}};
    // One epoch, and then the rest from where it leads.
    const Matrix miss = T - forward(start, X, f).H.back();
    const double error = xt::sum(miss * miss)() / (2.0 * static_cast<double>(X.shape(0)));
    const std::vector<Layer> gradient = gradients(start, X, T, f, f_slope);
    std::vector<Layer> next;
    for (std::size_t l = 0; l < start.size(); ++l)
        next.push_back({start[l].W - eta * gradient[l].W, start[l].b - eta * gradient[l].b});
    Training rest = train(next, X, T, f, f_slope, eta, epochs - 1);
    rest.error_per_epoch.insert(rest.error_per_epoch.begin(), error);
    return rest;
}

Vector weight_change(const std::vector<Layer>& before, const std::vector<Layer>& after)
{
    require(before.size() == after.size(), "both have the same layers");
    for (std::size_t l = 0; l < before.size(); ++l) {
        require(before[l].W.shape() == after[l].W.shape(), "both have the same layers");
        require(before[l].W.size() > 0 && xt::amax(xt::abs(before[l].W))() > 0.0,
                "a fraction of weights that are all 0 is not a number");
    }
    std::vector<Layer> way;
    for (std::size_t l = 0; l < before.size(); ++l)
        way.push_back({after[l].W - before[l].W, {}});
    return gradient_norms(way) / gradient_norms(before);
}

} // namespace vanishing_gradient
