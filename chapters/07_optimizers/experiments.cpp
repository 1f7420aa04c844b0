// The optimizers as whole runs, the races, and the noisy regression of chapter 7.
#include "experiments.hpp"

#include "common/math/random.hpp"
#include "common/plot/meaning.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <vector>

namespace optimizers {

Look look(Kind kind)
{
    switch (kind) {
    case Kind::descent:
        return {"plain descent", meaning::plain_descent, Dash::solid, Marker::circle};
    case Kind::momentum: return {"momentum", meaning::momentum, Dash::solid, Marker::square};
    case Kind::nesterov: return {"Nesterov", meaning::nesterov, Dash::dashed, Marker::diamond};
    case Kind::adagrad: return {"Adagrad", meaning::adagrad, Dash::solid, Marker::triangle};
    case Kind::rmsprop:
        return {"RMSProp", meaning::rmsprop, Dash::dashed, Marker::inverted_triangle};
    case Kind::adadelta:
        return {"Adadelta", meaning::adadelta, Dash::dash_dot, Marker::open_circle};
    case Kind::adam: return {"Adam", meaning::adam, Dash::solid, Marker::open_square};
    }
    return {};
}

Path run(Kind kind, const Gradient& gradient, const Vector& start, double eta, std::size_t steps,
         const Kept& kept)
{
    const Vector zero = xt::zeros<double>({start.size()});
    Momentum momentum{start, zero};
    Adaptive adaptive{start, zero};
    Adadelta adadelta{start, zero, zero};
    Adam adam{start, zero, zero, zero, 0};
    Path path{start};
    for (std::size_t step = 0; step < steps; ++step) {
        const Vector w = path.back();
        switch (kind) {
        case Kind::descent: path.push_back(descend(w, gradient(w), eta)); break;
        case Kind::momentum:
            momentum = momentum_step(momentum, gradient(w), eta, kept.alpha);
            path.push_back(momentum.w);
            break;
        case Kind::nesterov:
            momentum = nesterov_step(momentum, gradient, eta, kept.alpha);
            path.push_back(momentum.w);
            break;
        case Kind::adagrad:
            adaptive = adagrad_step(adaptive, gradient(w), eta, epsilon, Epsilon::outside);
            path.push_back(adaptive.w);
            break;
        case Kind::rmsprop:
            adaptive = rmsprop_step(adaptive, gradient(w), eta, kept.gamma_rmsprop, epsilon,
                                    Epsilon::outside);
            path.push_back(adaptive.w);
            break;
        case Kind::adadelta:
            adadelta =
                adadelta_step(adadelta, gradient(w), eta, kept.gamma_adadelta, epsilon_of_adadelta);
            path.push_back(adadelta.w);
            break;
        case Kind::adam:
            adam = adam_step(adam, gradient(w), eta, kept.beta_1, kept.beta_2, epsilon_of_adam,
                             Epsilon::outside);
            path.push_back(adam.w);
            break;
        }
    }
    return path;
}

Numbers column(const Path& path, std::size_t i, std::size_t count)
{
    std::vector<double> values;
    for (std::size_t k = 0; k < std::min(count, path.size()); ++k)
        values.push_back(path[k](i));
    return values;
}

Numbers column(const Path& path, std::size_t i)
{
    return column(path, i, path.size());
}

Race valley_race()
{
    return {"long valley",
            valley,
            valley_gradient,
            {-0.6, 1.4},
            {0.001, 0.001, 0.001, 0.3, 0.02, 1.0, 0.1},
            240,
            {-1.6, 1.4, -0.6, 1.7, 301},
            {0.1, 0.3, 1.0, 3.0, 10.0, 30.0, 100.0, 300.0},
            {},
            {1.0, 1.0}};
}

Race beale_race()
{
    return {"Beale's function",
            beale,
            beale_gradient,
            {1.0, 1.5},
            {0.004, 0.004, 0.004, 0.4, 0.05, 2.0, 0.1},
            120,
            {-0.4, 3.8, -2.0, 1.8, 241},
            {0.03, 0.1, 0.3, 1.0, 3.0, 10.0, 30.0, 100.0, 300.0},
            {},
            {3.0, 0.5}};
}

Race saddle_race()
{
    return {"saddle",
            saddle,
            saddle_gradient,
            {1.0, 0.0001},
            {0.05, 0.05, 0.05, 0.1, 0.03, 1.0, 0.05},
            60,
            {-1.1, 1.3, -0.5, 2.0, 241},
            {0.01, 0.03, 0.1, 0.3, 1.0},
            {-0.01, -0.03, -0.1, -0.3, -1.0, -3.0},
            {}};
}

std::vector<Race> all_races()
{
    return {valley_race(), beale_race(), saddle_race()};
}

bool shown_on_log_axis(std::size_t step)
{
    return step <= 60 || step % (step / 30) == 0;
}

std::vector<Path> runs_of(const Race& race)
{
    std::vector<Path> paths;
    for (std::size_t i = 0; i < all_kinds.size(); ++i)
        paths.push_back(run(all_kinds[i], race.gradient, race.start, race.etas[i], race.steps));
    return paths;
}

Data regression_data(std::size_t rows)
{
    Random random{17};
    Data data{xt::ones<double>({rows, std::size_t{2}}), xt::zeros<double>({rows})};
    for (std::size_t n = 0; n < rows; ++n) {
        const double x = random.uniform(-1.0, 1.6);
        data.X(n, 1) = x;
        data.targets(n) = 1.0 + 2.0 * x + random.normal(0.0, 0.5);
    }
    return data;
}

double regression_error(const Data& data, const Vector& w)
{
    return 0.5 * xt::mean(xt::square(matvec(data.X, w) - data.targets))();
}

std::vector<std::size_t> all_rows(std::size_t N)
{
    std::vector<std::size_t> rows(N);
    std::iota(rows.begin(), rows.end(), std::size_t{0});
    return rows;
}

Vector regression_best(const Data& data)
{
    const std::vector<std::size_t> rows = all_rows(data.X.shape(0));
    Vector w{0.0, 0.0};
    for (int step = 0; step < 2000; ++step)
        w = descend(w, batch_gradient(w, data.X, data.targets, rows), 0.5);
    return w;
}

Gradient bowl_slopes(double kappa)
{
    return [kappa](const Vector& w) { return bowl_gradient(w, kappa); };
}

double first_adagrad_step(double slope, double eps, Epsilon position)
{
    const Vector zero{0.0};
    return -adagrad_step({zero, zero}, Vector{slope}, 1.0, eps, position).w(0);
}

double first_adam_step(double slope, double eps, Epsilon position)
{
    const Vector zero{0.0};
    return -adam_step({zero, zero, zero, zero, 0}, Vector{slope}, 1.0, beta_1, beta_2, eps,
                      position)
                .w(0);
}

} // namespace optimizers
