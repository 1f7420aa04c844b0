// The figures of chapter 2 in the plane; those in space are in figures_in_space.cpp.
#include "experiments.hpp"
#include "lab_parts.hpp"

#include <string>
#include <vector>

namespace xor_mlp {
namespace {

/// A little more than the unit square. With 100 samples no grid point lies on a unit's line.
const Plane around{-0.5, 1.5, -0.5, 1.5, 100};

/// Short: "-2", "0.5".
std::string words(double number)
{
    std::string text = std::to_string(number);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.')
        text.pop_back();
    return text;
}

/// The four corners, full where XOR is 1.
void draw_corners(Figure& figure)
{
    figure.points({0, 1}, {0, 1},
                  {.color = Color::black, .marker = Marker::open_circle, .size = 1.6});
    figure.points({0, 1}, {1, 0}, {.color = Color::black, .marker = Marker::circle, .size = 1.6});
}

/// The line on which a unit's weighted sum is 0, from x1 = `from` to `to`.
void draw_border(Figure& figure, const Unit& unit, double from, double to, const Style& style)
{
    const auto x2 = [&](double x1) { return -(unit.w(0) * x1 + unit.b) / unit.w(1); };
    figure.line({from, to}, {x2(from), x2(to)}, style);
}

void draw_network(Graph& graph)
{
    const xor_mlp::Network net = xor_network();
    const auto bias = [](double b) { return "b = " + words(b); };
    graph.layer("inputs", {{.id = "x1", .label = "x_{1}"}, {.id = "x2", .label = "x_{2}"}});
    graph.layer("hidden layer",
                {{.id = "h1", .label = "h_{1}", .bias = bias(net.hidden.b(0)), .note = "NAND"},
                 {.id = "h2", .label = "h_{2}", .bias = bias(net.hidden.b(1)), .note = "OR"}});
    graph.layer("output",
                {{.id = "y", .label = "y", .bias = bias(net.output.b(0)), .note = "AND"}});
    for (std::size_t i = 0; i < 2; ++i) {
        const std::string input = i == 0 ? "x1" : "x2";
        const std::string hidden = i == 0 ? "h1" : "h2";
        for (std::size_t j = 0; j < 2; ++j) {
            graph.edge(input, j == 0 ? "h1" : "h2",
                       {.label = words(net.hidden.W(i, j)),
                        .value = net.hidden.W(i, j),
                        .emphasis = j == 0 ? Emphasis::strong : Emphasis::second});
        }
        graph.edge(hidden, "y", {.label = words(net.output.W(i, 0)), .value = net.output.W(i, 0)});
    }
}

void draw_hidden_plane(Figure& figure)
{
    const xor_mlp::Network net = xor_network();
    figure.grid(1, 2);

    figure.panel("the inputs: two lines are needed");
    figure.regions(around, [](double x1, double x2) { return xor_gate(x1, x2); },
                   {.border = false});
    draw_border(figure, nand_unit(), -0.5, 1.5, {.color = Color::vermilion, .dash = Dash::solid});
    figure.text(0.75, 0.75, "NAND",
                {.color = Color::vermilion, .dx = 10, .dy = 10, .rotation = -45});
    draw_border(figure, or_unit(), -0.5, 1.5, {.color = Color::blue, .dash = Dash::dashed});
    figure.text(0.75, -0.25, "OR", {.color = Color::blue, .dx = -10, .dy = -10, .rotation = -45});
    draw_corners(figure);
    for (std::size_t i = 0; i < 4; ++i) {
        const Vector x = xt::row(corners, i);
        figure.text(x(0), x(1), "(" + words(x(0)) + ", " + words(x(1)) + ")", {.dy = 16});
    }
    figure.ranges(around);
    figure.equal_aspect();
    figure.x_label("x_{1}");
    figure.y_label("x_{2}");

    figure.panel("the hidden units: one line is enough");
    const Matrix H = hidden_space(corners, net.hidden);
    const Unit out = and_unit();
    figure.regions(around, [&](double h1, double h2) { return mlp({h1, h2}, out.w, out.b); },
                   {.border = false});
    draw_border(figure, out, -0.5, 1.5, {.color = Color::black, .dash = Dash::solid});
    figure.text(0.5, 0.5, "AND, b = " + words(out.b), {.dx = -10, .dy = -10, .rotation = -45});
    draw_border(figure, {out.w, -1.5}, 0.0, 1.5, {.color = Color::grey, .dash = Dash::dotted});
    figure.text(0.75, 0.75, "b = -1.5",
                {.color = Color::grey, .dx = 10, .dy = 10, .rotation = -45});
    for (std::size_t i = 0; i < 4; ++i) {
        const bool one = xor_gate(corners(i, 0), corners(i, 1)) > 0;
        figure.points({H(i, 0)}, {H(i, 1)},
                      {.color = Color::black,
                       .marker = one ? Marker::circle : Marker::open_circle,
                       .size = 1.6});
    }
    // The inputs that land on a point are written beside it, where there is room.
    for (const Vector& point : {Vector{0, 0}, Vector{0, 1}, Vector{1, 0}, Vector{1, 1}}) {
        std::string from;
        for (std::size_t i = 0; i < 4; ++i) {
            if (H(i, 0) == point(0) && H(i, 1) == point(1)) {
                from += from.empty() ? "" : ", ";
                from += "(" + words(corners(i, 0)) + ", " + words(corners(i, 1)) + ")";
            }
        }
        if (point(0) + point(1) > 1.5)
            figure.text(point(0), point(1), from, {.dy = 16});
        else
            figure.text(point(0), point(1), from, {.align = Align::right, .dx = -6, .dy = -12});
    }
    figure.ranges(around);
    figure.equal_aspect();
    figure.x_label("h_{1} (NAND)");
    figure.y_label("h_{2} (OR)");
}

void draw_regions(Figure& figure)
{
    const Plane fine{-0.5, 1.5, -0.5, 1.5, 200};
    const Matrix hard = forward(fine.points(), xor_network());
    const auto panel = [&](const std::string& title, const Field& field) {
        figure.panel(title);
        figure.heat_map(fine, field,
                        {.palette = Palette::diverging, .from = 0, .to = 1, .label = "output y"});
        figure.contour(fine, field, {0.5}, {.color = Color::black, .width = 2.0});
        draw_corners(figure);
        figure.ranges(fine);
        figure.x_tics({0, 1});
        figure.y_tics({0, 1});
        figure.equal_aspect();
        figure.x_label("x_{1}");
        figure.y_label("x_{2}");
        figure.legend(Legend::none);
    };
    figure.grid(1, 3);
    figure.size(860, 340);
    panel("steps", xt::col(hard, 0));
    panel("sigmoids, the same numbers",
          [](double x1, double x2) { return soft_xor(x1, x2, 1, and_unit().b); });
    panel("b_{2} = -1.5, weights × 10",
          [](double x1, double x2) { return soft_xor(x1, x2, 10, -1.5); });
}

void draw_steepness(Figure& figure)
{
    for (const double scale : {1.0, 2.0, 10.0}) {
        figure.function([&](double z) { return sigmoid_unit({z}, {scale}, 0.0); }, -4, 4,
                        {.label = scale == 1 ? "σ(z)" : "σ(" + words(scale) + "z)"});
    }
    figure.line({-4, 0}, {0, 0}, {.label = "step", .color = Color::black, .dash = Dash::dotted});
    figure.line({0, 4}, {1, 1}, {.color = Color::black, .dash = Dash::dotted});
    figure.points({0}, {0}, {.color = Color::black, .marker = Marker::circle});
    figure.points({0}, {1}, {.color = Color::black, .marker = Marker::open_circle});
    figure.x_range(-4, 4);
    figure.y_range(-0.05, 1.05);
    figure.x_label("weighted sum z");
    figure.y_label("output of the unit");
}

void draw_stack(Graph& graph)
{
    const std::vector<std::size_t> counts = parameter_counts(1, stack_units);
    graph.layer("input", "x", 1);
    for (std::size_t l = 0; l < stack_units.size(); ++l) {
        graph.layer("Dense(" + std::to_string(stack_units[l]) + ")\n" +
                        std::to_string(counts.at(l)) + " parameters",
                    "layer" + std::to_string(l) + "_", stack_units[l]);
    }
    graph.connect_all();
}

void draw_collapse(Figure& figure)
{
    const std::vector<Layer> layers = drawn_stack();
    // All three layers of the stack in one, two at a time.
    const Layer one = collapse(collapse(layers[0], layers[1]), layers[2]);
    const auto linear = [&](double x) {
        Matrix H{{x}};
        for (const Layer& layer : layers) {
            const Matrix Z = matmul(H, layer.W) + layer.b;
            H = Z;
        }
        return H(0, 0);
    };
    figure.grid(1, 2);
    figure.panel("without activation");
    figure.function(linear, -2, 2, {.color = Color::blue, .dash = Dash::solid}, 41);
    const Numbers at = linspace(-2, 2, 9);
    std::vector<double> collapsed;
    for (const double x : at)
        collapsed.push_back(one.W(0, 0) * x + one.b(0));
    figure.points(at, collapsed, {.color = Color::vermilion, .marker = Marker::circle});
    figure.text(-1.9, collapsed.back(), "line: three layers\npoints: one, W′ and b′",
                {.align = Align::left, .dy = -4});
    figure.x_label("x");
    figure.y_label("y");

    figure.panel("with a sigmoid in every layer");
    figure.function([&](double x) { return forward_stack({{x}}, layers)(0, 0); }, -2, 2);
    figure.x_label("x");
    figure.y_label("y");
}

} // namespace

void xor_network(Lab& lab)
{
    lab.graph({.name = "xor_network",
               .caption =
                   "The network that computes XOR, with its weights on the arrows and its biases. "
                   R"(The arrows into \f$ h_1 \f$ (NAND) are red, those into \f$ h_2 \f$ (OR) )"
                   R"(blue: each colour is one column of \f$ W_1 \f$.)",
               .alt = "Two inputs, two hidden units and one output as circles with arrows from "
                      "left to right. Into h1 both weights are -2, bias 3; into h2 both are 2, "
                      "bias -1; into y both are 1, bias -1.",
               .source = "decks A and B, structure with weights and biases filled in"},
              draw_network);
}

void hidden_plane(Lab& lab)
{
    lab.figure({.name = "hidden_plane",
                .caption =
                    "In the plane of the inputs no single line parts the full from the open "
                    "points of XOR; the NAND line and the OR line together do. In the plane of "
                    "the hidden units two of the four points fall together, and one line is "
                    "enough. The line with bias −1 runs exactly through the two open points.",
                .alt = "Two panels. In the left one the four corners of a square with two parallel "
                       "falling lines, the two corners with XOR 1 between them. In the right one "
                       "three points, (1, 0) and (0, 1) open and (1, 1) full, and a falling line "
                       "through the open ones.",
                .source = "decks A and B, multilayer perceptron"},
               draw_hidden_plane);
}

void decision_regions(Lab& lab)
{
    lab.figure(
        {.name = "decision_regions",
         .caption =
             "The same network with steps and with sigmoids; blue is 1, orange 0, and the line "
             "is where the output is ½. With the numbers made for steps the sigmoid network "
             "is above ½ everywhere, so it has no line; weights ten times as "
             "large and an output bias between the corners bring the strip back.",
         .alt = "Three panels over the input plane. The first is blue in a diagonal strip "
                "and orange outside, the second a nearly even pale blue, the third a "
                "blue strip with soft edges.",
         .source = "decks A and B, multilayer perceptron"},
        draw_regions);
}

void sigmoid_steepness(Lab& lab)
{
    lab.figure({.name = "sigmoid_steepness",
                .caption = "The larger the weights, the more a sigmoid looks like the step. At "
                           R"(\f$ z = 0 \f$ it is ½ whatever they are, where the step is 0.)",
                .alt = "Three S-shaped curves through the height one half, each steeper than the "
                       "one before, and a step from 0 to 1.",
                .source = "decks A and B, structure of a multilayer perceptron"},
               draw_steepness);
}

void dense_stack(Lab& lab)
{
    lab.graph({.name = "dense_stack",
               .caption = "`Dense(5, input_dim=1)`, `Dense(3)`, `Dense(1)`: an arrow is a weight, "
                          "a circle after the input has a bias.",
               .alt = "One input, then layers of five, three and one circles, every circle joined "
                      "to every circle of the next layer.",
               .source = "decks A and B, hidden layers with TensorFlow"},
              draw_stack);
}

void collapse(Lab& lab)
{
    lab.figure({.name = "collapse",
                .caption =
                    "Three layers 1 → 5 → 3 → 1 with the same weights. Without activation they "
                    "are one straight line, and the layer that `collapse` gives lies on it. With "
                    "a sigmoid in every layer the line bends.",
                .alt = "Two panels. On the left a straight line with points on it, on the right a "
                       "curve that is not straight.",
                .source = "deck C, page 1"},
               draw_collapse);
}

} // namespace xor_mlp
