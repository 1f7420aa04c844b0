// The figures of chapter 8 about several outputs: three classes, two labels, and the summary.
#include "experiments.hpp"
#include "lab_parts.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <string>
#include <vector>

namespace losses {
namespace {

const std::vector<std::string> class_names{"red", "yellow", "blue"};
const std::vector<Color> class_colors{Color::vermilion, Color::yellow, Color::blue};
const std::vector<Marker> class_markers{Marker::circle, Marker::square, Marker::triangle};

/// What all maps of the three classes show.
const Plane class_plane{-3.4, 3.4, -2.2, 2.2, 121};

/// How much each row's entry k lies above the largest of the others: 0 at the border of class k.
Numbers lead_of(const Matrix& Z, std::size_t k)
{
    std::vector<double> lead;
    for (std::size_t n = 0; n < Z.shape(0); ++n) {
        double other = -std::numeric_limits<double>::infinity();
        for (std::size_t j = 0; j < Z.shape(1); ++j)
            if (j != k)
                other = std::max(other, Z(n, j));
        lead.push_back(Z(n, k) - other);
    }
    return lead;
}

/// Tints by label, borders where one class's score overtakes the others', and the points.
void map_of_classes(Figure& figure, const std::vector<std::size_t>& labels, const Matrix& scores,
                    bool legend)
{
    const Data data = three_classes();
    figure.x_label("x_{1}");
    figure.y_label("x_{2}");
    figure.ranges(class_plane);
    figure.equal_aspect();
    figure.legend(legend ? Legend::below : Legend::none);
    const std::vector<double> classes(labels.begin(), labels.end());
    figure.regions(class_plane, classes, {.colors = class_colors, .border = false});
    for (std::size_t k = 0; k < 3; ++k)
        figure.contour(class_plane, lead_of(scores, k), {0.0},
                       {.color = Color::black, .dash = Dash::solid, .width = 1.4});
    for (std::size_t k = 0; k < 3; ++k) {
        const auto taken = [&](std::size_t n) { return data.labels[n] == k; };
        figure.points(column_where(data.X, 0, taken), column_where(data.X, 1, taken),
                      {.label = class_names[k],
                       .color = k == yellow ? Color::orange : class_colors[k],
                       .marker = class_markers[k],
                       .size = 0.8});
    }
}

} // namespace

void label_order(Lab& lab)
{
    lab.figure(
        {.name = "label_order",
         .caption = "The same points, fitted four times; the tint is the class that the fit "
                    "decides on. With numbers as labels everything depends on how they are handed "
                    "out: a class must lie between those whose numbers lie around its own. One-hot "
                    "claims no order.",
         .alt = "Four maps of three clouds side by side along an arc. Numbered in the order of "
                "their places, the three bands fit. In the two other orders the middle band runs "
                "across all clouds. With one-hot rows each cloud lies in a region of its own.",
         .source = "article D, multi-class classification: labels 1, 2 and 3, and why not"},
        [](Figure& figure) {
            const Matrix grid = class_plane.points();
            figure.size(720, 560);
            figure.grid(2, 2);
            for (const Numbering& numbering : numberings()) {
                figure.panel(numbering.name);
                const Matrix Y = logits_of(fit_of_numbers(numbering), grid);
                Matrix scores = xt::zeros<double>({Y.shape(0), std::size_t{3}});
                for (std::size_t n = 0; n < Y.shape(0); ++n)
                    for (std::size_t k = 0; k < 3; ++k)
                        scores(n, k) = -std::abs(Y(n, 0) - numbering.numbers[k]);
                map_of_classes(figure, nearest_number(Y, numbering.numbers), scores, false);
            }
            figure.panel("one-hot, softmax");
            const Matrix Z = logits_of(fit_of_one_hot(), grid);
            map_of_classes(figure, labels_of(Z), Z, false);
        });
}

void sigmoids_do_not_add_up(Lab& lab)
{
    lab.figure(
        {.name = "sigmoids_do_not_add_up",
         .caption =
             R"(The three outputs along the line \f$ x_2 = 0 \f$, and their sum (solid). Of )"
             "three σ, each trained to tell its class from the rest, yellow's has a class on "
             "either side and learns next to nothing; the sum is anything but 1. Softmax shares 1 "
             "out everywhere.",
         .alt = "Two panels over x1 from −3 to 3. The outputs of three sigmoids: red falls, "
                "blue rises, yellow stays level near 0.18, and the sum drops from 1.2 to 0.2 "
                "in the middle. Softmax: yellow rises to a hump in the middle, and the sum "
                "is a level line at 1.",
         .source = "article D, multi-class classification: outputs that must add up to 1"},
        [](Figure& figure) {
            const Layer separate = fitted(zero_layer(2, 3), three_classes(),
                                          gradient_of(Task::multi_label), 0.5, 2000);
            const Layer together = fit_of_one_hot();
            const Numbers x = linspace(-3.0, 3.0, 201);
            Matrix X = xt::zeros<double>({std::size_t{201}, std::size_t{2}});
            for (std::size_t n = 0; n < 201; ++n)
                X(n, 0) = -3.0 + 0.03 * static_cast<double>(n);
            figure.size(820, 390);
            figure.grid(1, 2);
            figure.one_legend();
            for (const bool softmax_used : {false, true}) {
                const Matrix Y = softmax_used ? output(Task::multi_class, logits_of(together, X))
                                              : output(Task::multi_label, logits_of(separate, X));
                figure.panel(softmax_used ? "softmax" : "a σ per class");
                figure.x_label("x_{1}");
                figure.y_label("output");
                figure.x_range(-3.0, 3.0);
                figure.y_range(0.0, 1.35);
                const std::vector<Dash> dashes{Dash::dashed, Dash::dash_dot, Dash::dotted};
                for (std::size_t k = 0; k < 3; ++k)
                    figure.line(x, column(Y, k),
                                {.label = class_names[k],
                                 .color = k == yellow ? Color::orange : class_colors[k],
                                 .dash = dashes[k]});
                std::vector<double> sums;
                for (std::size_t n = 0; n < 201; ++n)
                    sums.push_back(Y(n, 0) + Y(n, 1) + Y(n, 2));
                figure.line(x, sums, {.label = "sum", .color = Color::black, .dash = Dash::solid});
            }
        });
}

void three_regions(Lab& lab)
{
    lab.figure(
        {.name = "three_regions",
         .caption = "One linear layer with softmax on three classes. The tint is the class with "
                    "the largest probability; on the solid lines two probabilities are equal, on "
                    "the dashed ones the largest is 0.9. Borders are straight, since "
                    R"(\f$ \ln p_1 - \ln p_2 = z_1 - z_2 \f$ is linear in \f$ x \f$.)",
         .alt = "Three clouds of points, each on a tint of its own. Three straight borders "
                "meet below the middle, with dashed lines on either side of them.",
         .source = "article D, multi-class classification: red, yellow and blue"},
        [](Figure& figure) {
            const Matrix Z = logits_of(fit_of_one_hot(), class_plane.points());
            figure.size(520, 420);
            map_of_classes(figure, labels_of(Z), Z, true);
            const Vector surest = xt::amax(softmax(Z), {1});
            figure.contour(class_plane, std::vector<double>(surest.begin(), surest.end()), {0.9},
                           {.color = Color::black, .dash = Dash::dashed, .width = 1.2});
        });
}

void multi_label(Lab& lab)
{
    lab.figure(
        {.name = "multi_label",
         .caption =
             "Two labels that know nothing of each other, and a σ for each: two lines (½) "
             "divide the plane into four parts, one for every answer. Softmax, whose outputs "
             "add up to 1, has no way to say both or neither.",
         .alt = "Points of four kinds in the plane, divided by two crossing lines into four parts: "
                "neither label, the first, the second, both.",
         .source = "article D, several labels at once"},
        [](Figure& figure) {
            const Data data = two_labels();
            const Plane plane{-2.2, 2.2, -2.2, 2.2, 121};
            const Matrix Z = logits_of(fit_of_labels(Task::multi_label), plane.points());
            const Matrix decided = decide(Task::multi_label, Z);
            std::vector<double> part;
            for (std::size_t n = 0; n < decided.shape(0); ++n)
                part.push_back(decided(n, 0) + 2.0 * decided(n, 1));
            figure.size(480, 480);
            figure.x_label("x_{1}");
            figure.y_label("x_{2}");
            figure.ranges(plane);
            figure.legend(Legend::below);
            const std::vector<Color> colors{Color::light_grey, Color::blue, Color::orange,
                                            Color::green};
            const std::vector<Marker> markers{Marker::open_circle, Marker::square, Marker::triangle,
                                              Marker::diamond};
            const std::vector<std::string> names{"neither", "first", "second", "both"};
            const std::vector<Color> inks{Color::black, Color::blue, Color::vermilion,
                                          Color::green};
            figure.regions(plane, part, {.colors = colors, .border = false});
            for (const std::size_t label : {std::size_t{0}, std::size_t{1}})
                figure.contour(plane, column(Z, label), {0.0},
                               {.color = Color::black, .dash = Dash::solid, .width = 1.4});
            for (std::size_t kind = 0; kind < 4; ++kind) {
                const auto taken = [&](std::size_t n) {
                    return data.T(n, 0) == (kind % 2 == 1 ? 1.0 : 0.0) &&
                           data.T(n, 1) == (kind / 2 == 1 ? 1.0 : 0.0);
                };
                figure.points(column_where(data.X, 0, taken), column_where(data.X, 1, taken),
                              {.label = names[kind],
                               .color = inks[kind],
                               .marker = markers[kind],
                               .size = 0.9});
            }
        });
}

void summary(Lab& lab)
{
    lab.figure(
        {.name = "summary",
         .caption =
             "The same logits under the output of each task (two classes have only the "
             "first). Bars are outputs, circles targets. The slope of the loss in a logit is "
             "the way from the circle to the end of the bar, whatever the task; descent goes "
             "along the arrows.",
         .alt =
             "Four bar charts: regression with bars 1.5, 0.4 and −0.9, two classes with one bar "
             "of 0.82, several classes with bars that add up to 1, labels with three bars between "
             "0 and 1. Arrows lead from the end of each bar to the circle of its target.",
         .source = "article D, summary of regression, classification and multi-label"},
        [](Figure& figure) {
            figure.size(720, 620);
            figure.grid(2, 2);
            for (const Example& example : summary_examples()) {
                const Matrix Y = output(example.task, example.Z);
                const double count = static_cast<double>(example.Z.shape(1));
                const bool numbers = example.task == Task::regression;
                figure.panel(example.name + ": y = " + example.output);
                figure.legend(Legend::none);
                figure.x_label("output");
                figure.y_label("y and t");
                figure.x_range(0.4, 3.9);
                figure.y_range(numbers ? -1.4 : -0.15, numbers ? 2.0 : 1.3);
                figure.x_tics({1, 2, 3});
                std::vector<double> places, heights, targets;
                for (std::size_t k = 0; k < example.Z.shape(1); ++k) {
                    places.push_back(count == 1.0 ? 2.0 : static_cast<double>(k + 1));
                    heights.push_back(Y(0, k));
                    targets.push_back(example.T(0, k));
                }
                if (count == 1.0)
                    figure.x_tic_labels({{2.0, "1"}});
                figure.horizontal(0.0, {.color = Color::grey, .dash = Dash::solid, .width = 1.0});
                figure.bars(places, heights, {.color = Color::sky, .opacity = 0.8}, 0.5);
                for (std::size_t k = 0; k < places.size(); ++k)
                    figure.arrow(places[k], heights[k], places[k], targets[k],
                                 {.color = Color::vermilion, .width = 2.4});
                figure.points(places, targets,
                              {.color = Color::black, .marker = Marker::open_circle, .size = 1.3});
                // Beside the arrow, or beside the bar if the arrow lies in it.
                for (std::size_t k = 0; k < places.size(); ++k) {
                    const bool in_bar = std::abs(targets[k]) < std::abs(heights[k]);
                    figure.text(places[k] + (in_bar ? 0.3 : 0.13), 0.5 * (heights[k] + targets[k]),
                                drawn(heights[k] - targets[k]),
                                {.align = Align::left, .color = Color::vermilion});
                }
            }
        });
}

} // namespace losses
