/// @file
/// Right answers in plain loops, number by number.
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
    const double e = std::exp(-std::fabs(z));
    return e / ((1 + e) * (1 + e));
}

Peak sigmoid_slope_peak()
{
    Peak peak;
    peak.z = 0;
    peak.slope = sigmoid_slope(peak.z);
    return peak;
}

double slope_bound(int depth, double weight)
{
    require(depth >= 0, "a chain has no fewer than 0 units");
    require(std::isfinite(weight), "the size of the weights is a number");
    double bound = 1;
    for (int l = 0; l < depth; l++)
        bound *= std::fabs(weight) / 4;
    return bound;
}

double chain_slope(const Vector& z, const Vector& w)
{
    require(z.size() == w.size(), "each unit has one weighted sum and one weight");
    double d = 1;
    for (std::size_t l = z.size(); l-- > 0;) {
        d *= sigmoid_slope(z(l));
        d *= w(l);
    }
    return d;
}

Pass forward(const std::vector<Layer>& layers, const Matrix& X,
             const std::function<Matrix(const Matrix&)>& f)
{
    require_network(layers, X);
    Pass p;
    p.H.push_back(X);
    for (std::size_t l = 0; l < layers.size(); l++) {
        const Layer& layer = layers[l];
        Matrix Z = xt::zeros<double>({X.shape(0), layer.b.size()});
        for (std::size_t n = 0; n < X.shape(0); n++)
            for (std::size_t j = 0; j < layer.b.size(); j++) {
                Z(n, j) = layer.b(j);
                for (std::size_t i = 0; i < layer.W.shape(0); i++)
                    Z(n, j) += p.H[l](n, i) * layer.W(i, j);
            }
        p.Z.push_back(Z);
        if (l == layers.size() - 1)
            p.H.push_back(Z);
        else
            p.H.push_back(f(Z));
    }
    return p;
}

std::vector<Matrix> deltas(const std::vector<Layer>& layers, const Pass& pass,
                           const Matrix& output_delta,
                           const std::function<Matrix(const Matrix&)>& f_slope)
{
    require_pass(layers, pass, output_delta);
    std::vector<Matrix> delta = pass.Z;
    delta[delta.size() - 1] = output_delta;
    for (std::size_t l = layers.size() - 1; l-- > 0;) {
        const Matrix slope = f_slope(pass.Z[l]);
        for (std::size_t n = 0; n < output_delta.shape(0); n++)
            for (std::size_t j = 0; j < layers[l].b.size(); j++) {
                double owed = 0;
                for (std::size_t k = 0; k < layers[l + 1].b.size(); k++)
                    owed += delta[l + 1](n, k) * layers[l + 1].W(j, k);
                delta[l](n, j) = owed * slope(n, j);
            }
    }
    return delta;
}

std::vector<Layer> gradients(const std::vector<Layer>& layers, const Matrix& X, const Matrix& T,
                             const std::function<Matrix(const Matrix&)>& f,
                             const std::function<Matrix(const Matrix&)>& f_slope)
{
    require_targets(layers, X, T);
    const Pass pass = forward(layers, X, f);
    Matrix output_delta = pass.Z.back();
    for (std::size_t n = 0; n < T.shape(0); n++)
        for (std::size_t k = 0; k < T.shape(1); k++)
            output_delta(n, k) = (output_delta(n, k) - T(n, k)) / double(T.shape(0));
    const std::vector<Matrix> delta = deltas(layers, pass, output_delta, f_slope);
    std::vector<Layer> g = layers;
    for (std::size_t l = 0; l < g.size(); l++)
        for (std::size_t j = 0; j < g[l].b.size(); j++) {
            g[l].b(j) = 0;
            for (std::size_t n = 0; n < X.shape(0); n++)
                g[l].b(j) += delta[l](n, j);
            for (std::size_t i = 0; i < g[l].W.shape(0); i++) {
                g[l].W(i, j) = 0;
                for (std::size_t n = 0; n < X.shape(0); n++)
                    g[l].W(i, j) += pass.H[l](n, i) * delta[l](n, j);
            }
        }
    return g;
}

Vector gradient_norms(const std::vector<Layer>& gradients)
{
    require(!gradients.empty(), "a network has at least one layer");
    Vector norms = xt::zeros<double>({gradients.size()});
    for (std::size_t l = 0; l < gradients.size(); l++) {
        const Matrix& W = gradients[l].W;
        double sum = 0;
        for (std::size_t i = 0; i < W.shape(0); i++)
            for (std::size_t j = 0; j < W.shape(1); j++)
                sum += W(i, j) * W(i, j);
        norms(l) = std::sqrt(sum);
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
    for (std::size_t l = 0; l < Z.size(); l++) {
        const Matrix slope = f_slope(Z[l]);
        int count = 0;
        for (std::size_t n = 0; n < slope.shape(0); n++)
            for (std::size_t j = 0; j < slope.shape(1); j++)
                if (slope(n, j) < threshold)
                    count++;
        fraction(l) = double(count) / double(slope.shape(0) * slope.shape(1));
    }
    return fraction;
}

std::vector<Layer> scaled(const std::vector<Layer>& layers, double factor)
{
    require(std::isfinite(factor), "the factor is a number");
    std::vector<Layer> result = layers;
    for (Layer& layer : result)
        for (std::size_t i = 0; i < layer.W.shape(0); i++)
            for (std::size_t j = 0; j < layer.W.shape(1); j++)
                layer.W(i, j) *= factor;
    return result;
}

double factor_per_layer(const Vector& norms)
{
    require(norms.size() >= 2, "a factor per layer needs two layers");
    for (double norm : norms)
        require(norm > 0.0 && std::isfinite(norm), "a factor needs norms above 0");
    double product = 1;
    for (std::size_t l = 0; l + 1 < norms.size(); l++)
        product *= norms(l) / norms(l + 1);
    return std::pow(product, 1.0 / double(norms.size() - 1));
}

double accuracy(const Matrix& outputs, const Matrix& targets)
{
    require(outputs.shape() == targets.shape(), "there is a target for each output");
    require(outputs.size() > 0, "an accuracy needs at least one output");
    std::size_t right = 0;
    for (std::size_t n = 0; n < outputs.shape(0); n++)
        for (std::size_t k = 0; k < outputs.shape(1); k++)
            if ((outputs(n, k) > 0 && targets(n, k) > 0) ||
                (outputs(n, k) < 0 && targets(n, k) < 0))
                right++;
    return double(right) / double(outputs.size());
}

Training train(const std::vector<Layer>& start, const Matrix& X, const Matrix& T,
               const std::function<Matrix(const Matrix&)>& f,
               const std::function<Matrix(const Matrix&)>& f_slope, double eta, std::size_t epochs)
{
    require_targets(start, X, T);
    require(eta > 0.0 && std::isfinite(eta), "a learning rate is above 0");
    Training t;
    t.layers = start;
    while (t.error_per_epoch.size() < epochs) {
        const Matrix Y = forward(t.layers, X, f).Z.back();
        double e = 0;
        for (std::size_t n = 0; n < Y.shape(0); n++)
            for (std::size_t k = 0; k < Y.shape(1); k++)
                e += (Y(n, k) - T(n, k)) * (Y(n, k) - T(n, k));
        t.error_per_epoch.push_back(e / 2 / double(X.shape(0)));
        const std::vector<Layer> g = gradients(t.layers, X, T, f, f_slope);
        for (std::size_t l = 0; l < g.size(); l++) {
            for (std::size_t i = 0; i < g[l].W.shape(0); i++)
                for (std::size_t j = 0; j < g[l].W.shape(1); j++)
                    t.layers[l].W(i, j) -= eta * g[l].W(i, j);
            for (std::size_t j = 0; j < g[l].b.size(); j++)
                t.layers[l].b(j) -= eta * g[l].b(j);
        }
    }
    return t;
}

Vector weight_change(const std::vector<Layer>& before, const std::vector<Layer>& after)
{
    require(before.size() == after.size(), "both have the same layers");
    for (std::size_t l = 0; l < before.size(); ++l) {
        require(before[l].W.shape() == after[l].W.shape(), "both have the same layers");
        require(before[l].W.size() > 0 && xt::amax(xt::abs(before[l].W))() > 0.0,
                "a fraction of weights that are all 0 is not a number");
    }
    Vector change = xt::zeros<double>({before.size()});
    for (std::size_t l = 0; l < before.size(); l++) {
        double way = 0;
        double began = 0;
        for (std::size_t i = 0; i < before[l].W.shape(0); i++)
            for (std::size_t j = 0; j < before[l].W.shape(1); j++) {
                const double d = after[l].W(i, j) - before[l].W(i, j);
                way += d * d;
                began += before[l].W(i, j) * before[l].W(i, j);
            }
        change(l) = std::sqrt(way) / std::sqrt(began);
    }
    return change;
}

} // namespace vanishing_gradient
