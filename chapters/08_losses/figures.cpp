// The figures of chapter 8 about a single output: what it can reach, both losses, and the way out
// of a wrong answer. Those about several outputs are in figures_of_classes.cpp.
#include "experiments.hpp"
#include "lab_parts.hpp"

#include "common/plot/meaning.hpp"

#include <fmt/format.h>

#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

namespace losses {

void sigmoid_regression(Lab& lab)
{
    lab.figure(
        {.name = "sigmoid_regression",
         .caption = "Nine points near a line, fitted by one unit with the squared error. A linear "
                    "output follows them; σ cannot leave the band between 0 and 1, however long it "
                    "is trained.",
         .alt = "Nine dots rising from −1.5 to 2.7. A straight line goes through them. An S-shaped "
                "curve stays between 0 and 1 and misses the dots above and below.",
         .source = "article D, regression with a sigmoid and without"},
        [](Figure& figure) {
            const Data data = line_data();
            const Layer linear =
                fitted(zero_layer(1, 1), data, gradient_of(Task::regression), 0.2, 2000);
            const Layer bent =
                fitted(zero_layer(1, 1), data, sigmoid_squared_error_gradient, 1.0, 20000);
            figure.x_label("x");
            figure.y_label("output y, target t");
            figure.x_range(-2.4, 2.4);
            figure.y_range(-2.4, 3.4);
            figure.legend(Legend::none);
            figure.area({-2.4, 2.4}, {0.0, 0.0}, {1.0, 1.0}, {.color = Color::light_grey});
            figure.function([&](double x) { return linear.W(0, 0) * x + linear.b(0); }, -2.4, 2.4,
                            {.color = Color::blue, .dash = Dash::solid});
            figure.function([&](double x) { return sigma(bent.W(0, 0) * x + bent.b(0)); }, -2.4,
                            2.4, {.color = meaning::sigmoid, .dash = Dash::dashed});
            figure.points(column(data.X, 0), column(data.T, 0),
                          {.color = Color::black, .marker = Marker::circle});
            figure.text(1.1, 2.7, "linear output", {.align = Align::right, .color = Color::blue});
            figure.text(2.3, 0.72, "output of σ",
                        {.align = Align::right, .color = meaning::sigmoid});
            figure.text(-2.3, 0.5, "the range of σ", {.align = Align::left});
        });
}

void losses_and_gradients(Lab& lab)
{
    lab.figure(
        {.name = "losses_and_gradients",
         .caption =
             R"(Both losses of \f$ \sigma(z) \f$ for the target 1, and their slopes. The more )"
             "wrong the logit, the further left. There the squared error levels off just below ½, "
             "and descent, which sees only the slope, gets nothing; cross entropy goes on as a "
             "straight line with the slope −1.",
         .alt =
             "The losses: cross entropy falls along a line from 8 at z = −8 and bends to 0; the "
             "squared error is flat at ½ and falls to 0 around z = 0. Their slopes: that of cross "
             "entropy is −1 on the left and rises to 0; that of the squared error is nearly 0 on "
             "both sides, with a shallow dip to −0.15 near z = −0.7.",
         .source = "article D, binary-class classification: the gradient of the squared error, and "
                   "cross entropy"},
        [](Figure& figure) {
            figure.size(820, 370);
            figure.grid(1, 2);
            figure.panel("loss, target 1");
            figure.x_label("logit z");
            figure.y_label("E");
            figure.x_range(-8.0, 6.0);
            figure.y_range(-0.4, 8.4);
            const Style entropy{.color = Color::blue, .dash = Dash::solid};
            const Style squared{.color = Color::vermilion, .dash = Dash::dashed};
            figure.function([](double z) { return error_at(binary_cross_entropy, z, 1.0); }, -8.0,
                            6.0, entropy);
            figure.function([](double z) { return error_at(squared_error_of_sigmoid, z, 1.0); },
                            -8.0, 6.0, squared);
            figure.text(-4.4, 5.2, "cross entropy", {.align = Align::left, .color = Color::blue});
            figure.text(-7.8, 1.1, "squared error",
                        {.align = Align::left, .color = Color::vermilion});
            figure.panel("its slope ∂E/∂z");
            figure.x_label("logit z");
            figure.y_label("∂E/∂z");
            figure.x_range(-8.0, 6.0);
            figure.y_range(-1.15, 0.15);
            figure.horizontal(0.0, {.color = Color::grey, .dash = Dash::dotted, .width = 1.2});
            figure.function(
                [](double z) { return slope_at(binary_cross_entropy_gradient, z, 1.0); }, -8.0, 6.0,
                entropy);
            figure.function(
                [](double z) { return slope_at(sigmoid_squared_error_gradient, z, 1.0); }, -8.0,
                6.0, squared);
            figure.text(-7.8, -0.88, "cross entropy", {.align = Align::left, .color = Color::blue});
            figure.text(-7.8, -0.14, "squared error",
                        {.align = Align::left, .color = Color::vermilion});
        });
}

void stalled_descent(Lab& lab)
{
    lab.figure(
        {.name = "stalled_descent",
         .caption =
             R"(One logit that starts at −5 and should give 1, with \f$ \eta = 1 \f$. Cross )"
             "entropy takes a step of nearly 1 each time and is across ½ after {{value "
             "escape_entropy}} updates, the squared error after {{value escape_squared}}; until "
             "then it has hardly stirred.",
         .alt = "Output over updates. The curve of cross entropy rises from 0 to above ½ after "
                "{{value escape_entropy}} updates, that of the squared error lies at 0 for more "
                "than a hundred and crosses ½ after {{value escape_squared}}.",
         .source = "article D, binary-class classification: a network that cannot leave its wrong "
                   "learning"},
        [](Figure& figure) {
            constexpr std::size_t updates = 250;
            figure.x_label("updates");
            figure.y_label("output σ(z), target 1");
            figure.x_range(0.0, updates);
            figure.y_range(0.0, 1.05);
            figure.horizontal(0.5, {.color = meaning::bound, .dash = Dash::dotted, .width = 1.2});
            const auto outputs = [](const LogitGradient& gradient) {
                std::vector<double> y;
                for (const double z : logit_path(gradient, -5.0, 1.0, updates))
                    y.push_back(sigma(z));
                return y;
            };
            const Numbers update = indices(updates + 1);
            figure.line(update, outputs(binary_cross_entropy_gradient),
                        {.color = Color::blue, .dash = Dash::solid});
            figure.line(update, outputs(sigmoid_squared_error_gradient),
                        {.color = Color::vermilion, .dash = Dash::dashed});
            figure.text(16.0, 0.8, "cross entropy", {.align = Align::left, .color = Color::blue});
            figure.text(160.0, 0.35, "squared error",
                        {.align = Align::right, .color = Color::vermilion});
        });
}

void stalled_unit(Lab& lab)
{
    lab.figure(
        {.name = "stalled_unit",
         .caption =
             "One unit with two inputs that starts by calling every point the wrong class, after "
             R"(100 updates with \f$ \eta = 0.3 \f$ (colour: its output, orange 0 and blue 1; )"
             "line: ½). The squared error has hardly moved it; cross entropy has turned it round.",
         .alt = "Two square panels with the same two clouds of points. With the squared error each "
                "cloud lies on the colour of the other class, with cross entropy on its own.",
         .source = "article D, binary-class classification"},
        [](Figure& figure) {
            const Data data = two_classes();
            const Plane plane{-3.2, 3.2, -3.2, 3.2, 81};
            const Matrix grid = plane.points();
            figure.size(760, 420);
            figure.grid(1, 2);
            figure.one_legend();
            const auto draw = [&](const std::string& title, const Layer& unit) {
                figure.panel(title);
                figure.x_label("x_{1}");
                figure.y_label("x_{2}");
                figure.ranges(plane);
                figure.equal_aspect();
                const Matrix y = sigmoid(logits_of(unit, grid));
                figure.heat_map(
                    plane, y,
                    {.palette = Palette::diverging, .from = 0.0, .to = 1.0, .bar = false});
                figure.contour(plane, y, {0.5}, {.color = Color::black, .width = 1.5});
                for (const double t : {0.0, 1.0}) {
                    const auto taken = [&](std::size_t n) { return data.T(n, 0) == t; };
                    figure.points(column_where(data.X, 0, taken), column_where(data.X, 1, taken),
                                  {.label = t == 0.0 ? "target 0" : "target 1",
                                   .color = Color::black,
                                   .marker = t == 0.0 ? Marker::open_circle : Marker::circle,
                                   .size = 0.8});
                }
            };
            draw("squared error",
                 fitted(wrong_unit, data, sigmoid_squared_error_gradient, 0.3, 100));
            draw("cross entropy", fitted(wrong_unit, data, gradient_of(Task::binary), 0.3, 100));
        });
}

void coin_likelihood(Lab& lab)
{
    lab.figure(
        {.name = "coin_likelihood",
         .caption =
             "Ten tosses of a coin, seven of them heads: how probable that is if heads have the "
             R"(probability \f$ p \f$, and minus its logarithm per toss. The logarithm changes )"
             R"(the heights and not the place: the best \f$ p \f$ is 0.7 in both.)",
         .alt = "Two panels over p: a hump with its top at 0.7, and a bowl with its bottom at 0.7.",
         .source = "article D, binary-class classification: the formula that maximizes the "
                   "probability"},
        [](Figure& figure) {
            const Vector t{1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 0.0, 0.0, 0.0};
            const auto all = [&](double p) -> Vector { return p * xt::ones_like(t); };
            figure.size(820, 360);
            figure.grid(1, 2);
            for (const bool logarithm : {false, true}) {
                figure.panel(logarithm ? "minus the logarithm, per toss" : "likelihood");
                figure.x_label("probability p of heads");
                figure.y_label(logarithm ? "−(1/N) ln L" : "L");
                figure.x_range(0.0, 1.0);
                if (logarithm)
                    figure.y_range(0.4, 2.0);
                figure.vertical(0.7, {.color = meaning::bound, .dash = Dash::dotted, .width = 1.4});
                figure.x_tics({0, 0.3, 0.7, 1});
                figure.function(
                    [&](double p) {
                        return logarithm ? negative_log_likelihood(all(p), t)
                                         : likelihood(all(p), t);
                    },
                    0.01, 0.99,
                    {.color = logarithm ? Color::vermilion : Color::blue, .dash = Dash::solid});
            }
        });
}

} // namespace losses
