// The graded steps of chapter 1.
#include "functions.hpp"
#include "judging/judge/generic.hpp"
#include "oracle.hpp"
#include "perceptron.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <limits>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

using namespace judging;
using perceptron::Training;
using perceptron::Unit;
using workbook::Matrix;
using workbook::Vector;

namespace oracle = perceptron::oracle;

namespace {

/// The four rows of every gate's table, and the columns.
const Matrix corners{{0, 0}, {0, 1}, {1, 0}, {1, 1}};
const Vector and_column{0, 0, 0, 1};
const Vector or_column{0, 1, 1, 1};
const Vector xor_column{0, 1, 1, 0};

/// The sizes of inputs, weights and biases.
constexpr double low = 0.3, high = 1.6;

/// Examples on the right side of a line.
struct Separable {
    Matrix X;
    Vector targets;
    Unit separator;
};

/// 100, 1000, …: but for rounding, and as far as anybody takes it for a number above all others.
bool is_power_of_ten(double number)
{
    return number > 50 && number < 1e35 &&
           std::abs(number / std::pow(10.0, std::round(std::log10(number))) - 1) < 1e-9;
}

/// Random rows of both classes that are at least `margin` from a random separator in the
/// space of (x, 1), so that rounding decides nothing.
Separable separable(std::size_t rows, std::size_t inputs, double margin)
{
    for (;;) {
        Separable data{Matrix::from_shape({rows, inputs}),
                       Vector::from_shape({rows}),
                       {generic_vector(inputs, low, high), 0.5 * generic(low, high)}};
        double size = data.separator.b * data.separator.b;
        for (const double w : data.separator.w)
            size += w * w;
        std::size_t ones = 0;
        for (std::size_t n = 0; n < rows; ++n) {
            Vector x;
            double sum = 0;
            do {
                x = judging::random().uniform_vector(inputs, -2, 2);
                sum = oracle::weighted_sum(x, data.separator.w, data.separator.b);
            } while (std::abs(sum) < margin * std::sqrt(size));
            xt::row(data.X, n) = x;
            data.targets(n) = sum > 0;
            ones += sum > 0;
        }
        if (ones >= 2 && rows - ones >= 2)
            return data;
    }
}

Unit zero_unit(std::size_t inputs)
{
    return {xt::zeros<double>({inputs}), 0};
}

/// "2·1 + 1·0 − 1.5 = 0.5"
std::string worked_out(const Unit& unit, double x1, double x2)
{
    const double sum = unit.w(0) * x1 + unit.w(1) * x2 + unit.b;
    return fmt::format("{:.6g}·{} + {:.6g}·{} {} {:.6g} = {:.6g}", unit.w(0), x1, unit.w(1), x2,
                       unit.b < 0 ? "−" : "+", std::abs(unit.b), sum);
}

/// What is wrong with a unit that should be a gate, with every wrong row worked out.
std::string gate_complaint(const Unit& unit, const std::string& gate,
                           const std::array<int, 4>& table, const std::string& function)
{
    if (unit.w.size() != 2)
        return fmt::format("a gate has two inputs, so w has two numbers, not {}", unit.w.size());
    std::array<int, 4> got{};
    bool only_on_the_line = true;
    std::vector<std::string> points, wrong;
    for (std::size_t n = 0; n < 4; ++n) {
        const double x1 = corners(n, 0), x2 = corners(n, 1);
        const double sum = unit.w(0) * x1 + unit.w(1) * x2 + unit.b;
        if (!std::isfinite(sum))
            return fmt::format("at ({}, {}) the sum is not a finite number", x1, x2);
        got[n] = sum > 0;
        if (got[n] == table[n])
            continue;
        only_on_the_line &= sum == 0;
        points.push_back(fmt::format("({}, {})", x1, x2));
        wrong.push_back(fmt::format("({}, {}) must give {}, but {}, which gives {}", x1, x2,
                                    table[n], worked_out(unit, x1, x2), got[n]));
    }
    if (wrong.empty())
        return "";

    const std::vector<std::pair<std::string, std::array<int, 4>>> tables{
        {"AND", {0, 0, 0, 1}}, {"OR", {0, 1, 1, 1}}, {"NAND", {1, 1, 1, 0}}, {"NOR", {1, 0, 0, 0}}};
    const auto other = std::find_if(tables.begin(), tables.end(),
                                    [&](const auto& entry) { return entry.second == got; });
    const std::string where = fmt::format("{}", fmt::join(points, ", "));
    if (only_on_the_line)
        recognise(function + ".on_the_line", where);
    else if (other != tables.end())
        recognise(function + ".other_gate",
                  fmt::format("{} where {} is asked", other->first, gate));
    else
        recognise(function + ".wrong_side", where);
    return fmt::format("{}", fmt::join(wrong, "; "));
}

} // namespace

BOOST_AUTO_TEST_CASE(
    weighted_sum,
    *label("1.1") * points(1) * source("A, B: weights, weighted sum, bias, activation function") *
        hint("y = wx + b has one input; here every input has a weight of its own") *
        hint("multiply each input by its weight, add the products up, then add the bias once") *
        hint("dot(w, x) is Σ wᵢ xᵢ"))
{
    Question question{perceptron::weighted_sum};
    question.worked("three inputs of the text", -0.3, {0.5, -2, 3}, {0.4, 0.7, -0.2}, 1.5);
    question.worked("one input: the line of the text at x = 3", 2.5, {3}, {0.5}, 1);
    for (const int draw : draws(12)) {
        const std::size_t n = 1 + draw % 5;
        const Vector x = generic_vector(n, low, high), w = generic_vector(n, low, high);
        const double b = generic(low, high);
        question.expect(fmt::format("{} random inputs", n), oracle::weighted_sum(x, w, b), x, w, b);
    }
    question.decide();
}

BOOST_AUTO_TEST_CASE(
    step_activation,
    *label("1.2") * points(1) *
        source(
            "A, B: weights, weighted sum, bias, activation function; XOR solved in code, part 2") *
        hint("the function has only two values; where does it change, and which holds there?") *
        hint("at exactly 0 the answer is 0, so 1 needs a z above 0") *
        hint("z > 0.0 is a condition; condition ? a : b chooses between two numbers"))
{
    Question question{perceptron::step_activation};
    question.worked("above 0", 1, 2.5);
    question.worked("below 0", 0, -2.5);
    question.worked("exactly 0", 0, 0);
    question.worked("a little above 0", 1, 1e-12);
    question.worked("a little below 0", 0, -1e-12);
    question.worked("between 0 and ½", 1, 0.25);
    question.worked("between ½ and 1", 1, 0.75);
    for (const int draw : draws(40)) {
        const bool above = draw % 2 == 0;
        const double size = judging::random().uniform(0.01, 3);
        question.expect("a random sum", above, above ? size : -size);
    }
    question.decide();
}

BOOST_AUTO_TEST_CASE(
    the_perceptron,
    *label("1.3") * points(1) * source("A, B: perceptron") *
        hint("you have both parts already: 1.1 makes a sum, 1.2 turns a sum into 0 or 1") *
        hint("a unit holds its weights and its bias: unit.w and unit.b") *
        hint("step_activation of weighted_sum(x, unit.w, unit.b)"))
{
    Question question{perceptron::classify};
    question.worked("one input: the line of the text at x = 3", 1, {3}, {{0.5}, 1});
    question.worked("one input: the line of the text at x = −3", 0, {-3}, {{0.5}, 1});
    question.worked("the unit of the text at (2, 1)", 1, {2, 1}, {{0.5, -1}, 0.25});
    question.worked("the unit of the text at (1, 1)", 0, {1, 1}, {{0.5, -1}, 0.25});
    question.worked("a sum of exactly 0", 0, {1.5, 1}, {{0.5, -1}, 0.25});
    // The bias is a multiple of w·x, so that each slip with it lands on the other side.
    const std::array<std::pair<double, double>, 4> multiples{
        {{-3, -1.5}, {1.5, 3}, {-0.9, -0.7}, {0.2, 0.6}}};
    for (const int draw : draws(40)) {
        const auto& [from, to] = multiples[draw % 4];
        const std::size_t n = random_size(2, 4);
        const Vector x = generic_vector(n, low, high);
        Vector w = generic_vector(n, low, high);
        double wx = oracle::weighted_sum(x, w, 0);
        while (std::abs(wx) < 0.2) {
            w = generic_vector(n, low, high);
            wx = oracle::weighted_sum(x, w, 0);
        }
        const double factor = judging::random().uniform(from, to);
        question.expect("a random unit and inputs", (1 + factor) * wx > 0, x, {w, factor * wx});
    }
    question.decide();
}

BOOST_AUTO_TEST_CASE(
    gates,
    *label("1.4") * points(3) * source("A, B: limits of the perceptron; XOR solved in code") *
        hint("draw the four corners of the square and a line that has the corners with 1 on one "
             "side; many lines do") *
        hint("for AND and OR take the weights 1 and 1, so that the sum is how many inputs are 1, "
             "plus b; between which two counts does the answer change?") *
        hint("AND changes between one and two, OR between none and one: b = −1.5 and b = −0.5. "
             "NAND is AND with every sign flipped"))
{
    Question both{perceptron::and_gate};
    both.accept("the four rows of AND", [](const Unit& unit) {
        return gate_complaint(unit, "AND", {0, 0, 0, 1}, "and_gate");
    });
    both.decide();
    Question either{perceptron::or_gate};
    either.accept("the four rows of OR", [](const Unit& unit) {
        return gate_complaint(unit, "OR", {0, 1, 1, 1}, "or_gate");
    });
    either.decide();
    Question nand{perceptron::nand_gate};
    nand.accept("the four rows of NAND", [](const Unit& unit) {
        return gate_complaint(unit, "NAND", {1, 1, 1, 0}, "nand_gate");
    });
    nand.decide();
}

BOOST_AUTO_TEST_CASE(
    batch,
    *label("1.5") * points(2) *
        source("A, B: weights, weighted sum, bias, activation function, for N rows") *
        hint("N rows give N sums, whatever the number of inputs") *
        hint("row n of X is the x of example n; a matrix times a vector is the inner product of "
             "each row with it") *
        hint("matvec(X, unit.w) is X w; adding a number to a Vector adds it to every entry"))
{
    Question question{perceptron::weighted_sums};
    const auto ask = [&](const std::string& where, std::size_t rows, std::size_t inputs) {
        const Matrix X = generic_matrix(rows, inputs, low, high);
        const Unit unit{generic_vector(inputs, low, high), generic(low, high)};
        Vector sums = Vector::from_shape({rows});
        for (std::size_t n = 0; n < rows; ++n)
            sums(n) = oracle::weighted_sum(xt::row(X, n), unit.w, unit.b);
        question.expect(where, sums, X, unit);
    };
    // As many rows as inputs first: there a wrong axis still gives an answer.
    question.worked("two rows of the text", {0.5, 7.5}, {{1, 2}, {3, -1}}, {{2, -1}, 0.5});
    ask("3 rows, 3 inputs", 3, 3);
    question.worked("three rows of the text", {0.5, 7.5, 1}, {{1, 2}, {3, -1}, {0.5, 0.5}},
                    {{2, -1}, 0.5});
    ask("5 rows, 2 inputs", 5, 2);
    ask("2 rows, 4 inputs", 2, 4);
    ask("1 row, 3 inputs", 1, 3);
    ask("4 rows, 1 input", 4, 1);
    ask("1 row, 1 input", 1, 1);
    question.decide();
}

BOOST_AUTO_TEST_CASE(
    learning_rule,
    *label("1.6") * points(4) * source("Rosenblatt 1958; A, B: similar to gradient descent") *
        hint("let the unit answer first. If it is right, nothing moves; if not, which way must its "
             "sum go, and which inputs can push it there?") *
        hint("t − y is 0 for a right answer, +1 for a wrong 0, −1 for a wrong 1; that number, "
             "times η, times each input, is what the weights move by. The bias has the input 1") *
        hint("train: two loops, epochs outside and rows inside; compare classify(x, unit) with the "
             "target before the update, keep the count of every epoch, stop after a count of 0"))
{
    Question update{perceptron::rosenblatt_update};
    update.worked("the unit of the text, a wrong 1", Unit{{-0.5, -1.5}, -0.25}, {{0.5, -1}, 0.25},
                  {2, 1}, 0, 0.5);
    update.worked("the unit of the text, a wrong 0", Unit{{1, -0.5}, 0.75}, {{0.5, -1}, 0.25},
                  {1, 1}, 1, 0.5);
    update.worked("the unit of the text, a right 1", Unit{{0.5, -1}, 0.25}, {{0.5, -1}, 0.25},
                  {2, 1}, 1, 0.5);
    for (const int draw : draws(16)) {
        const bool target = draw % 2 == 0;
        const bool answer = draw / 2 % 2 == 0;
        const std::size_t n = draw < 12 ? random_size(2, 4) : 1;
        const Vector x = generic_vector(n, low, high), w = generic_vector(n, low, high);
        // The sum is small, so that a bias that moves first changes the answer.
        const double sum = judging::random().uniform(0.05, 0.3) * (answer ? 1 : -1);
        const Unit unit{w, sum - oracle::weighted_sum(x, w, 0)};
        const double eta = judging::random().uniform(0.35, 0.85);
        update.expect(fmt::format("answer {:d}, target {:d}", answer, target),
                      oracle::updated(unit, x, target, eta), unit, x, target, eta);
    }
    for (const int draw : draws(4)) {
        // So far off that the answer stays wrong after the update.
        const bool target = draw % 2 == 0;
        const std::size_t n = 1 + static_cast<std::size_t>(draw);
        const Vector x = generic_vector(n, low, high), w = generic_vector(n, low, high);
        const double eta = judging::random().uniform(0.35, 0.85);
        const double sum = (target ? -2 : 2) * eta * oracle::weighted_sum(x, x, 1);
        const Unit unit{w, sum - oracle::weighted_sum(x, w, 0)};
        update.expect("an answer that is wrong before and after",
                      oracle::updated(unit, x, target, eta), unit, x, target, eta);
    }
    update.decide();

    Question train{perceptron::train};
    train.worked("OR, as in the text", Training{{{1, 1}, 0}, {1, 2, 1, 0}}, corners, or_column,
                 zero_unit(2), 1, 20);
    train.worked("AND, as in the text", Training{{{2, 1}, -2}, {1, 3, 3, 2, 1, 0}}, corners,
                 and_column, zero_unit(2), 1, 20);
    const auto ask = [&](const std::string& where, const Matrix& X, const Vector& targets,
                         const Unit& start, double eta, std::size_t max_epochs) {
        train.expect(where, oracle::train(X, targets, start, eta, max_epochs), X, targets, start,
                     eta, max_epochs);
    };
    ask("AND, η = ½, three epochs at most", corners, and_column, zero_unit(2), 0.5, 3);
    ask("XOR, seven epochs at most", corners, xor_column, zero_unit(2), 1, 7);
    ask("XOR, one epoch", corners, xor_column, {{0.5, -1}, 0.25}, 1, 1);
    ask("OR, which the start already answers, three epochs at most", corners, or_column,
        {{1, 1}, -0.5}, 1, 3);
    for (const std::size_t inputs : {2u, 3u, 2u, 1u}) {
        const Separable data = separable(random_size(5, 8), inputs, 0.1);
        ask("random separable rows, a random start", data.X, data.targets,
            {generic_vector(inputs, low, high), generic(low, high)},
            judging::random().uniform(0.35, 0.85), 12);
    }
    // A start with all answers wrong: the updates of the first epoch matter row by row.
    const Separable data = separable(6, 2, 0.1);
    ask("random separable rows, the wrong way round at first", data.X, data.targets,
        {-data.separator.w, -data.separator.b}, judging::random().uniform(0.35, 0.85), 12);
    train.decide();
}

BOOST_AUTO_TEST_CASE(
    convergence,
    *label("1.7") * points(3) * source("Novikoff 1962") *
        hint("first the margins s (w·x + b), one per row, with s = +1 for target 1 and −1 for "
             "target 0; is the smallest above 0?") *
        hint("the bias is the weight of an input that is always 1, so ‖(x, 1)‖² = ‖x‖² + 1 and "
             "‖(w, b)‖² = ‖w‖² + b²") *
        hint("γ is the smallest margin divided by ‖(w, b)‖, R² the largest ‖x‖² + 1 of all rows; "
             "return R²/γ²"))
{
    Question question{perceptron::mistake_bound};
    question.worked("AND with the separator of the text", 51, corners, and_column, {{1, 1}, -1.5});
    question.worked("OR with the separator (2, 2), −1", 27, corners, or_column, {{2, 2}, -1});
    for (const int draw : draws(8)) {
        const std::size_t inputs = draw == 0 ? 1 : 2 + draw % 2;
        const Separable data = separable(random_size(5, 8), inputs, 0.12);
        const double bound = oracle::mistake_bound(data.X, data.separator);
        question.expect("random separable rows", bound, data.X, data.targets, data.separator);

        // The same line, written with other numbers: the smallest margin far above 1, and near 0.
        for (const double factor : {300.0, 0.003})
            question.expect(fmt::format("the same with {} times the separator", factor), bound,
                            data.X, data.targets,
                            {factor * data.separator.w, factor * data.separator.b});

        // The theorem itself.
        const Training training = oracle::train(data.X, data.targets, zero_unit(inputs), 1, 1000);
        const std::size_t mistakes = oracle::total_mistakes(training);
        if (training.mistakes_per_epoch.back() != 0 || static_cast<double>(mistakes) > bound)
            throw std::logic_error("separable rows break the convergence theorem");
        question.accept(
            "random separable rows, and training on them",
            [=](double answer) {
                return static_cast<double>(mistakes) <= answer
                           ? std::string()
                           : fmt::format("training on these rows from zero weights makes {} "
                                         "mistakes, more than this bound allows",
                                         mistakes);
            },
            data.X, data.targets, data.separator);
    }
    // Every margin, divided by ‖(w, b)‖ or not, is above any number to look for the smallest from.
    {
        const Vector w = generic_vector(2, low, high);
        Matrix X = Matrix::from_shape({5, 2});
        Vector targets = Vector::from_shape({5});
        for (std::size_t n = 0; n < 5; ++n) {
            targets(n) = n % 2 == 0 ? 1 : 0;
            const double along = (2 * targets(n) - 1) * judging::random().uniform(0.4, 1.2);
            const double across = judging::random().uniform(-1.0, 1.0);
            xt::row(X, n) =
                1e40 * Vector{along * w(0) - across * w(1), along * w(1) + across * w(0)};
        }
        const Unit separator{w, 0};
        const double bound = oracle::mistake_bound(X, separator);
        question.expect("rows of length 10⁴⁰, bias 0", bound, X, targets, separator);

        // Looked for from 100 on, or 1e9, or 1e18? The bound gives that number away.
        double smallest = std::numeric_limits<double>::infinity();
        for (std::size_t n = 0; n < 5; ++n)
            smallest = std::min(smallest, std::abs(oracle::weighted_sum(xt::row(X, n), w, 0)));
        const double length = std::sqrt(oracle::weighted_sum(w, w, 0));
        question.accept(
            "the same rows",
            [=](double answer) -> std::string {
                const double start = smallest * std::sqrt(bound / answer);
                if (is_power_of_ten(start))
                    recognise("mistake_bound.smallest_from_1e9", fmt::format("{:g}", start));
                if (is_power_of_ten(start / length))
                    recognise("mistake_bound.gamma_from_1e9", fmt::format("{:g}", start / length));
                return "";
            },
            X, targets, separator);
    }
    question.throws("the AND unit (1, 1), −1, with two rows exactly on the line", corners,
                    and_column, {{1, 1}, -1});
    // The row farthest from the line gets the other target: its margin is far below 0.
    for (;;) {
        Separable data = separable(6, 2, 0.12);
        std::size_t farthest = 0;
        double largest = 0;
        for (std::size_t n = 0; n < 6; ++n) {
            const double distance = std::abs(
                oracle::weighted_sum(xt::row(data.X, n), data.separator.w, data.separator.b));
            if (distance > largest) {
                largest = distance;
                farthest = n;
            }
        }
        if (largest < 2.5 * std::abs(data.separator.b))
            continue;
        data.targets(farthest) = 1 - data.targets(farthest);
        question.throws("one row on the wrong side", data.X, data.targets, data.separator);
        break;
    }
    Separable data = separable(5, 2, 0.12);
    xt::row(data.X, 3) = xt::row(data.X, 1);
    data.targets(3) = 1 - data.targets(1);
    question.throws("the same row with both targets", data.X, data.targets, data.separator);
    question.decide();
}

BOOST_AUTO_TEST_CASE(
    XOR_is_impossible,
    *label("1.8") * points(2) * source("A, B: limits of the perceptron") *
        hint("the sum of the four left sides, each times its multiplier, must be 0 whatever w1, w2 "
             "and b are") *
        hint("collect the terms: what are the coefficients of w1, of w2 and of b? Each of the "
             "three must be 0") *
        hint("w1 stands in the third and the fourth inequality with opposite signs, so their "
             "multipliers are equal; w2 says the same of the second and the fourth"))
{
    Question question{perceptron::xor_contradiction};
    question.accept("the four multipliers", [](const Vector& m) -> std::string {
        if (m.size() != 4)
            return fmt::format("four inequalities need four multipliers, not {}", m.size());
        double largest = 0;
        for (const double multiplier : m) {
            if (!std::isfinite(multiplier))
                return "a multiplier is not a finite number";
            largest = std::max(largest, std::abs(multiplier));
        }
        if (largest == 0) {
            recognise("xor_contradiction.all_zeros");
            return "with zeros alone the sum says 0 ≥ 0";
        }
        const std::array<std::string, 4> names{"−b ≥ 0", "w2 + b > 0", "w1 + b > 0",
                                               "−(w1 + w2 + b) ≥ 0"};
        for (std::size_t n = 0; n < 4; ++n) {
            if (m(n) < 0) {
                recognise("xor_contradiction.negative_multiplier");
                return fmt::format("{:.6g} times {} turns the inequality round", m(n), names[n]);
            }
        }
        const double w1 = m(2) - m(3), w2 = m(1) - m(3), b = -m(0) + m(1) + m(2) - m(3);
        const double rounding = 1e-12 * largest;
        if (std::abs(w1) <= rounding && std::abs(w2) <= rounding && std::abs(b) <= rounding)
            return "";
        recognise("xor_contradiction.terms_remain");
        return fmt::format("the left sides add up to ({:.6g}) w1 + ({:.6g}) w2 + ({:.6g}) b, "
                           "which is not 0 for every w1, w2 and b",
                           w1, w2, b);
    });
    question.decide();
}
