// The figures of chapter 9 about what keeps the error small: a penalty, an early end, inputs on one
// scale.
#include "experiments.hpp"
#include "lab_parts.hpp"

#include "common/plot/meaning.hpp"

#include <fmt/format.h>

#include <cmath>
#include <tuple>

namespace generalization {

void ridge_fits(Lab& lab)
{
    lab.figure(
        {.name = "ridge_fits",
         .caption =
             "Degree 15 through the same points with three penalties. With "
             R"(\f$ \lambda = 0.03 \f$ all 16 weights are still there, but the curve no longer )"
             R"(shoots beyond the points; with \f$ \lambda = 3 \f$ it is nearly level.)",
         .alt = "Points along an arch and three curves: one without penalty that swings from point "
                "to point, one with λ = 0.03 that follows the arch, one with λ = 3 that is "
                "almost a level line.",
         .source = "article D, three fits of the same points"},
        [](Figure& figure) {
            const Points points = training_points();
            const Matrix X = legendre(points.x, highest_degree);
            const Vector x = even_inputs(501);
            figure.x_label("x");
            figure.y_label("t");
            figure.x_range(-1.0, 1.0);
            figure.y_range(-1.6, 2.0);
            figure.line(x, truth_at(x),
                        {.label = "truth", .color = Color::grey, .dash = Dash::dashed});
            for (const auto& [lambda, color, dash] :
                 {std::tuple{0.0, Color::vermilion, Dash::dotted},
                  {0.03, Color::blue, Dash::solid},
                  {3.0, Color::green, Dash::long_dashed}})
                figure.line(x, matvec(legendre(x, highest_degree), ridge(X, points.t, lambda)),
                            {.label = fmt::format("λ = {}", lambda), .color = color, .dash = dash});
            figure.points(points.x, points.t,
                          {.color = Color::black, .marker = Marker::circle, .size = 0.8});
        });
}

void error_over_lambda(Lab& lab)
{
    lab.figure(
        {.name = "error_over_lambda",
         .caption =
             R"(Both errors of degree 15 against \f$ \lambda \f$: the U once more, read from )"
             "right to left. Large penalties bring bias, small ones variance.",
         .alt = "Logarithmic λ from 1e-6 to 10. The training error rises with λ. The validation "
                "error is high at the left, lowest near 0.03 and high again at the right.",
         .source = "article D, error over complexity"},
        [](Figure& figure) {
            const Points points = training_points(), others = validation_points();
            const Matrix X = legendre(points.x, highest_degree);
            const Matrix X_validation = legendre(others.x, highest_degree);
            figure.x_label("λ");
            figure.y_label("mean squared error");
            figure.log_x();
            figure.log_y();
            figure.x_range(1e-6, 10.0);
            figure.y_range(0.002, 2.0);
            const Numbers lambdas = powers_of_ten(-6.0, 1.0, 0.1);
            std::vector<double> training, validation;
            for (const double lambda : lambdas) {
                const Vector w = ridge(X, points.t, lambda);
                training.push_back(mean_squared_error(X, w, points.t));
                validation.push_back(mean_squared_error(X_validation, w, others.t));
            }
            figure.line(lambdas, training, {.color = meaning::training, .dash = Dash::dashed});
            figure.line(lambdas, validation, {.color = meaning::validation, .dash = Dash::solid});
            figure.text(1.5e-6, training.front(), "training",
                        {.align = Align::left, .color = meaning::training, .dy = 11});
            figure.text(1e-4, validation[20], "validation",
                        {.align = Align::left, .color = meaning::validation, .dx = 8, .dy = 14});
            figure.horizontal(sigma * sigma);
            figure.text(3e-6, sigma * sigma, "noise σ²", {.align = Align::left, .dy = -11});
        });
}

void decay_inside_and_beside(Lab& lab)
{
    lab.figure(
        {.name = "decay_inside_and_beside",
         .caption =
             "Two weights whose gradients say nothing: they change sign in every step, those "
             "of one weight are ±10, of the other ±0.1. With L2 the decay is divided "
             "by the root of the weight's own squares, so it depends on them; AdamW's does not.",
         .alt = "Three curves over 1000 steps from 1 down. Adam with L2: the weight with small "
                "gradients falls nearly to 0, the one with large gradients only to 0.9. AdamW: "
                "both weights fall along one curve to 0.37.",
         .source = ""},
        [](Figure& figure) {
            figure.x_label("step");
            figure.y_label("weight");
            figure.x_range(0.0, 1000.0);
            figure.y_range(-0.05, 1.05);
            const Decays inside = decaying_weights(false, 1000);
            const Decays beside = decaying_weights(true, 1000);
            const Numbers steps = indices(inside.large.size());
            figure.line(steps, inside.large,
                        {.label = "L2, ±10", .color = Color::orange, .dash = Dash::solid});
            figure.line(steps, inside.small,
                        {.label = "L2, ±0.1", .color = Color::vermilion, .dash = Dash::dashed});
            figure.line(steps, beside.large,
                        {.label = "AdamW, both", .color = Color::blue, .dash = Dash::dash_dot});
        });
}

void error_over_epochs(Lab& lab)
{
    lab.figure(
        {.name = "error_over_epochs",
         .caption =
             "Descent on the polynomial of degree 15. The training error falls for ever; the "
             "validation error is lowest early. Early stopping keeps the weights of that "
             "epoch.",
         .alt = "Errors over epochs on logarithmic axes. The training error falls from 0.17 to "
                "0.003. The validation error is lowest, 0.12, at epoch 9, which is circled, stays "
                "near that for two "
                "hundred epochs and then climbs to 0.9. A vertical line at epoch 29 marks the end "
                "of training.",
         .source = "article D, error over complexity"},
        [](Figure& figure) {
            constexpr std::size_t most = 20000;
            const Epochs errors = descent_epochs(most);
            figure.x_label("epoch");
            figure.y_label("mean squared error");
            figure.log_x();
            figure.log_y();
            figure.x_range(1.0, static_cast<double>(most));
            figure.y_range(0.002, 2.0);
            std::vector<double> epochs, training, validation;
            for (std::size_t epoch = 1; epoch <= most; ++epoch) {
                if (epoch > 60 && epoch % (epoch / 30) != 0)
                    continue;
                epochs.push_back(static_cast<double>(epoch));
                training.push_back(errors.training[epoch]);
                validation.push_back(errors.validation[epoch]);
            }
            figure.line(epochs, training,
                        {.label = "training", .color = meaning::training, .dash = Dash::dashed});
            figure.line(epochs, validation,
                        {.label = "validation", .color = meaning::validation, .dash = Dash::solid});
            const Stopped best = stopped_descent(20, static_cast<int>(most));
            figure.points({static_cast<double>(best.epoch)}, {best.error},
                          {.color = Color::black, .marker = Marker::open_circle, .size = 2.2});
            figure.text(static_cast<double>(best.epoch), best.error, "kept", {.dy = 20});
            figure.vertical(best.epochs);
            figure.text(best.epochs, 0.03, "training ends here\n(patience 20)",
                        {.align = Align::left, .dx = 8});
        });
}

void standardized_cost(Lab& lab)
{
    lab.figure(
        {.name = "standardized_cost",
         .caption =
             R"(The cost of a line \f$ w_0 + w_1 x \f$ over its two weights, and descent from )"
             R"(the same line at nine tenths of each one's largest rate. With \f$ x \f$ as it )"
             R"(came: a long valley. With \f$ x \f$ standardized: a round bowl.)",
         .alt =
             "Two contour maps. As it came: thin slanted ellipses; the path jumps across them and "
             "then creeps along the valley without reaching the middle in 40 steps. Standardized: "
             "circles; the path goes to the middle in a few steps.",
         .source = ""},
        [](Figure& figure) {
            figure.size(860, 430);
            figure.grid(1, 2);
            const Matrix x{{1.0}, {2.0}, {4.0}, {5.0}};
            const Vector t{2.0, 3.0, 3.0, 6.0};
            for (bool scaled : {false, true}) {
                const Scale scale = scale_of(x);
                const Matrix X = with_ones(scaled ? standardize(x, scale) : x);
                const Vector best = fit(X, t);
                // The level line t = 0 in both.
                Vector w{0.0, 0.0};
                figure.panel(scaled ? "standardized" : "as it came");
                figure.equal_aspect();
                figure.x_label("w_{0}, the bias");
                figure.y_label("w_{1}");
                const Plane plane =
                    scaled ? Plane{-1.0, 8.0, -3.0, 5.5, 101} : Plane{-1.0, 3.0, -1.3, 2.5, 101};
                figure.ranges(plane);
                const double lowest = mean_squared_error(X, best, t);
                std::vector<double> levels;
                for (const double more : {0.1, 0.4, 1.0, 2.5, 5.0, 10.0, 20.0})
                    levels.push_back(lowest + more);
                figure.contour(
                    plane, [&](double u, double v) { return mean_squared_error(X, {u, v}, t); },
                    levels, {.color = Color::light_grey, .dash = Dash::solid, .width = 1.2});
                std::vector<double> u{w(0)}, v{w(1)};
                const double eta = 0.9 * largest_rate(X);
                for (int epoch = 0; epoch < 40; ++epoch) {
                    w -= eta * regularized_gradient(X, w, t, 0.0);
                    u.push_back(w(0));
                    v.push_back(w(1));
                }
                figure.line(u, v,
                            {.color = meaning::descent,
                             .dash = Dash::solid,
                             .marker = Marker::circle,
                             .width = 1.4,
                             .size = 0.6});
                figure.points({best(0)}, {best(1)},
                              {.color = Color::blue, .marker = Marker::plus, .size = 2.0});
            }
        });
}

} // namespace generalization
