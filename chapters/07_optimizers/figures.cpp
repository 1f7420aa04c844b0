// The figures of chapter 7 about batches, momentum and the size of the step; the races are in
// figures_of_races.cpp.
#include "experiments.hpp"
#include "lab_parts.hpp"

#include "common/math/random.hpp"
#include "common/plot/meaning.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace optimizers {

void descent_sgd_mini_batch(Lab& lab)
{
    lab.figure(
        {.name = "descent_sgd_mini_batch",
         .caption =
             "The error of the noisy regression over its two weights, and the ways of batch "
             "descent (40 updates on all 60 rows), mini-batches of 10 (40 updates) and SGD (80 "
             R"(updates of one row), all with \f$ \eta = 0.3 \f$. The fewer rows, the rougher )"
             "the way.",
         .alt = "Ellipses of equal error around the lowest point near (1, 2). Batch descent goes "
                "there on a smooth curve, mini-batches on a slightly shaky one, SGD zigzags and "
                "wanders around the lowest point.",
         .source = "decks A and B, SGD; deck C, batch, stochastic and mini-batch descent; article "
                   "D, convergence of the three"},
        [](Figure& figure) {
            const Data data = regression_data();
            const Vector best = regression_best(data);
            const double lowest = regression_error(data, best);
            const Plane plane{-1.6, 2.4, 0.6, 4.4, 101};
            figure.size(560, 580);
            figure.x_label("w_{1} (bias)");
            figure.y_label("w_{2} (slope)");
            figure.ranges(plane);
            figure.equal_aspect();
            figure.one_legend();
            std::vector<double> levels;
            for (double above : {0.01, 0.03, 0.1, 0.3, 1.0, 3.0})
                levels.push_back(lowest + above);
            figure.contour(plane,
                           [&](double a, double b) { return regression_error(data, {a, b}); },
                           levels, {.color = Color::light_grey, .dash = Dash::solid, .width = 1.0});
            const Path sgd = regression_path(data, 1, 0.3, 0.0, 80);
            const Path mini = regression_path(data, 10, 0.3, 0.0, 40);
            const Path batch = regression_path(data, 60, 0.3, 0.0, 40);
            figure.line(
                column(sgd, 0), column(sgd, 1),
                {.label = "SGD", .color = Color::orange, .dash = Dash::solid, .width = 1.2});
            figure.line(column(mini, 0), column(mini, 1),
                        {.label = "mini-batch", .color = Color::blue, .dash = Dash::solid});
            figure.line(column(batch, 0), column(batch, 1),
                        {.label = "batch",
                         .color = Color::black,
                         .dash = Dash::solid,
                         .marker = Marker::circle,
                         .width = 2.0,
                         .size = 0.7});
            figure.points(
                {batch.front()(0)}, {batch.front()(1)},
                {.label = "start", .color = Color::black, .marker = Marker::cross, .size = 1.4});
            figure.points({best(0)}, {best(1)},
                          {.label = "minimum",
                           .color = Color::vermilion,
                           .marker = Marker::plus,
                           .size = 1.8});
        });
}

void noisy_loss(Lab& lab)
{
    lab.figure(
        {.name = "noisy_loss",
         .caption =
             R"(How far the error is above the lowest one, with \f$ \eta = 0.2 \f$. By updates: )"
             "all three fall alike, but SGD and mini-batches of 10 come to rest on a floor of "
             R"(noise, which decay (\f$ d = 0.1 \f$) lowers. By rows read, which is what an )"
             "update costs: SGD is down before batch descent has made its second step.",
         .alt = "Two panels with logarithmic axes. By updates batch falls out of the picture, "
                "mini-batch stays near 3·10⁻⁴, SGD near 10⁻², SGD with decay sinks slowly. By rows "
                "the curves of SGD lie far to the left of those of mini-batch and batch.",
         .source = "decks A and B, SGD: faster, but with large swings; deck C; article D"},
        [](Figure& figure) {
            const Data data = regression_data();
            const double lowest = regression_error(data, regression_best(data));
            figure.size(860, 410);
            figure.grid(1, 2);
            figure.one_legend();
            constexpr std::size_t updates = 1000;
            struct Run {
                const char* label;
                int size;
                double decay;
                Color color;
                Dash dash;
            };
            const Run runs[] = {{"SGD", 1, 0.0, Color::orange, Dash::solid},
                                {"mini-batch", 10, 0.0, Color::blue, Dash::solid},
                                {"batch", 60, 0.0, Color::black, Dash::solid},
                                {"SGD with decay", 1, 0.1, Color::vermilion, Dash::solid}};
            for (bool by_rows : {false, true}) {
                figure.panel(by_rows ? "by rows read" : "by updates");
                figure.x_label(by_rows ? "rows read" : "update");
                figure.y_label("E − lowest E");
                figure.log_x();
                figure.log_y();
                figure.x_range(1.0, by_rows ? 1e4 : 1e3);
                figure.y_range(1e-6, 10.0);
                for (const Run& one : runs) {
                    const Path path = regression_path(data, one.size, 0.2, one.decay, updates);
                    std::vector<double> x, y;
                    for (std::size_t k = 1; k < path.size(); ++k) {
                        if (!shown_on_log_axis(k))
                            continue;
                        x.push_back(static_cast<double>(k) * (by_rows ? one.size : 1));
                        y.push_back(std::max(regression_error(data, path[k]) - lowest, 1e-12));
                    }
                    figure.line(
                        x, y,
                        {.label = one.label, .color = one.color, .dash = one.dash, .width = 1.4});
                }
            }
        });
}

void momentum_paths(Lab& lab)
{
    lab.figure(
        {.name = "momentum_paths",
         .caption =
             R"(Thirty steps in the bowl \f$ \tfrac12 (x^2 + 25\,y^2) \f$ with )"
             R"(\f$ \eta = 0.07 \f$, without momentum and with \f$ \alpha = 0.5 \f$. Across the )"
             R"(valley the slopes change their sign and cancel in \f$ v \f$; along it they agree )"
             "and add up.",
         .alt = "Two contour maps of a long bowl. Without momentum the path zigzags across the "
                "valley and is still on its way; with it the path swings a little and reaches the "
                "middle.",
         .source = "decks A and B, momentum SGD; deck C, SGD and descent with momentum"},
        [](Figure& figure) {
            figure.size(640, 700);
            figure.grid(2, 1);
            const Gradient slopes = bowl_slopes(25.0);
            for (double alpha : {0.0, 0.5}) {
                figure.panel(alpha == 0.0 ? "without momentum" : "with momentum, α = 0.5");
                figure.x_label("x");
                figure.y_label("y");
                const Plane plane{-4.5, 1.0, -1.2, 1.2, 101};
                figure.ranges(plane);
                figure.equal_aspect();
                figure.contour(plane, [](double x, double y) { return bowl({x, y}, 25.0); },
                               {0.03, 0.1, 0.3, 1.0, 3.0, 10.0},
                               {.color = Color::light_grey, .dash = Dash::solid, .width = 1.0});
                Momentum state{{-4.0, 1.0}, {0.0, 0.0}};
                Path path{state.w};
                for (int step = 0; step < 30; ++step) {
                    state = momentum_step(state, slopes(state.w), 0.07, alpha);
                    path.push_back(state.w);
                }
                figure.line(column(path, 0), column(path, 1),
                            {.color = alpha == 0.0 ? meaning::plain_descent : meaning::momentum,
                             .dash = Dash::solid,
                             .marker = Marker::circle,
                             .width = 1.6,
                             .size = 0.7});
                figure.points({0.0}, {0.0},
                              {.color = Color::blue, .marker = Marker::plus, .size = 1.8});
            }
        });
}

void momentum_weights(Lab& lab)
{
    lab.figure(
        {.name = "momentum_weights",
         .caption =
             R"(The weight that a gradient still has in \f$ v \f$ after \f$ k \f$ more steps, )"
             R"(\f$ \alpha^k \f$. The weights add up to \f$ 1/(1 - \alpha) \f$: 2, 10 and 100.)",
         .alt = "Three falling curves over the age of a gradient: for α = 0.5 next to nothing "
                "after 5 steps, for 0.9 after 40, for 0.99 still 0.6 after 50.",
         .source = "deck E: old changes count little, new ones much, by powers of r"},
        [](Figure& figure) {
            figure.x_label("age of the gradient, in steps");
            figure.y_label("weight in v");
            figure.y_range(0.0, 1.05);
            figure.x_range(-0.5, 50.0);
            for (const auto& [alpha, color, marker] : {std::tuple{0.5, Color::blue, Marker::circle},
                                                       {0.9, Color::vermilion, Marker::square},
                                                       {0.99, Color::green, Marker::triangle}}) {
                // The velocity after one gradient of −1 that is followed by zeros.
                std::vector<double> weights;
                for (std::size_t age = 0; age <= 50; ++age) {
                    Matrix past = xt::zeros<double>({age + 1, std::size_t{1}});
                    past(0, 0) = -1.0;
                    weights.push_back(velocity_of_past(past, 1.0, alpha)(0));
                }
                figure.line(indices(51), weights,
                            {.label = fmt::format("α = {}", alpha),
                             .color = color,
                             .dash = Dash::solid,
                             .marker = marker,
                             .width = 1.2,
                             .size = 0.6});
            }
        });
}

void nesterov_look_ahead(Lab& lab)
{
    lab.figure(
        {.name = "nesterov_look_ahead",
         .caption =
             R"(One step from the same \f$ w \f$ with the same \f$ v \f$. Momentum adds the )"
             R"(slope of the old place to \f$ \alpha v \f$ and shoots across the valley floor )"
             R"((\f$ y = 0 \f$). Nesterov first goes to \f$ w + \alpha v \f$ and asks there: the )"
             "slope already points back.",
         .alt =
             "Two panels with arrows over the contours of a bowl. Momentum: an arrow α v from w, "
             "then a long arrow −η ∇f(w) that ends far below the middle. Nesterov: the same "
             "arrow α v, then a short arrow −η ∇f(w + α v) that ends near the middle line.",
         .source = "article D, NAG momentum"},
        [](Figure& figure) {
            figure.size(860, 400);
            figure.grid(1, 2);
            const Gradient slopes = bowl_slopes(4.0);
            const Momentum state{{-3.0, 1.0}, {1.5, -1.2}};
            const double eta = 0.25;
            const Vector ahead = look_ahead(state, 0.9);
            for (bool nesterov : {false, true}) {
                const Vector slope = slopes(nesterov ? ahead : state.w);
                const Vector end = nesterov ? nesterov_step(state, slopes, eta, 0.9).w
                                            : momentum_step(state, slope, eta, 0.9).w;
                figure.panel(nesterov ? "Nesterov" : "momentum");
                figure.x_label("x");
                figure.y_label("y");
                const Plane plane{-3.6, 0.4, -1.6, 1.5, 81};
                figure.ranges(plane);
                figure.equal_aspect();
                figure.contour(plane, [](double x, double y) { return bowl({x, y}, 4.0); },
                               {0.1, 0.3, 1.0, 2.0, 4.0, 8.0},
                               {.color = Color::light_grey, .dash = Dash::solid, .width = 1.0});
                figure.arrow(state.w(0), state.w(1), ahead(0), ahead(1),
                             {.color = Color::blue, .width = 2.5});
                figure.arrow(ahead(0), ahead(1), end(0), end(1),
                             {.color = Color::vermilion, .width = 2.5});
                figure.arrow(state.w(0), state.w(1), end(0), end(1),
                             {.color = Color::black, .dash = Dash::dashed, .width = 1.5});
                figure.points({state.w(0), end(0)}, {state.w(1), end(1)},
                              {.color = Color::black, .marker = Marker::circle});
                figure.text(state.w(0), state.w(1), "w", {.dx = -12, .dy = 10, .size = 1.2});
                // Beside the arrow, on the side where the dashed one is not.
                figure.text(0.5 * (state.w(0) + ahead(0)), 0.5 * (state.w(1) + ahead(1)), "α v",
                            {.align = nesterov ? Align::right : Align::left,
                             .color = Color::blue,
                             .dx = nesterov ? -10.0 : 10.0,
                             .dy = nesterov ? -12.0 : 12.0,
                             .size = 1.2});
                figure.text(0.5 * (ahead(0) + end(0)), 0.5 * (ahead(1) + end(1)),
                            nesterov ? "−η ∇f(w + α v)" : "−η ∇f(w)",
                            {.align = Align::left,
                             .color = Color::vermilion,
                             .dx = nesterov ? -20.0 : 12.0,
                             .dy = nesterov ? -24.0 : 10.0,
                             .size = 1.2});
                figure.text(
                    end(0), end(1), "w + v′",
                    {.align = Align::left, .dx = 12, .dy = nesterov ? 6.0 : -10.0, .size = 1.2});
            }
        });
}

void shrinking_rate(Lab& lab)
{
    lab.figure(
        {.name = "shrinking_rate",
         .caption =
             R"(The factor before the gradient, \f$ \eta/(\sqrt g + \varepsilon) \f$, when the )"
             R"(gradient is about 1 in every step, with \f$ \eta = 0.1 \f$. Adagrad's sum grows )"
             R"(without end and the steps die down like \f$ 1/\sqrt t \f$; RMSProp's average )"
             R"((\f$ \gamma = 0.9 \f$) forgets and the steps stay near \f$ \eta \f$.)",
         .alt = "Logarithmic axes: a straight falling line for Adagrad from 0.1 to 0.001 after "
                "10000 steps, and a shaky level line near 0.1 for RMSProp.",
         .source = "decks A and B, the drawback of Adagrad and what RMSProp mends"},
        [](Figure& figure) {
            figure.x_label("step");
            figure.y_label("η / (√g + ε)");
            figure.log_x();
            figure.log_y();
            figure.x_range(1.0, 1e4);
            figure.y_range(5e-4, 1.0);
            Random random{2};
            Adaptive sum{Vector{0.0}, Vector{0.0}};
            Adaptive average = sum;
            std::vector<double> steps, of_sum, of_average;
            for (std::size_t step = 1; step <= 10000; ++step) {
                const Vector slope{random.normal(1.0, 0.3)};
                sum = adagrad_step(sum, slope, 0.1, epsilon, Epsilon::outside);
                average = rmsprop_step(average, slope, 0.1, 0.9, epsilon, Epsilon::outside);
                if (!shown_on_log_axis(step))
                    continue;
                steps.push_back(static_cast<double>(step));
                of_sum.push_back(0.1 / root(sum.g, epsilon, Epsilon::outside)(0));
                of_average.push_back(0.1 / root(average.g, epsilon, Epsilon::outside)(0));
            }
            figure.line(steps, of_sum,
                        {.label = "Adagrad", .color = meaning::adagrad, .dash = Dash::solid});
            figure.line(
                steps, of_average,
                {.label = "RMSProp", .color = meaning::rmsprop, .dash = Dash::solid, .width = 1.4});
        });
}

void epsilon_place(Lab& lab)
{
    lab.figure(
        {.name = "epsilon_place",
         .caption =
             R"(The first step of Adagrad in units of \f$ \eta \f$, against the size of the )"
             R"(gradient, with \f$ \varepsilon = 10^{-6} \f$. Inside the root )"
             R"(\f$ \varepsilon \f$ rules as soon as \f$ \lvert \nabla \rvert \f$ is below )"
             R"(\f$ \sqrt\varepsilon = 10^{-3} \f$, outside only below \f$ 10^{-6} \f$; in )"
             R"(between the step with \f$ \varepsilon \f$ outside is up to hundreds of times as )"
             "long.",
         .alt = "Two curves on logarithmic axes, both 1 for large gradients. The one with ε "
                "inside bends down at 10⁻³, the one with ε outside at 10⁻⁶.",
         .source = "decks A and B, Adagrad: formula and code (erratum 7)"},
        [](Figure& figure) {
            figure.x_label("|∇|");
            figure.y_label("first step / η");
            figure.log_x();
            figure.log_y();
            figure.x_range(1e-9, 1.0);
            figure.y_range(1e-6, 3.0);
            const Numbers slopes = powers_of_ten(-9.0, 0.0, 0.1);
            std::vector<double> inside, outside;
            for (const double slope : slopes) {
                inside.push_back(first_adagrad_step(slope, 1e-6, Epsilon::inside));
                outside.push_back(first_adagrad_step(slope, 1e-6, Epsilon::outside));
            }
            figure.line(slopes, inside, {.color = Color::blue, .dash = Dash::solid});
            figure.line(slopes, outside, {.color = Color::vermilion, .dash = Dash::dashed});
            figure.text(1e-5, 1e-2, "√(g + ε)",
                        {.align = Align::left, .color = Color::blue, .dx = 8, .dy = -8});
            figure.text(1e-8, 1e-2, "√g + ε",
                        {.align = Align::left, .color = Color::vermilion, .dx = 8, .dy = -8});
            figure.vertical(1e-3);
            figure.vertical(1e-6);
            figure.text(1e-3, 3e-6, "√ε", {.align = Align::left, .dx = 6});
            figure.text(1e-6, 3e-6, "ε", {.align = Align::left, .dx = 6});
        });
}

void adam_correction(Lab& lab)
{
    lab.figure(
        {.name = "adam_correction",
         .caption =
             R"(Adam's step in units of \f$ \eta \f$ when the gradient is 1 throughout. With the )"
             R"(correction every step is \f$ \eta \f$. Without it \f$ m \f$ and \f$ g \f$ are )"
             R"(both too small at first, \f$ g \f$ for much longer, and the first steps are too )"
             "large, up to {{value adam_longest}} times at step {{value adam_longest_step}}.",
         .alt = "A level line at 1 and a curve that begins at 3.2, rises to {{value adam_longest}} "
                "at step {{value adam_longest_step}} and falls to 1.3 at step 1000.",
         .source = "decks A and B, Adam: bias correction"},
        [](Figure& figure) {
            figure.x_label("step t");
            figure.y_label("step / η");
            figure.log_x();
            figure.x_range(1.0, 1000.0);
            figure.y_range(0.0, 7.5);
            Adam state{Vector{0.0}, Vector{0.0}, Vector{0.0}, Vector{0.0}, 0};
            std::vector<double> steps, with, without;
            for (std::size_t t = 1; t <= 1000; ++t) {
                const double before = state.w(0);
                state = adam_step(state, Vector{1.0}, 0.01, beta_1, beta_2, epsilon_of_adam,
                                  Epsilon::outside);
                if (!shown_on_log_axis(t))
                    continue;
                steps.push_back(static_cast<double>(t));
                with.push_back((before - state.w(0)) / 0.01);
                without.push_back(state.m(0) / (std::sqrt(state.g(0)) + epsilon_of_adam));
            }
            figure.line(steps, with,
                        {.label = "corrected", .color = meaning::adam, .dash = Dash::solid});
            figure.line(steps, without,
                        {.label = "not corrected", .color = Color::black, .dash = Dash::dashed});
        });
}

} // namespace optimizers
