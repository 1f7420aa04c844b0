/// @file
/// The lab of chapter 3: descent on one weight, the 2-2-2 network forward and back, the errata
/// of the documents in numbers, a gradient checker, and the training of XOR.

#include "backprop.hpp"

#include "common/math/random.hpp"
#include "common/report/lab.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

using namespace backprop;

namespace {

// --- The worked example of the text -------------------------------------------------------

const backprop::Network example{{{{0.7, -0.8}, {-0.3, 0.5}}, {0.2, -0.1}},
                                {{{-0.9, 0.6}, {0.4, -0.5}}, {0.3, -0.2}}};
const Vector example_x{0.6, -0.4};
const Vector example_t{0.9, 0.2};
constexpr double example_eta = 0.5;

/// The parameters of a 2-2-2 network in the deck's names, in the order of `flat`.
const std::vector<std::string> parameter_names{"w11", "w21", "w12", "w22", "bh1", "bh2",
                                               "w31", "w41", "w32", "w42", "bo1", "bo2"};

Vector flat(const std::vector<Layer>& layers)
{
    std::vector<double> all;
    for (const Layer& layer : layers) {
        all.insert(all.end(), layer.W.begin(), layer.W.end());
        all.insert(all.end(), layer.b.begin(), layer.b.end());
    }
    Vector result = xt::zeros<double>({all.size()});
    std::copy(all.begin(), all.end(), result.begin());
    return result;
}

std::vector<Layer> shaped(const Vector& parameters, std::vector<Layer> like)
{
    auto next = parameters.begin();
    for (Layer& layer : like) {
        for (double& w : layer.W)
            w = *next++;
        for (double& b : layer.b)
            b = *next++;
    }
    return like;
}

Vector flat(const backprop::Network& net)
{
    return flat(std::vector<Layer>{net.hidden, net.output});
}

/// The error of the worked example as a function of its 12 parameters.
double example_error(const Vector& parameters)
{
    const auto layers = shaped(parameters, {example.hidden, example.output});
    return error(forward({layers[0], layers[1]}, example_x).y_o, example_t);
}

/// Both deltas and both gradients of the worked example.
struct Backward {
    Activations a;
    Vector delta_o;
    Vector delta_h;
    Layer output;
    Layer hidden;
};

Backward backward()
{
    Backward back;
    back.a = forward(example, example_x);
    back.delta_o = output_delta(back.a, example_t);
    back.delta_h = hidden_delta(example, back.a, back.delta_o);
    back.output = output_gradients(back.delta_o, back.a.y_h);
    back.hidden = hidden_gradients(back.delta_h, example_x);
    return back;
}

/// The gradient of all 12 parameters.
Vector flat(const Backward& back)
{
    return flat(std::vector<Layer>{back.hidden, back.output});
}

/// Slopes from differences with a given h, to one side or to both.
Vector differences(const std::function<double(const Vector&)>& E, const Vector& p, double h,
                   bool both_sides = true)
{
    Vector slopes = p;
    for (std::size_t i = 0; i < p.size(); ++i) {
        Vector above = p;
        Vector below = p;
        above(i) += h;
        if (both_sides)
            below(i) -= h;
        slopes(i) = (E(above) - E(below)) / (both_sides ? 2.0 * h : h);
    }
    return slopes;
}

double largest(const Vector& v)
{
    return xt::amax(xt::abs(v))();
}

// --- The linear unit of the text ------------------------------------------------------------

const Matrix line_X{{1.0, 2.0}, {3.0, -1.0}, {-2.0, 0.5}};
const Vector line_targets{1.0, 2.0, -1.5};
const LinearUnit line_start{{0.5, -0.25}, 0.1};

double line_error(const LinearUnit& unit)
{
    const Vector miss = matvec(line_X, unit.w) + unit.b - line_targets;
    return 0.5 * xt::mean(xt::square(miss))();
}

/// The errors before each of `steps` steps and after the last.
std::vector<double> line_errors(double eta, std::size_t steps)
{
    LinearUnit unit = line_start;
    std::vector<double> errors{line_error(unit)};
    for (std::size_t step = 0; step < steps; ++step) {
        unit = descend_linear(unit, line_X, line_targets, eta);
        errors.push_back(line_error(unit));
    }
    return errors;
}

/// The largest curvature of the linear unit's error in any direction: the largest eigenvalue of
/// (1/N) Σ (x, 1)(x, 1)ᵀ, by power iteration.
double line_curvature()
{
    const std::size_t N = line_X.shape(0);
    Matrix extended = xt::ones<double>({N, line_X.shape(1) + 1});
    xt::view(extended, xt::all(), xt::range(std::size_t{0}, line_X.shape(1))) = line_X;
    const Matrix curvature = matmul(transpose(extended), extended) / static_cast<double>(N);
    Vector direction = xt::ones<double>({curvature.shape(0)});
    double eigenvalue = 0.0;
    for (int i = 0; i < 500; ++i) {
        direction = matvec(curvature, direction);
        eigenvalue = std::sqrt(dot(direction, direction));
        direction /= eigenvalue;
    }
    return eigenvalue;
}

// --- XOR --------------------------------------------------------------------------------------

const Matrix xor_X{{0.0, 0.0}, {0.0, 1.0}, {1.0, 0.0}, {1.0, 1.0}};
const Matrix xor_T{{0.0}, {1.0}, {1.0}, {0.0}};
constexpr double xor_eta = 8.0;
constexpr std::size_t xor_epochs = 1000;
constexpr std::size_t xor_hidden = 6;

std::vector<Layer> random_layers(std::uint64_t seed, std::size_t hidden)
{
    Random random{seed};
    const Matrix W1 = random.uniform_matrix(2, hidden, -1.0, 1.0);
    const Vector b1 = random.uniform_vector(hidden, -1.0, 1.0);
    const Matrix W2 = random.uniform_matrix(hidden, 1, -1.0, 1.0);
    const Vector b2 = random.uniform_vector(1, -1.0, 1.0);
    return {{W1, b1}, {W2, b2}};
}

Matrix sigma(const Matrix& Z)
{
    return 1.0 / (1.0 + xt::exp(-Z));
}
Matrix sigma_slope(const Matrix& Z)
{
    return sigma(Z) * (1.0 - sigma(Z));
}

Matrix outputs(const std::vector<Layer>& layers, const Matrix& X)
{
    Matrix H = X;
    for (const Layer& layer : layers)
        H = sigma(matmul(H, layer.W) + layer.b);
    return H;
}

double xor_error(const std::vector<Layer>& layers)
{
    return 0.5 * xt::sum(xt::square(xor_T - outputs(layers, xor_X)))() / 4.0;
}

/// The first epoch with an error below 0.01; the number of epochs if there is none.
std::size_t epochs_needed(const std::vector<double>& errors)
{
    return static_cast<std::size_t>(
        std::find_if(errors.begin(), errors.end(), [](double e) { return e < 0.01; }) -
        errors.begin());
}

Numbers counted(std::size_t n)
{
    return indices(n);
}

/// A number in a drawing, with a real minus sign.
std::string drawn(double value, const char* format = "{:.4f}")
{
    std::string text = fmt::format(fmt::runtime(format), value);
    if (text.front() == '-')
        text.replace(0, 1, "−");
    return text;
}

// --- Drawings -----------------------------------------------------------------------------------

double parabola(double w)
{
    return (w - 2.0) * (w - 2.0);
}

/// The weights that descent on (w − 2)² goes through.
std::vector<double> parabola_path(double eta, std::size_t steps, double start = 5.0)
{
    std::vector<double> path{start};
    for (std::size_t step = 0; step < steps; ++step)
        path.push_back(descend(path.back(), parabola_slope(path.back(), 2.0), eta));
    return path;
}

std::vector<double> heights(const std::vector<double>& path)
{
    std::vector<double> result;
    for (double w : path)
        result.push_back(parabola(w));
    return result;
}

/// The deck's 2-2-2 network with what stands in its circles and on its arrows.
struct NetworkLabels {
    std::vector<Node> inputs, hidden, output;
    std::vector<Edge> first, second; ///< for w11 w12 w21 w22, and w31 w32 w41 w42
};

void draw_network(Graph& graph, NetworkLabels labels, const std::vector<std::string>& titles)
{
    for (std::size_t i = 0; i < 2; ++i) {
        labels.inputs[i].id = fmt::format("x{}", i + 1);
        labels.hidden[i].id = fmt::format("h{}", i + 1);
        labels.output[i].id = fmt::format("o{}", i + 1);
    }
    graph.layer(titles[0], labels.inputs);
    graph.layer(titles[1], labels.hidden);
    graph.layer(titles[2], labels.output);
    for (std::size_t to = 0; to < 2; ++to)
        for (std::size_t from = 0; from < 2; ++from) {
            graph.edge(labels.inputs[from].id, labels.hidden[to].id, labels.first[2 * to + from]);
            graph.edge(labels.hidden[from].id, labels.output[to].id, labels.second[2 * to + from]);
        }
}

std::string weight_name(std::size_t unit, std::size_t input)
{
    return fmt::format("w_{{{}{}}}", unit, input);
}

/// A unit of a hand-drawn network. A line, not a marker: so it is as large in every kind of file.
void circle(Figure& figure, double x, double y, const std::string& label, Color color)
{
    const std::size_t corners = 72;
    std::vector<double> across;
    std::vector<double> up;
    for (std::size_t i = 0; i <= corners; ++i) {
        const double angle = 2.0 * std::acos(-1.0) * static_cast<double>(i) / corners;
        across.push_back(x + 0.22 * std::cos(angle));
        up.push_back(y + 0.22 * std::sin(angle));
    }
    figure.line(across, up, {.color = color, .width = 2.4});
    figure.text(x, y, label);
}

/// An arrow from one unit to another that stops short of both circles, moved sideways.
void between(Figure& figure, double x1, double y1, double x2, double y2, double sideways,
             const Style& style)
{
    const double dx = x2 - x1;
    const double dy = y2 - y1;
    const double length = std::hypot(dx, dy);
    const double ux = dx / length;
    const double uy = dy / length;
    const double gap = 0.3;
    figure.arrow(x1 + gap * ux - sideways * uy, y1 + gap * uy + sideways * ux,
                 x2 - gap * ux - sideways * uy, y2 - gap * uy + sideways * ux, style);
}

} // namespace

int main(int argc, char** argv)
{
    Lab lab{argc, argv};

    lab.section("Descent on a parabola", [&] {
        auto steps = lab.table("parabola_steps", {"step", "w", "slope 2 (w − 2)", "E = (w − 2)²"});
        const std::vector<double> path = parabola_path(0.1, 5);
        for (std::size_t k = 0; k < path.size(); ++k)
            steps.row(k, path[k], parabola_slope(path[k], 2.0), parabola(path[k]));

        auto etas = lab.table("parabola_eta", {"η", "factor 1 − 2η", "w after 1 step", "after 2",
                                               "after 20", "E after 20"});
        for (double eta : {0.1, 0.5, 0.9, 1.0, 1.05}) {
            const std::vector<double> w = parabola_path(eta, 20);
            etas.row(eta, 1.0 - 2.0 * eta, w[1], w[2], w[20], parabola(w[20]));
        }
    });

    lab.section("A linear unit", [&] {
        auto fit = lab.table("linear_fit", {"steps", "w1", "w2", "b", "E"});
        LinearUnit unit = line_start;
        std::size_t done = 0;
        for (std::size_t steps : {0, 1, 10, 100, 1000}) {
            for (; done < steps; ++done)
                unit = descend_linear(unit, line_X, line_targets, 0.3);
            fit.row(steps, unit.w(0), unit.w(1), unit.b, line_error(unit));
        }

        const double curvature = line_curvature();
        const double bound = 2.0 / curvature;
        lab.value("line_curvature", curvature);
        lab.value("line_eta_bound", bound);
        auto etas = lab.table("linear_eta", {"η", "η / bound", "E at the start", "E after 10 steps",
                                             "E after 50 steps"});
        for (double eta : {0.5 * bound, 0.95 * bound, 1.05 * bound, 1.0}) {
            const std::vector<double> errors = line_errors(eta, 50);
            etas.row(eta, eta / bound, errors[0], errors[10], errors[50]);
        }
        lab.value("line_error_start", line_error(line_start));
        lab.value("line_error_eta_1", line_errors(1.0, 10).back());
    });

    lab.section("The 2-2-2 network, forward", [&] {
        const Activations a = forward(example, example_x);
        auto table = lab.table(
            "forward_pass",
            {"unit", {"weighted sum", "%.12f"}, {"output", "%.12f"}, {"slope of σ", "%.12f"}});
        const auto sum_of = [](double y) { return std::log(y / (1.0 - y)); };
        const Vector slope_h = sigmoid_slope_from_output(a.y_h);
        const Vector slope_o = sigmoid_slope_from_output(a.y_o);
        for (std::size_t j = 0; j < 2; ++j)
            table.row(fmt::format("yh{}", j + 1), sum_of(a.y_h(j)), a.y_h(j), slope_h(j));
        for (std::size_t k = 0; k < 2; ++k)
            table.row(fmt::format("yo{}", k + 1), sum_of(a.y_o(k)), a.y_o(k), slope_o(k));
        lab.value("example_error", error(a.y_o, example_t), "%.12f");
    });

    lab.section("The 2-2-2 network, back", [&] {
        const Backward back = backward();
        const Vector slopes = flat(back);
        const Vector judged = differences(example_error, flat(example), 1e-5);
        const backprop::Network updated = update(example, example_x, example_t, example_eta);
        auto table = lab.table("example_update", {"parameter",
                                                  {"before", "%.12g"},
                                                  {"∂E/∂w, by the deltas", "%.12f"},
                                                  {"by differences", "%.12f"},
                                                  {"after, η = 0.5", "%.12f"}});
        for (std::size_t i = 0; i < slopes.size(); ++i)
            table.row(parameter_names[i], flat(example)(i), slopes(i), judged(i), flat(updated)(i));
        lab.value("example_gradient_difference", largest(slopes - judged), "%.1e");
        lab.value("example_error_after", example_error(flat(updated)), "%.12f");
    });

    lab.section("Erratum 1: outputs in place of weights", [&] {
        const Backward back = backward();
        const Vector judged = differences(example_error, flat(example), 1e-5);
        const double deck_sum = dot(back.delta_o, back.a.y_o);
        const Vector deck_delta = deck_sum * sigmoid_slope_from_output(back.a.y_h);
        const Layer deck = hidden_gradients(deck_delta, example_x);

        auto table = lab.table("erratum_1", {"weight",
                                             {"deck: (δyo1·yo1 + δyo2·yo2)", "%.9f"},
                                             {"chain rule: (δyo1·w31 + δyo2·w41)", "%.9f"},
                                             {"central difference", "%.9f"}});
        for (std::size_t i = 0; i < 4; ++i)
            table.row(parameter_names[i], deck.W.flat(i), back.hidden.W.flat(i), judged(i));

        const auto error_after = [&](const Layer& hidden) {
            backprop::Network moved = example;
            moved.hidden.W -= example_eta * hidden.W;
            moved.hidden.b -= example_eta * hidden.b;
            return example_error(flat(moved));
        };
        lab.value("erratum_1_before", example_error(flat(example)), "%.9f");
        lab.value("erratum_1_deck_after", error_after(deck), "%.9f");
        lab.value("erratum_1_right_after", error_after(back.hidden), "%.9f");
    });

    lab.section("Erratum 2: the slope of another unit", [&] {
        const Backward back = backward();
        const Vector judged = differences(example_error, flat(example), 1e-5);
        const Vector deck_delta = (back.a.y_o - example_t) * back.a.y_h * (1.0 - back.a.y_h);
        const Layer deck = output_gradients(deck_delta, back.a.y_h);
        auto table = lab.table("erratum_2", {"weight",
                                             {"deck: slope yh (1 − yh)", "%.9f"},
                                             {"yo (1 − yo)", "%.9f"},
                                             {"central difference", "%.9f"}});
        for (std::size_t i = 0; i < 4; ++i)
            table.row(parameter_names[6 + i], deck.W.flat(i), back.output.W.flat(i), judged(6 + i));
        lab.value("erratum_2_share", 100.0 * (1.0 - deck_delta(0) / back.delta_o(0)), "%.1f");
    });

    lab.section("Errata 3 and 9: the learning rate is chosen", [&] {
        const Backward back = backward();
        const double slope = largest(flat(back));
        auto table = lab.table("erratum_9", {"η", "largest |∂E/∂w| at the start",
                                             "E after 1 update", "E after 10", "E after 100"});
        for (double eta : {0.05, 0.5, 1.0, 5.0, 25.0, 125.0}) {
            backprop::Network net = example;
            std::vector<double> errors;
            for (int step = 0; step < 100; ++step) {
                net = update(net, example_x, example_t, eta);
                errors.push_back(example_error(flat(net)));
            }
            table.row(eta, slope, errors[0], errors[9], errors[99]);
        }
    });

    lab.section("The general rule", [&] {
        const Matrix x = xt::view(example_x, xt::newaxis(), xt::all());
        const Matrix t = xt::view(example_t, xt::newaxis(), xt::all());
        const std::vector<Layer> general =
            gradients({example.hidden, example.output}, x, t, sigma, sigma_slope);
        const Backward back = backward();
        lab.value("general_against_special", largest(flat(general) - flat(back)), "%.1e");

        const std::vector<Layer> layers = random_layers(3, xor_hidden);
        const Vector by_deltas = flat(gradients(layers, xor_X, xor_T, sigma, sigma_slope));
        const Vector judged = differences(
            [&](const Vector& p) { return xor_error(shaped(p, layers)); }, flat(layers), 1e-5);
        lab.value("general_parameters", by_deltas.size());
        lab.value("general_against_differences", largest(by_deltas - judged), "%.1e");
    });

    lab.section("A gradient checker", [&] {
        const Backward back = backward();
        const Vector exact = flat(back);
        auto table =
            lab.table("checker", {{"h", "%.0e"}, {"one-sided", "%.1e"}, {"central", "%.1e"}});
        for (double h : {1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-10, 1e-12, 1e-14})
            table.row(h, largest(differences(example_error, flat(example), h, false) - exact),
                      largest(differences(example_error, flat(example), h) - exact));
        lab.value("checker_error",
                  largest(numerical_gradient(example_error, flat(example)) - exact), "%.1e");
    });

    lab.section("Training XOR", [&] {
        const std::vector<Layer> start = random_layers(1, xor_hidden);
        const Training run = train(start, xor_X, xor_T, xor_eta, xor_epochs);
        auto errors = lab.table("xor_training", {"epoch", "error"});
        for (std::size_t epoch : {0, 50, 100, 150, 200, 300, 500, 999})
            errors.row(epoch, run.error_per_epoch[epoch]);
        lab.value("xor_needed", epochs_needed(run.error_per_epoch));

        auto answers = lab.table("xor_answers", {"x1", "x2", "target", "before", "after"});
        const Matrix before = outputs(start, xor_X);
        const Matrix after = outputs(run.layers, xor_X);
        for (std::size_t n = 0; n < 4; ++n)
            answers.row(static_cast<int>(xor_X(n, 0)), static_cast<int>(xor_X(n, 1)),
                        static_cast<int>(xor_T(n, 0)), before(n, 0), after(n, 0));
    });

    lab.section("XOR from many starts", [&] {
        auto table = lab.table("xor_starts", {"hidden units", "parameters", "starts",
                                              "below 0.01 after 1000 epochs", "median epochs"});
        constexpr std::size_t starts = 200;
        for (std::size_t hidden : {2, 3, 4, 6}) {
            std::vector<std::size_t> needed;
            for (std::size_t seed = 0; seed < starts; ++seed)
                needed.push_back(epochs_needed(
                    train(random_layers(100 + seed, hidden), xor_X, xor_T, xor_eta, xor_epochs)
                        .error_per_epoch));
            const auto learned = std::count_if(needed.begin(), needed.end(),
                                               [](std::size_t n) { return n < xor_epochs; });
            std::sort(needed.begin(), needed.end());
            table.row(hidden, 4 * hidden + 1, starts, learned, needed[starts / 2]);
        }
    });

    lab.section("Erratum 12: full-batch descent with η too large", [&] {
        auto table = lab.table("xor_eta", {"η", "error at epoch 0", "at epoch 10", "at epoch 100",
                                           "at epoch 999", "largest after epoch 100"});
        for (double eta : {0.5, 2.0, 8.0, 32.0, 128.0, 512.0}) {
            const std::vector<double> e =
                train(random_layers(1, xor_hidden), xor_X, xor_T, eta, xor_epochs).error_per_epoch;
            table.row(eta, e[0], e[10], e[100], e[999],
                      *std::max_element(e.begin() + 100, e.end()));
        }
    });

    // --- Figures --------------------------------------------------------------------------------

    lab.figure(
        {.name = "parabola_descent",
         .caption = "Descent on E(w) = (w − 2)² with η = 0.3. At every weight the tangent gives "
                    "the slope; the step to the left (below) is η times the slope, so it shrinks "
                    "by itself as the curve flattens.",
         .alt = "A parabola with its lowest point at w = 2. Dots at w = 5, 3.2 and 2.48 with "
                "their tangents of slope 6, 2.4 and 0.96; below, arrows of length 1.8, 0.72 and "
                "0.288.",
         .source = "decks A and B: weight on the x axis, error on the y axis, slope 0 at the best "
                   "weight"},
        [&](Figure& figure) {
            figure.x_label("weight w");
            figure.y_label("error E(w)");
            figure.x_range(0.0, 6.0);
            figure.y_range(-3.5, 13.0);
            figure.y_tics({0, 4, 8, 12});
            figure.legend(Legend::top_left);
            figure.function(parabola, 0.0, 6.0,
                            {.label = "E(w)", .color = Color::blue, .dash = Dash::solid});
            const std::vector<double> path = parabola_path(0.3, 3);
            for (std::size_t k = 0; k < 3; ++k) {
                const double w = path[k];
                const double slope = parabola_slope(w, 2.0);
                const double half = 1.9 / std::sqrt(1.0 + slope * slope / 4.0);
                figure.line({w - half, w + half},
                            {parabola(w) - half * slope, parabola(w) + half * slope},
                            {.label = k == 0 ? "tangents" : "",
                             .color = Color::orange,
                             .dash = Dash::dashed,
                             .width = 2.0});
                figure.line({w, w}, {-2.0, parabola(w)},
                            {.color = Color::grey, .dash = Dash::dotted, .width = 1.2});
                figure.arrow(w, -2.0, path[k + 1], -2.0, {.color = Color::vermilion, .width = 2.0});
                figure.text(w, parabola(w), fmt::format("slope {:.3g}", slope),
                            {.align = Align::right, .dx = -10, .dy = 16});
            }
            figure.line({path[3], path[3]}, {-2.0, parabola(path[3])},
                        {.color = Color::grey, .dash = Dash::dotted, .width = 1.2});
            figure.points(path, heights(path),
                          {.label = "weights of descent",
                           .color = Color::vermilion,
                           .marker = Marker::circle});
            figure.text(0.5 * (path[0] + path[1]), -2.0, "η · 6 = 1.8", {.dy = -14});
        });

    lab.figure(
        {.name = "parabola_eta",
         .caption = "The same parabola with three learning rates. The distance to the lowest "
                    "point is multiplied by 1 − 2η at every step: 0.8 creeps, −0.8 jumps across "
                    "and still arrives, −1.1 jumps across and climbs.",
         .alt = "Three parabolas. With η = 0.1 the dots creep down one side; with η = 0.9 they "
                "jump from side to side and down; with η = 1.05 they jump from side to side and "
                "up.",
         .source = "erratum 12"},
        [&](Figure& figure) {
            figure.grid(1, 3);
            for (double eta : {0.1, 0.9, 1.05}) {
                figure.panel(fmt::format("η = {}", eta));
                figure.x_label("weight w");
                figure.y_label("error E(w)");
                figure.x_range(-2.5, 6.5);
                figure.y_range(-1.0, 20.0);
                figure.legend(Legend::none);
                figure.function(parabola, -2.5, 6.5, {.color = Color::blue, .dash = Dash::solid});
                const std::vector<double> path = parabola_path(eta, eta > 1.0 ? 4 : 8);
                figure.line(path, heights(path),
                            {.color = Color::vermilion,
                             .dash = Dash::solid,
                             .marker = Marker::circle,
                             .width = 1.2});
            }
        });

    lab.figure(
        {.name = "linear_unit_errors",
         .caption = "Error of the linear unit against the number of steps. Below η = 2/λ, where λ "
                    "is the largest curvature of the error, descent arrives; just above it, it "
                    "diverges, and η = 1, the deck's silent choice, is far above.",
         .alt = "Four curves on a logarithmic axis: two fall, one rises slowly, one rises steeply "
                "out of the picture.",
         .source = "errata 3 and 12; decks A and B, Dense(1, input_dim=2, linear)"},
        [&](Figure& figure) {
            const double bound = 2.0 / line_curvature();
            figure.x_label("steps");
            figure.y_label("error E");
            figure.log_y();
            figure.y_range(1e-6, 1e6);
            const std::size_t steps = 60;
            for (const auto& [share, name] : {std::pair{0.5, "η = 0.5 · 2/λ"},
                                              {0.95, "η = 0.95 · 2/λ"},
                                              {1.05, "η = 1.05 · 2/λ"},
                                              {1.0 / bound, "η = 1"}})
                figure.line(counted(steps + 1), line_errors(share * bound, steps), {.label = name});
        });

    lab.figure(
        {.name = "sigma_and_slope",
         .caption = "σ and its slope. At the first hidden unit's weighted sum, 0.74, the tangent "
                    "of σ has the slope 0.2187, which the lower curve shows as its height.",
         .alt = "The S-shaped sigmoid from 0 to 1 with a tangent at z = 0.74, and below it the "
                "bell of its slope with the height 0.2187 marked there.",
         .source = "decks A and B, derivative of the sigmoid"},
        [&](Figure& figure) {
            const auto value = [](double z) { return sigmoid(Vector{z})(0); };
            const auto slope = [](double z) { return sigmoid_slope(Vector{z})(0); };
            const double z = 0.74;
            figure.x_label("weighted sum z");
            figure.y_label("σ(z), σ′(z)");
            figure.y_range(-0.05, 1.05);
            figure.function(value, -6.0, 6.0, {.label = "σ(z)"});
            figure.function(slope, -6.0, 6.0, {.label = "σ′(z) = σ(z) (1 − σ(z))"});
            figure.line(
                {z - 1.5, z + 1.4}, {value(z) - 1.5 * slope(z), value(z) + 1.4 * slope(z)},
                {.label = "tangent at z = 0.74", .color = Color::black, .dash = Dash::dotted});
            figure.points({z, z}, {value(z), slope(z)},
                          {.color = Color::black, .marker = Marker::circle});
            figure.text(z, slope(z), drawn(slope(z)), {.align = Align::left, .dx = 8, .dy = 10});
        });

    lab.figure(
        {.name = "descent_and_backprop",
         .caption = "Left, a single unit: its miss is the slope at its output, and descent needs "
                    "no more. Right, many layers: only the outputs have targets, so the slopes of "
                    "the hidden units must be sent back along the weights.",
         .alt = "Left a unit with two inputs and an arrow of error that reaches its weights "
                "directly. Right a 2-2-2 network whose error arrows run back from both outputs "
                "through every weight to the hidden units.",
         .source = "decks A and B, single perceptron: descent; multi-layer perceptron: "
                   "backpropagation"},
        [&](Figure& figure) {
            const Style forth{.color = Color::grey, .width = 1.6};
            const Style back{.color = Color::vermilion, .width = 2.4};
            const auto panel = [&](const std::string& title, double x_from, double x_to) {
                figure.panel(title);
                figure.no_axes();
                figure.equal_aspect();
                figure.x_range(x_from, x_to);
                figure.y_range(-0.9, 2.7);
            };
            figure.size(1000, 400);
            figure.grid(1, 2);

            panel("one unit: descent", -0.9, 3.68);
            for (const auto& [y, weight] : {std::pair{1.9, "w_{1}"}, {0.1, "w_{2}"}}) {
                between(figure, 0.0, y, 2.6, 1.0, 0.09, forth);
                between(figure, 2.6, 1.0, 1.0, 1.0 + (y - 1.0) * 1.6 / 2.6, 0.09, back);
                figure.text(1.05, 1.0 + (y - 1.0) * 1.55 / 2.6 - 0.1, weight,
                            {.color = Color::vermilion});
            }
            circle(figure, 0.0, 1.9, "x_{1}", Color::grey);
            circle(figure, 0.0, 0.1, "x_{2}", Color::grey);
            circle(figure, 2.6, 1.0, "y", Color::blue);
            figure.text(2.95, 1.0, "y − t", {.align = Align::left, .color = Color::vermilion});
            figure.text(1.4, 2.55, "w_{i} ← w_{i} − η (y − t) x_{i}", {});
            figure.text(1.4, -0.65, "the miss reaches every weight at once",
                        {.color = Color::vermilion});

            panel("many layers: backpropagation", -0.5, 4.08);
            for (double from : {0.1, 1.9})
                for (double to : {0.1, 1.9}) {
                    between(figure, 0.0, from, 1.65, to, 0.0, forth);
                    between(figure, 1.65, from, 3.3, to, 0.09, forth);
                    between(figure, 3.3, to, 1.65, from, 0.09, back);
                }
            for (const auto& [y, index] : {std::pair{1.9, 1}, {0.1, 2}}) {
                circle(figure, 0.0, y, fmt::format("x_{{{}}}", index), Color::grey);
                circle(figure, 1.65, y, fmt::format("y_{{h{}}}", index), Color::vermilion);
                circle(figure, 3.3, y, fmt::format("y_{{o{}}}", index), Color::blue);
                figure.text(3.66, y, fmt::format("δ_{{o{}}}", index),
                            {.align = Align::left, .color = Color::vermilion});
            }
            figure.text(1.79, 2.55, "δ_{h1} = (δ_{o1} w_{31} + δ_{o2} w_{41}) y_{h1} (1 − y_{h1})",
                        {});
            figure.text(1.79, -0.65, "no targets here: slopes come back along the weights",
                        {.color = Color::vermilion});
        });

    lab.graph({.name = "forward_pass",
               .caption =
                   "The forward pass of the worked example: weights on the arrows, biases on the "
                   "small nodes, what comes out of each unit in its circle.",
               .alt = "A 2-2-2 network with inputs 0.6 and −0.4, hidden outputs 0.6770 and 0.3143, "
                      "outputs 0.4542 and 0.5123, and the weight on every arrow.",
               .source = "decks A and B, forward pass"},
              [&](Graph& graph) {
                  const Activations a = forward(example, example_x);
                  NetworkLabels labels;
                  for (std::size_t i = 0; i < 2; ++i) {
                      labels.inputs.push_back({.label = fmt::format("x_{{{}}}", i + 1),
                                               .value = drawn(example_x(i), "{}")});
                      labels.hidden.push_back({.label = fmt::format("y_{{h{}}}", i + 1),
                                               .value = drawn(a.y_h(i)),
                                               .bias = drawn(example.hidden.b(i), "{}"),
                                               .emphasis = Emphasis::second});
                      labels.output.push_back({.label = fmt::format("y_{{o{}}}", i + 1),
                                               .value = drawn(a.y_o(i)),
                                               .bias = drawn(example.output.b(i), "{}"),
                                               .note = fmt::format("target {}", example_t(i)),
                                               .emphasis = Emphasis::second});
                  }
                  for (std::size_t to = 0; to < 2; ++to)
                      for (std::size_t from = 0; from < 2; ++from) {
                          const double first = example.hidden.W(from, to);
                          const double second = example.output.W(from, to);
                          labels.first.push_back(
                              {.label = weight_name(to + 1, from + 1) + " = " + drawn(first, "{}"),
                               .value = first});
                          labels.second.push_back(
                              {.label = weight_name(to + 3, from + 1) + " = " + drawn(second, "{}"),
                               .value = second});
                      }
                  draw_network(graph, labels,
                               {"inputs", "hidden layer\ny_{h} = σ(x W_{1} + b_{1})",
                                "output layer\ny_{o} = σ(y_{h} W_{2} + b_{2})"});
              });

    lab.graph(
        {.name = "output_update",
         .caption = "The way back, first half: each output's δ in its circle, and on every arrow "
                    "into it the gradient δ · yh, which moves that weight.",
         .alt = "The same network; the output units show −0.1105 and 0.0780, and the four arrows "
                "into them carry the gradients of w31, w32, w41 and w42.",
         .source = "deck B, update of the output layer"},
        [&](Graph& graph) {
            const Backward back = backward();
            NetworkLabels labels;
            for (std::size_t i = 0; i < 2; ++i) {
                labels.inputs.push_back(
                    {.label = fmt::format("x_{{{}}}", i + 1), .emphasis = Emphasis::faint});
                labels.hidden.push_back(
                    {.label = fmt::format("y_{{h{}}}", i + 1), .value = drawn(back.a.y_h(i))});
                labels.output.push_back({.label = fmt::format("δ_{{o{}}}", i + 1),
                                         .value = drawn(back.delta_o(i)),
                                         .note = fmt::format("y_{{o}} − y_{{t}} = {}",
                                                             drawn(back.a.y_o(i) - example_t(i))),
                                         .emphasis = Emphasis::strong});
            }
            for (std::size_t to = 0; to < 2; ++to)
                for (std::size_t from = 0; from < 2; ++from) {
                    const double gradient = back.output.W(from, to);
                    labels.first.push_back({.emphasis = Emphasis::faint});
                    labels.second.push_back(
                        {.label = fmt::format("∂E/∂{} = {}", weight_name(to + 3, from + 1),
                                              drawn(gradient)),
                         .value = gradient,
                         .emphasis = Emphasis::strong,
                         .backward = true});
                }
            draw_network(graph, labels,
                         {"inputs", "hidden layer",
                          "output layer\nδ_{o} = (y_{o} − y_{t}) y_{o} "
                          "(1 − y_{o})"});
        });

    lab.graph(
        {.name = "hidden_update",
         .caption = "The way back, second half: every output's δ comes back multiplied by the "
                    "weight it came along (red); their sum, times the slope of the hidden unit, "
                    "is its δ, and that times the input is the gradient of a hidden weight "
                    "(blue).",
         .alt = "The same network; four red arrows run back from the outputs with the products of "
                "δ and weight, the hidden units show 0.0320 and −0.0179, and four blue arrows "
                "carry the gradients of w11, w12, w21 and w22.",
         .source = "deck B, update of the hidden layer (with erratum 1 mended)"},
        [&](Graph& graph) {
            const Backward back = backward();
            NetworkLabels labels;
            for (std::size_t i = 0; i < 2; ++i) {
                labels.inputs.push_back(
                    {.label = fmt::format("x_{{{}}}", i + 1), .value = drawn(example_x(i), "{}")});
                labels.hidden.push_back({.label = fmt::format("δ_{{h{}}}", i + 1),
                                         .value = drawn(back.delta_h(i)),
                                         .emphasis = Emphasis::second});
                labels.output.push_back({.label = fmt::format("δ_{{o{}}}", i + 1),
                                         .value = drawn(back.delta_o(i)),
                                         .emphasis = Emphasis::strong});
            }
            for (std::size_t to = 0; to < 2; ++to)
                for (std::size_t from = 0; from < 2; ++from) {
                    const double gradient = back.hidden.W(from, to);
                    const double share = back.delta_o(to) * example.output.W(from, to);
                    labels.first.push_back(
                        {.label = fmt::format("∂E/∂{} = {}", weight_name(to + 1, from + 1),
                                              drawn(gradient)),
                         .value = gradient,
                         .emphasis = Emphasis::second});
                    labels.second.push_back(
                        {.label = fmt::format("δ_{{o{}}} {} = {}", to + 1,
                                              weight_name(to + 3, from + 1), drawn(share)),
                         .value = share,
                         .emphasis = Emphasis::strong,
                         .backward = true});
                }
            draw_network(
                graph, labels,
                {"inputs", "hidden layer\nδ_{h} = (Σ δ_{o} w) y_{h} (1 − y_{h})", "output layer"});
        });

    lab.figure(
        {.name = "gradient_error",
         .caption = "Error of a numerical gradient against the step h, the largest over the 12 "
                    "parameters of the worked example. From the right, truncation falls like h² "
                    "(central) or h (one-sided); from the left, rounding falls like 1/h. The best "
                    "h lies where they meet.",
         .alt = "Two V-shaped curves on logarithmic axes. The central one reaches down to about "
                "1e-12 near h = 1e-5, the one-sided one only to about 1e-9 near h = 1e-8.",
         .source = "article D: the derivatives of E that descent needs"},
        [&](Figure& figure) {
            const Backward back = backward();
            const Vector exact = flat(back);
            std::vector<double> hs, one_sided, central;
            for (double power = -14.0; power <= 0.001; power += 0.125) {
                const double h = std::pow(10.0, power);
                hs.push_back(h);
                one_sided.push_back(
                    largest(differences(example_error, flat(example), h, false) - exact));
                central.push_back(largest(differences(example_error, flat(example), h) - exact));
            }
            figure.x_label("step h");
            figure.y_label("largest error of the gradient");
            figure.log_x();
            figure.log_y();
            figure.x_range(1e-14, 1.0);
            figure.y_range(1e-13, 1.0);
            figure.line(hs, one_sided, {.label = "one-sided"});
            figure.line(hs, central, {.label = "central"});
            figure.text(1.5e-3, 1e-9, "∝ h²", {.align = Align::left, .dx = 10});
            figure.text(1e-3, 2e-4, "∝ h", {.align = Align::right});
            figure.text(1e-11, 2e-5, "∝ 1/h", {.align = Align::left, .dx = 14, .dy = 14});
        });

    lab.figure(
        {.name = "xor_loss",
         .caption = "Error while XOR is learned, 2-6-1, η = 8, from five random starts. First a "
                    "plateau near ⅛, where every output is about ½; then the hidden units part "
                    "and the error falls.",
         .alt = "Five curves on a logarithmic axis, flat at 0.125 for the first tens of epochs, "
                "then falling below the line 0.01 between epochs 100 and 300.",
         .source = "decks A and B, XOR; article D, training"},
        [&](Figure& figure) {
            figure.x_label("epoch");
            figure.y_label("error E");
            figure.log_y();
            figure.x_range(0, 600);
            figure.y_range(1e-3, 0.5);
            for (std::uint64_t seed = 1; seed <= 5; ++seed) {
                const Training run =
                    train(random_layers(seed, xor_hidden), xor_X, xor_T, xor_eta, 600);
                figure.line(counted(600), run.error_per_epoch,
                            {.label = fmt::format("start {}", seed)});
            }
            figure.horizontal(0.01);
            figure.text(590, 0.01, "0.01", {.align = Align::right, .dy = 10});
        });

    lab.figure(
        {.name = "xor_eta",
         .caption = "The same start with other learning rates. Too small is slow; larger is "
                    "faster, up to a point; with η = 128 the first step throws the units into "
                    "saturation, and the error jumps about and never comes near 0.",
         .alt = "Five curves of the error on logarithmic axes: with growing η they fall earlier, "
                "and the one with η = 128 jumps to 0.25, moves wildly and ends at 0.125.",
         .source = "article D, descent; errata 9 and 12"},
        [&](Figure& figure) {
            figure.x_label("update (epoch + 1)");
            figure.y_label("error E");
            figure.legend(Legend::right);
            figure.log_x();
            figure.log_y();
            figure.x_range(1, 1000);
            figure.y_range(1e-4, 1.0);
            for (double eta : {0.5, 2.0, 8.0, 32.0, 128.0}) {
                const Training run = train(random_layers(1, xor_hidden), xor_X, xor_T, eta, 1000);
                std::vector<double> epochs(1000);
                for (std::size_t k = 0; k < epochs.size(); ++k)
                    epochs[k] = static_cast<double>(k + 1);
                figure.line(epochs, run.error_per_epoch, {.label = fmt::format("η = {}", eta)});
            }
        });

    lab.figure(
        {.name = "xor_surface",
         .caption = "The network's output over the input plane while it learns XOR; filled dots "
                    "have the target 1. The black line is ½, the border between the classes: at "
                    "first there is none, then one line, at last two that keep (0, 0) and (1, 1) "
                    "apart from the other corners.",
         .alt = "Coloured squares at four epochs: first one pale tint, then a single border, at "
                "the end blue at (0, 0) and (1, 1) and vermilion at (0, 1) and (1, 0).",
         .source = "decks A and B, XOR",
         .animated = true},
        [&](Figure& figure) {
            const Plane plane{-0.5, 1.5, -0.5, 1.5, 51};
            const Matrix grid = plane.points();
            std::vector<Layer> layers = random_layers(1, xor_hidden);
            std::size_t epoch = 0;
            figure.animate(
                31,
                [&](Figure& frame, std::size_t i) {
                    const std::size_t target = 10 * i;
                    layers = train(layers, xor_X, xor_T, xor_eta, target - epoch).layers;
                    epoch = target;
                    frame.size(440, 400);
                    frame.panel(fmt::format("epoch {}", epoch));
                    frame.x_label("x_{1}");
                    frame.y_label("x_{2}");
                    frame.x_range(-0.5, 1.5);
                    frame.y_range(-0.5, 1.5);
                    frame.x_tics({0, 1});
                    frame.y_tics({0, 1});
                    frame.legend(Legend::none);
                    const Matrix y = outputs(layers, grid);
                    frame.heat_map(
                        plane, y,
                        {.palette = Palette::diverging, .from = 0.0, .to = 1.0, .label = "output"});
                    frame.contour(plane, y, {0.5}, {.color = Color::black, .width = 1.5});
                    frame.points({0.0, 1.0}, {0.0, 1.0},
                                 {.label = "target 0",
                                  .color = Color::black,
                                  .marker = Marker::open_circle,
                                  .size = 1.6});
                    frame.points({0.0, 1.0}, {1.0, 0.0},
                                 {.label = "target 1",
                                  .color = Color::black,
                                  .marker = Marker::circle,
                                  .size = 1.6});
                },
                {.seconds_per_frame = 0.12, .hold = 2.0, .stills = {0, 8, 14, 30}});
        });

    return lab.finish();
}
