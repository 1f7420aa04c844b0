// The figures of chapter 6 about equal units, spreads and saturation; those about gradients,
// learning and descent are in figures_of_learning.cpp.
#include "experiments.hpp"
#include "lab_parts.hpp"

#include "common/plot/meaning.hpp"

#include <fmt/format.h>

#include <cmath>
#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace initialization {
namespace {

/// Two digits of a size as a figure writes it: 0.49, 9.8·10^{−6}, 1.8·10^{4}.
std::string size_text(double size)
{
    const std::string text = fmt::format("{:.2g}", size);
    const std::size_t e = text.find('e');
    if (e == std::string::npos)
        return text;
    const int power = std::stoi(text.substr(e + 1));
    return fmt::format("{}·10^{{{}{}}}", text.substr(0, e), power < 0 ? "−" : "", std::abs(power));
}

/// A histogram of the outputs of each of `layers`: a row of panels for each start, on a phone two.
void draw_activations(Figure& figure, const std::vector<Start>& rows, Activation f,
                      const std::vector<std::size_t>& layers, double from, double to, double top)
{
    const bool phone = figure.on_phone();
    const std::size_t columns = phone ? 2 : layers.size();
    figure.size(phone ? 342 : 860, phone ? 1300 : 800);
    figure.grid(rows.size() * layers.size() / columns, columns);
    const bool relu = f == Activation::relu;
    for (const Start& start : rows) {
        const Pass pass = forward(drawn_layers(start.draw, deep_units(), 3), deep_inputs(), f);
        for (std::size_t layer : layers) {
            const Matrix& H = pass.H[layer];
            figure.panel(fmt::format("{}, layer {}", start.name, layer));
            figure.x_range(from, to);
            figure.y_range(0, top);
            figure.x_tics(relu ? Numbers{0, 1, 2, 3} : Numbers{-1, 0, 1});
            figure.y_tics({});
            std::vector<double> shown;
            std::size_t off = 0;
            for (double h : H) {
                off += relu && h <= 0.0;
                shown.push_back(h);
            }
            figure.histogram(shown,
                             {.count = relu ? std::size_t{32} : std::size_t{41},
                              .from = from,
                              .to = to,
                              .relative = true},
                             {.color = relu ? meaning::relu : meaning::tanh});
            // What the bars do not say stands below them.
            std::string below = "rms " + size_text(std::sqrt(mean_square(H)));
            if (relu)
                below += fmt::format(", off {:.0f} %", 100.0 * static_cast<double>(off) /
                                                           static_cast<double>(H.size()));
            figure.x_label(below);
        }
    }
}

} // namespace

void equal_units(Lab& lab)
{
    lab.figure(
        {.name = "equal_units",
         .caption = "XOR with four hidden units, from weights that are all ½, and from the same "
                    "weights moved by at most 0.01: the error, and the spread of the hidden "
                    "units' weights. Equal units stay equal: their spread is 0 to the last "
                    "digit, and the network never learns.",
         .alt = "Two curves of the error: one stays above 0.08, the other falls to nearly 0. Then "
                "two curves of the spread: one stays at 0, the other rises above 5.",
         .source = "deck E, initialization of the weights"},
        [](Figure& figure) {
            const Run equal = xor_run(nearly_equal(0.0), 4000);
            const Run moved = xor_run(nearly_equal(0.01), 4000);
            const Style of_equal{.label = "all ½", .color = Color::black, .dash = Dash::solid};
            const Style of_moved{.label = "½ ± 0.01", .color = Color::blue, .dash = Dash::dashed};
            figure.grid(1, 2);
            figure.panel("error");
            figure.x_label("epoch");
            figure.y_label("error E");
            figure.x_tics({0, 1000, 2000, 3000, 4000});
            figure.y_range(0, 0.16);
            figure.line(indices(4001), equal.error, of_equal);
            figure.line(indices(4001), moved.error, of_moved);
            figure.panel("spread of the hidden units");
            figure.x_label("epoch");
            figure.y_label("largest difference");
            figure.x_tics({0, 1000, 2000, 3000, 4000});
            figure.line(indices(4001), equal.spread, of_equal);
            figure.line(indices(4001), moved.spread, of_moved);
        });
}

void sums_and_outputs(Lab& lab)
{
    lab.figure(
        {.name = "sums_and_outputs",
         .caption =
             R"(\f$ wx + b \f$ of 20000 units with 100 inputs from \f$ N(0, 1) \f$, and beside )"
             R"(it σ of the same numbers. With \f$ N(0, 1) \f$ the sums reach from −40 to 40 and )"
             "most outputs are stuck at 0 or 1. With the deviation 0.1 they stay between −5 and "
             "5, and the outputs gather around ½; that is also Xavier's deviation for 100 inputs "
             "and 100 units. The variance 0.1 lies between the two.",
         .alt = "Three rows of two histograms. The bell of the sums reaches to 40 for N(0, 1), "
                "to 13 for the variance 0.1, to 4 for the deviation 0.1; beside the first stand "
                "two peaks at 0 and 1, beside the second lower peaks there, beside the last a bell "
                "around one half.",
         .source = "deck E, problems of the normal initialization; −4 … 4; N(0, 0.1)"},
        [](Figure& figure) {
            figure.size(640, 760);
            figure.grid(3, 2);
            figure.columns_on_phone(2);
            struct Panel {
                const char* title;
                double end;
                Numbers tics;
            };
            const std::vector<Panel> panels{{"N(0, 1)", 50.0, {-40, 0, 40}},
                                            {"variance 0.1", 20.0, {-15, 0, 15}},
                                            {"deviation 0.1", 6.5, {-5, 0, 5}}};
            std::vector<std::vector<double>> sums;
            for (const Weights& weights : compared_weights())
                if (!weights.is_uniform)
                    sums.push_back(weighted_sums(weights));
            for (std::size_t k = 0; k < sums.size(); ++k) {
                const auto& [title, end, tics] = panels[k];
                figure.panel(title);
                figure.x_label("wx + b");
                figure.y_label("fraction");
                figure.x_range(-end, end);
                figure.x_tics(tics);
                figure.y_range(0, 0.12);
                figure.y_tics({0, 0.1});
                figure.histogram(sums[k], {.count = 50, .from = -end, .to = end, .relative = true},
                                 {.color = Color::blue});
                figure.panel(std::string(title) + ", σ");
                figure.x_label("σ(wx + b)");
                figure.y_label("fraction");
                figure.x_range(0, 1);
                figure.x_tics({0, 0.5, 1});
                figure.y_range(0, 0.45);
                figure.y_tics({0, 0.2, 0.4});
                figure.histogram(sigma_of(sums[k]),
                                 {.count = 25, .from = 0.0, .to = 1.0, .relative = true},
                                 {.color = meaning::sigmoid});
            }
        });
}

void saturation_with_fan_in(Lab& lab)
{
    lab.figure(
        {.name = "saturation_with_fan_in",
         .caption =
             "The fraction of outputs nearer than 0.01 to 0 or 1, against the number of inputs "
             R"(from \f$ N(0, 1) \f$. A fixed spread of the weights always ends in saturation; )"
             "only one that shrinks with the number of inputs, as Xavier's, does not.",
         .alt = "Five curves over a logarithmic axis of 1 to 10000 inputs. Those of U(−4, 4), "
                "N(0, 1), variance 0.1 and deviation 0.1 rise one after the other towards 1; "
                "Xavier's stays at 0.",
         .source = "deck E, problems of the normal initialization"},
        [](Figure& figure) {
            figure.x_label("number of inputs n");
            figure.y_label("stuck fraction of the outputs");
            figure.log_x();
            figure.x_range(1, 10000);
            figure.y_range(-0.03, 1.0);
            const auto curve = [&](const std::string& name, Color color,
                                   const std::function<double(int)>& deviation) {
                std::vector<double> n, fraction;
                for (const double size : powers_of_ten(0.0, 4.0, 0.05)) {
                    const int inputs = static_cast<int>(std::lround(size));
                    n.push_back(inputs);
                    fraction.push_back(expected_saturated_fraction(
                        preactivation_deviation(inputs, deviation(inputs), input_square_mean, 0.0),
                        0.01));
                }
                figure.line(n, fraction, {.label = name, .color = color});
            };
            curve("U(−4, 4)", Color::grey, [](int) { return uniform_deviation(4.0); });
            curve("N(0, 1)", meaning::deviation_1, [](int) { return 1.0; });
            curve("variance 0.1", Color::sky, [](int) { return root_of_a_tenth; });
            curve("deviation 0.1", Color::orange, [](int) { return 0.1; });
            curve("Xavier, n → n", meaning::xavier,
                  [](int n) { return xavier_normal_deviation(n, n); });
        });
}

void erratum_5_through_layers(Lab& lab)
{
    lab.figure(
        {.name = "erratum_5_through_layers",
         .caption =
             R"(The mean square of \f$ wx + b \f$ through 20 linear layers of 100 units, by the )"
             R"(factor of each rule (lines) and in one network (points). \f$ \sqrt2 \f$ keeps )"
             R"(its size; \f$ \sqrt3 \f$ multiplies it by 1.5 in every layer. A normal cut off )"
             R"(at two deviations makes \f$ \sqrt3 \f$ nearly right.)",
         .alt = "On a logarithmic axis the line of √2 is level, that of √3 with a cut rises "
                "slowly to about 20, that of √3 steeply to more than 3000, that of √2 with a cut "
                "falls to less than 0.01.",
         .source = "deck E, Xavier initialization (erratum 5)"},
        [](Figure& figure) {
            figure.x_label("layer");
            figure.y_label("mean square of the sums");
            figure.log_y();
            figure.x_range(0, 20.5);
            const auto curve = [&](const std::string& name, double variance, const Draw& draw,
                                   Color color) {
                const std::vector<int> units(21, 100);
                const double start = 1.0;
                const Pass pass =
                    forward(drawn_layers(draw, units, 11), deep_inputs(), Activation::linear);
                std::vector<double> layer{0.0}, square{start};
                std::vector<double> at, measured;
                for (std::size_t l = 0; l < 20; ++l) {
                    layer.push_back(static_cast<double>(l + 1));
                    square.push_back(square.back() * forward_factor(100, variance / 200.0, 1.0));
                    at.push_back(static_cast<double>(l + 1));
                    measured.push_back(mean_square(pass.Z[l]));
                }
                figure.line(layer, square, {.label = name, .color = color, .dash = Dash::solid});
                figure.points(at, measured,
                              {.color = color, .marker = Marker::circle, .size = 0.7});
            };
            curve("√3", 3.0, root_of(3.0), Color::vermilion);
            curve("√3, cut off", 3.0 * cut_fraction(), cut_off(3.0), Color::orange);
            curve("√2", 2.0, xavier_normal, Color::blue);
            curve("√2, cut off", 2.0 * cut_fraction(), cut_off(2.0), Color::green);
        });
}

void activations_grid_tanh(Lab& lab)
{
    lab.figure(
        {.name = "activations_grid_tanh",
         .caption =
             "Outputs of the layers of a tanh network, 10 layers of 100 units, as fractions of "
             "all outputs, cut off at 0.2; rms is the root of their mean square. "
             R"(\f$ N(0, 0.01) \f$ has the deviation 0.01. Zero weights give zeros, )"
             R"(\f$ N(0, 1) \f$ drives all units to −1 and 1, \f$ N(0, 0.01) \f$ lets them die )"
             "out. Xavier's stay spread out and shrink slowly, as the gain of tanh is below 1; "
             "He's larger weights hold them up.",
         .alt = "A grid of histograms, a row for each initialization and a column for layers 1, 2, "
                "5 and 10. Zero: a spike at 0. N(0, 1): two spikes at the ends. N(0, 0.01): a "
                "spike at 0 from layer 2 on. Xavier and He: broad.",
         .source = "deck E, initialization with the normal distribution, Xavier and He"},
        [](Figure& figure) {
            draw_activations(figure, starts(), Activation::tanh, {1, 2, 5, 10}, -1.05, 1.05, 0.2);
        });
}

void activations_grid_relu(Lab& lab)
{
    lab.figure(
        {.name = "activations_grid_relu",
         .caption =
             "The same with ReLU, where half of the outputs are 0 (off, all in the first bar). "
             R"(Outputs beyond 3.2 are not drawn, nearly all of \f$ N(0, 1) \f$. Xavier's )"
             "weights halve the mean square in every layer, so that the outputs die out; He's "
             "variance, twice as large, keeps it.",
         .alt = "A grid of histograms for ReLU. Zero and N(0, 0.01): all at 0. N(0, 1): out of "
                "the picture to the right. Xavier: narrower from layer to layer. He: the same "
                "shape in all layers.",
         .source = "deck E, initialization for ReLU"},
        [](Figure& figure) {
            draw_activations(figure, starts(), Activation::relu, {1, 2, 5, 10}, 0.0, 3.2, 0.2);
        });
}

} // namespace initialization
