/// @file
/// The graded steps of chapter 3. Expected numbers are either worked out by hand in the
/// chapter's text (the 2-2-2 example with inputs 0.6 and −0.4) or come from oracle.hpp.
#include "judging/judge/generic.hpp"
#include "judging/judge/step.hpp"

#include "backprop.hpp"
#include "functions.hpp"
#include "oracle.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>
#include <numeric>
#include <set>
#include <string>
#include <utility>
#include <vector>

using namespace judging;
using backprop::Activations;
using backprop::Layer;
using backprop::LinearUnit;
using backprop::Network;
using backprop::Training;
using workbook::Matrix;
using workbook::Vector;

namespace oracle = backprop::oracle;

namespace {

Layer generic_layer(std::size_t inputs, std::size_t units)
{
    return {generic_matrix(inputs, units), generic_vector(units)};
}

/// Layers with these numbers of units, the inputs first.
std::vector<Layer> generic_layers(const std::vector<std::size_t>& units)
{
    std::vector<Layer> layers;
    for (std::size_t l = 1; l < units.size(); ++l)
        layers.push_back(generic_layer(units[l - 1], units[l]));
    return layers;
}

Vector targets(std::size_t n)
{
    return judging::random().uniform_vector(n, 0.05, 0.95);
}

Matrix target_matrix(std::size_t rows, std::size_t columns)
{
    return judging::random().uniform_matrix(rows, columns, 0.05, 0.95);
}

/// A random network on a random example, and everything the chapter derives about it.
oracle::Example generic_example(std::size_t inputs = 2, std::size_t hidden = 2,
                                std::size_t outputs = 2)
{
    return oracle::example({generic_layer(inputs, hidden), generic_layer(hidden, outputs)},
                           generic_vector(inputs), targets(outputs));
}

/// Networks of other sizes: a row taken for a column does not fit, and each size is 1 once.
struct Uneven {
    std::string where;
    oracle::Example e;
};

std::vector<Uneven> uneven_examples()
{
    return {{"a random 3-4-2 network", generic_example(3, 4, 2)},
            {"a random 2-3-1 network", generic_example(2, 3, 1)},
            {"a random 1-2-4 network", generic_example(1, 2, 4)},
            {"a random 4-1-3 network", generic_example(4, 1, 3)},
            {"a random 1-1-1 network", generic_example(1, 1, 1)}};
}

/// The example of the text. Every number below is worked out there, to 12 decimals.
namespace text {

const Network net{{{{0.7, -0.8}, {-0.3, 0.5}}, {0.2, -0.1}},
                  {{{-0.9, 0.6}, {0.4, -0.5}}, {0.3, -0.2}}};
const Vector x{0.6, -0.4};
const Vector y_t{0.9, 0.2};
const Vector z_h{0.74, -0.78};
const Vector y_h{0.676995856239, 0.314319886062};
const Vector slope_h{0.218672466874, 0.215522895288};
const Vector y_o{0.454236358202, 0.512256936606};
const Vector slope_o{0.247905689089, 0.249849767505};
const Activations a{y_h, y_o};
const double error = 0.148104809403;
const Vector delta_o{-0.110507342791, 0.078017323013};
const Layer output{{{-0.074813013153, 0.052817404394}, {-0.034734655395, 0.024522396080}}, delta_o};
const Vector delta_h{0.031984566220, -0.017934004657};
const Layer hidden{{{0.019190739732, -0.010760402794}, {-0.012793826488, 0.007173601863}}, delta_h};
const double eta = 0.5;
const Network updated{{{{0.690404630134, -0.794619798603}, {-0.293603086756, 0.496413199069}},
                       {0.184007716890, -0.091032997672}},
                      {{{-0.862593493423, 0.573591297803}, {0.417367327698, -0.512261198040}},
                       {0.355253671395, -0.239008661506}}};

} // namespace text

const char* const in_the_text = "the worked example of the text";

} // namespace

BOOST_AUTO_TEST_CASE(
    descent_on_one_weight,
    *label("3.1") * points(2) *
        source("A, B: goal of the error's way back; exercise Dense(1, input_dim=2); D: descent") *
        hint("The slope says which way is up. Which way do you want to go?") *
        hint("New weight = old weight minus learning rate times slope. For the linear unit find "
             "both slopes at the old place first, then move w and b.") *
        hint("The miss of row n is y_n − t_n. ∂E/∂w_i is the mean of miss times x_i over the rows, "
             "∂E/∂b the mean of the misses; with matrices Xᵀ (y − t) / N."))
{
    Question descend{backprop::descend};
    descend.worked("w = 5, slope 6, η = 0.1, as in the text", 4.4, 5.0, 6.0, 0.1);
    for ([[maybe_unused]] int draw : draws(10)) {
        const double w = generic(), slope = generic();
        const double eta = judging::random().uniform(0.1, 0.6);
        // Where the tangent has fallen by η slope², as seen from w.
        descend.expect("random weight and slope", std::fma(-eta, slope, w), w, slope, eta);
    }
    descend.decide();

    Question slope{backprop::parabola_slope};
    slope.worked("w = 5 beside the lowest point 2, as in the text", 6.0, 5.0, 2.0);
    for ([[maybe_unused]] int draw : draws(10)) {
        const double w = generic(), w_best = 3.0 * generic();
        const auto parabola = [&](const auto& p) { return (p[0] - w_best) * (p[0] - w_best); };
        slope.expect("random parabola", oracle::slopes(parabola, Vector{w})(0), w, w_best);
    }
    slope.decide();

    Question linear{backprop::descend_linear};
    linear.worked("the three rows of the text", LinearUnit{{0.73, -0.10875}, 0.1575},
                  LinearUnit{{0.5, -0.25}, 0.1}, Matrix{{1.0, 2.0}, {3.0, -1.0}, {-2.0, 0.5}},
                  Vector{1.0, 2.0, -1.5}, 0.3);
    for (const auto& [rows, width] : {std::pair{3u, 2u},
                                      {5u, 2u},
                                      {7u, 1u},
                                      {1u, 2u},
                                      {4u, 3u},
                                      {2u, 5u},
                                      {3u, 3u},
                                      {1u, 1u}}) {
        const std::size_t N = rows, inputs = width;
        const std::vector<Layer> unit = generic_layers({inputs, 1});
        const Matrix X = generic_matrix(N, inputs);
        const Matrix T = generic_matrix(N, 1);
        const double eta = judging::random().uniform(0.1, 0.6);
        const auto moved =
            oracle::moved(unit, oracle::gradients(unit, X, T, oracle::Identity{}), eta)[0];
        linear.expect(
            "random rows, N = " + std::to_string(N) + ", inputs: " + std::to_string(inputs),
            LinearUnit{oracle::vector_of({moved.W.begin(), moved.W.end()}), moved.b(0)},
            LinearUnit{oracle::vector_of({unit[0].W.begin(), unit[0].W.end()}), unit[0].b(0)}, X,
            oracle::vector_of({T.begin(), T.end()}), eta);
    }
    linear.decide();
}

BOOST_AUTO_TEST_CASE(
    error, *label("3.2") * points(1) * source("A, B: error formula") *
               hint("Start with one output: how far is it from its target, and why the square?") *
               hint("Square each difference, add them up, and halve the sum once.") *
               hint("xt::sum(…)() turns a sum into a number; xt::square squares every entry."))
{
    Question question{backprop::error};
    question.worked(in_the_text, text::error, text::y_o, text::y_t);
    question.worked("three outputs of the text", 0.1875, Vector{0.5, 0.25, 0.75},
                    Vector{1.0, 0.0, 0.5});
    for (std::size_t n : {2u, 3u, 1u, 4u, 5u}) {
        const Vector y_o = targets(n), y_t = targets(n);
        question.expect(std::to_string(n) + " random outputs",
                        oracle::half_squared_distance(oracle::numbers(y_o), oracle::numbers(y_t)),
                        y_o, y_t);
    }
    question.decide();
}

BOOST_AUTO_TEST_CASE(
    sigma_and_its_slope,
    *label("3.3") * points(2) * source("A, B: sigmoid function and its derivative") *
        hint("Write σ so that neither ±1000 gives infinity over infinity.") *
        hint("Differentiate (1 + e^−z)^−1 and split the result into two factors.") *
        hint("σ′(z) = σ(z) (1 − σ(z)). With y = σ(z) in hand the exponential is not needed again."))
{
    const double ln3 = 1.0986122886681098;

    Question sigmoid{backprop::sigmoid};
    sigmoid.worked(in_the_text, text::y_h, text::z_h);
    sigmoid.worked("ln 3, −ln 3 and 0", Vector{0.75, 0.25, 0.5}, Vector{ln3, -ln3, 0.0});
    for (std::size_t n : {1u, 2u, 3u, 4u}) {
        const Vector z = 2.0 * generic_vector(n);
        sigmoid.expect("random sums", oracle::each(oracle::Sigmoid{}, z), z);
    }
    sigmoid.expect("far out", Vector{1.0, 0.0}, Vector{1000.0, -1000.0});
    sigmoid.expect("far out beside an ordinary sum", Vector{0.0, 0.75, 1.0},
                   Vector{-1000.0, ln3, 1000.0});
    sigmoid.within(1e-12);
    for (double size : {12.0, 20.5, 23.0, 26.0}) {
        const Vector z{-size, size};
        sigmoid.expect("σ(±" + to_text(size) + "), not yet 0 and 1",
                       oracle::each(oracle::Sigmoid{}, z), z);
    }
    sigmoid.decide();

    Question from_z{backprop::sigmoid_slope};
    from_z.worked(in_the_text, text::slope_h, text::z_h);
    from_z.worked("ln 3 and 0", Vector{0.1875, 0.25}, Vector{ln3, 0.0});
    for (std::size_t n : {1u, 2u, 3u, 4u}) {
        const Vector z = 2.0 * generic_vector(n);
        const auto sum = [](const auto& at) {
            auto total = oracle::Sigmoid{}(at[0]);
            for (std::size_t i = 1; i < at.size(); ++i)
                total += oracle::Sigmoid{}(at[i]);
            return total;
        };
        from_z.expect("random sums", oracle::slopes(sum, z), z);
    }
    from_z.expect("far out, where the slope is 0", Vector{0.0, 0.25, 0.0},
                  Vector{-1000.0, 0.0, 1000.0});
    from_z.decide();

    Question from_output{backprop::sigmoid_slope_from_output};
    from_output.worked(in_the_text, text::slope_o, text::y_o);
    from_output.worked("y = 3/4 and 1/2", Vector{0.1875, 0.25}, Vector{0.75, 0.5});
    for (std::size_t n : {1u, 2u, 3u, 4u}) {
        const Vector y = targets(n);
        Vector slopes = y;
        for (double& value : slopes)
            value = slope(oracle::Sigmoid{}, std::log(value / (1.0 - value)));
        from_output.expect("random outputs", slopes, y);
    }
    from_output.expect("outputs at the ends", Vector{0.0, 0.0}, Vector{0.0, 1.0});
    from_output.decide();
}

BOOST_AUTO_TEST_CASE(
    forward_pass,
    *label("3.4") * points(2) * source("A, B: forward pass") *
        hint("One unit first: which weights lead into yh1, and in which row or column of W1 are "
             "they?") *
        hint("Weights into unit j stand in column j of W, so x W as a product of a matrix and a "
             "vector is Wᵀ x.") *
        hint("yh = σ(W1ᵀ x + b1), then yo = σ(W2ᵀ yh + b2); return both."))
{
    Question question{backprop::forward};
    question.worked(in_the_text, text::a, text::net, text::x);
    for ([[maybe_unused]] int draw : draws(10)) {
        const oracle::Example e = generic_example();
        question.expect("a random 2-2-2 network", e.a, e.net, e.x);
    }
    for (const auto& [where, e] : uneven_examples())
        question.expect(where, e.a, e.net, e.x);
    question.decide();
}

BOOST_AUTO_TEST_CASE(
    output_delta,
    *label("3.5") * points(3) * source("A, B: update of the output layer; B: delta rule") *
        hint("Two links of the chain: from the error to yo, and from yo to its weighted sum.") *
        hint("∂E/∂yo comes from ½ (yt − yo)²: mind the inner derivative. ∂yo/∂zo is the slope of "
             "the sigmoid, at the output unit.") *
        hint("δo = (yo − yt) · yo (1 − yo), entry by entry."))
{
    Question question{backprop::output_delta};
    question.worked(in_the_text, text::delta_o, text::a, text::y_t);
    for ([[maybe_unused]] int draw : draws(20)) {
        const oracle::Example e = generic_example();
        question.expect("random 2-2-2 network and targets", e.delta_o, e.a, e.y_t);
    }
    for (const auto& [where, e] : uneven_examples())
        question.expect(where + " and targets", e.delta_o, e.a, e.y_t);
    question.decide();
}

BOOST_AUTO_TEST_CASE(
    output_gradients,
    *label("3.6") * points(2) * source("A, B: update of w31") *
        hint("The last link of the chain: how does the weighted sum of an output change with one "
             "weight? With its bias?") *
        hint("∂z_k/∂W(j, k) = yh_j, and ∂z_k/∂b_k = 1; each times δo_k.") *
        hint("A row per hidden unit, a column per output: outer(yh, δo). The bias gets δo itself."))
{
    Question question{backprop::output_gradients};
    question.worked(in_the_text, text::output, text::delta_o, text::y_h);
    for ([[maybe_unused]] int draw : draws(10)) {
        const oracle::Example e = generic_example();
        question.expect("a random 2-2-2 network", e.output, e.delta_o, e.a.y_h);
    }
    for (const auto& [where, e] : uneven_examples())
        question.expect(where, e.output, e.delta_o, e.a.y_h);
    question.decide();
}

BOOST_AUTO_TEST_CASE(
    hidden_delta,
    *label("3.7") * points(4) *
        source("B: update of the hidden layer (its first page slips, erratum 1; the next two "
               "are right)") *
        hint("yh1 acts on the error along two paths, one through each output. What happens to the "
             "slopes of two paths?") *
        hint("From yh1 to the sum of output 1 the slope is w31, to that of output 2 it is w41; not "
             "the outputs. Then one more link, through the hidden sigmoid.") *
        hint("δh = (W2 δo) · yh (1 − yh), entry by entry: δh1 = (δo1 w31 + δo2 w41) yh1 (1 − yh1), "
             "with the weights of the forward pass."))
{
    Question question{backprop::hidden_delta};
    question.worked(in_the_text, text::delta_h, text::net, text::a, text::delta_o);
    for ([[maybe_unused]] int draw : draws(20)) {
        const oracle::Example e = generic_example();
        question.expect("a random 2-2-2 network", e.delta_h, e.net, e.a, e.delta_o);
    }
    for (const auto& [where, e] : uneven_examples())
        question.expect(where, e.delta_h, e.net, e.a, e.delta_o);
    question.decide();
}

BOOST_AUTO_TEST_CASE(
    hidden_gradients,
    *label("3.8") * points(2) * source("B: update of w11") *
        hint("The same last link as in step 3.6. What comes into the hidden layer?") *
        hint("∂E/∂W1(i, j) = x_i δh_j.") * hint("outer(x, δh) for the weights, δh for the biases."))
{
    Question question{backprop::hidden_gradients};
    question.worked(in_the_text, text::hidden, text::delta_h, text::x);
    for ([[maybe_unused]] int draw : draws(10)) {
        const oracle::Example e = generic_example();
        question.expect("a random 2-2-2 network", e.hidden, e.delta_h, e.x);
    }
    for (const auto& [where, e] : uneven_examples())
        question.expect(where, e.hidden, e.delta_h, e.x);
    question.decide();
}

BOOST_AUTO_TEST_CASE(
    one_update_of_all_weights,
    *label("3.9") * points(3) * source("A, B: w(t+1) = w(t) − ∂E/∂w; B: the two updates") *
        hint("Everything you need is written already: steps 3.4 to 3.8, in this order.") *
        hint("Finish all gradients before the first weight moves: the hidden delta needs the old "
             "output weights.") *
        hint("Four subtractions at the end, W and b of both layers: new = old − η · gradient."))
{
    Question question{backprop::update};
    question.worked(in_the_text, text::updated, text::net, text::x, text::y_t, text::eta);
    std::vector<Uneven> examples = uneven_examples();
    for ([[maybe_unused]] int draw : draws(9))
        examples.push_back({"a random 2-2-2 network", generic_example()});
    for (const auto& [where, e] : examples) {
        const double eta =
            judging::random().uniform(0.2, 0.8) * (judging::random().index(2) == 0 ? 1.0 : 5.0);
        const auto moved = oracle::moved({e.net.hidden, e.net.output}, {e.hidden, e.output}, eta);
        question.expect(where, Network{moved[0], moved[1]}, e.net, e.x, e.y_t, eta);
    }
    question.decide();
}

namespace {

using MatrixFunction = std::function<Matrix(const Matrix&)>;

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

template <class F>
void ask_for_gradients(decltype(Question{backprop::gradients})& question, const std::string& where,
                       const std::vector<std::size_t>& units, std::size_t N, const F& f)
{
    const std::vector<Layer> layers = generic_layers(units);
    const Matrix X = generic_matrix(N, units.front());
    const Matrix T = target_matrix(N, units.back());
    question.expect(where, oracle::gradients(layers, X, T, f), layers, X, T, of_each(f),
                    slope_of(f));
}

} // namespace

BOOST_AUTO_TEST_CASE(
    the_general_rule,
    *label("3.10") * points(5) * source("D: deep networks; B: delta rule") *
        hint("Forward through all layers first; keep every Z and every H. H of layer 0 is X.") *
        hint("Start at the end: Δ = (Y − T) ∘ f′(Z) / N. One layer back: Δ Wᵀ, times f′ of that "
             "layer's Z, entry by entry.") *
        hint("Gradient of layer l: W gets H_(l−1)ᵀ Δ_l, b the sum of the rows of Δ_l "
             "(xt::sum(delta, {0})). Divide by N once."))
{
    Question question{backprop::gradients};
    question.worked("the 2-2-2 example of the text as a batch of one", {text::hidden, text::output},
                    {text::net.hidden, text::net.output}, oracle::one_row(text::x),
                    oracle::one_row(text::y_t), of_each(oracle::Sigmoid{}),
                    slope_of(oracle::Sigmoid{}));
    ask_for_gradients(question, "2-3-2, tanh, 5 rows", {2, 3, 2}, 5, oracle::Tanh{});
    ask_for_gradients(question, "2-2-2, arctan, 4 rows", {2, 2, 2}, 4, oracle::Arctan{});
    ask_for_gradients(question, "3-2-4-1, softplus, 3 rows", {3, 2, 4, 1}, 3, oracle::Softplus{});
    ask_for_gradients(question, "one layer 3-2, sigmoid, 6 rows", {3, 2}, 6, oracle::Sigmoid{});
    ask_for_gradients(question, "2-3-3-2-3, tanh, 4 rows", {2, 3, 3, 2, 3}, 4, oracle::Tanh{});
    ask_for_gradients(question, "2-4-2, softplus, 7 rows", {2, 4, 2}, 7, oracle::Softplus{});
    ask_for_gradients(question, "1-3-2, tanh, 1 row", {1, 3, 2}, 1, oracle::Tanh{});
    ask_for_gradients(question, "4-1-1-3, arctan, 2 rows", {4, 1, 1, 3}, 2, oracle::Arctan{});
    question.decide();
}

namespace {

/// A function of the parameters that remembers where it was asked.
struct Observed {
    std::function<double(const Vector&)> E;
    std::shared_ptr<std::vector<Vector>> asked = std::make_shared<std::vector<Vector>>();

    std::function<double(const Vector&)> function() const
    {
        return [*this](const Vector& p) {
            asked->push_back(p);
            return E(p);
        };
    }
};

/// What the points at which E was asked say about the method.
struct Method {
    std::size_t one_sided = 0;    ///< parameters that were moved to one side only
    bool several_at_once = false; ///< some point has more than one parameter moved
    bool always_all = true;       ///< every point has all of them moved
    double h = std::numeric_limits<double>::infinity(); ///< the smallest move
    bool stays = true;                                  ///< every point is p, to the last digit
};

Method method_of(const std::vector<Vector>& asked, const Vector& p)
{
    Method method;
    std::vector<std::set<int>> sides(p.size());
    for (const Vector& point : asked) {
        std::size_t moved = 0;
        for (std::size_t i = 0; i < p.size() && point.size() == p.size(); ++i) {
            const double move = point(i) - p(i);
            method.stays &= move == 0.0;
            // Moved there and back, a number may be a rounding off: that is no move.
            if (std::abs(move) <= 1e-15 * std::max(1.0, std::abs(p(i))))
                continue;
            ++moved;
            sides[i].insert(move > 0.0 ? 1 : -1);
            method.h = std::min(method.h, std::abs(move));
        }
        method.several_at_once |= moved > 1;
        if (moved > 0)
            method.always_all &= moved == p.size();
    }
    for (const std::set<int>& side : sides)
        method.one_sided += side.size() == 1;
    return method;
}

/// Whether got = factor · expected to 1e-3 in every entry.
bool is_multiple(const Vector& got, const Vector& expected, double factor)
{
    for (std::size_t i = 0; i < got.size(); ++i)
        if (!(std::abs(got(i) - factor * expected(i)) <= 1e-3 * std::abs(factor * expected(i))))
            return false;
    return std::isfinite(factor);
}

/// What is wrong with a numerical gradient; names the mistake if it can be seen.
std::string complaint_about(const Vector& got, const Vector& expected, const Vector& p,
                            const std::vector<Vector>& asked)
{
    if (got.size() != p.size())
        return "the gradient must have an entry for each of the " + std::to_string(p.size()) +
               " parameters";
    std::size_t worst = p.size();
    double worst_miss = 1.0;
    for (std::size_t i = 0; i < p.size(); ++i) {
        const double allowed = 1e-6 * std::max(1.0, std::abs(expected(i)));
        const double miss = std::abs(got(i) - expected(i)) / allowed;
        if (!(miss <= worst_miss)) {
            worst = i;
            worst_miss = std::isnan(miss) ? std::numeric_limits<double>::infinity() : miss;
        }
    }
    const bool accurate = worst == p.size();
    const Method method = method_of(asked, p);
    const std::string h = "h is " + to_text(method.h, 3);
    const auto value = [&] {
        return "entry " + std::to_string(worst) + " is " + to_text(got(worst), 12) +
               ", the slope is " + to_text(expected(worst), 12);
    };

    if (method.several_at_once && method.always_all) {
        recognise("numerical_gradient.all_at_once");
        return "all parameters are moved together";
    }
    if (method.several_at_once) {
        recognise("numerical_gradient.not_moved_back");
        return "E was asked at a point where several parameters were moved";
    }
    if (method.one_sided > 0) {
        recognise("numerical_gradient.one_sided", h);
        return "E was asked on one side only of " + std::to_string(method.one_sided) + " of " +
               std::to_string(p.size()) + " parameters";
    }
    if (accurate)
        return "";
    if (is_multiple(got, expected, 2.0))
        recognise("numerical_gradient.divided_by_h");
    else if (is_multiple(got, expected, -1.0))
        recognise("numerical_gradient.sign");
    else if (method.stays && asked.size() > 1 &&
             std::any_of(got.begin(), got.end(), [](double slope) { return std::isnan(slope); }))
        recognise("numerical_gradient.h_is_zero");
    else if (std::isinf(method.h) && asked.size() > 1)
        recognise("numerical_gradient.h_too_small", "h is lost in the rounding of p + h");
    else if (is_multiple(got, expected, 2.0 * method.h))
        recognise("numerical_gradient.not_divided");
    else if (method.h < 1e-7)
        recognise("numerical_gradient.h_too_small", h);
    else if (method.h > 2e-4 && method.h < 10.0)
        recognise("numerical_gradient.h_too_large", h);
    return value();
}

template <class F>
void ask_for_slopes(decltype(Question{backprop::numerical_gradient})& question,
                    const std::string& where, const F& E, const Vector& p)
{
    const Observed observed{
        of_size(p.size(), [E](const Vector& at) { return E(oracle::numbers(at)); })};
    const Vector expected = oracle::slopes(E, p);
    question.accept(
        where,
        [expected, p, observed](const Vector& got) {
            const std::string complaint = complaint_about(got, expected, p, *observed.asked);
            observed.asked->clear();
            return complaint;
        },
        observed.function(), p);
}

} // namespace

BOOST_AUTO_TEST_CASE(
    a_gradient_checker,
    *label("3.11") * points(3) * source("D: the derivatives of E that descent needs") *
        hint(
            "A slope is rise over run. Which two points does the difference come from, and how far "
            "apart are they?") *
        hint("Move one parameter to p + h and p − h, all others as they were, and divide the "
             "difference by 2h.") *
        hint("Truncation grows like h², rounding like 1e-16/h: near h = 1e-5 both are small. Look "
             "at the figure in section 3.11."))
{
    Question question{backprop::numerical_gradient};
    for (std::size_t n : {4u, 3u, 6u}) {
        const Vector amplitude = generic_vector(n);
        const Vector frequency = 1.5 * generic_vector(n);
        const Vector tilt = 0.5 * generic_vector(n);
        // Waves, a steep rise along one direction, and every pair of neighbours bound together.
        const auto E = [=](const auto& p) {
            using std::exp;
            using std::sin;
            auto along = tilt(0) * p[0];
            auto sum = amplitude(0) * sin(frequency(0) * p[0]);
            for (std::size_t i = 1; i < n; ++i) {
                along += tilt(i) * p[i];
                sum += amplitude(i) * sin(frequency(i) * p[i]) + 2.0 * p[i] * p[i - 1];
            }
            return 30.0 + 4.0 * sum + 3.0 * exp(along);
        };
        ask_for_slopes(question, "a smooth function of " + std::to_string(n) + " parameters", E,
                       generic_vector(n));
    }
    ask_for_slopes(
        question, "a function of one parameter",
        [](const auto& p) {
            using std::exp;
            return 2.0 * p[0] * p[0] + exp(0.5 * p[0]);
        },
        generic_vector(1));
    // Fast waves of slopes between 0.6 and 1 on a large number. For an error of 1e-6, h = 1e-4 is
    // small enough and 1e-3 is not (they miss by ω²h²/6 of the slope, with ω from 7 to 9). A number
    // from 512 to 1024 has the last digit 1.1e-13, so two values at the distance 2e-7 give the
    // slope to 6e-7; of twelve slopes from the distance 2e-8 hardly ever all are right.
    {
        constexpr std::size_t n = 12;
        const Vector p = generic_vector(n);
        const Vector omega = judging::random().uniform_vector(n, 7.0, 9.0);
        const Vector at = judging::random().uniform_vector(n, -0.9, 0.9);
        const double high = between(600.0, 900.0);
        const auto waves = [=](const auto& q) {
            using std::sin;
            auto sum = sin(at(0) + omega(0) * (q[0] - p(0))) / omega(0);
            for (std::size_t i = 1; i < n; ++i)
                sum += sin(at(i) + omega(i) * (q[i] - p(i))) / omega(i);
            return high + sum;
        };
        ask_for_slopes(question, "fast waves on a large number", waves, p);
    }
    const std::vector<Layer> layers = generic_layers({2, 3, 1});
    const Matrix X = generic_matrix(4, 2);
    const Matrix T = target_matrix(4, 1);
    ask_for_slopes(
        question, "the error of a 2-3-1 network",
        [&](const auto& p) { return oracle::batch_error(p, layers, X, T, oracle::Sigmoid{}); },
        oracle::flat(layers));
    question.decide();
}

namespace {

oracle::Error true_error(const Matrix& X, const Matrix& T)
{
    return [=](const std::vector<Layer>& layers) {
        return oracle::batch_error(oracle::numbers(oracle::flat(layers)), layers, X, T,
                                   oracle::Sigmoid{});
    };
}

/// What a long run must come to, if its first errors are those of descent by the true slopes; if
/// they are not, the short runs say so.
std::string complaint_about(const Training& run, const Training& first_epochs, const Matrix& X,
                            const Matrix& T, std::size_t epochs)
{
    const std::vector<double>& errors = run.error_per_epoch;
    const std::vector<double>& expected = first_epochs.error_per_epoch;
    for (std::size_t k = 0; k < expected.size(); ++k)
        if (k >= errors.size() || std::abs(errors[k] - expected[k]) > 1e-8)
            return "";
    if (errors.size() != epochs) {
        if (errors.size() + 1 < epochs && errors.back() < 0.01)
            recognise("train.stops_early");
        return std::to_string(epochs) + " epochs must give as many errors; these are " +
               std::to_string(errors.size());
    }
    if (!(errors.back() < 0.01))
        return "the error ends at " + to_text(errors.back()) + ", it must be below 0.01";
    const Matrix& W = run.layers.front().W;
    if (W.shape(0) != X.shape(1) || run.layers.size() != first_epochs.layers.size())
        return "the layers have lost their shapes";
    const double left = true_error(X, T)(run.layers);
    if (!(left < 0.01))
        return "the layers that came back have the error " + to_text(left) +
               ", it must be below 0.01";
    return "";
}

/// Every epoch counts: those without an error left, those after the error has risen, and none.
void ask_where_one_might_stop(decltype(Question{backprop::train})& question)
{
    const std::vector<Layer> start = generic_layers({2, 3, 1});
    const Matrix X = generic_matrix(3, 2);
    Matrix T = target_matrix(3, 1);
    question.expect("no epochs", Training{start, {}}, start, X, T, 0.5, 0);
    const Matrix target{{T(0, 0)}};
    question.expect("one layer, one row, six epochs",
                    oracle::descent({start[1]}, Matrix{{0.5, -0.7, 1.1}}, target, 0.8, 6),
                    {start[1]}, Matrix{{0.5, -0.7, 1.1}}, target, 0.8, 6);
    // Rows and a start from which the large learning rate goes too far at once.
    for (int attempt = 0;; ++attempt) {
        if (attempt == 1000)
            throw std::logic_error("no start was found from which the error rises");
        const std::vector<Layer> from = generic_layers({2, 3, 1});
        const Matrix rows = generic_matrix(3, 2);
        const Matrix answers = target_matrix(3, 1);
        const Training wild = oracle::descent(from, rows, answers, 16.0, 3);
        if (wild.error_per_epoch[1] > 1.02 * wild.error_per_epoch[0]) {
            question.expect("three epochs, and the error rises", wild, from, rows, answers, 16.0,
                            3);
            break;
        }
    }
    for (std::size_t n = 0; n < X.shape(0); ++n) {
        const auto z = oracle::weighted_sums(oracle::numbers(oracle::flat(start)),
                                             oracle::row(X, n), start, oracle::Sigmoid{});
        T(n, 0) = oracle::Sigmoid{}(z.back()[0]);
    }
    question.expect("three epochs with no error from the start", Training{start, {0.0, 0.0, 0.0}},
                    start, X, T, 0.5, 3);
}

} // namespace

BOOST_AUTO_TEST_CASE(
    training_XOR,
    *label("3.12") * points(4) * source("A, B: XOR; D: training") *
        hint("Step 3.10 gives the gradients; give it σ and σ′ for matrices as two lambdas.") *
        hint("In each epoch: forward and record the error, then the gradients, then all updates.") *
        hint("W −= η ∂E/∂W and b −= η ∂E/∂b in every layer, `epochs` times; the error is "
             "(1/N) Σ ½ (T − Y)², before the update."))
{
    Question question{backprop::train};
    question.worked("one epoch on the 2-2-2 example of the text",
                    Training{{text::updated.hidden, text::updated.output}, {text::error}},
                    {text::net.hidden, text::net.output}, oracle::one_row(text::x),
                    oracle::one_row(text::y_t), text::eta, 1);
    for (int draw : draws(3)) {
        const std::vector<Layer> start = generic_layers(
            draw == 0 ? std::vector<std::size_t>{2, 3, 2} : std::vector<std::size_t>{3, 2, 3, 2});
        const std::size_t N = 3 + static_cast<std::size_t>(draw);
        const Matrix X = generic_matrix(N, start.front().W.shape(0));
        const Matrix T = target_matrix(N, 2);
        const double eta = judging::random().uniform(0.3, 0.8);
        question.expect("four epochs on random rows", oracle::descent(start, X, T, eta, 4), start,
                        X, T, eta, 4);
    }
    ask_where_one_might_stop(question);

    const Matrix X{{0.0, 0.0}, {0.0, 1.0}, {1.0, 0.0}, {1.0, 1.0}};
    const Matrix T{{0.0}, {1.0}, {1.0}, {0.0}};
    workbook::Random& random = judging::random();
    std::vector<Layer> start;
    for (const auto& [inputs, units] : {std::pair<std::size_t, std::size_t>{2, 6}, {6, 1}})
        start.push_back({random.uniform_matrix(inputs, units, -1.0, 1.0),
                         random.uniform_vector(units, -1.0, 1.0)});
    // 2-6-1 from U(−1, 1) with η = 8: below 0.01 after 512 epochs at the latest in 20000 starts.
    const double eta = 8.0;
    const std::size_t epochs = 1000;
    const Training first_epochs = oracle::descent(start, X, T, eta, 5);
    question.expect("five epochs of XOR", first_epochs, start, X, T, eta, 5);
    question.accept(
        "1000 epochs of XOR with 2-6-1 and η = 8",
        [=](const Training& run) { return complaint_about(run, first_epochs, X, T, epochs); },
        start, X, T, eta, epochs);
    question.decide();
}
