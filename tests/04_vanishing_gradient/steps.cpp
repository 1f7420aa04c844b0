/// @file
/// The graded steps of chapter 4. Expected numbers are either worked out by hand in the chapter's
/// text or come from oracle.hpp. Vanished numbers are compared by their own size: with the usual
/// floor of 1 any wrong gradient of 1e-12 would pass.
#include "judging/judge/generic.hpp"
#include "judging/judge/step.hpp"

#include "functions.hpp"
#include "oracle.hpp"
#include "vanishing_gradient.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

using namespace judging;
using vanishing_gradient::Pass;
using vanishing_gradient::Peak;
using vanishing_gradient::Training;
using workbook::Layer;
using workbook::Matrix;
using workbook::Vector;

namespace oracle = vanishing_gradient::oracle;

namespace {

using MatrixFunction = std::function<Matrix(const Matrix&)>;

const double no_number = std::numeric_limits<double>::quiet_NaN();
const double infinity = std::numeric_limits<double>::infinity();

/// Layers with these numbers of units, the inputs first. The more inputs a unit has, the smaller
/// its weights, so that sums stay of the size of 1 and no unit saturates.
std::vector<Layer> generic_layers(const std::vector<std::size_t>& units)
{
    std::vector<Layer> layers;
    for (std::size_t l = 1; l < units.size(); ++l) {
        const double spread = 1.0 / std::sqrt(static_cast<double>(units[l - 1]));
        layers.push_back(
            {spread * generic_matrix(units[l - 1], units[l]), 0.5 * generic_vector(units[l])});
    }
    return layers;
}

/// `depth` hidden layers of `width` units, between 2 inputs and 1 output.
std::vector<std::size_t> deep(std::size_t depth, std::size_t width)
{
    std::vector<std::size_t> units(depth + 2, width);
    units.front() = 2;
    units.back() = 1;
    return units;
}

template <class F>
MatrixFunction of_each(const F& f)
{
    return [f](const Matrix& Z) { return oracle::each(f, Z); };
}

template <class F>
MatrixFunction slope_of(const F& f)
{
    return [f](const Matrix& Z) { return oracle::slope_of_each(f, Z); };
}

/// A network and a batch at which the hidden slopes of a smooth f are all above 0.02: at a
/// saturated point wrong gradients are as close to 0 as right ones.
struct Case {
    std::vector<Layer> layers;
    Matrix X;
    Matrix T;
    Pass pass;
};

template <class F>
Case generic_case(const std::vector<std::size_t>& units, std::size_t N, const F& f)
{
    for (int attempt = 0; attempt < 1000; ++attempt) {
        Case c{generic_layers(units),
               generic_matrix(N, units.front()),
               generic_matrix(N, units.back()),
               {}};
        c.pass = oracle::pass(c.layers, c.X, f);
        // Of every hidden layer some unit must let something through.
        bool alive = true;
        for (std::size_t l = 0; l + 1 < c.layers.size(); ++l) {
            const Matrix slopes = oracle::slope_of_each(f, c.pass.Z[l]);
            const bool kinked = f(-1.0) == 0.0;
            alive &= kinked ? xt::mean(slopes)() > 0.3 : xt::amin(slopes)() > 0.02;
        }
        if (alive)
            return c;
    }
    throw std::logic_error("no network without saturated units was found");
}

/// The network of the text. Every number below is worked out there, to 12 decimals.
namespace text {

const std::vector<Layer> layers{{{{0.8, -0.5}, {0.3, 0.9}}, {0.1, -0.2}},
                                {{{0.9, -0.5}, {-0.4, 0.6}}, {-0.3, 0.2}},
                                {{{0.7}, {-1.1}}, {0.25}}};
const Matrix X{{0.5, -1.0}, {0.8, 0.4}};
const Matrix T{{1.0}, {0.4}};
const Matrix Y{{0.056303383427}, {0.046294958674}};
const Pass pass{{{{0.2, -1.35}, {0.86, -0.24}},
                 {{0.112502448861, 0.048605224424}, {0.156280048617, 0.112841483267}},
                 Y},
                {X,
                 {{0.549833997312, 0.205870371801}, {0.702660654345, 0.440286350733}},
                 {{0.528095984691, 0.512148914415}, {0.538990687169, 0.528180474858}},
                 Y}};
const double error = 0.253917640098;
const std::vector<Matrix> deltas{
    {{-0.034385569443, 0.018103669605}, {-0.010848592234, 0.010200497998}},
    {{-0.082312725179, 0.129681677501}, {-0.030760986153, 0.048479953118}},
    {{-0.471848308287}, {-0.176852520663}}};
const std::vector<Layer> gradients{
    {{{-0.025871658509, 0.017212233201}, {0.030046132550, -0.014023470406}},
     {-0.045234161677, 0.028304167604}},
    {{{-0.066872869373, 0.105368350699}, {-0.030489393675, 0.048042676805}},
     {-0.113073711332, 0.178161630619}},
    {{{-0.344503058629}, {-0.335066647201}}, {-0.648700828950}}};
const Vector norms{0.045442617543, 0.137157471209, 0.480574672108};
const double factor = 0.307504326441; // of the norms with 12 decimals
const double eta = 0.5;
const std::vector<Layer> updated{
    {{{0.812935829254, -0.508606116601}, {0.284976933725, 0.907011735203}},
     {0.122617080839, -0.214152083802}},
    {{{0.933436434687, -0.552684175350}, {-0.384755303163, 0.575978661598}},
     {-0.243463144334, 0.110919184691}},
    {{{0.872251529314}, {-0.932466676399}}, {0.574350414475}}};
const Vector change{0.016982703529, 0.054558312650, 0.184291974017};

} // namespace text

const char* const in_the_text = "the worked example of the text";

/// Layers that are none: what every function with a network must refuse.
struct BadNetwork {
    std::string what;
    std::vector<Layer> layers;
    Matrix X;
};

std::vector<BadNetwork> bad_networks()
{
    const std::vector<Layer> good = generic_layers({2, 3, 1});
    const Matrix X = generic_matrix(4, 2);
    std::vector<Layer> short_bias = good;
    short_bias[0].b = generic_vector(1);
    std::vector<Layer> gap = good;
    gap[1].W = generic_matrix(2, 1);
    return {{"no layers", {}, X},
            {"a batch without rows", good, Matrix(xt::zeros<double>({0, 2}))},
            {"a batch with one input too many", good, generic_matrix(4, 3)},
            {"one bias for three units", short_bias, X},
            {"a second layer that does not fit the first", gap, X}};
}

} // namespace

BOOST_AUTO_TEST_CASE(
    where_the_slope_peaks,
    *label("4.1") * points(2) *
        source("A, B: derivative of the sigmoid, table of sigmoid and tanh; C: vanishing gradient "
               "(the documents' 0.3 is erratum 4)") *
        hint("σ′ = σ (1 − σ). What is 1 − σ(40) in a double, and what should it be?") *
        hint("1 − σ(z) is σ(−z), without a subtraction. Neither e^1000 nor e^−1000 may end in "
             "infinity over infinity.") *
        hint("The product y (1 − y) is a parabola in y. Where is it highest, which z gives this y, "
             "and what is the product there?"))
{
    Question slope{vanishing_gradient::sigmoid_slope};
    slope.worked("z = 0, as in the text", 0.25, 0.0);
    slope.worked("z = ln 3, as in the text", 0.1875, 1.0986122886681098);
    slope.worked("z = 2, as in the text", 0.104993585404, 2.0);
    slope.worked("z = −2, as in the text", 0.104993585404, -2.0);
    slope.within(1e-10, 0.0);
    for ([[maybe_unused]] int draw : draws(6)) {
        const double z = 2.0 * generic();
        slope.expect(
            "a random z",
            oracle::slopes([](const auto& at) { return oracle::Sigmoid{}(at[0]); }, {z})(0), z);
    }
    for (double size : {12.0, 30.0, 40.0, 100.0, 300.0})
        for (double sign : {-1.0, 1.0}) {
            const double z = sign * size * judging::random().uniform(0.9, 1.0);
            const oracle::Long y = oracle::sigma_in_80_digits(-std::abs(z));
            slope.expect("far out, where the slope is small", static_cast<double>(y - y * y), z);
        }
    for (double z : {1000.0, -1000.0, infinity, -infinity})
        slope.expect("z = " + to_text(z), 0.0, z);
    slope.expect("z = NaN", no_number, no_number);
    slope.decide();

    Question peak{vanishing_gradient::sigmoid_slope_peak};
    peak.worked("the peak of σ′", Peak{0.0, 0.25});
    peak.decide();
}

BOOST_AUTO_TEST_CASE(
    bound_with_depth,
    *label("4.2") * points(3) *
        source("A, B: the slope of the sigmoid multiplied again and again; C: chain rule") *
        hint("One unit first: h = σ(w h_before + b). What is the slope of h with respect to "
             "h_before?") *
        hint("Each unit of a chain gives the factor w σ′(z). σ′ is at most ¼, whatever z is; of w "
             "only the size matters for a bound.") *
        hint(
            "Bound: std::pow(0.25 * |w|, L). Chain: begin with 1 and multiply by w(l) σ′(z(l)) for "
            "each l."))
{
    Question bound{vanishing_gradient::slope_bound};
    bound.worked("10 units with weights up to 1, as in the text", 9.5367431640625e-07, 10, 1.0);
    bound.worked("3 units with weights up to 2, as in the text", 0.125, 3, 2.0);
    bound.worked("5 units with weights up to −6, as in the text", 7.59375, 5, -6.0);
    bound.within(1e-10, 0.0);
    for (int depth : {1, 2, 3, 4, 7, 12, 25, 50}) {
        const double weight = 2.0 * generic();
        oracle::Long product = 1;
        for (int l = 0; l < depth; ++l)
            product *= abs(oracle::Long(weight)) / 4;
        bound.expect("a random weight", static_cast<double>(product), depth, weight);
    }
    bound.expect("no unit at all", 1.0, 0, generic());
    bound.expect("no unit at all, and weight 0", 1.0, 0, 0.0);
    bound.expect("weight 0", 0.0, 3, 0.0);
    bound.throws("depth −1", -1, 1.5);
    bound.throws("weight NaN", 2, no_number);
    bound.throws("weight ∞", 2, infinity);
    bound.decide();

    Question chain{vanishing_gradient::chain_slope};
    const double ln3 = 1.0986122886681098;
    chain.worked("two units, as in the text", -0.375, Vector{0.0, ln3}, Vector{2.0, -4.0});
    chain.worked("three units, as in the text", -0.012552729924, Vector{0.2, -1.35, 0.5},
                 Vector{0.8, -1.5, 1.1});
    chain.within(1e-10, 0.0);
    for (std::size_t depth : {1u, 2u, 3u, 5u, 8u, 20u, 50u}) {
        const Vector z = generic_vector(depth);
        const Vector w = generic_vector(depth);
        // The biases that lead to these sums, from an input of our choice.
        std::vector<double> b;
        double h = 0.4;
        for (std::size_t l = 0; l < depth; ++l) {
            b.push_back(z(l) - w(l) * h);
            h = oracle::Sigmoid{}(z(l));
        }
        const auto output = [&](const auto& input) {
            auto value = input[0];
            for (std::size_t l = 0; l < depth; ++l)
                value = oracle::Sigmoid{}(w(l) * value + b[l]);
            return value;
        };
        chain.expect("a random chain of " + std::to_string(depth), oracle::slopes(output, {0.4})(0),
                     z, w);
    }
    chain.expect("no unit at all", 1.0, Vector{}, Vector{});
    chain.expect("a weighted sum that is NaN", no_number, Vector{0.5, no_number}, Vector{1.0, 2.0});
    chain.throws("three sums and two weights", generic_vector(3), generic_vector(2));
    chain.throws("three sums and one weight", generic_vector(3), generic_vector(1));
    chain.decide();
}

BOOST_AUTO_TEST_CASE(
    forward_pass_with_everything_kept,
    *label("4.3") * points(2) * source("D: deep networks; C: a = σ(z), z = W x + b") *
        hint("H begins with X. Which of its entries comes into layer l?") *
        hint("Z_l = H_(l−1) W_l + b_l. Keep Z and H of every layer; f is applied in hidden layers "
             "only.") *
        hint("For each layer: Z = matmul(pass.H[l], layers[l].W) + layers[l].b; push back Z, and "
             "then f(Z), or Z itself if l + 1 == layers.size()."))
{
    Question question{vanishing_gradient::forward};
    question.worked(in_the_text, text::pass, text::layers, text::X, of_each(oracle::Sigmoid{}));
    const auto ask = [&](const std::vector<std::size_t>& units, std::size_t N, const auto& f,
                         const std::string& where) {
        const Case c = generic_case(units, N, f);
        question.expect(where, c.pass, c.layers, c.X, of_each(f));
    };
    ask({3, 2}, 4, oracle::Sigmoid{}, "one layer, which is linear");
    ask({2, 3, 1}, 5, oracle::Sigmoid{}, "2-3-1, sigmoid");
    ask({3, 3, 3, 3}, 3, oracle::Tanh{}, "3-3-3-3, tanh, three rows");
    ask({2, 4, 3, 2}, 4, oracle::Relu{}, "2-4-3-2, ReLU");
    ask({2, 2, 2}, 2, oracle::Arctan{}, "2-2-2, arctan, two rows");
    ask({1, 1, 1}, 1, oracle::Tanh{}, "1-1-1, tanh, one row");
    ask({1, 2, 4}, 6, oracle::Sigmoid{}, "1-2-4, sigmoid, six rows");
    ask(deep(8, 3), 1, oracle::Tanh{}, "8 hidden layers, tanh, one row");
    for (const BadNetwork& bad : bad_networks())
        question.throws(bad.what, bad.layers, bad.X, of_each(oracle::Sigmoid{}));
    const Matrix unknown{{no_number, 1.0}};
    const Matrix follows{{no_number}};
    question.expect("an input that is NaN", Pass{{follows}, {unknown, follows}},
                    {Layer{{{0.5}, {0.25}}, {1.0}}}, unknown, of_each(oracle::Sigmoid{}));
    question.decide();
}

BOOST_AUTO_TEST_CASE(
    deltas_through_a_deep_net,
    *label("4.4") * points(4) * source("B: delta rule; A, B, E: vanishing gradient") *
        hint(
            "The delta of the output is given. Which weights lead from a hidden layer to the next, "
            "and which slope is at the hidden layer itself?") *
        hint("Go from the last layer to the first: the deltas of layer l + 1, times the transpose "
             "of ITS weights, times f′ at the weighted sums of layer l.") *
        hint(
            "delta[l − 1] = matmul(delta[l], transpose(layers[l].W)) * f_slope(pass.Z[l − 1]), for "
            "l from the last to 1."))
{
    Question question{vanishing_gradient::deltas};
    question.worked(in_the_text, text::deltas, text::layers, text::pass, text::deltas.back(),
                    slope_of(oracle::Sigmoid{}));
    question.within(1e-8, 0.0);
    const auto ask = [&](const std::vector<std::size_t>& units, std::size_t N, const auto& f,
                         const std::string& where) {
        const Case c = generic_case(units, N, f);
        const Matrix output_delta = generic_matrix(N, units.back());
        question.expect(where, oracle::deltas(c.layers, c.pass, output_delta, f), c.layers, c.pass,
                        output_delta, slope_of(f));
    };
    ask({3, 2}, 4, oracle::Sigmoid{}, "one layer, whose delta is given");
    ask({3, 3, 3}, 3, oracle::Sigmoid{}, "3-3-3, sigmoid");
    ask({2, 2, 2, 2}, 2, oracle::Tanh{}, "2-2-2-2, tanh");
    ask({2, 3, 4, 2}, 3, oracle::Arctan{}, "2-3-4-2, arctan");
    ask({2, 4, 4, 4, 1}, 4, oracle::Relu{}, "2-4-4-4-1, ReLU");
    ask(deep(5, 3), 2, oracle::Leaky{}, "5 hidden layers, slope 1/16 below 0");
    ask(deep(10, 3), 2, oracle::Sigmoid{}, "10 hidden layers, sigmoid");
    ask(deep(20, 3), 2, oracle::Tanh{}, "20 hidden layers, tanh");
    ask(deep(50, 3), 1, oracle::Sigmoid{}, "50 hidden layers, sigmoid");
    ask(deep(49, 2), 2, oracle::Arctan{}, "49 hidden layers, arctan");
    ask({1, 1, 1, 1}, 1, oracle::Tanh{}, "1-1-1-1, tanh, one row");
    ask({1, 4, 2, 5}, 6, oracle::Sigmoid{}, "1-4-2-5, sigmoid, six rows");

    const Case c = generic_case({2, 3, 2}, 3, oracle::Sigmoid{});
    const Matrix output_delta = generic_matrix(3, 2);
    const MatrixFunction slope = slope_of(oracle::Sigmoid{});
    question.throws("deltas of one row for three", c.layers, c.pass, generic_matrix(1, 2), slope);
    question.throws("deltas of one output for two", c.layers, c.pass, generic_matrix(3, 1), slope);
    Pass shorter = c.pass;
    shorter.Z.pop_back();
    question.throws("a pass without the last Z", c.layers, shorter, output_delta, slope);
    Pass narrow = c.pass;
    narrow.Z[0] = generic_matrix(3, 1);
    question.throws("a Z with one column for three units", c.layers, narrow, output_delta, slope);
    question.throws("an empty network", {}, Pass{{}, {c.X}}, output_delta, slope);
    question.throws("an empty pass", c.layers, Pass{}, output_delta, slope);
    question.decide();
}

namespace {

template <class F>
void ask_for_gradients(decltype(Question{vanishing_gradient::gradients})& question,
                       const std::string& where, const std::vector<std::size_t>& units,
                       std::size_t N, const F& f)
{
    const Case c = generic_case(units, N, f);
    question.expect(where, oracle::gradients(c.layers, c.X, c.T, f), c.layers, c.X, c.T, of_each(f),
                    slope_of(f));
}

} // namespace

BOOST_AUTO_TEST_CASE(
    gradient_norm_per_layer,
    *label("4.5") * points(4) * source("A, B, E: vanishing gradient; D: deep networks") *
        hint("Steps 4.3 and 4.4 do most of it. What is the delta of the linear output if E is the "
             "mean of ½ (y − t)² over the rows?") *
        hint("Δ_L = (Y − T) / N. The gradient of W is what comes into the layer, transposed, times "
             "the layer's deltas; that of b is the sum of their rows.") *
        hint("matmul(transpose(pass.H[l]), delta[l]) and xt::sum(delta[l], {0}). The norm: square "
             "all entries of W, add them up, take the root."))
{
    Question gradients{vanishing_gradient::gradients};
    gradients.worked(in_the_text, text::gradients, text::layers, text::X, text::T,
                     of_each(oracle::Sigmoid{}), slope_of(oracle::Sigmoid{}));
    gradients.within(1e-8, 1e-9);
    ask_for_gradients(gradients, "one linear layer 3-2, 5 rows", {3, 2}, 5, oracle::Sigmoid{});
    ask_for_gradients(gradients, "2-3-2, tanh, 4 rows", {2, 3, 2}, 4, oracle::Tanh{});
    ask_for_gradients(gradients, "3-3-3, sigmoid, 3 rows", {3, 3, 3}, 3, oracle::Sigmoid{});
    ask_for_gradients(gradients, "2-4-4-1, ReLU, 6 rows", {2, 4, 4, 1}, 6, oracle::Relu{});
    ask_for_gradients(gradients, "2-2-2-2-2, sigmoid, 2 rows", {2, 2, 2, 2, 2}, 2,
                      oracle::Sigmoid{});
    ask_for_gradients(gradients, "1-1-1, tanh, 1 row", {1, 1, 1}, 1, oracle::Tanh{});
    ask_for_gradients(gradients, "1-2-4, sigmoid, 2 rows", {1, 2, 4}, 2, oracle::Sigmoid{});
    ask_for_gradients(gradients, "6 hidden layers, sigmoid, 3 rows", deep(6, 3), 3,
                      oracle::Sigmoid{});
    ask_for_gradients(gradients, "6 hidden layers, tanh, 3 rows", deep(6, 3), 3, oracle::Tanh{});
    const MatrixFunction f = of_each(oracle::Sigmoid{});
    const MatrixFunction slope = slope_of(oracle::Sigmoid{});
    for (const BadNetwork& bad : bad_networks())
        gradients.throws(bad.what, bad.layers, bad.X, generic_matrix(bad.X.shape(0), 1), f, slope);
    gradients.throws("one row of targets for four", generic_layers({2, 3, 1}), generic_matrix(4, 2),
                     generic_matrix(1, 1), f, slope);
    gradients.throws("one target for two outputs", generic_layers({2, 3, 2}), generic_matrix(4, 2),
                     generic_matrix(4, 1), f, slope);
    gradients.decide();

    Question norms{vanishing_gradient::gradient_norms};
    norms.worked(in_the_text, text::norms, text::gradients);
    norms.worked("3 and 4", Vector{5.0, 13.0},
                 {{{{3.0, -4.0}}, {7.0, 1.0}}, {{{-5.0}, {12.0}}, {9.0}}});
    norms.within(1e-10, 0.0);
    for (const auto& units :
         {deep(2, 3), deep(5, 4), deep(12, 2), std::vector<std::size_t>{1, 1, 5, 2, 3}}) {
        std::vector<Layer> layers = generic_layers(units);
        Vector expected = xt::zeros<double>({layers.size()});
        double size = 1.0;
        for (std::size_t l = layers.size(); l-- > 0; size *= 0.02) {
            // As small as the gradients of a deep net.
            layers[l].W *= size;
            layers[l].b *= size;
            oracle::Long sum = 0;
            for (double entry : layers[l].W)
                sum += oracle::Long(entry) * entry;
            expected(l) = static_cast<double>(sqrt(sum));
        }
        norms.expect("gradients that vanish", expected, layers);
    }
    norms.expect("a gradient of 0", Vector{0.0}, {{{{0.0, 0.0}}, {0.0, 1.0}}});
    norms.expect("a gradient that is NaN", Vector{no_number, 2.0},
                 {{{{1.0, no_number}}, {0.0, 0.0}}, {{{2.0}}, {3.0}}});
    norms.throws("no layers", {});
    norms.decide();
}

namespace {

/// Slopes that a table gives: the fraction must not depend on what f is.
MatrixFunction slopes_in_steps()
{
    return [](const Matrix& Z) {
        Matrix slopes = Z;
        for (double& z : slopes)
            z = z > 1.0 ? 0.125 : z > 0.0 ? 1.0 : z > -1.0 ? 0.5 : 0.0625;
        return slopes;
    };
}

} // namespace

BOOST_AUTO_TEST_CASE(
    saturated_fraction,
    *label("4.6") * points(2) *
        source("E: where the sigmoid is pressed to 0 or 1, nothing is learned") *
        hint("Saturated is what has hardly any slope. How many slopes of the layer are below the "
             "threshold?") *
        hint("A fraction: their number, divided by all entries of that layer's matrix.") *
        hint("f_slope(Z[l]) < threshold gives a truth for every entry; xt::where turns it into 1 "
             "and "
             "0, and xt::mean(…)() is the fraction."))
{
    Question question{vanishing_gradient::saturated_fraction};
    question.worked("the two layers of the text, threshold 0.1", Vector{1.0 / 3.0, 0.5},
                    {{{0.0, 2.0, -3.0}, {5.0, 0.5, -1.0}}, {{-2.5, 2.0}}},
                    slope_of(oracle::Sigmoid{}), 0.1);
    for (int draw : draws(4)) {
        std::vector<Matrix> Z;
        Vector expected = xt::zeros<double>({std::size_t{3}});
        const double threshold = judging::random().uniform(0.1, 0.15);
        for (std::size_t l = 0; l < 3; ++l) {
            Z.push_back(2.5 * generic_matrix(4 + 3 * l, l == 1 ? 3 : 5 - 2 * l));
            std::size_t count = 0;
            for (double z : Z[l])
                count += draw % 2 == 0 ? judging::slope(oracle::Sigmoid{}, z) < threshold
                                       : judging::slope(oracle::Tanh{}, z) < threshold;
            expected(l) = static_cast<double>(count) / static_cast<double>(Z[l].size());
        }
        question.expect(draw % 2 == 0 ? "random sums, sigmoid" : "random sums, tanh", expected, Z,
                        draw % 2 == 0 ? slope_of(oracle::Sigmoid{}) : slope_of(oracle::Tanh{}),
                        threshold);
    }
    question.expect("ReLU: half of these sums are below 0", Vector{0.5, 0.25},
                    {{{-1.0, 0.5}, {2.0, -0.25}}, {{0.125, -3.0, 4.0, 5.0}}},
                    slope_of(oracle::Relu{}), 0.5);
    question.expect("one row, and one column", Vector{0.75, 1.0 / 3.0},
                    {{{-1.0, -0.5, 2.0, -0.25}}, {{0.125}, {-3.0}, {4.0}}},
                    slope_of(oracle::Relu{}), 0.5);
    question.expect("a slope that equals the threshold is not below it", Vector{0.2},
                    {{{2.0, -2.0, 0.5, -0.5, 3.0}}}, slopes_in_steps(), 0.125);
    question.expect("a slope that is NaN is not below it", Vector{0.5}, {{{no_number, 9.0}}},
                    slope_of(oracle::Sigmoid{}), 0.1);
    question.expect("no layers, no fractions", Vector{}, {}, slope_of(oracle::Sigmoid{}), 0.1);
    question.throws("a layer without rows", {Matrix(xt::zeros<double>({0, 3}))},
                    slope_of(oracle::Sigmoid{}), 0.1);
    question.throws("threshold 0", {generic_matrix(2, 2)}, slope_of(oracle::Sigmoid{}), 0.0);
    question.throws("threshold −0.1", {generic_matrix(2, 2)}, slope_of(oracle::Sigmoid{}), -0.1);
    question.throws("threshold NaN", {generic_matrix(2, 2)}, slope_of(oracle::Sigmoid{}),
                    no_number);
    question.decide();
}

BOOST_AUTO_TEST_CASE(
    exploding,
    *label("4.7") * points(2) *
        source(
            "A, B: the farther from the output, the smaller; E: initial weights drawn too wide") *
        hint("From the last layer to the first there are L − 1 steps, not L. What do their factors "
             "come to when all are multiplied?") *
        hint("(n1/n2) · (n2/n3) · … = n1/nL: all norms in between cancel. The mean of factors is "
             "the (L − 1)-th root of their product.") *
        hint("std::pow(norms(0) / norms(L − 1), 1.0 / (L − 1)). Scaling: W times the factor, b as "
             "it "
             "is."))
{
    Question scaled{vanishing_gradient::scaled};
    scaled.worked("weights twice as large, as in the text",
                  {{{{1.6, -1.0}, {0.6, 1.8}}, {0.1, -0.2}}, {{{1.4}, {-2.2}}, {0.25}}},
                  {text::layers[0], text::layers[2]}, 2.0);
    for (const auto& units : {deep(1, 2), deep(3, 4), deep(6, 2)}) {
        const std::vector<Layer> layers = generic_layers(units);
        const double factor = 3.0 * generic();
        std::vector<Layer> expected = layers;
        for (Layer& layer : expected)
            for (double& w : layer.W)
                w *= factor;
        scaled.expect("random layers", expected, layers, factor);
    }
    scaled.expect("a factor below 0", {{{{-4.0}, {-6.0}}, {0.5}}}, {{{{2.0}, {3.0}}, {0.5}}}, -2.0);
    scaled.expect("no layers", {}, {}, 2.0);
    scaled.expect("factor 0", {{{{0.0}, {0.0}}, {0.5}}}, {{{{2.0}, {3.0}}, {0.5}}}, 0.0);
    scaled.throws("factor NaN", generic_layers({2, 1}), no_number);
    scaled.throws("factor ∞", generic_layers({2, 1}), infinity);
    scaled.decide();

    Question factor{vanishing_gradient::factor_per_layer};
    factor.worked(in_the_text, text::factor, text::norms);
    factor.worked("1, 2 and 16, as in the text", 0.25, Vector{1.0, 2.0, 16.0});
    factor.worked("8, 4, 1 and 1, as in the text", 2.0, Vector{8.0, 4.0, 1.0, 1.0});
    factor.within(1e-10, 0.0);
    for (std::size_t layers : {2u, 3u, 5u, 9u, 51u}) {
        Vector norms = xt::zeros<double>({layers});
        oracle::Long product = 1;
        double norm = judging::random().uniform(0.5, 2.0);
        for (std::size_t l = layers; l-- > 0;) {
            norms(l) = norm;
            if (l + 1 < layers)
                product *= oracle::Long(norms(l)) / norms(l + 1);
            norm *= judging::random().uniform(0.05, layers % 2 == 0 ? 0.6 : 5.0);
        }
        // The factor that, taken L − 1 times, gives the product.
        const double expected =
            static_cast<double>(exp(log(product) / static_cast<double>(layers - 1)));
        factor.expect("random norms", expected, norms);
    }
    factor.throws("one norm", Vector{2.0});
    factor.throws("no norms", Vector{});
    factor.throws("a norm of 0", Vector{1.0, 0.0, 2.0});
    factor.throws("a norm below 0", Vector{1.0, -1.0});
    factor.throws("a norm that is NaN", Vector{1.0, no_number, 2.0});
    factor.throws("a norm that is ∞", Vector{infinity, 2.0});
    factor.decide();
}

namespace {

Matrix signs(std::size_t rows)
{
    Matrix T = xt::ones<double>({rows, std::size_t{1}});
    for (std::size_t n = 0; n < rows; ++n)
        T(n, 0) = n == 0 || (n > 1 && judging::random().uniform(0.0, 1.0) < 0.4) ? -1.0 : 1.0;
    return T;
}

template <class F>
void ask_for_training(decltype(Question{vanishing_gradient::train})& question,
                      const std::string& where, const std::vector<std::size_t>& units,
                      std::size_t N, const F& f, std::size_t epochs)
{
    const Case c = generic_case(units, N, f);
    const double eta = judging::random().uniform(0.1, 0.3);
    question.expect(where, oracle::descent(c.layers, c.X, c.T, f, eta, epochs), c.layers, c.X, c.T,
                    of_each(f), slope_of(f), eta, epochs);
}

/// Every epoch counts: those without an error left, and those after the error has risen.
void ask_where_one_might_stop(decltype(Question{vanishing_gradient::train})& question)
{
    const oracle::Sigmoid f;
    const Case c = generic_case({2, 3, 2}, 4, f);
    const Matrix& perfect = c.pass.H.back();
    question.expect("three epochs with no error from the start",
                    Training{c.layers, {0.0, 0.0, 0.0}}, c.layers, c.X, perfect, of_each(f),
                    slope_of(f), 0.2, 3);
    const Matrix nearly = perfect + 1e-4;
    const Training slow = oracle::descent(c.layers, c.X, nearly, f, 1e-3, 3);
    question.expect("three epochs in which hardly anything changes", slow, c.layers, c.X, nearly,
                    of_each(f), slope_of(f), 1e-3, 3);
    for (double eta = 1.0; eta < 100.0; eta *= 1.5) {
        const Training wild = oracle::descent(c.layers, c.X, c.T, f, eta, 3);
        if (wild.error_per_epoch[1] > 1.5 * wild.error_per_epoch[0]) {
            question.expect("three epochs, and the error rises", wild, c.layers, c.X, c.T,
                            of_each(f), slope_of(f), eta, 3);
            return;
        }
    }
    throw std::logic_error("no learning rate makes the error rise");
}

} // namespace

BOOST_AUTO_TEST_CASE(
    learning_or_not,
    *label("4.8") * points(4) *
        source("A, B: with the sigmoid learning fails; C: fast with ReLU; E: vanishing gradient") *
        hint("Output and target have the same sign exactly when their product is above 0.") *
        hint("In each epoch: forward and record the error, then all gradients, then all updates.") *
        hint("The error is 0.5 * xt::sum(xt::square(Y − T))() / N; then W −= η ∂E/∂W and "
             "b −= η ∂E/∂b in every layer."))
{
    Question accuracy{vanishing_gradient::accuracy};
    accuracy.worked("the five rows of the text", 0.4, Matrix{{0.3}, {-1.7}, {0.9}, {0.0}, {-0.2}},
                    Matrix{{1.0}, {-1.0}, {-1.0}, {-1.0}, {1.0}});
    for (std::size_t N : {1u, 5u, 8u, 13u, 20u, 40u}) {
        const std::size_t units = 1 + N % 3;
        const Matrix outputs = (N % 2 == 1 ? 3.0 : 1.0) * generic_matrix(N, units);
        Matrix T = signs(N * units);
        T.reshape({N, units});
        std::size_t right = 0;
        for (std::size_t i = 0; i < outputs.size(); ++i)
            right += std::signbit(outputs.flat(i)) == std::signbit(T.flat(i));
        accuracy.expect("random outputs",
                        static_cast<double>(right) / static_cast<double>(outputs.size()), outputs,
                        T);
    }
    accuracy.expect("one row of five outputs", 0.6, Matrix{{0.5, 2.0, -0.3, -1.5, 0.1}},
                    Matrix{{1.0, 1.0, 1.0, -1.0, -1.0}});
    accuracy.expect("an output of 0 is on neither side", 0.25, Matrix{{0.0}, {0.0}, {0.5}, {-0.5}},
                    Matrix{{1.0}, {-1.0}, {1.0}, {1.0}});
    accuracy.expect("an output that is NaN is on neither side", 0.0,
                    Matrix{{no_number}, {no_number}}, Matrix{{1.0}, {-1.0}});
    accuracy.throws("one target for three outputs", generic_matrix(3, 1), Matrix{{1.0}});
    accuracy.throws("targets as a row", generic_matrix(3, 1), Matrix{{1.0, -1.0, 1.0}});
    accuracy.throws("no outputs", Matrix(xt::zeros<double>({0, 1})),
                    Matrix(xt::zeros<double>({0, 1})));
    accuracy.decide();

    Question train{vanishing_gradient::train};
    train.worked("one epoch on the network of the text", Training{text::updated, {text::error}},
                 text::layers, text::X, text::T, of_each(oracle::Sigmoid{}),
                 slope_of(oracle::Sigmoid{}), text::eta, 1);
    ask_for_training(train, "4 epochs, 2-3-1, sigmoid", {2, 3, 1}, 5, oracle::Sigmoid{}, 4);
    ask_for_training(train, "3 epochs, 3-2-2-2, tanh", {3, 2, 2, 2}, 4, oracle::Tanh{}, 3);
    ask_for_training(train, "3 epochs, 2-4-4-1, ReLU", {2, 4, 4, 1}, 6, oracle::Relu{}, 3);
    ask_for_training(train, "2 epochs, 1-2-4, tanh, one row", {1, 2, 4}, 1, oracle::Tanh{}, 2);
    ask_for_training(train, "5 epochs, 5 hidden layers, arctan", deep(5, 3), 4, oracle::Arctan{},
                     5);
    const MatrixFunction f = of_each(oracle::Sigmoid{});
    const MatrixFunction slope = slope_of(oracle::Sigmoid{});
    const std::vector<Layer> start = generic_layers({2, 3, 1});
    const Matrix X = generic_matrix(4, 2);
    const Matrix T = generic_matrix(4, 1);
    train.expect("no epochs", Training{start, {}}, start, X, T, f, slope, 0.2, 0);
    ask_where_one_might_stop(train);
    train.throws("no epochs, but targets of one row for four", start, X, generic_matrix(1, 1), f,
                 slope, 0.2, 0);
    train.throws("learning rate 0", start, X, T, f, slope, 0.0, 1);
    train.throws("learning rate −0.1", start, X, T, f, slope, -0.1, 1);
    train.throws("learning rate NaN", start, X, T, f, slope, no_number, 1);
    train.throws("an empty network", {}, X, T, f, slope, 0.2, 1);
    train.decide();
}

BOOST_AUTO_TEST_CASE(
    what_each_layer_has_learned,
    *label("4.9") * points(2) * source("E: the weights near the input learn least") *
        hint("How far is W_after from W_before? The norm of step 4.5, of their difference.") *
        hint("A layer with large weights moves more for the same effect: divide by the norm of its "
             "weights at the start.") *
        hint("std::sqrt of xt::sum(xt::square(after[l].W − before[l].W))() over "
             "xt::sum(xt::square(before[l].W))()."))
{
    Question question{vanishing_gradient::weight_change};
    question.worked("one epoch on the network of the text, η = 0.5", text::change, text::layers,
                    text::updated);
    question.worked("3 and 4 of 10", Vector{0.5}, {{{{6.0, 8.0}}, {1.0, 1.0}}},
                    {{{{9.0, 4.0}}, {2.0, 2.0}}});
    question.within(1e-9, 0.0);
    for (const auto& units :
         {deep(1, 3), deep(3, 3), deep(8, 2), std::vector<std::size_t>{1, 1, 5, 2, 3}}) {
        const std::vector<Layer> before = generic_layers(units);
        std::vector<Layer> after = before;
        Vector expected = xt::zeros<double>({before.size()});
        double size = 0.7;
        for (std::size_t l = before.size(); l-- > 0; size *= 0.5) {
            oracle::Long moved = 0;
            oracle::Long began = 0;
            for (std::size_t i = 0; i < after[l].W.size(); ++i) {
                after[l].W.flat(i) += size * generic();
                const oracle::Long way = oracle::Long(after[l].W.flat(i)) - before[l].W.flat(i);
                moved += way * way;
                began += oracle::Long(before[l].W.flat(i)) * before[l].W.flat(i);
            }
            for (double& b : after[l].b)
                b += size * generic();
            expected(l) = static_cast<double>(sqrt(moved / began));
        }
        question.expect("random layers, moved", expected, before, after);
    }
    const std::vector<Layer> layers = generic_layers({2, 2, 1});
    question.expect("layers that stayed", Vector{0.0, 0.0}, layers, layers);
    question.throws("two layers before, one after", layers, {layers[0]});
    std::vector<Layer> other = layers;
    other[1].W = generic_matrix(1, 1);
    question.throws("a layer of another shape", layers, other);
    std::vector<Layer> zero = layers;
    zero[0].W.fill(0.0);
    question.throws("weights that were all 0", zero, layers);
    question.decide();
}
