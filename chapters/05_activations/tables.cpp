// The tables and numbers of chapter 5.
#include "experiments.hpp"
#include "lab_parts.hpp"

#include "common/math/random.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace activations {
namespace {

/// Central difference with a step of 1e-5.
double difference(const std::function<double(double)>& f, double x)
{
    const double h = 1e-5;
    return (f(x + h) - f(x - h)) / (2.0 * h);
}

/// The places at which the table is decided: −10, −9.99, …, 10.
Matrix table_places()
{
    Matrix places = xt::zeros<double>({std::size_t{1}, std::size_t{2001}});
    for (int i = 0; i <= 2000; ++i)
        places(0, i) = (i - 1000) / 100.0;
    return places;
}

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

/// As the formula stands, without taking off the largest score.
Matrix naive_softmax(const Matrix& Z)
{
    const Matrix E = xt::exp(Z);
    return E / xt::sum(E, {1}, xt::keep_dims);
}

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

} // namespace

void five_numbers(Lab& lab)
{
    const Matrix X{{-1.5, -0.25, 0.0, 0.5, 3.0}};
    // Twelve decimals at most, so that 0 and −0.375 stay as short as they are.
    const auto rounded = [](double y) { return std::round(1e12 * y) / 1e12; };
    const auto fill = [&](Table table, bool slopes) {
        for (const Pair& pair : pairs()) {
            const Matrix Y = (slopes ? pair.slope : pair.f)(X);
            table.row(pair.name.substr(0, pair.name.find(',')), rounded(Y(0, 0)), rounded(Y(0, 1)),
                      rounded(Y(0, 2)), rounded(Y(0, 3)), rounded(Y(0, 4)));
        }
    };
    const auto columns = [](const char* first) {
        return std::vector<Column>{first,          {"x = −1.5", "%.13g"}, {"−0.25", "%.13g"},
                                   {"0", "%.13g"}, {"0.5", "%.13g"},      {"3", "%.13g"}};
    };
    fill(lab.table("five_values", columns("f(x)")), false);
    fill(lab.table("five_slopes", columns("f′(x)")), true);
}

void who_owns_0(Lab& lab)
{
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
}

void what_hides_nan(Lab& lab)
{
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const Matrix X{{nan, -2.0, 3.0}};
    auto table = lab.table("nan_in_relu", {"formula", "f(NaN)", "f(−2)", "f(3)"});
    const Matrix swallowed = xt::where(X > 0.0, X, 0.0);
    const Matrix kept = relu(X);
    table.row("`xt::where(X > 0.0, X, 0.0)`", swallowed(0, 0), swallowed(0, 1), swallowed(0, 2));
    table.row("`xt::maximum(X, 0.0)`", kept(0, 0), kept(0, 1), kept(0, 2));
}

void logistic_far_out(Lab& lab)
{
    auto overflow = lab.table("logistic_overflow", {"x", "eˣ / (1 + eˣ)", "1 / (1 + e⁻ˣ)"});
    for (double x : {-1000.0, -1.0, 1.0, 700.0, 710.0, 1000.0}) {
        const double e = std::exp(x);
        overflow.row(x, e / (1.0 + e), at(logistic, x));
    }
    auto tail = lab.table(
        "logistic_tail", {"x", "σ (1 − σ)", "σ(x) σ(−x)", {"relative error of the first", "%.1e"}});
    for (double x : {5.0, 10.0, 20.0, 30.0, 36.0, 40.0}) {
        const double y = at(logistic, x);
        const double right = at(logistic, x) * at(logistic, -x);
        tail.row(x, y * (1.0 - y), right, relative_error(y * (1.0 - y), right));
    }
}

void tanh_and_sigma(Lab& lab)
{
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
}

void speed_towards_the_ends(Lab& lab)
{
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
}

void softsign_bars_and_infinity(Lab& lab)
{
    const auto deck = [](double x) { return x / (1.0 + x); };
    auto bars = lab.table("bars_lost", {"x", "x / (1 + x)", "softsign", "1 / (1 + x)²",
                                        "slope of softsign", "central difference of softsign"});
    for (double x : {-3.0, -1.0, -0.5, 0.5, 3.0})
        bars.row(x, number_text(deck(x)), at(softsign, x),
                 number_text(1.0 / ((1.0 + x) * (1.0 + x))), at(softsign_slope, x),
                 difference([](double t) { return at(softsign, t); }, x));
    const double infinity = std::numeric_limits<double>::infinity();
    auto ends = lab.table("softsign_at_infinity", {"x", "x / (1 + |x|)", "sign(x) / (1 + 1/|x|)"});
    for (const auto& [words, x] : {std::pair{"−∞", -infinity},
                                   {"−10³⁰⁰", -1e300},
                                   {"0", 0.0},
                                   {"10³⁰⁰", 1e300},
                                   {"∞", infinity}})
        ends.row(words, x / (1.0 + std::abs(x)), at(softsign, x));
}

void slope_below_0(Lab& lab)
{
    auto table = lab.table("slopes_below", {"function",
                                            {"slope at −0.5", "%.4g"},
                                            {"at −2", "%.4g"},
                                            {"at −5", "%.4g"},
                                            {"at −20", "%.4g"},
                                            {"value at −20", "%.4g"}});
    for (const Pair& pair : pairs())
        if (pair.high > 4.1 && pair.name != "identity")
            table.row(pair.name, at(pair.slope, -0.5), at(pair.slope, -2.0), at(pair.slope, -5.0),
                      at(pair.slope, -20.0), at(pair.f, -20.0));
}

void alpha_learned(Lab& lab)
{
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
        table, "ELU", elu_alpha_slope(X, elu_example), [&](double alpha) { return elu(X, alpha); },
        elu_example);

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
}

void elu_near_0(Lab& lab)
{
    auto table = lab.table(
        "elu_small",
        {{"x", "%.0e"}, {"eˣ − 1", "%.15e"}, {"expm1(x)", "%.15e"}, {"relative error", "%.1e"}});
    for (double x : {-1e-1, -1e-4, -1e-8, -1e-12, -1e-15, -1e-17}) {
        const double right = std::expm1(x);
        table.row(x, std::exp(x) - 1.0, right, relative_error(std::exp(x) - 1.0, right));
    }
}

void selu_constants(Lab& lab)
{
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
}

void selu_deep_network(Lab& lab)
{
    auto table = lab.table("selu_layers", {"layer", "SELU mean", "variance", "ReLU mean",
                                           "variance", "tanh mean", "variance"});
    const auto s = through_layers(selu);
    const auto r = through_layers(relu);
    const auto t = through_layers(hyperbolic_tangent);
    for (std::size_t layer : {0, 1, 2, 4, 8, 16, 32})
        table.row(layer, s[layer].mean, s[layer].variance, r[layer].mean, r[layer].variance,
                  t[layer].mean, t[layer].variance);
}

void softmax_in_numbers(Lab& lab)
{
    auto shifted =
        lab.table("softmax_shift", {"scores", "as the formula stands", "largest score taken off"});
    for (double shift : {0.0, 500.0, 709.0, 1000.0, -1000.0}) {
        const Matrix Z = Matrix{{1.0, 2.0, 4.0}} + shift;
        const Matrix naive = naive_softmax(Z);
        const Matrix safe = softmax(Z);
        shifted.row(Vector(xt::view(Z, 0, xt::all())), Vector(xt::view(naive, 0, xt::all())),
                    Vector(xt::view(safe, 0, xt::all())));
    }

    auto heat = lab.table("softmax_temperature", {"temperature T", "class 1", "class 2", "class 3",
                                                  "class 4", "largest slope ∂p/∂z"});
    for (double T : {0.1, 0.5, 1.0, 2.0, 10.0, 100.0}) {
        const Matrix p = softmax(temperature_scores / T);
        const Vector row = xt::view(p, 0, xt::all());
        heat.row(T, row(0), row(1), row(2), row(3), xt::amax(xt::abs(softmax_jacobian(row)))() / T);
    }

    const Matrix pair = softmax(Matrix{{1.3, -0.4}});
    lab.value("softmax_and_sigma", std::abs(pair(0, 0) - at(logistic, 1.7)), "%.1g");
}

void jacobian_of_softmax(Lab& lab)
{
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
}

void properties_decided(Lab& lab)
{
    auto table = lab.table("properties", {"function", "range", "order of continuity", "monotonic",
                                          "derivative monotonic", "the documents differ"});
    const std::vector<const char*> names{"range", "order", "monotonic", "derivative monotonic"};
    std::size_t compared = 0;
    std::size_t equal = 0;
    const std::vector<Pair> all = pairs();
    for (std::size_t i = 0; i < documents.size(); ++i) {
        const std::vector<std::string> mine = computed_row(all[i].f, all[i].slope);
        const std::vector<std::string> theirs{documents[i].range, documents[i].order,
                                              documents[i].monotonic, documents[i].slope_monotonic};
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
    const auto add = [&](const std::string& name, const Activation& f, const Activation& slope) {
        const std::vector<std::string> row = computed_row(f, slope);
        others.row(name, row[0], row[1], row[2], row[3]);
    };
    for (double alpha : {0.25, 2.0, -0.5})
        add(fmt::format("PReLU, α = {}", number_text(alpha)), prelu_with(alpha),
            prelu_slope_with(alpha));
    for (double alpha : {0.5, 1.0, 2.0, -0.5})
        add(fmt::format("ELU, α = {}", number_text(alpha)), elu_with(alpha), elu_slope_with(alpha));
    add("SELU", selu, selu_slope);

    auto steep = lab.table("steep_logistic",
                           {"function", "monotonic", "derivative monotonic", "derivative at 0"});
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
}

void jumps_in_numbers(Lab& lab)
{
    auto table = lab.table("jumps", {"function", "h", "k = 0", "k = 1", "k = 2", "k = 3"});
    const std::vector<std::pair<std::string, Activation>> functions{{"binary step", binary_step},
                                                                    {"ReLU", relu},
                                                                    {"ELU, α = 1", elu_with(1.0)},
                                                                    {"softsign", softsign},
                                                                    {"tanh", hyperbolic_tangent}};
    for (const auto& [name, f] : functions)
        for (const auto& [h, words] : {std::pair{1.0 / 256.0, "1/256"}, {1.0 / 2048.0, "1/2048"}})
            table.row(name, words, derivative_jump(f, 0.0, 0, h), derivative_jump(f, 0.0, 1, h),
                      derivative_jump(f, 0.0, 2, h), derivative_jump(f, 0.0, 3, h));
}

} // namespace activations
