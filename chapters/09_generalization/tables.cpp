// The tables and values of chapter 9.
#include "experiments.hpp"
#include "lab_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace generalization {

void condition_of_bases(Lab& lab)
{
    auto table = lab.table("condition_of_bases", {"degree",
                                                  {"powers, 20 points", "%.3g"},
                                                  {"Legendre, 20 points", "%.3g"},
                                                  {"powers, 200 points", "%.3g"},
                                                  {"Legendre, 200 points", "%.3g"}});
    const Vector few = even_inputs(20), many = even_inputs(200);
    for (int degree : {1, 2, 3, 5, 10, 15})
        table.row(degree, condition_number(monomials(few, degree)),
                  condition_number(legendre(few, degree)),
                  condition_number(monomials(many, degree)),
                  condition_number(legendre(many, degree)));
    lab.value("condition_legendre", condition_number(legendre(many, highest_degree)), "%.0f");
    lab.value("condition_legendre_few", condition_number(legendre(few, highest_degree)), "%.0f");
    Matrix normalized = legendre(many, highest_degree);
    for (std::size_t k = 0; k < normalized.shape(1); ++k)
        xt::col(normalized, k) = std::sqrt(2.0 * k + 1.0) * xt::col(normalized, k);
    lab.value("condition_normalized", condition_number(normalized), "%.1f");
}

void fits_by_degree(Lab& lab)
{
    const Points points = training_points(), others = validation_points(), last = test_points();
    const Curves curves = error_curves(points.x, points.t, others.x, others.t, highest_degree);
    const Curves again = error_curves(points.x, points.t, last.x, last.t, highest_degree);
    auto table = lab.table("fits_by_degree", {"degree",
                                              {"training error", "%.4f"},
                                              {"validation error", "%.4f"},
                                              "bias is high",
                                              "variance is high"});
    for (std::size_t degree : {0u, 1u, 2u, 3u, 5u, 8u, 12u, 15u}) {
        const double training = curves.training[degree], validation = curves.validation[degree];
        const Diagnosis diagnosis = diagnose(training, validation, 0.12, 0.06);
        table.row(degree, training, validation, diagnosis.high_bias, diagnosis.high_variance);
    }
    const auto best = static_cast<std::size_t>(best_degree(curves.validation));
    lab.value("best_degree", best);
    lab.value("best_validation", curves.validation[best], "%.3f");
    lab.value("best_test", again.validation[best], "%.3f");
    lab.value("percent_of_good_choices", percent_of_good_choices(200), "%.0f");
    lab.value("error_with_random_inputs", error_with_random_inputs(201), "%.0f");
    lab.value("goal", 0.12);
    lab.value("gap", 0.06);
    lab.value("noise", sigma * sigma, "%.2f");
}

void parts_of_the_error(Lab& lab)
{
    auto table = lab.table("parts_of_the_error", {"degree",
                                                  {"bias²", "%.4f"},
                                                  {"variance", "%.4f"},
                                                  {"noise σ²", "%.4f"},
                                                  {"sum", "%.4f"},
                                                  {"measured at new targets", "%.4f"}});
    double lowest = 1e300;
    int best = 0;
    for (int degree : {0, 1, 2, 3, 4, 6, 9, 12, 15}) {
        const Predictions fits = many_fits(degree, 20, 1000);
        const Parts parts = bias_and_variance(fits.y, truth_at(fits.x));
        const double sum = expected_error(parts, sigma);
        table.row(degree, parts.bias_squared, parts.variance, sigma * sigma, sum, fits.error);
        if (sum < lowest) {
            lowest = sum;
            best = degree;
        }
    }
    lab.value("degree_of_lowest_sum", best);
    const Predictions free = many_fits(highest_degree, 20, 1000);
    lab.value("sum_15", expected_error(bias_and_variance(free.y, truth_at(free.x)), sigma), "%.2f");
    lowest = 1e300;
    for (int degree = 0; degree <= 9; ++degree) {
        const Predictions fits = many_fits(degree, 200, 300);
        const double sum = expected_error(bias_and_variance(fits.y, truth_at(fits.x)), sigma);
        if (sum < lowest) {
            lowest = sum;
            best = degree;
        }
    }
    lab.value("degree_of_lowest_sum_200", best);
    const Predictions few = many_fits(3, 20, 1000), many = many_fits(3, 80, 1000);
    lab.value("variance_20", bias_and_variance(few.y, truth_at(few.x)).variance, "%.4f");
    lab.value("variance_80", bias_and_variance(many.y, truth_at(many.x)).variance, "%.4f");
}

void ridge_by_lambda(Lab& lab)
{
    const Points points = training_points(), others = validation_points();
    const Matrix X = legendre(points.x, highest_degree);
    const Matrix X_validation = legendre(others.x, highest_degree);
    auto table = lab.table("ridge_by_lambda", {"λ",
                                               {"training error", "%.4f"},
                                               {"validation error", "%.4f"},
                                               {"length of the weights", "%.3f"}});
    double lowest = 1e300, best = 0.0;
    for (double lambda : {0.0, 1e-4, 1e-3, 1e-2, 0.03, 0.1, 1.0, 10.0}) {
        const Vector w = ridge(X, points.t, lambda);
        const Vector weights = penalized(w);
        const double validation = mean_squared_error(X_validation, w, others.t);
        table.row(fmt::format("{}", lambda), mean_squared_error(X, w, points.t), validation,
                  std::sqrt(dot(weights, weights)));
        if (validation < lowest) {
            lowest = validation;
            best = lambda;
        }
    }
    lab.value("best_lambda", best);
    lab.value("best_ridge_validation", lowest, "%.3f");
    lab.value("ridge_with_large_lambda", mean_squared_error(X, ridge(X, points.t, 1e6), points.t),
              "%.4f");
    const Vector constant = fit(legendre(points.x, 0), points.t);
    lab.value("constant_training", mean_squared_error(legendre(points.x, 0), constant, points.t),
              "%.4f");
}

void first_step_with_decay(Lab& lab)
{
    const Vector zero = xt::zeros<double>({std::size_t{3}});
    const Adam state{{0.2, 0.5, -0.3}, zero, zero, 0};
    const Vector gradient{0.1, 0.4, -0.2};
    auto table = lab.table("first_step_with_decay",
                           {"", "λ", {"w₀ (bias)", "%.6f"}, {"w₁", "%.6f"}, {"w₂", "%.6f"}});
    table.row("before", "", state.w(0), state.w(1), state.w(2));
    for (double lambda : {0.0, 0.2, 2.0}) {
        const Vector w = adam_l2_step(state, gradient, 0.1, lambda).w;
        table.row("Adam with L2", fmt::format("{}", lambda), w(0), w(1), w(2));
    }
    for (double lambda : {0.2, 2.0}) {
        const Vector w = adamw_step(state, gradient, 0.1, lambda).w;
        table.row("AdamW", fmt::format("{}", lambda), w(0), w(1), w(2));
    }
}

void decay_by_gradient(Lab& lab)
{
    constexpr int steps = 1000;
    const Decays inside = decaying_weights(false, steps), beside = decaying_weights(true, steps);
    auto table = lab.table(
        "decay_by_gradient",
        {"", {"weight with gradients ±10", "%.4f"}, {"weight with gradients ±0.1", "%.4f"}});
    table.row("at first", inside.large.front(), inside.small.front());
    table.row("Adam with L2", inside.large.back(), inside.small.back());
    table.row("AdamW", beside.large.back(), beside.small.back());
    table.row("(1 − ηλ)¹⁰⁰⁰", std::pow(1.0 - 0.002 * 0.5, steps),
              std::pow(1.0 - 0.002 * 0.5, steps));
}

void stopping(Lab& lab)
{
    constexpr int most = 20000;
    auto table = lab.table("stopping", {"patience",
                                        "η half the largest: epochs run",
                                        "best epoch",
                                        {"validation error", "%.4f"},
                                        "η nine tenths: epochs run",
                                        "best epoch ",
                                        {"validation error ", "%.4f"}});
    for (int patience : {0, 1, 5, 20, 200}) {
        const Stopped calm = stopped_descent(patience, most);
        const Stopped jittery = stopped_descent(patience, most, 0.9);
        table.row(patience, calm.epochs, calm.epoch, calm.error, jittery.epochs, jittery.epoch,
                  jittery.error);
    }
    const Epochs errors = descent_epochs(most);
    lab.value("last_validation", errors.validation.back(), "%.3f");
    const Stopped best = stopped_descent(20, most);
    lab.value("stopped_epochs", best.epochs);
    lab.value("stopped_validation", best.error, "%.3f");
    lab.value("all_epochs", most);
}

void houses_scale(Lab& lab)
{
    const Houses training = houses(60);
    const Scale scale = scale_of(training.X);
    auto table = lab.table("houses_scale",
                           {"", {"year", "%.2f"}, {"area in m²", "%.2f"}, {"rooms", "%.2f"}});
    table.row("first row", training.X(0, 0), training.X(0, 1), training.X(0, 2));
    table.row("mean", scale.mean(0), scale.mean(1), scale.mean(2));
    table.row("deviation", scale.deviation(0), scale.deviation(1), scale.deviation(2));
    const Matrix Z = standardize(training.X, scale);
    table.row("first row, standardized", Z(0, 0), Z(0, 1), Z(0, 2));
}

void inputs_and_descent(Lab& lab)
{
    const Houses data = houses(60);
    const Scale scale = scale_of(data.X);
    const Scale only_mean{scale.mean, xt::ones<double>({data.X.shape(1)})};
    auto table = lab.table("inputs_and_descent", {"inputs",
                                                  {"smallest curvature", "%.3g"},
                                                  {"largest curvature", "%.3g"},
                                                  {"condition number κ", "%.3g"},
                                                  {"largest η", "%.3g"},
                                                  {"κ/4 · ln 1000", "%.3g"},
                                                  "epochs needed"});
    constexpr int most = 100000;
    const auto add = [&](const char* name, const Matrix& inputs) {
        const Matrix X = with_ones(inputs);
        const Vector curvatures = eigenvalues(curvature(X));
        const double kappa = condition_number(X);
        const int epochs = epochs_needed(X, data.t, most);
        table.row(name, curvatures(0), curvatures(curvatures.size() - 1), kappa, largest_rate(X),
                  0.25 * kappa * std::log(1000.0),
                  epochs < 0 ? fmt::format("more than {}", most) : fmt::format("{}", epochs));
    };
    add("as they came", data.X);
    add("less their means", standardize(data.X, only_mean));
    add("standardized", standardize(data.X, scale));
    lab.value("condition_standardized", condition_number(with_ones(standardize(data.X, scale))),
              "%.1f");
}

void layer_and_data(Lab& lab)
{
    const Houses data = houses(400);
    const Matrix Z = standardize(data.X, scale_of(data.X));
    constexpr std::size_t units = 200;
    Random random{3};
    // Xavier's deviation for 3 inputs and 200 units, which knows nothing of the rows.
    const Matrix W = random.normal_matrix(3, units, 0.0, std::sqrt(2.0 / (3.0 + units)));
    auto table = lab.table("layer_and_data", {"inputs",
                                              {"deviation of the weighted sums", "%.3g"},
                                              {"tanh outputs beyond ±0.99, percent", "%.1f"}});
    const auto add = [&](const char* name, const Matrix& inputs) {
        const Matrix sums = matmul(inputs, W);
        const double deviation = std::sqrt(xt::mean(xt::square(sums - xt::mean(sums)()))());
        const double stuck =
            100.0 * xt::mean(xt::where(xt::abs(xt::tanh(sums)) > 0.99, 1.0, 0.0))();
        table.row(name, deviation, stuck);
        return stuck;
    };
    lab.value("stuck_raw", add("as they came", data.X), "%.0f");
    lab.value("stuck_standardized", add("standardized", Z), "%.1f");
}

} // namespace generalization
