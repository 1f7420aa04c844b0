/// @file
/// The graded steps of chapter 6. Expected numbers are worked out by hand in the chapter's text
/// or come from oracle.hpp; random weights are judged by their moments.
#include "judging/judge/generic.hpp"
#include "judging/judge/step.hpp"

#include "functions.hpp"
#include "initialization.hpp"
#include "oracle.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <memory>
#include <numeric>
#include <optional>
#include <string>
#include <utility>
#include <vector>

using namespace judging;
using workbook::Layer;
using workbook::Matrix;
using workbook::Vector;

namespace oracle = initialization::oracle;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

/// A count of [low, high].
int count_between(int low, int high)
{
    return static_cast<int>(
        random_size(static_cast<std::size_t>(low), static_cast<std::size_t>(high)));
}

const char* const in_the_text = "as in the text";

} // namespace

BOOST_AUTO_TEST_CASE(
    all_weights_equal,
    *label("6.1") * points(4) *
        source("E: initialization of the weights; C: list of hyperparameters") *
        hint("Layer l takes in what layer l − 1 gives: W has the shape (units[l − 1], units[l]), b "
             "the size units[l]. A column of W belongs to one unit.") *
        hint(
            "Spread: in each row of W the largest minus the smallest weight; of these the largest. "
            "xt::amax(W, {1}) gives the largest of every row.") *
        hint("The update is step 3.10: keep all H going forward; Δ of the last layer is "
             "(Y − T) ∘ Y ∘ (1 − Y) / N, of an earlier one (Δ Wᵀ) ∘ H ∘ (1 − H) with the old W; "
             "then W −= η Hᵀ Δ with the H that came in, and b −= η times the sum of Δ's rows."))
{
    Question layers{initialization::equal_layers};
    layers.worked("2-2-1 with 0.5, as in the text",
                  {{{{0.5, 0.5}, {0.5, 0.5}}, {0.0, 0.0}}, {{{0.5}, {0.5}}, {0.0}}}, {2, 2, 1},
                  0.5);
    for ([[maybe_unused]] int draw : draws(3)) {
        std::vector<int> units;
        while (units.size() < 4) { // neighbours differ, or a shape the wrong way round would fit
            const int n = count_between(1, 5);
            units.push_back(!units.empty() && n == units.back() ? n + 1 : n);
        }
        const double value = generic();
        std::vector<Layer> expected;
        for (std::size_t l = 1; l < units.size(); ++l) {
            Layer layer{xt::zeros<double>({static_cast<std::size_t>(units[l - 1]),
                                           static_cast<std::size_t>(units[l])}),
                        xt::zeros<double>({static_cast<std::size_t>(units[l])})};
            for (double& w : layer.W)
                w = value;
            expected.push_back(layer);
        }
        layers.expect("random sizes", expected, units, value);
    }
    layers.expect("a single layer", {{{{-0.7, -0.7}}, {0.0, 0.0}}}, {1, 2}, -0.7);
    layers.throws("inputs without a layer", {3}, 0.5);
    layers.throws("no sizes at all", {}, 0.5);
    layers.throws("a layer of 0 units", {2, 0, 1}, 0.5);
    layers.throws("a negative number of units", {2, 3, -1}, 0.5);
    layers.throws("the value NaN", {2, 3, 1}, not_a_number);
    layers.throws("an infinite value", {2, 3, 1}, infinity);
    layers.decide();

    Question spread{initialization::unit_spread};
    spread.worked(in_the_text, 0.7, Matrix{{0.2, -0.5, 0.1}, {-0.3, 0.1, 0.3}});
    spread.worked("units that are all alike", 0.0, Matrix{{0.3, 0.3}, {-0.2, -0.2}, {0.9, 0.9}});
    spread.worked("a single unit", 0.0, Matrix{{0.3}, {-0.2}});
    for ([[maybe_unused]] int draw : draws(6)) {
        const std::size_t inputs = 2 + judging::random().index(4);
        const std::size_t units = 3 + judging::random().index(4);
        const Matrix W = generic_matrix(inputs, units);
        double expected = 0.0;
        for (std::size_t i = 0; i < inputs; ++i)
            for (std::size_t j = 0; j < units; ++j)
                for (std::size_t k = 0; k < units; ++k)
                    expected = std::max(expected, W(i, j) - W(i, k));
        spread.expect("random weights", expected, W);
    }
    spread.expect("one row of weights above 0", 0.5, Matrix{{0.75, 0.25, 0.5}});
    spread.expect("weights below 0, two units", 0.75, Matrix{{-0.5, -0.25}, {-1.0, -0.25}});
    // Beyond any number to look for the smallest or the largest from.
    spread.expect("weights of 10⁴⁰ and more, above and below 0", 2.5e40,
                  Matrix{{3e40, 1e40}, {-1e40, -3.5e40}});
    spread.throws("a matrix without entries", Matrix(Matrix::shape_type{0, 3}));
    spread.throws("a weight that is NaN", Matrix{{0.1, not_a_number}, {0.2, 0.3}});
    spread.throws("an infinite weight", Matrix{{0.1, infinity}, {0.2, 0.3}});
    spread.decide();

    Question descend{initialization::descend};
    descend.worked("2-2-1 with 0.5, as in the text",
                   {{{{0.502373404328, 0.502373404328}, {0.498417730448, 0.498417730448}},
                     {0.003955673880, 0.003955673880}},
                    {{{0.516654739228}, {0.516654739228}}, {0.031724570469}}},
                   {{{{0.5, 0.5}, {0.5, 0.5}}, {0.0, 0.0}}, {{{0.5}, {0.5}}, {0.0}}},
                   Matrix{{0.6, -0.4}}, Matrix{{0.9}}, 0.5);
    for (int draw : draws(4)) {
        const std::vector<std::size_t> units = draw % 2 == 0 ? std::vector<std::size_t>{2, 3, 2}
                                                             : std::vector<std::size_t>{3, 2, 4, 2};
        std::vector<Layer> net;
        for (std::size_t l = 1; l < units.size(); ++l)
            net.push_back({generic_matrix(units[l - 1], units[l]), generic_vector(units[l])});
        const Matrix X = generic_matrix(3 + static_cast<std::size_t>(draw), units.front());
        const Matrix T = judging::random().uniform_matrix(X.shape(0), 2, 0.05, 0.95);
        const double eta = between(3.0, 6.0); // large, so that a lost gradient shows
        descend.expect("random layers and rows", oracle::descended(net, X, T, eta), net, X, T, eta);
    }
    const std::vector<std::vector<std::size_t>> sizes{{1, 1}, {4, 1, 3}, {1, 2, 4}, {2, 5}};
    for (const auto& units : sizes) {
        std::vector<Layer> net;
        for (std::size_t l = 1; l < units.size(); ++l)
            net.push_back({generic_matrix(units[l - 1], units[l]), generic_vector(units[l])});
        const std::size_t rows = units.front() == 1 ? 1 : 6;
        const Matrix X = generic_matrix(rows, units.front());
        const Matrix T = judging::random().uniform_matrix(rows, units.back(), 0.05, 0.95);
        descend.expect("layers and batches of other sizes", oracle::descended(net, X, T, 2.0), net,
                       X, T, 2.0);
    }
    const std::vector<Layer> net{{generic_matrix(2, 3), generic_vector(3)},
                                 {generic_matrix(3, 1), generic_vector(1)}};
    descend.throws("no layers", {}, generic_matrix(2, 2), generic_matrix(2, 1), 0.5);
    descend.throws("no rows", net, Matrix(Matrix::shape_type{0, 2}),
                   Matrix(Matrix::shape_type{0, 1}), 0.5);
    descend.throws("a target for one row of two", net, generic_matrix(2, 2), generic_matrix(1, 1),
                   0.5);
    descend.throws("two targets for one output", net, generic_matrix(2, 2), generic_matrix(2, 2),
                   0.5);
    descend.throws("an input too many", net, generic_matrix(2, 3), generic_matrix(2, 1), 0.5);
    descend.throws("one bias for three units", {{generic_matrix(2, 3), generic_vector(1)}, net[1]},
                   generic_matrix(2, 2), generic_matrix(2, 1), 0.5);
    descend.throws("η = 0", net, generic_matrix(2, 2), generic_matrix(2, 1), 0.0);
    descend.throws("η NaN", net, generic_matrix(2, 2), generic_matrix(2, 1), not_a_number);
    descend.decide();
}

BOOST_AUTO_TEST_CASE(
    spread_of_the_weighted_sum,
    *label("6.2") * points(3) *
        source("E: problems of the normal initialization, −4 … 4, N(0, 0.1)") *
        hint("Variances of independent terms add. How many terms has w·x, and what is the variance "
             "of one product w x when w has mean 0?") *
        hint(
            "Var(w x) = E[w²] E[x²] = σ_w² E[x²]; n of them and the bias: n σ_w² E[x²] + σ_b². The "
            "deviation is its root.") *
        hint("U(−r, r) has the variance r²/3. For the fan-in solve 3 √(n σ_w² E[x²]) = half_width "
             "for n."))
{
    Question deviation{initialization::preactivation_deviation};
    deviation.worked("12 inputs, σ_w = 0.5, E[x²] = 0.75, σ_b = 1, as in the text", 1.802775637732,
                     12, 0.5, 0.75, 1.0);
    deviation.worked("100 inputs from U(0, 1), U(−4, 4), no bias, as in the text", 40.0 / 3.0, 100,
                     4.0 / std::sqrt(3.0), 1.0 / 3.0, 0.0);
    for ([[maybe_unused]] int draw : draws(8)) {
        const int n = count_between(5, 400);
        const double w = between(0.2, 0.8), x = between(1.2, 3.0), b = between(0.3, 0.9);
        // The root of a sum of squares, one term after the other.
        double expected = b;
        for (int i = 0; i < n; ++i)
            expected = std::hypot(expected, w * std::sqrt(x));
        deviation.expect("random sizes", expected, n, w, x, b);
    }
    deviation.expect("weights that are all 0", 0.7, 9, 0.0, 1.3, 0.7);
    deviation.expect("one input, no bias", 0.6, 1, 0.4, 2.25, 0.0);
    deviation.throws("0 inputs", 0, 0.5, 0.7, 0.1);
    deviation.throws("−3 inputs", -3, 0.5, 0.7, 0.1);
    deviation.throws("a negative deviation of the weights", 5, -0.5, 0.7, 0.1);
    deviation.throws("a negative mean square", 5, 0.5, -0.7, 0.1);
    deviation.throws("a negative deviation of the bias", 5, 0.5, 0.7, -0.1);
    deviation.throws("NaN for E[x²]", 5, 0.5, not_a_number, 0.1);
    deviation.throws("an infinite deviation", 5, infinity, 0.7, 0.1);
    deviation.decide();

    Question uniform{initialization::uniform_deviation};
    uniform.worked("U(−4, 4), as in the text", 2.309401076759, 4.0);
    for ([[maybe_unused]] int draw : draws(6)) {
        const double limit = between(0.3, 5.0);
        // The variance as an integral of x² over the interval, by Simpson's rule (exact here).
        const double variance = (limit * limit + 4.0 * 0.0 + limit * limit) / 6.0;
        uniform.expect("a random limit", std::sqrt(variance), limit);
    }
    uniform.expect("limit 0", 0.0, 0.0);
    uniform.throws("a negative limit", -1.0);
    uniform.throws("the limit NaN", not_a_number);
    uniform.throws("an infinite limit", infinity);
    uniform.decide();

    Question fan_in{initialization::range_fan_in};
    fan_in.worked("−40 … 40 with U(−4, 4) and inputs from U(0, 1), as in the text", 100.0, 40.0,
                  4.0 / std::sqrt(3.0), 1.0 / 3.0);
    fan_in.worked("−5 … 5 with the variance 0.1 and inputs from U(0, 1), as in the text",
                  83.333333333333, 5.0, std::sqrt(0.1), 1.0 / 3.0);
    for ([[maybe_unused]] int draw : draws(6)) {
        const double w = between(0.2, 0.8), x = between(1.2, 3.0), n = between(20.0, 90.0);
        const double variance = n * w * w * x;
        fan_in.expect("random ranges", n, 3.0 * std::sqrt(variance), w, x);
    }
    fan_in.throws("a range of 0", 0.0, 0.5, 0.7);
    fan_in.throws("a negative range", -2.0, 0.5, 0.7);
    fan_in.throws("weights without spread", 5.0, 0.0, 0.7);
    fan_in.throws("two numbers below 0", 5.0, -0.5, -0.7);
    fan_in.throws("inputs that are all 0", 5.0, 0.5, 0.0);
    fan_in.throws("NaN", not_a_number, 0.5, 0.7);
    fan_in.throws("an infinite range", infinity, 0.5, 0.7);
    fan_in.decide();
}

BOOST_AUTO_TEST_CASE(saturation,
                     *label("6.3") * points(2) *
                         source("E: problems of the normal initialization, −4 … 4, N(0, 0.1)") *
                         hint("Both ends count: an output near 0 is as stuck as one near 1.") *
                         hint("The distance to the nearer end is the smaller of y and 1 − y. The "
                              "fraction is how many of all entries have it below the margin.") *
                         hint("σ is m away from 1 at z_m = ln((1 − m)/m). A normal z with "
                              "deviation s is above z_m or "
                              "below −z_m with probability erfc(z_m / (s √2)): std::erfc."))
{
    Question counted{initialization::saturated_fraction};
    const Matrix six{{0.005, 0.4, 0.992}, {0.25, 0.999, 0.75}};
    counted.worked("six outputs, margin 0.01, as in the text", 0.5, six, 0.01);
    counted.worked("six outputs, margin 0.3, as in the text", 5.0 / 6.0, six, 0.3);
    counted.worked("two of them exactly at the margin 0.25", 0.5, six, 0.25);
    for ([[maybe_unused]] int draw : draws(6)) {
        const std::size_t rows = 5 + judging::random().index(5);
        const double margin = between(0.05, 0.15);
        Matrix outputs = xt::zeros<double>({rows, std::size_t{13}});
        std::size_t stuck = 0;
        for (std::size_t i = 0; i < rows; ++i)
            for (std::size_t j = 0; j < 13; ++j) {
                // Of 13 outputs 3 or 4 near 0, 2 near 1, some close to the margins from inside.
                const double inside = between(1.01, 1.6) * margin;
                const double outside = between(0.0, 0.99) * margin;
                const std::size_t kind = j + (i == 0 ? 1 : 0);
                stuck += kind < 6;
                outputs(i, j) = kind < 4    ? outside
                                : kind < 6  ? 1.0 - outside
                                : kind < 8  ? inside
                                : kind < 11 ? 1.0 - inside
                                            : between(0.3, 0.7);
            }
        counted.expect("random outputs",
                       static_cast<double>(stuck) / static_cast<double>(outputs.size()), outputs,
                       margin);
    }
    counted.expect("one row: both ends are stuck, ½ is not", 0.75, Matrix{{0.0, 1.0, 0.5, 0.75}},
                   0.5);
    counted.expect("one column", 0.6, Matrix{{0.0}, {1.0}, {0.5}, {0.95}, {0.875}}, 0.125);
    counted.throws("no outputs", Matrix(Matrix::shape_type{0, 3}), 0.01);
    counted.throws("an output above 1", Matrix{{0.2, 1.2}}, 0.01);
    counted.throws("an output below 0", Matrix{{-0.2, 0.2}}, 0.01);
    counted.throws("an output that is NaN", Matrix{{not_a_number, 0.2}}, 0.01);
    counted.throws("the margin 0", six, 0.0);
    counted.throws("a negative margin", six, -0.1);
    counted.throws("a margin above ½", six, 0.6);
    counted.throws("the margin NaN", six, not_a_number);
    counted.decide();

    Question expected{initialization::expected_saturated_fraction};
    expected.worked("deviation 40/3, margin 0.01, as in the text", 0.730369550147, 40.0 / 3.0,
                    0.01);
    expected.within(1e-10, 1e-3);
    for ([[maybe_unused]] int draw : draws(8)) {
        const double deviation = between(1.5, 9.0);
        const double margin = between(0.01, 0.2);
        expected.expect("random deviation and margin", oracle::fraction_outside(deviation, margin),
                        deviation, margin);
    }
    expected.throws("deviation 0", 0.0, 0.01);
    expected.throws("a negative deviation", -2.0, 0.01);
    expected.throws("the deviation NaN", not_a_number, 0.01);
    expected.throws("an infinite deviation", infinity, 0.01);
    expected.throws("the margin 0", 2.0, 0.0);
    expected.throws("the margin ½", 2.0, 0.5);
    expected.throws("the margin NaN", 2.0, not_a_number);
    expected.decide();
}

namespace {

// --- Random weights ------------------------------------------------------------------------------
//
// A sampler may draw its numbers in any way, so its moments are judged, in matrices of n weights,
// 17000 < n < 25000. A right answer misses its variance v by the sampling error of a variance,
// v √((κ − 1)/n) with the kurtosis κ, 3 for the normal and 1.8 for the uniform distribution:
// 1.1 and 0.7 percent. A mean misses by √(v/n), a correlation by √(1/n). The limit is 6 of these
// errors for each, which a normal number exceeds once in 5·10⁸ times, to either side. A grading
// compares 25 moments of each of three samplers: 75 · 2·10⁻⁹ = 1.5·10⁻⁷ is the chance to fail a
// right answer, below 10⁻⁶ also if the slight skew of a sample variance doubles it.
//
// Erratum 5 (3 for 2) makes the variance half again as large: 50 percent, less the limit of 6.5,
// is more than 25 errors of the wrong variance. It cannot slip through.
//
// The kurtosis of n normal numbers misses 3 by √(24/n) = 0.04 at most. A normal cut off at two
// deviations has 2.37, the uniform distribution 1.8: the limits 2.7 and 2.1 lie at least 7 errors
// from each side.

constexpr double errors_allowed = 6.0;

/// What the weights of a known mistake look like.
struct Likeness {
    const char* id;
    double variance;
    double kurtosis;
};

constexpr double normal = 3.0;
constexpr double uniform = 1.8;
constexpr double cut_at_two = 2.365537;

/// What remains of the variance of a normal distribution that is cut off at two deviations.
constexpr double cut_variance = 0.773741303550;

/// What a sampler should give for one pair of sizes, and what its mistakes give.
struct Wanted {
    std::string function;
    double variance;
    double kurtosis;
    std::vector<Likeness> likenesses;
};

Wanted xavier_normal_weights(int fan_in, int fan_out)
{
    const double in = fan_in, out = fan_out, sum = in + out;
    return {"xavier_normal",
            2.0 / sum,
            normal,
            {{"erratum_5", 3.0 / sum, normal},
             {"one_over_sum", 1.0 / sum, normal},
             {"one_over_fan_in", 1.0 / in, normal},
             {"he", 2.0 / in, normal},
             {"fan_out_only", 2.0 / out, normal},
             {"product", 2.0 / (in * out), normal},
             {"variance_as_deviation", 4.0 / (sum * sum), normal},
             {"uniform_limit_as_deviation", 6.0 / sum, normal},
             {"uniform", 2.0 / sum, uniform},
             {"deviation_as_limit", 2.0 / sum / 3.0, uniform},
             {"lecun_uniform", 1.0 / in, uniform},
             {"he_uniform", 2.0 / in, uniform},
             {"pytorch_default", 1.0 / in / 3.0, uniform},
             {"cut_off", 2.0 / sum * cut_variance, cut_at_two},
             {"keras", 2.0 / sum, cut_at_two},
             {"cut_off_root_3", 3.0 / sum * cut_variance, cut_at_two}}};
}

Wanted xavier_uniform_weights(int fan_in, int fan_out)
{
    const double in = fan_in, out = fan_out, sum = in + out;
    return {"xavier_uniform",
            2.0 / sum,
            uniform,
            {{"deviation_as_limit", 2.0 / sum / 3.0, uniform},
             {"three", 3.0 / sum / 3.0, uniform},
             {"half_width", 6.0 / sum / 12.0, uniform},
             {"fan_in_only", 6.0 / in / 3.0, uniform},
             {"fan_out_only", 6.0 / out / 3.0, uniform},
             {"lecun", 3.0 / in / 3.0, uniform},
             {"pytorch_default", 1.0 / in / 3.0, uniform},
             {"product", 6.0 / (in * out) / 3.0, uniform},
             {"root_lost", 36.0 / (sum * sum) / 3.0, uniform},
             {"normal", 2.0 / sum, normal},
             {"keras_normal", 2.0 / sum, cut_at_two},
             {"limit_as_deviation", 6.0 / sum, normal}}};
}

Wanted he_weights(int fan_in, int fan_out)
{
    const double in = fan_in, out = fan_out, sum = in + out;
    return {"he_normal",
            2.0 / in,
            normal,
            {{"one_over_fan_in", 1.0 / in, normal},
             {"fan_out", 2.0 / out, normal},
             {"xavier", 2.0 / sum, normal},
             {"xavier_with_gain", 4.0 / sum, normal},
             {"xavier_uniform", 2.0 / sum, uniform},
             {"uniform", 2.0 / in, uniform},
             {"lecun_uniform", 1.0 / in, uniform},
             {"pytorch_default", 1.0 / in / 3.0, uniform},
             {"cut_off", 2.0 / in * cut_variance, cut_at_two},
             {"keras", 2.0 / in, cut_at_two},
             {"keras_lecun", 1.0 / in, cut_at_two},
             {"variance_as_deviation", 4.0 / (in * in), normal},
             {"fan_in_not_under_the_root", 2.0 / (in * in), normal},
             {"multiplied", in / 2.0, normal},
             {"uniform_limit_as_deviation", 6.0 / in, normal},
             {"deviation_as_limit", 2.0 / in / 3.0, uniform}}};
}

bool near_kurtosis(double got, double wanted)
{
    const auto side_of = [](double kurtosis) {
        return kurtosis < 2.1 ? 0 : kurtosis < 2.7 ? 1 : 2;
    };
    return got > 1.6 && got < 3.4 && side_of(got) == side_of(wanted);
}

double error_of_variance(double variance, double kurtosis, std::size_t n)
{
    return variance * std::sqrt((kurtosis - 1.0) / static_cast<double>(n));
}

std::string shape_of(const Matrix& W)
{
    return "(" + std::to_string(W.shape(0)) + ", " + std::to_string(W.shape(1)) + ")";
}

/// What is wrong with the shape; "" if nothing is.
std::string complaint_about_shape(const Wanted& wanted, const Matrix& W, int fan_in, int fan_out)
{
    const auto in = static_cast<std::size_t>(fan_in), out = static_cast<std::size_t>(fan_out);
    if (W.shape(0) == in && W.shape(1) == out)
        return "";
    if (W.shape(0) == out && W.shape(1) == in)
        recognise(wanted.function + ".shape_swapped");
    return "the shape is " + shape_of(W) +
           ", a row for every input and a column for every unit is (" + std::to_string(fan_in) +
           ", " + std::to_string(fan_out) + ")";
}

/// Two rows of W that are the same but for their sign, or nearly so. Rows of 100 independent
/// numbers are correlated by more than 0.8 once in 10²⁰ pairs.
std::optional<std::pair<std::size_t, std::size_t>> like_rows(const Matrix& W)
{
    // Each row less its mean, over its length: then a correlation is a product of two rows.
    const std::size_t n = W.shape(1);
    std::vector<double> rows(W.begin(), W.end());
    for (auto row = rows.begin(); row != rows.end(); row += static_cast<std::ptrdiff_t>(n)) {
        const auto end = row + static_cast<std::ptrdiff_t>(n);
        const double mean = std::accumulate(row, end, 0.0) / static_cast<double>(n);
        std::transform(row, end, row, [&](double w) { return w - mean; });
        const double length = std::sqrt(std::inner_product(row, end, row, 0.0));
        std::transform(row, end, row, [&](double w) { return w / length; });
    }
    for (std::size_t i = 0; i < W.shape(0); ++i)
        for (std::size_t k = 0; k < i; ++k) {
            const double* const a = rows.data() + i * n;
            if (std::abs(std::inner_product(a, a + n, rows.data() + k * n, 0.0)) > 0.8)
                return std::pair(k, i);
        }
    return {};
}

/// What is wrong with weights of which some are others once more; "" if nothing is.
std::string complaint_about_repeats(const Matrix& W)
{
    if (const auto rows = like_rows(W))
        return "the weights of the inputs " + std::to_string(rows->first) + " and " +
               std::to_string(rows->second) + " are the same, or the same with the sign turned";
    const Matrix turned = xt::transpose(W);
    if (const auto columns = like_rows(turned))
        return "the weights of the units " + std::to_string(columns->first) + " and " +
               std::to_string(columns->second) + " are the same, or the same with the sign turned";
    // A stream that begins anew somewhere in between: equal numbers, although the numbers are not
    // on a grid of few values.
    std::vector<double> sorted(W.begin(), W.end());
    std::sort(sorted.begin(), sorted.end());
    std::size_t equal = 0;
    double smallest_gap = infinity;
    for (std::size_t i = 1; i < sorted.size(); ++i) {
        const double gap = sorted[i] - sorted[i - 1];
        equal += gap == 0.0;
        if (gap > 0.0)
            smallest_gap = std::min(smallest_gap, gap);
    }
    if (equal > sorted.size() / 20 && smallest_gap < 1e-6 * (sorted.back() - sorted.front()))
        return std::to_string(equal) + " of the " + std::to_string(sorted.size()) +
               " weights are numbers that were there already";
    return "";
}

/// What is wrong with the moments of many weights; "" if nothing is.
std::string complaint_about_moments(const Wanted& wanted, const Matrix& W)
{
    const oracle::Moments m = oracle::moments(W);
    const double n = static_cast<double>(m.count);
    const auto named = [&](const char* id) { recognise(wanted.function + "." + id); };
    if (m.all_equal) {
        const double number = *W.begin();
        // A mean of 0 and the deviation in each other's place give the deviation itself; without
        // any spread the mean is left.
        if (std::abs(number - std::sqrt(wanted.variance)) < 1e-12 && wanted.kurtosis == normal)
            named("mean_and_deviation_swapped");
        else if (number == 0.0)
            named(wanted.kurtosis == normal ? "no_spread" : "whole_numbers");
        else
            named("one_number");
        return "all weights are the same number, " + to_text(number);
    }
    if (!std::isfinite(m.variance))
        return "not all weights are finite";
    const double correlated = errors_allowed / std::sqrt(n);
    if (std::abs(m.along_rows) > correlated) {
        if (m.along_rows > 0.9)
            named("units_alike");
        return "the weights of neighbouring units are not independent, their correlation is " +
               to_text(m.along_rows, 3);
    }
    if (std::abs(m.along_columns) > correlated) {
        if (m.along_columns > 0.9)
            named("inputs_alike");
        return "the weights of neighbouring inputs are not independent, their correlation is " +
               to_text(m.along_columns, 3);
    }
    if (std::abs(m.mean) > errors_allowed * std::sqrt(m.variance / n)) {
        if (*std::min_element(W.begin(), W.end()) >= 0.0)
            named("one_sided");
        return "the mean of " + std::to_string(m.count) + " weights is " + to_text(m.mean, 4) +
               ", it must be 0 but for a sampling error of " +
               to_text(std::sqrt(m.variance / n), 2);
    }
    if (const std::string again = complaint_about_repeats(W); !again.empty()) {
        named("repeated");
        return again;
    }
    const double error = error_of_variance(wanted.variance, wanted.kurtosis, m.count);
    const bool right_variance = std::abs(m.variance - wanted.variance) <= errors_allowed * error;
    if (right_variance && near_kurtosis(m.kurtosis, wanted.kurtosis)) {
        const double limit = std::sqrt(3.0 * wanted.variance);
        return wanted.kurtosis != uniform || m.largest <= limit * (1.0 + 1e-12)
                   ? ""
                   : "a weight is " + to_text(m.largest) + ", outside of the limit " +
                         to_text(limit);
    }
    for (const Likeness& mistake : wanted.likenesses)
        if (near_kurtosis(m.kurtosis, mistake.kurtosis) &&
            std::abs(m.variance - mistake.variance) <=
                errors_allowed * error_of_variance(mistake.variance, mistake.kurtosis, m.count))
            named(mistake.id);
    if (!right_variance)
        return "the variance of " + std::to_string(m.count) + " weights is " +
               to_text(m.variance, 4) + ", the deviation " + to_text(std::sqrt(m.variance), 4) +
               "; right is the variance " + to_text(wanted.variance, 4) + ", the deviation " +
               to_text(std::sqrt(wanted.variance), 4) +
               ", and the sampling error of the variance " + to_text(error, 1);
    return "variance and mean are right, but not the shape of the distribution: its kurtosis is " +
           to_text(m.kurtosis, 3) + "; a normal distribution has 3, a uniform one 1.8";
}

using Sampler = Matrix(int, int, std::size_t);

/// Asks for many weights from several seeds. The answers to a seed are kept until the first ask
/// comes again (for the next wrong answer), to compare one seed with another.
void ask_for_weights(Question<Sampler>& question, Wanted (*wanted)(int, int))
{
    const auto first = std::make_shared<std::optional<Matrix>>();
    const auto seeds_alike = std::make_shared<int>(0);
    const int in = count_between(110, 130);
    const int out = static_cast<int>(std::lround(in / 0.7)); // keeps the mistakes' variances apart
    // An even seed is the neighbour's once in seed / 2, and once in (seed + 1) / 2. The last of the
    // other seeds has the same remainder as the first for 10, 100, …, 10⁶ and for 2, 4, …, 2¹⁶.
    const std::size_t seed = 2 * (1000 + judging::random().index(1000000));
    const Wanted w = wanted(in, out);
    const std::string where =
        "a layer of " + std::to_string(in) + " inputs and " + std::to_string(out) + " units, seed ";
    const auto alone = [=](const Matrix& W) {
        const std::string complaint = complaint_about_shape(w, W, in, out);
        return complaint.empty() ? complaint_about_moments(w, W) : complaint;
    };
    question.accept(
        where + std::to_string(seed),
        [=](const Matrix& W) {
            first->reset();
            *seeds_alike = 0;
            const std::string complaint = alone(W);
            if (complaint.empty())
                *first = W;
            return complaint;
        },
        in, out, seed);
    question.accept(
        where + std::to_string(seed) + " again",
        [=](const Matrix& W) -> std::string {
            const std::string complaint = alone(W);
            if (!complaint.empty() || !first->has_value())
                return complaint;
            if (std::equal(W.begin(), W.end(), (*first)->begin()))
                return "";
            recognise(w.function + ".seed_not_used");
            return "the same seed gives other numbers; a run could not be repeated";
        },
        in, out, seed);
    const std::size_t last = seed + (std::size_t{1} << 16) * 15625;
    for (std::size_t other : {seed + 1, seed - 1, last})
        question.accept(
            where + std::to_string(other),
            [=](const Matrix& W) -> std::string {
                const std::string complaint = alone(W);
                if (!complaint.empty() || !first->has_value())
                    return complaint;
                const double like = oracle::correlation(W, **first);
                *seeds_alike += like > 0.999;
                if (other == last && *seeds_alike > 0)
                    recognise(w.function + (*seeds_alike == 3 ? ".seed_ignored" : ".seed_shared"));
                if (std::abs(like) <= errors_allowed / std::sqrt(static_cast<double>(W.size())))
                    return "";
                return "another seed gives numbers that hang together with those of seed " +
                       std::to_string(seed) + ", their correlation is " + to_text(like, 3);
            },
            in, out, other);
    for (const auto& [few_inputs, few_units] : {std::pair{3, 5}, {1, 1}, {4, 1}}) {
        const int few_in = few_inputs; // clang's lambdas cannot hold a structured binding
        const int few_out = few_units;
        const Wanted few = wanted(few_in, few_out);
        question.accept(
            "a layer of " + std::to_string(few_in) + " inputs, " + std::to_string(few_out) +
                " units",
            [=](const Matrix& W) { return complaint_about_shape(few, W, few_in, few_out); }, few_in,
            few_out, seed);
    }
    question.throws("0 inputs", 0, 4, seed);
    question.throws("0 units", 4, 0, seed);
    question.throws("−2 inputs", -2, 4, seed);
    question.throws("−2 units", 4, -2, seed);
}

} // namespace

BOOST_AUTO_TEST_CASE(
    Xavier_normal,
    *label("6.4") * points(3) *
        source("E: Xavier initialization, normal distribution (erratum 5)") *
        hint("Forward asks for the variance 1/in, backward for 1/out. What is in the middle of in "
             "and out?") *
        hint("The variance is 1 over the mean of in and out, 2/(in + out); the deviation is its "
             "root. Not 3: erratum 5.") *
        hint("Random random{seed}; random.normal_matrix(rows, columns, mean, deviation) takes the "
             "deviation; rows are the inputs, columns the units."))
{
    Question deviation{initialization::xavier_normal_deviation};
    deviation.worked("3 inputs, 5 units, as in the text", 0.5, 3, 5);
    deviation.worked("784 inputs, 256 units, as in the text", 0.043852900965, 784, 256);
    deviation.within(1e-10, 1e-6);
    for ([[maybe_unused]] int draw : draws(6)) {
        const int in = count_between(3, 90), out = in + count_between(5, 400);
        // The variance by which both factors miss 1 by the same: harmonic mean of 1/in and 1/out.
        const double variance = 1.0 / (0.5 * (in + out));
        deviation.expect("random sizes", std::sqrt(variance), in, out);
        deviation.expect("the same, turned round", std::sqrt(variance), out, in);
    }
    deviation.throws("0 inputs", 0, 4);
    deviation.throws("0 units", 4, 0);
    deviation.throws("−2 inputs", -2, 4);
    deviation.throws("−2 units", 4, -2);
    deviation.decide();

    Question weights{initialization::xavier_normal};
    ask_for_weights(weights, xavier_normal_weights);
    weights.decide();
}

BOOST_AUTO_TEST_CASE(
    Xavier_uniform,
    *label("6.5") * points(3) * source("E: Xavier initialization, uniform distribution") *
        hint("The variance is to be that of step 6.4. What is the variance of U(−r, r)?") *
        hint("r²/3 = 2/(in + out), solved for r: √(6/(in + out)).") *
        hint("Random random{seed}; random.uniform_matrix(rows, columns, −r, r); a row for every "
             "input."))
{
    Question limit{initialization::xavier_uniform_limit};
    limit.worked("3 inputs, 5 units, as in the text", 0.866025403784, 3, 5);
    limit.worked("784 inputs, 256 units, as in the text", 0.075955452531, 784, 256);
    limit.within(1e-10, 1e-6);
    for ([[maybe_unused]] int draw : draws(6)) {
        const int in = count_between(3, 90), out = in + count_between(5, 400);
        const double variance = 1.0 / (0.5 * (in + out));
        limit.expect("random sizes", std::sqrt(variance) * std::sqrt(3.0), in, out);
        limit.expect("the same, turned round", std::sqrt(variance) * std::sqrt(3.0), out, in);
    }
    limit.throws("0 inputs", 0, 4);
    limit.throws("0 units", 4, 0);
    limit.throws("−2 inputs", -2, 4);
    limit.throws("−2 units", 4, -2);
    limit.decide();

    Question weights{initialization::xavier_uniform};
    ask_for_weights(weights, xavier_uniform_weights);
    weights.decide();
}

BOOST_AUTO_TEST_CASE(
    He,
    *label("6.6") * points(3) * source("E: initialization for ReLU") *
        hint("ReLU gives 0 for half of the weighted sums. What does that do to the mean square of "
             "what comes into the next layer, and how can the weights make up for it?") *
        hint("The variance must be twice as large as 1/in: 2/in. The deviation is its root.") *
        hint("In code often randn(in, out) / √(in/2): divided by the root of half the inputs."))
{
    Question deviation{initialization::he_deviation};
    deviation.worked("50 inputs, as in the text", 0.2, 50);
    deviation.worked("784 inputs, as in the text", 0.050507627228, 784);
    deviation.within(1e-10, 1e-6);
    for ([[maybe_unused]] int draw : draws(8)) {
        const int in = count_between(3, 900);
        // The variance v at which in · v · ½ is 1.
        deviation.expect("random sizes", std::pow(0.5 * in, -0.5), in);
    }
    deviation.throws("0 inputs", 0);
    deviation.throws("−2 inputs", -2);
    deviation.decide();

    Question weights{initialization::he_normal};
    ask_for_weights(weights, he_weights);
    weights.decide();
}

BOOST_AUTO_TEST_CASE(
    variance_through_layers,
    *label("6.7") * points(4) * source("E: Xavier and He initialization") *
        hint(
            "Forward every unit adds up fan_in products of a weight and an output; back every unit "
            "collects fan_out products of a weight and a delta. Which is which in `units`?") *
        hint(
            "Forward factor: fan_in · Var w · gain. Back: fan_out · Var w · gain, with fan_out the "
            "units of the layer that the delta comes from.") *
        hint("Var z_1 = units[0] · v[0] · E[x²], without gain; then the factor of (units[l], v[l]) "
             "for l = 1, 2, …. Back from the last: squares[l − 1] = squares[l] · factor of "
             "(units[l + 1], v[l])."))
{
    Question forward{initialization::forward_factor};
    forward.within(1e-10, 1e-3);
    forward.worked("50 inputs, variance 0.03, ReLU, as in the text", 0.75, 50, 0.03, 0.5);
    Question backward{initialization::backward_factor};
    backward.within(1e-10, 1e-3);
    backward.worked("20 units, variance 0.03, ReLU, as in the text", 0.3, 20, 0.03, 0.5);
    for ([[maybe_unused]] int draw : draws(6)) {
        const int n = count_between(4, 300);
        const double v = between(0.02, 0.6), gain = between(0.2, 0.9);
        double sum = 0.0;
        for (int i = 0; i < n; ++i)
            sum += v * gain;
        forward.expect("random sizes", sum, n, v, gain);
        backward.expect("random sizes", sum, n, v, gain);
    }
    forward.expect("weights that are all 0", 0.0, 7, 0.0, 0.5);
    backward.expect("weights that are all 0", 0.0, 7, 0.0, 0.5);
    forward.throws("0 inputs", 0, 0.1, 0.5);
    forward.throws("−1 inputs", -1, 0.1, 0.5);
    forward.throws("a negative variance", 3, -0.1, 0.5);
    forward.throws("a negative gain", 3, 0.1, -0.5);
    forward.throws("a variance that is NaN", 3, not_a_number, 0.5);
    forward.throws("an infinite gain", 3, 0.1, infinity);
    backward.throws("0 units", 0, 0.1, 0.5);
    backward.throws("−1 units", -1, 0.1, 0.5);
    backward.throws("a negative variance", 3, -0.1, 0.5);
    backward.throws("a negative gain", 3, 0.1, -0.5);
    backward.throws("a variance that is NaN", 3, not_a_number, 0.5);
    backward.throws("an infinite gain", 3, 0.1, infinity);
    forward.decide();
    backward.decide();

    using Numbers = std::vector<double>;
    using Units = std::vector<int>;
    Question sums{initialization::forward_variances};
    sums.within(1e-10, 1e-3);
    sums.worked("6-4-3 with ReLU, as in the text", {2.25, 1.125}, 0.75, {6, 4, 3}, {0.5, 0.25},
                0.5);
    Question deltas{initialization::backward_squares};
    deltas.within(1e-10, 1e-3);
    deltas.worked("6-4-3 with ReLU, as in the text", {0.015, 0.04}, 0.04, {6, 4, 3}, {0.5, 0.25},
                  0.5);
    const std::vector<Units> sizes{{2, 3, 2, 1}, {3, 2, 4}, {1, 3, 2, 3}, {4, 2, 3}};
    for (const Units& units : sizes)
        for (bool relu : {false, true}) {
            Numbers variances, x, last;
            for (std::size_t l = 1; l < units.size(); ++l)
                variances.push_back(between(0.2, 0.9));
            for (int i = 0; i < units.front(); ++i)
                x.push_back(generic());
            for (int i = 0; i < units.back(); ++i)
                last.push_back(generic());
            const oracle::Squares squares = oracle::over_all_signs(x, units, variances, relu, last);
            const std::string where = relu ? "mean over all signs of the weights, ReLU"
                                           : "mean over all signs of the weights, linear units";
            const double gain = relu ? 0.5 : 1.0;
            sums.expect(where, squares.sums, oracle::mean_square(x), units, variances, gain);
            deltas.expect(where, squares.deltas, oracle::mean_square(last), units, variances, gain);
        }
    sums.expect("a single layer", {0.54}, 0.6, {3, 4}, {0.3}, 0.5);
    deltas.expect("a single layer", {0.6}, 0.6, {3, 4}, {0.3}, 0.5);
    sums.throws("no layers", 0.5, {3}, {}, 1.0);
    sums.throws("as many units as variances", 0.5, {3, 2}, {0.1, 0.2}, 1.0);
    sums.throws("a layer of 0 units", 0.5, {3, 0, 2}, {0.1, 0.2}, 1.0);
    sums.throws("a negative variance", 0.5, {3, 1, 2}, {0.1, -0.2}, 1.0);
    sums.throws("a mean square that is NaN", not_a_number, {3, 1, 2}, {0.1, 0.2}, 1.0);
    deltas.throws("no layers", 0.5, {3}, {}, 1.0);
    deltas.throws("as many units as variances", 0.5, {3, 2}, {0.1, 0.2}, 1.0);
    deltas.throws("a layer of 0 units", 0.5, {3, 0, 2}, {0.1, 0.2}, 1.0);
    deltas.throws("a negative variance", 0.5, {3, 1, 2}, {0.1, -0.2}, 1.0);
    deltas.throws("a mean square that is NaN", not_a_number, {3, 1, 2}, {0.1, 0.2}, 1.0);
    sums.decide();
    deltas.decide();
}

BOOST_AUTO_TEST_CASE(
    global_and_local_optimum,
    *label("6.8") * points(4) * source("E: global optimum, local optimum") *
        hint("Differentiate term by term, once with respect to u and once to v. In ½(v − u)² the "
             "inner derivative with respect to u is −1.") *
        hint("Convex: (u³ + (u − 1) − (v − u), v − u). Four valleys: "
             "(u³ − 2u + 0.3 + v/4, v³ − 2v + 0.2 + u/4).") *
        hint("Descent is P − η slope(P), `steps` times. For the points keep a list: a row that is "
             "farther than the tolerance from all on the list is a new one. Distance: "
             "√((u − u₀)² + (v − v₀)²)."))
{
    Question bowl{initialization::bowl_slope};
    bowl.worked("at (2, 1), as in the text", Matrix{{10.0, -1.0}}, Matrix{{2.0, 1.0}});
    Question hilly{initialization::hilly_slope};
    hilly.worked("at (1, −1), as in the text", Matrix{{-0.95, 1.45}}, Matrix{{1.0, -1.0}});
    for ([[maybe_unused]] int draw : draws(4)) {
        const Matrix P = generic_matrix(5, 2);
        bowl.expect("five random points",
                    oracle::slope_of_rows([](const auto& p) { return oracle::bowl(p); }, P), P);
        hilly.expect("five random points",
                     oracle::slope_of_rows([](const auto& p) { return oracle::hills(p); }, P), P);
    }
    bowl.expect("the two points (0, 0) and (1, 1)", Matrix{{-1.0, 0.0}, {1.0, 0.0}},
                Matrix{{0.0, 0.0}, {1.0, 1.0}});
    hilly.expect("the two points (0, 0) and (2, −2)", Matrix{{0.3, 0.2}, {3.8, -3.3}},
                 Matrix{{0.0, 0.0}, {2.0, -2.0}});
    bowl.throws("three coordinates", Matrix{{1.0, 2.0, 3.0}});
    bowl.throws("one coordinate", Matrix{{1.0}, {2.0}});
    hilly.throws("three coordinates", Matrix{{1.0, 2.0, 3.0}});
    hilly.throws("one coordinate", Matrix{{1.0}, {2.0}});
    bowl.decide();
    hilly.decide();

    using Slope = std::function<Matrix(const Matrix&)>;
    Question descent{initialization::descend_from};
    // Two steps by hand on a parabola of each coordinate: P ← P − 0.25 · 2 (P − 3).
    const Slope parabola = [](const Matrix& P) -> Matrix { return 2.0 * (P - 3.0); };
    descent.worked("two steps on a parabola, as in the text", Matrix{{4.0, 2.5}, {3.25, 1.75}},
                   parabola, Matrix{{7.0, 1.0}, {4.0, -2.0}}, 0.25, 2);
    descent.worked("no step", Matrix{{7.0, 1.0}}, parabola, Matrix{{7.0, 1.0}}, 0.25, 0);
    for (int draw : draws(4)) {
        // A curved valley along the diagonal; the judge walks each start alone.
        const double bend = generic(), tilt = generic();
        const Slope slope = [bend, tilt](const Matrix& P) {
            Matrix S = P;
            for (std::size_t n = 0; n < P.shape(0); ++n)
                for (std::size_t i = 0; i < P.shape(1); ++i)
                    S(n, i) = std::sin(bend * P(n, i)) +
                              tilt * P(n, P.shape(1) - 1 - i) / (1.0 + static_cast<double>(i));
            return S;
        };
        const Matrix starts = generic_matrix(3 + static_cast<std::size_t>(draw), 2);
        const double eta = between(0.1, 0.4);
        const int steps = 3 + draw;
        Matrix ends = starts;
        for (std::size_t n = 0; n < starts.shape(0); ++n) {
            Matrix point{{starts(n, 0), starts(n, 1)}};
            for (int step = 0; step < steps; ++step) {
                const Matrix s = slope(point);
                for (std::size_t i = 0; i < 2; ++i)
                    point(0, i) = std::fma(-eta, s(0, i), point(0, i));
            }
            ends(n, 0) = point(0, 0);
            ends(n, 1) = point(0, 1);
        }
        descent.expect("random starts", ends, slope, starts, eta, steps);
    }
    // All steps are made: where the slope is next to nothing, where the point goes round in
    // circles, and where it runs away.
    const auto times = [](double factor) -> Slope {
        return [factor](const Matrix& P) -> Matrix { return factor * P; };
    };
    descent.expect(
        "steps that are small because the slope is", Matrix{{1.0 - 4e-9}, {2.0 - 8e-9}},
        [](const Matrix& P) -> Matrix { return 1e-9 * (P + 0.0); }, Matrix{{1.0}, {2.0}}, 1.0, 4);
    descent.within(1e-10);
    descent.expect("a small slope and a large learning rate", Matrix{{0.125, 0.25, -0.5}},
                   times(1e-9), Matrix{{1.0, 2.0, -4.0}}, 0.5e9, 3);
    descent.expect("from side to side", Matrix{{1.0, -2.0}}, times(2.0), Matrix{{1.0, -2.0}}, 1.0,
                   4);
    descent.expect("farther away with every step", Matrix{{-8.0, 16.0}}, times(3.0),
                   Matrix{{1.0, -2.0}}, 1.0, 3);
    descent.throws("−1 steps", parabola, Matrix{{7.0, 1.0}}, 0.25, -1);
    descent.throws("η = 0", parabola, Matrix{{7.0, 1.0}}, 0.0, 3);
    descent.throws("η below 0", parabola, Matrix{{7.0, 1.0}}, -0.1, 3);
    descent.throws("η NaN", parabola, Matrix{{7.0, 1.0}}, not_a_number, 3);
    descent.decide();

    Question distinct{initialization::distinct_points};
    distinct.worked("five ends, two points, as in the text", 2,
                    Matrix{{1.0, 0.0}, {-1.0, 2.0}, {1.0, 0.0005}, {-1.0003, 2.0}, {1.0, 0.0}},
                    0.001);
    distinct.worked("exactly at the tolerance is the same point", 1,
                    Matrix{{0.0, 0.0}, {0.0, 0.25}}, 0.25);
    distinct.worked("no ends", 0, Matrix(Matrix::shape_type{0, 2}), 0.001);
    for (int draw : draws(6)) {
        // Some points share a coordinate, the fifth is near the third in both but not near enough,
        // and the sixth is two tolerances from the second. Every draw leaves out another one, so
        // that each wrong way of counting gives numbers of its own.
        const double t = 0.05, u = generic(), v = generic();
        std::vector<Vector> centres{{u, v},
                                    {u, v + 0.8 + 0.1 * draw},
                                    {u - 1.3, v},
                                    {u - 1.3, v - 1.1},
                                    {u - 1.3 + 0.9 * t, v - 0.9 * t},
                                    {u, v + 0.8 + 0.1 * draw + 2.0 * t}};
        centres.erase(centres.begin() + draw);
        Matrix ends = xt::zeros<double>({std::size_t{14}, std::size_t{2}});
        for (std::size_t n = 0; n < ends.shape(0); ++n) {
            const Vector& centre = centres[n < 5 ? n : judging::random().index(5)];
            ends(n, 0) = centre(0) + between(-0.02, 0.02) * t;
            ends(n, 1) = centre(1) + between(-0.02, 0.02) * t;
        }
        distinct.expect("fourteen ends", oracle::distinct_points(ends, t), ends, t);
    }
    distinct.expect("an end near in both coordinates is the same point", 1,
                    Matrix{{0.5, -0.5}, {0.56, -0.56}, {0.44, -0.44}}, 0.1);
    distinct.expect("a chain of ends, each near the last one only", 3,
                    Matrix{{0.0, 0.0}, {0.0, 0.08}, {0.0, 0.16}, {0.0, 0.24}, {0.0, 0.32}}, 0.1);
    distinct.expect("a single end", 1, Matrix{{0.5, -0.5, 1.0}}, 0.1);
    distinct.expect("ends that differ in the third coordinate", 2,
                    Matrix{{0.5, 1.0, 2.0}, {0.5, 1.0, -2.0}, {0.5, 1.0, 2.0}}, 0.1);
    distinct.expect("one coordinate, every end twice", 3,
                    Matrix{{1.0}, {-1.0}, {0.0}, {0.0}, {-1.0}, {1.0}}, 0.1);
    distinct.expect("no tolerance at all", 2, Matrix{{1.0, 0.0}, {1.0, 1e-9}, {1.0, 0.0}}, 0.0);
    distinct.throws("an end that is NaN", Matrix{{1.0, not_a_number}, {0.0, 1.0}}, 0.001);
    distinct.throws("an end at infinity", Matrix{{1.0, infinity}, {0.0, 1.0}}, 0.001);
    distinct.throws("a negative tolerance", Matrix{{1.0, 2.0}, {0.0, 1.0}}, -0.001);
    distinct.throws("the tolerance NaN", Matrix{{1.0, 2.0}, {0.0, 1.0}}, not_a_number);
    distinct.decide();
}
