// Chapter 9 under the reader's hand: a polynomial through points that can be moved.
#include "experiments.hpp"
#include "explorables/exchange.hpp"

namespace {

using namespace generalization;

Points points_from(explorables::Arguments& in)
{
    const std::size_t count = in.count();
    const Vector x = in.vector(count);
    return {x, in.vector(count)};
}

} // namespace

/// The points of the text: x and t of those that are fitted, then of those that judge the fit.
EXPLORE(fit_points)
{
    for (const Points& points : {training_points(), validation_points()}) {
        out.add(static_cast<double>(points.x.size()));
        out.add(points.x);
        out.add(points.t);
    }
}

/// What is true, at `count` places from −1 to 1.
EXPLORE(fit_truth)
{
    out.add(truth_at(even_inputs(in.count())));
}

/// The fit of a degree with a penalty λ: the weights (in Legendre's basis), the curve at `count`
/// places from −1 to 1, and both mean squared errors.
EXPLORE(fit_curve)
{
    const Points training = points_from(in);
    const Points validation = points_from(in);
    const int degree = static_cast<int>(in.count());
    const double lambda = in.number();
    const std::size_t count = in.count();
    const Matrix X = legendre(training.x, degree);
    const Vector w = ridge(X, training.t, lambda);
    out.add(w);
    out.add(matvec(legendre(even_inputs(count), degree), w));
    out.add(mean_squared_error(X, w, training.t));
    out.add(mean_squared_error(legendre(validation.x, degree), w, validation.t));
}

/// Both mean squared errors of every degree from 0 to `highest`, with the same λ.
EXPLORE(fit_errors)
{
    const Points training = points_from(in);
    const Points validation = points_from(in);
    const int highest = static_cast<int>(in.count());
    const double lambda = in.number();
    for (int degree = 0; degree <= highest; ++degree) {
        const Matrix X = legendre(training.x, degree);
        const Vector w = ridge(X, training.t, lambda);
        out.add(mean_squared_error(X, w, training.t));
        out.add(mean_squared_error(legendre(validation.x, degree), w, validation.t));
    }
}
