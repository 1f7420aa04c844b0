// The figure of chapter 7 that shows what an epoch reads and when it moves the weights.
#include "lab_parts.hpp"
#include "optimizers.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <string>
#include <vector>

namespace optimizers {
namespace {

constexpr std::size_t rows = 8;
constexpr double first = 62; ///< the middle of the first row
constexpr double apart = 46; ///< from one row to the next

double middle_of(std::size_t row)
{
    return first + apart * static_cast<double>(row);
}

void draw_disc(Figure& figure, double x, double y, double x_radius, const std::string& words,
               Color color)
{
    figure.ellipse(x, y, x_radius, 15, {.color = Color::white, .width = 0.0, .opacity = 1.0});
    figure.ellipse(x, y, x_radius, 15, {.color = color, .width = 1.6, .opacity = 0.2});
    figure.text(x, y, words, {});
}

/// One epoch in batches of `size`: rows, gradients and weights below each other, from `top` down.
void draw_epoch(Figure& figure, double top, const std::string& name, std::size_t size, Color color)
{
    const double at_rows = top - 36;
    const double at_gradients = top - 86;
    const double at_weights = top - 134;
    const std::size_t updates = rows / size;
    figure.text(4, top,
                fmt::format("{}: {} update{} an epoch", name, updates, updates > 1 ? "s" : ""),
                {.align = Align::left, .size = 1.1});
    // Every row once, in an order that chance has chosen.
    constexpr std::size_t order[rows] = {5, 2, 7, 0, 4, 1, 6, 3};
    draw_disc(figure, 18, at_weights, 15, "w_{0}", Color::grey);
    double before = 18;
    for (std::size_t batch = 0; batch < updates; ++batch) {
        const double left = middle_of(batch * size) - 18;
        const double right = middle_of(batch * size + size - 1) + 18;
        const double middle = 0.5 * (left + right);
        figure.rectangle(left, at_rows - 13, right, at_rows + 13,
                         {.color = color, .width = 1.6, .opacity = 0.2});
        for (std::size_t row = batch * size; row < (batch + 1) * size; ++row)
            figure.text(middle_of(row), at_rows, fmt::format("{}", order[row]), {});
        const double wide = size == 1 ? 15 : 26;
        figure.arrow(middle, at_rows - 14, middle, at_gradients + 15,
                     {.color = Color::black, .width = 1.4});
        // The gradient is taken at the weights of the update before.
        figure.arrow(before + 8, at_weights + 13, middle - 0.72 * wide, at_gradients - 12,
                     {.color = Color::grey, .dash = Dash::solid, .width = 1.0});
        figure.arrow(middle, at_gradients - 15, middle, at_weights + 15,
                     {.color = Color::black, .width = 1.4});
        figure.arrow(before + 15, at_weights, middle - 15, at_weights,
                     {.color = Color::black, .width = 1.4});
        draw_disc(figure, middle, at_gradients, wide,
                  size == 1      ? "∇"
                  : size == rows ? "∇E"
                                 : fmt::format("∇E_{{{}}}", batch + 1),
                  color);
        draw_disc(figure, middle, at_weights, 15, fmt::format("w_{{{}}}", batch + 1), Color::grey);
        before = middle;
    }
}

void draw_flow(Figure& figure)
{
    figure.size(470, 560);
    figure.no_axes();
    figure.equal_aspect();
    figure.legend(Legend::none);
    figure.x_range(0, 410);
    figure.y_range(0, 500);
    draw_epoch(figure, 490, "batch", rows, Color::black);
    draw_epoch(figure, 324, "mini-batches of 4", 4, Color::blue);
    draw_epoch(figure, 158, "stochastic", 1, Color::orange);
}

} // namespace

void data_flow(Lab& lab)
{
    lab.figure({.name = "data_flow",
                .caption = "One epoch of eight shuffled rows. From a batch, and from the weights "
                           "that the update before has left (thin arrows), comes a gradient, and "
                           "from it the next weights. The rows are read once in each strip; what "
                           "differs is how often the weights move.",
                .alt = "Three strips. In each, eight numbered boxes lead down to gradients, and "
                       "these to a chain of weights. In the first all boxes lead to one gradient "
                       "and w moves once; in the second four boxes at a time, two updates; in "
                       "the third every box has its gradient and its update, eight in all.",
                .source = "article D, batch, stochastic and mini-batch descent"},
               draw_flow);
}

} // namespace optimizers
