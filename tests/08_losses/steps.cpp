/// @file
/// The graded steps of chapter 8. Expected numbers are either worked out by hand in the chapter's
/// text or come from oracle.hpp.
#include "judging/judge/generic.hpp"
#include "judging/judge/step.hpp"

#include "functions.hpp"
#include "losses.hpp"
#include "oracle.hpp"

#include <cmath>
#include <functional>
#include <limits>
#include <string>
#include <utility>
#include <vector>

using namespace judging;
using losses::Task;
using workbook::Matrix;
using workbook::Vector;

namespace oracle = losses::oracle;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

using Shape = std::pair<std::size_t, std::size_t>;

/// Wide, tall, square, one row, one column, one entry; rows and columns never both the same number
/// as those of the text.
const std::vector<Shape> shapes{{2, 3}, {5, 2}, {3, 3}, {1, 4}, {4, 1}, {3, 5}, {1, 1}};

std::string shape_text(const Shape& shape)
{
    return "rows: " + std::to_string(shape.first) + ", columns: " + std::to_string(shape.second);
}

Matrix logits(const Shape& shape)
{
    return generic_matrix(shape.first, shape.second, 0.3, 2.2);
}

/// Targets between 0 and 1, which no formula for 0 and 1 alone can be right at by luck.
Matrix soft_targets(const Shape& shape)
{
    return judging::random().uniform_matrix(shape.first, shape.second, 0.05, 0.95);
}

/// 0 and 1 in random order, each at least once if there are two entries.
Matrix hard_targets(const Shape& shape)
{
    Matrix T = xt::zeros<double>({shape.first, shape.second});
    const std::vector<std::size_t> order = judging::random().permutation(T.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        T.flat(order[i]) = i % 2 == 0 ? 1.0 : 0.0;
    return T;
}

/// Rows of probabilities that add up to 1.
Matrix shares(const Shape& shape)
{
    Matrix T = judging::random().uniform_matrix(shape.first, shape.second, 0.1, 1.0);
    for (std::size_t n = 0; n < T.shape(0); ++n) {
        double sum = 0.0;
        for (std::size_t k = 0; k < T.shape(1); ++k)
            sum += T(n, k);
        for (std::size_t k = 0; k < T.shape(1); ++k)
            T(n, k) /= sum;
    }
    return T;
}

/// A label for every row; the first rows have all classes once, the last one first.
std::vector<std::size_t> labels_for(std::size_t rows, std::size_t classes)
{
    std::vector<std::size_t> labels;
    for (std::size_t n = 0; n < rows; ++n)
        labels.push_back(n < classes ? classes - 1 - n : judging::random().index(classes));
    return labels;
}

Matrix one_hot_targets(const Shape& shape)
{
    return oracle::one_hot(labels_for(shape.first, shape.second), shape.second);
}

Matrix empty(std::size_t rows, std::size_t columns)
{
    return xt::zeros<double>({rows, columns});
}

/// Recognises a logarithm that was kept from −∞ by a small number ε: the error is then −ln ε, or
/// half of it and a little. Accepts everything: the same input is asked with its value, too.
std::function<std::string(const double&)> look_for_small_number(const std::string& mistake)
{
    return [mistake](const double& error) {
        if (error > 4.0 && error < 60.0)
            recognise(mistake, "the error is " + to_text(error));
        return std::string();
    };
}

const char* const in_the_text = "the worked example of the text";
const char* const misfit = "outputs and targets of different shapes";

/// The numbers of the text.
namespace text {

const Matrix Y{{0.5, 2.0, -1.0}, {1.5, -0.5, 3.0}};
const Matrix Y_targets{{1.0, 1.5, -3.0}, {1.0, 0.25, 2.0}};

const Matrix Z{{std::log(3.0), -std::log(4.0)}, {0.0, std::log(9.0)}};
const Matrix T{{0.0, 1.0}, {1.0, 1.0}};

const Vector p{0.8, 0.5, 0.9, 0.6};
const Vector t{1.0, 0.0, 1.0, 0.0};

const Matrix scores{{0.0, std::log(2.0), std::log(5.0)}, {std::log(6.0), 0.0, std::log(3.0)}};
const Matrix P{{0.125, 0.25, 0.625}, {0.6, 0.1, 0.3}};
const Matrix classes{{0.0, 1.0, 0.0}, {1.0, 0.0, 0.0}};

} // namespace text

/// What every function of two matrices must refuse.
template <class Q>
void refuses_misfits(Q& question)
{
    question.throws(misfit, logits({2, 3}), soft_targets({3, 2}));
    question.throws(misfit, logits({2, 3}), soft_targets({1, 3}));
    question.throws(misfit, logits({2, 3}), soft_targets({2, 1}));
    question.throws("no rows", empty(0, 2), empty(0, 2));
}

} // namespace

BOOST_AUTO_TEST_CASE(
    squared_error,
    *label("8.1") * points(2) * source("D: regression, E(w) of several outputs") *
        hint("Two sums: over the outputs of a row, and over the rows. Which of them is a mean?") *
        hint("½ Σ (y − t)² over all entries, divided by the number of rows, Y.shape(0).") *
        hint("The slope of ½ (y − t)² is y − t; the factor 1/N before the sum stays."))
{
    Question value{losses::squared_error};
    value.worked(in_the_text, 1.578125, text::Y, text::Y_targets);
    Question gradient{losses::squared_error_gradient};
    gradient.worked(in_the_text, Matrix{{-0.25, 0.25, 1.0}, {0.25, -0.375, 0.5}}, text::Y,
                    text::Y_targets);
    for (const Shape& shape : shapes) {
        const Matrix Y = logits(shape);
        const Matrix T = logits(shape);
        value.expect("random outputs, " + shape_text(shape),
                     oracle::mean_error(oracle::SquaredError{}, Y, T), Y, T);
        gradient.expect("random outputs, " + shape_text(shape),
                        oracle::slopes(oracle::SquaredError{}, Y, T), Y, T);
    }
    refuses_misfits(value);
    refuses_misfits(gradient);
    value.decide();
    gradient.decide();
}

BOOST_AUTO_TEST_CASE(
    squared_error_behind_a_sigmoid,
    *label("8.2") * points(2) *
        source("D: binary-class classification, where all gradients become 0") *
        hint("From z to y by σ, from y to E by the squared error: two links of the chain rule.") *
        hint("The slope of σ from its output is y (1 − y). The first link is step 8.1.") *
        hint("(Y − T) ∘ Y ∘ (1 − Y), divided by the number of rows."))
{
    Question sigmoid{losses::sigmoid};
    sigmoid.worked(in_the_text, Matrix{{0.75, 0.2}, {0.5, 0.9}}, text::Z);
    for (const Shape& shape : shapes) {
        const Matrix Z = logits(shape);
        sigmoid.expect("random logits, " + shape_text(shape), oracle::sigmoid(Z), Z);
    }
    sigmoid.expect("far out", Matrix{{1.0, 0.0, 0.75}}, Matrix{{1000.0, -1000.0, std::log(3.0)}});
    sigmoid.decide();

    Question gradient{losses::sigmoid_squared_error_gradient};
    gradient.worked(in_the_text, Matrix{{0.0703125, -0.064}, {-0.0625, -0.0045}}, text::Z, text::T);
    for (const Shape& shape : shapes) {
        const Matrix Z = logits(shape);
        const Matrix T = soft_targets(shape);
        gradient.expect("random logits, " + shape_text(shape),
                        oracle::slopes(oracle::SquaredErrorOfSigmoid{}, Z, T), Z, T);
    }
    gradient.expect("far out, where the slope is 0", Matrix{{0.0, 0.0}}, Matrix{{1000.0, -1000.0}},
                    Matrix{{0.0, 1.0}});
    refuses_misfits(gradient);
    gradient.decide();
}

BOOST_AUTO_TEST_CASE(
    likelihood, *label("8.3") * points(3) *
                    source("D: the formula that maximizes the probability") *
                    hint("How probable was what came at n? There are two cases, t = 1 and t = 0.") *
                    hint("xt::where(t > 0.5, p, 1.0 - p) holds the probability of every outcome; "
                         "the probabilities of independent outcomes multiply, xt::prod(…)().") *
                    hint("The logarithm turns the product into a sum. Take the logarithm of the "
                         "factors, not of the product, and only of the factor that counts: ln 0 is "
                         "−∞, and 0 · ∞ is not a number."))
{
    Question product{losses::likelihood};
    product.worked(in_the_text, 0.144, text::p, text::t);
    Question minus_log{losses::negative_log_likelihood};
    minus_log.worked(in_the_text, -std::log(0.144) / 4.0, text::p, text::t);
    for (std::size_t n : {2u, 3u, 1u, 5u, 8u}) {
        const Vector p = judging::random().uniform_vector(n, 0.15, 0.85);
        const Matrix row = hard_targets({1, n});
        const Vector t = xt::view(row, 0, xt::all());
        double whole = 1.0, logarithms = 0.0;
        for (std::size_t i = 0; i < n; ++i) {
            whole *= oracle::probability_of(p(i), t(i));
            logarithms -= std::log(oracle::probability_of(p(i), t(i))) / static_cast<double>(n);
        }
        product.within(1e-10, 1e-3).expect(std::to_string(n) + " random outcomes", whole, p, t);
        minus_log.expect(std::to_string(n) + " random outcomes", logarithms, p, t);
    }
    product.expect("one that was certain and came, one that was impossible and did not", 0.7,
                   Vector{1.0, 0.7, 0.0}, Vector{1.0, 1.0, 0.0});
    product.expect("one that was impossible and came", 0.0, Vector{0.6, 0.0}, Vector{1.0, 1.0});
    product.throws("two probabilities, three outcomes", Vector{0.5, 0.25}, Vector{1.0, 0.0, 1.0});
    product.decide();

    minus_log.expect("certain and came: adds nothing", -0.5 * std::log(0.7), Vector{1.0, 0.7},
                     Vector{1.0, 1.0});
    minus_log.expect("impossible and did not come: adds nothing", -0.5 * std::log(0.3),
                     Vector{0.7, 0.0}, Vector{0.0, 0.0});
    minus_log.expect("impossible and came", infinity, Vector{0.4, 0.0}, Vector{1.0, 1.0});
    minus_log.accept("impossible and came, again",
                     look_for_small_number("negative_log_likelihood.clipped"), Vector{0.4, 0.0},
                     Vector{1.0, 1.0});
    minus_log.expect("certain and did not come", infinity, Vector{1.0, 0.4}, Vector{0.0, 0.0});
    // 0.3^700 is too small for a double.
    minus_log.expect("700 outcomes, each of probability 0.3", -std::log(0.3),
                     0.3 * xt::ones<double>({std::size_t{700}}),
                     xt::ones<double>({std::size_t{700}}));
    minus_log.throws("three probabilities, two outcomes", Vector{0.5, 0.25, 0.3}, Vector{1.0, 0.0});
    minus_log.decide();
}

BOOST_AUTO_TEST_CASE(
    binary_cross_entropy,
    *label("8.4") * points(3) * source("D: cross entropy; here from logits") *
        hint("Put p = σ(z) into −t ln p − (1 − t) ln(1 − p). What is ln p − ln(1 − p)?") *
        hint("ζ(z) − t z with ζ(z) = ln(1 + e^z). For z above 0 take e^z out of the bracket, so "
             "that only e^−z is left.") *
        hint("xt::maximum(Z, 0.0) + xt::log1p(xt::exp(-xt::abs(Z))); sum over all entries of ζ(Z) "
             "− T ∘ Z, divided by the number of rows."))
{
    Question zeta{losses::softplus};
    zeta.worked(in_the_text,
                Matrix{{std::log(4.0), std::log(1.25)}, {std::log(2.0), std::log(10.0)}}, text::Z);
    for (const Shape& shape : shapes) {
        const Matrix Z = logits(shape);
        zeta.expect("random logits, " + shape_text(shape), -xt::log(1.0 - oracle::sigmoid(Z)), Z);
    }
    zeta.expect("far out", Matrix{{1000.0, 0.0, 40.0, 710.0}},
                Matrix{{1000.0, -1000.0, 40.0, 710.0}});
    zeta.within(1e-10, 1e-20);
    for (double z : {-20.5, -26.0, -38.0}) {
        // ln(1 + u) = u − u²/2 …
        const double u = std::exp(z);
        zeta.expect("far below 0, where it is nearly e^z", Matrix{{u - 0.5 * u * u}}, Matrix{{z}});
    }
    zeta.decide();

    Question value{losses::binary_cross_entropy};
    value.worked(in_the_text, std::log(20.0 / 3.0), text::Z, text::T);
    for (const Shape& shape : shapes) {
        const Matrix Z = logits(shape);
        for (const Matrix& T : {soft_targets(shape), hard_targets(shape)})
            value.expect("random logits, " + shape_text(shape),
                         oracle::mean_error(oracle::BinaryCrossEntropy{}, Z, T), Z, T);
    }
    value.expect("±1000, right", 0.0, Matrix{{1000.0, -1000.0}}, Matrix{{1.0, 0.0}});
    value.expect("1000, wrong", 1000.0, Matrix{{1000.0}}, Matrix{{0.0}});
    value.accept("1000, wrong, again", look_for_small_number("binary_cross_entropy.clipped"),
                 Matrix{{1000.0}}, Matrix{{0.0}});
    value.expect("−1000, wrong", 500.0, Matrix{{-1000.0}, {-1000.0}}, Matrix{{1.0}, {0.0}});
    value.expect("30 and −30 with targets ¼ and 0.9", 49.5, Matrix{{30.0, -30.0}},
                 Matrix{{0.25, 0.9}});
    refuses_misfits(value);
    value.decide();
}

BOOST_AUTO_TEST_CASE(gradient_of_binary_cross_entropy,
                     *label("8.5") * points(2) * source("D: cross entropy") *
                         called("gradient of binary cross entropy") *
                         hint("Differentiate ζ(z) − t z. What is the slope of ln(1 + e^z)?") *
                         hint("ζ′(z) = e^z/(1 + e^z) = σ(z). No factor y (1 − y) is left.") *
                         hint("(σ(Z) − T)/N, N the number of rows."))
{
    Question gradient{losses::binary_cross_entropy_gradient};
    gradient.worked(in_the_text, Matrix{{0.375, -0.4}, {-0.25, -0.05}}, text::Z, text::T);
    for (const Shape& shape : shapes) {
        const Matrix Z = logits(shape);
        for (const Matrix& T : {soft_targets(shape), hard_targets(shape)})
            gradient.expect("random logits, " + shape_text(shape),
                            oracle::slopes(oracle::BinaryCrossEntropy{}, Z, T), Z, T);
    }
    gradient.expect("±1000, right and wrong", Matrix{{0.0, 0.5}, {-0.5, 0.0}},
                    Matrix{{1000.0, 1000.0}, {-1000.0, -1000.0}}, Matrix{{1.0, 0.0}, {1.0, 0.0}});
    refuses_misfits(gradient);
    gradient.decide();
}

BOOST_AUTO_TEST_CASE(
    one_hot,
    *label("8.6") * points(2) * source("D: multi-class classification, an output node per class") *
        called("one-hot") *
        hint("A row per label, a column per class, and how many ones in each row?") *
        hint("Begin with zeros; labels count from 0, as columns do.") *
        hint("The way back: remember the best column so far, and replace it only by one that is "
             "larger."))
{
    Question rows{losses::one_hot};
    rows.worked("labels 2, 0 and 3 of four classes",
                Matrix{{0.0, 0.0, 1.0, 0.0}, {1.0, 0.0, 0.0, 0.0}, {0.0, 0.0, 0.0, 1.0}},
                std::vector<std::size_t>{2, 0, 3}, std::size_t{4});
    for (const auto& [n, classes] : std::vector<Shape>{{5, 3}, {3, 5}, {4, 4}, {1, 2}, {3, 1}}) {
        const std::vector<std::size_t> labels = labels_for(n, classes);
        rows.expect(std::to_string(n) + " labels, " + std::to_string(classes) + " classes",
                    oracle::one_hot(labels, classes), labels, classes);
    }
    rows.expect("a class that no label names", Matrix{{0.0, 1.0, 0.0}, {1.0, 0.0, 0.0}},
                std::vector<std::size_t>{1, 0}, std::size_t{3});
    rows.throws("label 3 of three classes", std::vector<std::size_t>{1, 3}, std::size_t{3});
    rows.throws("label 4 of three classes", std::vector<std::size_t>{4, 0}, std::size_t{3});
    rows.decide();

    Question labels{losses::labels_of};
    labels.worked("the probabilities of the text", std::vector<std::size_t>{2, 0}, text::P);
    for (const auto& [n, classes] : std::vector<Shape>{{5, 3}, {3, 5}, {4, 4}, {1, 3}, {3, 1}}) {
        const std::vector<std::size_t> largest = labels_for(n, classes);
        Matrix P = logits({n, classes});
        for (std::size_t i = 0; i < n; ++i)
            P(i, largest[i]) = between(2.5, 3.0);
        labels.expect("random rows", largest, P);
        for (std::size_t i = 0; i < n; ++i)
            for (std::size_t k = 0; k < classes; ++k)
                P(i, k) = -2.0 - (k == largest[i] ? 0.0 : between(0.3, 1.5));
        labels.expect("rows of numbers below 0", largest, P);
    }
    labels.expect("two largest entries: the first", std::vector<std::size_t>{1, 0, 0},
                  Matrix{{0.2, 0.4, 0.4}, {0.4, 0.2, 0.4}, {0.3, 0.3, 0.3}});
    labels.throws("rows without classes", empty(2, 0));
    labels.decide();
}

BOOST_AUTO_TEST_CASE(
    log_sum_exp_and_softmax,
    *label("8.7") * points(3) * source("D: softmax function") * called("log-sum-exp and softmax") *
        hint("Take the largest logit m of the row out of the bracket: Σ e^z = e^m Σ e^(z − m).") *
        hint("So lse(z) = m + ln Σ e^(z − m). xt::keep_dims keeps the result a column, which is "
             "taken off every entry of its row.") *
        hint("p = e^z/Σ e^z = e^(z − lse(z))."))
{
    Question lse{losses::log_sum_exp};
    lse.worked(in_the_text, Matrix{{std::log(8.0)}, {std::log(10.0)}}, text::scores);
    Question softmax{losses::softmax};
    softmax.worked(in_the_text, text::P, text::scores);
    for (const Shape& shape : shapes) {
        const Matrix Z = logits(shape);
        lse.expect("random logits, " + shape_text(shape), oracle::log_sum_exp(Z), Z);
        softmax.expect("random logits, " + shape_text(shape), oracle::softmax(Z), Z);
    }
    Matrix apart = logits({2, 3});
    const Matrix column = oracle::log_sum_exp(apart);
    const Matrix P = oracle::softmax(apart);
    for (std::size_t k = 0; k < 3; ++k) {
        apart(0, k) += 1000.0;
        apart(1, k) -= 1000.0;
    }
    lse.expect("a row near 1000, another near −1000",
               Matrix{{column(0, 0) + 1000.0}, {column(1, 0) - 1000.0}}, apart);
    softmax.expect("a row near 1000, another near −1000", P, apart);
    // A single row, so that the largest logit of the matrix is that of the row.
    for (const double far : {-1000.0, -500.0}) {
        const Matrix alone = logits({1, 3});
        lse.expect("a single row, far below 0", oracle::log_sum_exp(alone) + far, alone + far);
    }
    // e^(420 − 23) is finite and e^(420 + 400) is not: the mean may be taken off here.
    const Matrix skewed{{-400.0, 50.0, 420.0}, {420.0, -400.0, 50.0}, {50.0, 420.0, -400.0}};
    lse.expect("−400, 50 and 420 in every row", Matrix{{420.0}, {420.0}, {420.0}}, skewed);
    softmax.expect("−400, 50 and 420 in every row",
                   Matrix{{0.0, 0.0, 1.0}, {1.0, 0.0, 0.0}, {0.0, 1.0, 0.0}}, skewed);
    const Matrix wide{{-1000.0, 0.0, 1000.0}, {0.0, 1000.0, -1000.0}, {1000.0, -1000.0, 0.0}};
    lse.expect("−1000, 0 and 1000 in every row", Matrix{{1000.0}, {1000.0}, {1000.0}}, wide);
    softmax.expect("−1000, 0 and 1000 in every row",
                   Matrix{{0.0, 0.0, 1.0}, {0.0, 1.0, 0.0}, {1.0, 0.0, 0.0}}, wide);
    lse.throws("rows without classes", empty(2, 0));
    softmax.throws("rows without classes", empty(2, 0));
    lse.decide();
    softmax.decide();
}

BOOST_AUTO_TEST_CASE(
    cross_entropy,
    *label("8.8") * points(3) * source("D: multi-class classification, E(w)") *
        hint("−Σ t ln p along a row, then the mean over the rows. What is ln p in terms of z?") *
        hint("ln p = z − lse(z), which is finite where p itself has become 0.") *
        hint("-xt::sum(T * (Z - log_sum_exp(Z)))(), divided by the number of rows."))
{
    Question value{losses::cross_entropy};
    value.worked(in_the_text, 0.5 * std::log(20.0 / 3.0), text::scores, text::classes);
    for (const Shape& shape : shapes) {
        const Matrix Z = logits(shape);
        for (const Matrix& T : {one_hot_targets(shape), shares(shape)})
            value.expect("random logits, " + shape_text(shape),
                         oracle::mean_error(oracle::CrossEntropy{}, Z, T), Z, T);
    }
    value.expect("1000 and −1000, right", 0.0, Matrix{{-1000.0, 1000.0}, {1000.0, -1000.0}},
                 Matrix{{0.0, 1.0}, {1.0, 0.0}});
    value.expect("1000 and −1000, wrong", 1500.0, Matrix{{-1000.0, 1000.0}, {1000.0, 0.0}},
                 Matrix{{1.0, 0.0}, {0.0, 1.0}});
    value.accept("1000 and −1000, wrong, again", look_for_small_number("cross_entropy.clipped"),
                 Matrix{{-1000.0, 1000.0}}, Matrix{{1.0, 0.0}});
    value.expect("−1000 and less", std::log(2.0), Matrix{{-1000.0, -1000.0, -3000.0}},
                 Matrix{{0.7, 0.3, 0.0}});
    refuses_misfits(value);
    value.decide();
}

BOOST_AUTO_TEST_CASE(
    gradient_of_cross_entropy,
    *label("8.9") * points(3) * source("D: multi-class classification, derivatives of E") *
        called("gradient of cross entropy") *
        hint("First in the probabilities: E = −(1/N) Σ t ln p, each p by itself.") *
        hint("Through the Jacobian of softmax: p ∘ (v − p·v) with v = −t/p. What is p·v if the "
             "targets add up to 1?") *
        hint("−T/P/N in the probabilities, (softmax(Z) − T)/N in the logits."))
{
    Question by_p{losses::probability_gradient};
    by_p.worked(in_the_text, Matrix{{0.0, -2.0, 0.0}, {-1.0 / 1.2, 0.0, 0.0}}, text::P,
                text::classes);
    Question by_z{losses::cross_entropy_gradient};
    by_z.worked(in_the_text, Matrix{{0.0625, -0.375, 0.3125}, {-0.2, 0.05, 0.15}}, text::scores,
                text::classes);
    for (const Shape& shape : shapes) {
        const Matrix Z = logits(shape);
        const Matrix P = oracle::softmax(Z);
        for (const Matrix& T : {one_hot_targets(shape), shares(shape)}) {
            by_p.expect("random probabilities, " + shape_text(shape),
                        oracle::slopes(oracle::CrossEntropyOfProbabilities{}, P, T), P, T);
            by_z.expect("random logits, " + shape_text(shape),
                        oracle::slopes(oracle::CrossEntropy{}, Z, T), Z, T);
        }
    }
    by_z.expect("1000 and −1000, right and wrong", Matrix{{0.0, 0.0}, {0.5, -0.5}},
                Matrix{{-1000.0, 1000.0}, {1000.0, -1000.0}}, Matrix{{0.0, 1.0}, {0.0, 1.0}});
    refuses_misfits(by_p);
    refuses_misfits(by_z);
    by_p.decide();
    by_z.decide();
}

namespace {

struct NamedTask {
    Task task;
    std::string name;
};

const std::vector<NamedTask> tasks{{Task::regression, "regression"},
                                   {Task::binary, "two classes"},
                                   {Task::multi_class, "several classes"},
                                   {Task::multi_label, "labels"}};

/// Shapes that a task can have: two classes need one column.
std::vector<Shape> shapes_of(Task task)
{
    if (task == Task::binary)
        return {{4, 1}, {1, 1}, {6, 1}, {3, 1}};
    return {{2, 3}, {5, 2}, {3, 3}, {1, 4}, {3, 5}};
}

Matrix targets_of(Task task, const Shape& shape)
{
    switch (task) {
    case Task::regression: return logits(shape);
    case Task::multi_class: return one_hot_targets(shape);
    case Task::binary:
    case Task::multi_label: return hard_targets(shape);
    }
    return {};
}

} // namespace

BOOST_AUTO_TEST_CASE(
    task_output_and_loss,
    *label("8.10") * points(4) *
        source("D: summary of regression, classification and multi-label") *
        called("task, output and loss") *
        hint("Nothing new is computed here; every case is a function of an earlier step.") *
        hint("Must the outputs add up to 1? Then softmax. Is each a probability by itself? Then σ. "
             "Is it any number at all? Then nothing.") *
        hint("The delta is output minus target over N for every task."))
{
    Question outputs{losses::output};
    Question value{losses::loss};
    Question delta{losses::output_delta};
    for (const auto& [task, name] : tasks) {
        for (const Shape& shape : shapes_of(task)) {
            const std::string where = name + ", " + shape_text(shape);
            const Matrix Z = logits(shape);
            const Matrix T = targets_of(task, shape);
            outputs.expect(where, oracle::output(task, Z), task, Z);
            value.expect(where, oracle::loss(task, Z, T), task, Z, T);
            delta.expect(where, oracle::delta(task, Z, T), task, Z, T);
        }
    }
    value.expect("labels, ±1000 and wrong", 2000.0, Task::multi_label, Matrix{{1000.0, -1000.0}},
                 Matrix{{0.0, 1.0}});
    value.expect("several classes, ±1000 and wrong", 2000.0, Task::multi_class,
                 Matrix{{1000.0, -1000.0}}, Matrix{{0.0, 1.0}});
    value.throws(misfit, Task::multi_class, logits({2, 3}), soft_targets({3, 2}));
    delta.throws(misfit, Task::multi_label, logits({2, 3}), soft_targets({1, 3}));
    delta.throws(misfit, Task::regression, logits({2, 3}), soft_targets({2, 1}));
    outputs.decide();
    value.decide();
    delta.decide();
}

BOOST_AUTO_TEST_CASE(
    decisions,
    *label("8.11") * points(2) *
        source("D: summary of regression, classification and multi-label") *
        hint("A decision has the form of a target. For which z is σ(z) above ½?") *
        hint("Which probability of a row is the largest shows in the logits already: softmax keeps "
             "their order.") *
        hint("Z itself, one_hot(labels_of(Z), …), or xt::where(Z > 0.0, 1.0, 0.0)."))
{
    Question question{losses::decide};
    question.worked("several classes", Matrix{{0.0, 0.0, 1.0}, {1.0, 0.0, 0.0}}, Task::multi_class,
                    text::scores);
    // Every row has a logit between 0 and ½, one above ½ and one below 0, each in every place.
    const Matrix Z{{0.3, -0.8, 1.2}, {1.4, 0.2, -0.7}, {-0.9, 1.1, 0.4}, {-1.3, -0.2, -0.6}};
    question.worked("labels, none in the last row",
                    Matrix{{1.0, 0.0, 1.0}, {1.0, 1.0, 0.0}, {0.0, 1.0, 1.0}, {0.0, 0.0, 0.0}},
                    Task::multi_label, Z);
    question.worked("several classes, all below 0 in the last row",
                    Matrix{{0.0, 0.0, 1.0}, {1.0, 0.0, 0.0}, {0.0, 1.0, 0.0}, {0.0, 1.0, 0.0}},
                    Task::multi_class, Z);
    question.worked("two classes", Matrix{{1.0}, {0.0}, {1.0}, {0.0}}, Task::binary,
                    Matrix{{0.3}, {-0.3}, {1.7}, {-1.7}});
    question.worked("exactly ½ is not above it", Matrix{{0.0, 1.0}}, Task::multi_label,
                    Matrix{{0.0, 1e-9}});
    question.worked("two largest logits: the first", Matrix{{0.0, 1.0, 0.0}}, Task::multi_class,
                    Matrix{{-0.5, 0.25, 0.25}});
    for (const Shape& shape : shapes_of(Task::regression)) {
        const Matrix numbers = logits(shape);
        question.expect("regression, " + shape_text(shape), numbers, Task::regression, numbers);
        Matrix signs = numbers;
        for (double& each : signs)
            each = each < 0.0 ? 0.0 : 1.0;
        question.expect("labels, " + shape_text(shape), signs, Task::multi_label, numbers);
        const std::vector<std::size_t> largest = labels_for(shape.first, shape.second);
        Matrix scores = numbers;
        for (std::size_t n = 0; n < shape.first; ++n)
            scores(n, largest[n]) = between(2.5, 3.0);
        question.expect("several classes, " + shape_text(shape),
                        oracle::one_hot(largest, shape.second), Task::multi_class, scores);
    }
    question.throws("no rows", Task::multi_class, empty(0, 3));
    question.decide();
}
