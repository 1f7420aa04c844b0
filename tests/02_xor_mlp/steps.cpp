// The graded steps of chapter 2.
#include "functions.hpp"
#include "judging/judge/generic.hpp"
#include "oracle.hpp"
#include "xor_mlp.hpp"

#include <array>

using namespace judging;
using workbook::Matrix;
using workbook::Vector;
using xor_mlp::Layer;
using xor_mlp::Network;
using xor_mlp::Unit;

namespace {

/// The four rows of every gate's table.
const Matrix corners{{0, 0}, {0, 1}, {1, 0}, {1, 1}};

/// The weights and biases of the text.
const Network of_the_text{{{{-2, 2}, {-2, 2}}, {3, -1}}, {{{1}, {1}}, {-1}}};

Layer random_layer(std::size_t inputs, std::size_t units, double spread = 2)
{
    return {judging::random().uniform_matrix(inputs, units, -spread, spread),
            judging::random().uniform_vector(units, -1, 1)};
}

/// Sizes in the order in which they are drawn.
template <std::size_t n>
using Sizes = std::array<std::size_t, n>;

} // namespace

BOOST_AUTO_TEST_CASE(
    one_unit,
    *label("2.1") * points(2) * source("A, B: XOR solved, and solved in code, parts 1 and 2") *
        hint("mlp is the perceptron of chapter 1 under another name") *
        hint("a unit's weights stand in a column of W1, its bias is the entry of b1 with the "
             "same number; unit 1 is NAND, unit 2 is OR, the output unit is AND") *
        hint("dot(w, x) + b, and 1 only where that is above 0; return {{…, …}, …} makes a Unit"))
{
    Question question{xor_mlp::mlp};
    question.worked("one input above the threshold: 2·1 + 2·0 − 1 = 1", 1, {1, 0}, {2, 2}, -1);
    question.worked("below it: 2·0 + 2·0 − 1 = −1", 0, {0, 0}, {2, 2}, -1);
    question.worked("a sum of exactly 0: 1·1 + 1·0 − 1", 0, {1, 0}, {1, 1}, -1);
    // The sum lies near 0 on a known side, so each slip in it crosses over in many draws.
    for (const int draw : draws(60)) {
        const std::size_t n = draw < 6 ? 1 : random_size(2, 5);
        const Vector x = judging::random().uniform_vector(n, -2, 2);
        const Vector w = judging::random().uniform_vector(n, -2, 2);
        double wx = 0;
        for (std::size_t i = 0; i < n; ++i)
            wx += w(i) * x(i);
        const bool above = draw % 2 == 0;
        const double size = draw % 10 < 8 ? judging::random().uniform(0.05, 0.5) : 1e-9;
        const double sum = size * (above ? 1 : -1);
        question.expect("random inputs, weights and bias", above, x, w, sum - wx);
    }
    question.decide();

    Question nand{xor_mlp::nand_unit};
    nand.worked("first column of W1, first entry of b1", Unit{{-2, -2}, 3});
    nand.decide();
    Question either{xor_mlp::or_unit};
    either.worked("second column of W1, second entry of b1", Unit{{2, 2}, -1});
    either.decide();
    Question both{xor_mlp::and_unit};
    both.worked("W2 and b2", Unit{{1, 1}, -1});
    both.decide();
}

BOOST_AUTO_TEST_CASE(
    XOR_by_composition,
    *label("2.2") * points(1) * source("A, B: XOR solved in code, parts 3 and 4") *
        hint("XOR is true when not both are 1 and at least one is") *
        hint("the answers of NAND and OR are the two inputs of AND") *
        hint("put mlp(x, nand.w, nand.b) and the same for OR into a Vector h, and call mlp once "
             "more, with h and the AND unit"))
{
    Question question{xor_mlp::xor_gate};
    question.worked("row (0, 0)", 0, 0, 0);
    question.worked("row (0, 1)", 1, 0, 1);
    question.worked("row (1, 0)", 1, 1, 0);
    question.worked("row (1, 1)", 0, 1, 1);
    question.worked("below both lines: x1 + x2 = 0.3", 0, 0.2, 0.1);
    question.worked("between the lines: x1 + x2 = 0.7", 1, 0.3, 0.4);
    question.worked("between the lines: x1 + x2 = 1.25", 1, 0.5, 0.75);
    question.worked("above both lines: x1 + x2 = 2.1", 0, 1.2, 0.9);
    // The composed units answer 1 exactly between the lines x1 + x2 = ½ and x1 + x2 = 1½.
    for ([[maybe_unused]] const int draw : draws(40)) {
        const double x1 = judging::random().uniform(-1, 2);
        const double x2 = judging::random().uniform(-0.5, 2.5) - x1;
        const double sum = x1 + x2;
        if (std::abs(sum - 0.5) > 0.01 && std::abs(sum - 1.5) > 0.01)
            question.expect("random point of the plane", std::abs(sum - 1) < 0.5, x1, x2);
    }
    question.decide();
}

BOOST_AUTO_TEST_CASE(
    matrix_form,
    *label("2.3") * points(3) * source("A, B: XOR solved, W(1), B(1), W(2), B(2)") *
        hint("check the shapes first: (N, in) times (in, hidden) gives (N, hidden)") *
        hint("`Matrix + Vector` adds the vector to every row, which is what a bias does") *
        hint("Z = matmul(X, W) + b, then xt::where(Z > 0.0, 1.0, 0.0); the result is the X of the "
             "output layer"))
{
    Question question{xor_mlp::forward};
    question.worked("the network of the text, all four rows", {{0}, {1}, {1}, {0}}, corners,
                    of_the_text);
    question.worked("hidden sums of exactly 0", {{0}}, {{1, 1}},
                    {{{{1, 2}, {-1, 1}}, {0, -3}}, {{{2}, {1}}, {-0.5}}});
    const auto ask = [&](const std::string& where, const Sizes<4>& sizes) {
        const auto& [rows, inputs, hidden, outputs] = sizes;
        const Matrix X = judging::random().uniform_matrix(rows, inputs, -2, 2);
        const Network net{random_layer(inputs, hidden), random_layer(hidden, outputs)};
        question.expect(where, oracle::stack(X, {net.hidden, net.output}, oracle::step), X, net);
    };
    // Where all sizes are equal a transposed matrix still fits, and gives other numbers.
    for ([[maybe_unused]] const int draw : draws(15))
        ask("a random network with equal sizes", {3, 3, 3, 3});
    for ([[maybe_unused]] const int draw : draws(15))
        ask("a random network", {random_size(4, 6), random_size(2, 3), random_size(2, 5), 2});
    for ([[maybe_unused]] const int draw : draws(3)) {
        ask("a random network with one input", {3, 1, 2, 4});
        ask("a random network with one hidden unit", {4, 5, 1, 2});
        ask("a random network with one row", {1, 3, 4, 5});
    }
    question.decide();
}

BOOST_AUTO_TEST_CASE(
    sigmoid_unit,
    *label("2.4") * points(2) * source("A, B: structure of a multilayer perceptron") *
        hint("first the weighted sum z = w·x + b, then one formula on it") *
        hint("std::exp(1000.0) is infinite. 1 / ∞ is a number, ∞ / ∞ is not") *
        hint("1 / (1 + std::exp(−z)), with z in brackets so that the minus reaches the bias"))
{
    Question question{xor_mlp::sigmoid_unit};
    question.worked("z = 2·1 + 2·0 − 1 = 1", 0.7310585786300049, {1, 0}, {2, 2}, -1);
    question.worked("z = −2·1 − 2·1 + 3 = −1", 0.2689414213699951, {1, 1}, {-2, -2}, 3);
    for (const int draw : draws(15)) {
        const std::size_t n = draw < 2 ? 1 : random_size(2, 5);
        const Vector x = judging::random().uniform_vector(n, -2, 2);
        const Vector w = judging::random().uniform_vector(n, -1.5, 1.5);
        const double b = judging::random().uniform(-1, 1);
        long double z = b;
        for (std::size_t i = 0; i < n; ++i)
            z += static_cast<long double>(w(i)) * x(i);
        question.expect("random inputs, weights and bias", static_cast<double>(oracle::sigmoid(z)),
                        x, w, b);
    }
    question.worked("z = 400·2 − 150·(−1) + 50 = 1000", 1, {2, -1}, {400, -150}, 50);
    question.worked("z = −400·2 + 150·(−1) − 50 = −1000", 0, {2, -1}, {-400, 150}, -50);
    question.within(1e-12);
    for (const double z : {12.5, 20.5, 23.5, 26.5, -12.5, -20.5, -23.5, -26.5})
        question.expect("between 12 and 27, where it is not yet 0 or 1",
                        static_cast<double>(oracle::sigmoid(static_cast<long double>(z))), {1, 2},
                        {z + 1, -1}, 1);
    question.decide();
}

BOOST_AUTO_TEST_CASE(
    hidden_space,
    *label("2.5") * points(1) *
        source("A, B: multilayer perceptron, from two dimensions to three") *
        hint("it is the first half of the matrix form") *
        hint("a row of the result is a point in the plane of the hidden units (h1, h2)") *
        hint("xt::where(matmul(X, hidden.W) + hidden.b > 0.0, 1.0, 0.0)"))
{
    Question question{xor_mlp::hidden_space};
    question.worked("the hidden layer of the text, all four rows", {{1, 0}, {1, 1}, {1, 1}, {0, 1}},
                    corners, of_the_text.hidden);
    question.worked("sums of exactly 0", {{0, 0}}, {{1, 1}}, {{{1, 2}, {-1, 1}}, {0, -3}});
    const auto ask = [&](const std::string& where, const Sizes<3>& sizes) {
        const auto& [rows, inputs, units] = sizes;
        const Matrix X = judging::random().uniform_matrix(rows, inputs, -2, 2);
        const Layer hidden = random_layer(inputs, units);
        question.expect(where, oracle::layer(X, hidden, oracle::step), X, hidden);
    };
    for ([[maybe_unused]] const int draw : draws(10))
        ask("a random layer with equal sizes", {3, 3, 3});
    for ([[maybe_unused]] const int draw : draws(10))
        ask("a random layer", {random_size(4, 6), random_size(2, 3), random_size(4, 6)});
    for ([[maybe_unused]] const int draw : draws(3)) {
        ask("one input", {4, 1, 3});
        ask("one unit", {3, 4, 1});
        ask("one row", {1, 2, 5});
    }
    question.decide();
}

BOOST_AUTO_TEST_CASE(
    stacks_of_dense_layers,
    *label("2.6") * points(3) * source("A, B: hidden layers with TensorFlow") *
        hint("a layer with `in` inputs and `out` units holds a matrix (in, out) and a vector "
             "(out)") *
        hint("what a layer gives is what the next one takes: its units are the next one's inputs") *
        hint("one loop over the layers, with a variable that is passed on: in × out + out for the "
             "counts, 1 / (1 + exp(−(H W + b))) for the values"))
{
    Question counts{xor_mlp::parameter_counts};
    counts.worked("Dense(5, input_dim=1), Dense(3), Dense(1)", {10, 18, 4}, 1, {5, 3, 1});
    counts.worked("the XOR network", {6, 3}, 2, {2, 1});
    counts.worked("a single layer", {28}, 6, {4});
    counts.worked("a single unit with one input", {2}, 1, {1});
    for ([[maybe_unused]] const int draw : draws(8)) {
        const std::size_t inputs = random_size(2, 30);
        std::vector<std::size_t> units(random_size(2, 5));
        std::vector<std::size_t> expected;
        // Counted one by one, as a program that holds the parameters would.
        for (std::size_t l = 0; l < units.size(); ++l) {
            units[l] = random_size(2, 30);
            const std::size_t before = l == 0 ? inputs : units[l - 1];
            expected.push_back(Matrix::from_shape({before, units[l]}).size() +
                               Vector::from_shape({units[l]}).size());
        }
        counts.expect("a random stack", expected, inputs, units);
    }
    counts.decide();

    Question shape{xor_mlp::output_shape};
    shape.worked("100 rows through Dense(5, input_dim=1), Dense(3), Dense(1)", {100, 1}, 100, 1,
                 {5, 3, 1});
    shape.worked("7 rows through 2 → 5 → 3 → 4", {7, 4}, 7, 2, {5, 3, 4});
    shape.worked("one row through a single layer, 2 → 5", {1, 5}, 1, 2, {5});
    for ([[maybe_unused]] const int draw : draws(8)) {
        std::vector<std::size_t> units(random_size(1, 4));
        for (std::size_t& each : units)
            each = random_size(5, 60);
        const std::size_t rows = random_size(61, 200);
        shape.expect("a random stack", {rows, units.back()}, rows, random_size(5, 60), units);
    }
    shape.decide();

    Question question{xor_mlp::forward_stack};
    const auto ask = [&](const std::string& where, std::size_t rows,
                         const std::vector<std::size_t>& sizes, double spread) {
        const Matrix X = judging::random().uniform_matrix(rows, sizes.front(), -2, 2);
        std::vector<Layer> layers;
        for (std::size_t l = 1; l < sizes.size(); ++l)
            layers.push_back(random_layer(sizes[l - 1], sizes[l], spread));
        question.expect(where, oracle::stack(X, layers, oracle::sigmoid), X, layers);
    };
    const Matrix two_rows{{1}, {-0.5}};
    const std::vector<Layer> by_hand{{{{1, -2}}, {0, 1}}, {{{2}, {-1}}, {-1}}};
    question.worked("two rows through 1 → 2 → 1", oracle::stack(two_rows, by_hand, oracle::sigmoid),
                    two_rows, by_hand);
    ask("three layers with equal sizes", 3, {3, 3, 3, 3}, 2);
    ask("two layers with equal sizes", 2, {2, 2, 2}, 2);
    for ([[maybe_unused]] const int draw : draws(5))
        ask("random stack 1 → 5 → 3 → 1", random_size(3, 6), {1, 5, 3, 1}, 2);
    for ([[maybe_unused]] const int draw : draws(5))
        ask("a random stack", 4,
            {random_size(2, 4), random_size(2, 5), random_size(2, 5), random_size(1, 3)}, 2);
    ask("one row, one layer", 1, {2, 3}, 2);
    ask("six layers", 2, {2, 3, 2, 4, 1, 3, 2}, 2);
    ask("one input, wide layers", 2, {1, 7, 6}, 1);
    question.within(1e-12);
    const std::vector<Layer> far{{{{1, -1, 1, -1}}, {20, -20, 23, -23}}};
    question.expect("weighted sums from 20 to 26, where σ is not yet 0 or 1",
                    oracle::stack({{0.5}, {2.5}}, far, oracle::sigmoid), {{0.5}, {2.5}}, far);
    question.within(1e-10);
    // One entry of the first layer's Z is 2000, so e^z overflows whatever the other draws are.
    question.expect(
        "weighted sums of ±1000 and beyond",
        oracle::stack({{2, -1}, {-1, 0.5}},
                      {{{{800, -300}, {-350, 450}}, {50, 50}}, {{{0.7}, {-1.1}}, {0.3}}},
                      oracle::sigmoid),
        {{2, -1}, {-1, 0.5}}, {{{{800, -300}, {-350, 450}}, {50, 50}}, {{{0.7}, {-1.1}}, {0.3}}});
    question.decide();
}

BOOST_AUTO_TEST_CASE(
    linear_layers_collapse,
    *label("2.7") * points(3) * source("C: page 1") *
        hint("write H = X W1 + b1 and put it into Y = H W2 + b2; multiply out") *
        hint("what stands behind X is W′, what stands alone is b′: the first bias goes through the "
             "second layer like any input") *
        hint("W′ = W1 W2 and b′ = b1 W2 + b2, where b1 W2 is matvec(transpose(W2), b1)"))
{
    Question question{xor_mlp::collapse};
    // Square first: there every order of the factors fits and the numbers decide.
    question.worked("the worked example of the text", {{{4, 5}, {4, -9}}, {2, 9}},
                    {{{1, 2}, {3, -2}}, {1, 3}}, {{{2, -1}, {1, 3}}, {-3, 1}});
    const auto ask = [&](const std::string& where, const Sizes<3>& sizes) {
        const auto& [inputs, hidden, outputs] = sizes;
        const Layer first = random_layer(inputs, hidden);
        const Layer second = random_layer(hidden, outputs);
        question.expect(where, oracle::probe(first, second), first, second);
    };
    for ([[maybe_unused]] const int draw : draws(4))
        ask("random square layers", {2, 2, 2});
    ask("random square layers", {3, 3, 3});
    question.worked("the XOR network without its steps", {{{0}, {0}}, {1}}, of_the_text.hidden,
                    of_the_text.output);
    for ([[maybe_unused]] const int draw : draws(8))
        ask("random layers", {random_size(1, 3), random_size(4, 6), random_size(1, 3)});
    ask("layers with a single unit between them", {4, 1, 3});
    question.decide();
}
