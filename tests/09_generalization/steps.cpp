/// @file
/// The graded steps of chapter 9. Expected numbers are worked out by hand in the chapter's text or
/// come from oracle.hpp.
#include "judging/judge/generic.hpp"

#include "functions.hpp"
#include "generalization.hpp"
#include "oracle.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <utility>
#include <vector>

using namespace judging;
using generalization::Adam;
using generalization::Curves;
using generalization::Diagnosis;
using generalization::Parts;
using generalization::Scale;
using generalization::Split;
using generalization::Stopped;
using workbook::Matrix;
using workbook::Vector;

namespace oracle = generalization::oracle;

namespace {

const double nan_value = std::numeric_limits<double>::quiet_NaN();
const double infinite = std::numeric_limits<double>::infinity();
const std::vector<double> no_lambdas{-0.1, nan_value, infinite};

const char* const in_the_text = "the worked example of the text";

/// The four rows that go through the text: a column of ones, and x.
namespace text {

const Matrix X{{1.0, 1.0}, {1.0, 2.0}, {1.0, 4.0}, {1.0, 5.0}};
const Vector t{2.0, 3.0, 3.0, 6.0};
const Vector w{0.5, 0.7};
const Adam adam{{0.2, 0.5, -0.3}, {0.0, 0.0, 0.0}, {0.0, 0.0, 0.0}, 0};
const Vector gradient{0.1, 0.4, -0.2};

} // namespace text

/// A matrix whose columns are clearly independent, whatever the draw.
Matrix independent(std::size_t rows, std::size_t columns)
{
    Matrix X = generic_matrix(rows, columns);
    for (std::size_t j = 0; j < std::min(rows, columns); ++j)
        X(j, j) += X(j, j) > 0.0 ? 2.5 : -2.5;
    return X;
}

/// Inputs all over (−1, 1), no two near each other.
Vector spread_inputs(std::size_t n)
{
    Vector x = xt::zeros<double>({n});
    const auto order = judging::random().permutation(n);
    for (std::size_t i = 0; i < n; ++i)
        x(order[i]) =
            -0.95 + 1.9 * (static_cast<double>(i) + between(0.1, 0.7)) / static_cast<double>(n);
    return x;
}

/// Shapes (rows, columns): a row, a column, tall, square.
const std::vector<std::pair<std::size_t, std::size_t>> tall_shapes{{1, 1}, {6, 1}, {5, 2}, {3, 3},
                                                                   {9, 4}, {7, 2}, {8, 3}, {4, 2}};

} // namespace

BOOST_AUTO_TEST_CASE(
    the_basis,
    *label("9.1") * points(2) * source("D: fits of degree 1, 2 and more") *
        hint(
            "Column 0 is 1. Every other power is the one before it times x; x has d + 1 columns.") *
        hint("Legendre: P₁ is x. From P_(k−1) and P_k comes P_(k+1), so the loop starts at k = 1 "
             "and "
             "ends when column d is there.") *
        hint("P_(k+1) = ((2k + 1) x P_k − k P_(k−1)) / (k + 1)"))
{
    Question monomials{generalization::monomials};
    monomials.worked(in_the_text, Matrix{{1.0, -0.6, 0.36, -0.216}, {1.0, 0.5, 0.25, 0.125}},
                     Vector{-0.6, 0.5}, 3);
    Question legendre{generalization::legendre};
    legendre.worked(in_the_text, Matrix{{1.0, -0.6, 0.04, 0.36}, {1.0, 0.5, -0.125, -0.4375}},
                    Vector{-0.6, 0.5}, 3);
    for (int draw : draws(10)) {
        const std::size_t n = 1 + static_cast<std::size_t>(draw % 4);
        const int degree = draw % 7;
        const Vector x = generic_vector(n);
        monomials.expect("degree " + std::to_string(degree),
                         oracle::matrix_of(oracle::powers(x, degree)), x, degree);
        legendre.expect("degree " + std::to_string(degree),
                        oracle::matrix_of(oracle::legendre(x, degree)), x, degree);
    }
    legendre.expect("degree 12", oracle::matrix_of(oracle::legendre(Vector{0.7, -0.35}, 12)),
                    Vector{0.7, -0.35}, 12);
    monomials.throws("a degree below 0", Vector{0.5}, -1);
    legendre.throws("a degree below 0", Vector{0.5}, -1);
    monomials.decide();
    legendre.decide();
}

BOOST_AUTO_TEST_CASE(least_squares,
                     *label("9.2") * points(2) *
                         source("D: the polynomials drawn through the points") *
                         hint("The error is lowest where its slope, Xᵀ(X w − t), is 0: a system of "
                              "equations for w.") *
                         hint("solve(A, b) with A = XᵀX and b = Xᵀt.") *
                         hint("The error: X w − t, squared entry by entry, and the mean of that."))
{
    Question fit{generalization::fit};
    fit.within(1e-9);
    fit.worked(in_the_text, Vector{1.1, 0.8}, text::X, text::t);
    Question error{generalization::mean_squared_error};
    error.worked("the fit of the text", 0.65, text::X, Vector{1.1, 0.8}, text::t);
    error.worked("the other line of the text", 1.485, text::X, text::w, text::t);
    for (const auto& [rows, columns] : tall_shapes) {
        const Matrix X = independent(rows, columns);
        const Vector t = generic_vector(rows), w = generic_vector(columns);
        fit.expect(
            "random data",
            oracle::vector_of(oracle::least_squares(oracle::columns_of(X), oracle::reals(t))), X,
            t);
        error.expect("random weights",
                     static_cast<double>(oracle::squared_error(oracle::columns_of(X),
                                                               oracle::reals(w), oracle::reals(t))),
                     X, w, t);
    }
    const Matrix wide = generic_matrix(2, 4);
    const Vector w = generic_vector(4), t = generic_vector(2);
    error.expect("more weights than rows",
                 static_cast<double>(oracle::squared_error(oracle::columns_of(wide),
                                                           oracle::reals(w), oracle::reals(t))),
                 wide, w, t);
    fit.throws("two equal rows for two weights", Matrix{{1.0, 2.0}, {1.0, 2.0}}, Vector{1.0, 2.0});
    fit.throws("a target too few", text::X, Vector{1.0, 2.0, 3.0});
    error.throws("a weight too few", text::X, Vector{1.0}, text::t);
    error.throws("a target too few", text::X, text::w, Vector{1.0, 2.0, 3.0});
    fit.decide();
    error.decide();
}

namespace {

/// Why these are not three parts of the order; names what can be seen from outside.
std::string complaint_about_split(const Split& parts, const std::vector<std::size_t>& order,
                                  std::size_t validation, std::size_t test)
{
    std::vector<std::size_t> all = parts.training;
    all.insert(all.end(), parts.validation.begin(), parts.validation.end());
    all.insert(all.end(), parts.test.begin(), parts.test.end());
    std::vector<std::size_t> sorted = all, rows = order;
    std::sort(sorted.begin(), sorted.end());
    std::sort(rows.begin(), rows.end());
    if (std::adjacent_find(sorted.begin(), sorted.end()) != sorted.end()) {
        recognise("split.overlapping");
        return "a row is in two parts: the parts must have no row in common";
    }
    if (sorted != rows)
        return "some rows are in no part, or rows come that are not in the order";
    if (parts.validation.size() != validation || parts.test.size() != test)
        return "the parts do not have the sizes that are asked for";
    return all == order ? "" : "every row is in one part, but not in the order given";
}

} // namespace

BOOST_AUTO_TEST_CASE(
    training_validation_test,
    *label("9.3") * called("training, validation, test") * points(2) *
        source("D: new data, for which the model is meant") *
        hint("How many rows are left for training? They are the first of the order.") *
        hint("Walk through the order once. Row number k of the order goes to training while k is "
             "below N − validation − test, then to validation while k is below N − test, then to "
             "test.") *
        hint("What is put into a part is order[k], not k."))
{
    Question split{generalization::split};
    const std::vector<std::size_t> order{3, 0, 4, 2, 1, 6, 5};
    split.worked(in_the_text, Split{{3, 0, 4, 2}, {1, 6}, {5}}, order, 2, 1);
    for (int draw : draws(8)) {
        const std::size_t N = 9 + static_cast<std::size_t>(draw % 4);
        std::vector<std::size_t> shuffled = judging::random().permutation(N);
        // Shuffled visibly, whatever the draw.
        if (shuffled[0] < shuffled[1])
            std::swap(shuffled[0], shuffled[1]);
        const std::size_t validation = 2 + static_cast<std::size_t>(draw % 3);
        const std::size_t test = draw % 2 == 0 ? validation + 1 : validation - 1;
        const auto at = [&](std::size_t from, std::size_t to) {
            return std::vector<std::size_t>(shuffled.begin() + static_cast<std::ptrdiff_t>(from),
                                            shuffled.begin() + static_cast<std::ptrdiff_t>(to));
        };
        split.expect("a random order",
                     Split{at(0, N - validation - test), at(N - validation - test, N - test),
                           at(N - test, N)},
                     shuffled, static_cast<int>(validation), static_cast<int>(test));
        split.accept(
            "every row once",
            [=](const Split& parts) {
                return complaint_about_split(parts, shuffled, validation, test);
            },
            shuffled, static_cast<int>(validation), static_cast<int>(test));
    }
    split.expect("no rows for the test", Split{{2, 0}, {3, 1}, {}}, {2, 0, 3, 1}, 2, 0);
    split.expect("no rows for validation", Split{{2, 0}, {}, {3, 1}}, {2, 0, 3, 1}, 0, 2);
    split.expect("all rows for training", Split{{1, 0}, {}, {}}, {1, 0}, 0, 0);
    split.expect("one row each", Split{{2}, {0}, {1}}, {2, 0, 1}, 1, 1);
    split.expect("a part of the rows", Split{{8, 5}, {7}, {2, 9}}, {8, 5, 7, 2, 9}, 1, 2);
    split.throws("no row left for training", order, 4, 3);
    split.throws("fewer than 0 rows for validation", order, -1, 3);
    split.throws("fewer than 0 rows for the test", order, 3, -1);
    split.decide();
}

BOOST_AUTO_TEST_CASE(
    error_over_degree,
    *label("9.4") * points(3) * source("D: underfit, good and overfit; the middle model") *
        hint("For every degree: a design matrix for the training rows, another for the validation "
             "rows, one fit.") *
        hint("The fit sees x and t only. The validation rows are for mean_squared_error.") *
        hint("The choice: begin with degree 0, and take another only if its validation error is "
             "lower."))
{
    Question curves{generalization::error_curves};
    curves.worked(in_the_text, Curves{{0.08, 0.54 / 7.0}, {0.29, 17.77 / 49.0}},
                  Vector{-0.5, 0.1, 0.4}, Vector{1.0, 0.4, 1.0}, Vector{0.6, -0.2},
                  Vector{1.5, 0.5}, 1);
    curves.within(1e-8);
    for (int draw : draws(8)) {
        const int highest = draw % 5;
        const std::size_t rows = static_cast<std::size_t>(highest) + 2 + draw % 3;
        const std::size_t others = static_cast<std::size_t>(highest) + 3 - draw % 2;
        const Vector x = spread_inputs(rows), t = generic_vector(rows);
        const Vector x_validation = spread_inputs(others), t_validation = generic_vector(others);
        curves.expect("random data, highest degree " + std::to_string(highest),
                      oracle::error_curves(x, t, x_validation, t_validation, highest), x, t,
                      x_validation, t_validation, highest);
    }
    const Vector three = spread_inputs(3), targets = generic_vector(3);
    const Vector one{0.37}, target{0.8};
    curves.expect("a curve through all training rows, and one validation row",
                  oracle::error_curves(three, targets, one, target, 2), three, targets, one, target,
                  2);
    curves.expect("one row of each, degree 0", oracle::error_curves(one, target, {-0.2}, {0.5}, 0),
                  one, target, {-0.2}, {0.5}, 0);
    curves.throws("a degree below 0", three, targets, one, target, -1);
    curves.throws("a target too few", three, one, one, target, 1);
    curves.throws("a validation target too few", three, targets, three, target, 1);
    curves.throws("more weights than training rows", one, target, three, targets, 1);
    curves.decide();

    Question best{generalization::best_degree};
    best.worked("the curve of the text", 2, {0.29, 0.36, 0.11, 0.12, 0.4});
    for (int draw : draws(9)) {
        std::vector<double> errors;
        for (int d = 0; d < 4 + draw % 4; ++d)
            errors.push_back(between(0.2, 0.9));
        const auto place = static_cast<std::size_t>(draw) % errors.size();
        errors[place] = between(0.05, 0.1);
        best.expect("random errors", static_cast<int>(place), errors);
    }
    best.expect("two equal ones: the lower degree", 1, {0.5, 0.2, 0.3, 0.2, 0.25});
    best.expect("all equal", 0, {0.4, 0.4, 0.4});
    best.expect("the last is lowest", 3, {0.7, 0.4, 0.5, 0.3});
    best.expect("the first is lowest", 0, {0.1, 0.4, 0.2, 0.3});
    best.expect("a valley before a deeper one", 4, {0.7, 0.3, 0.5, 0.6, 0.2, 0.4});
    best.expect("a single degree", 0, {0.6});
    best.throws("no degree", {});
    best.decide();
}

BOOST_AUTO_TEST_CASE(
    diagnosis,
    *label("9.5") * points(1) * source("D: high bias and large variance") *
        hint("High bias shows in the training error alone, high variance in the gap between the "
             "two.") *
        hint("{training > goal, validation − training > gap}"))
{
    Question diagnose{generalization::diagnose};
    diagnose.worked("an underfit", Diagnosis{true, false}, 0.26, 0.29, 0.1, 0.05);
    diagnose.worked("an overfit", Diagnosis{false, true}, 0.02, 0.49, 0.1, 0.05);
    diagnose.worked("a good fit", Diagnosis{false, false}, 0.075, 0.09, 0.1, 0.05);
    diagnose.worked("both too high", Diagnosis{true, true}, 0.3, 0.6, 0.1, 0.05);
    for (int draw : draws(40)) {
        const bool bias = draw % 2 == 1, variance = draw % 4 > 1;
        const double goal = between(0.2, 0.5), gap = between(0.1, 0.3);
        const double training = goal + (bias ? between(0.02, 0.3) : -between(0.02, 0.15));
        const double validation =
            training + (variance ? gap + between(0.02, 0.2)
                                 : (draw % 8 < 2 ? -between(gap + 0.02, gap + 0.1) : gap * 0.6));
        diagnose.expect("random errors", Diagnosis{bias, variance}, training, validation, goal,
                        gap);
    }
    diagnose.expect("exactly the goal is good", Diagnosis{false, false}, 0.25, 0.5, 0.25, 0.5);
    diagnose.expect("exactly the gap is good", Diagnosis{false, false}, 0.25, 0.5, 0.5, 0.25);
    diagnose.expect("validation rows that are easier", Diagnosis{false, false}, 0.4, 0.1, 0.5, 0.0);
    diagnose.throws("a gap below 0", 0.2, 0.3, 0.5, -0.1);
    diagnose.decide();
}

BOOST_AUTO_TEST_CASE(
    bias_and_variance,
    *label("9.6") * points(3) * source("D: bias and variance") *
        hint("First the mean prediction at every point: the mean down each column.") *
        hint("Bias: from the mean prediction to the truth. Variance: from each prediction to the "
             "mean "
             "prediction. Both squared, then the mean.") *
        hint("expected error = bias² + variance + σ²: σ is a deviation, so it is squared"))
{
    Question parts{generalization::bias_and_variance};
    parts.worked(in_the_text, Parts{0.125, 0.19}, Matrix{{1.0, 2.0}, {1.6, 1.7}, {0.4, 2.6}},
                 Vector{0.7, 2.5});
    for (const auto& [draws_of_data, points] : std::vector<std::pair<std::size_t, std::size_t>>{
             {2, 1}, {5, 1}, {2, 3}, {3, 3}, {3, 5}, {6, 2}, {4, 7}}) {
        const Matrix predictions = generic_matrix(draws_of_data, points);
        const Vector truth = generic_vector(points);
        parts.expect("random predictions", oracle::bias_and_variance(predictions, truth),
                     predictions, truth);
    }
    const Matrix row = generic_matrix(1, 4);
    const Vector truth = generic_vector(4);
    parts.expect("a single draw has no variance", oracle::bias_and_variance(row, truth), row,
                 truth);
    parts.throws("a truth too few", row, Vector{1.0, 2.0, 3.0});
    parts.decide();

    Question sum{generalization::expected_error};
    sum.worked(in_the_text, 0.355, {0.125, 0.19}, 0.2);
    for ([[maybe_unused]] int draw : draws(6)) {
        const double bias_squared = between(0.1, 0.5), variance = between(0.6, 1.2);
        const double sigma = between(0.2, 0.8);
        sum.expect("random parts", std::fma(sigma, sigma, variance + bias_squared),
                   {bias_squared, variance}, sigma);
    }
    sum.expect("no noise", 0.75, {0.25, 0.5}, 0.0);
    sum.throws("a deviation below 0", {0.25, 0.5}, -0.1);
    sum.decide();
}

BOOST_AUTO_TEST_CASE(
    L2_regularization,
    *label("9.7") * called("L2 regularization") * points(4) *
        source("D: overfitting, and what keeps a model from it") *
        hint("The bias, w(0), is not penalized: put a 0 in its place.") *
        hint("E = ½ mean squared error + ½ λ (sum of the squared weights without the bias).") *
        hint("The slope of ½ λ w² is λ w: the ½ cancels the 2. That of the first part is "
             "Xᵀ(X w − t)/N."))
{
    Question penalized{generalization::penalized};
    penalized.worked(in_the_text, Vector{0.0, 0.7}, text::w);
    Question error{generalization::regularized_error};
    error.worked(in_the_text, 0.7915, text::X, text::w, text::t, 0.2);
    Question gradient{generalization::regularized_gradient};
    gradient.worked(in_the_text, Vector{-0.9, -2.81}, text::X, text::w, text::t, 0.2);
    const std::vector<std::pair<std::size_t, std::size_t>> shapes{{1, 1}, {5, 1}, {1, 3}, {4, 2},
                                                                  {3, 3}, {2, 5}, {7, 3}, {6, 4}};
    for (const auto& [rows, columns] : shapes) {
        const Matrix X = generic_matrix(rows, columns);
        const Vector t = generic_vector(rows), w = generic_vector(columns);
        const double lambda = between(0.2, 0.8);
        Vector weights = w;
        weights(0) = 0.0;
        penalized.expect("random weights", weights, w);
        const oracle::RegularizedError E{X, t, lambda};
        error.expect("random data", E(std::vector<double>(w.begin(), w.end())), X, w, t, lambda);
        gradient.expect("random data", oracle::slopes(E, w), X, w, t, lambda);
    }
    error.expect("λ = 0", 0.7425, text::X, text::w, text::t, 0.0);
    gradient.expect("λ = 0", Vector{-0.9, -2.95}, text::X, text::w, text::t, 0.0);
    penalized.throws("no weights", Vector(Vector::shape_type{0}));
    for (double lambda : no_lambdas) {
        error.throws("a λ that is none", text::X, text::w, text::t, lambda);
        gradient.throws("a λ that is none", text::X, text::w, text::t, lambda);
    }
    error.throws("a weight too few", text::X, Vector{1.0}, text::t, 0.1);
    gradient.throws("a target too few", text::X, text::w, Vector{1.0}, 0.1);
    penalized.decide();
    error.decide();
    gradient.decide();
}

BOOST_AUTO_TEST_CASE(
    ridge_regression,
    *label("9.8") * points(2) * source("D: overfitting, and what keeps a model from it") *
        hint("Set the regularized gradient to 0 and bring what has w in it to one side.") *
        hint("XᵀX/N with λ added to every entry of its diagonal but the first.") *
        hint("Beside it stands Xᵀt/N: both sides are divided by N, λ is not."))
{
    Question ridge{generalization::ridge};
    ridge.within(1e-9);
    ridge.worked(in_the_text, Vector{1.5, 2.0 / 3.0}, text::X, text::t, 0.5);
    for (const auto& [rows, columns] : std::vector<std::pair<std::size_t, std::size_t>>{
             {1, 1}, {6, 1}, {5, 2}, {4, 3}, {2, 4}, {9, 4}, {3, 2}, {7, 3}}) {
        const Matrix X = independent(rows, columns);
        const Vector t = generic_vector(rows);
        const double lambda = between(0.2, 0.9);
        ridge.expect("random data", oracle::ridge(X, t, lambda), X, t, lambda);
    }
    ridge.expect("λ = 0: least squares", Vector{1.1, 0.8}, text::X, text::t, 0.0);
    for (double lambda : no_lambdas)
        ridge.throws("a λ that is none", text::X, text::t, lambda);
    ridge.throws("a target too few", text::X, Vector{1.0, 2.0, 3.0}, 0.1);
    ridge.decide();
}

BOOST_AUTO_TEST_CASE(
    decay_with_Adam,
    *label("9.9") * called("decay with Adam") * points(3) * source("A, B: Adam; D: overfitting") *
        hint("adam_step does the rest. What is the gradient of the error with its L2 penalty?") *
        hint("L2: adam_step on ∇ + λw, the bias left out of λw.") *
        hint("AdamW: adam_step on ∇ alone; from its new w subtract η λ times the old w, without "
             "the bias."))
{
    Question inside{generalization::adam_l2_step};
    Question beside{generalization::adamw_step};
    inside.worked(in_the_text, oracle::adam(text::adam, text::gradient, 0.1, 0.2, true), text::adam,
                  text::gradient, 0.1, 0.2);
    beside.worked(in_the_text, oracle::adam(text::adam, text::gradient, 0.1, 0.2, false),
                  text::adam, text::gradient, 0.1, 0.2);
    for (int draw : draws(10)) {
        const std::size_t n = 1 + static_cast<std::size_t>(draw % 4);
        const Adam state{generic_vector(n), generic_vector(n),
                         judging::random().uniform_vector(n, 0.4, 0.9), draw % 6};
        const Vector gradient = generic_vector(n);
        const double eta = between(0.1, 0.4), lambda = between(0.2, 0.7);
        inside.expect("random state", oracle::adam(state, gradient, eta, lambda, true), state,
                      gradient, eta, lambda);
        beside.expect("random state", oracle::adam(state, gradient, eta, lambda, false), state,
                      gradient, eta, lambda);
    }
    const Adam plain = oracle::adam(text::adam, text::gradient, 0.1, 0.0, false);
    inside.expect("λ = 0: Adam", plain, text::adam, text::gradient, 0.1, 0.0);
    beside.expect("λ = 0: Adam", plain, text::adam, text::gradient, 0.1, 0.0);
    for (double lambda : no_lambdas) {
        inside.throws("a λ that is none", text::adam, text::gradient, 0.1, lambda);
        beside.throws("a λ that is none", text::adam, text::gradient, 0.1, lambda);
    }
    for (double eta : {0.0, -0.1, nan_value, infinite}) {
        inside.throws("a learning rate that is none", text::adam, text::gradient, eta, 0.1);
        beside.throws("a learning rate that is none", text::adam, text::gradient, eta, 0.1);
    }
    inside.throws("a gradient of another size", text::adam, Vector{1.0}, 0.1, 0.1);
    beside.throws("a gradient of another size", text::adam, Vector{1.0}, 0.1, 0.1);
    inside.decide();
    beside.decide();
}

namespace {

/// A training run whose validation error after epoch k is errors[k]. The first weight counts the
/// epochs, the others tell the epochs apart too.
struct Run {
    std::vector<double> errors;

    Vector weights(std::size_t epoch) const
    {
        const double k = static_cast<double>(epoch);
        return {k, 2.5 - 0.3 * k, std::cos(k)};
    }
    Vector after(const Vector& w) const
    {
        return weights(static_cast<std::size_t>(std::max(0.0, std::round(w(0)))) + 1);
    }
    double error(const Vector& w) const
    {
        const auto k = static_cast<std::size_t>(std::max(0.0, std::round(w(0))));
        return errors[std::min(k, errors.size() - 1)];
    }
};

} // namespace

BOOST_AUTO_TEST_CASE(
    early_stopping,
    *label("9.10") * points(4) * source("D: generalization") *
        hint("Keep three things: the best weights so far with their epoch and "
             "error, the weights that "
             "training goes on with, and how many epochs it has waited.") *
        hint("Every epoch: new weights, their error, waited + 1. If the error is below the best "
             "one, remember all of it and start waiting from 0 again.") *
        hint("The loop runs while epoch ≤ epochs and waited < patience. What is "
             "returned is the best, "
             "not the last."))
{
    Question stopping{generalization::early_stopping};
    const auto ask = [&](const std::string& where, const std::vector<double>& errors, int patience,
                         int epochs, bool worked = false) {
        const Run run{errors};
        const auto one_epoch = of_size(3, [run](const Vector& w) { return run.after(w); });
        const auto validation = of_size(3, [run](const Vector& w) { return run.error(w); });
        std::vector<double> seen = errors;
        seen.resize(std::max(errors.size(), static_cast<std::size_t>(epochs) + 1), errors.back());
        const std::size_t last = oracle::last_epoch(seen, static_cast<std::size_t>(patience),
                                                    static_cast<std::size_t>(epochs));
        const std::size_t best = oracle::best_until(seen, last);
        const Stopped expected{run.weights(best), static_cast<int>(best), seen[best],
                               static_cast<int>(last)};
        if (worked)
            stopping.worked(where, expected, run.weights(0), one_epoch, validation, patience,
                            epochs);
        else
            stopping.expect(where, expected, run.weights(0), one_epoch, validation, patience,
                            epochs);
    };
    const std::vector<double> of_the_text{1.0, 0.8, 0.6, 0.65, 0.6, 0.5, 0.7, 0.8, 0.9};
    ask("patience 2 in the text", of_the_text, 2, 8, true);
    ask("patience 3 in the text", of_the_text, 3, 8, true);
    ask("patience 1 in the text", of_the_text, 1, 8, true);
    ask("patience 0 does not train", of_the_text, 0, 8, true);
    ask("no epochs", of_the_text, 3, 0);
    ask("never better than at the start", {0.5, 0.7, 0.6, 0.65, 0.8, 0.9}, 3, 5);
    ask("better in every epoch", {0.9, 0.8, 0.7, 0.6, 0.5, 0.4}, 2, 5);
    ask("better in the last epoch", {0.9, 0.8, 0.85, 0.87, 0.7}, 3, 4);
    ask("the epochs end while it waits", {0.9, 0.8, 0.85, 0.87, 0.7, 0.6}, 4, 3);
    ask("equal errors are no improvement", {0.5, 0.5, 0.5, 0.5, 0.5, 0.4}, 3, 5);
    ask("falling, but not below the best", {0.9, 0.3, 0.8, 0.7, 0.6, 0.5, 0.4, 0.2}, 3, 7);
    for (int draw : draws(8)) {
        std::vector<double> errors{between(0.8, 0.9)};
        for (int k = 0; k < 9; ++k)
            errors.push_back(between(0.2, 1.0));
        ask("random errors", errors, 1 + draw % 4, 9 - draw % 2);
    }
    const Run run{of_the_text};
    const auto one_epoch = of_size(3, [run](const Vector& w) { return run.after(w); });
    const auto validation = of_size(3, [run](const Vector& w) { return run.error(w); });
    stopping.throws("a patience below 0", run.weights(0), one_epoch, validation, -1, 8);
    stopping.throws("fewer than 0 epochs", run.weights(0), one_epoch, validation, 2, -1);
    stopping.decide();
}

BOOST_AUTO_TEST_CASE(
    standardizing,
    *label("9.11") * points(3) * source("E: the distribution of the data") *
        hint(
            "Down every column: the mean, then the mean of the squared distances from it, then the "
            "root.") *
        hint("A column whose largest and smallest entry are equal gets the deviation 1. Do not ask "
             "whether the computed deviation is 0: rounding can leave 1e-17.") *
        hint(
            "standardize uses the mean and the deviation that it is given, whatever the rows are."))
{
    Question scale{generalization::scale_of};
    const Matrix X{{1.0, 10.0, 0.1}, {2.0, 30.0, 0.1}, {4.0, 20.0, 0.1}, {5.0, 60.0, 0.1}};
    const Scale of_X{{3.0, 30.0, 0.1}, {std::sqrt(2.5), std::sqrt(350.0), 1.0}};
    scale.worked(in_the_text, of_X, X);
    for (const auto& [rows, columns] : std::vector<std::pair<std::size_t, std::size_t>>{
             {2, 1}, {5, 1}, {2, 4}, {3, 3}, {6, 2}, {4, 5}, {9, 3}}) {
        const Matrix random = generic_matrix(rows, columns);
        scale.expect("random rows", oracle::scale_of(random), random);
    }
    const Matrix row = generic_matrix(1, 4);
    scale.expect("a single row: every column is constant", oracle::scale_of(row), row);
    // 0.1 + 0.1 + 0.1 is not 0.3, so the computed mean is not 0.1 and the deviation not 0.
    const Matrix rounded{{0.1, 3.5, 1.0}, {0.1, 3.5, 2.5}, {0.1, 3.5, -1.0}};
    scale.expect("constant columns, one of which rounding disturbs", oracle::scale_of(rounded),
                 rounded);
    scale.throws("no rows", Matrix(Matrix::shape_type{0, 2}));
    scale.decide();

    Question standardized{generalization::standardize};
    const double r = std::sqrt(2.5);
    standardized.worked("a new row", Matrix{{4.0 / r, -10.0 / std::sqrt(350.0), 0.4}},
                        Matrix{{7.0, 20.0, 0.5}}, of_X);
    for (const auto& [rows, columns] : std::vector<std::pair<std::size_t, std::size_t>>{
             {1, 1}, {1, 3}, {4, 1}, {3, 3}, {5, 2}, {2, 4}, {7, 3}}) {
        const Matrix others = generic_matrix(rows, columns);
        const Scale given{generic_vector(columns),
                          judging::random().uniform_vector(columns, 0.4, 0.8)};
        standardized.expect("other rows than the scale comes from",
                            oracle::standardize(others, given), others, given);
    }
    standardized.throws("a column too few", Matrix{{1.0, 2.0}}, of_X);
    standardized.decide();
}

BOOST_AUTO_TEST_CASE(
    curvature_and_learning_rate,
    *label("9.12") * points(2) * source("D: descent and its learning rate; E: the data") *
        hint("The gradient of ½ mean squared error is Xᵀ(X w − t)/N. How does it change with w?") *
        hint("eigenvalues(curvature(X)) has all curvatures; the largest one allows the smallest "
             "η.") *
        hint("η below 2/λ_max; the condition number is λ_max/λ_min."))
{
    Question curvature{generalization::curvature};
    Question rate{generalization::largest_rate};
    Question condition{generalization::condition_number};
    curvature.worked(in_the_text, Matrix{{1.0, 3.0}, {3.0, 11.5}}, text::X);
    const double root = std::sqrt(36.5625);
    rate.worked(in_the_text, 2.0 / (6.25 + root), text::X);
    condition.within(1e-9);
    condition.expect(in_the_text, (6.25 + root) / (6.25 - root), text::X);
    for (const auto& [rows, columns] : tall_shapes) {
        const Matrix X = independent(rows, columns);
        const oracle::Columns H = oracle::curvature(X);
        const oracle::Real largest = oracle::largest_eigenvalue(H);
        curvature.expect("random data", oracle::matrix_of(H), X);
        rate.expect("random data", static_cast<double>(2 / largest), X);
        condition.expect(
            "random data",
            static_cast<double>(largest * oracle::largest_eigenvalue(oracle::inverse(H))), X);
    }
    const Matrix wide = generic_matrix(2, 4);
    curvature.expect("more weights than rows", oracle::matrix_of(oracle::curvature(wide)), wide);
    rate.expect("more weights than rows",
                static_cast<double>(2 / oracle::largest_eigenvalue(oracle::curvature(wide))), wide);
    curvature.throws("no rows", Matrix(Matrix::shape_type{0, 2}));
    rate.throws("no rows", Matrix(Matrix::shape_type{0, 2}));
    condition.throws("no rows", Matrix(Matrix::shape_type{0, 2}));
    curvature.decide();
    rate.decide();
    condition.decide();
}
