/// @file
/// The graded steps of chapter 7. Expected numbers are worked out by hand in the chapter's text,
/// come from oracle.hpp, or from trajectories/make_trajectories.py.
#include "judging/judge/generic.hpp"

#include "functions.hpp"
#include "optimizers.hpp"
#include "oracle.hpp"
#include "trajectories/trajectories.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

using namespace judging;
using optimizers::Adadelta;
using optimizers::Adam;
using optimizers::Adaptive;
using optimizers::Batches;
using optimizers::Epsilon;
using optimizers::Momentum;
using workbook::Matrix;
using workbook::Vector;

namespace oracle = optimizers::oracle;
namespace trajectories = optimizers::trajectories;

namespace {

const double nan_value = std::numeric_limits<double>::quiet_NaN();
const double infinite = std::numeric_limits<double>::infinity();

Vector positive_vector(std::size_t n, double low, double high)
{
    return judging::random().uniform_vector(n, low, high);
}

/// Sizes at which no vector is as long as the hyperparameters are many.
std::size_t some_size(int draw)
{
    return 1 + static_cast<std::size_t>(draw % 4);
}

Epsilon some_position(int draw)
{
    return draw % 2 == 0 ? Epsilon::inside : Epsilon::outside;
}

const char* const in_the_text = "the worked example of the text";

/// The numbers of the text: the same parameters and gradient go through all optimizers.
namespace text {

const Vector w{0.5, -0.3};
const Vector gradient{0.4, -0.2};
const Vector v{0.1, -0.05};
const double eta = 0.1;
const double alpha = 0.9;

const Matrix X{{1.0, 0.5}, {1.0, -1.0}, {1.0, 2.0}, {1.0, 1.5}, {1.0, -0.5}};
const Vector targets{1.2, -0.4, 2.9, 2.1, 0.4};
const Vector line{0.3, 0.5};
const std::vector<std::size_t> order{3, 0, 4, 2, 1};
const Batches pairs{{3, 0}, {4, 2}, {1}};
const Adam adam{w, {0.07, -0.03}, {0.0003, 0.0001}, {0.0005, 0.0001}, 2};
const Vector adam_m{0.103, -0.047};
const Vector adam_g{0.0004597, 0.0001399};

} // namespace text

/// What no optimizer accepts as a learning rate.
const std::vector<double> no_rates{0.0, -0.1, nan_value, infinite};
const std::vector<double> no_fractions{1.0, -0.1, nan_value};
const std::vector<double> no_epsilons{0.0, -1e-6, nan_value, infinite};

/// Whether a run of steps, whose first answer is `state`, follows a trajectory to 1e-12.
template <class State, class Step>
std::string off_the_trajectory(const trajectories::Trajectory& run, State state, const Step& step)
{
    for (std::size_t k = 1;; ++k) {
        const std::vector<double> numbers = judging::flatten(state).numbers;
        for (std::size_t i = 0; i < run.rows[k].size(); ++i) {
            const double expected = run.rows[k][i];
            const double got = i < numbers.size() ? numbers[i] : nan_value;
            if (!(std::abs(got - expected) <= 1e-12 * std::max(1.0, std::abs(expected))))
                return "after " + std::to_string(k) + " steps of " + run.call + " " +
                       (i < numbers.size() ? judging::flatten(state).places[i] : "an entry") +
                       " is " + to_text(got, 15) + " and should be " + to_text(expected, 15);
        }
        if (k + 1 == run.rows.size())
            return "";
        state = step(state, static_cast<int>(k));
    }
}

/// The same; the step gets the number of steps made before, and may throw.
template <class State, class Step>
std::string complaint_about(const trajectories::Trajectory& run, const State& first,
                            const Step& step)
{
    try {
        return off_the_trajectory(run, first, step);
    } catch (const StudentThrew& error) {
        return "a later step of " + std::string(run.call) + " throws: " + error.what();
    }
}

Vector beale_slopes(const Vector& w)
{
    return gradient(oracle::Beale{}, w);
}

const Vector start{1.5, -0.5};
const Vector zero{0.0, 0.0};

/// Keras' learning rate before the update with this number, the first being 0.
double rate(double lr, double decay, int t)
{
    return lr / (1.0 + decay * t);
}

} // namespace

BOOST_AUTO_TEST_CASE(
    gradients_of_the_test_functions,
    *label("7.1") * points(4) *
        source("D: comparisons \"Long valley\", \"Beale's function\", \"Saddle point\"") *
        hint("First the values. Then differentiate with respect to one variable at a time; the "
             "other one is a constant.") *
        hint(
            "A square u² has the slope 2 u · (slope of u). In the valley u is 1 − x and y − x²; in "
            "Beale's function u is each of the three brackets.") *
        hint("Valley: (−2 (1 − x) − 400 x (y − x²), 200 (y − x²)). Bowl: (x, κ y). Saddle: "
             "(2x, −2y).") *
        hint("Beale, with its brackets a, b, c: ∂f/∂x = 2a (y − 1) + 2b (y² − 1) + 2c (y³ − 1), "
             "∂f/∂y = 2a x + 2b · 2xy + 2c · 3xy²."))
{
    const auto ask = [](auto value, auto slope, const auto& f, const char* name, const Vector& at,
                        double worked_value, const Vector& worked_slope) {
        Question height{value};
        height.worked(in_the_text, worked_value, at);
        Question gradient{slope};
        gradient.worked(in_the_text, worked_slope, at);
        for ([[maybe_unused]] int draw : draws(10)) {
            const Vector w = generic_vector(2);
            height.expect(name, f(oracle::numbers(w)), w);
            gradient.expect(name, oracle::slopes(f, w), w);
        }
        for (std::size_t size : {0u, 1u, 3u}) {
            height.throws("not two parameters", xt::ones<double>({size}));
            gradient.throws("not two parameters", xt::ones<double>({size}));
        }
        height.decide();
        gradient.decide();
    };
    ask(optimizers::valley, optimizers::valley_gradient, oracle::Valley{}, "a random point",
        Vector{-0.5, 0.8}, 32.5, Vector{107.0, 110.0});

    Question bowl{optimizers::bowl};
    bowl.worked(in_the_text, 1.25, Vector{0.5, -0.3}, 25.0);
    Question bowl_gradient{optimizers::bowl_gradient};
    bowl_gradient.worked(in_the_text, Vector{0.5, -7.5}, Vector{0.5, -0.3}, 25.0);
    for ([[maybe_unused]] int draw : draws(10)) {
        const Vector w = generic_vector(2);
        const double kappa = between(2.0, 30.0);
        const oracle::Bowl f{kappa};
        bowl.expect("a random point", f(oracle::numbers(w)), w, kappa);
        bowl_gradient.expect("a random point", oracle::slopes(f, w), w, kappa);
    }
    bowl.throws("three parameters", Vector{1.0, 2.0, 3.0}, 25.0);
    bowl_gradient.throws("one parameter", Vector{1.0}, 25.0);
    bowl.decide();
    bowl_gradient.decide();

    ask(optimizers::beale, optimizers::beale_gradient, oracle::Beale{}, "a random point",
        Vector{2.0, 0.5}, 1.578125, Vector{-3.15625, 7.625});
    ask(optimizers::saddle, optimizers::saddle_gradient, oracle::Saddle{}, "a random point",
        Vector{0.5, -0.3}, 0.16, Vector{1.0, 0.6});
}

namespace {

/// Why these are not batches that cover every row once; names what can be seen from outside.
std::string complaint_about_batches(const Batches& parts, const Batches& expected,
                                    const std::vector<std::size_t>& order)
{
    if (parts == expected)
        return "";
    std::set<std::size_t> seen;
    std::size_t rows = 0;
    bool sizes = parts.size() == expected.size();
    for (std::size_t k = 0; k < parts.size(); ++k) {
        seen.insert(parts[k].begin(), parts[k].end());
        rows += parts[k].size();
        sizes = sizes && parts[k].size() == expected[k].size();
    }
    const std::set<std::size_t> all(order.begin(), order.end());
    const bool of_the_order = std::includes(all.begin(), all.end(), seen.begin(), seen.end());
    if (sizes && of_the_order && seen.size() < rows) {
        recognise("batches.sampled");
        return "some rows come twice, others never";
    }
    if (seen != all)
        return "some of the rows never come, or rows come that are not in the order";
    return seen.size() < rows ? "some rows come more than once"
                              : "every row comes once, but not in the order given";
}

} // namespace

BOOST_AUTO_TEST_CASE(
    batch_stochastic_mini_batch,
    *label("7.2") * called("batch, stochastic, mini-batch") * points(4) *
        source("D: batch, stochastic and mini-batch descent; C") *
        hint("Batches: walk through the order and begin a new batch after every batch_size rows. "
             "What happens to the rows that are left over at the end?") *
        hint("Gradient of a batch: for every row n of the batch (x_n·w − t_n) x_n, added up and "
             "divided by the number of rows in this batch.") *
        hint("Mean over batches: a batch of |B| rows has the weight |B|/N, so that every row has "
             "1/N. Epoch: for each batch w ← w − η · its gradient at the current w."))
{
    const std::vector<std::size_t> ten{7, 2, 9, 0, 5, 3, 8, 1, 6, 4};
    Question batches{optimizers::batches};
    batches.worked("ten rows, three at a time", Batches{{7, 2, 9}, {0, 5, 3}, {8, 1, 6}, {4}}, ten,
                   3);
    for (int draw : draws(6)) {
        const std::size_t N = 8 + static_cast<std::size_t>(draw);
        const std::vector<std::size_t> order = judging::random().permutation(N);
        const int size = 3 + draw % 3;
        const Batches expected = oracle::batches(order, static_cast<std::size_t>(size));
        batches.expect("a random order", expected, order, size);
        batches.accept(
            "every row once",
            [=](const Batches& parts) { return complaint_about_batches(parts, expected, order); },
            order, size);
    }
    batches.expect("all rows in one batch", Batches{ten}, ten, 10);
    batches.expect("fewer rows than a batch holds", Batches{{2, 0, 1}}, {2, 0, 1}, 8);
    batches.expect("one row at a time", Batches{{2}, {0}, {1}}, {2, 0, 1}, 1);
    batches.expect("two batches and nothing left", Batches{{3, 1}, {0, 2}}, {3, 1, 0, 2}, 2);
    batches.expect("a single row", Batches{{4}}, {4}, 1);
    batches.expect("rows that come twice", Batches{{5, 5}, {2, 5}, {2}}, {5, 5, 2, 5, 2}, 2);
    batches.expect("no rows", Batches{}, {}, 3);
    batches.throws("batches of 0 rows", ten, 0);
    batches.throws("batches of −2 rows", ten, -2);
    batches.decide();

    Question of_batch{optimizers::batch_gradient};
    of_batch.worked("rows 3 and 0 of the text", Vector{-0.85, -0.95}, text::line, text::X,
                    text::targets, {3, 0});
    of_batch.worked("all rows of the text", Vector{-0.69, -1.025}, text::line, text::X,
                    text::targets, text::order);
    for (int draw : draws(8)) {
        const std::size_t inputs = 2 + static_cast<std::size_t>(draw % 2);
        const std::size_t N = 7 + static_cast<std::size_t>(draw % 3);
        const Matrix X = generic_matrix(N, inputs);
        const Vector w = generic_vector(inputs), targets = generic_vector(N);
        std::vector<std::size_t> rows = judging::random().permutation(N);
        rows.resize(draw == 0 ? 1 : 3 + static_cast<std::size_t>(draw % 3));
        of_batch.expect("random rows", oracle::slopes(oracle::RowsError{X, targets, rows}, w), w, X,
                        targets, rows);
    }
    for (const auto& [N, inputs] : {std::pair<std::size_t, std::size_t>{5, 1}, {2, 4}, {3, 3}}) {
        const Matrix X = generic_matrix(N, inputs);
        const Vector w = generic_vector(inputs), targets = generic_vector(N);
        for (const std::vector<std::size_t>& rows :
             {std::vector<std::size_t>{1}, {1, 0}, {1, 0, 1}})
            of_batch.expect("rows of data of another shape, one of them twice",
                            oracle::slopes(oracle::RowsError{X, targets, rows}, w), w, X, targets,
                            rows);
    }
    of_batch.throws("an empty batch", text::line, text::X, text::targets, {});
    of_batch.throws("a row that is not there", text::line, text::X, text::targets, {1, 5});
    of_batch.throws("more weights than columns", Vector{1.0, 2.0, 3.0}, text::X, text::targets,
                    {0});
    of_batch.throws("fewer targets than rows", text::line, text::X, Vector{1.0}, {0});
    of_batch.decide();

    Question mean{optimizers::mean_gradient};
    mean.worked("the three batches of the text", Vector{-0.69, -1.025}, text::line, text::X,
                text::targets, text::pairs);
    for (int draw : draws(6)) {
        const std::size_t N = 7 + static_cast<std::size_t>(draw % 2);
        const Matrix X = generic_matrix(N, 2);
        const Vector w = generic_vector(2), targets = generic_vector(N);
        const std::vector<std::size_t> order = judging::random().permutation(N);
        // Unbiased: whatever the batches, the mean is the gradient of all rows.
        mean.expect("batches that cover all rows",
                    oracle::slopes(oracle::RowsError{X, targets, order}, w), w, X, targets,
                    oracle::batches(order, 3));
        Batches all_pairs;
        for (std::size_t i = 0; i < N; ++i)
            for (std::size_t j = i + 1; j < N; ++j)
                all_pairs.push_back({i, j});
        mean.expect("all batches of two that there are",
                    oracle::slopes(oracle::RowsError{X, targets, order}, w), w, X, targets,
                    all_pairs);
        Batches some = oracle::batches(order, 3);
        some.pop_back();
        std::vector<std::size_t> rows(order.begin(), order.begin() + 6);
        mean.expect("batches that leave rows out",
                    oracle::slopes(oracle::RowsError{X, targets, rows}, w), w, X, targets, some);
    }
    for (const auto& [N, inputs] : {std::pair<std::size_t, std::size_t>{6, 1}, {6, 4}, {6, 6}}) {
        const Matrix X = generic_matrix(N, inputs);
        const Vector w = generic_vector(inputs), targets = generic_vector(N);
        for (const Batches& parts :
             {Batches{{4}}, Batches{{5, 0, 2, 1}, {3}}, Batches{{1, 1}, {1}, {2, 4, 1}}}) {
            std::vector<std::size_t> rows;
            for (const auto& part : parts)
                rows.insert(rows.end(), part.begin(), part.end());
            mean.expect("batches of other sizes, data of another shape",
                        oracle::slopes(oracle::RowsError{X, targets, rows}, w), w, X, targets,
                        parts);
        }
    }
    mean.throws("no batches", text::line, text::X, text::targets, Batches{});
    mean.throws("an empty batch among others", text::line, text::X, text::targets,
                Batches{{0, 1}, {}});
    mean.decide();

    Question epoch{optimizers::epoch};
    epoch.worked("mini-batches of two", Vector{0.45215625, 0.73440625}, text::line, text::X,
                 text::targets, text::order, 2, 0.1);
    epoch.worked("one batch of all rows", Vector{0.369, 0.6025}, text::line, text::X, text::targets,
                 text::order, 5, 0.1);
    epoch.worked("row by row", Vector{0.57863265625, 0.89426890625}, text::line, text::X,
                 text::targets, text::order, 1, 0.1);
    for (int draw : draws(6)) {
        const std::size_t N = 7 + static_cast<std::size_t>(draw % 2);
        const Matrix X = generic_matrix(N, 2);
        const Vector w = generic_vector(2), targets = generic_vector(N);
        std::vector<std::size_t> order = judging::random().permutation(N);
        const int size = draw == 0 ? 1 : 3;
        const double eta = between(0.1, 0.3);
        Vector moved = w;
        for (const auto& rows : oracle::batches(order, static_cast<std::size_t>(size)))
            moved -= eta * gradient(oracle::RowsError{X, targets, rows}, moved);
        epoch.expect("random data", moved, w, X, targets, order, size, eta);
    }
    for (const auto& [N, inputs, size] :
         {std::tuple<std::size_t, std::size_t, int>{5, 1, 2}, {6, 4, 4}, {4, 3, 9}}) {
        const Matrix X = generic_matrix(N, inputs);
        const Vector w = generic_vector(inputs), targets = generic_vector(N);
        // Not all rows, and one of them twice.
        const std::vector<std::size_t> order{3, 0, 2, 3};
        Vector moved = w;
        for (const auto& rows : oracle::batches(order, static_cast<std::size_t>(size)))
            moved -= 0.15 * gradient(oracle::RowsError{X, targets, rows}, moved);
        epoch.expect("data of another shape, some of the rows", moved, w, X, targets, order, size,
                     0.15);
    }
    epoch.throws("batches of 0 rows", text::line, text::X, text::targets, text::order, 0, 0.1);
    epoch.throws("no rows", text::line, text::X, text::targets, {}, 2, 0.1);
    epoch.throws("a row that is not there", text::line, text::X, text::targets, {0, 9}, 2, 0.1);
    for (double eta : no_rates)
        epoch.throws("a learning rate that is none", text::line, text::X, text::targets,
                     text::order, 2, eta);
    epoch.decide();
}

BOOST_AUTO_TEST_CASE(
    descent_with_decay,
    *label("7.3") * points(2) *
        source("A, B: SGD(lr), and the option decay of RMSprop, Adadelta and Adam") *
        hint("Against the gradient, by η times its size.") *
        hint("The rate is divided by a number that is 1 at first and grows by d with every update: "
             "η / (1 + d t)."))
{
    Question question{optimizers::descend};
    question.worked(in_the_text, Vector{0.46, -0.28}, text::w, text::gradient, text::eta);
    for (int draw : draws(8)) {
        const std::size_t n = some_size(draw);
        const Vector w = generic_vector(n), slope = generic_vector(n);
        const double eta = between(0.05, 0.6);
        Vector moved = w;
        for (std::size_t i = 0; i < n; ++i)
            moved(i) = std::fma(-eta, slope(i), w(i));
        question.expect("random parameters", moved, w, slope, eta);
    }
    question.expect("NaN stays in its place", Vector{nan_value, 0.9}, Vector{1.0, 1.0},
                    Vector{nan_value, 1.0}, 0.1);
    question.accept(
        "25 steps of SGD(lr=0.01)",
        [](const Vector& w) {
            // The rows hold the velocity too; the parameters alone are compared.
            trajectories::Trajectory run = trajectories::sgd;
            for (auto& row : run.rows)
                row.resize(2);
            const auto step = [](const Vector& at, int) {
                return optimizers::descend(at, beale_slopes(at), 0.01);
            };
            return complaint_about(run, w, step);
        },
        start, beale_slopes(start), 0.01);
    question.accept(
        "25 steps of SGD(lr=0.01, decay=0.05)",
        [](const Vector& w) {
            trajectories::Trajectory run = trajectories::sgd_decay;
            for (auto& row : run.rows)
                row.resize(2);
            const auto step = [](const Vector& at, int t) {
                return optimizers::descend(at, beale_slopes(at), rate(0.01, 0.05, t));
            };
            return complaint_about(run, w, step);
        },
        start, beale_slopes(start), 0.01);
    question.throws("a gradient of another size", text::w, Vector{1.0}, 0.1);
    for (double eta : no_rates)
        question.throws("a learning rate that is none", text::w, text::gradient, eta);
    question.decide();

    Question decayed{optimizers::decayed};
    decayed.worked("the first update", 0.1, 0.1, 0.05, 0);
    decayed.worked("after 20 updates with d = 0.05", 0.05, 0.1, 0.05, 20);
    for ([[maybe_unused]] int draw : draws(8)) {
        const double eta = between(0.1, 1.0), decay = between(0.05, 0.5);
        const int t = 2 + static_cast<int>(judging::random().index(20));
        decayed.expect("random numbers", 1.0 / (1.0 / eta + decay / eta * t), eta, decay, t);
    }
    decayed.expect("no decay", 0.3, 0.3, 0.0, 7);
    decayed.expect("the second update", 0.2, 0.3, 0.5, 1);
    decayed.expect("a decay above 1", 0.02, 0.3, 3.5, 4);
    decayed.throws("a decay below 0", 0.1, -0.5, 1);
    decayed.throws("a decay that is no number", 0.1, nan_value, 1);
    decayed.throws("−1 updates", 0.1, 0.05, -1);
    for (double eta : no_rates)
        decayed.throws("a learning rate that is none", eta, 0.05, 1);
    decayed.decide();
}

BOOST_AUTO_TEST_CASE(
    momentum,
    *label("7.4") * points(3) *
        source("C: momentum; E: momentum as a weighted sum (erratum 8); A, B: SGD(lr, momentum)") *
        hint("Two lines: first the new velocity from the old one, then the parameters by the new "
             "velocity.") *
        hint("v ← α v − η ∇, w ← w + v. Nothing more is added to w: v holds −η ∇ already.") *
        hint(
            "Unroll v: v_t = −η (∇_t + α ∇_(t−1) + α² ∇_(t−2) + …). The exponent is the age of the "
            "gradient; the newest, in the last row, has the age 0."))
{
    Question step{optimizers::momentum_step};
    step.worked(in_the_text, Momentum{{0.55, -0.325}, {0.05, -0.025}}, {text::w, text::v},
                text::gradient, text::eta, text::alpha);
    for (int draw : draws(10)) {
        const std::size_t n = some_size(draw);
        const Momentum state{generic_vector(n), 0.5 * generic_vector(n)};
        const Vector slope = generic_vector(n);
        const double eta = between(0.05, 0.4), alpha = between(0.2, 0.95);
        step.expect("random numbers", oracle::momentum(state, slope, eta, alpha), state, slope, eta,
                    alpha);
    }
    step.expect("α = 0, plain descent", Momentum{{0.75, -0.5, 1.0}, {-0.25, 0.5, 0.0}},
                {{1.0, -1.0, 1.0}, {0.3, 0.4, 0.5}}, Vector{0.5, -1.0, 0.0}, 0.5, 0.0);
    step.expect("NaN stays in its place", Momentum{{nan_value, 0.5}, {nan_value, -0.5}},
                {{1.0, 1.0}, {0.0, 0.0}}, Vector{nan_value, 1.0}, 0.5, 0.9);
    const auto run = [&](const trajectories::Trajectory& expected, double decay) {
        step.accept(
            std::string("25 steps of ") + expected.call,
            [=](const Momentum& first) {
                const auto one = [=](const Momentum& state, int t) {
                    return optimizers::momentum_step(state, beale_slopes(state.w),
                                                     rate(0.01, decay, t), 0.9);
                };
                return complaint_about(expected, first, one);
            },
            {start, zero}, beale_slopes(start), 0.01, 0.9);
    };
    run(trajectories::momentum, 0.0);
    run(trajectories::momentum_decay, 0.05);
    step.throws("a gradient of another size", {text::w, text::v}, Vector{1.0}, 0.1, 0.9);
    step.throws("a velocity of another size", {text::w, Vector{0.0}}, text::gradient, 0.1, 0.9);
    for (double eta : no_rates)
        step.throws("a learning rate that is none", {text::w, text::v}, text::gradient, eta, 0.9);
    for (double alpha : no_fractions)
        step.throws("a fraction outside [0, 1)", {text::w, text::v}, text::gradient, 0.1, alpha);
    step.decide();

    Question past{optimizers::velocity_of_past};
    past.worked("three gradients of the text", Vector{-0.0463, -0.0331},
                Matrix{{0.3, 0.1}, {-0.2, 0.5}, {0.4, -0.2}}, 0.1, 0.9);
    for (int draw : draws(8)) {
        const std::size_t t = 3 + static_cast<std::size_t>(draw % 4);
        const std::size_t n = 1 + static_cast<std::size_t>(draw % 3);
        const Matrix gradients = generic_matrix(t, n);
        const double eta = between(0.05, 0.4), alpha = between(0.3, 0.9);
        // Step after step, as the recursion has it.
        Momentum state{xt::zeros<double>({n}), xt::zeros<double>({n})};
        for (std::size_t k = 0; k < t; ++k)
            state = oracle::momentum(state, xt::view(gradients, k, xt::all()), eta, alpha);
        past.expect("random gradients", state.v, gradients, eta, alpha);
    }
    past.expect("the first gradient alone", Vector{-0.03, 0.02, 0.0}, Matrix{{0.3, -0.2, 0.0}}, 0.1,
                0.9);
    past.expect("two gradients", Vector{0.005}, Matrix{{0.3}, {-0.2}}, 0.1, 0.5);
    past.expect("α = 0, the last gradient alone", Vector{0.02, -0.05},
                Matrix{{0.3, 0.1}, {-0.2, 0.5}}, 0.1, 0.0);
    past.expect("no gradients yet", Vector{0.0, 0.0}, xt::zeros<double>({0, 2}), 0.1, 0.9);
    for (double eta : no_rates)
        past.throws("a learning rate that is none", Matrix{{0.3, 0.1}}, eta, 0.9);
    for (double alpha : no_fractions)
        past.throws("a fraction outside [0, 1)", Matrix{{0.3, 0.1}}, 0.1, alpha);
    past.decide();
}

BOOST_AUTO_TEST_CASE(
    nesterov,
    *label("7.5") * called("Nesterov") * points(3) *
        source("D: Nesterov accelerated gradient; A, B: SGD(lr, momentum, nesterov=True)") *
        hint("Where would the parameters be if the gradient were 0? Of the velocity only α v is "
             "left.") *
        hint("Take the gradient at w + α v, and use it as momentum uses its gradient: the new v is "
             "added to the old w.") *
        hint("Keras: the same new v, but w ← w + α v − η ∇, with the gradient once in v and once "
             "more, because the parameters run ahead by α v."))
{
    Question ahead{optimizers::look_ahead};
    ahead.worked(in_the_text, Vector{0.59, -0.345}, {text::w, text::v}, 0.9);
    for (int draw : draws(8)) {
        const std::size_t n = some_size(draw);
        const Momentum state{generic_vector(n), generic_vector(n)};
        const double alpha = between(0.15, 0.4) + (draw % 2) * 0.45;
        Vector position = state.w;
        for (std::size_t i = 0; i < n; ++i)
            position(i) = std::fma(alpha, state.v(i), state.w(i));
        ahead.expect("random numbers", position, state, alpha);
    }
    ahead.expect("α = 0, no look ahead", text::w, {text::w, text::v}, 0.0);
    ahead.throws("a velocity of another size", {text::w, Vector{0.0}}, 0.9);
    for (double alpha : no_fractions)
        ahead.throws("a fraction outside [0, 1)", {text::w, text::v}, alpha);
    ahead.decide();

    using Slopes = std::function<Vector(const Vector&)>;
    const Slopes of_bowl =
        of_size(2, [](const Vector& w) { return gradient(oracle::Bowl{25.0}, w); });
    const Slopes of_beale = of_size(2, beale_slopes);
    Question step{optimizers::nesterov_step};
    step.worked(in_the_text, Momentum{{0.5782, -0.1725}, {0.0782, 0.1275}}, {text::w, text::v},
                of_bowl, 0.02, 0.9);
    for (int draw : draws(8)) {
        const Momentum state{generic_vector(2), 0.4 * generic_vector(2)};
        const double eta = between(0.02, 0.1), alpha = between(0.3, 0.9);
        const Slopes& slopes = draw % 2 == 0 ? of_bowl : of_beale;
        Vector position = state.w;
        for (std::size_t i = 0; i < 2; ++i)
            position(i) += alpha * state.v(i);
        step.expect("random numbers", oracle::momentum(state, slopes(position), eta, alpha), state,
                    slopes, eta, alpha);
    }
    // Entry by entry, so that any number of parameters will do.
    const Slopes of_waves = [](const Vector& w) { return Vector(xt::sin(2.0 * w)); };
    for (std::size_t n : {1u, 3u, 5u}) {
        const Momentum state{generic_vector(n), 0.4 * generic_vector(n)};
        for (double alpha : {0.8, 0.0})
            step.expect("another number of parameters, α = " + to_text(alpha),
                        oracle::momentum(state, of_waves(state.w + alpha * state.v), 0.3, alpha),
                        state, of_waves, 0.3, alpha);
    }
    step.accept(
        "25 steps with lr 0.01 and momentum 0.9",
        [=](const Momentum& first) {
            return complaint_about(trajectories::nesterov_paper, first,
                                   [=](const Momentum& state, int) {
                                       return optimizers::nesterov_step(state, of_beale, 0.01, 0.9);
                                   });
        },
        {start, zero}, of_beale, 0.01, 0.9);
    step.throws("a velocity of another size", {text::w, Vector{0.0}}, of_bowl, 0.1, 0.9);
    for (double eta : no_rates)
        step.throws("a learning rate that is none", {text::w, text::v}, of_bowl, eta, 0.9);
    for (double alpha : no_fractions)
        step.throws("a fraction outside [0, 1)", {text::w, text::v}, of_bowl, 0.1, alpha);
    step.decide();

    Question keras{optimizers::keras_nesterov_step};
    keras.worked(in_the_text, Momentum{{0.505, -0.3025}, {0.05, -0.025}}, {text::w, text::v},
                 text::gradient, 0.1, 0.9);
    for (int draw : draws(8)) {
        const std::size_t n = some_size(draw);
        const Momentum state{generic_vector(n), 0.5 * generic_vector(n)};
        const Vector slope = generic_vector(n);
        const double eta = between(0.05, 0.4), alpha = between(0.2, 0.95);
        keras.expect("random numbers", oracle::keras_nesterov(state, slope, eta, alpha), state,
                     slope, eta, alpha);
    }
    const Momentum two{text::w, text::v};
    keras.expect("α = 0, plain descent", oracle::keras_nesterov(two, text::gradient, 0.1, 0.0), two,
                 text::gradient, 0.1, 0.0);
    keras.accept(
        std::string("25 steps of ") + trajectories::nesterov.call,
        [](const Momentum& first) {
            return complaint_about(trajectories::nesterov, first, [](const Momentum& state, int) {
                return optimizers::keras_nesterov_step(state, beale_slopes(state.w), 0.01, 0.9);
            });
        },
        {start, zero}, beale_slopes(start), 0.01, 0.9);
    keras.throws("a gradient of another size", {text::w, text::v}, Vector{1.0}, 0.1, 0.9);
    for (double eta : no_rates)
        keras.throws("a learning rate that is none", {text::w, text::v}, text::gradient, eta, 0.9);
    for (double alpha : no_fractions)
        keras.throws("a fraction outside [0, 1)", {text::w, text::v}, text::gradient, 0.1, alpha);
    keras.decide();
}

namespace {

Adaptive generic_adaptive(std::size_t n)
{
    return {generic_vector(n), positive_vector(n, 0.05, 0.8)};
}

} // namespace

BOOST_AUTO_TEST_CASE(
    adagrad,
    *label("7.6") * called("Adagrad") * points(3) *
        source("A, B: Adagrad, formula and code (erratum 7); Adagrad(lr, epsilon)") *
        hint("Every parameter has its own sum of squared gradients. A parameter that has moved a "
             "lot should take smaller steps: divide by the root of its sum.") *
        hint("inside: √(g + ε), outside: √g + ε. The parameter `position` says which.") *
        hint(
            "First g ← g + ∇², entry by entry; then w ← w − η / root(g, ε, place) · ∇ with the new "
            "g."))
{
    Question root{optimizers::root};
    root.worked("g of the text, inside", Vector{0.500000999999, 0.223609033807}, Vector{0.25, 0.05},
                1e-6, Epsilon::inside);
    root.worked("g of the text, outside", Vector{0.500001, 0.223607797750}, Vector{0.25, 0.05},
                1e-6, Epsilon::outside);
    for (int draw : draws(10)) {
        const std::size_t n = some_size(draw);
        const Vector g = positive_vector(n, 0.01, 0.9);
        const double epsilon = between(0.01, 0.1);
        const Epsilon position = some_position(draw);
        Vector expected = g;
        for (double& value : expected)
            value = oracle::below(value, epsilon, position);
        root.expect(position == Epsilon::inside ? "random numbers, inside"
                                                : "random numbers, outside",
                    expected, g, epsilon, position);
    }
    root.expect("g = 0, inside", Vector{1e-3}, Vector{0.0}, 1e-6, Epsilon::inside);
    root.expect("g = 0, outside", Vector{1e-6}, Vector{0.0}, 1e-6, Epsilon::outside);
    for (double epsilon : no_epsilons)
        root.throws("an ε that is none", Vector{0.25}, epsilon, Epsilon::inside);
    root.decide();

    Question step{optimizers::adagrad_step};
    const Adaptive in_text{text::w, {0.09, 0.01}};
    step.worked("the text's example, ε inside",
                Adaptive{{0.420000160000, -0.210558175314}, {0.25, 0.05}}, in_text, text::gradient,
                0.1, 1e-6, Epsilon::inside);
    step.worked("the text's example, ε outside",
                Adaptive{{0.420000160000, -0.210557680898}, {0.25, 0.05}}, in_text, text::gradient,
                0.1, 1e-6, Epsilon::outside);
    for (int draw : draws(12)) {
        const std::size_t n = 2 + static_cast<std::size_t>(draw % 3);
        const Adaptive state = generic_adaptive(n);
        const Vector slope = generic_vector(n);
        const double eta = between(0.1, 0.5), epsilon = between(0.01, 0.1);
        const Epsilon position = some_position(draw);
        step.expect("random numbers",
                    oracle::adaptive(state, slope, eta, 0.0, false, epsilon, position), state,
                    slope, eta, epsilon, position);
    }
    const Adaptive one{{0.7}, {0.3}};
    step.expect("one parameter",
                oracle::adaptive(one, {-0.6}, 0.2, 0.0, false, 0.05, Epsilon::inside), one,
                Vector{-0.6}, 0.2, 0.05, Epsilon::inside);
    // At the start with a small gradient: inside the root ε stops the step, outside it hardly does.
    for (Epsilon position : {Epsilon::inside, Epsilon::outside})
        step.expect("a small gradient at the start",
                    oracle::adaptive({{1.0, 1.0}, zero}, Vector{1e-4, -1e-3}, 0.1, 0.0, false, 1e-6,
                                     position),
                    {{1.0, 1.0}, zero}, Vector{1e-4, -1e-3}, 0.1, 1e-6, position);
    step.expect("NaN stays in its place", Adaptive{{nan_value, 0.95}, {nan_value, 0.0144}},
                {{1.0, 1.0}, zero}, Vector{nan_value, 0.12}, 0.05, 1e-30, Epsilon::outside);
    const auto run = [&](const trajectories::Trajectory& expected, double decay, Epsilon position) {
        step.accept(
            std::string("25 steps of ") + expected.call,
            [=](const Adaptive& first) {
                return complaint_about(expected, first, [=](const Adaptive& state, int t) {
                    return optimizers::adagrad_step(state, beale_slopes(state.w),
                                                    rate(0.1, decay, t), 1e-6, position);
                });
            },
            {start, zero}, beale_slopes(start), 0.1, 1e-6, position);
    };
    run(trajectories::adagrad, 0.0, Epsilon::outside);
    run(trajectories::adagrad_decay, 0.05, Epsilon::outside);
    run(trajectories::adagrad_slides, 0.0, Epsilon::inside);
    step.throws("a gradient of another size", in_text, Vector{1.0}, 0.1, 1e-6, Epsilon::inside);
    step.throws("a sum of another size", {text::w, Vector{0.0}}, text::gradient, 0.1, 1e-6,
                Epsilon::inside);
    for (double eta : no_rates)
        step.throws("a learning rate that is none", in_text, text::gradient, eta, 1e-6,
                    Epsilon::inside);
    for (double epsilon : no_epsilons)
        step.throws("an ε that is none", in_text, text::gradient, 0.1, epsilon, Epsilon::inside);
    step.decide();
}

BOOST_AUTO_TEST_CASE(
    rmsprop,
    *label("7.7") * called("RMSProp") * points(2) *
        source("A, B: RMSProp; RMSprop(lr, rho, epsilon, decay); D") *
        hint("One line of Adagrad changes: the sum becomes an average that forgets.") *
        hint("g ← γ g + (1 − γ) ∇²: most of the old average, a little of the new square. Then the "
             "step of Adagrad."))
{
    Question step{optimizers::rmsprop_step};
    const Adaptive in_text{text::w, {0.09, 0.01}};
    step.worked("the text's example, ε inside",
                Adaptive{{0.371568402203, -0.124595142350}, {0.097, 0.013}}, in_text,
                text::gradient, 0.1, 0.9, 1e-6, Epsilon::inside);
    step.worked("the text's example, ε outside",
                Adaptive{{0.371568152556, -0.124589934587}, {0.097, 0.013}}, in_text,
                text::gradient, 0.1, 0.9, 1e-6, Epsilon::outside);
    for (int draw : draws(12)) {
        const std::size_t n = 2 + static_cast<std::size_t>(draw % 3);
        const Adaptive state = generic_adaptive(n);
        const Vector slope = generic_vector(n);
        const double eta = between(0.1, 0.5), gamma = between(0.6, 0.95);
        const double epsilon = between(0.01, 0.1);
        const Epsilon position = some_position(draw);
        step.expect("random numbers",
                    oracle::adaptive(state, slope, eta, gamma, true, epsilon, position), state,
                    slope, eta, gamma, epsilon, position);
    }
    const Adaptive one{{0.7}, {0.3}};
    for (double gamma : {0.8, 0.0})
        for (Epsilon position : {Epsilon::inside, Epsilon::outside})
            step.expect("one parameter, γ = " + to_text(gamma),
                        oracle::adaptive(one, {-0.6}, 0.2, gamma, true, 0.05, position), one,
                        Vector{-0.6}, 0.2, gamma, 0.05, position);
    for (Epsilon position : {Epsilon::inside, Epsilon::outside})
        step.expect(
            "a small gradient at the start, and none",
            oracle::adaptive({{1.0, 1.0}, zero}, Vector{1e-4, 0.0}, 0.1, 0.9, true, 1e-6, position),
            {{1.0, 1.0}, zero}, Vector{1e-4, 0.0}, 0.1, 0.9, 1e-6, position);
    const auto run = [&](const trajectories::Trajectory& expected, double decay, double epsilon,
                         Epsilon position) {
        step.accept(
            std::string("25 steps of ") + expected.call,
            [=](const Adaptive& first) {
                return complaint_about(expected, first, [=](const Adaptive& state, int t) {
                    return optimizers::rmsprop_step(state, beale_slopes(state.w),
                                                    rate(0.01, decay, t), 0.9, epsilon, position);
                });
            },
            {start, zero}, beale_slopes(start), 0.01, 0.9, epsilon, position);
    };
    run(trajectories::rmsprop, 0.0, 1e-7, Epsilon::outside);
    run(trajectories::rmsprop_decay, 0.05, 1e-7, Epsilon::outside);
    run(trajectories::rmsprop_slides, 0.0, 1e-6, Epsilon::inside);
    step.throws("a gradient of another size", in_text, Vector{1.0}, 0.1, 0.9, 1e-6,
                Epsilon::inside);
    for (double eta : no_rates)
        step.throws("a learning rate that is none", in_text, text::gradient, eta, 0.9, 1e-6,
                    Epsilon::inside);
    for (double gamma : no_fractions)
        step.throws("a fraction outside [0, 1)", in_text, text::gradient, 0.1, gamma, 1e-6,
                    Epsilon::inside);
    for (double epsilon : no_epsilons)
        step.throws("an ε that is none", in_text, text::gradient, 0.1, 0.9, epsilon,
                    Epsilon::inside);
    step.decide();
}

BOOST_AUTO_TEST_CASE(
    adadelta,
    *label("7.8") * called("Adadelta") * points(3) *
        source("A, B: Adadelta; Adadelta(lr, rho, epsilon, decay)") *
        hint("Two averages: of the squared gradients, as in RMSProp, and of the squared steps. The "
             "second takes the place of the learning rate.") *
        hint("The order matters: g first, then the step with the new g and the old s, then s with "
             "this step.") *
        hint("Δ = √(s + ε) / √(g + ε) · ∇; s ← γ s + (1 − γ) Δ²; w ← w − η Δ. η is not in s."))
{
    Question step{optimizers::adadelta_step};
    const Adadelta in_text{text::w, {0.09, 0.01}, {0.0004, 0.0009}};
    step.worked(in_the_text,
                Adadelta{{0.473804659392, -0.244021070455},
                         {0.0935, 0.0115},
                         {0.000414309793, 0.001011682028}},
                in_text, text::gradient, 1.0, 0.95, 1e-6);
    for (int draw : draws(12)) {
        const std::size_t n = some_size(draw);
        const Adadelta state{generic_vector(n), positive_vector(n, 0.05, 0.8),
                             positive_vector(n, 0.01, 0.2)};
        const Vector slope = generic_vector(n);
        const double eta = between(0.3, 0.8), gamma = between(0.6, 0.95);
        const double epsilon = between(0.01, 0.1);
        step.expect("random numbers", oracle::adadelta(state, slope, eta, gamma, epsilon), state,
                    slope, eta, gamma, epsilon);
    }
    const Adadelta three{{0.7, -0.4, 0.2}, {0.3, 0.0, 0.0}, {0.2, 0.0, 0.1}};
    const Vector slopes{-0.6, 0.5, 0.0};
    for (double gamma : {0.8, 0.0})
        step.expect("averages and slopes of 0 among others, γ = " + to_text(gamma),
                    oracle::adadelta(three, slopes, 0.5, gamma, 0.05), three, slopes, 0.5, gamma,
                    0.05);
    const auto run = [&](const trajectories::Trajectory& expected, double decay) {
        step.accept(
            std::string("25 steps of ") + expected.call,
            [=](const Adadelta& first) {
                return complaint_about(expected, first, [=](const Adadelta& state, int t) {
                    return optimizers::adadelta_step(state, beale_slopes(state.w),
                                                     rate(1.0, decay, t), 0.95, 1e-7);
                });
            },
            {start, zero, zero}, beale_slopes(start), 1.0, 0.95, 1e-7);
    };
    run(trajectories::adadelta, 0.0);
    run(trajectories::adadelta_decay, 0.05);
    step.throws("a gradient of another size", in_text, Vector{1.0}, 1.0, 0.95, 1e-6);
    step.throws("an average of another size", {text::w, {0.09, 0.01}, Vector{0.0}}, text::gradient,
                1.0, 0.95, 1e-6);
    for (double eta : no_rates)
        step.throws("a learning rate that is none", in_text, text::gradient, eta, 0.95, 1e-6);
    for (double gamma : no_fractions)
        step.throws("a fraction outside [0, 1)", in_text, text::gradient, 1.0, gamma, 1e-6);
    for (double epsilon : no_epsilons)
        step.throws("an ε that is none", in_text, text::gradient, 1.0, 0.95, epsilon);
    step.decide();
}

namespace {

Adam generic_adam(std::size_t n, int t)
{
    const Vector g = positive_vector(n, 0.05, 0.4);
    Vector g_max = positive_vector(n, 0.45, 0.9);
    // Some entries where the maximum is overtaken.
    for (std::size_t i = 0; i < n; i += 2)
        g_max(i) = 0.5 * g(i);
    return {generic_vector(n), 0.5 * generic_vector(n), g, g_max, t};
}

const Adam adam_start{start, zero, zero, zero, 0};

} // namespace

BOOST_AUTO_TEST_CASE(
    adam,
    *label("7.9") * called("Adam") * points(4) *
        source("A, B: Adam; C, D, E: momentum and RMSProp together") *
        hint("The two averages first: of the gradient with β₁, of its square with β₂.") *
        hint("Both began at 0. After t terms, the weights of these terms add up to 1 − β^t; divide "
             "by that. Count t up before you do.") *
        hint("w ← w − η m̂ / √(ĝ + ε) or η m̂ / (√ĝ + ε). The state gets m and g without the "
             "correction, and the new t."))
{
    Question correction{optimizers::corrected};
    correction.worked("m of the text after 3 steps", Vector{0.380073800738, -0.173431734317},
                      text::adam_m, 0.9, 3);
    for (int draw : draws(10)) {
        const std::size_t n = some_size(draw);
        const Vector average = generic_vector(n);
        const double beta = between(0.3, 0.9);
        const int t = 2 + draw % 5;
        correction.expect("random numbers", average / static_cast<double>(oracle::missing(beta, t)),
                          average, beta, t);
    }
    correction.expect("the first step", Vector{0.7}, Vector{0.07}, 0.9, 1);
    correction.expect("after 4000 steps hardly anything is missing", Vector{0.7, -0.2},
                      Vector{0.7, -0.2}, 0.99, 4000);
    correction.expect("β = 0, where nothing is missing", Vector{0.7, -0.2}, Vector{0.7, -0.2}, 0.0,
                      3);
    correction.throws("t = 0", text::adam_m, 0.9, 0);
    correction.throws("t = −3", text::adam_m, 0.9, -3);
    for (double beta : no_fractions)
        correction.throws("a fraction outside [0, 1)", text::adam_m, beta, 3);
    correction.decide();

    Question step{optimizers::adam_step};
    step.worked(
        "the text's example, ε inside",
        Adam{{0.402954788308, -0.219728180482}, text::adam_m, text::adam_g, text::adam.g_max, 3},
        text::adam, text::gradient, 0.1, 0.9, 0.999, 1e-8, Epsilon::inside);
    step.worked(
        "the text's example, ε outside",
        Adam{{0.402954787623, -0.219728175599}, text::adam_m, text::adam_g, text::adam.g_max, 3},
        text::adam, text::gradient, 0.1, 0.9, 0.999, 1e-8, Epsilon::outside);
    for (int draw : draws(14)) {
        const std::size_t n = 2 + static_cast<std::size_t>(draw % 3);
        const Adam state = draw == 0 ? Adam{generic_vector(n), xt::zeros<double>({n}),
                                            xt::zeros<double>({n}), xt::zeros<double>({n}), 0}
                                     : generic_adam(n, draw % 5);
        const Vector slope = generic_vector(n);
        const double eta = between(0.1, 0.5), epsilon = between(0.01, 0.1);
        const double beta_1 = between(0.5, 0.75), beta_2 = between(0.8, 0.95);
        const Epsilon position = some_position(draw);
        step.expect(draw == 0 ? "the first step" : "random numbers",
                    oracle::adam(state, slope, eta, beta_1, beta_2, epsilon, position), state,
                    slope, eta, beta_1, beta_2, epsilon, position);
    }
    for (Epsilon position : {Epsilon::inside, Epsilon::outside})
        for (const auto& [beta_1, beta_2] : {std::pair{0.0, 0.0}, {0.9, 0.5}})
            for (int t : {0, 300}) {
                const Adam state = generic_adam(1, t);
                step.expect("one parameter, " + std::to_string(t) + " steps before",
                            oracle::adam(state, {-0.6}, 0.2, beta_1, beta_2, 0.05, position), state,
                            Vector{-0.6}, 0.2, beta_1, beta_2, 0.05, position);
            }
    const auto run = [&](const trajectories::Trajectory& expected, Epsilon position) {
        step.accept(
            std::string("25 steps of ") + expected.call,
            [=](const Adam& first) {
                return complaint_about(expected, first, [=](const Adam& state, int) {
                    return optimizers::adam_step(state, beale_slopes(state.w), 0.05, 0.9, 0.999,
                                                 1e-8, position);
                });
            },
            adam_start, beale_slopes(start), 0.05, 0.9, 0.999, 1e-8, position);
    };
    run(trajectories::adam_paper, Epsilon::outside);
    run(trajectories::adam_slides, Epsilon::inside);
    Adam before = text::adam;
    before.t = -1;
    step.throws("−1 steps made", before, text::gradient, 0.1, 0.9, 0.999, 1e-8, Epsilon::inside);
    step.throws("a gradient of another size", text::adam, Vector{1.0}, 0.1, 0.9, 0.999, 1e-8,
                Epsilon::inside);
    for (double eta : no_rates)
        step.throws("a learning rate that is none", text::adam, text::gradient, eta, 0.9, 0.999,
                    1e-8, Epsilon::inside);
    for (double beta : no_fractions) {
        step.throws("a β₁ that is none", text::adam, text::gradient, 0.1, beta, 0.999, 1e-8,
                    Epsilon::inside);
        step.throws("a β₂ that is none", text::adam, text::gradient, 0.1, 0.9, beta, 1e-8,
                    Epsilon::inside);
    }
    for (double epsilon : no_epsilons)
        step.throws("an ε that is none", text::adam, text::gradient, 0.1, 0.9, 0.999, epsilon,
                    Epsilon::inside);
    step.decide();
}

BOOST_AUTO_TEST_CASE(
    amsgrad_and_decay,
    *label("7.10") * called("AMSGrad and decay") * points(3) *
        source("A, B: Adam(lr, beta_1, beta_2, epsilon, decay, amsgrad)") *
        hint("t, m and g are those of step 7.9. What is new: where the corrections go, and what "
             "stands under the root.") *
        hint("The learning rate takes everything: lr / (1 + d · steps made before), times "
             "√(1 − β₂^t) / (1 − β₁^t).") *
        hint("w ← w − η_t m / (√g + ε). With amsgrad first g_max ← max(g_max, g), entry by entry, "
             "and g_max under the root; g itself goes on as an average."))
{
    Question step{optimizers::keras_adam_step};
    step.worked(
        "the text's example",
        Adam{{0.411777488878, -0.227026227765}, text::adam_m, text::adam_g, text::adam.g_max, 3},
        text::adam, text::gradient, 0.1, 0.9, 0.999, 1e-7, 0.05, false);
    step.worked(
        "the text's example with AMSGrad",
        Adam{{0.415407521784, -0.227026227765}, text::adam_m, text::adam_g, {0.0005, 0.0001399}, 3},
        text::adam, text::gradient, 0.1, 0.9, 0.999, 1e-7, 0.05, true);
    for (int draw : draws(16)) {
        const std::size_t n = 2 + static_cast<std::size_t>(draw % 3);
        const Adam state = generic_adam(n, draw % 5);
        const Vector slope = generic_vector(n);
        const double lr = between(0.1, 0.5), epsilon = between(0.01, 0.1);
        const double beta_1 = between(0.5, 0.75), beta_2 = between(0.8, 0.95);
        const double decay = draw % 4 == 3 ? 0.0 : between(0.05, 0.5);
        const bool amsgrad = draw % 2 == 0;
        step.expect(amsgrad ? "random numbers, AMSGrad" : "random numbers",
                    oracle::keras_adam(state, slope, lr, beta_1, beta_2, epsilon, decay, amsgrad),
                    state, slope, lr, beta_1, beta_2, epsilon, decay, amsgrad);
    }
    for (bool amsgrad : {false, true})
        for (const auto& [beta_1, beta_2] : {std::pair{0.0, 0.0}, {0.9, 0.5}})
            for (int t : {0, 300}) {
                const Adam state = generic_adam(1, t);
                step.expect(
                    "one parameter, " + std::to_string(t) + " steps before",
                    oracle::keras_adam(state, {-0.6}, 0.2, beta_1, beta_2, 0.05, 0.3, amsgrad),
                    state, Vector{-0.6}, 0.2, beta_1, beta_2, 0.05, 0.3, amsgrad);
            }
    const auto run = [&](const trajectories::Trajectory& expected, double beta_2, double decay,
                         bool amsgrad) {
        step.accept(
            std::string("25 steps of ") + expected.call,
            [=](const Adam& first) {
                return complaint_about(expected, first, [=](const Adam& state, int) {
                    return optimizers::keras_adam_step(state, beale_slopes(state.w), 0.05, 0.9,
                                                       beta_2, 1e-7, decay, amsgrad);
                });
            },
            adam_start, beale_slopes(start), 0.05, 0.9, beta_2, 1e-7, decay, amsgrad);
    };
    run(trajectories::adam, 0.999, 0.0, false);
    run(trajectories::adam_decay, 0.999, 0.05, false);
    run(trajectories::amsgrad, 0.9, 0.0, true);
    Adam before = text::adam;
    before.t = -1;
    step.throws("−1 steps made", before, text::gradient, 0.1, 0.9, 0.999, 1e-7, 0.0, false);
    step.throws("a gradient of another size", text::adam, Vector{1.0}, 0.1, 0.9, 0.999, 1e-7, 0.0,
                false);
    step.throws("a decay below 0", text::adam, text::gradient, 0.1, 0.9, 0.999, 1e-7, -0.1, false);
    for (double eta : no_rates)
        step.throws("a learning rate that is none", text::adam, text::gradient, eta, 0.9, 0.999,
                    1e-7, 0.0, false);
    for (double beta : no_fractions) {
        step.throws("a β₁ that is none", text::adam, text::gradient, 0.1, beta, 0.999, 1e-7, 0.0,
                    false);
        step.throws("a β₂ that is none", text::adam, text::gradient, 0.1, 0.9, beta, 1e-7, 0.0,
                    false);
    }
    for (double epsilon : no_epsilons)
        step.throws("an ε that is none", text::adam, text::gradient, 0.1, 0.9, 0.999, epsilon, 0.0,
                    false);
    step.decide();
}
