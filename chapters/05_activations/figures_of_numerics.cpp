// The figures of chapter 5 about softmax, fixed points and what a computer makes of the formulas.
#include "experiments.hpp"
#include "lab_parts.hpp"

#include "common/plot/meaning.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

namespace activations {

void distance_to_the_end(Lab& lab)
{
    lab.figure(
        {.name = "distance_to_the_end",
         .caption =
             "How far tanh, arctan and softsign are from their upper ends, each scaled to end at "
             "1. tanh gets there exponentially and then has no slope left; the other two need ten "
             R"(times the \f$ x \f$ for a tenth of the distance.)",
         .alt =
             "Three falling curves on logarithmic axes from x = 0.1 to 1000: that of tanh bends "
             "down steeply near x = 3, those of arctan and softsign become straight lines of slope "
             "−1.",
         .source = "decks A and B, table of activation functions: rows 4 to 6"},
        [](Figure& figure) {
            figure.x_label("x");
            figure.y_label("1 − f(x) / f(∞)");
            figure.log_x();
            figure.log_y();
            figure.x_range(0.1, 1000.0);
            figure.y_range(1e-5, 1.0);
            const Numbers points = powers_of_ten(-1.0, 3.0, 0.02);
            std::vector<double> tanh, arc, soft;
            const double infinity = std::numeric_limits<double>::infinity();
            for (const double x : points) {
                tanh.push_back(1.0 - at(hyperbolic_tangent, x));
                arc.push_back(1.0 - at(arctan, x) / at(arctan, infinity));
                soft.push_back(1.0 - at(softsign, x));
            }
            figure.line(points, tanh, {.color = meaning::tanh, .dash = Dash::solid});
            figure.line(points, arc, {.color = Color::black, .dash = Dash::dashed});
            figure.line(points, soft, {.color = Color::purple, .dash = Dash::dash_dot});
            figure.text(5.0, 1e-4, "tanh",
                        {.align = Align::left, .color = meaning::tanh, .dx = 8, .dy = -4});
            figure.text(60.0, 1e-2, "arctan", {.align = Align::right, .dx = -8, .dy = -8});
            figure.text(60.0, 1.6e-2, "softsign",
                        {.align = Align::left, .color = Color::purple, .dx = 2, .dy = 9});
        });
}

void elu_expm1(Lab& lab)
{
    lab.figure(
        {.name = "elu_expm1",
         .caption =
             R"(Relative error of \f$ e^x - 1 \f$ computed as it stands, for \f$ x \f$ just )"
             R"(below 0: the digits that 1 and \f$ e^x \f$ share cancel. `expm1` has none. The )"
             R"(line is \f$ \varepsilon/\lvert x \rvert \f$, with )"
             R"(\f$ \varepsilon = 1.1 \cdot 10^{-16} \f$.)",
         .alt = "On logarithmic axes a ragged band of errors rises from 10⁻¹⁶ at |x| = 1 to 1 at "
                "|x| = 10⁻¹⁶, along a straight line.",
         .source = ""},
        [](Figure& figure) {
            figure.x_label("|x|");
            figure.y_label("relative error of e^{x} − 1");
            figure.log_x();
            figure.log_y();
            figure.x_range(1e-17, 1.0);
            figure.y_range(1e-17, 10.0);
            const Numbers sizes = powers_of_ten(-17.0, 0.0, 0.05);
            std::vector<double> error, bound;
            for (const double size : sizes) {
                const double off = relative_error(std::exp(-size) - 1.0, std::expm1(-size));
                error.push_back(off > 0.0 ? off : std::numeric_limits<double>::quiet_NaN());
                bound.push_back(1.1e-16 / size);
            }
            figure.points(sizes, error, {.color = meaning::error, .marker = Marker::dot});
            figure.line(sizes, bound,
                        {.color = meaning::bound, .dash = Dash::dashed, .width = 1.4});
            figure.text(1e-6, 1.1e-10, "ε/|x|",
                        {.align = Align::left, .color = meaning::bound, .dx = 6, .dy = 9});
            figure.text(3e-17, 1e-13, "e^{x} − 1 as it stands",
                        {.align = Align::left, .color = meaning::error});
        });
}

void selu_fixed_point(Lab& lab)
{
    lab.figure(
        {.name = "selu_fixed_point",
         .caption =
             "Mean and variance of all outputs, layer after layer, in a random network 128 units "
             R"(wide with weights of variance \f$ 1/n \f$ for \f$ n \f$ inputs. SELU is drawn to )"
             "mean 0 and variance 1 from an input with ½ and 4; with the others the variance dies "
             "out, or the mean stays away from 0.",
         .alt = "Two panels. The means: that of SELU near 0, those of the logistic function near "
                "½. The variances on a logarithmic axis: SELU at 1, tanh and ELU falling slowly, "
                "ReLU falling along a straight line.",
         .source = ""},
        [](Figure& figure) {
            const std::vector<Color> colors{meaning::selu, meaning::elu, meaning::relu,
                                            meaning::tanh, meaning::sigmoid};
            figure.grid(1, 2);
            figure.one_legend();
            const Numbers layers = indices(deep + 1);
            for (const bool variance : {false, true}) {
                figure.panel(variance ? "variance" : "mean");
                figure.x_label("layer");
                if (variance) {
                    figure.log_y();
                    figure.y_range(1e-10, 10.0);
                }
                for (std::size_t i = 0; i < deep_functions().size(); ++i) {
                    const auto& [name, f] = deep_functions()[i];
                    std::vector<double> y;
                    for (const Moments& m : through_layers(f))
                        y.push_back(variance ? m.variance : m.mean);
                    figure.line(layers, y, {.label = name, .color = colors[i]});
                }
            }
        });
}

void softmax_temperatures(Lab& lab)
{
    lab.figure(
        {.name = "softmax_temperatures",
         .caption =
             "Softmax of the same four scores 2, 1, ½ and −1, divided by a temperature "
             R"(\f$ T \f$. Cold, the largest score takes all; hot, all probabilities become )"
             "equal. The order never changes.",
         .alt = "Four bar charts of four probabilities. T = 0.2: almost all in class 1. T = 1: "
                "61, 22, 14 and 3 percent. T = 10: nearly equal bars.",
         .source = "decks A and B, softmax"},
        [](Figure& figure) {
            figure.size(860, 270);
            figure.grid(1, 4);
            for (double T : {0.2, 0.5, 1.0, 10.0}) {
                figure.panel(fmt::format("T = {}", T));
                figure.legend(Legend::none);
                figure.x_label("score");
                figure.y_label("p in %");
                figure.y_range(0.0, 115.0);
                figure.y_tics({0, 50, 100});
                const Matrix p = softmax(temperature_scores / T);
                figure.bar_chart({"2", "1", "½", "−1"},
                                 Numbers(Vector(100.0 * xt::view(p, 0, xt::all()))),
                                 {.color = Color::blue});
                for (std::size_t i = 0; i < 4; ++i)
                    figure.text(static_cast<double>(i), 100.0 * p(0, i),
                                fmt::format("{:.0f}", 100.0 * p(0, i)), {.dy = 10});
            }
        });
}

void softmax_jacobian_matrix(Lab& lab)
{
    lab.figure(
        {.name = "softmax_jacobian_matrix",
         .caption =
             "The Jacobian of softmax for four classes. Every row and every column adds up to "
             "0: what one probability wins, the others lose.",
         .alt = "A symmetric table of 4 by 4 numbers, above 0 on the diagonal and below 0 off it.",
         .source = "decks A and B, softmax"},
        [](Figure& figure) {
            const Matrix P = softmax(temperature_scores);
            const Vector p = xt::view(P, 0, xt::all());
            const bool phone = figure.on_phone(); // with less room for each number
            std::vector<std::string> rows, columns;
            for (std::size_t i = 0; i < 4; ++i) {
                rows.push_back(phone ? fmt::format("p_{{{}}}", i + 1)
                                     : fmt::format("p_{{{}}} = {:.3f}", i + 1, p(i)));
                columns.push_back(fmt::format("z_{{{}}}", i + 1));
            }
            figure.matrix(softmax_jacobian(p), rows, columns,
                          {.palette = Palette::diverging,
                           .from = -0.25,
                           .to = 0.25,
                           .label = "∂p_{i}/∂z_{j}",
                           .bar = !phone},
                          "%.3f");
        });
}

void jumps_of_derivatives(Lab& lab)
{
    lab.figure(
        {.name = "jumps_of_derivatives",
         .caption =
             R"(How much the difference quotients of order \f$ k \f$ from right and left differ, )"
             R"(against \f$ h \f$: at 0, but for tanh at ½. What is smooth falls in proportion )"
             R"(to \f$ h \f$; a jump stays: that of the step at \f$ k = 0 \f$, of ReLU at )"
             R"(\f$ k = 1 \f$, of ELU with \f$ \alpha = 1 \f$ at \f$ k = 2 \f$. Each function is )"
             "drawn up to its jump: beyond it both sides have the same quotient.",
         .alt = "Three panels for k = 0, 1 and 2 on logarithmic axes. In each one line is level, "
                "that of the step, of ReLU, of ELU; those of smoother functions fall to the left "
                "with slope 1.",
         .source = "decks A and B, table of activation functions: order of continuity"},
        [](Figure& figure) {
            struct Point {
                std::string name;
                Activation f;
                double at;
                int jumps; ///< the first k with a jump; 3: none here
                Style style;
            };
            const std::vector<Point> points{
                {"step", binary_step, 0.0, 0, {.color = meaning::step, .dash = Dash::solid}},
                {"ReLU", relu, 0.0, 1, {.color = meaning::relu, .dash = Dash::solid}},
                {"ELU", elu_with(1.0), 0.0, 2, {.color = meaning::elu, .dash = Dash::long_dashed}},
                {"tanh",
                 hyperbolic_tangent,
                 0.5,
                 3,
                 {.color = meaning::tanh, .dash = Dash::dotted}}};
            figure.size(860, 300);
            figure.grid(1, 3);
            const char* titles[] = {"k = 0: the value", "k = 1: the slope", "k = 2: the curvature"};
            for (int k = 0; k < 3; ++k) {
                figure.panel(titles[k]);
                figure.x_label("h");
                figure.y_label("difference");
                figure.log_x();
                figure.log_y();
                figure.x_range(1e-4, 1.0);
                figure.y_range(1e-5, 30.0);
                figure.x_tic_labels({{1e-4, "10^{-4}"}, {1e-2, "10^{-2}"}, {1.0, "1"}});
                double below = 0.0; // the names of smooth functions stand below each other
                for (const Point& point : points) {
                    if (point.jumps < k)
                        continue;
                    const Numbers steps = powers_of_ten(-4.0, 0.0, 0.1);
                    std::vector<double> y;
                    for (const double h : steps)
                        y.push_back(std::abs(derivative_jump(point.f, point.at, k, h)));
                    figure.line(steps, y, point.style);
                    if (point.jumps == k)
                        figure.text(1.5e-4, y.front(), point.name + " jumps",
                                    {.align = Align::left, .color = point.style.color, .dy = 11});
                    else
                        figure.text(2e-2, 2e-3, point.name,
                                    {.align = Align::left,
                                     .color = point.style.color,
                                     .dy = -16.0 * below++});
                }
            }
        });
}

} // namespace activations
