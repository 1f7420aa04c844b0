/// @file
/// The lab of chapter 6: units that stay alike, spreads of weighted sums and the slides' ranges,
/// saturation, erratum 5 in numbers, variances through layers against simulation, and descent
/// from many starts.

#include "initialization.hpp"

#include "common/math/random.hpp"
#include "common/report/lab.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <vector>

using namespace initialization;

namespace {

double mean(const std::vector<double>& values)
{
    double sum = 0.0;
    for (double value : values)
        sum += value;
    return sum / static_cast<double>(values.size());
}

/// The standard error of the mean of values.
double standard_error(const std::vector<double>& values)
{
    const double n = static_cast<double>(values.size());
    const double m = mean(values);
    double sum = 0.0;
    for (double value : values)
        sum += (value - m) * (value - m);
    return std::sqrt(sum / (n - 1.0) / n);
}

double mean_square(const Matrix& m)
{
    return xt::mean(xt::square(m))();
}

Matrix sigma(const Matrix& Z)
{
    return 1.0 / (1.0 + xt::exp(-Z));
}

// --- Units that are all alike -------------------------------------------------------------------

const Matrix xor_X{{0.0, 0.0}, {0.0, 1.0}, {1.0, 0.0}, {1.0, 1.0}};
const Matrix xor_T{{0.0}, {1.0}, {1.0}, {0.0}};
const std::vector<int> xor_units{2, 4, 1};
constexpr double xor_eta = 6.0;

/// XOR's network with all weights ½, and each moved by up to `noise`.
std::vector<Layer> nearly_equal(double noise)
{
    std::vector<Layer> layers = equal_layers(xor_units, 0.5);
    Random random{6};
    for (Layer& layer : layers)
        layer.W += random.uniform_matrix(layer.W.shape(0), layer.W.shape(1), -noise, noise);
    return layers;
}

double xor_error(const std::vector<Layer>& layers)
{
    Matrix H = xor_X;
    for (const Layer& layer : layers)
        H = sigma(matmul(H, layer.W) + layer.b);
    return 0.5 * xt::sum(xt::square(H - xor_T))() / 4.0;
}

/// How a training of XOR went, epoch by epoch.
struct Run {
    std::vector<double> error;
    std::vector<double> spread;   ///< of the hidden units' incoming weights
    std::vector<double> outgoing; ///< of their outgoing weights
};

Run xor_run(std::vector<Layer> layers, std::size_t epochs)
{
    Run run;
    for (std::size_t epoch = 0; epoch <= epochs; ++epoch) {
        run.error.push_back(xor_error(layers));
        run.spread.push_back(unit_spread(layers[0].W));
        run.outgoing.push_back(unit_spread(transpose(layers[1].W)));
        layers = descend(layers, xor_X, xor_T, xor_eta);
    }
    return run;
}

// --- Weighted sums of one layer -----------------------------------------------------------------

/// A way to draw weights for the slides' layer.
struct Weights {
    std::string name;
    double deviation;
    bool is_uniform = false;

    double draw(Random& random) const
    {
        const double r = deviation * std::sqrt(3.0);
        return is_uniform ? random.uniform(-r, r) : random.normal(0.0, deviation);
    }
};

constexpr int slide_fan_in = 100;
constexpr double slide_square_mean = 1.0 / 3.0; ///< E[x²] of U(0, 1)
const double root_of_a_tenth = std::sqrt(0.1);

std::vector<Weights> slide_weights()
{
    return {{"N(0, 1)", 1.0},
            {"U(−4, 4)", uniform_deviation(4.0), true},
            {"N(0, 0.1), 0.1 the variance", root_of_a_tenth},
            {"N(0, 0.1), 0.1 the deviation", 0.1}};
}

/// Weighted sums of units with inputs from U(0, 1): for each new weights and new inputs.
std::vector<double> weighted_sums(const Weights& weights, std::size_t count = 20000)
{
    Random random{60};
    std::vector<double> sums(count);
    for (double& z : sums) {
        z = 0.0;
        for (int i = 0; i < slide_fan_in; ++i)
            z += weights.draw(random) * random.uniform(0.0, 1.0);
    }
    return sums;
}

std::vector<double> sigma_of(std::vector<double> sums)
{
    for (double& z : sums)
        z = 1.0 / (1.0 + std::exp(-z));
    return sums;
}

Matrix as_row(const std::vector<double>& values)
{
    Matrix m = xt::zeros<double>({std::size_t{1}, values.size()});
    std::copy(values.begin(), values.end(), m.begin());
    return m;
}

double share_where(const std::vector<double>& values, const std::function<bool(double)>& holds)
{
    return static_cast<double>(std::count_if(values.begin(), values.end(), holds)) /
           static_cast<double>(values.size());
}

/// The outputs of one unit with fixed weights from N(0, 1), for many inputs from U(0, 1).
std::vector<double> outputs_of_unit(std::uint64_t seed, std::size_t count)
{
    Random random{seed};
    const Vector w = random.normal_vector(slide_fan_in, 0.0, 1.0);
    std::vector<double> sums(count);
    for (double& z : sums)
        z = dot(w, random.uniform_vector(slide_fan_in, 0.0, 1.0));
    return sigma_of(sums);
}

// --- Deep networks -------------------------------------------------------------------------------

enum class Activation { linear, tanh, relu };

Matrix value_of(Activation f, const Matrix& Z)
{
    return f == Activation::linear ? Z
           : f == Activation::tanh ? Matrix(xt::tanh(Z))
                                   : Matrix(xt::maximum(Z, 0.0));
}

Matrix slope_of(Activation f, const Matrix& Z)
{
    return f == Activation::linear ? Matrix(xt::ones_like(Z))
           : f == Activation::tanh ? Matrix(1.0 - xt::square(xt::tanh(Z)))
                                   : Matrix(xt::where(Z > 0.0, 1.0, 0.0));
}

using Draw = std::function<Matrix(int fan_in, int fan_out, std::size_t seed)>;

/// Two digits of a size as a figure writes it: 0.49, 9.8·10^{−6}, 1.8·10^{4}.
std::string size_text(double size)
{
    const std::string text = fmt::format("{:.2g}", size);
    const std::size_t e = text.find('e');
    if (e == std::string::npos)
        return text;
    const int power = std::stoi(text.substr(e + 1));
    return fmt::format("{}·10^{{{}{}}}", text.substr(0, e), power < 0 ? "−" : "", std::abs(power));
}

/// An initialization with its name.
struct Start {
    std::string name;
    Draw draw;
};

Draw normal_weights(double deviation)
{
    return [deviation](int fan_in, int fan_out, std::size_t seed) {
        return Random{seed}.normal_matrix(static_cast<std::size_t>(fan_in),
                                          static_cast<std::size_t>(fan_out), 0.0, deviation);
    };
}

std::vector<Start> starts()
{
    return {{"zero", normal_weights(0.0)},
            {"N(0, 1)", normal_weights(1.0)},
            {"N(0, 0.01)", normal_weights(0.01)},
            {"Xavier", xavier_normal},
            {"He", he_normal}};
}

std::vector<Layer> drawn_layers(const Draw& draw, const std::vector<int>& units, std::size_t seed)
{
    std::vector<Layer> layers;
    for (std::size_t l = 1; l < units.size(); ++l)
        layers.push_back({draw(units[l - 1], units[l], seed * 100 + l),
                          xt::zeros<double>({static_cast<std::size_t>(units[l])})});
    return layers;
}

/// Weighted sums and outputs of every layer. The last layer has no activation if `linear_end`.
struct Pass {
    std::vector<Matrix> Z;
    std::vector<Matrix> H; ///< the inputs first
};

Pass forward(const std::vector<Layer>& layers, const Matrix& X, Activation f,
             bool linear_end = false)
{
    Pass pass{{}, {X}};
    for (const Layer& layer : layers) {
        pass.Z.push_back(matmul(pass.H.back(), layer.W) + layer.b);
        const bool last = pass.Z.size() == layers.size();
        pass.H.push_back(value_of(linear_end && last ? Activation::linear : f, pass.Z.back()));
    }
    return pass;
}

/// The deltas of every layer from those of the last.
std::vector<Matrix> deltas(const std::vector<Layer>& layers, const Pass& pass, Matrix last,
                           Activation f)
{
    std::vector<Matrix> result(layers.size());
    for (std::size_t l = layers.size(); l-- > 0;) {
        result[l] = last;
        if (l > 0)
            last = matmul(last, transpose(layers[l].W)) * slope_of(f, pass.Z[l - 1]);
    }
    return result;
}

constexpr int deep_width = 100;
constexpr std::size_t deep_layers = 10;

std::vector<int> deep_units()
{
    return std::vector<int>(deep_layers + 1, deep_width);
}

Matrix deep_inputs()
{
    return Random{61}.normal_matrix(100, deep_width, 0.0, 1.0);
}

/// What comes back through a network with random targets, E the mean over the rows of half the
/// squared distance; the last layer without activation.
struct Backward {
    std::vector<double> norms;  ///< of ∂E/∂W, layer by layer
    std::vector<double> deltas; ///< roots of their mean squares
};

Backward backward(const Draw& draw, Activation f)
{
    const std::vector<Layer> layers = drawn_layers(draw, deep_units(), 3);
    const Matrix X = deep_inputs();
    const Pass pass = forward(layers, X, f, true);
    const Matrix T = Random{62}.normal_matrix(X.shape(0), deep_width, 0.0, 1.0);
    const Matrix last = (pass.H.back() - T) / static_cast<double>(X.shape(0));
    const std::vector<Matrix> delta = deltas(layers, pass, last, f);
    Backward back;
    for (std::size_t l = 0; l < layers.size(); ++l) {
        const Matrix gradient = matmul(transpose(pass.H[l]), delta[l]);
        back.norms.push_back(std::sqrt(xt::sum(xt::square(gradient))()));
        back.deltas.push_back(std::sqrt(mean_square(delta[l])));
    }
    return back;
}

/// How a deep network learned which quadrants belong together: the sign of x1 x2.
struct Lesson {
    std::vector<double> errors;   ///< on the 80 points that it learns from, epoch by epoch
    double right_elsewhere = 0.0; ///< share of new points that it gets right in the end
};

constexpr std::size_t lesson_epochs = 300;

Matrix quadrants(const Matrix& X)
{
    Matrix T = xt::zeros<double>({X.shape(0), std::size_t{1}});
    for (std::size_t n = 0; n < X.shape(0); ++n)
        T(n, 0) = X(n, 0) * X(n, 1) > 0.0 ? 1.0 : -1.0;
    return T;
}

Lesson learn(const Draw& draw, Activation f)
{
    Random random{63};
    const Matrix X = random.uniform_matrix(80, 2, -1.0, 1.0);
    const Matrix T = quadrants(X);
    std::vector<Layer> layers = drawn_layers(draw, {2, 24, 24, 24, 24, 24, 1}, 7);
    Lesson lesson;
    for (std::size_t epoch = 0; epoch <= lesson_epochs; ++epoch) {
        const Pass pass = forward(layers, X, f, true);
        const Matrix miss = pass.H.back() - T;
        lesson.errors.push_back(0.5 * mean_square(miss));
        const std::vector<Matrix> delta = deltas(layers, pass, miss / 80.0, f);
        for (std::size_t l = 0; l < layers.size(); ++l) {
            layers[l].W -= 0.05 * matmul(transpose(pass.H[l]), delta[l]);
            layers[l].b -= 0.05 * xt::sum(delta[l], {0});
        }
    }
    const Matrix elsewhere = random.uniform_matrix(1000, 2, -1.0, 1.0);
    const Matrix right = quadrants(elsewhere) * forward(layers, elsewhere, f, true).H.back();
    lesson.right_elsewhere = std::isfinite(lesson.errors.back())
                                 ? xt::mean(xt::where(right > 0.0, 1.0, 0.0))()
                                 : lesson.errors.back();
    return lesson;
}

/// A normal distribution cut off at two deviations: drawn again until it lies inside.
Draw cut_off(double over_sum)
{
    return [over_sum](int fan_in, int fan_out, std::size_t seed) {
        Random random{seed};
        const double deviation = std::sqrt(over_sum / (fan_in + fan_out));
        Matrix W = random.normal_matrix(static_cast<std::size_t>(fan_in),
                                        static_cast<std::size_t>(fan_out), 0.0, deviation);
        for (double& w : W)
            while (std::abs(w) > 2.0 * deviation)
                w = random.normal(0.0, deviation);
        return W;
    };
}

Draw root_of(double over_sum)
{
    return [over_sum](int fan_in, int fan_out, std::size_t seed) {
        return normal_weights(std::sqrt(over_sum / (fan_in + fan_out)))(fan_in, fan_out, seed);
    };
}

/// What a cut at two deviations leaves of the variance: 1 − 4 φ(2)/P(|x| < 2).
double cut_share()
{
    const double phi = std::exp(-2.0) / std::sqrt(2.0 * 3.14159265358979323846);
    return 1.0 - 4.0 * phi / std::erf(std::sqrt(2.0));
}

/// E[g(z)] for a normal z of this deviation, by the trapezoid rule over ±10 deviations.
double expectation(const std::function<double(double)>& g, double deviation)
{
    double sum = 0.0;
    double weights = 0.0;
    for (int i = -4000; i <= 4000; ++i) {
        const double u = i / 400.0;
        const double weight = std::exp(-0.5 * u * u);
        sum += weight * g(deviation * u);
        weights += weight;
    }
    return sum / weights;
}

// --- Many small networks -------------------------------------------------------------------------

const std::vector<int> small_units{30, 40, 20, 25};

/// Mean squares of sums and deltas per layer, a number for every network.
struct Simulation {
    std::vector<std::vector<double>> sums{3};
    std::vector<std::vector<double>> deltas{3};
    double input_square_mean = 0.0;
    double last_square_mean = 0.0;
};

Simulation simulate(const Draw& draw, Activation f, double input_deviation, std::size_t seed)
{
    Random random{64};
    const Matrix x = random.normal_matrix(1, 30, 0.0, input_deviation);
    const Matrix last = random.normal_matrix(1, 25, 0.0, 0.2);
    Simulation result;
    result.input_square_mean = mean_square(x);
    result.last_square_mean = mean_square(last);
    for (std::size_t network = 0; network < 2000; ++network) {
        const std::vector<Layer> layers = drawn_layers(draw, small_units, seed + network);
        const Pass pass = forward(layers, x, f);
        const std::vector<Matrix> delta = deltas(layers, pass, last, f);
        for (std::size_t l = 0; l < 3; ++l) {
            result.sums[l].push_back(mean_square(pass.Z[l]));
            result.deltas[l].push_back(mean_square(delta[l]));
        }
    }
    return result;
}

std::vector<double> variances_of(const std::function<double(int, int)>& variance)
{
    std::vector<double> result;
    for (std::size_t l = 1; l < small_units.size(); ++l)
        result.push_back(variance(small_units[l - 1], small_units[l]));
    return result;
}

// --- Costs over the plane ------------------------------------------------------------------------

double bowl(double u, double v)
{
    return 0.25 * u * u * u * u + 0.5 * (u - 1.0) * (u - 1.0) + 0.5 * (v - u) * (v - u);
}

double hills(double u, double v)
{
    return 0.25 * u * u * u * u - u * u + 0.3 * u + 0.25 * v * v * v * v - v * v + 0.2 * v +
           0.25 * u * v;
}

constexpr double plane_eta = 0.05;
constexpr int plane_steps = 600;

/// Starts on a grid of 6 × 6 places from −2 to 2.
Matrix plane_starts()
{
    Matrix P = xt::zeros<double>({std::size_t{36}, std::size_t{2}});
    for (std::size_t n = 0; n < 36; ++n) {
        P(n, 0) = -2.0 + 0.8 * static_cast<double>(n % 6);
        P(n, 1) = -2.0 + 0.8 * static_cast<double>(n / 6);
    }
    return P;
}

/// The places in the order in which the ends come to them, with how many ends each has.
struct Place {
    double u, v;
    int count;
};

std::vector<Place> places(const Matrix& ends)
{
    std::vector<Place> result;
    for (std::size_t n = 0; n < ends.shape(0); ++n) {
        const auto known = std::find_if(result.begin(), result.end(), [&](const Place& place) {
            return std::hypot(place.u - ends(n, 0), place.v - ends(n, 1)) <= 1e-3;
        });
        if (known == result.end())
            result.push_back({ends(n, 0), ends(n, 1), 1});
        else
            ++known->count;
    }
    return result;
}

/// Every place on the way of every start.
std::vector<Matrix> ways(const std::function<Matrix(const Matrix&)>& slope, int steps)
{
    std::vector<Matrix> way{plane_starts()};
    for (int step = 0; step < steps; ++step)
        way.push_back(descend_from(slope, way.back(), plane_eta, 1));
    return way;
}

void draw_cost(Figure& figure, const std::string& title,
               const std::function<double(double, double)>& cost,
               const std::function<Matrix(const Matrix&)>& slope, const std::vector<double>& levels,
               double from, double to)
{
    const Plane plane{-2.2, 2.2, -2.2, 2.2, 101};
    figure.panel(title);
    figure.x_label("u");
    figure.y_label("v");
    figure.x_range(-2.2, 2.2);
    figure.y_range(-2.2, 2.2);
    figure.x_tics({-2, -1, 0, 1, 2});
    figure.y_tics({-2, -1, 0, 1, 2});
    figure.equal_aspect();
    figure.legend(Legend::none);
    figure.heat_map(plane, cost, {.from = from, .to = to, .label = "E"});
    figure.contour(plane, cost, levels, {.color = Color::grey, .width = 0.8});
    const std::vector<Matrix> way = ways(slope, 300);
    for (std::size_t n = 0; n < 36; ++n) {
        std::vector<double> u, v;
        for (const Matrix& P : way) {
            u.push_back(P(n, 0));
            v.push_back(P(n, 1));
        }
        figure.line(u, v, {.color = Color::vermilion, .width = 1.4});
    }
    figure.points(Numbers(xt::view(way.front(), xt::all(), 0)),
                  Numbers(xt::view(way.front(), xt::all(), 1)),
                  {.color = Color::vermilion, .marker = Marker::open_circle, .size = 0.7});
    for (const Place& place : places(descend_from(slope, plane_starts(), plane_eta, plane_steps)))
        figure.points({place.u}, {place.v},
                      {.color = Color::black, .marker = Marker::circle, .size = 1.5});
}

} // namespace

int main(int argc, char** argv)
{
    Lab lab{argc, argv};

    lab.section("All weights equal, one update", [&] {
        const std::vector<Layer> before = equal_layers({2, 2, 1}, 0.5);
        const std::vector<Layer> after = descend(before, Matrix{{0.6, -0.4}}, Matrix{{0.9}}, 0.5);
        auto table = lab.table("equal_update", {"hidden unit",
                                                {"weight from x1", "%.12f"},
                                                {"from x2", "%.12f"},
                                                {"bias", "%.12f"},
                                                {"weight into the output", "%.12f"}});
        for (std::size_t j = 0; j < 2; ++j)
            table.row(j + 1, after[0].W(0, j), after[0].W(1, j), after[0].b(j), after[1].W(j, 0));
        lab.value("equal_update_spread", unit_spread(after[0].W));
    });

    lab.section("All weights equal, training", [&] {
        const Run equal = xor_run(nearly_equal(0.0), 4000);
        const Run moved = xor_run(nearly_equal(0.01), 4000);
        auto table = lab.table("equal_training",
                               {"epoch", "equal: spread, in", "equal: spread, out", "equal: error",
                                "nearly equal: spread, in", "nearly equal: error"});
        for (std::size_t epoch : {0, 1, 100, 500, 1000, 2000, 4000})
            table.row(epoch, equal.spread[epoch], equal.outgoing[epoch], equal.error[epoch],
                      moved.spread[epoch], moved.error[epoch]);
    });

    lab.section("The spread of wx + b", [&] {
        auto table = lab.table("spread_of_sums", {"weights",
                                                  {"σ_w", "%.4f"},
                                                  {"σ_z by the formula", "%.3f"},
                                                  {"σ_z of 20000 units", "%.3f"},
                                                  {"range 3 σ_z", "%.2f"}});
        for (const Weights& weights : slide_weights()) {
            const double deviation =
                preactivation_deviation(slide_fan_in, weights.deviation, slide_square_mean, 0.0);
            table.row(weights.name, weights.deviation, deviation,
                      std::sqrt(mean_square(as_row(weighted_sums(weights)))),
                      fmt::format("−{0:.2f} … {0:.2f}", 3.0 * deviation));
        }
        const double deviation = preactivation_deviation(slide_fan_in, 1.0, slide_square_mean, 0.0);
        lab.value("beyond_one", 100.0 * std::erfc(1.0 / (deviation * std::sqrt(2.0))), "%.1f");
        lab.value("beyond_one_of_three",
                  100.0 * std::erfc(1.0 / (preactivation_deviation(3, 1.0, slide_square_mean, 0.0) *
                                           std::sqrt(2.0))),
                  "%.1f");
    });

    lab.section("The fan-in behind the slides' ranges", [&] {
        auto table = lab.table("range_fan_ins", {"range of wx + b",
                                                 "weights",
                                                 {"n for x from U(0, 1)", "%.1f"},
                                                 {"n for x from N(0, 1)", "%.1f"}});
        const auto row = [&](double half, const char* name, double deviation) {
            table.row(fmt::format("−{0} … {0}", half), name,
                      range_fan_in(half, deviation, slide_square_mean),
                      range_fan_in(half, deviation, 1.0));
        };
        row(40.0, "U(−4, 4)", uniform_deviation(4.0));
        row(5.0, "N(0, 0.1), 0.1 the variance", root_of_a_tenth);
        row(5.0, "N(0, 0.1), 0.1 the deviation", 0.1);
        lab.value("ratio_if_variance", uniform_deviation(4.0) / root_of_a_tenth, "%.2f");
        lab.value("ratio_if_deviation", uniform_deviation(4.0) / 0.1, "%.1f");
    });

    lab.section("Saturation", [&] {
        auto table = lab.table("saturation", {"weights",
                                              {"σ_z", "%.3f"},
                                              {"stuck, expected", "%.4f"},
                                              {"stuck, of 20000", "%.4f"},
                                              {"outputs from 0.25 to 0.75", "%.3f"},
                                              {"mean slope σ′", "%.4f"}});
        for (const Weights& weights : slide_weights()) {
            const double deviation =
                preactivation_deviation(slide_fan_in, weights.deviation, slide_square_mean, 0.0);
            const std::vector<double> y = sigma_of(weighted_sums(weights));
            std::vector<double> slopes = y;
            for (double& s : slopes)
                s *= 1.0 - s;
            table.row(weights.name, deviation, expected_saturated_share(deviation, 0.01),
                      saturated_share(as_row(y), 0.01),
                      share_where(y, [](double v) { return v > 0.25 && v < 0.75; }), mean(slopes));
        }
        lab.value("slope_at_5", std::exp(-5.0) / std::pow(1.0 + std::exp(-5.0), 2), "%.4f");
    });

    lab.section("Near 1, or near 0?", [&] {
        auto table = lab.table("single_units", {"unit",
                                                {"share of outputs above 0.9", "%.3f"},
                                                {"below 0.1", "%.3f"},
                                                {"between", "%.3f"}});
        std::size_t high = 0, low = 0;
        for (std::uint64_t unit = 1; unit <= 1000; ++unit) {
            const std::vector<double> y = outputs_of_unit(unit, 100);
            const double above = share_where(y, [](double v) { return v > 0.9; });
            const double below = share_where(y, [](double v) { return v < 0.1; });
            high += above > 0.9;
            low += below > 0.9;
            if (unit <= 6)
                table.row(unit, above, below, 1.0 - above - below);
        }
        lab.value("units_stuck_high", high);
        lab.value("units_stuck_low", low);
    });

    lab.section("Erratum 5: √3 for √2", [&] {
        auto table = lab.table("erratum_5", {"weights",
                                             {"variance · (in + out)", "%.4f"},
                                             {"the same, of 300 × 300 weights", "%.4f"},
                                             {"factor per layer, in = out", "%.4f"},
                                             {"after 10 linear layers", "%.3f"}});
        const auto row = [&](const char* name, double variance, const Draw& draw) {
            const double factor = forward_factor(100, variance / 200.0, 1.0);
            table.row(name, variance, 600.0 * mean_square(draw(300, 300, 5)), factor,
                      std::pow(factor, 10));
        };
        row("√(2/(in + out)), Glorot and Bengio", 2.0, xavier_normal);
        row("√(3/(in + out)), deck E", 3.0, root_of(3.0));
        row("√(3/(in + out)), cut off at 2 deviations", 3.0 * cut_share(), cut_off(3.0));
        row("√(2/(in + out)), cut off at 2 deviations", 2.0 * cut_share(), cut_off(2.0));
        lab.value("cut_share", cut_share(), "%.6f");
        lab.value("cut_root_3_variance", 3.0 * cut_share(), "%.6f");
        lab.value("cut_root_3_excess", 100.0 * (1.5 * cut_share() - 1.0), "%.1f");
        lab.value("cut_root_3_deviation", 100.0 * (std::sqrt(1.5 * cut_share()) - 1.0), "%.1f");
    });

    lab.section("How a sampler is judged", [&] {
        const int in = 120, out = 171;
        const double n = in * out;
        const double variance = std::pow(xavier_normal_deviation(in, out), 2);
        const double error = variance * std::sqrt(2.0 / n);
        const double slip = 1.5 * variance;
        lab.value("judged_weights", in * out);
        lab.value("judged_variance", variance, "%.6f");
        lab.value("judged_error", error, "%.6f");
        lab.value("judged_error_percent", 100.0 * error / variance, "%.2f");
        lab.value("judged_low", variance - 6.0 * error, "%.6f");
        lab.value("judged_high", variance + 6.0 * error, "%.6f");
        lab.value("judged_measured", mean_square(xavier_normal(in, out, 1)), "%.6f");
        lab.value("judged_slip", slip, "%.6f");
        lab.value("judged_slip_errors",
                  (slip - variance - 6.0 * error) / (slip * std::sqrt(2.0 / n)), "%.0f");
        lab.value("judged_once_in", std::erfc(6.0 / std::sqrt(2.0)), "%.1e");
        lab.value("judged_all", 60.0 * std::erfc(6.0 / std::sqrt(2.0)), "%.1e");
    });

    lab.section("Weights of some layers", [&] {
        auto table = lab.table("rules", {"layer",
                                         {"Xavier normal σ_w", "%.4f"},
                                         {"Xavier uniform r", "%.4f"},
                                         {"r/√3", "%.4f"},
                                         {"He σ_w", "%.4f"}});
        for (const auto& [in, out] : {std::pair{3, 5}, {100, 100}, {784, 256}, {256, 10}, {50, 1}})
            table.row(fmt::format("{} → {}", in, out), xavier_normal_deviation(in, out),
                      xavier_uniform_limit(in, out),
                      uniform_deviation(xavier_uniform_limit(in, out)), he_deviation(in));
    });

    lab.section("Which 1/n?", [&] {
        auto table = lab.table("compromise",
                               {"Var w", {"forward factor", "%.4f"}, {"backward factor", "%.4f"}});
        const int in = 784, out = 256;
        const auto row = [&](const char* name, double v) {
            table.row(name, forward_factor(in, v, 1.0), backward_factor(out, v, 1.0));
        };
        row("1/in", 1.0 / in);
        row("1/out", 1.0 / out);
        row("2/(in + out)", std::pow(xavier_normal_deviation(in, out), 2));
        row("3/(in + out), erratum 5", 3.0 / (in + out));
    });

    lab.section("Formula and simulation", [&] {
        struct Case {
            const char* units;
            const char* weights;
            Draw draw;
            Activation f;
            double input_deviation, gain;
            std::function<double(int, int)> variance;
        };
        const auto xavier = [](int in, int out) { return 2.0 / (in + out); };
        const auto he = [](int in, int) { return 2.0 / in; };
        const std::vector<Case> cases{
            {"linear", "Xavier", xavier_normal, Activation::linear, 1.0, 1.0, xavier},
            {"ReLU", "Xavier", xavier_normal, Activation::relu, 1.0, 0.5, xavier},
            {"ReLU", "He", he_normal, Activation::relu, 1.0, 0.5, he},
            {"tanh, small x", "Xavier", xavier_normal, Activation::tanh, 0.05, 1.0, xavier},
            {"tanh, N(0, 1)", "Xavier", xavier_normal, Activation::tanh, 1.0, 1.0, xavier}};
        std::vector<Simulation> runs;
        for (const Case& c : cases)
            runs.push_back(simulate(c.draw, c.f, c.input_deviation, 1 + 2000 * runs.size()));

        auto forth = lab.table("forward_check", {"units",
                                                 "weights",
                                                 "layer",
                                                 {"Var z, formula", "%.4g"},
                                                 {"measured", "%.4g"},
                                                 {"standard error", "%.2g"},
                                                 {"off by … errors", "%.1f"}});
        for (std::size_t k = 0; k < cases.size(); ++k) {
            const auto formula = forward_variances(runs[k].input_square_mean, small_units,
                                                   variances_of(cases[k].variance), cases[k].gain);
            for (std::size_t l = 0; l < 3; ++l) {
                const double error = standard_error(runs[k].sums[l]);
                forth.row(cases[k].units, cases[k].weights, l + 1, formula[l],
                          mean(runs[k].sums[l]), error,
                          (mean(runs[k].sums[l]) - formula[l]) / error);
            }
        }
        auto back = lab.table("backward_check", {"units",
                                                 "weights",
                                                 "layer",
                                                 {"E[δ²], formula", "%.4g"},
                                                 {"measured", "%.4g"},
                                                 {"standard error", "%.2g"},
                                                 {"off by … errors", "%.1f"}});
        for (std::size_t k = 0; k < cases.size(); ++k) {
            const auto formula = backward_squares(runs[k].last_square_mean, small_units,
                                                  variances_of(cases[k].variance), cases[k].gain);
            for (std::size_t l = 0; l < 2; ++l) {
                const double error = standard_error(runs[k].deltas[l]);
                back.row(cases[k].units, cases[k].weights, l + 1, formula[l],
                         mean(runs[k].deltas[l]), error,
                         (mean(runs[k].deltas[l]) - formula[l]) / error);
            }
        }
    });

    lab.section("The gains of an activation", [&] {
        auto table = lab.table("gains", {"σ_z",
                                         {"tanh: E[f²]/Var z", "%.4f"},
                                         {"tanh: E[f′²]", "%.4f"},
                                         {"ReLU: E[f²]/Var z", "%.4f"},
                                         {"ReLU: E[f′²]", "%.4f"}});
        for (double s : {0.01, 0.1, 0.3, 1.0, 3.0, 10.0}) {
            const auto square = [](double x) { return x * x; };
            table.row(s, expectation([&](double z) { return square(std::tanh(z)); }, s) / (s * s),
                      expectation([&](double z) { return square(1.0 - square(std::tanh(z))); }, s),
                      expectation([&](double z) { return square(std::max(z, 0.0)); }, s) / (s * s),
                      expectation([](double z) { return z > 0.0   ? 1.0
                                                        : z < 0.0 ? 0.0
                                                                  : 0.5; }, s));
        }
    });

    lab.section("Back through saturated sigmoids", [&] {
        auto table = lab.table("saturated_backward", {"weights",
                                                      {"σ_z", "%.3f"},
                                                      {"E[σ′²]", "%.5f"},
                                                      {"backward factor, 100 units", "%.3f"}});
        for (const Weights& weights : slide_weights()) {
            const double deviation =
                preactivation_deviation(slide_fan_in, weights.deviation, slide_square_mean, 0.0);
            const double gain = expectation(
                [](double z) {
                    const double y = 1.0 / (1.0 + std::exp(-z));
                    return std::pow(y * (1.0 - y), 2);
                },
                deviation);
            table.row(weights.name, deviation, gain,
                      backward_factor(100, weights.deviation * weights.deviation, gain));
        }
    });

    lab.section("Gradients of ten layers", [&] {
        auto table = lab.table("gradient_norms", {"weights",
                                                  {"tanh: layer 1", "%.2e"},
                                                  {"tanh: layer 10", "%.2e"},
                                                  {"ReLU: layer 1", "%.2e"},
                                                  {"ReLU: layer 10", "%.2e"}});
        for (const Start& start : starts()) {
            const std::vector<double> tanh = backward(start.draw, Activation::tanh).norms;
            const std::vector<double> relu = backward(start.draw, Activation::relu).norms;
            table.row(start.name, tanh.front(), tanh.back(), relu.front(), relu.back());
        }
    });

    lab.section("Learning from each start", [&] {
        auto table = lab.table("learning", {"weights",
                                            "units",
                                            {"error at the start", "%.4g"},
                                            {"error after 300 epochs", "%.4g"},
                                            {"right among new points", "%.3f"}});
        for (Activation f : {Activation::tanh, Activation::relu})
            for (const Start& start : starts()) {
                const Lesson lesson = learn(start.draw, f);
                table.row(start.name, f == Activation::tanh ? "tanh" : "ReLU",
                          lesson.errors.front(), lesson.errors.back(), lesson.right_elsewhere);
            }
    });

    lab.section("Descent from many starts", [&] {
        auto table = lab.table("ends_of_descent",
                               {"cost", "starts", {"u", "%.4f"}, {"v", "%.4f"}, {"E", "%.4f"}});
        const Matrix bowl_ends = descend_from(bowl_slope, plane_starts(), plane_eta, plane_steps);
        const Matrix hilly_ends = descend_from(hilly_slope, plane_starts(), plane_eta, plane_steps);
        for (const Place& place : places(bowl_ends))
            table.row("convex", place.count, place.u, place.v, bowl(place.u, place.v));
        int best = 0;
        double lowest = 1e9;
        for (const Place& place : places(hilly_ends)) {
            table.row("four valleys", place.count, place.u, place.v, hills(place.u, place.v));
            if (hills(place.u, place.v) < lowest) {
                lowest = hills(place.u, place.v);
                best = place.count;
            }
        }
        lab.value("bowl_places", distinct_places(bowl_ends, 1e-3));
        lab.value("hilly_places", distinct_places(hilly_ends, 1e-3));
        lab.value("hilly_best", best);
        lab.value("hilly_missed", 36 - best);
    });

    lab.section("Convex, but η too large", [&] {
        auto table = lab.table("bowl_eta", {"η", "starts that arrive", "starts that do not"});
        for (double eta : {0.05, 0.12, 0.2, 0.4, 0.6}) {
            const Matrix ends = descend_from(bowl_slope, plane_starts(), eta, plane_steps);
            int arrived = 0;
            for (std::size_t n = 0; n < 36; ++n)
                arrived +=
                    std::hypot(ends(n, 0) - 0.682327803828, ends(n, 1) - 0.682327803828) < 1e-3 ? 1
                                                                                                : 0;
            table.row(eta, arrived, 36 - arrived);
        }
    });

    lab.figure(
        {.name = "equal_units",
         .caption = "XOR with four hidden units, from weights that are all ½, and from the same "
                    "weights moved by at most 0.01. Left, the error; right, the spread of the "
                    "hidden units' weights. Equal units stay equal: their spread is 0 to the last "
                    "digit, and the network never learns.",
         .alt = "Left two curves of the error: one stays above 0.08, the other falls to nearly 0. "
                "Right two curves of the spread: one stays at 0, the other rises above 5.",
         .source = "deck E, initialization of the weights"},
        [&](Figure& figure) {
            const Run equal = xor_run(nearly_equal(0.0), 4000);
            const Run moved = xor_run(nearly_equal(0.01), 4000);
            figure.size(1000, 400);
            figure.grid(1, 2);
            figure.panel("error");
            figure.x_label("epoch");
            figure.y_label("error E");
            figure.y_range(0, 0.16);
            figure.line(indices(4001), equal.error, {.label = "all weights ½"});
            figure.line(indices(4001), moved.error, {.label = "½ ± 0.01"});
            figure.panel("spread of the hidden units");
            figure.x_label("epoch");
            figure.y_label("largest difference");
            figure.line(indices(4001), equal.spread, {.label = "all weights ½"});
            figure.line(indices(4001), moved.spread, {.label = "½ ± 0.01"});
        });

    lab.figure(
        {.name = "sums_and_outputs",
         .caption = "Top, wx + b of 20000 units with 100 inputs from U(0, 1); below, σ of the same "
                    "numbers. With U(−4, 4) the sums reach from −40 to 40 and most outputs "
                    "are stuck at 0 or 1; with the variance 0.1 the sums reach from −5 to 5. The "
                    "deviation 0.1, on the right, is also Xavier's for 100 inputs and 100 units.",
         .alt = "Four columns of two histograms. The bell of the sums is widest for U(−4, 4), then "
                "N(0, 1), variance 0.1, deviation 0.1; below the first two stand two peaks at 0 "
                "and 1, below the third a nearly level row, below the last a bell around one half.",
         .source = "deck E, problems of the normal initialization; −4 … 4; N(0, 0.1)"},
        [&](Figure& figure) {
            figure.size(1000, 600);
            figure.grid(2, 4);
            const std::vector<std::string> titles{"N(0, 1)", "U(−4, 4)", "N(0, 0.1): variance 0.1",
                                                  "N(0, 0.1): deviation 0.1"};
            std::vector<std::vector<double>> sums;
            for (const Weights& weights : slide_weights())
                sums.push_back(weighted_sums(weights));
            for (std::size_t k = 0; k < sums.size(); ++k) {
                const bool wide = k < 2;
                const double end = wide ? 50.0 : 6.5;
                figure.panel(titles[k]);
                figure.x_label("wx + b");
                figure.y_label(k == 0 ? "share of units" : "");
                figure.x_range(-end, end);
                figure.x_tics(wide ? Numbers{-40, 0, 40} : Numbers{-5, 0, 5});
                figure.y_range(0, 0.18);
                figure.y_tics({0, 0.05, 0.1, 0.15});
                figure.histogram(sums[k], {.count = 50, .from = -end, .to = end, .share = true},
                                 {.color = Color::blue});
            }
            for (std::size_t k = 0; k < sums.size(); ++k) {
                figure.panel("");
                figure.x_label("σ(wx + b)");
                figure.y_label(k == 0 ? "share of units" : "");
                figure.x_range(0, 1);
                figure.x_tics({0, 0.5, 1});
                figure.y_range(0, 0.45);
                figure.y_tics({0, 0.1, 0.2, 0.3, 0.4});
                figure.histogram(sigma_of(sums[k]),
                                 {.count = 25, .from = 0.0, .to = 1.0, .share = true},
                                 {.color = Color::vermilion});
            }
        });

    lab.figure(
        {.name = "saturation_with_fan_in",
         .caption = "The share of outputs nearer than 0.01 to 0 or 1, against the number of "
                    "inputs from U(0, 1). A fixed spread of the weights always ends in saturation; "
                    "only one that shrinks with the number of inputs, as Xavier's, does not.",
         .alt = "Four curves over a logarithmic axis of 1 to 10000 inputs. Those of U(−4, 4), "
                "N(0, 1) and variance 0.1 rise one after the other towards 1; Xavier's stays at 0.",
         .source = "deck E, problems of the normal initialization"},
        [&](Figure& figure) {
            figure.x_label("number of inputs n");
            figure.y_label("stuck share of the outputs");
            figure.log_x();
            figure.x_range(1, 10000);
            figure.y_range(-0.03, 1.0);
            const auto curve = [&](const std::string& name,
                                   const std::function<double(int)>& deviation) {
                std::vector<double> n, share;
                for (double power = 0.0; power <= 4.001; power += 0.05) {
                    const int inputs = static_cast<int>(std::lround(std::pow(10.0, power)));
                    n.push_back(inputs);
                    share.push_back(expected_saturated_share(
                        preactivation_deviation(inputs, deviation(inputs), slide_square_mean, 0.0),
                        0.01));
                }
                figure.line(n, share, {.label = name});
            };
            curve("U(−4, 4)", [](int) { return uniform_deviation(4.0); });
            curve("N(0, 1)", [](int) { return 1.0; });
            curve("variance 0.1", [](int) { return root_of_a_tenth; });
            curve("Xavier, n → n", [](int n) { return xavier_normal_deviation(n, n); });
        });

    lab.figure(
        {.name = "erratum_5_through_layers",
         .caption =
             "The mean square of wx + b through 20 linear layers of 100 units, by the "
             "factor of each rule (lines) and in one network (points). √2 keeps its size; √3 "
             "multiplies it by 1.5 in every layer. A normal cut off at two deviations makes "
             "√3 nearly right.",
         .alt = "On a logarithmic axis the line of √2 is level, that of √3 with a cut rises "
                "slowly to about 20, that of √3 steeply to more than 3000, that of √2 with a cut "
                "falls to less than 0.01.",
         .source = "deck E, Xavier initialization (erratum 5)"},
        [&](Figure& figure) {
            figure.x_label("layer");
            figure.y_label("mean square of the sums");
            figure.log_y();
            figure.x_range(0, 20.5);
            figure.legend(Legend::right);
            const auto curve = [&](const std::string& name, double variance, const Draw& draw,
                                   Color color) {
                const std::vector<int> units(21, 100);
                const double start = 1.0;
                const Pass pass =
                    forward(drawn_layers(draw, units, 11), deep_inputs(), Activation::linear);
                std::vector<double> layer{0.0}, square{start};
                std::vector<double> at, measured;
                for (std::size_t l = 0; l < 20; ++l) {
                    layer.push_back(static_cast<double>(l + 1));
                    square.push_back(square.back() * forward_factor(100, variance / 200.0, 1.0));
                    at.push_back(static_cast<double>(l + 1));
                    measured.push_back(mean_square(pass.Z[l]));
                }
                figure.line(layer, square, {.label = name, .color = color});
                figure.points(at, measured,
                              {.color = color, .marker = Marker::circle, .size = 0.7});
            };
            curve("√3 (deck E)", 3.0, root_of(3.0), Color::vermilion);
            curve("√3, cut off", 3.0 * cut_share(), cut_off(3.0), Color::orange);
            curve("√2 (right)", 2.0, xavier_normal, Color::blue);
            curve("√2, cut off", 2.0 * cut_share(), cut_off(2.0), Color::green);
        });

    const auto draw_activations = [](Figure& figure, const std::vector<Start>& rows, Activation f,
                                     const std::vector<std::size_t>& layers, double from, double to,
                                     double top) {
        figure.grid(rows.size(), layers.size());
        const bool relu = f == Activation::relu;
        for (const Start& start : rows) {
            const Pass pass = forward(drawn_layers(start.draw, deep_units(), 3), deep_inputs(), f);
            for (std::size_t layer : layers) {
                const Matrix& H = pass.H[layer];
                figure.panel(fmt::format("{}, layer {}", start.name, layer));
                figure.x_range(from, to);
                figure.y_range(0, top);
                figure.x_tics(relu ? Numbers{0, 1, 2, 3} : Numbers{-1, 0, 1});
                figure.y_tics({0, top});
                figure.legend(Legend::none);
                std::vector<double> shown;
                std::size_t off = 0;
                for (double h : H) {
                    off += relu && h <= 0.0;
                    shown.push_back(h);
                }
                figure.histogram(shown,
                                 {.count = relu ? std::size_t{32} : std::size_t{41},
                                  .from = from,
                                  .to = to,
                                  .share = true},
                                 {.color = relu ? Color::vermilion : Color::blue});
                const double deviation = std::sqrt(mean_square(H));
                figure.text(relu ? to : 0.9, 0.86 * top,
                            (relu ? "rms " : "") + size_text(deviation),
                            {.align = Align::right, .dx = -4});
                if (relu)
                    figure.text(to, 0.62 * top,
                                fmt::format("off {:.0f} %", 100.0 * static_cast<double>(off) /
                                                                static_cast<double>(H.size())),
                                {.align = Align::right, .dx = -4});
            }
        }
    };

    lab.figure(
        {.name = "activations_grid_tanh",
         .caption = "Outputs of the layers of a tanh network, 10 layers of 100 units, as shares of "
                    "all outputs, cut off at 0.2; the number is the root of their mean square. "
                    "N(0, 0.01) has the deviation 0.01. Zero weights give zeros, N(0, 1) drives "
                    "all units to −1 and "
                    "1, N(0, 0.01) lets them die out. Xavier's stay spread out and shrink slowly, "
                    "as the gain of tanh is below 1; He's larger weights hold them up.",
         .alt = "A grid of histograms, a row for each initialization and a column for layers 1, 2, "
                "5 and 10. Zero: a spike at 0. N(0, 1): two spikes at the ends. N(0, 0.01): a "
                "spike at 0 from layer 2 on. Xavier and He: broad.",
         .source = "deck E, initialization with the normal distribution, Xavier and He"},
        [&](Figure& figure) {
            figure.size(1000, 900);
            draw_activations(figure, starts(), Activation::tanh, {1, 2, 5, 10}, -1.05, 1.05, 0.2);
        });

    lab.figure(
        {.name = "activations_grid_relu",
         .caption = "The same with ReLU, where half of the outputs are 0 (off, all in the first "
                    "bar); rms is the root of the mean square. Xavier's weights "
                    "halve the mean square in every layer, so that the outputs die out; He's "
                    "variance, twice as large, keeps it.",
         .alt = "A grid of histograms for ReLU. Zero and N(0, 0.01): all at 0. N(0, 1): out of "
                "the picture to the right. Xavier: narrower from layer to layer. He: the same "
                "shape in all layers.",
         .source = "deck E, initialization for ReLU"},
        [&](Figure& figure) {
            figure.size(1000, 900);
            draw_activations(figure, starts(), Activation::relu, {1, 2, 5, 10}, 0.0, 3.2, 0.2);
        });

    lab.figure(
        {.name = "gradient_norms_by_initialization",
         .caption = "The way back through the same networks, before training. Top, the norm of "
                    "∂E/∂W in every layer; below, the root of the mean square of the deltas. With "
                    "layers of equal width both factors of a layer are nearly the same, so what "
                    "the outputs lose on the way forward the deltas lose on the way back, and the "
                    "norms of a start are nearly level whatever their size (but for tanh with "
                    "N(0, 1), whose outputs cannot grow). With zero weights all "
                    "norms are exactly 0, which has no place on these axes.",
         .alt = "Four panels with logarithmic axes, tanh left and ReLU right. Top: nearly level "
                "lines, with Xavier and He near 1 to 100, N(0, 0.01) far below 10⁻⁷, N(0, 1) far "
                "above. Below: the deltas of N(0, 1) grow and those of N(0, 0.01) shrink by a "
                "power of ten or so per layer towards the first; Xavier for tanh and He for ReLU "
                "are level.",
         .source = "deck E, Xavier and He initialization"},
        [&](Figure& figure) {
            figure.size(1000, 800);
            figure.grid(2, 2);
            for (bool of_weights : {true, false})
                for (Activation f : {Activation::tanh, Activation::relu}) {
                    figure.panel(f == Activation::tanh ? "tanh" : "ReLU");
                    figure.x_label("layer");
                    figure.y_label(of_weights ? "norm of ∂E/∂W" : "rms of the deltas");
                    figure.log_y();
                    figure.x_range(0.7, 10.3);
                    figure.x_tics({1, 2, 3, 4, 5, 6, 7, 8, 9, 10});
                    for (const Start& start : starts()) {
                        if (start.name == "zero")
                            continue;
                        const Backward back = backward(start.draw, f);
                        figure.line(evenly(1, 10, 10), of_weights ? back.norms : back.deltas,
                                    {.label = start.name, .marker = Marker::circle, .size = 0.7});
                    }
                }
        });

    lab.figure(
        {.name = "learning_by_initialization",
         .caption = "The same task, learned by a network of six layers from each start with the "
                    "same learning rate: which quadrants of the plane belong together. Zero and "
                    "N(0, 0.01) lie on one line and learn nothing. N(0, 1) leaps about and then "
                    "fits the points with tanh; with ReLU it is out of the picture from the first "
                    "epoch on.",
         .alt = "Two panels of error against epoch. Zero and N(0, 0.01) stay at one half in both. "
                "With tanh N(0, 1) jumps and then falls to 0, He and Xavier fall smoothly. With "
                "ReLU He falls first, then Xavier.",
         .source = "deck E, initialization; deck C, list of hyperparameters"},
        [&](Figure& figure) {
            figure.size(1000, 430);
            figure.grid(1, 2);
            for (Activation f : {Activation::tanh, Activation::relu}) {
                figure.panel(f == Activation::tanh ? "tanh" : "ReLU");
                figure.x_label("epoch");
                figure.y_label("error E");
                figure.y_range(0, 1.0);
                for (const Start& start : starts())
                    figure.line(indices(lesson_epochs + 1), learn(start.draw, f).errors,
                                {.label = start.name});
            }
        });

    lab.figure({.name = "costs_and_paths",
                .caption =
                    "Descent from 36 starts (circles) with η = 0.05. On the convex cost all paths "
                    "end in the one lowest place; on the other each ends in the valley that it "
                    "starts in, and only the valley at the upper left is the lowest.",
                .alt = "Two maps with level lines and the paths of descent. Left all paths meet in "
                       "one black dot "
                       "near (0.68, 0.68). Right they end in four dots, one in each quadrant.",
                .source = "deck E, global optimum; local optimum"},
               [&](Figure& figure) {
                   figure.size(1100, 520);
                   figure.grid(1, 2);
                   draw_cost(figure, "convex", bowl, bowl_slope,
                             {0.2, 0.4, 0.8, 1.6, 3.2, 6.4, 12.8}, 0.0, 12.0);
                   draw_cost(figure, "four valleys", hills, hilly_slope,
                             {-2.5, -2.0, -1.5, -1.0, -0.5, 0.0, 1.0, 2.0}, -3.0, 2.0);
               });

    lab.figure(
        {.name = "costs_of_descents",
         .caption = "The cost along each of the 36 paths. Left, all arrive at the same height. "
                    "Right, four heights remain: nothing in the slope, which is 0 in all four, "
                    "says which valley is the lowest.",
         .alt = "Left, curves that all fall to one level line. Right, curves that fall to four "
                "different levels.",
         .source = "deck E, global optimum; local optimum"},
        [&](Figure& figure) {
            figure.size(1000, 400);
            figure.grid(1, 2);
            const auto panel = [&](const char* title, auto cost, auto slope, double low,
                                   double high) {
                figure.panel(title);
                figure.x_label("step");
                figure.y_label("cost E");
                figure.y_range(low, high);
                figure.legend(Legend::none);
                const std::vector<Matrix> way = ways(slope, 150);
                for (std::size_t n = 0; n < 36; ++n) {
                    std::vector<double> E;
                    for (const Matrix& P : way)
                        E.push_back(cost(P(n, 0), P(n, 1)));
                    figure.line(indices(E.size()), E, {.color = Color::blue, .width = 1.2});
                }
            };
            panel("convex", bowl, bowl_slope, 0.0, 4.0);
            panel("four valleys", hills, hilly_slope, -3.0, 1.0);
        });

    return lab.finish();
}
