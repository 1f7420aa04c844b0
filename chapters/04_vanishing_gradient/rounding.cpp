// What rounding does to a gradient, measured against one with 50 digits.
#include "experiments.hpp"

#include "common/math/random.hpp"

#include <boost/multiprecision/cpp_bin_float.hpp>

#include <cmath>
#include <cstddef>
#include <memory>
#include <vector>

namespace vanishing_gradient {
namespace {

using Long = boost::multiprecision::number<boost::multiprecision::cpp_bin_float<50>,
                                           boost::multiprecision::et_off>;

/// The norm of the first layer's gradient of a sigmoid net with every number carried to 50
/// digits.
Long first_norm_in_50_digits(const std::vector<Layer>& layers, const Matrix& inputs,
                             const Matrix& targets)
{
    using Row = std::vector<Long>;
    const std::size_t N = inputs.shape(0);
    const std::size_t L = layers.size();
    std::vector<Long> gradient(layers[0].W.size(), Long(0));
    for (std::size_t n = 0; n < N; ++n) {
        std::vector<Row> H{Row{Long(inputs(n, 0)), Long(inputs(n, 1))}};
        for (std::size_t l = 0; l < L; ++l) {
            Row out(layers[l].b.begin(), layers[l].b.end());
            for (std::size_t k = 0; k < out.size(); ++k) {
                for (std::size_t i = 0; i < H[l].size(); ++i)
                    out[k] += H[l][i] * layers[l].W(i, k);
                if (l + 1 < L)
                    out[k] = 1 / (1 + exp(-out[k]));
            }
            H.push_back(out);
        }
        Row delta{(H[L][0] - targets(n, 0)) / N};
        for (std::size_t l = L - 1; l > 0; --l) {
            Row back(H[l].size(), Long(0));
            for (std::size_t j = 0; j < back.size(); ++j) {
                for (std::size_t k = 0; k < delta.size(); ++k)
                    back[j] += delta[k] * layers[l].W(j, k);
                back[j] *= H[l][j] * (1 - H[l][j]);
            }
            delta = back;
        }
        for (std::size_t i = 0; i < 2; ++i)
            for (std::size_t j = 0; j < delta.size(); ++j)
                gradient[i * delta.size() + j] += H[0][i] * delta[j];
    }
    Long sum = 0;
    for (const Long& g : gradient)
        sum += g * g;
    return sqrt(sum);
}

} // namespace

MatrixFunction spoiled_sigma(Exponential how, const std::shared_ptr<Random>& random)
{
    return [=](const Matrix& Z) {
        Matrix H = Z;
        for (double& z : H) {
            double e = std::exp(-z);
            if (how == Exponential::one_ulp_off)
                e = std::nextafter(e, random->uniform(-1.0, 1.0) < 0.0 ? 0.0 : 1e300);
            if (how == Exponential::cut_to_float)
                e = static_cast<double>(static_cast<float>(e));
            z = 1.0 / (1.0 + e);
        }
        return H;
    };
}

Kind spoiled(Exponential how)
{
    const auto random = std::make_shared<Random>(5);
    const MatrixFunction f = spoiled_sigma(how, random);
    const MatrixFunction slope = [f](const Matrix& Z) -> Matrix { return f(Z) * f(-Z); };
    return {"spoiled", f, slope, with_sigmoid.eta, Color::vermilion};
}

Effects effects(std::size_t depth)
{
    const std::vector<Layer> layers = he_start(1, depth);
    const Matrix inputs = xt::view(X, xt::range(0, 4), xt::all());
    const Matrix targets = xt::view(T, xt::range(0, 4), xt::all());
    const auto norms = [&](const Kind& kind) {
        return gradient_norms(gradients(layers, inputs, targets, kind.f, kind.f_slope));
    };
    const Vector plain = norms(with_sigmoid);
    const Long exact = first_norm_in_50_digits(layers, inputs, targets);
    const auto off = [&](double norm) {
        return static_cast<double>(abs(Long(norm) - exact) / exact);
    };
    return {plain(0), plain(0) / plain(depth), off(plain(0)),
            off(norms(spoiled(Exponential::one_ulp_off))(0)),
            off(norms(spoiled(Exponential::cut_to_float))(0))};
}

} // namespace vanishing_gradient
