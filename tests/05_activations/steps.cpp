/// @file
/// The graded steps of chapter 5. Expected numbers are either worked out by hand in the
/// chapter's text or come from oracle.hpp. What a function gives at 0, NaN and ±∞ is the
/// interface's word.
#include "judging/judge/generic.hpp"

#include "activations.hpp"
#include "functions.hpp"
#include "oracle.hpp"

#include <cmath>
#include <string>
#include <vector>

using namespace judging;
using activations::Activation;
using activations::Properties;
using activations::Range;
using workbook::Matrix;
using workbook::Vector;

namespace oracle = activations::oracle;

namespace {

using oracle::infinity;
using oracle::not_a_number;

/// The sizes of inputs.
constexpr double low = 0.3, high = 2.2;

/// Generic numbers, at least one on each side of 0 (if there are two).
Matrix inputs(std::size_t rows, std::size_t columns)
{
    Matrix m = generic_matrix(rows, columns, low, high);
    if (m.size() > 1) {
        m.flat(0) = std::abs(m.flat(0));
        m.flat(1) = -std::abs(m.flat(1));
    }
    return m;
}

/// Far out, but not so far that the limit is reached.
const Matrix rather_far{{-26.0, 23.0, -20.5}, {26.0, -23.0, 20.5}};
/// Close to 0, on either side.
const Matrix near_zero{{0.04, -0.04, 1e-9, -1e-9}};
const char* const how_far = "between 20 and 27, where the limit is not yet reached";
const char* const how_near = "close to 0";

/// A parameter that is neither 0 nor 1 nor near 0.01.
double generic_alpha()
{
    return between(0.15, 0.75);
}

const std::vector<std::pair<std::size_t, std::size_t>> shapes{{2, 3}, {1, 4}, {3, 1}, {4, 2}};

/// The inputs of the text.
const Matrix text_x{{-1.5, -0.25, 0.0, 0.5, 3.0}};
const char* const in_the_text = "the five numbers of the text";

/// What the interface says of points where no oracle differentiates.
struct Special {
    double zero;
    double far_left;  ///< at −1000
    double far_right; ///< at 1000
    double minus_infinity;
    double infinity;
};

/// Asks at 0, far out, at ±∞, at NaN and for no rows; `parameters` follow X in every ask.
template <class Q, class... Parameters>
void ask_special(Q& question, const Special& at, const Parameters&... parameters)
{
    question.expect("exactly 0", Matrix{{at.zero, at.zero}}, Matrix{{0.0, -0.0}}, parameters...);
    question.expect("−1000 and 1000", Matrix{{at.far_left, at.far_right}},
                    Matrix{{-1000.0, 1000.0}}, parameters...);
    question.expect("−∞ and ∞: the limits", Matrix{{at.minus_infinity, at.infinity}},
                    Matrix{{-infinity, infinity}}, parameters...);
    question.expect("NaN stays NaN", Matrix{{not_a_number, at.zero}, {at.zero, not_a_number}},
                    Matrix{{not_a_number, 0.0}, {0.0, not_a_number}}, parameters...);
    const Matrix no_rows = xt::zeros<double>({std::size_t{0}, std::size_t{3}});
    question.expect("a batch without rows", no_rows, no_rows, parameters...);
}

/// A function of one matrix: the text's numbers, random ones, and the special points.
template <class F>
void ask_value(Question<Matrix(const Matrix&)>& question, const Matrix& worked, const F& f,
               const Special& special)
{
    question.worked(in_the_text, worked, text_x);
    for (const auto& [rows, columns] : shapes) {
        const Matrix X = inputs(rows, columns);
        question.expect("random numbers", oracle::each(f, X), X);
    }
    question.expect(how_near, oracle::each(f, near_zero), near_zero);
    question.within(1e-12);
    question.expect(how_far, oracle::each(f, rather_far), rather_far);
    question.within(1e-10);
    ask_special(question, special);
    question.decide();
}

template <class F>
void ask_slope(Question<Matrix(const Matrix&)>& question, const Matrix& worked, const F& f,
               const Special& special)
{
    question.worked(in_the_text, worked, text_x);
    for (const auto& [rows, columns] : shapes) {
        const Matrix X = inputs(rows, columns);
        question.expect("random numbers", oracle::slope_of_each(f, X), X);
    }
    const Matrix near{{0.04, -0.04}};
    question.expect(how_near, oracle::slope_of_each(f, near), near);
    question.within(1e-12);
    question.expect(how_far, oracle::slope_of_each(f, rather_far), rather_far);
    question.within(1e-10);
    ask_special(question, special);
    question.decide();
}

enum class What { value, slope, alpha_slope };

/// The same for a function with a parameter; `special` says what holds for a given α.
template <class F>
void ask_with_alpha(Question<Matrix(const Matrix&, double)>& question, double text_alpha,
                    const Matrix& worked, const F& f, What what,
                    const std::function<Special(double alpha)>& special)
{
    question.worked(in_the_text, worked, text_x, text_alpha);
    int draw = 0;
    for (const auto& [rows, columns] : shapes) {
        const Matrix X = inputs(rows, columns);
        // The last one with a negative α, the one before with one above 1.
        const double alpha = ++draw == 4 ? -generic_alpha()
                             : draw == 3 ? 1.0 + generic_alpha()
                                         : generic_alpha();
        const Matrix expected =
            what == What::value ? oracle::each(f, X, alpha)
                                : oracle::slope_of_each(f, X, alpha, what == What::slope ? 0 : 1);
        question.expect("random numbers, α = " + to_text(alpha), expected, X, alpha);
    }
    const double alpha = generic_alpha();
    question.within(1e-12);
    const auto ask_at = [&](const std::string& where, const Matrix& X) {
        question.expect(where,
                        what == What::value
                            ? oracle::each(f, X, alpha)
                            : oracle::slope_of_each(f, X, alpha, what == What::slope ? 0 : 1),
                        X, alpha);
    };
    ask_at(how_near, Matrix{{0.04, -0.04}});
    ask_at(how_far, rather_far);
    question.within(1e-10);
    ask_special(question, special(alpha), alpha);
    question.throws("α is NaN", text_x, not_a_number);
    question.throws("α is infinite", text_x, infinity);
    question.decide();
}

} // namespace

BOOST_AUTO_TEST_CASE(
    identity_and_binary_step,
    *label("5.1") * points(2) *
        source("A, B: table of activation functions, rows 1 and 2; activation='linear'") *
        hint("The identity gives back what it gets. How steep is it?") *
        hint("A comparison with NaN is false. So ask twice, for x <= 0 and for x > 0; what answers "
             "neither is NaN.") *
        hint("xt::where(X <= 0.0, 0.0, xt::where(X > 0.0, 1.0, X)) is the step; the slopes are 1 "
             "and 0 wherever X is a number, xt::where(xt::isnan(X), X, 1.0)."))
{
    Question identity{activations::identity};
    ask_value(identity, text_x, oracle::Identity{}, {0.0, -1000.0, 1000.0, -infinity, infinity});

    Question identity_slope{activations::identity_slope};
    ask_slope(identity_slope, Matrix{{1.0, 1.0, 1.0, 1.0, 1.0}}, oracle::Identity{},
              {1.0, 1.0, 1.0, 1.0, 1.0});

    Question step{activations::binary_step};
    const auto sign_bit = [](double x) { return std::signbit(-x) ? 1.0 : 0.0; };
    ask_value(step, Matrix{{0.0, 0.0, 0.0, 1.0, 1.0}}, sign_bit, {0.0, 0.0, 1.0, 0.0, 1.0});

    Question step_slope{activations::binary_step_slope};
    const auto nothing = [](const auto& x) { return 0.0 * x; };
    ask_slope(step_slope, Matrix{{0.0, 0.0, 0.0, 0.0, 0.0}}, nothing, {0.0, 0.0, 0.0, 0.0, 0.0});
}

BOOST_AUTO_TEST_CASE(
    logistic,
    *label("5.2") * points(2) *
        source("A, B: sigmoid function, and the table, row 3; E: derivative of the sigmoid") *
        hint("Write σ so that ±1000 does not lead to infinity over infinity.") *
        hint("1 / (1 + e^−x) is safe on both sides: where e^−x is infinite, the quotient is 0.") *
        hint("σ′(x) = σ(x) (1 − σ(x)), with x the weighted sum and not the output."))
{
    Question value{activations::logistic};
    ask_value(value, Matrix{{0.182425523806, 0.437823499114, 0.5, 0.622459331202, 0.952574126822}},
              oracle::Logistic{}, {0.5, 0.0, 1.0, 0.0, 1.0});

    Question slope{activations::logistic_slope};
    ask_slope(slope, Matrix{{0.149146452070, 0.246134082738, 0.25, 0.235003712202, 0.045176659731}},
              oracle::Logistic{}, {0.25, 0.0, 0.0, 0.0, 0.0});
}

BOOST_AUTO_TEST_CASE(
    hyperbolic_tangent,
    *label("5.3") * points(2) *
        source("A, B: hyperbolic tangent against sigmoid, and the table, row 4") *
        hint("e^1000 over e^1000 is not a number. The library has a tanh; 2 / (1 + e^−2x) − 1 is "
             "safe too.") *
        hint("tanh x = 2σ(2x) − 1. Differentiate that, or the quotient of exponentials.") *
        hint("With t = tanh x the slope is 1 − t²."))
{
    Question value{activations::hyperbolic_tangent};
    ask_value(value,
              Matrix{{-0.905148253645, -0.244918662404, 0.0, 0.462117157260, 0.995054753687}},
              oracle::HyperbolicTangent{}, {0.0, -1.0, 1.0, -1.0, 1.0});

    Question slope{activations::hyperbolic_tangent_slope};
    ask_slope(slope, Matrix{{0.180706638924, 0.940014848806, 1.0, 0.786447732966, 0.009866037165}},
              oracle::HyperbolicTangent{}, {1.0, 0.0, 0.0, 0.0, 0.0});
}

BOOST_AUTO_TEST_CASE(arctan, *label("5.4") * points(2) *
                                 source("A, B: table of activation functions, row 5") *
                                 hint("xt::atan works entry by entry and gives radians.") *
                                 hint("With y = arctan x, x = tan y, and dx/dy = 1 + tan² y.") *
                                 hint("The slope is 1 / (1 + x²)."))
{
    const double half_pi = std::acos(0.0);
    const double far = std::atan2(1000.0, 1.0);
    const double far_slope = 1.0 / 1000001.0;

    Question value{activations::arctan};
    ask_value(value,
              Matrix{{-0.982793723247, -0.244978663127, 0.0, 0.463647609001, 1.249045772398}},
              oracle::Arctan{}, {0.0, -far, far, -half_pi, half_pi});

    Question slope{activations::arctan_slope};
    ask_slope(slope, Matrix{{0.307692307692, 0.941176470588, 1.0, 0.8, 0.1}}, oracle::Arctan{},
              {1.0, far_slope, far_slope, 0.0, 0.0});
}

BOOST_AUTO_TEST_CASE(
    softsign,
    *label("5.5") * points(3) *
        source("A, B: table of activation functions, row 6 (the bars of |x| are lost in B)") *
        hint("The formula is short, but at ±∞ it is ∞/∞. What does the fraction become when both "
             "parts are divided by |x|?") *
        hint("sign(x) / (1 + 1/|x|) is the same fraction; at 0 it is 0/∞, which is 0. xt::sign and "
             "xt::abs work entry by entry.") *
        hint("The slope: quotient rule on each side, and both sides give 1 / (1 + |x|)²."))
{
    Question value{activations::softsign};
    ask_value(value, Matrix{{-0.6, -0.2, 0.0, 1.0 / 3.0, 0.75}}, oracle::Softsign{},
              {0.0, -1000.0 / 1001.0, 1000.0 / 1001.0, -1.0, 1.0});

    Question slope{activations::softsign_slope};
    const double far = 1.0 / (1001.0 * 1001.0);
    ask_slope(slope, Matrix{{0.16, 0.64, 1.0, 4.0 / 9.0, 0.0625}}, oracle::Softsign{},
              {1.0, far, far, 0.0, 0.0});
}

BOOST_AUTO_TEST_CASE(
    ReLU,
    *label("5.6") * points(2) *
        source("A, B: ReLU, and the table, row 7; C, E: slope 1 above 0, slope 0 below") *
        hint("The larger of x and 0. What does your formula make of NaN?") *
        hint("xt::where(X > 0.0, X, 0.0) makes 0 of NaN, because NaN > 0 is false; "
             "xt::maximum(X, 0.0) keeps it.") *
        hint("Slope: 0 for x <= 0, so 0 at exactly 0; 1 for x > 0; X itself where it is neither."))
{
    Question value{activations::relu};
    ask_value(value, Matrix{{0.0, 0.0, 0.0, 0.5, 3.0}}, oracle::TwoLines{0.0, 1.0},
              {0.0, 0.0, 1000.0, 0.0, infinity});

    Question slope{activations::relu_slope};
    ask_slope(slope, Matrix{{0.0, 0.0, 0.0, 1.0, 1.0}}, oracle::TwoLines{0.0, 1.0},
              {0.0, 0.0, 1.0, 0.0, 1.0});
}

BOOST_AUTO_TEST_CASE(
    leaky_ReLU,
    *label("5.7") * points(2) *
        source("A, B: table, row 8; C: the remedy for slope 0; E: leaky ReLU") *
        hint("As ReLU, but the lower branch is a line too, a hundred times less steep.") *
        hint("xt::where(X > 0.0, X, 0.01 * X): where X is NaN, so is 0.01 * X.") *
        hint("Slope: 0.01 for x <= 0, 1 for x > 0, and NaN where X is neither."))
{
    Question value{activations::leaky_relu};
    ask_value(value, Matrix{{-0.015, -0.0025, 0.0, 0.5, 3.0}}, oracle::TwoLines{0.01, 1.0},
              {0.0, -10.0, 1000.0, -infinity, infinity});

    Question slope{activations::leaky_relu_slope};
    ask_slope(slope, Matrix{{0.01, 0.01, 0.01, 1.0, 1.0}}, oracle::TwoLines{0.01, 1.0},
              {0.01, 0.01, 1.0, 0.01, 1.0});
}

BOOST_AUTO_TEST_CASE(
    PReLU,
    *label("5.8") * points(3) * source("A, B: list after ReLU, parametric ReLU") *
        hint("Leaky ReLU with α in place of 0.01. α may be above 1 or below 0, so a maximum of x "
             "and αx is not enough.") *
        hint("∂f/∂x is a constant on either side. For ∂f/∂α hold x fixed: how does αx change with "
             "α, and how does x?") *
        hint("∂f/∂x = α or 1; ∂f/∂α = x for x <= 0, and 0 above, which is xt::minimum(X, 0.0)."))
{
    Question value{activations::prelu};
    ask_with_alpha(
        value, 0.25, Matrix{{-0.375, -0.0625, 0.0, 0.5, 3.0}}, oracle::Prelu{}, What::value,
        [](double alpha) { return Special{0.0, -1000.0 * alpha, 1000.0, -infinity, infinity}; });

    Question slope{activations::prelu_slope};
    ask_with_alpha(slope, 0.25, Matrix{{0.25, 0.25, 0.25, 1.0, 1.0}}, oracle::Prelu{}, What::slope,
                   [](double alpha) { return Special{alpha, alpha, 1.0, alpha, 1.0}; });

    Question alpha_slope{activations::prelu_alpha_slope};
    ask_with_alpha(alpha_slope, 0.25, Matrix{{-1.5, -0.25, 0.0, 0.0, 0.0}}, oracle::Prelu{},
                   What::alpha_slope,
                   [](double) { return Special{0.0, -1000.0, 0.0, -infinity, 0.0}; });
}

BOOST_AUTO_TEST_CASE(
    ELU,
    *label("5.9") * points(3) * source("A, B: list after ReLU, ELU") *
        hint("x above 0; below, an exponential that comes down to −α.") *
        hint("xt::where computes both branches at all points and then chooses: e^1000 does no harm "
             "there. A product with a mask does harm: ∞ · 0 is NaN.") *
        hint("α (e^x − 1), its slope α e^x, its slope in α e^x − 1; above 0: x, 1 and 0. "
             "xt::expm1(X) is e^x − 1."))
{
    Question value{activations::elu};
    ask_with_alpha(value, 0.5, Matrix{{-0.388434919926, -0.110599608464, 0.0, 0.5, 3.0}},
                   oracle::Elu{}, What::value,
                   [](double alpha) { return Special{0.0, -alpha, 1000.0, -alpha, infinity}; });

    Question slope{activations::elu_slope};
    ask_with_alpha(slope, 0.5, Matrix{{0.111565080074, 0.389400391536, 0.5, 1.0, 1.0}},
                   oracle::Elu{}, What::slope,
                   [](double alpha) { return Special{alpha, 0.0, 1.0, 0.0, 1.0}; });

    Question alpha_slope{activations::elu_alpha_slope};
    ask_with_alpha(alpha_slope, 0.5, Matrix{{-0.776869839852, -0.221199216929, 0.0, 0.0, 0.0}},
                   oracle::Elu{}, What::alpha_slope,
                   [](double) { return Special{0.0, -1.0, 0.0, -1.0, 0.0}; });
}

BOOST_AUTO_TEST_CASE(SELU,
                     *label("5.10") * points(2) * source("A, B: list after ReLU, SELU") *
                         hint("λ scales the whole of ELU: which branches does it multiply?") *
                         hint("Both. So the slope above 0 is λ, a little more than 1.") *
                         hint("selu_lambda * elu(X, selu_alpha), and the same with elu_slope."))
{
    const double lambda = 1.0507009873554805;
    const double lambda_alpha = 1.7580993408473766;

    Question value{activations::selu};
    ask_value(value,
              Matrix{{-1.365814353367, -0.388890197478, 0.0, 0.525350493678, 3.152102962066}},
              oracle::Selu{}, {0.0, -lambda_alpha, 1000.0 * lambda, -lambda_alpha, infinity});

    Question slope{activations::selu_slope};
    ask_slope(
        slope,
        Matrix{{0.392284987480, 1.369209143369, lambda_alpha, 1.050700987355, 1.050700987355}},
        oracle::Selu{}, {lambda_alpha, 0.0, lambda, 0.0, lambda});
}

BOOST_AUTO_TEST_CASE(
    softmax,
    *label("5.11") * points(3) * source("A, B: softmax") *
        hint("Every row by itself: exponentials, then each over the sum of its row.") *
        hint("e^1000 is infinite. Softmax does not change when the same number is taken off all "
             "scores of a row; which number makes every exponent 0 or less?") *
        hint("E = xt::exp(Z - xt::amax(Z, {1}, xt::keep_dims)), then E over "
             "xt::sum(E, {1}, xt::keep_dims)."))
{
    Question question{activations::softmax};
    question.worked("0, ln 2 and ln 5, as in the text", Matrix{{0.125, 0.25, 0.625}},
                    Matrix{{0.0, std::log(2.0), std::log(5.0)}});
    for (const auto& [rows, columns] : shapes) {
        const Matrix Z = inputs(rows, columns);
        question.expect("random scores", oracle::softmax(Z), Z);
    }
    const Matrix square = inputs(3, 3);
    question.expect("as many rows as classes", oracle::softmax(square), square);
    for (double far : {1000.0, -1000.0}) {
        const Matrix Z = inputs(2, 3);
        question.expect("the same scores, all moved by " + to_text(far), oracle::softmax(Z),
                        Z + far);
    }
    Matrix apart = inputs(2, 3);
    const Matrix shares = oracle::softmax(apart);
    for (std::size_t j = 0; j < 3; ++j) {
        apart(0, j) += 1000.0;
        apart(1, j) -= 1000.0;
    }
    question.expect("a row near 1000, another near −1000", shares, apart);
    // Every class of the three is the largest, the one in between and the smallest score once.
    question.expect("1000 and −1000 in one row", Matrix{{1.0, 0.0, 0.0}},
                    Matrix{{1000.0, 0.0, -1000.0}});
    question.expect("1000 and −1000 in every row",
                    Matrix{{0.0, 0.0, 1.0}, {0.0, 1.0, 0.0}, {1.0, 0.0, 0.0}, {0.0, 0.0, 1.0}},
                    Matrix{{-1000.0, 0.0, 1000.0},
                           {0.0, 1000.0, -1000.0},
                           {1000.0, -1000.0, 0.0},
                           {0.0, -1000.0, 1000.0}});
    // Below any number to look for the largest score from.
    question.expect("scores of −10⁴⁰ and less", Matrix{{0.0, 1.0, 0.0}},
                    Matrix{{-3e40, -1e40, -2e40}});
    const Matrix wide = inputs(2, 8);
    question.expect("eight classes", oracle::softmax(wide), wide);
    const Matrix Z = inputs(1, 2);
    const Matrix P = oracle::softmax(Z);
    question.expect(
        "a class masked by −∞ in every row",
        Matrix{{P(0, 0), 0.0, P(0, 1)}, {0.0, P(0, 0), P(0, 1)}, {P(0, 0), P(0, 1), 0.0}},
        Matrix{{Z(0, 0), -infinity, Z(0, 1)},
               {-infinity, Z(0, 0), Z(0, 1)},
               {Z(0, 0), Z(0, 1), -infinity}});
    question.expect(
        "rows with ∞, NaN and nothing but −∞ are NaN, the others as ever",
        Matrix{{not_a_number, not_a_number},
               {P(0, 0), P(0, 1)},
               {not_a_number, not_a_number},
               {not_a_number, not_a_number}},
        Matrix{{0.5, infinity}, {Z(0, 0), Z(0, 1)}, {not_a_number, 1.5}, {-infinity, -infinity}});
    const Matrix no_rows = xt::zeros<double>({std::size_t{0}, std::size_t{3}});
    question.expect("a batch without rows", no_rows, no_rows);
    question.throws("rows without classes", xt::zeros<double>({std::size_t{2}, std::size_t{0}}));
    question.decide();
}

BOOST_AUTO_TEST_CASE(
    softmax_Jacobian,
    *label("5.12") * points(4) * source("A, B: softmax") *
        hint("Two cases: how does p_i change with its own score, and how with another one?") *
        hint("∂p_i/∂z_i = p_i (1 − p_i), and ∂p_i/∂z_j = −p_i p_j. As a matrix diag(p) − p pᵀ, "
             "with Matrix D = xt::diag(p) and outer(p, p).") *
        hint("Put a vector behind it: (diag(p) − p pᵀ) v = p ∘ v − p (p·v). For a batch, p·v is "
             "the sum along every row of P ∘ V."))
{
    Question jacobian{activations::softmax_jacobian};
    jacobian.worked("p = (1/8, 1/4, 5/8), as in the text",
                    Matrix{{0.109375, -0.03125, -0.078125},
                           {-0.03125, 0.1875, -0.15625},
                           {-0.078125, -0.15625, 0.234375}},
                    Vector{0.125, 0.25, 0.625});
    for (std::size_t classes : {2u, 3u, 4u, 5u}) {
        const std::vector<double> z = oracle::row(inputs(1, classes), 0);
        Vector p = xt::zeros<double>({classes});
        for (std::size_t i = 0; i < classes; ++i)
            p(i) = oracle::softmax_entry(z, i);
        jacobian.expect(std::to_string(classes) + " random classes", oracle::softmax_jacobian(z),
                        p);
    }
    jacobian.expect("a single class", Matrix{{0.0}}, Vector{1.0});
    jacobian.throws("no class", xt::zeros<double>({std::size_t{0}}));
    jacobian.decide();

    Question product{activations::softmax_jacobian_product};
    product.worked("v = (1, −1, 2), as in the text", Matrix{{-0.015625, -0.53125, 0.546875}},
                   Matrix{{0.125, 0.25, 0.625}}, Matrix{{1.0, -1.0, 2.0}});
    for (const auto& [rows, columns] :
         {std::pair<std::size_t, std::size_t>{1, 3}, {3, 3}, {4, 2}, {2, 5}, {3, 1}}) {
        const Matrix Z = inputs(rows, columns);
        const Matrix V = inputs(rows, columns);
        product.expect("random rows", oracle::along(Z, V), oracle::softmax(Z), V);
    }
    const Matrix Z = inputs(1, 2);
    const Matrix P = oracle::softmax(Z);
    product.expect("a row with NaN is NaN, the other as ever",
                   Matrix{{not_a_number, not_a_number}, {0.0, 0.0}},
                   Matrix{{P(0, 0), P(0, 1)}, {P(0, 0), P(0, 1)}},
                   Matrix{{not_a_number, 0.7}, {0.7, 0.7}});
    const Matrix no_rows = xt::zeros<double>({std::size_t{0}, std::size_t{3}});
    product.expect("a batch without rows", no_rows, no_rows, no_rows);
    product.throws("P has two rows, V one", inputs(2, 3), inputs(1, 3));
    product.throws("P has one class, V two", Matrix{{1.0}}, Matrix{{0.5, -0.7}});
    product.decide();
}

namespace {

using oracle::entrywise;

/// n points from `from` to `to`, both among them.
Matrix grid(double from, double to, std::size_t n)
{
    Matrix x = xt::zeros<double>({std::size_t{1}, n});
    for (std::size_t i = 0; i < n; ++i)
        x(0, i) = from + (to - from) * static_cast<double>(i) / static_cast<double>(n - 1);
    return x;
}

} // namespace

BOOST_AUTO_TEST_CASE(
    range_and_monotonicity,
    *label("5.13") * points(4) *
        source("A, B: table of activation functions, range and monotonic") *
        hint("Ask f at all points at once: f(points) is one row of values.") *
        hint("Range: the least and the largest of the values and of the limits f(−∞), f(∞). An end "
             "is reached when the values at the points alone have it.") *
        hint("Monotonic: the differences of neighbours are all ≥ 0, or all ≤ 0. Write it so that a "
             "NaN among them gives false: xt::amin and xt::amax keep it."))
{
    const double a = generic(low, high), b = between(0.3, 1.4), c = between(0.4, 0.9);
    const Matrix x = grid(-5.0, 5.0, 101);
    const auto rising = entrywise([=](double t) { return a + b * std::tanh(c * t); });
    const auto falling = entrywise([=](double t) { return a - b * std::tanh(c * t); });
    const auto up = entrywise([=](double t) { return a + b * std::max(t, 0.0); });
    const auto down = entrywise([=](double t) { return a - b * std::max(t, 0.0); });
    const auto bell = entrywise([=](double t) { return a + b / (1.0 + t * t); });
    const auto dip = entrywise([=](double t) { return a - b / (1.0 + t * t); });
    const auto line = entrywise([=](double t) { return a + b * t; });
    const auto step = entrywise([=](double t) { return t > c ? a + b : a; });
    const auto constant = entrywise([=](double) { return a; });
    const auto decay = entrywise([=](double t) { return b * std::exp(-t); });
    // Rises, falls once by 0.2 from one point to the next, and rises again.
    const auto bump = entrywise([=](double t) { return a + t - (t > 2.0 ? 0.3 : 0.0); });
    const auto nan_inside =
        entrywise([=](double t) { return std::abs(t) < 0.01 ? not_a_number : a + t; });
    const auto nan_first = entrywise([=](double t) { return t < -4.99 ? not_a_number : a + t; });
    const auto nan_last = entrywise([=](double t) { return t > 4.99 ? not_a_number : a - t; });
    const auto no_limit = entrywise([=](double t) { return std::isinf(t) ? not_a_number : b * t; });

    // Beyond any number to look for the least or the largest value from.
    const double m = std::abs(a) + b;
    const auto far_below = entrywise([=](double t) { return -1e40 * (m - b * std::tanh(c * t)); });
    const auto far_above = entrywise([=](double t) { return 1e40 * (m - b * std::tanh(c * t)); });

    Question range{activations::range_of};
    range.expect("a + b tanh(ct)", Range{a - b, a + b, false, false}, rising, x);
    range.expect("a − b tanh(ct)", Range{a - b, a + b, false, false}, falling, x);
    range.expect("a + b tanh(t), which comes closer to its ends", Range{a - b, a + b, false, false},
                 entrywise([=](double t) { return a + b * std::tanh(t); }), x);
    range.expect("a + b max(0, t)", Range{a, infinity, true, false}, up, x);
    range.expect("a − b max(0, t)", Range{-infinity, a, false, true}, down, x);
    range.expect("a + b/(1 + t²)", Range{a, a + b, false, true}, bell, x);
    range.expect("a − b/(1 + t²)", Range{a - b, a, true, false}, dip, x);
    range.expect("a + bt", Range{-infinity, infinity, false, false}, line, x);
    range.expect("a step", Range{a, a + b, true, true}, step, x);
    range.expect("a constant", Range{a, a, true, true}, constant, x);
    range.expect("b e^−t", Range{0.0, infinity, false, false}, decay, x);
    range.expect("values below −10³⁹", Range{-1e40 * (m + b), -1e40 * (m - b), false, false},
                 far_below, x);
    range.expect("values above 10³⁹", Range{1e40 * (m - b), 1e40 * (m + b), false, false},
                 far_above, x);
    range.expect("NaN at one point", Range{not_a_number, not_a_number, false, false}, nan_inside,
                 x);
    range.expect("NaN at ±∞", Range{not_a_number, not_a_number, false, false}, no_limit, x);
    range.throws("two rows of points", rising, inputs(2, 3));
    range.throws("one point", rising, Matrix{{0.0}});
    range.decide();

    Question monotonic{activations::is_monotonic};
    monotonic.expect("a + b tanh(ct)", true, rising, x);
    monotonic.expect("a − b tanh(ct)", true, falling, x);
    monotonic.expect("a + b max(0, t), flat at first", true, up, x);
    monotonic.expect("a constant", true, constant, x);
    monotonic.expect("a step", true, step, x);
    monotonic.expect("a − bt", true, entrywise([=](double t) { return a - b * t; }), x);
    monotonic.expect("values below −10³⁹ that rise", true, far_below, x);
    monotonic.expect("values above 10³⁹ that fall", true, far_above, x);
    monotonic.expect("20 + bt, which begins above 0", true,
                     entrywise([=](double t) { return 20.0 + b * t; }), x);
    monotonic.expect("a + b/(1 + t²)", false, bell, x);
    monotonic.expect("a − b/(1 + t²)", false, dip, x);
    monotonic.expect("a line that falls once, by a little", false, bump, x);
    monotonic.expect("the same, upside down", false,
                     entrywise([=](double t) { return -a - t + (t > 2.0 ? 0.3 : 0.0); }), x);
    monotonic.expect("a function that falls in the very first step", false,
                     entrywise([=](double t) { return t < -4.95 ? a + 0.2 : a + b * (t + 4.9); }),
                     x);
    monotonic.expect("a function that falls in the very last step", false,
                     entrywise([=](double t) { return t > 4.95 ? a : a + b * (t + 6.0); }), x);
    monotonic.expect("up, flat, down", false,
                     entrywise([=](double t) { return a - b * std::max(std::abs(t) - 2.0, 0.0); }),
                     x);
    monotonic.expect(
        "flat, up, down", false,
        entrywise([=](double t) { return a + b / (1.0 + std::pow(std::max(t, -4.0), 2)); }), x);
    monotonic.expect("NaN in the middle", false, nan_inside, x);
    monotonic.expect("NaN at the first point", false, nan_first, x);
    monotonic.expect("NaN at the last point", false, nan_last, x);
    monotonic.expect("a + b tanh(ct) at two points", true, rising, grid(-1.0, 2.0, 2));
    // Lines up and down, half of them with a step back somewhere.
    for (int i = 0; i < 12; ++i) {
        const double way = i % 2 == 0 ? 1.0 : -1.0;
        const double back = i % 4 < 2 ? between(0.2, 0.9) : 0.0;
        const double place = between(-4.0, 4.0);
        const double slope = between(0.4, 1.6);
        const auto line_with_step =
            entrywise([=](double t) { return a + way * (slope * t - (t > place ? back : 0.0)); });
        monotonic.expect(std::string("a line ") + (way > 0.0 ? "up" : "down") +
                             (back > 0.0 ? " with one step back" : ""),
                         back == 0.0, line_with_step, x);
    }
    monotonic.throws("two rows of points", rising, inputs(2, 3));
    monotonic.throws("one point", rising, Matrix{{0.0}});
    monotonic.decide();
}

BOOST_AUTO_TEST_CASE(
    order_of_continuity,
    *label("5.14") * points(4) *
        source("A, B: table of activation functions, order of continuity") *
        hint(
            "A difference quotient from values on one side only tells the derivative on that side. "
            "Take it on both sides and subtract.") *
        hint("The k-th difference: k times, replace every value by its distance to the next, over "
             "the step, which is −h on the left side.") *
        hint("For the order, ask k = 0, 1, … in turn. Make h eight times smaller: what is smooth "
             "shrinks with h, a jump stays. The answer is the last k before the first jump."))
{
    Question jump{activations::derivative_jump};
    // |d| + d² at its corner: left −d + d², right d + d².
    const auto corner =
        entrywise([](double t) { return std::abs(t - 1.0) + (t - 1.0) * (t - 1.0); });
    jump.worked("|x − 1| + (x − 1)² at 1, k = 1 and h = ½, as in the text", 5.0, corner, 1.0, 1,
                0.5);
    for (int k : {0, 1, 2, 3, 1, 2, 0, 4}) {
        oracle::TwoPolynomials f{generic(low, high), {}, {}};
        for (int power = 0; power <= 5; ++power) {
            f.left.push_back(generic(low, high));
            f.right.push_back(generic(low, high));
        }
        const double h = between(0.2, 0.6);
        jump.expect("two polynomials that meet, k = " + std::to_string(k),
                    oracle::difference_quotient(f.right, k, h) -
                        oracle::difference_quotient(f.left, k, -h),
                    entrywise(f), f.at, k, h);
    }
    jump.throws("k = −1", corner, 1.0, -1, 0.5);
    jump.throws("h = 0", corner, 1.0, 1, 0.0);
    jump.throws("h below 0", corner, 1.0, 1, -0.5);
    jump.throws("h is NaN", corner, 1.0, 1, not_a_number);
    jump.decide();

    Question order{activations::order_of_continuity};
    // A wave, and from the point on J (x − at)^m / m! more: the m-th derivative jumps by J.
    const auto wave = [](double at, int m) {
        const double size = between(0.5, 1.3), speed = between(0.8, 1.4),
                     phase = generic(low, high);
        const double J = generic(0.5, 1.5);
        return entrywise([=](double t) {
            double more = J;
            for (int i = 1; i <= m; ++i)
                more *= (t - at) / i;
            return size * std::sin(speed * t + phase) + (t > at ? more : 0.0);
        });
    };
    for (int m : {0, 1, 2, 3, 4}) {
        const double at = m == 2 ? 0.0 : generic(low, high);
        order.expect("its derivative number " + std::to_string(m) + " jumps", m - 1, wave(at, m),
                     at, 3);
    }
    // Differences that are 0 but for rounding: at h = 1/2048 the third one has an error of 1e-5 or
    // so, many times that at h = 1/256.
    const double a = generic(low, high), b = generic(low, high), c = generic(low, high);
    order.expect("a constant", 3, entrywise([=](double) { return a; }), b, 3);
    order.expect("a line", 3, entrywise([=](double t) { return a + b * t; }), c, 3);
    for (double at : {a, b, c})
        order.expect("a parabola", 3, entrywise([=](double t) { return a + t * (b + c * t); }), at,
                     3);
    const double low_bell = between(0.3, 0.8); // its fourth derivative is 24 times that at the top
    order.expect("a bell", 3, entrywise([=](double t) { return a + low_bell / (1.0 + t * t); }),
                 0.0, 3);
    order.expect("a corner that points up or down", 0,
                 entrywise([=](double t) { return a + b * std::abs(t); }), 0.0, 3);
    const double at = generic(low, high);
    order.expect("only orders up to 2 are looked at", 2, wave(at, 4), at, 2);
    order.expect("only orders up to 1 are looked at", 1, wave(at, 3), at, 1);
    order.expect("only orders up to 0 are looked at", 0, wave(at, 1), at, 0);
    order.expect("the corner is elsewhere", 3, wave(at, 1), at + 1.0, 3);
    order.throws("highest = −1", wave(at, 1), at, -1);
    order.throws("highest = 4", wave(at, 1), at, 4);
    order.decide();
}

BOOST_AUTO_TEST_CASE(
    a_row_of_the_table,
    *label("5.15") * points(2) * source("A, B: table of activation functions") *
        hint("Everything is there: put steps 5.13 and 5.14 together.") *
        hint(
            "Order of continuity of f at 0, up to 3. Which function must be monotonic for the last "
            "entry?") *
        hint("{range_of(f, points), order_of_continuity(f, 0.0, 3), is_monotonic(f, points), "
             "is_monotonic(f_slope, points)}"))
{
    Question question{activations::properties};
    const double a = generic(low, high), b = between(0.3, 1.4), c = between(0.4, 0.9);
    const Matrix x = grid(-6.0, 6.0, 121);
    question.expect("a + b tanh(ct)", Properties{{a - b, a + b, false, false}, 3, true, false},
                    entrywise([=](double t) { return a + b * std::tanh(c * t); }),
                    entrywise([=](double t) { return b * c / std::pow(std::cosh(c * t), 2.0); }),
                    x);
    question.expect("two lines that rise",
                    Properties{{-infinity, infinity, false, false}, 0, true, true},
                    entrywise([=](double t) { return t > 0.0 ? a + (1.5 + b) * t : a + b * t; }),
                    entrywise([=](double t) { return t > 0.0 ? 1.5 + b : b; }), x);
    question.expect("a V", Properties{{a, infinity, true, false}, 0, false, true},
                    entrywise([=](double t) { return a + b * std::abs(t); }),
                    entrywise([=](double t) { return t > 0.0 ? b : -b; }), x);
    question.expect("a step", Properties{{a, a + b, true, true}, -1, true, true},
                    entrywise([=](double t) { return t > 0.0 ? a + b : a; }),
                    entrywise([=](double) { return 0.0; }), x);
    question.expect(
        "a line, and a parabola from 0 on",
        Properties{{-infinity, infinity, false, false}, 1, true, true},
        entrywise([=](double t) { return t > 0.0 ? a + b * t + c * t * t : a + b * t; }),
        entrywise([=](double t) { return t > 0.0 ? b + 2.0 * c * t : b; }), x);
    question.expect(
        "a bell", Properties{{a, a + b, false, true}, 3, false, false},
        entrywise([=](double t) { return a + b / (1.0 + c * t * t); }),
        entrywise([=](double t) { return -2.0 * b * c * t / std::pow(1.0 + c * t * t, 2.0); }), x);
    question.throws("one point", entrywise([](double t) { return t; }),
                    entrywise([](double) { return 1.0; }), Matrix{{0.0}});
    question.decide();
}
