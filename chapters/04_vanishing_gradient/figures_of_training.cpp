// The figures of chapter 4 about what deep networks learn.
#include "experiments.hpp"
#include "lab_parts.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace vanishing_gradient {
namespace {

void draw_rings(Figure& figure)
{
    std::vector<double> inner_x, inner_y, outer_x, outer_y;
    for (std::size_t n = 0; n < points; ++n) {
        (T(n, 0) < 0.0 ? inner_x : outer_x).push_back(X(n, 0));
        (T(n, 0) < 0.0 ? inner_y : outer_y).push_back(X(n, 1));
    }
    figure.points(inner_x, inner_y,
                  {.label = "target −1", .color = Color::black, .marker = Marker::open_circle});
    figure.points(outer_x, outer_y,
                  {.label = "target 1", .color = Color::black, .marker = Marker::circle});
}

} // namespace

void deep_loss(Lab& lab)
{
    lab.figure(
        {.name = "deep_loss",
         .caption =
             "Error while nets with 8 hidden layers learn the two rings, each with its best "
             "learning rate: thin lines are 7 starts, the thick one is the middle of them at "
             "every epoch. The sigmoid net stays at ½, the error of answering 0 to everything.",
         .alt = "Three panels with logarithmic axes. The sigmoid's lines stay level at 0.5 for 300 "
                "epochs; in the panels of the sigmoid with a fitted start and of ReLU most lines "
                "fall, the middle one below 0.01.",
         .source = "decks A and B, page on the reasons; deck C, ReLU"},
        [](Figure& figure) {
            figure.grid(1, 3);
            for (const Kind& kind : {with_sigmoid, with_matched, with_relu}) {
                figure.panel(kind.name);
                figure.x_label("epoch");
                figure.y_label("error E");
                figure.log_y();
                figure.x_range(0, epochs);
                figure.x_tics({0, 100, 200, 300});
                figure.y_range(1e-3, 3);
                figure.legend(Legend::none);
                std::vector<Vector> samples;
                for (const Run& run : runs(kind, 8)) {
                    const auto& errors = run.training.error_per_epoch;
                    figure.line(indices(errors.size()), errors,
                                {.color = kind.color, .width = 0.9, .opacity = 0.45});
                    Vector sample = xt::zeros<double>({errors.size()});
                    std::copy(errors.begin(), errors.end(), sample.begin());
                    samples.push_back(sample);
                }
                const std::vector<Spread> all = spreads(samples);
                figure.line(indices(all.size()), middles(all),
                            {.color = kind.color, .dash = Dash::solid, .width = 2.6});
            }
        });
}

void depth_accuracy(Lab& lab)
{
    lab.figure(
        {.name = "depth_accuracy",
         .caption = "Fraction of the two rings that is answered right after 300 epochs, against "
                    "the number of hidden layers; lines are the middle of 7 starts, bands reach "
                    "from the worst to the best. Half is what guessing gives.",
         .alt =
             "The sigmoid's line falls from 1 with one hidden layer to about ½ from three on; the "
             "lines of ReLU and of the sigmoid with a fitted start stay at 1.",
         .source = "decks A, B and E, pages on the vanishing gradient"},
        [](Figure& figure) {
            figure.x_label("hidden layers");
            figure.y_label("accuracy");
            figure.x_range(1, 8);
            figure.y_range(0.4, 1.05);
            for (const Kind& kind : {with_sigmoid, with_matched, with_relu}) {
                std::vector<Spread> all;
                for (std::size_t depth : depths)
                    all.push_back(reached(kind, depth));
                figure.area(depths, lows(all), highs(all), {.color = kind.color, .opacity = 0.15});
                figure.line(depths, middles(all),
                            {.label = kind.name,
                             .color = kind.color,
                             .marker = kind.matched ? Marker::open_circle : Marker::circle,
                             .size = kind.matched ? 1.8 : 1.0});
            }
            figure.horizontal(0.5);
        });
}

void learned_by_layer(Lab& lab)
{
    lab.figure(
        {.name = "learned_by_layer",
         .caption = "What each layer of a net with 8 hidden layers has learned in 300 epochs: the "
                    "change of its weights as a fraction of their size at the start (middle, "
                    "smallest and largest of 7 starts). In the sigmoid net the first layers have "
                    "stayed what chance made them.",
         .alt =
             "On a logarithmic axis the sigmoid's line falls from 0.3 at the output to below 10⁻⁴ "
             "at the first layer; the other two lines stay between 0.04 and 0.4.",
         .source = "deck E, page 1: layers near the input hardly learn"},
        [](Figure& figure) {
            figure.x_label("layer (1 is next to the input)");
            figure.y_label("change of W");
            figure.log_y();
            figure.x_range(1, 9);
            figure.x_tics({1, 3, 5, 7, 9});
            for (const Kind& kind : {with_sigmoid, with_relu, with_matched}) {
                const auto all = weight_changes(kind);
                figure.area(counted_from_1(all.size()), lows(all), highs(all),
                            {.color = kind.color, .opacity = 0.15});
                figure.line(counted_from_1(all.size()), middles(all),
                            {.label = kind.name, .color = kind.color});
            }
        });
}

void deep_rings(Lab& lab)
{
    lab.figure(
        {.name = "deep_rings",
         .caption =
             "The two rings, and what a sigmoid net and a ReLU net with 8 hidden layers make "
             "of them after 300 epochs from the same start. The line is 0, the border "
             "between the classes.",
         .alt = "Two coloured squares with the points of both rings: on the left one pale tint "
                "without structure, on the right a closed border between the rings.",
         .source = ""},
        [](Figure& figure) {
            const Plane plane{-2.2, 2.2, -2.2, 2.2, 81};
            figure.grid(1, 2);
            for (const Kind& kind : {with_sigmoid, with_relu}) {
                const Run& run = runs(kind, 8).front();
                const Matrix y = forward(run.training.layers, plane.points(), kind.f).H.back();
                const Numbers values = Vector(xt::view(y, xt::all(), 0));
                figure.panel(kind.name);
                figure.x_label("x_{1}");
                figure.y_label("x_{2}");
                figure.ranges(plane);
                figure.equal_aspect();
                figure.x_tics({-2, 0, 2});
                figure.y_tics({-2, 0, 2});
                figure.legend(Legend::none);
                figure.heat_map(
                    plane, values,
                    {.palette = Palette::diverging, .from = -1.5, .to = 1.5, .label = "output"});
                figure.contour(plane, values, {0.0}, {.color = Color::black, .width = 1.5});
                draw_rings(figure);
            }
        });
}

} // namespace vanishing_gradient
