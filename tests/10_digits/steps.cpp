/// @file
/// The graded steps of chapter 10. Expected numbers are either worked out by hand in the chapter's
/// text (a 2-2-2 network with ReLU and two rows) or come from oracle.hpp.
#include "judging/judge/generic.hpp"
#include "judging/judge/step.hpp"

#include "digits.hpp"
#include "functions.hpp"
#include "oracle.hpp"

#include <cmath>
#include <limits>
#include <string>
#include <utility>
#include <vector>

using namespace judging;
using digits::Elementwise;
using digits::Pass;
using digits::Split;
using digits::Training;
using workbook::Layer;
using workbook::Matrix;
using workbook::Vector;

namespace oracle = digits::oracle;
using oracle::Loss;
using oracle::Shape;

namespace {

using Rows = std::vector<std::size_t>;

constexpr double infinity = std::numeric_limits<double>::infinity();

/// The example of the text.
namespace text {
const Layer hidden{{{0.5, -0.4}, {0.3, 0.8}}, {0.1, 0.2}};
const Layer output{{{0.6, -0.7}, {-0.9, 0.4}}, {0.2, -0.3}};
const std::vector<Layer> layers{hidden, output};
const Matrix X{{0.5, -0.4}, {0.9, 0.6}};
const Matrix T{{1.0, 0.0}, {0.0, 1.0}};
const Pass pass{{{{0.23, -0.32}, {0.73, 0.32}}, {{0.338, -0.461}, {0.35, -0.683}}},
                {X, {{0.23, 0.0}, {0.73, 0.32}}, {{0.338, -0.461}, {0.35, -0.683}}}};
const Matrix dE_dY{{-0.331, -0.2305}, {0.175, -0.8415}};
const std::vector<Layer> gradient{{{{0.60602, -0.44469}, {0.43133, -0.29646}}, {0.6568, -0.4941}},
                                  {{{0.05162, -0.66731}, {0.056, -0.26928}}, {-0.156, -1.072}}};
const std::vector<Layer> after{{{{0.19699, -0.177655}, {0.084335, 0.94823}}, {-0.2284, 0.44705}},
                               {{{0.57419, -0.366345}, {-0.928, 0.53464}}, {0.278, 0.236}}};
const std::vector<Shape> f{Shape::relu, Shape::identity};
} // namespace text

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

std::vector<Elementwise> values_of(const std::vector<Shape>& shapes)
{
    std::vector<Elementwise> f;
    for (const Shape shape : shapes)
        f.push_back([shape](const Matrix& Z) {
            Matrix H = Z;
            for (double& h : H)
                h = oracle::activate(shape, h);
            return H;
        });
    return f;
}

std::vector<Elementwise> slopes_of(const std::vector<Shape>& shapes)
{
    std::vector<Elementwise> f;
    for (const Shape shape : shapes)
        f.push_back([shape](const Matrix& Z) {
            Matrix slopes = Z;
            for (double& z : slopes)
                z = slope([shape](const auto& x) { return oracle::activate(shape, x); }, z);
            return slopes;
        });
    return f;
}

/// A gradient of the loss that is asked for by a student's code: it may be given anything.
digits::LossGradient gradient_of(Loss loss)
{
    return [loss](const digits::Answers& answers) {
        if (answers.Y.shape() != answers.T.shape() || answers.Y.size() == 0)
            throw std::invalid_argument("outputs and targets must have the same shape");
        return oracle::loss_gradient(loss, answers.Y, answers.T);
    };
}

/// Sizes of networks, rows and activations that between them have every shape.
struct Net {
    const char* where;
    std::vector<std::size_t> units;
    std::size_t rows;
    std::vector<Shape> f;
    Loss loss;
};

const std::vector<Net> nets{
    {"3-4-2, tanh, 5 rows", {3, 4, 2}, 5, {Shape::tanh, Shape::identity}, Loss::cross_entropy},
    {"2-3-4-3, tanh and arctan, 4 rows",
     {2, 3, 4, 3},
     4,
     {Shape::tanh, Shape::arctan, Shape::softplus},
     Loss::half_squares},
    {"one layer 3-2, 6 rows", {3, 2}, 6, {Shape::softplus}, Loss::half_squares},
    {"4-3-3, a single row", {4, 3, 3}, 1, {Shape::arctan, Shape::identity}, Loss::cross_entropy},
    {"1-2-1, 3 rows", {1, 2, 1}, 3, {Shape::softplus, Shape::tanh}, Loss::half_squares},
    {"3-3-3, square in every layer, 3 rows",
     {3, 3, 3},
     3,
     {Shape::softplus, Shape::arctan},
     Loss::half_squares},
    {"2-1-3-2, 7 rows",
     {2, 1, 3, 2},
     7,
     {Shape::arctan, Shape::tanh, Shape::identity},
     Loss::cross_entropy},
};

Matrix targets_of(Loss loss, std::size_t rows, std::size_t units)
{
    Matrix T = generic_matrix(rows, units);
    if (loss == Loss::cross_entropy) {
        T = xt::zeros<double>({rows, units});
        for (std::size_t n = 0; n < rows; ++n)
            T(n, judging::random().index(units)) = 1.0;
    }
    return T;
}

/// Random numbers of classes, every one of them at least once if there are enough.
Rows labels_of(std::size_t n, std::size_t classes)
{
    Rows labels;
    for (std::size_t i = 0; i < n; ++i)
        labels.push_back(i < classes ? i : judging::random().index(classes));
    Rows mixed;
    for (const std::size_t i : judging::random().permutation(n))
        mixed.push_back(labels[i]);
    return mixed;
}

} // namespace

BOOST_AUTO_TEST_CASE(
    split, *label("10.1") * points(2) * source("Keras: validation_split; D: overfitting") *
               hint("How many rows are for testing, how many for validation? Round, then count "
                    "from the end.") *
               hint("order[k] is for training while k < N − validation − test, then for validation "
                    "while k < N − test, then for testing.") *
               hint("rows_of: row n of the result is row rows[n] of X, not row n."))
{
    Question split{digits::split};
    split.worked("ten rows of the text, two for validation, three for testing",
                 Split{{3, 8, 0, 9, 4}, {7, 1}, {6, 2, 5}}, Rows{3, 8, 0, 9, 4, 7, 1, 6, 2, 5}, 0.2,
                 0.3);
    for (const auto& [N, validation, test] : {std::tuple{11u, 0.2, 0.35},
                                              {13u, 0.12, 0.2},
                                              {17u, 0.3, 0.1},
                                              {9u, 0.17, 0.4},
                                              {20u, 0.14, 0.23},
                                              {8u, 0.0, 0.3},
                                              {8u, 0.3, 0.0},
                                              {7u, 0.0, 0.0},
                                              {3u, 0.2, 0.2},
                                              {1u, 0.1, 0.1},
                                              {14u, 0.34, 0.46}}) {
        const Rows order = judging::random().permutation(N);
        split.expect(std::to_string(N) + " rows in random order",
                     oracle::split(order, validation, test), order, validation, test);
    }
    split.expect("some rows of a larger whole", oracle::split({12, 40, 7, 33, 25}, 0.4, 0.2),
                 Rows{12, 40, 7, 33, 25}, 0.4, 0.2);
    split.expect("no rows", Split{}, Rows{}, 0.2, 0.2);
    split.throws("a fraction below 0", Rows{0, 1, 2}, -0.1, 0.2);
    split.throws("a test fraction below 0", Rows{0, 1, 2}, 0.1, -0.2);
    split.throws("nothing left for training", Rows{0, 1, 2}, 0.5, 0.5);
    split.decide();

    Question rows{digits::rows_of};
    rows.worked("rows 2 and 0 of three", Matrix{{5.0, 6.0}, {1.5, 2.0}},
                Matrix{{1.5, 2.0}, {3.0, 4.0}, {5.0, 6.0}}, Rows{2, 0});
    for (const auto& [N, columns, count] :
         {std::tuple{6u, 3u, 4u}, {5u, 1u, 5u}, {4u, 4u, 4u}, {1u, 3u, 1u}, {3u, 7u, 2u}}) {
        Rows picked = judging::random().permutation(N);
        picked.resize(count);
        const Matrix X = generic_matrix(N, columns);
        rows.expect("random rows", oracle::rows_of(X, picked), X, picked);
    }
    const Matrix X = generic_matrix(4, 2);
    rows.expect("more rows than X has, some of them twice", oracle::rows_of(X, {3, 1, 3, 0, 1, 2}),
                X, Rows{3, 1, 3, 0, 1, 2});
    rows.expect("no rows", Matrix(Matrix::shape_type{0, 2}), X, Rows{});
    rows.throws("a row that is not there", X, Rows{1, 4});
    rows.decide();
}

BOOST_AUTO_TEST_CASE(layer_forward,
                     *label("10.2") * points(1) *
                         source("A, B: exercise Dense(units, input_dim, activation)") *
                         hint("A row of X times W gives a row of sums: which of the two comes "
                              "first in the product?") *
                         hint("matmul(X, layer.W), and b is added to every row."))
{
    Question question{digits::dense_forward};
    question.worked("the hidden layer of the text", text::pass.Z[0], text::hidden, text::X);
    for (const auto& [N, inputs, units] : {std::tuple{5u, 3u, 2u},
                                           {1u, 4u, 3u},
                                           {4u, 1u, 1u},
                                           {3u, 3u, 3u},
                                           {2u, 5u, 4u},
                                           {3u, 2u, 6u}}) {
        const Layer layer = generic_layer(inputs, units);
        const Matrix X = generic_matrix(N, inputs);
        question.expect("a random layer", oracle::forward({layer}, X, {Shape::identity}).Z[0],
                        layer, X);
    }
    question.throws("three inputs for a layer of two", text::hidden, generic_matrix(2, 3));
    question.decide();
}

BOOST_AUTO_TEST_CASE(
    layer_backward,
    *label("10.3") * points(3) * source("B: delta rule; D: deep networks") *
        hint("Each of the three has the shape of what it belongs to: W, b, X. Which products of X, "
             "Δ and W have these shapes?") *
        hint("A weight w_ij has been used by every row: x_ni δ_nj is summed over n. A bias has "
             "been used by every row too. x_ni has been used by every unit: δ_nj w_ij is summed "
             "over j.") *
        hint("weight_gradient: matmul(transpose(X), delta) and xt::sum(delta, {0}). "
             "input_gradient: Δ goes back along the weights, matmul(delta, transpose(layer.W))."))
{
    Question weights{digits::weight_gradient};
    weights.worked("the output layer of the text", text::gradient[1], text::pass.H[1], text::dE_dY);
    Question below{digits::input_gradient};
    below.worked("the output layer of the text", Matrix{{-0.03725, 0.2057}, {0.69405, -0.4941}},
                 text::output, text::dE_dY);
    for (const auto& [N, inputs, units] : {std::tuple{5u, 3u, 2u},
                                           {1u, 4u, 3u},
                                           {4u, 1u, 1u},
                                           {3u, 3u, 3u},
                                           {2u, 2u, 5u},
                                           {6u, 2u, 2u}}) {
        const Layer layer = generic_layer(inputs, units);
        const Matrix X = generic_matrix(N, inputs);
        const Matrix delta = generic_matrix(N, units);
        weights.expect("a random layer", oracle::weight_gradient(X, delta), X, delta);
        below.expect("a random layer", oracle::input_gradient(layer, delta), layer, delta);
    }
    weights.throws("a Δ with fewer rows than X", generic_matrix(3, 2), generic_matrix(2, 4));
    weights.decide();
    below.throws("a Δ for more units than the layer has", text::output, generic_matrix(2, 3));
    below.decide();
}

BOOST_AUTO_TEST_CASE(
    network_forward,
    *label("10.4") * points(2) * source("D: deep networks; A, B: Sequential") *
        hint("What a layer puts out is what the next one takes in. Keep both lists "
             "growing: Z by one per layer, H by one more.") *
        hint("H begins with X. Then for every l: Z[l] from layers[l] and H[l], and "
             "H[l + 1] = f[l](Z[l])."))
{
    Question question{digits::forward};
    question.worked("the network of the text", text::pass, text::layers, text::X,
                    values_of(text::f));
    for (const Net& net : nets) {
        const std::vector<Layer> layers = generic_layers(net.units);
        const Matrix X = generic_matrix(net.rows, net.units.front());
        question.expect(net.where, oracle::forward(layers, X, net.f), layers, X, values_of(net.f));
    }
    question.throws("no layers", {}, text::X, {});
    question.throws("one activation for two layers", text::layers, text::X,
                    values_of({Shape::tanh}));
    question.decide();
}

BOOST_AUTO_TEST_CASE(
    network_backward,
    *label("10.5") * points(4) * source("D: deep networks; B: delta rule") *
        hint("Begin at the end, with ∂E/∂Y. A layer's Δ is what comes back to its outputs, times "
             "the slope of its activation at its own Z.") *
        hint("weight_gradient(pass.H[l], delta) is the gradient of layers[l]; "
             "input_gradient(layers[l], delta) is what comes back to the layer below, if there is "
             "one.") *
        hint("for (std::size_t l = layers.size(); l-- > 0;) counts down to 0."))
{
    Question question{digits::backward};
    question.worked("the network of the text", text::gradient, text::layers, text::pass,
                    text::dE_dY, slopes_of(text::f));
    for (const Net& net : nets) {
        const std::vector<Layer> layers = generic_layers(net.units);
        const Matrix X = generic_matrix(net.rows, net.units.front());
        const Matrix T = targets_of(net.loss, net.rows, net.units.back());
        const Pass pass = oracle::forward(layers, X, net.f);
        // The whole model at once: every derivative of the loss by automatic differentiation.
        question.expect(net.where, oracle::gradient(layers, X, T, net.f, net.loss), layers, pass,
                        oracle::loss_gradient(net.loss, pass.H.back(), T), slopes_of(net.f));
    }
    question.throws("no layers", {}, Pass{{}, {text::X}}, text::X, {});
    question.throws("one slope for two layers", text::layers, text::pass, text::dE_dY,
                    slopes_of({Shape::tanh}));
    question.decide();
}

BOOST_AUTO_TEST_CASE(
    gradient_clipping,
    *label("10.6") * called("clipping") * points(3) *
        source("chapter 4: exploding gradients; Keras: global_clipnorm") *
        hint("All weights and biases of all layers are one long vector. What is its length?") *
        hint("The root is taken once, over the squares of all layers together.") *
        hint("If the norm is above the limit, every number is multiplied by limit / norm; if not, "
             "nothing changes."))
{
    const std::vector<Layer> small{{{{0.4}, {-0.8}}, {0.8}}};
    Question norm{digits::global_norm};
    norm.worked("2 weights and a bias of the text", 1.2, small);
    Question clipped{digits::clipped};
    clipped.worked("the same, shortened to 0.3", std::vector<Layer>{{{{0.1}, {-0.2}}, {0.2}}},
                   small, 0.3);
    clipped.worked("the same, shorter than the limit", small, small, 1.5);
    for (const std::vector<std::size_t>& units : std::vector<std::vector<std::size_t>>{
             {2, 3}, {3, 2, 4}, {1, 1}, {4, 1, 2}, {2, 2, 2, 2}, {1, 5}}) {
        const std::vector<Layer> gradient = generic_layers(units);
        const double length = oracle::norm(gradient);
        norm.expect("random layers", length, gradient);
        for (const double share : {0.37, 0.9, 1.2, 3.0})
            clipped.expect(share < 1.0 ? "a gradient longer than the limit"
                                       : "a gradient shorter than the limit",
                           oracle::clipped(gradient, share * length), gradient, share * length);
        clipped.expect("no limit", gradient, gradient, infinity);
    }
    norm.expect("no layers", 0.0, std::vector<Layer>{});
    norm.decide();
    // Short gradients of many numbers, which a limit below 1 does not touch, and long ones.
    std::vector<Layer> tiny = generic_layers({3, 2, 2});
    for (Layer& layer : tiny) {
        layer.W *= 0.01;
        layer.b *= 0.01;
    }
    clipped.expect("a very short gradient", tiny, tiny, 0.5);
    const std::vector<Layer> zero{{{{0.0, 0.0}}, {0.0, 0.0}}};
    clipped.expect("a gradient of zeros", zero, zero, 0.7);
    clipped.expect("no layers", std::vector<Layer>{}, std::vector<Layer>{}, 0.7);
    clipped.throws("a limit of 0", small, 0.0);
    clipped.throws("a limit below 0", small, -1.0);
    clipped.throws("a limit that is no number", small, std::nan(""));
    clipped.decide();
}

BOOST_AUTO_TEST_CASE(
    mini_batch_step,
    *label("10.7") * called("mini-batch step") * points(4) *
        source("D: mini-batch gradient descent; Keras: train_on_batch") *
        hint("Four functions in a row: forward, the loss's gradient, backward, the optimizer. What "
             "does each need from those before?") *
        hint("The loss compares the last entry of pass.H with batch.T. The optimizer is given the "
             "network as it was and the gradient after clipping.") *
        hint("optimizer({batch.layers, clipped(gradient, limit)})"))
{
    Question question{digits::train_on_batch};
    question.worked("a step of descent with η = 0.5 in the text", text::after,
                    {text::layers, text::X, text::T}, values_of(text::f), slopes_of(text::f),
                    gradient_of(Loss::half_squares), infinity,
                    oracle::Descent{0.5, 0.0, text::layers});
    for (const Net& net : nets) {
        const std::vector<Layer> layers = generic_layers(net.units);
        const Matrix X = generic_matrix(net.rows, net.units.front());
        const Matrix T = targets_of(net.loss, net.rows, net.units.back());
        const oracle::Descent optimizer{between(0.3, 0.7), between(0.2, 0.4), layers};
        const std::vector<Layer> gradient = oracle::gradient(layers, X, T, net.f, net.loss);
        for (const double share : {0.4, 2.5}) {
            const double limit = share * oracle::norm(gradient);
            question.expect(net.where, optimizer({layers, oracle::clipped(gradient, limit)}),
                            {layers, X, T}, values_of(net.f), slopes_of(net.f),
                            gradient_of(net.loss), limit, optimizer);
        }
    }
    question.decide();
}

BOOST_AUTO_TEST_CASE(
    one_epoch,
    *label("10.8") * points(4) * source("D, C: mini-batch gradient descent") *
        hint("Collect rows until there are batch_size of them, or none is left; then make a step "
             "and begin a new batch.") *
        hint("The network that a step gives is the one the next step starts from.") *
        hint("trained = step({trained, rows_of(X, rows), rows_of(T, rows)})"))
{
    Question question{digits::run_epoch};
    for (const auto& [N, inputs, outputs, size] : {std::tuple{7u, 3u, 2u, 3},
                                                   {8u, 2u, 3u, 4},
                                                   {5u, 1u, 1u, 2},
                                                   {9u, 2u, 2u, 1},
                                                   {6u, 2u, 4u, 6},
                                                   {4u, 3u, 1u, 9},
                                                   {10u, 2u, 2u, 4},
                                                   {1u, 2u, 3u, 2}}) {
        const std::vector<Layer> layers = generic_layers({inputs, 2, outputs});
        const Matrix X = generic_matrix(N, inputs);
        const Matrix T = generic_matrix(N, outputs);
        const oracle::Mixing step{layers, inputs, outputs};
        const Rows order = judging::random().permutation(N);
        question.expect(
            std::to_string(N) + " rows in batches of " + std::to_string(size),
            oracle::run_epoch(layers, X, T, order, static_cast<std::size_t>(size), step), layers, X,
            T, order, size, step);
    }
    const std::vector<Layer> layers = generic_layers({2, 3});
    const Matrix X = generic_matrix(6, 2);
    const Matrix T = generic_matrix(6, 3);
    const oracle::Mixing step{layers, 2, 3};
    const Rows some{4, 1, 4, 0, 3};
    question.expect("some of the rows, one of them twice",
                    oracle::run_epoch(layers, X, T, some, 2, step), layers, X, T, some, 2, step);
    question.expect("no rows", layers, layers, X, T, Rows{}, 2, step);
    question.throws("batches of 0 rows", layers, X, T, some, 0, step);
    question.throws("a row that is not there", layers, X, T, Rows{0, 6}, 2, step);
    question.throws("fewer targets than inputs", layers, X, generic_matrix(5, 3), some, 2, step);
    question.decide();
}

BOOST_AUTO_TEST_CASE(
    training_loop,
    *label("10.9") * points(3) * source("Keras: fit; C: batch size and number of epochs") *
        hint("What is made once for the whole run, and what again in every epoch?") *
        hint("One Random random{seed}; before the loop. In it: an order, run_epoch, and then the "
             "entry of the history.") *
        hint("random.permutation(X.shape(0)) is the order of an epoch."))
{
    Question question{digits::fit};
    for (const auto& [N, inputs, outputs, size, epochs] : {std::tuple{7u, 3u, 2u, 3, 3},
                                                           {6u, 2u, 1u, 2, 4},
                                                           {5u, 1u, 3u, 5, 2},
                                                           {8u, 2u, 2u, 3, 1},
                                                           {4u, 2u, 2u, 1, 5},
                                                           {3u, 4u, 2u, 8, 3}}) {
        const std::vector<Layer> start = generic_layers({inputs, 2, outputs});
        const Matrix X = generic_matrix(N, inputs);
        const Matrix T = generic_matrix(N, outputs);
        const oracle::Mixing step{start, inputs, outputs};
        const oracle::Judging evaluate{start};
        const std::size_t seed = 1 + judging::random().index(1000);
        question.expect(
            std::to_string(epochs) + " epochs of " + std::to_string(N) + " rows",
            oracle::fit(start, X, T, static_cast<std::size_t>(size), epochs, seed, step, evaluate),
            start, X, T, size, epochs, seed, step, evaluate);
    }
    const std::vector<Layer> start = generic_layers({2, 3});
    const Matrix X = generic_matrix(4, 2);
    const Matrix T = generic_matrix(4, 3);
    const oracle::Mixing step{start, 2, 3};
    const oracle::Judging evaluate{start};
    question.expect("no epochs", Training{start, {}}, start, X, T, 2, 0, 5, step, evaluate);
    question.throws("−1 epochs", start, X, T, 2, -1, 5, step, evaluate);
    question.throws("batches of 0 rows", start, X, T, 0, 2, 5, step, evaluate);
    question.throws("more targets than inputs", start, X, generic_matrix(5, 3), 2, 2, 5, step,
                    evaluate);
    question.decide();
}

BOOST_AUTO_TEST_CASE(
    metrics,
    *label("10.10") * points(3) * source("A, B: softmax; Keras: metrics=['accuracy']") *
        hint("The answer of the network is the place of the largest output, not its size.") *
        hint("Accuracy: how many of predicted[n] == labels[n], divided by how many there are; mind "
             "that 3 / 4 of two integers is 0.") *
        hint("Confusion: counts(labels[n], predicted[n]) += 1.0 for every n."))
{
    Question classes{digits::predicted_classes};
    classes.worked("three rows of the text", Rows{1, 2, 0},
                   Matrix{{0.2, 0.7, 0.1}, {-3.0, -2.0, -1.5}, {4.0, 1.0, 4.0}});
    for (const auto& [N, count] :
         {std::pair{6u, 3u}, {5u, 5u}, {1u, 4u}, {3u, 7u}, {4u, 2u}, {9u, 4u}})
        for (const double sign : {1.0, -1.0}) {
            // The largest entry moves through every place, above 0 and below.
            Matrix Y = sign * judging::random().uniform_matrix(N, count, 0.4, 1.4);
            Rows best;
            for (std::size_t n = 0; n < N; ++n) {
                best.push_back((n + N) % count);
                Y(n, best.back()) = sign > 0 ? 1.6 + 0.1 * static_cast<double>(n) : -0.2;
            }
            classes.expect("random outputs", best, Y);
        }
    classes.expect("equal outputs: the first counts", Rows{1, 0, 1, 0},
                   Matrix{{0.3, 0.9, 0.9}, {0.7, 0.7, 0.7}, {-2.0, -1.0, -1.0}, {0.8, 0.2, 0.8}});
    classes.expect("a single class", Rows{0, 0, 0}, generic_matrix(3, 1));
    classes.expect("no rows", Rows{}, Matrix(Matrix::shape_type{0, 3}));
    classes.throws("no classes", Matrix(Matrix::shape_type{2, 0}));
    classes.decide();

    Question accuracy{digits::accuracy};
    accuracy.worked("five answers of the text, three of them right", 0.6, Rows{2, 0, 1, 1, 2},
                    Rows{2, 1, 1, 0, 2});
    Question confusion{digits::confusion_matrix};
    confusion.worked("the same five", Matrix{{0.0, 1.0, 0.0}, {1.0, 1.0, 0.0}, {0.0, 0.0, 2.0}},
                     Rows{2, 0, 1, 1, 2}, Rows{2, 1, 1, 0, 2}, 3);
    for (const auto& [N, count] :
         {std::pair{9u, 3u}, {7u, 4u}, {12u, 2u}, {11u, 5u}, {3u, 6u}, {1u, 3u}}) {
        const Rows labels = labels_of(N, count);
        Rows predicted = labels;
        // About two in three are right; wrong ones lean to one side, so that rows and columns
        // differ.
        for (std::size_t n = 0; n < N; n += 3)
            predicted[n] = (labels[n] + 1) % count;
        double right = 0.0;
        Matrix counts = xt::zeros<double>({std::size_t{count}, std::size_t{count}});
        for (std::size_t n = 0; n < N; ++n) {
            right += predicted[n] == labels[n] ? 1.0 : 0.0;
            counts(labels[n], predicted[n]) += 1.0;
        }
        accuracy.expect("random classes", right / static_cast<double>(N), predicted, labels);
        confusion.expect("random classes", counts, predicted, labels, count);
    }
    accuracy.expect("all right", 1.0, Rows{4, 2, 7}, Rows{4, 2, 7});
    accuracy.expect("all wrong", 0.0, Rows{4, 2, 7}, Rows{2, 7, 4});
    accuracy.throws("fewer labels than predictions", Rows{1, 2, 3}, Rows{1, 2});
    accuracy.throws("no predictions", Rows{}, Rows{});
    accuracy.decide();
    confusion.throws("a class that there is not", Rows{1, 3}, Rows{1, 2}, 3);
    confusion.throws("a label that there is not", Rows{1, 2}, Rows{3, 2}, 3);
    confusion.throws("fewer labels than predictions", Rows{1, 2, 0}, Rows{1, 2}, 3);
    confusion.decide();
}

BOOST_AUTO_TEST_CASE(
    dead_ReLUs,
    *label("10.11") * called("dead ReLUs") * points(2) *
        source("C, E: below 0 the slope of ReLU is 0 and nothing is learned") *
        hint("A unit is a column of Z. It lives if a single row lifts it above 0.") *
        hint("So it is dead if the largest entry of its column, xt::amax(xt::col(Z, j))(), is not "
             "above 0."))
{
    Question question{digits::dead_units};
    question.worked("three rows of the text: the second unit is dead", Rows{1},
                    Matrix{{0.5, -0.3, -1.2}, {-0.4, -0.1, 0.7}, {0.2, -2.0, -0.6}});
    for (const auto& [N, units] :
         {std::pair{4u, 3u}, {5u, 6u}, {1u, 5u}, {6u, 1u}, {3u, 3u}, {2u, 7u}, {7u, 4u}}) {
        // Dead ones at random places; the others live by one row, which moves through all places,
        // and one lives in all rows.
        Matrix Z = judging::random().uniform_matrix(N, units, -1.4, -0.3);
        Rows dead;
        for (std::size_t j = 0; j < units; ++j) {
            if (j % 3 == 1 || units == 1)
                dead.push_back(j);
            else
                Z((j + 2 * N - 1) % N, j) = between(0.05, 0.3);
            if (j % 3 == 2)
                for (std::size_t n = 0; n < N; ++n)
                    Z(n, j) = between(0.2, 0.5);
        }
        question.expect("random sums", dead, Z);
    }
    question.expect("a sum of exactly 0 does not live", Rows{0, 2},
                    Matrix{{-0.3, 0.2, 0.0}, {0.0, -0.7, 0.0}});
    question.expect("all alive", Rows{}, Matrix{{0.3, -0.2}, {-0.6, 0.4}});
    question.expect("all dead", Rows{0, 1}, Matrix{{-0.3, -0.2}, {-0.6, -0.4}});
    question.expect("no units", Rows{}, Matrix(Matrix::shape_type{2, 0}));
    question.throws("no rows", Matrix(Matrix::shape_type{0, 3}));
    question.decide();
}

BOOST_AUTO_TEST_CASE(
    range_test,
    *label("10.12") * points(3) * source("C: learning rate, the first of the hyperparameters") *
        hint("The rates grow by a constant factor. What is its power after all n − 1 steps?") *
        hint("Smoothing is the average of Adam with its correction: a begins at 0, and a_k has "
             "k + 1 terms.") *
        hint("The steepest place has the smallest difference of losses over the difference of the "
             "logarithms: look at every pair of neighbours."))
{
    Question rates{digits::range_rates};
    rates.worked("five rates of the text", Vector{0.0001, 0.001, 0.01, 0.1, 1.0}, 0.0001, 1.0, 5);
    for (const int steps : {2, 3, 4, 7, 10}) {
        const double first = between(0.001, 0.02);
        const double last = between(2.0, 6.0);
        rates.expect(std::to_string(steps) + " rates", oracle::range_rates(first, last, steps),
                     first, last, steps);
        rates.expect("falling rates", oracle::range_rates(last, first, steps), last, first, steps);
    }
    rates.throws("a single step", 0.1, 1.0, 1);
    rates.throws("a first rate of 0", 0.0, 1.0, 3);
    rates.throws("a last rate below 0", 0.1, -1.0, 3);
    rates.decide();

    Question smooth{digits::smoothed};
    smooth.worked("three losses of the text", Vector{2.0, 1.6, 7.0 / 5.0 - 1.0 / 35.0},
                  Vector{2.0, 1.4, 1.2}, 0.5);
    for (const std::size_t n : {1u, 2u, 5u, 8u}) {
        const Vector values = generic_vector(n);
        const double beta = between(0.6, 0.9);
        smooth.expect("a random curve", oracle::smoothed(values, beta), values, beta);
    }
    const Vector values = generic_vector(4);
    smooth.expect("β = 0 leaves a curve as it is", values, values, 0.0);
    smooth.expect("no values", Vector(Vector::shape_type{0}), Vector(Vector::shape_type{0}), 0.5);
    smooth.throws("β = 1", values, 1.0);
    smooth.throws("β below 0", values, -0.1);
    smooth.decide();

    Question steepest{digits::steepest_rate};
    steepest.worked("the losses of the text fall most from 0.01 to 0.04", 0.02,
                    Vector{0.001, 0.01, 0.04, 0.1}, Vector{2.3, 2.2, 1.5, 3.0});
    for (const std::size_t n : {2u, 3u, 5u, 6u, 8u, 9u})
        for (std::size_t at = 0; at + 1 < n; ++at) {
            // Rates at uneven distances: the steepest fall goes a short way among long ones, and in
            // every other curve a long way among short ones. It moves through every place.
            const bool is_short = (n + at) % 2 == 0;
            Vector eta = xt::zeros<double>({n});
            Vector loss = xt::zeros<double>({n});
            eta(0) = between(0.001, 0.002);
            loss(0) = between(2.0, 2.5);
            for (std::size_t k = 1; k < n; ++k) {
                const bool is_steepest = k - 1 == at;
                const double way = is_steepest == is_short ? between(0.4, 0.6) : between(2.7, 3.2);
                const double slope = is_steepest         ? -between(1.1, 1.2)
                                     : (k + at) % 3 == 0 ? between(1.4, 2.2)
                                                         : -between(0.8, 0.9);
                eta(k) = eta(k - 1) * std::exp(way);
                loss(k) = loss(k - 1) + slope * way;
            }
            steepest.expect("a random curve", std::sqrt(eta(at) * eta(at + 1)), eta, loss);
        }
    steepest.expect("a loss that only rises: where it rises least", std::sqrt(0.02 * 0.06),
                    Vector{0.005, 0.02, 0.06, 0.3}, Vector{1.0, 1.9, 2.1, 4.5});
    steepest.throws("a single rate", Vector{0.1}, Vector{1.0});
    steepest.throws("fewer losses than rates", Vector{0.1, 0.2, 0.3}, Vector{1.0, 0.8});
    steepest.decide();
}
