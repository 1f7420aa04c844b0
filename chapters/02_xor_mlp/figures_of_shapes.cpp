// The figures of chapter 2 that show layers and their shapes: how many units, how many weights.
#include "experiments.hpp"
#include "lab_parts.hpp"

#include <fmt/format.h>

#include <array>
#include <cstddef>
#include <numeric>
#include <string>
#include <vector>

namespace xor_mlp {
namespace {

/// A layer that is not square: three inputs, two units.
const Layer oblong{{{0.4, -1.5}, {-0.7, 0.8}, {1.2, 0.3}}, {0.5, -0.2}};
constexpr std::array unit_color{Color::vermilion, Color::blue};
constexpr std::array unit_dash{Dash::solid, Dash::dashed};

std::string index_of(const std::string& letter, std::size_t i)
{
    return fmt::format("{}_{{{}}}", letter, i + 1);
}

void draw_unit(Figure& figure, double x, double y, double radius, const std::string& label,
               Color color)
{
    figure.ellipse(x, y, radius, radius, {.color = Color::white, .width = 0.0, .opacity = 1.0});
    figure.ellipse(x, y, radius, radius, {.color = color, .width = 1.8, .opacity = 0.2});
    figure.text(x, y, label, {.size = 1.1});
}

/// A cell of the matrix, in the colour of its unit.
void draw_cell(Figure& figure, double x, double y, double value, std::size_t unit)
{
    figure.rectangle(x - 34, y - 25, x + 34, y + 25,
                     {.color = unit_color[unit], .width = 1.4, .opacity = 0.2});
    figure.text(x, y, fmt::format("{}", value), {.size = 1.15});
}

// An input is as high as its row of the matrix.
void draw_weight_matrix(Figure& figure)
{
    constexpr std::array row{286.0, 206.0, 126.0};
    constexpr std::array unit_y{256.0, 156.0};
    constexpr std::array column{430.0, 512.0};
    constexpr double bias_y = 36;
    const bool on_phone = figure.on_phone();
    // On a phone the matrix stands below the arrows.
    const double right = on_phone ? -325 : 0;
    const double down = on_phone ? 340 : 0;
    figure.size(on_phone ? 342 : 560, on_phone ? 712 : 395);
    figure.no_axes();
    figure.equal_aspect();
    figure.legend(Legend::none);
    figure.x_range(on_phone ? -30 : 5, on_phone ? 340 : 612);
    figure.y_range(on_phone ? -348 : -2, on_phone ? 422 : 412);

    for (std::size_t j = 0; j < 2; ++j) {
        for (std::size_t i = 0; i < 3; ++i) {
            const double dy = unit_y[j] - row[i];
            figure.line({38, 38 + 202 * 0.8}, {row[i], row[i] + 0.8 * dy},
                        {.color = unit_color[j], .dash = unit_dash[j]});
            figure.arrow(38 + 202 * 0.8, row[i] + 0.8 * dy, 38 + 202 * 0.885, row[i] + 0.885 * dy,
                         {.color = unit_color[j]});
        }
    }
    for (std::size_t j = 0; j < 2; ++j) {
        for (std::size_t i = 0; i < 3; ++i) {
            const double along = j == 0 ? 0.3 : 0.7;
            figure.text(38 + 202 * along, row[i] + (unit_y[j] - row[i]) * along,
                        fmt::format("{}", oblong.W(i, j)), {.color = unit_color[j], .boxed = true});
        }
        draw_unit(figure, 240, unit_y[j], 23, index_of("z", j), unit_color[j]);
        figure.text(240, unit_y[j], index_of("b", j) + fmt::format(" = {}", oblong.b(j)),
                    {.color = unit_color[j], .dy = j == 0 ? 34.0 : -34.0});
        figure.text(column[j] + right, 346 - down, index_of("z", j), {.size = 1.1});
        draw_cell(figure, column[j] + right, bias_y - down, oblong.b(j), j);
    }
    for (std::size_t i = 0; i < 3; ++i) {
        draw_unit(figure, 38, row[i], 21, index_of("x", i), Color::grey);
        figure.text(358 + right, row[i] - down, index_of("x", i), {.size = 1.1});
        for (std::size_t j = 0; j < 2; ++j)
            draw_cell(figure, column[j] + right, row[i] - down, oblong.W(i, j), j);
    }
    figure.text(140, 392, "the arrows", {.size = 1.15});
    figure.text(471 + right, 392 - down,
                "the matrix W: a row for each input,\na column for each unit", {.size = 1.0});
    figure.text(358 + right, bias_y - down, "b", {.size = 1.1});
    // The brackets of the matrix.
    for (const double side : {-1.0, 1.0}) {
        const double x = 471 + right + side * 90;
        figure.line({x - side * 8, x, x, x - side * 8},
                    {320 - down, 320 - down, 92 - down, 92 - down},
                    {.color = Color::black, .width = 1.6});
    }
}

/// The middles of a layer's units, from top to bottom.
std::vector<double> heights(std::size_t units, double middle, double distance)
{
    std::vector<double> result;
    for (std::size_t i = 0; i < units; ++i)
        result.push_back(
            middle + distance * (0.5 * static_cast<double>(units - 1) - static_cast<double>(i)));
    return result;
}

/// A network as small circles: hidden layers of these sizes between two inputs and one output.
void draw_small(Figure& figure, double left, double right, double middle,
                const std::vector<std::size_t>& hidden, double distance, double foot, Color color)
{
    constexpr double apart = 56; // the inputs
    std::vector<std::size_t> units{2};
    units.insert(units.end(), hidden.begin(), hidden.end());
    units.push_back(1);
    const double step = (right - left) / static_cast<double>(units.size() - 1);
    for (std::size_t l = 0; l + 1 < units.size(); ++l) {
        const double x = left + step * static_cast<double>(l);
        for (const double from : heights(units[l], middle, l == 0 ? apart : distance))
            for (const double to : heights(units[l + 1], middle, distance))
                figure.line({x, x + step}, {from, to}, {.color = Color::grey, .width = 0.9});
    }
    for (std::size_t l = 0; l < units.size(); ++l) {
        const bool is_hidden = l > 0 && l + 1 < units.size();
        for (const double y : heights(units[l], middle, l == 0 ? apart : distance))
            draw_unit(figure, left + step * static_cast<double>(l), y, 9.5, "",
                      is_hidden ? color : Color::grey);
    }
    const std::vector<std::size_t> layers(units.begin() + 1, units.end());
    const std::vector<std::size_t> counts = parameter_counts(units.front(), layers);
    figure.text(0.5 * (left + right), foot,
                fmt::format("{} hidden units, {} parameters",
                            std::accumulate(hidden.begin(), hidden.end(), std::size_t{0}),
                            std::accumulate(counts.begin(), counts.end(), std::size_t{0})));
}

void draw_shallow_and_deep(Figure& figure)
{
    // On a phone the deep network stands below the shallow one.
    const bool on_phone = figure.on_phone();
    figure.size(on_phone ? 342 : 560, on_phone ? 566 : 390);
    figure.no_axes();
    figure.equal_aspect();
    figure.legend(Legend::none);
    figure.x_range(on_phone ? -80 : 0, on_phone ? 320 : 600);
    figure.y_range(on_phone ? -262 : -5, 400);
    figure.text(120, 380, "shallow: one hidden layer", {.size = 1.1});
    draw_small(figure, 34, 206, 190, {12}, 28, 8, Color::vermilion);
    const double left = on_phone ? -10 : 314;
    const double middle = on_phone ? -150 : 190;
    figure.text(left + 130, on_phone ? -50 : 380, "deep: four hidden layers", {.size = 1.1});
    draw_small(figure, left, left + 260, middle, {3, 3, 3, 3}, 56, on_phone ? -245 : 8,
               Color::blue);
}

void draw_deep_network(Graph& graph)
{
    // The layers' units, from the inputs to the outputs, and the unit whose arrows are shown.
    std::vector<std::size_t> units{deep_inputs};
    units.insert(units.end(), deep_units.begin(), deep_units.end());
    const std::size_t last = units.size() - 1;
    const auto id = [](std::size_t layer, std::size_t unit) {
        return fmt::format("layer{}_{}", layer, unit);
    };
    const std::string chosen = id(3, 2);
    for (std::size_t l = 0; l <= last; ++l) {
        std::vector<Node> nodes;
        for (std::size_t j = 0; j < units[l]; ++j)
            nodes.push_back({.id = id(l, j),
                             .emphasis = id(l, j) == chosen ? Emphasis::strong : Emphasis::normal});
        graph.layer(l == 0 ? "inputs" : l == last ? "outputs" : fmt::format("hidden {}", l), nodes);
    }
    // Its arrows lie over all the others, which have no heads: there are too many.
    for (std::size_t l = 0; l < last; ++l)
        for (std::size_t from = 0; from < units[l]; ++from)
            for (std::size_t to = 0; to < units[l + 1]; ++to)
                if (id(l, from) != chosen && id(l + 1, to) != chosen)
                    graph.edge(id(l, from), id(l + 1, to),
                               {.emphasis = Emphasis::faint, .head = false});
    for (std::size_t j = 0; j < units[2]; ++j)
        graph.edge(id(2, j), chosen, {.emphasis = Emphasis::strong});
    for (std::size_t j = 0; j < units[4]; ++j)
        graph.edge(chosen, id(4, j), {.emphasis = Emphasis::second});
    graph.unit_distance(40);
    graph.layer_distance(116);
}

} // namespace

void weight_matrix(Lab& lab)
{
    lab.figure({.name = "weight_matrix",
                .caption =
                    R"(The same eight numbers twice. Every arrow is an entry of \f$ W \f$: its )"
                    "row is the input that it comes from, its column the unit that it leads into. "
                    "So a unit's own weights stand below each other, in its colour.",
                .alt = "On the left three inputs with arrows into two units, red into the first "
                       "and dashed blue into the second, each with a number. On the right a matrix "
                       "of three rows and two columns with these numbers, the first column red, "
                       "the second blue, and a row of two biases below.",
                .source = "article D, weights and matrices"},
               draw_weight_matrix);
}

void shallow_and_deep(Lab& lab)
{
    lab.figure({.name = "shallow_and_deep",
                .caption =
                    "Twelve hidden units in one layer, and in four layers of three. With two "
                    "inputs and one output both networks have the same number of "
                    "parameters.",
                .alt = "Two networks side by side. The left one has two inputs, one tall column of "
                       "twelve circles and an output, the right one four columns of three circles "
                       "between the same inputs and output.",
                .source = "article D, shallow and deep networks"},
               draw_shallow_and_deep);
}

void deep_network(Lab& lab)
{
    lab.graph({.name = "deep_network",
               .caption = "A deep network: five inputs, four hidden layers of eight units, three "
                          "outputs. With so many weights, numbers stay in the matrices. Red: the "
                          "weights of one unit, a column of its layer's matrix. Blue, dashed: "
                          "where its output goes, a row of the next layer's.",
               .alt = "Six columns of circles, every circle joined to every one of the next "
                      "column. One circle in the third hidden layer is red, its eight arrows from "
                      "the left are red, those to the right blue and dashed.",
               .source = "article D, a deep network"},
              draw_deep_network);
}

} // namespace xor_mlp
