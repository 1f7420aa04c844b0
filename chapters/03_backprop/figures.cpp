// The figures of chapter 3 about descent on one weight and the slope of the sigmoid.
#include "experiments.hpp"
#include "lab_parts.hpp"

#include "common/plot/meaning.hpp"

#include <fmt/format.h>

#include <cmath>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace backprop {
namespace {

std::vector<double> heights(const std::vector<double>& path)
{
    std::vector<double> result;
    for (double w : path)
        result.push_back(parabola(w));
    return result;
}

} // namespace

void parabola_descent(Lab& lab)
{
    lab.figure(
        {.name = "parabola_descent",
         .caption =
             R"(Descent on \f$ E(w) = (w - 2)^2 \f$ with \f$ \eta = 0.1 \f$, from \f$ w = 5 \f$. )"
             "At every weight the tangent gives the slope; the step to the left is "
             R"(\f$ \eta \f$ times the slope, so it shrinks by itself as the curve flattens.)",
         .alt = "A parabola with its lowest point at w = 2. Dots at w = 5, 4.4, 3.92, 3.54, 3.23 "
                "and 2.98, the first three with their tangents of slope 6, 4.8 and 3.84; from each "
                "an arrow leads to the left by a tenth of the slope, and down to the next.",
         .source = "decks A and B: weight on the x axis, error on the y axis, slope 0 at the best "
                   "weight"},
        [](Figure& figure) {
            figure.x_label("weight w");
            figure.y_label("error E(w)");
            figure.x_range(0.0, 6.0);
            figure.y_range(0.0, 12.0);
            figure.y_tics({0, 4, 8, 12});
            figure.legend(Legend::none);
            figure.function(parabola, 0.0, 6.0, {.color = meaning::function, .dash = Dash::solid});
            const std::vector<double> path = parabola_path(0.1, 5);
            for (std::size_t k = 0; k < 3; ++k) {
                const double w = path[k];
                const double slope = parabola_slope(w, 2.0);
                const double half = 1.1;
                figure.line({w - half, w + half},
                            {parabola(w) - half * slope, parabola(w) + half * slope},
                            {.color = Color::grey, .dash = Dash::dashed, .width = 1.6});
                figure.text(w, parabola(w), fmt::format("slope {:.3g}", slope),
                            {.align = Align::left, .dx = 14, .dy = -8});
            }
            for (std::size_t k = 0; k < 5; ++k) {
                figure.arrow(path[k], parabola(path[k]), path[k + 1], parabola(path[k]),
                             {.color = meaning::descent, .width = 2.0});
                figure.line({path[k + 1], path[k + 1]}, {parabola(path[k]), parabola(path[k + 1])},
                            {.color = Color::grey, .dash = Dash::dotted, .width = 1.2});
            }
            figure.points(path, heights(path),
                          {.color = meaning::descent, .marker = Marker::circle, .size = 0.9});
            figure.text(path[1], parabola(path[0]), "η · 6 = 0.6",
                        {.align = Align::right, .color = meaning::descent, .dx = -6});
        });
}

void parabola_eta(Lab& lab)
{
    lab.figure(
        {.name = "parabola_eta",
         .caption =
             "The same parabola with three learning rates. The distance to the lowest point is "
             R"(multiplied by \f$ 1 - 2\eta \f$ at every step: 0.8 creeps, −0.8 jumps across and )"
             "still arrives, −1.1 jumps across and climbs.",
         .alt = "Three parabolas. With η = 0.1 the dots creep down one side; with η = 0.9 they "
                "jump from side to side and down; with η = 1.05 they jump from side to side and "
                "up.",
         .source = "erratum 12"},
        [](Figure& figure) {
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
}

void linear_unit_errors(Lab& lab)
{
    lab.figure(
        {.name = "linear_unit_errors",
         .caption =
             "Error of the linear unit against the number of steps. Below "
             R"(\f$ \eta = 2/\lambda \f$, where \f$ \lambda \f$ is the largest curvature of the )"
             R"(error, descent arrives; just above it, it diverges, and \f$ \eta = 1 \f$ is far )"
             "above it.",
         .alt = "Four curves on a logarithmic axis: two fall, one rises slowly, one rises steeply "
                "out of the picture.",
         .source = "errata 3 and 12; decks A and B, Dense(1, input_dim=2, linear)"},
        [](Figure& figure) {
            const double bound = 2.0 / line_curvatures()(2);
            figure.x_label("steps");
            figure.y_label("error E");
            figure.log_y();
            figure.y_range(1e-6, 1e6);
            const std::size_t steps = 60;
            // Each label stands where its line is apart from the others.
            struct Rate {
                double eta;
                Color color;
                std::string label;
                std::size_t step;
                TextStyle place;
            };
            const std::vector<Rate> rates{
                {0.5 * bound,
                 Color::blue,
                 "0.5 · 2/λ",
                 20,
                 {.align = Align::right, .dx = -6, .dy = -9}},
                {0.95 * bound,
                 Color::green,
                 "0.95 · 2/λ",
                 30,
                 {.align = Align::left, .dx = 6, .dy = 8}},
                {1.05 * bound,
                 Color::orange,
                 "1.05 · 2/λ",
                 40,
                 {.align = Align::right, .dx = -4, .dy = 11}},
                {1.0, Color::vermilion, "η = 1", 4, {.align = Align::left, .dx = 10}}};
            const std::vector dashes{Dash::solid, Dash::dashed, Dash::dash_dot, Dash::dotted};
            for (std::size_t i = 0; i < rates.size(); ++i) {
                const std::vector<double> errors = line_errors(rates[i].eta, steps);
                figure.line(indices(steps + 1), errors,
                            {.color = rates[i].color, .dash = dashes[i]});
                TextStyle place = rates[i].place;
                place.color = rates[i].color;
                figure.text(static_cast<double>(rates[i].step), errors[rates[i].step],
                            rates[i].label, place);
            }
        });
}

void sigma_and_slope(Lab& lab)
{
    lab.figure(
        {.name = "sigma_and_slope",
         .caption = "σ and its slope. At the first hidden unit's weighted sum, 0.74, the tangent "
                    "of σ has the slope 0.2187, which the lower curve shows as its height.",
         .alt = "The S-shaped sigmoid from 0 to 1 with a tangent at z = 0.74, and below it the "
                "bell of its slope with the height 0.2187 marked there.",
         .source = "decks A and B, derivative of the sigmoid"},
        [](Figure& figure) {
            const auto value = [](double z) { return sigmoid(Vector{z})(0); };
            const auto slope = [](double z) { return sigmoid_slope(Vector{z})(0); };
            const double z = 0.74;
            figure.x_label("weighted sum z");
            figure.y_label("σ(z), σ′(z)");
            figure.x_range(-6.0, 6.0);
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
}

} // namespace backprop
