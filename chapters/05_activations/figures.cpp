// The figures of chapter 5 about each function and the family of ReLU; those about softmax, fixed
// points and rounding are in figures_of_numerics.cpp.
#include "experiments.hpp"
#include "lab_parts.hpp"

#include "common/plot/meaning.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace activations {
namespace {

const Style value_style{.label = "f(x)", .color = meaning::function, .dash = Dash::solid};
const Style slope_style{.label = "f′(x)", .color = meaning::slope, .dash = Dash::dashed};

bool jumps_at_zero(const Activation& f)
{
    return std::abs(at(f, 1e-9) - at(f, 0.0)) > 1e-6;
}

/// A curve from −4 to 4. If it jumps at 0, a full dot marks its value there and an open dot the
/// other end of the jump.
void curve(Figure& figure, const Activation& f, Style style, double size = 1.0)
{
    const auto value = [&](double x) { return at(f, x); };
    if (!jumps_at_zero(f)) {
        figure.function(value, -4.0, 4.0, style);
        return;
    }
    figure.function([&](double x) { return value(std::max(x, 1e-9)); }, 0.0, 4.0, style, 201);
    style.label = "";
    figure.function(value, -4.0, 0.0, style, 201);
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
    if (pair.low < -4.0)
        figure.y_tics({-4, -2, 0, 2, 4});
    figure.zero_lines();
    curve(figure, pair.f, value_style);
    curve(figure, pair.slope, slope_style);
}

/// The words of one of the eleven figures.
struct PairFigure {
    std::string name;
    std::string caption;
    std::string alt;
    std::string source;
};

/// In the order of pairs().
const std::vector<PairFigure> pair_figures{
    {"activation_identity",
     "The identity and its slope, 1 everywhere. A layer with it stays linear.",
     "A line through the origin, and a horizontal line at 1.",
     "decks A and B, table of activation functions"},
    {"activation_binary_step",
     "The binary step. The full dot is the value at 0, by the rule of the lower branch. Its slope "
     "is 0 on either side: descent learns nothing from it.",
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
     R"(arctan and its slope. It comes to its ends \f$ \pm\pi/2 \f$ slowly, so its slope has )"
     "long tails.",
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
     "of the left side.",
     "Zero up to 0, then a line of slope 1; the slope is 0 and then 1, with a full dot at (0, 0) "
     "and an open one at (0, 1).",
     "decks A and B, ReLU and table of activation functions"},
    {"activation_leaky_relu",
     "Leaky ReLU. The lower branch is hard to see, and its slope of 0.01 hard to tell from 0, but "
     "a unit that is below 0 for all examples can still come back.",
     "As ReLU, the lower branch just below the axis; the slope is 0.01 and then 1.",
     "decks A and B, table of activation functions; deck E, leaky ReLU"},
    {"activation_prelu",
     R"(PReLU with \f$ \alpha = 0.25 \f$. The dotted curve is )"
     R"(\f$ \partial f/\partial\alpha \f$, by which \f$ \alpha \f$ is learned: \f$ x \f$ below )"
     "0, nothing above.",
     "A line of slope 0.25 below 0 and 1 above; the slope jumps from 0.25 to 1; a dotted line of "
     "slope 1 below 0 that stays 0 above.",
     "decks A and B, list after ReLU"},
    {"activation_elu",
     R"(ELU with \f$ \alpha = 0.5 \f$. With this \f$ \alpha \f$ there is a corner at 0: the slope )"
     R"(jumps from \f$ \alpha \f$ to 1. Dotted: \f$ \partial f/\partial\alpha \f$.)",
     "A curve that comes from −0.5, passes the origin and goes on as a line; its slope rises to "
     "0.5 and jumps to 1; a dotted curve from −1 to 0.",
     "decks A and B, list after ReLU"},
    {"activation_selu",
     "SELU. Just below 0 it is steeper than above: the slope jumps down from "
     R"(\f$ \lambda\alpha = 1.758 \f$ to \f$ \lambda = 1.051 \f$.)",
     "A curve that comes from −1.76, passes the origin and goes on as a line of slope 1.05; the "
     "slope rises to 1.76 and jumps down to 1.05.",
     "decks A and B, list after ReLU"}};

} // namespace

/// The figures of the single functions: activation_identity, …, activation_selu.
void activation_pairs(Lab& lab)
{
    const std::vector<Pair> drawn = pairs();
    for (std::size_t i = 0; i < drawn.size(); ++i) {
        const PairFigure& words = pair_figures[i];
        lab.figure(
            {.name = words.name,
             .caption = words.caption,
             .alt = words.alt,
             .source = words.source},
            [pair = drawn[i]](Figure& figure) {
                draw_pair(figure, pair);
                const Style dotted{.label = "∂f/∂α", .color = Color::green, .dash = Dash::dotted};
                if (pair.name.rfind("PReLU", 0) == 0)
                    curve(
                        figure, [](const Matrix& X) { return prelu_alpha_slope(X, prelu_example); },
                        dotted);
                if (pair.name.rfind("ELU", 0) == 0)
                    curve(
                        figure, [](const Matrix& X) { return elu_alpha_slope(X, elu_example); },
                        dotted);
            });
    }
}

void activation_table(Lab& lab)
{
    lab.figure(
        {.name = "activation_table",
         .caption =
             R"(Eleven activation functions at a glance: \f$ f \f$ in full, \f$ f' \f$ dashed. A )"
             "full dot is the value at 0.",
         .alt =
             "Eleven small panels: identity, binary step, logistic, tanh, arctan, softsign, ReLU, "
             "leaky ReLU, PReLU, ELU and SELU, each with its slope.",
         .source = "decks A and B, table of activation functions"},
        [](Figure& figure) {
            figure.size(860, 640);
            figure.grid(3, 4);
            for (const Pair& pair : pairs()) {
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
}

void tanh_against_sigma(Lab& lab)
{
    lab.figure(
        {.name = "tanh_against_sigma",
         .caption =
             "The values: tanh runs from −1 to 1 around 0, σ from 0 to 1 around ½; the circles "
             R"(are \f$ 2\,\sigma(2x) - 1 \f$ and lie on tanh. The slopes: at most 1 for tanh )"
             "and ¼ for σ, not 0.3.",
         .alt = "Two panels. The values: two S-shaped curves with circles on the taller one. The "
                "slopes: two bells with the peaks 1 and 0.25, and a dotted line at 0.3 above the "
                "lower one.",
         .source = "decks A and B, hyperbolic tangent; erratum 4"},
        [](Figure& figure) {
            figure.grid(1, 2);
            figure.panel("values");
            figure.x_label("x");
            figure.x_range(-4.0, 4.0);
            figure.y_range(-1.2, 1.2);
            figure.zero_lines();
            figure.function([](double x) { return at(hyperbolic_tangent, x); }, -4.0, 4.0,
                            {.color = meaning::tanh, .dash = Dash::solid});
            figure.function([](double x) { return at(logistic, x); }, -4.0, 4.0,
                            {.color = meaning::sigmoid, .dash = Dash::dashed});
            std::vector<double> x, y;
            for (double t = -3.5; t < 3.6; t += 0.5) {
                x.push_back(t);
                y.push_back(2.0 * at(logistic, 2.0 * t) - 1.0);
            }
            figure.points(x, y, {.color = Color::black, .marker = Marker::open_circle});
            figure.text(0.9, 0.55, "tanh x", {.align = Align::left, .color = meaning::tanh});
            figure.text(-1.4, 0.32, "σ(x)", {.align = Align::right, .color = meaning::sigmoid});
            figure.text(-0.6, -0.85, "circles: 2σ(2x) − 1", {.align = Align::left});
            figure.panel("slopes");
            figure.x_label("x");
            figure.x_range(-4.0, 4.0);
            figure.y_range(0.0, 1.1);
            figure.y_tics({0, 0.25, 0.5, 0.75, 1});
            figure.function([](double t) { return at(hyperbolic_tangent_slope, t); }, -4.0, 4.0,
                            {.color = meaning::tanh, .dash = Dash::solid});
            figure.function([](double t) { return at(logistic_slope, t); }, -4.0, 4.0,
                            {.color = meaning::sigmoid, .dash = Dash::dashed});
            figure.text(0.75, 0.75, "tanh′", {.align = Align::left, .color = meaning::tanh});
            figure.text(2.0, 0.17, "σ′", {.align = Align::left, .color = meaning::sigmoid});
            figure.horizontal(0.3, {.color = Color::grey, .dash = Dash::dotted, .width = 1.4});
            figure.text(-3.9, 0.3, "0.3", {.align = Align::left, .dy = 10});
        });
}

void relu_family(Lab& lab)
{
    lab.figure(
        {.name = "relu_family",
         .caption =
             "The ReLU family over each other, and their slopes (the dots are the slopes at 0). "
             R"(Above 0 all are one line but SELU, which is \f$ \lambda \f$ times as steep; )"
             "below, the lines go on without end, and the exponentials come to rest at "
             R"(\f$ -\alpha \f$ and \f$ -\lambda\alpha \f$.)",
         .alt = "Five curves that share the line above 0 and part below: ReLU and leaky ReLU near "
                "0, PReLU a line, ELU and SELU bending to −0.5 and −1.76. Then their slopes, each "
                "with a jump at 0, SELU's downwards.",
         .source = "decks A and B, list after ReLU; deck E, leaky ReLU"},
        [](Figure& figure) {
            const std::vector<std::pair<std::size_t, Style>> family{
                {6, {.color = meaning::relu, .dash = Dash::solid}},
                {7, {.color = meaning::leaky_relu, .dash = Dash::dashed}},
                {8, {.color = meaning::prelu, .dash = Dash::dash_dot}},
                {9, {.color = meaning::elu, .dash = Dash::long_dashed}},
                {10, {.color = meaning::selu, .dash = Dash::solid}}};
            const auto name = [&](double x, double y, const char* text, Color color, double dy,
                                  Align align = Align::left) {
                figure.text(x, y, text, {.align = align, .color = color, .dy = dy});
            };
            figure.size(860, 430);
            figure.grid(1, 2);
            figure.panel("values");
            figure.x_label("x");
            figure.x_range(-4.0, 2.0);
            figure.y_range(-2.0, 2.2);
            figure.zero_lines();
            for (const auto& [i, style] : family) {
                const Activation f = pairs()[i].f;
                figure.function([&](double x) { return at(f, x); }, -4.0, 2.0, style, 241);
            }
            name(-3.9, 0.0, "ReLU,", meaning::relu, 11.0);
            name(-2.95, 0.0, "leaky ReLU", meaning::leaky_relu, 11.0);
            name(-3.9, -0.49, "ELU", meaning::elu, 9.0);
            name(-2.9, -0.72, "PReLU", meaning::prelu, -11.0);
            name(-3.0, -1.67, "SELU", meaning::selu, 11.0);
            figure.panel("slopes");
            figure.x_label("x");
            figure.x_range(-4.0, 2.0);
            figure.y_range(-0.3, 2.0);
            for (const auto& [i, style] : family) {
                const Activation f = pairs()[i].slope;
                figure.function([&](double x) { return at(f, x); }, -4.0, 0.0, style, 161);
                figure.function([&](double x) { return at(f, std::max(x, 1e-9)); }, 0.0, 2.0, style,
                                81);
                figure.points({0.0}, {at(f, 0.0)},
                              {.color = style.color, .marker = Marker::circle, .size = 0.8});
            }
            name(-3.9, 0.0, "ReLU,", meaning::relu, -11.0);
            name(-2.95, 0.0, "leaky ReLU", meaning::leaky_relu, -11.0);
            name(-3.9, 0.25, "PReLU", meaning::prelu, 10.0);
            name(-0.1, 0.5, "ELU", meaning::elu, 6.0, Align::right);
            name(-0.85, 0.75, "SELU", meaning::selu, 8.0, Align::right);
            name(1.9, 1.05, "SELU", meaning::selu, 11.0, Align::right);
            name(1.9, 1.0, "the others", Color::black, -12.0, Align::right);
        });
}

} // namespace activations
