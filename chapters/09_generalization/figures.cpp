// The figures of chapter 9 about the basis, the fits and what their errors are made of.
#include "experiments.hpp"
#include "lab_parts.hpp"

#include "common/plot/meaning.hpp"

#include <fmt/format.h>

#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace generalization {
namespace {

/// The least error that any model can have.
void noise_level(Figure& figure)
{
    figure.horizontal(
        sigma * sigma,
        {.label = "noise σ²", .color = meaning::bound, .dash = Dash::dashed, .width = 1.2});
}

} // namespace

void bases(Lab& lab)
{
    lab.figure(
        {.name = "bases",
         .caption =
             R"(Columns of the design matrix over \f$ x \f$. The powers look ever more like one )"
             "another; Legendre's polynomials go their own ways.",
         .alt = "Two panels with curves of degree 1, 2, 5 and 8 between −1 and 1. The even powers "
                "lie nearly on each other, as do the odd ones. Legendre's polynomials wave, the "
                "higher the degree the more often.",
         .source = ""},
        [](Figure& figure) {
            figure.size(860, 400);
            figure.grid(1, 2);
            figure.one_legend();
            const Vector x = even_inputs(301);
            for (bool orthogonal : {false, true}) {
                figure.panel(orthogonal ? "Legendre's polynomials" : "powers");
                figure.x_label("x");
                figure.y_range(-1.1, 1.1);
                figure.x_range(-1.0, 1.0);
                const Matrix X = orthogonal ? legendre(x, 8) : monomials(x, 8);
                for (const auto& [k, color, dash] : {std::tuple{1u, Color::black, Dash::dotted},
                                                     {2u, Color::blue, Dash::solid},
                                                     {5u, Color::vermilion, Dash::dashed},
                                                     {8u, Color::green, Dash::dash_dot}})
                    figure.line(
                        x, xt::view(X, xt::all(), k),
                        {.label = fmt::format("degree {}", k), .color = color, .dash = dash});
            }
        });
}

void condition_by_degree(Lab& lab)
{
    lab.figure(
        {.name = "condition_by_degree",
         .caption =
             R"(The condition number of \f$ X^T X \f$ against the degree, with 200 points. Of )"
             "the 16 digits of a double the powers leave five at degree 15.",
         .alt = "Logarithmic axis: a straight line for the powers that rises from 3 to 4e10 at "
                "degree 15, and a nearly level curve for Legendre's polynomials that ends at 30.",
         .source = ""},
        [](Figure& figure) {
            figure.x_label("degree");
            figure.y_label("condition number");
            figure.log_y();
            figure.x_range(1.0, 15.0);
            figure.y_range(1.0, 1e12);
            const Vector x = even_inputs(200);
            std::vector<double> degrees, powers, polynomials;
            for (int degree = 1; degree <= highest_degree; ++degree) {
                degrees.push_back(degree);
                powers.push_back(condition_number(monomials(x, degree)));
                polynomials.push_back(condition_number(legendre(x, degree)));
            }
            figure.line(degrees, powers,
                        {.label = "powers",
                         .color = Color::vermilion,
                         .dash = Dash::solid,
                         .marker = Marker::circle});
            figure.line(degrees, polynomials,
                        {.label = "Legendre",
                         .color = Color::blue,
                         .dash = Dash::solid,
                         .marker = Marker::square});
        });
}

void fits(Lab& lab)
{
    lab.figure(
        {.name = "fits",
         .caption = "Polynomials of degree 1, 2, 3 and 15 through the same 20 points. The straight "
                    "line misses the bend, degree 15 follows the noise; 2 and 3 come near the "
                    "truth, which no polynomial is.",
         .alt = "Four panels with points along an arch. The line of degree 1 cuts across them, the "
                "curves of degree 2 and 3 lie near a dashed arch, that of degree 15 swings from "
                "point to point, wildest near the ends.",
         .source = "article D, three fits of the same points"},
        [](Figure& figure) {
            figure.size(760, 620);
            figure.grid(2, 2);
            figure.one_legend();
            const Points points = training_points();
            const Vector x = even_inputs(501);
            for (const auto& [degree, says] : {std::pair{1, "degree 1: underfit"},
                                               {2, "degree 2: good"},
                                               {3, "degree 3: good too"},
                                               {15, "degree 15: overfit"}}) {
                figure.panel(says);
                figure.x_label("x");
                figure.y_label("t");
                figure.x_range(-1.0, 1.0);
                figure.y_range(-1.6, 2.0);
                const Vector w = fit(legendre(points.x, degree), points.t);
                figure.line(x, truth_at(x),
                            {.label = "truth", .color = Color::grey, .dash = Dash::dashed});
                figure.line(
                    x, matvec(legendre(x, degree), w),
                    {.label = "fit", .color = Color::vermilion, .dash = Dash::solid, .width = 2.4});
                figure.points(points.x, points.t,
                              {.label = "training points",
                               .color = Color::black,
                               .marker = Marker::circle,
                               .size = 0.8});
            }
        });
}

void error_over_degree(Lab& lab)
{
    lab.figure(
        {.name = "error_over_degree",
         .caption = "Mean squared errors of the polynomials against their degree. On the training "
                    "points more is always better; on the validation points there is a best "
                    "degree, and beyond it the error rises again.",
         .alt = "The training error falls from 0.3 to 0.003. The validation error falls to its "
                "lowest place at degree 2, rises a little and then steeply at the "
                "right end. A dashed level line marks the noise at 0.09.",
         .source = "article D, error over complexity"},
        [](Figure& figure) {
            const Points points = training_points(), others = validation_points();
            const Curves curves =
                error_curves(points.x, points.t, others.x, others.t, highest_degree);
            figure.x_label("degree");
            figure.y_label("mean squared error");
            figure.x_range(-0.3, 15.3);
            figure.log_y();
            figure.y_range(0.002, 2.0);
            figure.line(indices(curves.training.size()), curves.training,
                        {.label = "training",
                         .color = meaning::training,
                         .dash = Dash::dashed,
                         .marker = Marker::square});
            figure.line(indices(curves.validation.size()), curves.validation,
                        {.label = "validation",
                         .color = meaning::validation,
                         .dash = Dash::solid,
                         .marker = Marker::circle});
            noise_level(figure);
            const int best = best_degree(curves.validation);
            figure.points({static_cast<double>(best)},
                          {curves.validation[static_cast<std::size_t>(best)]},
                          {.color = Color::black, .marker = Marker::open_circle, .size = 2.2});
            figure.text(best, curves.validation[static_cast<std::size_t>(best)], "the choice",
                        {.align = Align::left, .dx = 2, .dy = 40});
        });
}

void learning_curves(Lab& lab)
{
    lab.figure({.name = "learning_curves",
                .caption =
                    "Errors against the number of training points, means over 200 draws. A model "
                    "with high bias ends too high whatever the data; one with high variance "
                    "closes its gap when there are more.",
                .alt = "Two panels. Degree 1: both curves meet soon, at 0.2, far above the noise. "
                       "Degree 9: a wide gap at 20 points that closes towards the noise level 0.09 "
                       "at 640 points.",
                .source = "article D, high bias and large variance"},
               [](Figure& figure) {
                   figure.size(860, 400);
                   figure.grid(1, 2);
                   figure.one_legend();
                   for (int degree : {1, 9}) {
                       figure.panel(fmt::format("degree {}: high {}", degree,
                                                degree == 1 ? "bias" : "variance"));
                       figure.x_label("training points");
                       figure.y_label("mean squared error");
                       figure.log_x();
                       figure.x_range(9.9, 650.0);
                       figure.x_tic_labels({{10, "10"}, {40, "40"}, {160, "160"}, {640, "640"}});
                       figure.y_range(0.0, 0.25);
                       std::vector<double> rows, training, validation;
                       for (std::size_t N : {14u, 20u, 28u, 40u, 80u, 160u, 320u, 640u}) {
                           Random random{7};
                           const Matrix X = legendre(even_inputs(N), degree);
                           const Vector inside = 0.995 * even_inputs(200);
                           const Matrix X_inside = legendre(inside, degree);
                           double on_training = 0.0, on_others = 0.0;
                           for (int draw = 0; draw < 200; ++draw) {
                               const Vector t = noisy(even_inputs(N), random).t;
                               const Vector w = fit(X, t);
                               on_training += mean_squared_error(X, w, t) / 200.0;
                               on_others +=
                                   mean_squared_error(X_inside, w, noisy(inside, random).t) / 200.0;
                           }
                           rows.push_back(static_cast<double>(N));
                           training.push_back(on_training);
                           validation.push_back(on_others);
                       }
                       figure.line(rows, training,
                                   {.label = "training",
                                    .color = meaning::training,
                                    .dash = Dash::dashed,
                                    .marker = Marker::square});
                       figure.line(rows, validation,
                                   {.label = "validation",
                                    .color = meaning::validation,
                                    .dash = Dash::solid,
                                    .marker = Marker::circle});
                       noise_level(figure);
                   }
               });
}

void bias_and_variance_by_degree(Lab& lab)
{
    lab.figure(
        {.name = "bias_and_variance_by_degree",
         .caption =
             "What the expected error is made of, from 1000 draws of the 20 points: the "
             "noise, which nobody can avoid, the bias of too simple a model, the variance of "
             "too free a one.",
         .alt =
             "Stacked areas over the degree: a level strip for the noise of 0.09, a bias² that "
             "falls from 0.19 to almost nothing at degree 2, a variance that grows slowly and then "
             "steeply at the right end. The top has its lowest place at degree 2 to 4. Points "
             "measured at new targets lie on the top.",
         .source = "article D, bias and variance"},
        [](Figure& figure) {
            figure.x_label("degree");
            figure.y_label("expected squared error");
            figure.x_range(0.0, 14.0);
            figure.y_range(0.0, 0.4);
            std::vector<double> zero, noise, with_bias, with_variance, measured;
            for (int degree = 0; degree < highest_degree; ++degree) {
                const Predictions fits = many_fits(degree, 20, 1000);
                const Parts parts = bias_and_variance(fits.y, truth_at(fits.x));
                zero.push_back(0.0);
                noise.push_back(sigma * sigma);
                with_bias.push_back(noise.back() + parts.bias_squared);
                with_variance.push_back(expected_error(parts, sigma));
                measured.push_back(fits.error);
            }
            const Numbers degrees = indices(zero.size());
            figure.area(degrees, zero, noise,
                        {.label = "noise σ²", .color = Color::grey, .opacity = 0.5});
            figure.area(degrees, noise, with_bias,
                        {.label = "bias²", .color = Color::blue, .opacity = 0.6});
            figure.area(degrees, with_bias, with_variance,
                        {.label = "variance", .color = Color::orange, .opacity = 0.6});
            figure.points(degrees, measured,
                          {.label = "measured", .color = Color::black, .marker = Marker::circle});
        });
}

} // namespace generalization
