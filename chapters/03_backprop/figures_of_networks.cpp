// The figures of chapter 3 that show networks with the numbers of a forward and a backward pass.
#include "experiments.hpp"
#include "lab_parts.hpp"

#include <fmt/format.h>

#include <cmath>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace backprop {
namespace {

/// What is written in the circles and on the arrows of the 2-2-2 network.
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

/// An arrow from one unit to another, between their circles and a little to the side, so that one
/// in the other direction has room.
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

void descent_and_backprop(Lab& lab)
{
    lab.figure(
        {.name = "descent_and_backprop",
         .caption =
             "A single unit: its miss is the slope at its output, and descent needs no more. Many "
             "layers: only the outputs have targets, so the slopes of the hidden units must be "
             "sent back along the weights.",
         .alt = "Left a unit with two inputs and an arrow of error that reaches its weights "
                "directly. Right a 2-2-2 network whose error arrows run back from both outputs "
                "through every weight to the hidden units.",
         .source = "decks A and B, single perceptron: descent; multi-layer perceptron: "
                   "backpropagation"},
        [](Figure& figure) {
            const Style forth{.color = Color::grey, .width = 1.6};
            const Style back{.color = Color::vermilion, .width = 2.4};
            const auto panel = [&](const std::string& title, double x_from, double x_to) {
                figure.panel(title);
                figure.no_axes();
                figure.equal_aspect();
                figure.x_range(x_from, x_to);
                figure.y_range(-0.9, 2.7);
            };
            figure.size(840, 350);
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
}

void forward_pass(Lab& lab)
{
    lab.graph({.name = "forward_pass",
               .caption =
                   "The forward pass of the worked example: weights on the arrows, biases on the "
                   "small nodes, what comes out of each unit in its circle.",
               .alt = "A 2-2-2 network with inputs 0.6 and −0.4, hidden outputs 0.6770 and 0.3143, "
                      "outputs 0.4542 and 0.5123, and the weight on every arrow.",
               .source = "decks A and B, forward pass"},
              [](Graph& graph) {
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
}

void output_update(Lab& lab)
{
    lab.graph(
        {.name = "output_update",
         .caption =
             R"(The way back, first half: each output's \f$ \delta_o \f$ in its circle, and on )"
             R"(every arrow into it the gradient \f$ \delta_o\, y_h \f$, which moves that )"
             "weight.",
         .alt = "The same network; the output units show −0.1105 and 0.0780, and the four arrows "
                "into them carry the gradients of w31, w32, w41 and w42.",
         .source = "deck B, update of the output layer"},
        [](Graph& graph) {
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
                        {.label = fmt::format("∂E/∂{}\n= {}", weight_name(to + 3, from + 1),
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
}

void hidden_update(Lab& lab)
{
    lab.graph(
        {.name = "hidden_update",
         .caption =
             R"(The way back, second half: every output's \f$ \delta_o \f$ comes back multiplied )"
             "by the weight it came along (red); their sum, times the slope of the hidden unit, "
             R"(is its \f$ \delta_h \f$, and that times the input is the gradient of a hidden )"
             "weight (blue).",
         .alt = "The same network; four red arrows run back from the outputs with the products of "
                "δ and weight, the hidden units show 0.0320 and −0.0179, and four blue arrows "
                "carry the gradients of w11, w12, w21 and w22.",
         .source = "deck B, update of the hidden layer (with erratum 1 mended)"},
        [](Graph& graph) {
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
                        {.label = fmt::format("∂E/∂{}\n= {}", weight_name(to + 1, from + 1),
                                              drawn(gradient)),
                         .value = gradient,
                         .emphasis = Emphasis::second});
                    labels.second.push_back(
                        {.label = fmt::format("δ_{{o{}}} {}\n= {}", to + 1,
                                              weight_name(to + 3, from + 1), drawn(share)),
                         .value = share,
                         .emphasis = Emphasis::strong,
                         .backward = true});
                }
            draw_network(
                graph, labels,
                {"inputs", "hidden layer\nδ_{h} = (Σ δ_{o} w) y_{h} (1 − y_{h})", "output layer"});
        });
}

} // namespace backprop
