// The figures of chapter 3 about the gradient checker and the training of XOR.
#include "experiments.hpp"
#include "lab_parts.hpp"

#include "common/plot/meaning.hpp"

#include "common/math/random.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <vector>

namespace backprop {

void descent_surface(Lab& lab)
{
    lab.figure(
        {.name = "descent_surface",
         .caption =
             "The error of the worked example over two of its twelve weights, and thirty steps of "
             R"(descent from two starts, a dot for each, \f$ \eta = 4 \f$. On the slope the )"
             "steps are long; on the plateau, where both outputs are saturated, they hardly move.",
         .alt = "A surface with a high plateau at the back, a steep slope, and a low floor. A "
                "path of dots runs from the slope down to the floor and ends near its lowest "
                "place; another, on the plateau, has its thirty dots close together.",
         .source = "article D: descent on a function of several weights"},
        [](Figure& figure) {
            const Plane plane{-8.0, 8.0, -8.0, 8.0, 31};
            figure.size(600, 460);
            figure.surface(plane, [](double w31, double w41) { return error_over_two({w31, w41}); },
                           {.bar = false});
            const auto path = [&](const Vector& start, const std::string& name,
                                  const Style& style) {
                std::vector<double> x, y, z;
                for (const Vector& w : path_over_two(start)) {
                    x.push_back(w(0));
                    y.push_back(w(1));
                    z.push_back(error_over_two(w));
                }
                figure.line_3d(x, y, z, style);
                figure.text_3d(
                    x.front(), y.front(), z.front(), name,
                    {.align = Align::left, .color = style.color, .dx = 10, .dy = 8, .boxed = true});
            };
            path(start_on_slope, "from the slope",
                 {.color = meaning::descent,
                  .dash = Dash::solid,
                  .marker = Marker::circle,
                  .width = 2.0,
                  .size = 0.8});
            path(start_on_plateau, "from the plateau",
                 {.color = Color::black,
                  .dash = Dash::solid,
                  .marker = Marker::circle,
                  .width = 2.0,
                  .size = 0.8});
            figure.x_label("w_{31}");
            figure.y_label("w_{41}");
            figure.z_label("E");
            figure.z_range(0, 0.75);
            figure.x_tics({-8, -4, 0, 4, 8});
            figure.y_tics({-8, -4, 0, 4, 8});
            figure.z_tics({0, 0.25, 0.5, 0.75});
            figure.view(55, 60);
        });
}

void gradient_error(Lab& lab)
{
    lab.figure(
        {.name = "gradient_error",
         .caption =
             R"(Error of a numerical gradient against the step \f$ h \f$, the largest over the )"
             "12 parameters of the worked example. From the right, truncation falls like "
             R"(\f$ h^2 \f$ (central) or \f$ h \f$ (one-sided); from the left, rounding falls )"
             R"(like \f$ 1/h \f$. The best \f$ h \f$ lies where they meet.)",
         .alt = "Two V-shaped curves on logarithmic axes. The central one reaches down to about "
                "1e-12 near h = 1e-5, the one-sided one only to about 1e-9 near h = 1e-8.",
         .source = "article D: the derivatives of E that descent needs"},
        [](Figure& figure) {
            const Backward back = backward();
            const Vector exact = flat(back);
            const Numbers steps = powers_of_ten(-14.0, 0.0, 0.125);
            std::vector<double> one_sided, central;
            for (const double h : steps) {
                one_sided.push_back(
                    largest(differences(example_error, flat(example), h, false) - exact));
                central.push_back(largest(differences(example_error, flat(example), h) - exact));
            }
            figure.x_label("step h");
            figure.y_label("largest error of the gradient");
            figure.log_x();
            figure.log_y();
            figure.x_range(1e-14, 1.0);
            figure.y_range(1e-13, 1.0);
            figure.line(steps, one_sided, {.label = "one-sided"});
            figure.line(steps, central, {.label = "central"});
            figure.text(1.5e-3, 1e-9, "∝ h²", {.align = Align::left, .dx = 10});
            figure.text(1e-3, 2e-4, "∝ h", {.align = Align::right});
            figure.text(1e-11, 2e-5, "∝ 1/h", {.align = Align::left, .dx = 14, .dy = 14});
        });
}

void xor_loss(Lab& lab)
{
    lab.figure(
        {.name = "xor_loss",
         .caption =
             R"(Error while XOR is learned, 2-6-1, \f$ \eta = 8 \f$, from five random starts. )"
             "First a plateau near ⅛, where every output is about ½; then the hidden units part "
             "and the error falls.",
         .alt = "Five curves on a logarithmic axis, flat at 0.125 for the first tens of epochs, "
                "then falling below the line 0.01 between epochs 100 and 300.",
         .source = "decks A and B, XOR; article D, training"},
        [](Figure& figure) {
            figure.x_label("epoch");
            figure.y_label("error E");
            figure.log_y();
            figure.x_range(0, 600);
            figure.y_range(1e-3, 0.5);
            for (std::uint64_t seed = 1; seed <= 5; ++seed) {
                const Training run =
                    train(random_layers(seed, xor_hidden), xor_X, xor_T, xor_learning_rate, 600);
                figure.line(indices(600), run.error_per_epoch,
                            {.color = meaning::training, .dash = Dash::solid, .width = 1.4});
            }
            figure.horizontal(0.01);
            figure.text(590, 0.01, "0.01", {.align = Align::right, .dy = 10});
        });
}

void xor_eta(Lab& lab)
{
    lab.figure(
        {.name = "xor_eta",
         .caption =
             "The same start with other learning rates. Too small is slow; larger is faster, up "
             R"(to a point; with \f$ \eta = 128 \f$ the first step throws the units into )"
             "saturation, and the error jumps about and never comes near 0.",
         .alt = "Five curves of the error on logarithmic axes: with growing η they fall earlier, "
                "and the one with η = 128 jumps to 0.25, moves wildly and ends at 0.125.",
         .source = "article D, descent; errata 9 and 12"},
        [](Figure& figure) {
            figure.x_label("update (epoch + 1)");
            figure.y_label("error E");
            figure.log_x();
            figure.log_y();
            figure.x_range(1, 1000);
            figure.y_range(1e-4, 1.0);
            for (double eta : {0.5, 2.0, 8.0, 32.0, 128.0}) {
                const Training run = train(random_layers(1, xor_hidden), xor_X, xor_T, eta, 1000);
                figure.line(linspace(1, 1000, 1000), run.error_per_epoch,
                            {.label = fmt::format("η = {}", eta)});
            }
        });
}

void xor_surface(Lab& lab)
{
    lab.figure(
        {.name = "xor_surface",
         .caption = "The network's output over the input plane while it learns XOR; filled dots "
                    "have the target 1. The line is ½, the border between the classes: at "
                    "first there is none, then one line, at last two that keep (0, 0) and (1, 1) "
                    "apart from the other corners.",
         .alt = "Coloured squares at four epochs: first one pale tint, then a single border, at "
                "the end orange at (0, 0) and (1, 1) and blue at (0, 1) and (1, 0).",
         .source = "decks A and B, XOR",
         .animated = true},
        [](Figure& figure) {
            const Plane plane{-0.5, 1.5, -0.5, 1.5, 200};
            const Matrix grid = plane.points();
            std::vector<Layer> layers = random_layers(1, xor_hidden);
            std::size_t epoch = 0;
            figure.animate(
                31,
                [&](Figure& frame, std::size_t i) {
                    const std::size_t target = 10 * i;
                    layers = train(layers, xor_X, xor_T, xor_learning_rate, target - epoch).layers;
                    epoch = target;
                    frame.size(440, 400);
                    frame.columns_on_phone(2);
                    frame.panel(fmt::format("epoch {}", epoch));
                    frame.equal_aspect();
                    frame.x_label("x_{1}");
                    frame.y_label("x_{2}");
                    frame.ranges(plane);
                    frame.x_tics({0, 1});
                    frame.y_tics({0, 1});
                    frame.legend(Legend::none);
                    const Matrix y = outputs(layers, grid);
                    frame.heat_map(
                        plane, y,
                        {.palette = Palette::diverging, .from = 0.0, .to = 1.0, .label = "output"});
                    frame.contour(plane, y, {0.5}, {.color = Color::black, .width = 1.5});
                    frame.points({0.0, 1.0}, {0.0, 1.0},
                                 {.label = "target 0",
                                  .color = Color::black,
                                  .marker = Marker::open_circle,
                                  .size = 1.6});
                    frame.points({0.0, 1.0}, {1.0, 0.0},
                                 {.label = "target 1",
                                  .color = Color::black,
                                  .marker = Marker::circle,
                                  .size = 1.6});
                },
                {.seconds_per_frame = 0.12, .hold = 4.0, .stills = {0, 8, 14, 30}});
        });
}

} // namespace backprop
