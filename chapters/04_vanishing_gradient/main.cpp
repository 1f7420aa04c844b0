/// @file
/// The lab of chapter 4: the slope of the sigmoid and its product along a chain, gradients layer
/// by layer, rounding against vanishing, weights too large, and what depth does to learning.

#include "vanishing_gradient.hpp"

#include "common/math/random.hpp"
#include "common/report/lab.hpp"

#include <boost/multiprecision/cpp_bin_float.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <limits>
#include <map>
#include <memory>
#include <numbers>
#include <string>
#include <utility>
#include <vector>

using namespace vanishing_gradient;

namespace {

using MatrixFunction = std::function<Matrix(const Matrix&)>;

// --- Activations ------------------------------------------------------------------------------

/// One function at every entry.
template <class F>
Matrix each(Matrix Z, const F& f)
{
    for (double& z : Z)
        z = f(z);
    return Z;
}

Matrix sigma(const Matrix& Z)
{
    return each(Z, [](double z) { return 1.0 / (1.0 + std::exp(-z)); });
}

Matrix sigma_slope(const Matrix& Z)
{
    return each(Z, [](double z) {
        const double e = std::exp(-std::abs(z));
        return e / ((1.0 + e) * (1.0 + e));
    });
}

Matrix hyperbolic(const Matrix& Z)
{
    return xt::tanh(Z);
}
Matrix hyperbolic_slope(const Matrix& Z)
{
    return 1.0 - xt::square(xt::tanh(Z));
}
Matrix relu(const Matrix& Z)
{
    return each(Z, [](double z) { return std::max(z, 0.0); });
}
Matrix relu_slope(const Matrix& Z)
{
    return each(Z, [](double z) { return z > 0.0 ? 1.0 : 0.0; });
}

/// An activation, how it starts, and a learning rate that suits it (table learning_rates).
struct Kind {
    std::string name;
    MatrixFunction f;
    MatrixFunction f_slope;
    double eta;
    Color color;
    bool matched = false; ///< whether the weights are fitted to σ
};

const Kind with_sigmoid{"sigmoid", sigma, sigma_slope, 0.6, Color::vermilion};
const Kind with_tanh{"tanh", hyperbolic, hyperbolic_slope, 0.1, Color::green};
const Kind with_relu{"ReLU", relu, relu_slope, 0.1, Color::blue};
const Kind with_matched{"sigmoid, fitted start", sigma, sigma_slope, 0.3, Color::orange, true};

// --- Networks ------------------------------------------------------------------------------------

constexpr std::size_t width = 8;
constexpr std::size_t seeds = 7;
constexpr std::size_t epochs = 300;

/// `depth` hidden layers between 2 inputs and 1 output. He's start: the weights of a unit with n
/// inputs have the spread √(2/n), the biases are 0.
std::vector<Layer> he_start(std::uint64_t seed, std::size_t depth)
{
    Random random{seed};
    std::vector<Layer> layers;
    for (std::size_t l = 0; l <= depth; ++l) {
        const std::size_t inputs = l == 0 ? 2 : width;
        const std::size_t units = l == depth ? 1 : width;
        const double spread = std::sqrt(2.0 / static_cast<double>(inputs));
        layers.push_back(
            {random.normal_matrix(inputs, units, 0.0, spread), xt::zeros<double>({units})});
    }
    return layers;
}

/// The weights with which a sigmoid net computes what a tanh net with these layers does:
/// σ(2z) = ½ + ½ tanh(z).
std::vector<Layer> fitted_to_sigma(std::vector<Layer> layers)
{
    for (std::size_t l = 0; l < layers.size(); ++l) {
        const Vector columns = xt::sum(layers[l].W, {0});
        const bool first = l == 0;
        const double out = l + 1 < layers.size() ? 2.0 : 1.0;
        layers[l].b = out * (layers[l].b - (first ? 0.0 : 1.0) * columns);
        layers[l].W *= out * (first ? 1.0 : 2.0);
    }
    return layers;
}

std::vector<Layer> start_of(const Kind& kind, std::uint64_t seed, std::size_t depth)
{
    const std::vector<Layer> layers = he_start(seed, depth);
    return kind.matched ? fitted_to_sigma(layers) : layers;
}

// --- The data: two rings -----------------------------------------------------------------------

constexpr std::size_t points = 40;

/// Points in turn on an inner ring (target −1) and an outer ring (target 1), a little off.
Matrix rings()
{
    Random random{3};
    Matrix X = xt::zeros<double>({points, std::size_t{2}});
    for (std::size_t n = 0; n < points; ++n) {
        const double angle =
            2.0 * std::numbers::pi * static_cast<double>(n) / static_cast<double>(points);
        const double radius = (n % 2 == 0 ? 0.7 : 1.6) + random.normal(0.0, 0.12);
        X(n, 0) = radius * std::cos(angle);
        X(n, 1) = radius * std::sin(angle);
    }
    return X;
}

Matrix ring_targets()
{
    Matrix T = xt::ones<double>({points, std::size_t{1}});
    for (std::size_t n = 0; n < points; n += 2)
        T(n, 0) = -1.0;
    return T;
}

const Matrix X = rings();
const Matrix T = ring_targets();

// --- Runs
// ------------------------------------------------------------------------------------------

/// The smallest, the middle and the largest of some numbers.
struct Spread {
    double low;
    double middle;
    double high;
};

Spread spread(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return {values.front(), values[values.size() / 2], values.back()};
}

/// One network before and after its training.
struct Run {
    std::vector<Layer> start;
    Training training;
    double reached; ///< accuracy at the end
};

Run run_of(const Kind& kind, std::size_t depth, std::uint64_t seed, double eta, std::size_t updates)
{
    Run run{start_of(kind, seed, depth), {}, 0.0};
    run.training = train(run.start, X, T, kind.f, kind.f_slope, eta, updates);
    run.reached = accuracy(forward(run.training.layers, X, kind.f).H.back(), T);
    return run;
}

/// The runs of all seeds with one budget, kept: sections and figures ask for the same ones.
const std::vector<Run>& runs(const Kind& kind, std::size_t depth)
{
    static std::map<std::pair<std::string, std::size_t>, std::vector<Run>> kept;
    std::vector<Run>& all = kept[{kind.name, depth}];
    for (std::uint64_t seed = all.size() + 1; seed <= seeds; ++seed)
        all.push_back(run_of(kind, depth, seed, kind.eta, epochs));
    return all;
}

Spread reached(const Kind& kind, std::size_t depth)
{
    std::vector<double> values;
    for (const Run& run : runs(kind, depth))
        values.push_back(run.reached);
    return spread(values);
}

double final_error(const Kind& kind, const std::vector<Layer>& layers)
{
    return 0.5 * xt::mean(xt::square(forward(layers, X, kind.f).H.back() - T))();
}

const std::vector<std::size_t> depths{1, 2, 3, 5, 8};

// --- Norms
// -----------------------------------------------------------------------------------------

Vector norms_of(const Kind& kind, const std::vector<Layer>& layers)
{
    return gradient_norms(gradients(layers, X, T, kind.f, kind.f_slope));
}

/// The norms of Δ of every layer.
Vector delta_norms(const Kind& kind, const std::vector<Layer>& layers)
{
    const Pass pass = forward(layers, X, kind.f);
    const Matrix output_delta = (pass.H.back() - T) / static_cast<double>(points);
    const std::vector<Matrix> delta = deltas(layers, pass, output_delta, kind.f_slope);
    Vector norms = xt::zeros<double>({delta.size()});
    for (std::size_t l = 0; l < delta.size(); ++l)
        norms(l) = std::sqrt(xt::sum(xt::square(delta[l]))());
    return norms;
}

/// Spreads over several starts, one for each layer.
std::vector<Spread> spreads(const std::vector<Vector>& samples)
{
    std::vector<Spread> result;
    for (std::size_t l = 0; l < samples.front().size(); ++l) {
        std::vector<double> values;
        for (const Vector& sample : samples)
            values.push_back(sample(l));
        result.push_back(spread(values));
    }
    return result;
}

constexpr std::size_t norm_starts = 21;
constexpr std::size_t norm_depth = 10;

std::vector<Vector> norm_samples(const Kind& kind, double factor, std::size_t starts)
{
    std::vector<Vector> samples;
    for (std::uint64_t seed = 1; seed <= starts; ++seed)
        samples.push_back(norms_of(kind, scaled(start_of(kind, seed, norm_depth), factor)));
    return samples;
}

Numbers lows(const std::vector<Spread>& all)
{
    std::vector<double> values;
    for (const Spread& s : all)
        values.push_back(s.low);
    return values;
}

Numbers middles(const std::vector<Spread>& all)
{
    std::vector<double> values;
    for (const Spread& s : all)
        values.push_back(s.middle);
    return values;
}

Numbers highs(const std::vector<Spread>& all)
{
    std::vector<double> values;
    for (const Spread& s : all)
        values.push_back(s.high);
    return values;
}

Numbers counted_from_1(std::size_t n)
{
    return evenly(1.0, static_cast<double>(n), n);
}

/// The middle over starts of the factor per layer; NaN if a gradient is 0.
double middle_factor(const std::vector<Vector>& samples)
{
    std::vector<double> factors;
    for (const Vector& norms : samples)
        if (xt::amin(norms)() > 0.0)
            factors.push_back(factor_per_layer(norms));
    return factors.empty() ? std::numeric_limits<double>::quiet_NaN() : spread(factors).middle;
}

// --- Erratum 10: rounding
// -------------------------------------------------------------------------

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

/// How e^x is spoiled.
enum class Exponential { as_it_is, one_ulp_off, cut_to_float };

/// σ with a spoiled exponential; σ′ from it. Each call of e^x draws its own direction.
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

/// What rounding and what depth do to the first layer's gradient.
struct Effects {
    double norm;         ///< of the first layer's gradient
    double share;        ///< of the last layer's
    double in_double;    ///< relative error of `norm` against 50 digits
    double one_ulp;      ///< relative change when every e^x is one ulp off
    double cut_to_float; ///< relative change when every e^x has 24 bits only
};

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

// --- The worked example of the text -------------------------------------------------------------

const std::vector<Layer> example{{{{0.8, -0.5}, {0.3, 0.9}}, {0.1, -0.2}},
                                 {{{0.9, -0.5}, {-0.4, 0.6}}, {-0.3, 0.2}},
                                 {{{0.7}, {-1.1}}, {0.25}}};
const Matrix example_X{{0.5, -1.0}, {0.8, 0.4}};
const Matrix example_T{{1.0}, {0.4}};

/// A number in a drawing, with a real minus sign.
std::string drawn(double value, const char* format = "{:.4f}")
{
    std::string text = fmt::format(fmt::runtime(format), value);
    if (text.front() == '-')
        text.replace(0, 1, "−");
    return text;
}

/// A share of all points in percent.
std::string percent(double share)
{
    return fmt::format("{:.0f} %", 100.0 * share);
}

std::string percents(const Spread& s)
{
    return fmt::format("{:.0f} – {:.0f} – {:.0f} %", 100.0 * s.low, 100.0 * s.middle,
                       100.0 * s.high);
}

double frobenius(const Matrix& M)
{
    return std::sqrt(xt::sum(xt::square(M))());
}

void draw_rings(Figure& figure)
{
    std::vector<double> inner_x, inner_y, outer_x, outer_y;
    for (std::size_t n = 0; n < points; ++n) {
        (T(n, 0) < 0.0 ? inner_x : outer_x).push_back(X(n, 0));
        (T(n, 0) < 0.0 ? inner_y : outer_y).push_back(X(n, 1));
    }
    figure.points(inner_x, inner_y,
                  {.label = "target −1", .color = Color::black, .marker = Marker::open_circle});
    figure.points(outer_x, outer_y,
                  {.label = "target 1", .color = Color::black, .marker = Marker::circle});
}

} // namespace

int main(int argc, char** argv)
{
    Lab lab{argc, argv};

    lab.section("The slope of the sigmoid", [&] {
        auto table = lab.table("slopes", {"z",
                                          {"σ(z)", "%.12f"},
                                          {"σ(z) (1 − σ(z)), rounded", "%.12g"},
                                          {"σ(z) σ(−z)", "%.12g"}});
        for (double z : {-2.0, 0.0, 0.5, 1.0986122886681098, 2.0, 5.0, 10.0, 30.0, 36.0, 40.0}) {
            const double y = 1.0 / (1.0 + std::exp(-z));
            table.row(z, y, y * (1.0 - y), sigmoid_slope(z));
        }

        auto powers = lab.table("erratum_4", {"depth L",
                                              {"¼ᴸ", "%.4g"},
                                              {"0.3ᴸ (the documents)", "%.4g"},
                                              {"times too large", "%.4g"}});
        for (int depth : {1, 2, 5, 10, 20, 50}) {
            const double right = slope_bound(depth, 1.0);
            powers.row(depth, right, std::pow(0.3, depth), std::pow(0.3, depth) / right);
        }
    });

    lab.section("Along a chain", [&] {
        const Vector z{0.2, -1.35, 0.5};
        const Vector w{0.8, -1.5, 1.1};
        auto table = lab.table("chain", {"unit",
                                         "w",
                                         "z",
                                         {"σ′(z)", "%.12f"},
                                         {"factor w σ′(z)", "%.12f"},
                                         {"product so far", "%.12f"}});
        for (std::size_t l = 0; l < 3; ++l) {
            const Vector so_far_z = xt::view(z, xt::range(std::size_t{0}, l + 1));
            const Vector so_far_w = xt::view(w, xt::range(std::size_t{0}, l + 1));
            table.row(l + 1, w(l), z(l), sigmoid_slope(z(l)), w(l) * sigmoid_slope(z(l)),
                      chain_slope(so_far_z, so_far_w));
        }
        lab.value("chain_product", chain_slope(z, w), "%.12f");
        lab.value("chain_bound", slope_bound(3, 1.5), "%.12f");
    });

    lab.section("The worked example", [&] {
        const Pass pass = forward(example, example_X, sigma);
        const Matrix output_delta = (pass.H.back() - example_T) / 2.0;
        const std::vector<Matrix> delta = deltas(example, pass, output_delta, sigma_slope);
        const std::vector<Layer> gradient =
            gradients(example, example_X, example_T, sigma, sigma_slope);
        const Vector norms = gradient_norms(gradient);
        const Training training = train(example, example_X, example_T, sigma, sigma_slope, 0.5, 1);
        const Vector change = weight_change(example, training.layers);
        auto table = lab.table("example_layers", {"layer",
                                                  {"norm of Δ", "%.9f"},
                                                  {"norm of ∂E/∂W", "%.9f"},
                                                  {"change of W in one epoch, η = 0.5", "%.9f"}});
        for (std::size_t l = 0; l < 3; ++l)
            table.row(l + 1, frobenius(delta[l]), norms(l), change(l));
        lab.value("example_error", training.error_per_epoch.front(), "%.12f");
        lab.value("example_factor", factor_per_layer(norms), "%.6f");
    });

    lab.section("Gradient norm per layer, at the start", [&] {
        const auto sigmoid_norms = norm_samples(with_sigmoid, 1.0, norm_starts);
        const auto tanh_norms = norm_samples(with_tanh, 1.0, norm_starts);
        const auto relu_norms = norm_samples(with_relu, 1.0, norm_starts);
        const auto s = spreads(sigmoid_norms);
        const auto t = spreads(tanh_norms);
        const auto r = spreads(relu_norms);
        auto table = lab.table("layer_norms",
                               {"layer", {"sigmoid", "%.2e"}, {"tanh", "%.2e"}, {"ReLU", "%.2e"}});
        for (std::size_t l = 0; l <= norm_depth; ++l)
            table.row(l + 1, s[l].middle, t[l].middle, r[l].middle);
        lab.value("factor_sigmoid", middle_factor(sigmoid_norms), "%.3f");
        lab.value("factor_tanh", middle_factor(tanh_norms), "%.3f");
        lab.value("factor_relu", middle_factor(relu_norms), "%.3f");
        lab.value("norm_ratio_sigmoid", s[norm_depth].middle / s[0].middle, "%.1e");
        lab.value("norm_starts", norm_starts);
        std::vector<double> in_matched;
        for (const Vector& norms : norm_samples(with_matched, 1.0, norm_starts))
            in_matched.push_back(factor_per_layer(norms));
        lab.value("factor_matched", spread(in_matched).middle, "%.3f");
    });

    lab.section("Erratum 10: rounding is not what vanishes", [&] {
        auto table = lab.table("rounding", {"hidden layers",
                                            {"first layer's norm", "%.1e"},
                                            {"first / last layer", "%.1e"},
                                            {"double against 50 digits", "%.0e"},
                                            {"every eˣ one ulp off", "%.0e"},
                                            {"every eˣ cut to float", "%.0e"}});
        for (std::size_t depth : {1, 2, 5, 10, 20, 50}) {
            const Effects e = effects(depth);
            table.row(depth, e.norm, e.share, e.in_double, e.one_ulp, e.cut_to_float);
        }

        auto trained = lab.table("rounding_training", {"network",
                                                       {"error, eˣ as it is", "%.6f"},
                                                       {"every eˣ one ulp off", "%.6f"},
                                                       {"every eˣ cut to float", "%.6f"}});
        const auto train_spoiled = [&](const std::string& words, const Kind& base,
                                       std::size_t depth) {
            std::vector<Cell> cells{words};
            for (const Exponential how :
                 {Exponential::as_it_is, Exponential::one_ulp_off, Exponential::cut_to_float}) {
                const Kind kind = spoiled(how);
                cells.emplace_back(final_error(base, train(start_of(base, 1, depth), X, T, kind.f,
                                                           kind.f_slope, base.eta, epochs)
                                                         .layers));
            }
            trained.add(cells);
        };
        train_spoiled("1 hidden layer", with_sigmoid, 1);
        train_spoiled("5 hidden layers", with_sigmoid, 5);
        train_spoiled("5 hidden layers, fitted start", with_matched, 5);
    });

    lab.section("Saturated units", [&] {
        auto table = lab.table("saturated", {"weights times",
                                             "first layer",
                                             "second layer",
                                             "last hidden layer",
                                             {"factor per layer", "%.3f"}});
        for (double factor : {1.0, 4.0, 16.0, 64.0}) {
            std::vector<Vector> shares;
            for (std::uint64_t seed = 1; seed <= norm_starts; ++seed) {
                Pass pass = forward(scaled(he_start(seed, norm_depth), factor), X, sigma);
                pass.Z.pop_back();
                shares.push_back(saturated_share(pass.Z, sigma_slope, 0.01));
            }
            const auto s = spreads(shares);
            table.row(factor, percent(s[0].middle), percent(s[1].middle),
                      percent(s[norm_depth - 1].middle),
                      middle_factor(norm_samples(with_sigmoid, factor, norm_starts)));
        }
        lab.value("saturated_beyond", std::log(0.5 * (98.0 + std::sqrt(98.0 * 98.0 - 4.0))),
                  "%.2f");
        Pass pass = forward(he_start(1, norm_depth), X, relu);
        pass.Z.pop_back();
        lab.value("relu_slopes_zero", 100.0 * xt::mean(saturated_share(pass.Z, relu_slope, 0.5))(),
                  "%.0f");
    });

    lab.section("Weights too large", [&] {
        auto table = lab.table("weight_scales", {"weights times",
                                                 {"sigmoid: Δ per layer", "%.3f"},
                                                 {"tanh: Δ per layer", "%.3f"},
                                                 {"ReLU: Δ per layer", "%.3f"},
                                                 {"ReLU: ∂E/∂W of layer 1", "%.1e"},
                                                 {"ReLU: E after 1 update", "%.1e"}});
        for (double factor : {0.25, 0.5, 1.0, 2.0, 4.0, 16.0}) {
            std::vector<double> first;
            std::vector<double> after;
            for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
                const std::vector<Layer> layers = scaled(he_start(seed, norm_depth), factor);
                first.push_back(norms_of(with_relu, layers)(0));
                after.push_back(
                    final_error(with_relu, train(layers, X, T, relu, relu_slope, 0.1, 1).layers));
            }
            const auto per_layer = [&](const Kind& kind) {
                std::vector<Vector> samples;
                for (std::uint64_t seed = 1; seed <= seeds; ++seed)
                    samples.push_back(
                        delta_norms(kind, scaled(he_start(seed, norm_depth), factor)));
                return middle_factor(samples);
            };
            table.row(factor, per_layer(with_sigmoid), per_layer(with_tanh), per_layer(with_relu),
                      spread(first).middle, spread(after).middle);
        }

        auto balance = lab.table("relu_balance", {"layer",
                                                  {"norm of what comes in, H", "%.2e"},
                                                  {"norm of what comes back, Δ", "%.2e"},
                                                  {"norm of ∂E/∂W", "%.2e"}});
        const std::vector<Layer> layers = scaled(he_start(1, norm_depth), 2.0);
        const Pass pass = forward(layers, X, relu);
        const Vector back = delta_norms(with_relu, layers);
        const Vector norms = norms_of(with_relu, layers);
        for (std::size_t l : {0, 2, 4, 6, 8, 10})
            balance.row(l + 1, frobenius(pass.H[l]), back(l), norms(l));
    });

    lab.section("Learning or not", [&] {
        auto rates = lab.table("learning_rates", {"η", "sigmoid, 2 hidden layers", "sigmoid, 8",
                                                  "ReLU, 8", "sigmoid, fitted start, 8"});
        for (double eta : {0.1, 0.3, 0.6, 1.0}) {
            const auto middle = [&](const Kind& kind, std::size_t depth) {
                std::vector<double> values;
                for (std::uint64_t seed = 1; seed <= 3; ++seed)
                    values.push_back(eta == kind.eta
                                         ? runs(kind, depth)[seed - 1].reached
                                         : run_of(kind, depth, seed, eta, epochs).reached);
                return percents(spread(values));
            };
            rates.row(eta, middle(with_sigmoid, 2), middle(with_sigmoid, 8), middle(with_relu, 8),
                      middle(with_matched, 8));
        }

        auto table = lab.table("depth_and_accuracy",
                               {"hidden layers", "sigmoid", "ReLU", "sigmoid, fitted start"});
        for (std::size_t depth : depths)
            table.row(depth, percents(reached(with_sigmoid, depth)),
                      percents(reached(with_relu, depth)), percents(reached(with_matched, depth)));
        const Run longer = run_of(with_sigmoid, 8, 1, with_sigmoid.eta, 3 * epochs);
        lab.value("longer_epochs", 3 * epochs);
        lab.value("longer_error", longer.training.error_per_epoch.back(), "%.4f");
        lab.value("longer_accuracy", 100.0 * longer.reached, "%.0f");
        lab.value("epochs", epochs);
        lab.value("seeds", seeds);
    });

    lab.section("What each layer has learned", [&] {
        auto table = lab.table(
            "learned",
            {"layer", {"sigmoid", "%.1e"}, {"ReLU", "%.1e"}, {"sigmoid, fitted start", "%.1e"}});
        const auto changes = [&](const Kind& kind) {
            std::vector<Vector> samples;
            for (const Run& run : runs(kind, 8))
                samples.push_back(weight_change(run.start, run.training.layers));
            return spreads(samples);
        };
        const auto s = changes(with_sigmoid);
        const auto r = changes(with_relu);
        const auto m = changes(with_matched);
        for (std::size_t l = 0; l < s.size(); ++l)
            table.row(l + 1, s[l].middle, r[l].middle, m[l].middle);
    });

    lab.figure(
        {.name = "slope_peak",
         .caption = "σ, its slope σ′, and the slope of tanh. σ′ is highest at z = 0, and there "
                    "exactly ¼ (erratum 4); tanh reaches 1. From |z| = 5 on, both are nearly 0.",
         .alt = "The S-shaped sigmoid from 0 to 1, its bell-shaped slope touching the dashed line "
                "¼ at z = 0, and the narrower, higher bell of the slope of tanh.",
         .source = "decks A and B, page on the properties of the sigmoid; deck E, page 2"},
        [&](Figure& figure) {
            figure.x_label("z");
            figure.y_label("f(z), f′(z)");
            figure.x_range(-6, 6);
            figure.y_range(0, 1.05);
            figure.function([](double z) { return 1.0 / (1.0 + std::exp(-z)); }, -6, 6,
                            {.label = "σ(z)"});
            figure.function(sigmoid_slope, -6, 6, {.label = "σ′(z)", .color = Color::vermilion});
            figure.function([](double z) { return 4.0 * sigmoid_slope(2.0 * z); }, -6, 6,
                            {.label = "tanh′(z)", .color = Color::green, .dash = Dash::dash_dot});
            const Peak peak = sigmoid_slope_peak();
            figure.horizontal(peak.slope);
            figure.points({peak.z}, {peak.slope},
                          {.color = Color::vermilion, .marker = Marker::circle});
            figure.text(-5.9, peak.slope, "¼", {.align = Align::left, .dy = 9});
        });

    lab.graph(
        {.name = "chain_of_units",
         .caption = "A chain of three units, forward from left to right. Going back, every unit "
                    "gives a factor w σ′(z); the slope from end to end is their product.",
         .alt = "Four circles in a row joined by arrows; under each unit its weighted sum, on each "
                "arrow its weight, the slope at the unit and the factor.",
         .source = "deck C, page on the chain rule"},
        [&](Graph& graph) {
            const Vector z{0.2, -1.35, 0.5};
            const Vector w{0.8, -1.5, 1.1};
            graph.layer("input", {{.id = "h0", .label = "h_{0}"}});
            for (std::size_t l = 0; l < 3; ++l) {
                graph.layer(fmt::format("unit {}", l + 1),
                            {{.id = fmt::format("h{}", l + 1),
                              .label = fmt::format("h_{{{}}}", l + 1),
                              .note = fmt::format("z_{{{}}} = {}", l + 1, drawn(z(l), "{}"))}});
                const double factor = w(l) * sigmoid_slope(z(l));
                graph.edge(fmt::format("h{}", l), fmt::format("h{}", l + 1),
                           {.label = fmt::format("{} · {}\n= {}", drawn(w(l), "{}"),
                                                 drawn(sigmoid_slope(z(l))), drawn(factor)),
                            .value = factor,
                            .emphasis = Emphasis::strong,
                            .backward = true});
            }
            graph.layer_distance(190);
        });

    lab.figure(
        {.name = "slope_product",
         .caption = "What a chain of sigmoid units lets through, against its depth: the bound "
                    "¼ᴸ for weights up to 1, the documents' 0.3ᴸ, and 200 random chains with "
                    "weights and sums of spread 1 (middle and the middle 90 %). Real chains "
                    "stay far below the bound.",
         .alt = "Falling lines on a logarithmic axis. The bound reaches 10⁻¹⁸ at depth 30, the "
                "line of 0.3 about 2·10⁻¹⁶; the random chains fall faster, to about 10⁻³⁰.",
         .source = "decks A and B, page on the slope multiplied again and again; deck C, vanishing "
                   "gradient"},
        [&](Figure& figure) {
            constexpr std::size_t deepest = 30;
            std::vector<double> depth, bound, documents, low, middle, high;
            std::vector<std::vector<double>> products(deepest + 1);
            Random random{4};
            for (int chain = 0; chain < 200; ++chain) {
                const Vector z = random.normal_vector(deepest, 0.0, 1.0);
                const Vector w = random.normal_vector(deepest, 0.0, 1.0);
                for (std::size_t l = 0; l <= deepest; ++l) {
                    const Vector zl = xt::view(z, xt::range(std::size_t{0}, l));
                    const Vector wl = xt::view(w, xt::range(std::size_t{0}, l));
                    products[l].push_back(std::abs(chain_slope(zl, wl)));
                }
            }
            for (std::size_t l = 0; l <= deepest; ++l) {
                std::sort(products[l].begin(), products[l].end());
                depth.push_back(static_cast<double>(l));
                bound.push_back(slope_bound(static_cast<int>(l), 1.0));
                documents.push_back(std::pow(0.3, static_cast<double>(l)));
                low.push_back(products[l][10]);
                middle.push_back(products[l][100]);
                high.push_back(products[l][189]);
            }
            figure.x_label("depth L");
            figure.y_label("size of the product");
            figure.log_y();
            figure.x_range(0, 30);
            figure.y_range(1e-36, 10);
            figure.area(depth, low, high, {.color = Color::vermilion, .opacity = 0.2});
            figure.line(depth, documents, {.label = "0.3ᴸ", .color = Color::grey});
            figure.line(depth, bound, {.label = "¼ᴸ", .color = Color::black});
            figure.line(depth, middle,
                        {.label = "random chains", .color = Color::vermilion, .dash = Dash::solid});
        });

    lab.figure(
        {.name = "gradient_norm_per_layer",
         .caption = "Norm of ∂E/∂W per layer before training: 10 hidden layers of 8 units, the "
                    "same starting weights (He) for all three; lines are the middle of 21 starts, "
                    "bands reach from the smallest to the largest.",
         .alt =
             "Three lines over the layers 1 to 11 on a logarithmic axis. ReLU and tanh run level "
             "near 0.1 and 0.5; the sigmoid falls in a straight line towards layer 1, to about "
             "10⁻⁷.",
         .source = "decks A, B and E, pages on the vanishing gradient"},
        [&](Figure& figure) {
            figure.x_label("layer (1 is next to the input)");
            figure.y_label("norm of ∂E/∂W");
            figure.log_y();
            figure.x_range(1, norm_depth + 1);
            figure.x_tics({1, 3, 5, 7, 9, 11});
            for (const Kind& kind : {with_sigmoid, with_tanh, with_relu}) {
                const auto all = spreads(norm_samples(kind, 1.0, norm_starts));
                figure.area(counted_from_1(all.size()), lows(all), highs(all),
                            {.color = kind.color, .opacity = 0.15});
                figure.line(counted_from_1(all.size()), middles(all),
                            {.label = kind.name, .color = kind.color});
            }
        });

    lab.figure(
        {.name = "rounding_or_vanishing",
         .caption = "Two effects on the first layer's gradient of a sigmoid net, against its "
                    "depth. Vanishing: its norm, as a share of the last layer's. Rounding: its "
                    "relative error, as it is, with every eˣ one unit in the last place off, and "
                    "with every eˣ cut to single precision. Rounding stays where it is; "
                    "vanishing takes everything.",
         .alt = "On a logarithmic axis one line falls steadily from 1 to below 10⁻²⁰ at 50 layers; "
                "three others stay level, at about 10⁻¹⁵, 10⁻¹⁵ and 10⁻⁷.",
         .source = "decks A and B, page on the reasons (erratum 10)"},
        [&](Figure& figure) {
            std::vector<double> x, share, in_double, ulp, cut;
            for (std::size_t depth : {1, 2, 3, 5, 8, 12, 16, 20, 30, 40, 50}) {
                const Effects e = effects(depth);
                x.push_back(static_cast<double>(depth));
                share.push_back(e.share);
                in_double.push_back(std::max(e.in_double, 1e-17));
                ulp.push_back(e.one_ulp);
                cut.push_back(e.cut_to_float);
            }
            figure.x_label("hidden layers");
            figure.y_label("relative size");
            figure.log_y();
            figure.x_range(0, 50);
            figure.y_range(1e-30, 10);
            figure.line(x, share,
                        {.label = "first / last gradient",
                         .color = Color::vermilion,
                         .dash = Dash::solid,
                         .width = 3.0});
            figure.line(x, cut, {.label = "error, e^{x} in float", .color = Color::orange});
            figure.line(x, ulp, {.label = "error, e^{x} 1 ulp off", .color = Color::black});
            figure.line(x, in_double, {.label = "error as it is", .color = Color::blue});
        });

    lab.figure(
        {.name = "saturated_units",
         .caption = "Share of units with σ′ below 0.01, by hidden layer, for a sigmoid net whose "
                    "starting weights are multiplied by 1, 4, 16 and 64 (middle of 21 starts). At "
                    "the usual start no unit is saturated, and the gradient vanishes all the same.",
         .alt = "Four lines over the hidden layers 1 to 10: at 0 for weights times 1, then higher "
                "with every factor, up to more than nine tenths for 64.",
         .source = "deck E, page on the slope of the sigmoid"},
        [&](Figure& figure) {
            figure.x_label("hidden layer");
            figure.y_label("saturated share");
            figure.x_range(1, norm_depth);
            figure.y_range(-0.03, 1);
            for (double factor : {1.0, 4.0, 16.0, 64.0}) {
                std::vector<Vector> shares;
                for (std::uint64_t seed = 1; seed <= norm_starts; ++seed) {
                    Pass pass = forward(scaled(he_start(seed, norm_depth), factor), X, sigma);
                    pass.Z.pop_back();
                    shares.push_back(saturated_share(pass.Z, sigma_slope, 0.01));
                }
                figure.line(
                    counted_from_1(norm_depth), middles(spreads(shares)),
                    {.label = fmt::format("weights × {}", factor), .marker = Marker::automatic});
            }
        });

    lab.figure(
        {.name = "weights_too_large",
         .caption = "Gradient norm per layer for several sizes of the starting weights. Sigmoid: "
                    "vanishes, until the weights are 16 times too large. tanh: explodes towards "
                    "the input with weights times 4, and vanishes with 16, where it is saturated. "
                    "ReLU: level in all layers, but the whole level moves by many powers of "
                    "ten.",
         .alt = "Three panels with lines on logarithmic axes: rising lines for the sigmoid with "
                "small weights; level, falling and rising ones for tanh; and level ones far apart "
                "for ReLU.",
         .source = "deck E, page on initial weights"},
        [&](Figure& figure) {
            figure.grid(1, 3);
            figure.size(1080, 380);
            for (const Kind& kind : {with_sigmoid, with_tanh, with_relu}) {
                figure.panel(kind.name);
                figure.x_label("layer");
                figure.y_label("norm of ∂E/∂W");
                figure.log_y();
                figure.x_range(1, norm_depth + 1);
                figure.x_tics({1, 6, 11});
                for (double factor : {0.5, 1.0, 4.0, 16.0}) {
                    const auto all = spreads(norm_samples(kind, factor, seeds));
                    figure.line(counted_from_1(all.size()), middles(all),
                                {.label = fmt::format("× {}", factor)});
                }
            }
        });

    lab.figure(
        {.name = "deep_loss",
         .caption =
             "Error while nets with 8 hidden layers learn the two rings, each with its best "
             "learning rate; lines are the middle of 7 starts, bands reach from the best to "
             "the worst. The sigmoid net stays at ½, the error of answering 0 to everything.",
         .alt = "On a logarithmic axis the sigmoid's line stays level at 0.5 for 300 epochs; those "
                "of ReLU and of the sigmoid with a fitted start fall below 0.01.",
         .source = "decks A and B, page on the reasons; deck C, ReLU"},
        [&](Figure& figure) {
            figure.x_label("epoch");
            figure.y_label("error E");
            figure.log_y();
            figure.x_range(0, epochs);
            figure.y_range(1e-3, 3);
            for (const Kind& kind : {with_sigmoid, with_relu, with_matched}) {
                std::vector<Vector> samples;
                for (const Run& run : runs(kind, 8)) {
                    Vector errors = xt::zeros<double>({run.training.error_per_epoch.size()});
                    std::copy(run.training.error_per_epoch.begin(),
                              run.training.error_per_epoch.end(), errors.begin());
                    samples.push_back(errors);
                }
                const auto all = spreads(samples);
                figure.area(indices(all.size()), lows(all), highs(all),
                            {.color = kind.color, .opacity = 0.15});
                figure.line(indices(all.size()), middles(all),
                            {.label = kind.name, .color = kind.color});
            }
        });

    lab.figure(
        {.name = "depth_accuracy",
         .caption = "Share of the two rings that is answered right after 300 epochs, against the "
                    "number of hidden layers; lines are the middle of 7 starts, bands reach from "
                    "the worst to the best. Half is what guessing gives.",
         .alt =
             "The sigmoid's line falls from 1 with one hidden layer to about ½ from three on; the "
             "lines of ReLU and of the sigmoid with a fitted start stay at 1.",
         .source = "decks A, B and E, pages on the vanishing gradient"},
        [&](Figure& figure) {
            figure.x_label("hidden layers");
            figure.y_label("accuracy");
            figure.x_range(1, 8);
            figure.y_range(0.4, 1.05);
            for (const Kind& kind : {with_sigmoid, with_matched, with_relu}) {
                std::vector<Spread> all;
                for (std::size_t depth : depths)
                    all.push_back(reached(kind, depth));
                figure.area(depths, lows(all), highs(all), {.color = kind.color, .opacity = 0.15});
                figure.line(depths, middles(all),
                            {.label = kind.name,
                             .color = kind.color,
                             .marker = kind.matched ? Marker::open_circle : Marker::circle,
                             .size = kind.matched ? 1.8 : 1.0});
            }
            figure.horizontal(0.5);
        });

    lab.figure(
        {.name = "learned_by_layer",
         .caption =
             "What each layer of a net with 8 hidden layers has learned in 300 epochs: the "
             "change of its weights as a share of their size at the start (middle, smallest "
             "and largest of 7 starts). In the sigmoid net the first layers have stayed what "
             "chance made them.",
         .alt =
             "On a logarithmic axis the sigmoid's line falls from 0.3 at the output to below 10⁻⁴ "
             "at the first layer; the other two lines stay between 0.04 and 0.4.",
         .source = "deck E, page 1: layers near the input hardly learn"},
        [&](Figure& figure) {
            figure.x_label("layer (1 is next to the input)");
            figure.y_label("change of W");
            figure.log_y();
            figure.x_range(1, 9);
            figure.x_tics({1, 3, 5, 7, 9});
            for (const Kind& kind : {with_sigmoid, with_relu, with_matched}) {
                std::vector<Vector> samples;
                for (const Run& run : runs(kind, 8))
                    samples.push_back(weight_change(run.start, run.training.layers));
                const auto all = spreads(samples);
                figure.area(counted_from_1(all.size()), lows(all), highs(all),
                            {.color = kind.color, .opacity = 0.15});
                figure.line(counted_from_1(all.size()), middles(all),
                            {.label = kind.name, .color = kind.color});
            }
        });

    lab.figure(
        {.name = "deep_rings",
         .caption =
             "The two rings, and what a sigmoid net and a ReLU net with 8 hidden layers make "
             "of them after 300 epochs from the same start. The black line is 0, the border "
             "between the classes.",
         .alt = "Two coloured squares with the points of both rings: on the left one pale tint "
                "without structure, on the right a closed border between the rings.",
         .source = ""},
        [&](Figure& figure) {
            const Plane plane{-2.2, 2.2, -2.2, 2.2, 81};
            figure.grid(1, 2);
            for (const Kind& kind : {with_sigmoid, with_relu}) {
                const Run& run = runs(kind, 8).front();
                const Matrix y = forward(run.training.layers, plane.points(), kind.f).H.back();
                const Numbers values = Vector(xt::view(y, xt::all(), 0));
                figure.panel(kind.name);
                figure.x_label("x_{1}");
                figure.y_label("x_{2}");
                figure.x_range(-2.2, 2.2);
                figure.y_range(-2.2, 2.2);
                figure.equal_aspect();
                figure.x_tics({-2, 0, 2});
                figure.y_tics({-2, 0, 2});
                figure.legend(Legend::none);
                figure.heat_map(
                    plane, values,
                    {.palette = Palette::diverging, .from = -1.5, .to = 1.5, .label = "output"});
                figure.contour(plane, values, {0.0}, {.color = Color::black, .width = 1.5});
                draw_rings(figure);
            }
        });

    return lab.finish();
}
