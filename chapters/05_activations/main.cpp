/// @file
/// The lab of chapter 5: eleven activation functions with their slopes, softmax, the errata of
/// the documents in numbers, the fixed point of SELU, and the documents' table, every entry
/// decided by computation and compared with what the documents say.

#include "activations.hpp"

#include "common/math/random.hpp"
#include "common/report/lab.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <set>
#include <string>
#include <utility>
#include <vector>

using namespace activations;

namespace {

// --- The functions of the chapter -------------------------------------------------------------

constexpr double prelu_example = 0.25; ///< α of PReLU in the text
constexpr double elu_example = 0.5;    ///< α of ELU in the text

Activation prelu_with(double alpha)
{
    return [alpha](const Matrix& X) { return prelu(X, alpha); };
}

Activation prelu_slope_with(double alpha)
{
    return [alpha](const Matrix& X) { return prelu_slope(X, alpha); };
}

Activation elu_with(double alpha)
{
    return [alpha](const Matrix& X) { return elu(X, alpha); };
}

Activation elu_slope_with(double alpha)
{
    return [alpha](const Matrix& X) { return elu_slope(X, alpha); };
}

/// A function with its slope, and how its drawing is cut.
struct Pair {
    std::string name;
    Activation f;
    Activation slope;
    double low = -1.5; ///< y axis from
    double high = 1.5; ///< to
};

/// The documents' eight functions in their order, then the other three.
std::vector<Pair> pairs()
{
    return {
        {"identity", identity, identity_slope, -4.2, 4.2},
        {"binary step", binary_step, binary_step_slope, -0.3, 1.3},
        {"logistic", logistic, logistic_slope, -0.1, 1.1},
        {"tanh", hyperbolic_tangent, hyperbolic_tangent_slope, -1.2, 1.2},
        {"arctan", arctan, arctan_slope, -1.7, 1.7},
        {"softsign", softsign, softsign_slope, -1.2, 1.2},
        {"ReLU", relu, relu_slope, -1.0, 4.2},
        {"leaky ReLU", leaky_relu, leaky_relu_slope, -1.0, 4.2},
        {"PReLU, α = 0.25", prelu_with(prelu_example), prelu_slope_with(prelu_example), -4.2, 4.2},
        {"ELU, α = 0.5", elu_with(elu_example), elu_slope_with(elu_example), -1.0, 4.2},
        {"SELU", selu, selu_slope, -2.2, 4.4}};
}

double at(const Activation& f, double x)
{
    return f(Matrix{{x}})(0, 0);
}

/// Central difference with a step of 1e-5.
double difference(const std::function<double(double)>& f, double x)
{
    const double h = 1e-5;
    return (f(x + h) - f(x - h)) / (2.0 * h);
}

double relative_error(double value, double right)
{
    return std::abs(value / right - 1.0);
}

/// The places at which the table is decided: −10, −9.99, …, 10.
Matrix table_places()
{
    Matrix places = xt::zeros<double>({std::size_t{1}, std::size_t{2001}});
    for (int i = 0; i <= 2000; ++i)
        places(0, i) = (i - 1000) / 100.0;
    return places;
}

// --- The documents' table ---------------------------------------------------------------------

/// The last four columns of the table in decks A and B, as they stand there.
struct Document {
    std::string range;
    std::string order;
    std::string monotonic;
    std::string slope_monotonic;
};

/// The eight rows, in the order of pairs().
const std::vector<Document> documents{
    {"(−∞, ∞)", "∞", "yes", "yes"},    {"{0, 1}", "−1", "yes", "no"},
    {"(0, 1)", "∞", "yes", "no"},      {"(−1, 1)", "∞", "yes", "no"},
    {"(−π/2, π/2)", "∞", "yes", "no"}, {"(−1, 1)", "1", "yes", "no"},
    {"[0, ∞)", "0", "yes", "yes"},     {"(−∞, ∞)", "0", "yes", "yes"}};

std::string number_text(double x)
{
    if (std::isinf(x))
        return x > 0.0 ? "∞" : "−∞";
    const double half_pi = std::acos(0.0);
    if (std::abs(std::abs(x) - half_pi) < 1e-12)
        return x > 0.0 ? "π/2" : "−π/2";
    const std::string digits = fmt::format("{:.6g}", std::abs(x));
    return (x < 0.0 ? "−" : "") + digits;
}

/// A range as people write it; a function with two values has a set of two.
std::string range_text(const Range& range, const Activation& f)
{
    const Matrix Y = f(table_places());
    const std::set<double> values(Y.begin(), Y.end());
    if (values.size() <= 2)
        return fmt::format("{{{}, {}}}", number_text(range.infimum), number_text(range.supremum));
    return fmt::format("{}{}, {}{}", range.infimum_reached ? "[" : "(", number_text(range.infimum),
                       number_text(range.supremum), range.supremum_reached ? "]" : ")");
}

const char* yes_or_no(bool truth)
{
    return truth ? "yes" : "no";
}

/// One row in words: range, order, monotonic, derivative monotonic.
std::vector<std::string> computed_row(const Activation& f, const Activation& slope)
{
    const Properties row = properties(f, slope, table_places());
    return {range_text(row.range, f), row.order == 3 ? "≥ 3" : number_text(row.order),
            yes_or_no(row.monotonic), yes_or_no(row.slope_monotonic)};
}

/// Whether a computed entry is what the documents say; "at least 3" stands for ∞.
bool agree(const std::string& computed, const std::string& document)
{
    return computed == document || (computed == "≥ 3" && document == "∞");
}

// --- Softmax ----------------------------------------------------------------------------------

const Matrix temperature_scores{{2.0, 1.0, 0.5, -1.0}};

/// As the formula stands, without taking off the largest score.
Matrix naive_softmax(const Matrix& Z)
{
    const Matrix E = xt::exp(Z);
    return E / xt::sum(E, {1}, xt::keep_dims);
}

// --- The fixed point of SELU --------------------------------------------------------------------

/// ∫ g(mean + deviation · z) φ(z) dz by Simpson's rule, cut where the argument is 0, because g may
/// have a corner there.
double expectation(const std::function<double(double)>& g, double mean, double deviation)
{
    const double corner = std::clamp(-mean / deviation, -9.0, 9.0);
    const auto integrand = [&](double z) {
        return g(mean + deviation * z) * std::exp(-0.5 * z * z) / std::sqrt(2.0 * std::acos(-1.0));
    };
    double sum = 0.0;
    for (const auto& [from, to] : {std::pair{-10.0, corner}, {corner, 10.0}}) {
        constexpr int pieces = 400;
        const double h = (to - from) / (2 * pieces);
        for (int i = 0; i < pieces; ++i) {
            const double x = from + 2 * i * h;
            // Just inside, so that a jump at the corner is taken from the right side.
            const double first = i == 0 ? x + 1e-12 : x;
            const double last = i == pieces - 1 ? x + 2 * h - 1e-12 : x + 2 * h;
            sum += h / 3.0 * (integrand(first) + 4.0 * integrand(x + h) + integrand(last));
        }
    }
    return sum;
}

struct Moments {
    double mean;
    double variance;
};

/// Mean and variance of f(x) for a normal x with these.
Moments moments_after(const Activation& f, const Moments& before)
{
    const double deviation = std::sqrt(before.variance);
    const double mean = expectation([&](double x) { return at(f, x); }, before.mean, deviation);
    const double square =
        expectation([&](double x) { return at(f, x) * at(f, x); }, before.mean, deviation);
    return {mean, square - mean * mean};
}

/// The area under the bell curve to the left of x.
double normal_share(double x)
{
    return 0.5 * std::erfc(-x / std::sqrt(2.0));
}

constexpr std::size_t deep = 32;

/// Mean and variance of all outputs of every layer of a deep random network, weights N(0, 1/n),
/// no biases; entry 0 is the input, with mean ½ and deviation 2.
std::vector<Moments> through_layers(const Activation& f)
{
    constexpr std::size_t width = 128;
    Random random{5};
    Matrix H = random.normal_matrix(width, width, 0.5, 2.0);
    std::vector<Moments> result;
    for (std::size_t layer = 0; layer <= deep; ++layer) {
        const double mean = xt::mean(H)();
        result.push_back({mean, xt::mean(xt::square(H - mean))()});
        const double deviation = 1.0 / std::sqrt(static_cast<double>(width));
        H = f(matmul(H, random.normal_matrix(width, width, 0.0, deviation)));
    }
    return result;
}

const std::vector<std::pair<std::string, Activation>>& deep_functions()
{
    static const std::vector<std::pair<std::string, Activation>> functions{
        {"SELU", selu},
        {"ELU, α = 1", elu_with(1.0)},
        {"ReLU", relu},
        {"tanh", hyperbolic_tangent},
        {"logistic", logistic}};
    return functions;
}

// --- Drawings -----------------------------------------------------------------------------------

const Style value_style{.label = "f(x)", .color = Color::blue, .dash = Dash::solid};
const Style slope_style{.label = "f′(x)", .color = Color::vermilion, .dash = Dash::dashed};

bool jumps_at_zero(const Activation& f)
{
    return std::abs(at(f, 1e-9) - at(f, 0.0)) > 1e-6;
}

/// A curve from −4 to 4; where it jumps at 0, the value at 0 is a full dot and the other an open
/// one.
void curve(Figure& figure, const Activation& f, Style style, double size = 1.0)
{
    const auto value = [&](double x) { return at(f, x); };
    if (!jumps_at_zero(f)) {
        figure.function(value, -4.0, 4.0, style);
        return;
    }
    figure.function(value, -4.0, 0.0, style, 201);
    style.label = "";
    figure.function([&](double x) { return value(std::max(x, 1e-9)); }, 0.0, 4.0, style, 201);
    figure.points({0.0}, {value(1e-9)},
                  {.color = style.color, .marker = Marker::open_circle, .size = size});
    figure.points({0.0}, {value(0.0)},
                  {.color = style.color, .marker = Marker::circle, .size = size});
}

void draw_pair(Figure& figure, const Pair& pair)
{
    figure.size(560, 400);
    figure.x_label("x");
    figure.x_range(-4.0, 4.0);
    figure.y_range(pair.low, pair.high);
    figure.zero_lines();
    curve(figure, pair.f, value_style);
    curve(figure, pair.slope, slope_style);
}

/// What is told of one of the eleven figures.
struct PairFigure {
    std::string name;
    std::string caption;
    std::string alt;
    std::string source;
};

const std::vector<PairFigure> pair_figures{
    {"activation_identity",
     "The identity and its slope, 1 everywhere. A layer with it stays linear.",
     "A line through the origin, and a horizontal line at 1.",
     "decks A and B, table of activation functions"},
    {"activation_binary_step",
     "The binary step. The full dot is the value at 0, by the rule of the lower branch. Its slope "
     "is "
     "0 on either side: descent learns nothing from it.",
     "A step from 0 to 1 at x = 0 with a full dot at (0, 0) and an open one at (0, 1); the slope "
     "lies on the axis.",
     "decks A and B, table of activation functions"},
    {"activation_logistic", "The logistic function σ and its slope, at most ¼.",
     "An S from 0 to 1 through ½ at x = 0, and a low bell with its peak ¼ at x = 0.",
     "decks A and B, sigmoid function and table of activation functions"},
    {"activation_tanh",
     "tanh and its slope: twice the height of σ, centred at 0, four times as steep.",
     "An S from −1 to 1 through the origin, and a bell with its peak 1 at x = 0.",
     "decks A and B, hyperbolic tangent and table of activation functions"},
    {"activation_arctan",
     "arctan and its slope. It comes to its ends ±π/2 slowly, so its slope has long tails.",
     "An S from below −1.3 to above 1.3 through the origin, still rising at the edges, and a bell "
     "with its peak 1 and wide tails.",
     "decks A and B, table of activation functions"},
    {"activation_softsign",
     "softsign and its slope. The slope has a corner at 0: softsign is smooth once, not twice.",
     "An S from −0.8 to 0.8 at the edges, and a slope like a tent with curved sides and its tip 1 "
     "at x = 0.",
     "decks A and B, table of activation functions"},
    {"activation_relu",
     "ReLU has a corner at 0, its slope a jump. The full dot is the slope at 0 by our rule, that "
     "of "
     "the left side.",
     "Zero up to 0, then a line of slope 1; the slope is 0 and then 1, with a full dot at (0, 0) "
     "and "
     "an open one at (0, 1).",
     "decks A and B, ReLU and table of activation functions"},
    {"activation_leaky_relu",
     "Leaky ReLU. The lower branch is hard to see, and its slope of 0.01 hard to tell from 0, but "
     "a "
     "unit that is below 0 for all examples can still come back.",
     "As ReLU, the lower branch just below the axis; the slope is 0.01 and then 1.",
     "decks A and B, table of activation functions; deck E, leaky ReLU"},
    {"activation_prelu",
     "PReLU with α = 0.25. The dotted curve is ∂f/∂α, by which α is learned: x below 0, nothing "
     "above.",
     "A line of slope 0.25 below 0 and 1 above; the slope jumps from 0.25 to 1; a dotted line of "
     "slope 1 below 0 that stays 0 above.",
     "decks A and B, list after ReLU"},
    {"activation_elu",
     "ELU with α = 0.5. With this α there is a corner at 0: the slope jumps from α to 1. Dotted: "
     "∂f/∂α.",
     "A curve that comes from −0.5, passes the origin and goes on as a line; its slope rises to "
     "0.5 "
     "and jumps to 1; a dotted curve from −1 to 0.",
     "decks A and B, list after ReLU"},
    {"activation_selu",
     "SELU. Just below 0 it is steeper than above: the slope jumps down from λα = 1.758 to λ = "
     "1.051.",
     "A curve that comes from −1.76, passes the origin and goes on as a line of slope 1.05; the "
     "slope rises to 1.76 and jumps down to 1.05.",
     "decks A and B, list after ReLU"}};

} // namespace

int main(int argc, char** argv)
{
    Lab lab{argc, argv};

    lab.section("Five numbers through every function", [&] {
        const Matrix X{{-1.5, -0.25, 0.0, 0.5, 3.0}};
        // Twelve decimals at most, so that 0 and −0.375 stay as short as they are.
        const auto rounded = [](double y) { return std::round(1e12 * y) / 1e12; };
        const auto fill = [&](Table table, bool slopes) {
            for (const Pair& pair : pairs()) {
                const Matrix Y = (slopes ? pair.slope : pair.f)(X);
                table.row(pair.name.substr(0, pair.name.find(',')), rounded(Y(0, 0)),
                          rounded(Y(0, 1)), rounded(Y(0, 2)), rounded(Y(0, 3)), rounded(Y(0, 4)));
            }
        };
        const auto columns = [](const char* first) {
            return std::vector<Column>{first,          {"x = −1.5", "%.13g"}, {"−0.25", "%.13g"},
                                       {"0", "%.13g"}, {"0.5", "%.13g"},      {"3", "%.13g"}};
        };
        fill(lab.table("five_values", columns("f(x)")), false);
        fill(lab.table("five_slopes", columns("f′(x)")), true);
    });

    lab.section("Erratum 11: who owns 0", [&] {
        const double left = (at(relu, 0.0) - at(relu, -0.5)) / 0.5;
        const double right = (at(relu, 0.5) - at(relu, 0.0)) / 0.5;
        auto table = lab.table("at_zero", {"where", "step at\u00a00", "slope of ReLU at\u00a00",
                                           "slope of leaky ReLU at\u00a00"});
        table.row("decks A and B, code: 0 if y ≤ 0", 0, "—", "—");
        table.row("decks A and B, table: the upper branch for x\u00a0≥\u00a00", 1, 1, 1);
        table.row("quotient of differences from the left", "—", left,
                  (at(leaky_relu, 0.0) - at(leaky_relu, -0.5)) / 0.5);
        table.row("quotient of differences from the right", "—", right,
                  (at(leaky_relu, 0.5) - at(leaky_relu, 0.0)) / 0.5);
        table.row("this book, your functions", at(binary_step, 0.0), at(relu_slope, 0.0),
                  at(leaky_relu_slope, 0.0));

        // y = v f(wx + b) at x = 0, b = 0, with target 1: ∂E/∂b = (y − t) v f′(0).
        const double v = 0.8;
        const double miss = v * at(relu, 0.0) - 1.0;
        lab.value("bias_slope_left", miss * v * at(relu_slope, 0.0));
        lab.value("bias_slope_right", miss * v * 1.0);
    });

    lab.section("NaN, and what hides it", [&] {
        const double nan = std::numeric_limits<double>::quiet_NaN();
        const Matrix X{{nan, -2.0, 3.0}};
        auto table = lab.table("nan_in_relu", {"formula", "f(NaN)", "f(−2)", "f(3)"});
        const Matrix swallowed = xt::where(X > 0.0, X, 0.0);
        const Matrix kept = relu(X);
        table.row("`xt::where(X > 0.0, X, 0.0)`", swallowed(0, 0), swallowed(0, 1),
                  swallowed(0, 2));
        table.row("`xt::maximum(X, 0.0)`", kept(0, 0), kept(0, 1), kept(0, 2));
    });

    lab.section("Logistic, far out", [&] {
        auto overflow = lab.table("logistic_overflow", {"x", "eˣ / (1 + eˣ)", "1 / (1 + e⁻ˣ)"});
        for (double x : {-1000.0, -1.0, 1.0, 700.0, 710.0, 1000.0}) {
            const double e = std::exp(x);
            overflow.row(x, e / (1.0 + e), at(logistic, x));
        }
        auto tail =
            lab.table("logistic_tail",
                      {"x", "σ (1 − σ)", "σ(x) σ(−x)", {"relative error of the first", "%.1e"}});
        for (double x : {5.0, 10.0, 20.0, 30.0, 36.0, 40.0}) {
            const double y = at(logistic, x);
            const double right = at(logistic, x) * at(logistic, -x);
            tail.row(x, y * (1.0 - y), right, relative_error(y * (1.0 - y), right));
        }
    });

    lab.section("tanh against σ, and erratum 4", [&] {
        const Matrix places = table_places();
        const Range sigma = range_of(logistic, places);
        const Range tanh = range_of(hyperbolic_tangent, places);
        const double sigma_peak = range_of(logistic_slope, places).supremum;
        const double tanh_peak = range_of(hyperbolic_tangent_slope, places).supremum;
        auto table = lab.table("tanh_and_sigma",
                               {"", "σ, decks", "σ, computed", "tanh, decks", "tanh, computed"});
        table.row("range", "0 ~ 1", range_text(sigma, logistic), "−1 ~ 1",
                  range_text(tanh, hyperbolic_tangent));
        table.row("centre, f(0)", 0.5, at(logistic, 0.0), 0, at(hyperbolic_tangent, 0.0));
        table.row("largest slope", 0.3, sigma_peak, 1, tanh_peak);

        auto layers = lab.table("erratum_4", {"layers",
                                              {"0.3 to this power", "%.3e"},
                                              {"¼ to this power", "%.3e"},
                                              "too large by a factor"});
        for (int L : {1, 2, 5, 10, 20})
            layers.row(L, std::pow(0.3, L), std::pow(sigma_peak, L), std::pow(0.3 / sigma_peak, L));

        const Matrix apart = hyperbolic_tangent(places) - (2.0 * logistic(2.0 * places) - 1.0);
        lab.value("tanh_identity", xt::amax(xt::abs(apart))(), "%.1e");

        auto small = lab.table("tanh_small", {{"x", "%.0e"},
                                              {"2 / (1 + e⁻²ˣ) − 1", "%.12e"},
                                              {"tanh", "%.12e"},
                                              {"relative error", "%.1e"}});
        for (double x : {1e-2, 1e-4, 1e-6, 1e-8, 1e-10, 1e-12}) {
            const double deck = 2.0 / (1.0 + std::exp(-2.0 * x)) - 1.0;
            small.row(x, deck, std::tanh(x), relative_error(deck, std::tanh(x)));
        }
    });

    lab.section("How fast the ends are reached", [&] {
        const double half_pi = std::acos(0.0);
        auto table = lab.table("distance_to_the_end", {"x",
                                                       {"tanh: 1 − f", "%.2e"},
                                                       {"arctan: 1 − f/(π/2)", "%.2e"},
                                                       {"softsign: 1 − f", "%.2e"},
                                                       {"slope of tanh", "%.2e"},
                                                       {"of arctan", "%.2e"},
                                                       {"of softsign", "%.2e"}});
        for (double x : {1.0, 3.0, 10.0, 100.0})
            table.row(x, 2.0 / (1.0 + std::exp(2.0 * x)), 1.0 - at(arctan, x) / half_pi,
                      1.0 - at(softsign, x), 1.0 / std::pow(std::cosh(x), 2.0), at(arctan_slope, x),
                      at(softsign_slope, x));
    });

    lab.section("softsign: bars and infinity", [&] {
        const auto deck = [](double x) { return x / (1.0 + x); };
        auto bars = lab.table("bars_lost", {"x", "x / (1 + x)", "softsign", "1 / (1 + x)²",
                                            "slope of softsign", "central difference of softsign"});
        for (double x : {-3.0, -1.0, -0.5, 0.5, 3.0})
            bars.row(x, number_text(deck(x)), at(softsign, x),
                     number_text(1.0 / ((1.0 + x) * (1.0 + x))), at(softsign_slope, x),
                     difference([](double t) { return at(softsign, t); }, x));
        const double infinity = std::numeric_limits<double>::infinity();
        auto ends =
            lab.table("softsign_at_infinity", {"x", "x / (1 + |x|)", "sign(x) / (1 + 1/|x|)"});
        for (const auto& [words, x] : {std::pair{"−∞", -infinity},
                                       {"−10³⁰⁰", -1e300},
                                       {"0", 0.0},
                                       {"10³⁰⁰", 1e300},
                                       {"∞", infinity}})
            ends.row(words, x / (1.0 + std::abs(x)), at(softsign, x));
    });

    lab.section("The slope below 0", [&] {
        auto table = lab.table("slopes_below", {"function",
                                                {"slope at −0.5", "%.4g"},
                                                {"at −2", "%.4g"},
                                                {"at −5", "%.4g"},
                                                {"at −20", "%.4g"},
                                                {"value at −20", "%.4g"}});
        for (const Pair& pair : pairs())
            if (pair.high > 4.1 && pair.name != "identity")
                table.row(pair.name, at(pair.slope, -0.5), at(pair.slope, -2.0),
                          at(pair.slope, -5.0), at(pair.slope, -20.0), at(pair.f, -20.0));
    });

    lab.section("α learned", [&] {
        const Matrix X{{-1.5, -0.25, 0.0, 0.5, 3.0}};
        const auto fill = [&](Table table, const char* name, const Matrix& slope,
                              const std::function<Matrix(double)>& f, double alpha) {
            const double h = 1e-5;
            const Matrix judged = (f(alpha + h) - f(alpha - h)) / (2.0 * h);
            table.row(name, slope(0, 0), slope(0, 1), slope(0, 2), slope(0, 3), slope(0, 4));
            table.row("by differences", judged(0, 0), judged(0, 1), judged(0, 2), judged(0, 3),
                      judged(0, 4));
        };
        auto table = lab.table("alpha_slopes", {"∂f/∂α",
                                                {"x = −1.5", "%.9f"},
                                                {"−0.25", "%.9f"},
                                                {"0", "%.9f"},
                                                {"0.5", "%.9f"},
                                                {"3", "%.9f"}});
        fill(
            table, "PReLU", prelu_alpha_slope(X, prelu_example),
            [&](double alpha) { return prelu(X, alpha); }, prelu_example);
        fill(
            table, "ELU", elu_alpha_slope(X, elu_example),
            [&](double alpha) { return elu(X, alpha); }, elu_example);

        // Targets from a PReLU with another α; α alone is learned, by its mean slope.
        const Matrix inputs{{-3.0, -2.0, -1.0, 1.0, 2.0}};
        const Matrix targets = prelu(inputs, 0.6);
        auto learned = lab.table("alpha_learned", {"step", "α", "error"});
        double alpha = prelu_example;
        for (int step = 0; step <= 20; ++step) {
            const Matrix miss = prelu(inputs, alpha) - targets;
            if (step % 5 == 0)
                learned.row(step, alpha, 0.5 * xt::mean(xt::square(miss))());
            alpha -= 0.1 * xt::mean(miss * prelu_alpha_slope(inputs, alpha))();
        }
    });

    lab.section("ELU near 0: eˣ − 1 or expm1", [&] {
        auto table = lab.table("elu_small", {{"x", "%.0e"},
                                             {"eˣ − 1", "%.15e"},
                                             {"expm1(x)", "%.15e"},
                                             {"relative error", "%.1e"}});
        for (double x : {-1e-1, -1e-4, -1e-8, -1e-12, -1e-15, -1e-17}) {
            const double right = std::expm1(x);
            table.row(x, std::exp(x) - 1.0, right, relative_error(std::exp(x) - 1.0, right));
        }
    });

    lab.section("SELU: where the constants come from", [&] {
        const double pi = std::acos(-1.0);
        const double root_e = std::exp(0.5);
        const double alpha = 1.0 / std::sqrt(2.0 * pi) / (0.5 - root_e * normal_share(-1.0));
        const double below =
            alpha * alpha *
            (std::exp(2.0) * normal_share(-2.0) - 2.0 * root_e * normal_share(-1.0) + 0.5);
        const double lambda = 1.0 / std::sqrt(0.5 + below);
        lab.value("selu_alpha", alpha, "%.15f");
        lab.value("selu_lambda", lambda, "%.15f");
        lab.value("selu_alpha_error", std::abs(alpha - selu_alpha), "%.1g");
        lab.value("selu_lambda_error", std::abs(lambda - selu_lambda), "%.1g");

        auto once = lab.table("moments_once",
                              {"function", {"mean of f(x)", "%.8f"}, {"variance of f(x)", "%.8f"}});
        // Rounded to what the integration is good for.
        const auto rounded = [](double x) { return std::round(1e8 * x) / 1e8; };
        for (const auto& [name, f] : deep_functions()) {
            const Moments after = moments_after(f, {0.0, 1.0});
            once.row(name, rounded(after.mean), rounded(after.variance));
        }

        auto orbit = lab.table("selu_orbit", {"layer", "from ¼: mean", "variance", "from 1: mean",
                                              "variance", "from 2¼: mean", "variance"});
        std::vector<Moments> runs{{0.0, 0.25}, {0.0, 1.0}, {0.0, 2.25}};
        for (int layer = 0; layer <= 64; ++layer) {
            if (layer == 0 || layer == 1 || layer == 2 || layer == 4 || layer == 16 || layer == 64)
                orbit.row(layer, rounded(runs[0].mean), rounded(runs[0].variance),
                          rounded(runs[1].mean), rounded(runs[1].variance), rounded(runs[2].mean),
                          rounded(runs[2].variance));
            // Weights with sum 0 and sum of squares 1: sums of mean 0 and the same variance.
            for (Moments& run : runs)
                run = moments_after(selu, {0.0, run.variance});
        }
    });

    lab.section("SELU: a deep random network", [&] {
        auto table = lab.table("selu_layers", {"layer", "SELU mean", "variance", "ReLU mean",
                                               "variance", "tanh mean", "variance"});
        const auto s = through_layers(selu);
        const auto r = through_layers(relu);
        const auto t = through_layers(hyperbolic_tangent);
        for (std::size_t layer : {0, 1, 2, 4, 8, 16, 32})
            table.row(layer, s[layer].mean, s[layer].variance, r[layer].mean, r[layer].variance,
                      t[layer].mean, t[layer].variance);
    });

    lab.section("Softmax", [&] {
        auto shifted = lab.table("softmax_shift",
                                 {"scores", "as the formula stands", "largest score taken off"});
        for (double shift : {0.0, 500.0, 709.0, 1000.0, -1000.0}) {
            const Matrix Z = Matrix{{1.0, 2.0, 4.0}} + shift;
            const Matrix naive = naive_softmax(Z);
            const Matrix safe = softmax(Z);
            shifted.row(Vector(xt::view(Z, 0, xt::all())), Vector(xt::view(naive, 0, xt::all())),
                        Vector(xt::view(safe, 0, xt::all())));
        }

        auto heat = lab.table("softmax_temperature", {"temperature T", "class 1", "class 2",
                                                      "class 3", "class 4", "largest slope ∂p/∂z"});
        for (double T : {0.1, 0.5, 1.0, 2.0, 10.0, 100.0}) {
            const Matrix p = softmax(temperature_scores / T);
            const Vector row = xt::view(p, 0, xt::all());
            heat.row(T, row(0), row(1), row(2), row(3),
                     xt::amax(xt::abs(softmax_jacobian(row)))() / T);
        }

        const Matrix pair = softmax(Matrix{{1.3, -0.4}});
        lab.value("softmax_and_sigma", std::abs(pair(0, 0) - at(logistic, 1.7)), "%.1g");
    });

    lab.section("The Jacobian of softmax", [&] {
        const Vector z{0.0, std::log(2.0), std::log(5.0)};
        const Matrix Z = xt::view(z, xt::newaxis(), xt::all());
        const Matrix P = softmax(Z);
        const Vector p = xt::view(P, 0, xt::all());
        const Matrix J = softmax_jacobian(p);
        double worst = 0.0;
        for (std::size_t j = 0; j < 3; ++j) {
            const double h = 1e-5;
            Matrix above = Z;
            Matrix below = Z;
            above(0, j) += h;
            below(0, j) -= h;
            const Matrix column = (softmax(above) - softmax(below)) / (2.0 * h);
            for (std::size_t i = 0; i < 3; ++i)
                worst = std::max(worst, std::abs(column(0, i) - J(i, j)));
        }
        lab.value("jacobian_error", worst, "%.1e");
        lab.value("jacobian_row_sum", xt::amax(xt::abs(xt::sum(J, {1})))(), "%.1g");

        auto cost = lab.table("jacobian_cost", {"classes",
                                                "numbers in the Jacobian",
                                                "numbers in p ∘ (v − p·v)",
                                                {"largest difference of the products", "%.1e"}});
        for (std::size_t classes : {3, 10, 100, 1000}) {
            Random random{classes};
            const Matrix Q = softmax(random.normal_matrix(1, classes, 0.0, 1.0));
            const Matrix V = random.normal_matrix(1, classes, 0.0, 1.0);
            const Vector q = xt::view(Q, 0, xt::all());
            const Vector v = xt::view(V, 0, xt::all());
            const Vector formed = matvec(softmax_jacobian(q), v);
            const Matrix product = softmax_jacobian_product(Q, V);
            const Vector direct = xt::view(product, 0, xt::all());
            cost.row(classes, classes * classes, classes, xt::amax(xt::abs(formed - direct))());
        }
    });

    lab.section("The documents' table, decided by computation", [&] {
        auto table =
            lab.table("properties", {"function", "range", "order of continuity", "monotonic",
                                     "derivative monotonic", "the documents differ"});
        const std::vector<const char*> names{"range", "order", "monotonic", "derivative monotonic"};
        std::size_t compared = 0;
        std::size_t equal = 0;
        const std::vector<Pair> all = pairs();
        for (std::size_t i = 0; i < documents.size(); ++i) {
            const std::vector<std::string> mine = computed_row(all[i].f, all[i].slope);
            const std::vector<std::string> theirs{documents[i].range, documents[i].order,
                                                  documents[i].monotonic,
                                                  documents[i].slope_monotonic};
            std::string differs;
            for (std::size_t column = 0; column < mine.size(); ++column) {
                ++compared;
                if (agree(mine[column], theirs[column]))
                    ++equal;
                else
                    differs += fmt::format("{}{}: {}", differs.empty() ? "" : "; ", names[column],
                                           theirs[column]);
            }
            table.row(all[i].name, mine[0], mine[1], mine[2], mine[3],
                      differs.empty() ? "nowhere" : differs);
        }
        lab.value("entries_compared", compared);
        int elsewhere = 3;
        for (const Pair& pair : all)
            for (double place : {-3.0, -2.0, -1.0, -0.5, 0.5, 1.0, 2.0, 3.0})
                elsewhere = std::min(elsewhere, order_of_continuity(pair.f, place, 3));
        lab.value("order_elsewhere", elsewhere);
        lab.value("entries_equal", equal);

        auto others = lab.table("properties_of_others", {"function", "range", "order of continuity",
                                                         "monotonic", "derivative monotonic"});
        const auto add = [&](const std::string& name, const Activation& f,
                             const Activation& slope) {
            const std::vector<std::string> row = computed_row(f, slope);
            others.row(name, row[0], row[1], row[2], row[3]);
        };
        for (double alpha : {0.25, 2.0, -0.5})
            add(fmt::format("PReLU, α = {}", number_text(alpha)), prelu_with(alpha),
                prelu_slope_with(alpha));
        for (double alpha : {0.5, 1.0, 2.0, -0.5})
            add(fmt::format("ELU, α = {}", number_text(alpha)), elu_with(alpha),
                elu_slope_with(alpha));
        add("SELU", selu, selu_slope);

        auto steep = lab.table(
            "steep_logistic", {"function", "monotonic", "derivative monotonic", "derivative at 0"});
        for (double k : {1.0, 10.0, 100.0}) {
            const Activation f = [k](const Matrix& X) { return logistic(k * X); };
            const Activation slope = [k](const Matrix& X) -> Matrix {
                return k * logistic_slope(k * X);
            };
            steep.row(fmt::format("σ({}x)", k == 1.0 ? "" : fmt::format("{}", k)),
                      yes_or_no(is_monotonic(f, table_places())),
                      yes_or_no(is_monotonic(slope, table_places())), at(slope, 0.0));
        }
        steep.row("binary step", yes_or_no(is_monotonic(binary_step, table_places())),
                  yes_or_no(is_monotonic(binary_step_slope, table_places())),
                  at(binary_step_slope, 0.0));
    });

    lab.section("Jumps of derivatives", [&] {
        auto table = lab.table("jumps", {"function", "h", "k = 0", "k = 1", "k = 2", "k = 3"});
        const std::vector<std::pair<std::string, Activation>> functions{
            {"binary step", binary_step},
            {"ReLU", relu},
            {"ELU, α = 1", elu_with(1.0)},
            {"softsign", softsign},
            {"tanh", hyperbolic_tangent}};
        for (const auto& [name, f] : functions)
            for (const auto& [h, words] :
                 {std::pair{1.0 / 256.0, "1/256"}, {1.0 / 2048.0, "1/2048"}})
                table.row(name, words, derivative_jump(f, 0.0, 0, h), derivative_jump(f, 0.0, 1, h),
                          derivative_jump(f, 0.0, 2, h), derivative_jump(f, 0.0, 3, h));
    });

    // --- Figures --------------------------------------------------------------------------------

    const std::vector<Pair> drawn = pairs();
    for (std::size_t i = 0; i < drawn.size(); ++i) {
        const PairFigure& words = pair_figures[i];
        lab.figure(
            {.name = words.name,
             .caption = words.caption,
             .alt = words.alt,
             .source = words.source},
            [&, i](Figure& figure) {
                draw_pair(figure, drawn[i]);
                const Style dotted{.label = "∂f/∂α", .color = Color::green, .dash = Dash::dotted};
                if (drawn[i].name.rfind("PReLU", 0) == 0)
                    curve(
                        figure, [](const Matrix& X) { return prelu_alpha_slope(X, prelu_example); },
                        dotted);
                if (drawn[i].name.rfind("ELU", 0) == 0)
                    curve(
                        figure, [](const Matrix& X) { return elu_alpha_slope(X, elu_example); },
                        dotted);
            });
    }

    lab.figure(
        {.name = "activation_table",
         .caption = "The small plots of the documents' table, and of the three functions that it "
                    "lacks: f in full, f′ dashed. A full dot is the value at 0.",
         .alt =
             "Eleven small panels: identity, binary step, logistic, tanh, arctan, softsign, ReLU, "
             "leaky ReLU, PReLU, ELU and SELU, each with its slope.",
         .source = "decks A and B, table of activation functions"},
        [&](Figure& figure) {
            figure.size(1060, 760);
            figure.grid(3, 4);
            for (const Pair& pair : drawn) {
                figure.panel(pair.name);
                figure.legend(Legend::none);
                figure.x_range(-4.0, 4.0);
                figure.y_range(pair.low, pair.high);
                figure.x_tics({-4, 0, 4});
                figure.zero_lines();
                if (pair.low < -4.0)
                    figure.y_tics({-4, 0, 4});
                curve(figure, pair.f, value_style, 0.7);
                curve(figure, pair.slope, slope_style, 0.7);
            }
            figure.panel("");
            figure.no_axes();
            figure.legend(Legend::none);
            figure.x_range(0.0, 1.0);
            figure.y_range(0.0, 1.0);
            figure.line({0.15, 0.45}, {0.62, 0.62}, value_style);
            figure.text(0.5, 0.62, "f(x)", {.align = Align::left});
            figure.line({0.15, 0.45}, {0.38, 0.38}, slope_style);
            figure.text(0.5, 0.38, "f′(x)", {.align = Align::left});
        });

    lab.figure(
        {.name = "tanh_against_sigma",
         .caption =
             "Left, tanh runs from −1 to 1 around 0, σ from 0 to 1 around ½; the circles are "
             "2σ(2x) − 1 and lie on tanh. Right, their slopes: at most 1 for tanh and ¼ for σ, "
             "not 0.3.",
         .alt = "Left two S-shaped curves with circles on the taller one. Right two bells with the "
                "peaks 1 and 0.25, and a dotted line at 0.3 above the lower one.",
         .source = "decks A and B, hyperbolic tangent; erratum 4"},
        [&](Figure& figure) {
            figure.size(1060, 430);
            figure.grid(1, 2);
            figure.panel("values");
            figure.x_label("x");
            figure.x_range(-4.0, 4.0);
            figure.y_range(-1.2, 1.2);
            figure.zero_lines();
            figure.function([](double x) { return at(hyperbolic_tangent, x); }, -4.0, 4.0,
                            {.label = "tanh x", .color = Color::blue, .dash = Dash::solid});
            figure.function([](double x) { return at(logistic, x); }, -4.0, 4.0,
                            {.label = "σ(x)", .color = Color::vermilion, .dash = Dash::dashed});
            std::vector<double> x, y;
            for (double t = -3.5; t < 3.6; t += 0.5) {
                x.push_back(t);
                y.push_back(2.0 * at(logistic, 2.0 * t) - 1.0);
            }
            figure.points(
                x, y,
                {.label = "2σ(2x) − 1", .color = Color::black, .marker = Marker::open_circle});
            figure.panel("slopes");
            figure.x_label("x");
            figure.x_range(-4.0, 4.0);
            figure.y_range(0.0, 1.1);
            figure.y_tics({0, 0.25, 0.5, 0.75, 1});
            figure.function([](double t) { return at(hyperbolic_tangent_slope, t); }, -4.0, 4.0,
                            {.label = "tanh′", .color = Color::blue, .dash = Dash::solid});
            figure.function([](double t) { return at(logistic_slope, t); }, -4.0, 4.0,
                            {.label = "σ′", .color = Color::vermilion, .dash = Dash::dashed});
            figure.horizontal(0.3, {.color = Color::grey, .dash = Dash::dotted, .width = 1.4});
            figure.text(-3.9, 0.3, "0.3, the decks", {.align = Align::left, .dy = 10});
        });

    lab.figure(
        {.name = "distance_to_the_end",
         .caption =
             "How far tanh, arctan and softsign are from their upper ends, each scaled to end "
             "at 1. tanh gets there exponentially and then has no slope left; the other two "
             "need ten times the x for a tenth of the distance.",
         .alt =
             "Three falling curves on logarithmic axes from x = 0.1 to 1000: that of tanh bends "
             "down steeply near x = 3, those of arctan and softsign become straight lines of slope "
             "−1.",
         .source = "decks A and B, table of activation functions: rows 4 to 6"},
        [&](Figure& figure) {
            figure.x_label("x");
            figure.y_label("1 − f(x) / f(∞)");
            figure.log_x();
            figure.log_y();
            figure.x_range(0.1, 1000.0);
            figure.y_range(1e-5, 1.0);
            std::vector<double> x;
            std::vector<double> tanh, arc, soft;
            const double infinity = std::numeric_limits<double>::infinity();
            for (double power = -1.0; power <= 3.001; power += 0.02) {
                x.push_back(std::pow(10.0, power));
                tanh.push_back(1.0 - at(hyperbolic_tangent, x.back()));
                arc.push_back(1.0 - at(arctan, x.back()) / at(arctan, infinity));
                soft.push_back(1.0 - at(softsign, x.back()));
            }
            figure.line(x, tanh, {.label = "tanh"});
            figure.line(x, arc, {.label = "arctan"});
            figure.line(x, soft, {.label = "softsign"});
        });

    lab.figure(
        {.name = "relu_family",
         .caption =
             "The ReLU family over each other, and their slopes. Above 0 all are one line but "
             "SELU, which is λ times as steep; below, the lines go on for ever, and the "
             "exponentials come to rest at −α and −λα.",
         .alt = "Left five curves that share the line above 0 and part below: ReLU and leaky ReLU "
                "near "
                "0, PReLU a line, ELU and SELU bending to −0.5 and −1.76. Right their slopes, each "
                "with a jump at 0, SELU's downwards.",
         .source = "decks A and B, list after ReLU; deck E, leaky ReLU"},
        [&](Figure& figure) {
            const std::vector<std::pair<std::size_t, Style>> family{
                {6, {.label = "ReLU", .color = Color::black, .dash = Dash::solid}},
                {7, {.label = "leaky", .color = Color::orange, .dash = Dash::dashed}},
                {8, {.label = "PReLU", .color = Color::green, .dash = Dash::dash_dot}},
                {9, {.label = "ELU", .color = Color::blue, .dash = Dash::long_dashed}},
                {10, {.label = "SELU", .color = Color::vermilion, .dash = Dash::dotted}}};
            figure.size(1060, 460);
            figure.grid(1, 2);
            figure.panel("values");
            figure.x_label("x");
            figure.x_range(-4.0, 2.0);
            figure.y_range(-2.0, 2.2);
            figure.zero_lines();
            for (const auto& [i, style] : family) {
                const Activation& f = drawn[i].f;
                figure.function([&](double x) { return at(f, x); }, -4.0, 2.0, style, 241);
            }
            figure.panel("slopes");
            figure.x_label("x");
            figure.x_range(-4.0, 2.0);
            figure.y_range(-0.1, 2.0);
            for (const auto& [i, style] : family) {
                const Activation& f = drawn[i].slope;
                figure.function([&](double x) { return at(f, x); }, -4.0, 0.0, style, 161);
                Style right = style;
                right.label = "";
                figure.function([&](double x) { return at(f, std::max(x, 1e-9)); }, 0.0, 2.0, right,
                                81);
                figure.points({0.0}, {at(f, 0.0)},
                              {.color = style.color, .marker = Marker::circle, .size = 0.8});
            }
        });

    lab.figure(
        {.name = "elu_expm1",
         .caption =
             "Relative error of eˣ − 1 computed as it stands, for x just below 0: the digits "
             "that 1 and eˣ share cancel. expm1 has none. The line is ε/|x|, with "
             "ε = 1.1·10⁻¹⁶.",
         .alt = "On logarithmic axes a ragged band of errors rises from 10⁻¹⁶ at |x| = 1 to 1 at "
                "|x| = 10⁻¹⁶, along a straight line.",
         .source = ""},
        [&](Figure& figure) {
            figure.x_label("|x|");
            figure.y_label("relative error of e^{x} − 1");
            figure.log_x();
            figure.log_y();
            figure.x_range(1e-17, 1.0);
            figure.y_range(1e-17, 10.0);
            std::vector<double> x, error, bound;
            for (double power = -17.0; power <= 0.001; power += 0.05) {
                const double size = std::pow(10.0, power);
                const double off = relative_error(std::exp(-size) - 1.0, std::expm1(-size));
                x.push_back(size);
                error.push_back(off > 0.0 ? off : std::numeric_limits<double>::quiet_NaN());
                bound.push_back(1.1e-16 / size);
            }
            figure.points(x, error,
                          {.label = "e^{x} − 1 as it stands",
                           .color = Color::vermilion,
                           .marker = Marker::dot});
            figure.line(
                x, bound,
                {.label = "ε/|x|", .color = Color::grey, .dash = Dash::dashed, .width = 1.4});
        });

    lab.figure(
        {.name = "selu_fixed_point",
         .caption =
             "Mean and variance of all outputs, layer after layer, in a random network 128 "
             "units wide with weights N(0, 1/n). SELU is drawn to mean 0 and variance 1 from "
             "an input with ½ and 4; with the others the variance dies out, or the mean stays "
             "away from 0.",
         .alt = "Left the means: that of SELU near 0, those of the logistic function near ½. Right "
                "the "
                "variances on a logarithmic axis: SELU at 1, tanh and ELU falling slowly, ReLU "
                "falling "
                "along a straight line.",
         .source = ""},
        [&](Figure& figure) {
            figure.size(1060, 460);
            figure.grid(1, 2);
            Numbers layers = indices(deep + 1);
            for (const bool variance : {false, true}) {
                figure.panel(variance ? "variance" : "mean");
                figure.x_label("layer");
                if (variance) {
                    figure.log_y();
                    figure.y_range(1e-10, 10.0);
                }
                for (const auto& [name, f] : deep_functions()) {
                    std::vector<double> y;
                    for (const Moments& m : through_layers(f))
                        y.push_back(variance ? m.variance : m.mean);
                    figure.line(layers, y, {.label = name});
                }
            }
        });

    lab.figure(
        {.name = "softmax_temperatures",
         .caption =
             "Softmax of the same four scores 2, 1, ½ and −1, divided by a temperature T. Cold, "
             "the largest score takes all; hot, all shares become equal. The order never "
             "changes.",
         .alt =
             "Four bar charts of four shares. T = 0.2: almost all in class 1. T = 1: 0.61, 0.22, "
             "0.14, 0.03. T = 10: nearly equal bars.",
         .source = "decks A and B, softmax"},
        [&](Figure& figure) {
            figure.size(1060, 340);
            figure.grid(1, 4);
            for (double T : {0.2, 0.5, 1.0, 10.0}) {
                figure.panel(fmt::format("T = {}", T));
                figure.legend(Legend::none);
                figure.x_label("score");
                figure.y_label("share p");
                figure.y_range(0.0, 1.1);
                const Matrix p = softmax(temperature_scores / T);
                figure.bar_chart({"2", "1", "½", "−1"}, Numbers(Vector(xt::view(p, 0, xt::all()))),
                                 {.color = Color::blue});
                for (std::size_t i = 0; i < 4; ++i)
                    figure.text(static_cast<double>(i), p(0, i), fmt::format("{:.2f}", p(0, i)),
                                {.dy = 10});
            }
        });

    lab.figure(
        {.name = "softmax_jacobian_matrix",
         .caption =
             "The Jacobian of softmax for four classes. Every row and every column adds up to "
             "0: what one share wins, the others lose.",
         .alt = "A symmetric table of 4 by 4 numbers, above 0 on the diagonal and below 0 off it.",
         .source = "decks A and B, softmax"},
        [&](Figure& figure) {
            const Matrix P = softmax(temperature_scores);
            const Vector p = xt::view(P, 0, xt::all());
            std::vector<std::string> rows, columns;
            for (std::size_t i = 0; i < 4; ++i) {
                rows.push_back(fmt::format("p_{{{}}} = {:.3f}", i + 1, p(i)));
                columns.push_back(fmt::format("z_{{{}}}", i + 1));
            }
            figure.matrix(softmax_jacobian(p), rows, columns,
                          {.palette = Palette::diverging,
                           .from = -0.25,
                           .to = 0.25,
                           .label = "∂p_{i}/∂z_{j}"},
                          "%.3f");
        });

    lab.figure(
        {.name = "jumps_of_derivatives",
         .caption =
             "How much the k-th difference quotients from right and left differ, against h. "
             "What is smooth falls in proportion to h; a jump stays: that of the step at k = "
             "0, of ReLU at k = 1, of ELU with α = 1 at k = 2. A line that is missing is "
             "exactly 0.",
         .alt = "Three panels for k = 0, 1 and 2 on logarithmic axes. In each one line is level, "
                "those of smoother functions fall to the left with slope 1.",
         .source = "decks A and B, table of activation functions: order of continuity"},
        [&](Figure& figure) {
            struct Place {
                std::string name;
                Activation f;
                double at;
                Style style;
            };
            const std::vector<Place> places{
                {"step", binary_step, 0.0, {.color = Color::black, .dash = Dash::solid}},
                {"ReLU", relu, 0.0, {.color = Color::orange, .dash = Dash::dashed}},
                {"ELU", elu_with(1.0), 0.0, {.color = Color::blue, .dash = Dash::long_dashed}},
                {"tanh at ½",
                 hyperbolic_tangent,
                 0.5,
                 {.color = Color::vermilion, .dash = Dash::dotted}}};
            figure.size(1060, 420);
            figure.grid(1, 3);
            for (int k = 0; k < 3; ++k) {
                figure.panel(fmt::format("k = {}", k));
                figure.x_label("h");
                if (k == 0)
                    figure.y_label("right minus left, size");
                figure.log_x();
                figure.log_y();
                figure.x_range(1e-4, 1.0);
                figure.y_range(1e-5, 10.0);
                for (const Place& place : places) {
                    std::vector<double> x, y;
                    for (double power = -4.0; power <= 0.001; power += 0.1) {
                        x.push_back(std::pow(10.0, power));
                        const double jump = derivative_jump(place.f, place.at, k, x.back());
                        y.push_back(std::abs(jump) > 1e-6
                                        ? std::abs(jump)
                                        : std::numeric_limits<double>::quiet_NaN());
                    }
                    if (std::all_of(y.begin(), y.end(), [](double v) { return std::isnan(v); }))
                        continue;
                    Style style = place.style;
                    style.label = place.name;
                    figure.line(x, y, style);
                }
            }
        });

    return lab.finish();
}
