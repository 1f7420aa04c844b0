// The figures of chapter 1 about one unit and the gates; those about learning are in
// figures_of_learning.cpp.
#include "experiments.hpp"
#include "lab_parts.hpp"

#include <cmath>
#include <string>

namespace perceptron {
namespace {

/// The line of a unit, "x1 + 2 x2 = 1.5".
std::string line_of(const Unit& unit)
{
    const auto term = [](double w, const std::string& x) {
        return (std::abs(w) == 1 ? "" : words(std::abs(w)) + " ") + x;
    };
    return (unit.w(0) < 0 ? "−" : "") + term(unit.w(0), "x_{1}") + (unit.w(1) < 0 ? " − " : " + ") +
           term(unit.w(1), "x_{2}") + " = " + words(-unit.b);
}

void draw_line(Figure& figure)
{
    const auto y = [](double x) { return weighted_sum({x}, {0.5}, 1.0); };
    figure.function(y, -4, 6, {.color = Color::blue});
    figure.line({2, 4, 4}, {y(2), y(2), y(4)},
                {.color = Color::vermilion, .dash = Dash::dashed, .marker = Marker::none});
    figure.text(2, y(2), "2 to the right",
                {.align = Align::left, .color = Color::vermilion, .dx = 4, .dy = -12});
    figure.text(4, 0.5 * (y(2) + y(4)), "2w = 1 up",
                {.align = Align::left, .color = Color::vermilion, .dx = 8});
    figure.points({0}, {y(0)}, {.color = Color::black, .marker = Marker::circle, .size = 1.3});
    figure.text(0, y(0), "intercept b = 1", {.align = Align::right, .dx = -8, .dy = 10});
    figure.points({-2}, {0}, {.color = Color::black, .marker = Marker::open_circle, .size = 1.3});
    figure.text(-2, 0, "y = 0 at x = −b/w = −2", {.align = Align::left, .dx = 6, .dy = -14});
    figure.zero_lines();
    figure.x_label("x");
    figure.y_label("y = wx + b");
    figure.x_range(-4, 6);
    figure.y_range(-1.5, 4.5);
    figure.legend(Legend::none);
}

void draw_step(Figure& figure)
{
    // The line right of 0 begins at the edge of the open point and does not cross it.
    const Style style{.color = Color::blue, .dash = Dash::solid};
    figure.line({-3, 0}, {step_activation(-3), step_activation(-1e-9)}, style);
    figure.line({0.055, 3}, {step_activation(0.055), step_activation(3)}, style);
    figure.points({0}, {step_activation(0)},
                  {.color = Color::blue, .marker = Marker::circle, .size = 1.5});
    figure.points({0}, {1 - step_activation(0)},
                  {.color = Color::blue, .marker = Marker::open_circle, .size = 1.5});
    figure.text(0, step_activation(0), "f(0) = " + words(step_activation(0)),
                {.align = Align::left, .dx = 10, .dy = 14});
    figure.x_label("weighted sum z");
    figure.y_label("f(z)");
    figure.x_range(-3, 3);
    figure.y_range(-0.2, 1.2);
    figure.y_tics({0, 1});
    figure.legend(Legend::none);
}

void draw_gates(Figure& figure)
{
    figure.grid(2, 2);
    figure.columns_on_phone(2);
    const auto panel = [&](const std::string& name, const Unit& unit, const Vector& targets) {
        figure.panel(name + ": " + line_of(unit));
        draw_answers(figure, unit);
        draw_square(figure, targets);
    };
    panel("AND", and_gate(), and_column);
    panel("OR", or_gate(), or_column);
    panel("NAND", nand_gate(), nand_column);

    figure.panel("XOR: no line");
    for (const Unit& unit : {and_gate(), or_gate(), Unit{{1, -1}, -0.5}, Unit{{1, -1}, 0.5}})
        draw_border(figure, unit, {.color = Color::grey, .dash = Dash::dashed, .width = 1.5});
    draw_square(figure, xor_column);
}

void draw_perceptron(Graph& graph)
{
    const Unit unit = and_gate();
    const Vector x{1, 1};
    const double z = weighted_sum(x, unit.w, unit.b);
    graph.layer("inputs", {{.id = "x1", .label = "x_{1}", .value = words(x(0))},
                           {.id = "x2", .label = "x_{2}", .value = words(x(1))}});
    graph.layer("weighted sum",
                {{.id = "z", .label = "z", .value = words(z), .bias = "b = " + words(unit.b)}});
    graph.layer("output", {{.id = "y", .label = "y", .value = words(classify(x, unit))}});
    graph.edge("x1", "z", {.label = "w_{1} = " + words(unit.w(0)), .value = unit.w(0)});
    graph.edge("x2", "z", {.label = "w_{2} = " + words(unit.w(1)), .value = unit.w(1)});
    graph.edge("z", "y", {.label = "step f"});
}

} // namespace

void line_slope_intercept(Lab& lab)
{
    lab.figure({.name = "line_slope_intercept",
                .caption =
                    R"(The line \f$ y = wx + b \f$ with \f$ w = \tfrac12 \f$ and \f$ b = 1 \f$. )"
                    R"(The weight is the slope, the bias the height at \f$ x = 0 \f$; the sum )"
                    R"(changes its sign at \f$ -b/w \f$.)",
                .alt = "A rising straight line that crosses the y axis at 1 and the x axis at −2; "
                       "a triangle shows that it rises by 1 over a distance of 2.",
                .source = "decks A and B, weights, weighted sum, bias, activation function"},
               draw_line);
}

void step_activation(Lab& lab)
{
    lab.figure({.name = "step_activation",
                .caption = "The step activation. The full point belongs to the graph, the open one "
                           "does not: at exactly 0 the value is 0.",
                .alt = "A graph that is 0 up to and including z = 0 and jumps to 1 right of it.",
                .source = "decks A and B, weights, weighted sum, bias, activation function"},
               draw_step);
}

void perceptron_graph(Lab& lab)
{
    lab.graph({.name = "perceptron_graph",
               .caption = "The AND perceptron at (1, 1): each input times its weight, all added up "
                          "with the bias, and the step of the sum.",
               .alt = "Two inputs with arrows that carry the weights 1 and 1 into a unit z, which "
                      "also gets the bias −1.5; an arrow called step f leads on to the output 1.",
               .source = "decks A and B, perceptron"},
              draw_perceptron);
}

void gates(Lab& lab)
{
    lab.figure({.name = "gates",
                .caption = "AND, OR and NAND with their lines; full points must give 1, open ones "
                           "0, and the unit answers 1 on the blue side. Each of the lines tried "
                           "on XOR leaves a point on the wrong side.",
                .alt = "Four unit squares. In the first three a line cuts the corners with 1 from "
                       "those with 0. In the last, XOR's full corners lie on one diagonal and the "
                       "open ones on the other, and none of four dashed lines parts them.",
                .source = "decks A and B, limits of the perceptron"},
               draw_gates);
}

} // namespace perceptron
