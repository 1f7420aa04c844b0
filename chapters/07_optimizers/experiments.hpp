/// @file
/// What the tables and the figures of chapter 7 compute with: the optimizers as whole runs, the
/// races over the test functions, and the noisy regression.
#pragma once

#include "common/report/lab.hpp"
#include "optimizers.hpp"

#include "common/math/random.hpp"

#include <cstddef>
#include <vector>

namespace optimizers {

using Gradient = std::function<Vector(const Vector&)>;
using Path = std::vector<Vector>;

enum class Kind { descent, momentum, nesterov, adagrad, rmsprop, adadelta, adam };

inline const std::vector<Kind> all_kinds{Kind::descent, Kind::momentum, Kind::nesterov,
                                         Kind::adagrad, Kind::rmsprop,  Kind::adadelta,
                                         Kind::adam};

/// How an optimizer is named and drawn in every figure.
struct Look {
    const char* name;
    Color color;
    Dash dash;
    Marker marker;
};

Look look(Kind kind);

constexpr double alpha = 0.9;
constexpr double gamma_rmsprop = 0.9;
constexpr double gamma_adadelta = 0.95;
constexpr double beta_1 = 0.9;
constexpr double beta_2 = 0.999;
constexpr double epsilon = 1e-6;
constexpr double epsilon_of_adadelta = 1e-4;
constexpr double epsilon_of_adam = 1e-8;

/// What the optimizers keep of the past: the values of the papers, unless others are given.
struct Kept {
    double alpha = optimizers::alpha; ///< of the velocity, in momentum and Nesterov's
    double gamma_rmsprop = optimizers::gamma_rmsprop;
    double gamma_adadelta = optimizers::gamma_adadelta;
    double beta_1 = optimizers::beta_1;
    double beta_2 = optimizers::beta_2;
};

/// The points after 0, 1, …, `steps` steps.
Path run(Kind kind, const Gradient& gradient, const Vector& start, double eta, std::size_t steps,
         const Kept& kept = {});

/// Coordinate i of the first `count` points.
Numbers column(const Path& path, std::size_t i, std::size_t count);

/// Coordinate i of all places.
Numbers column(const Path& path, std::size_t i);

/// All optimizers on one function from one start, each with a learning rate that suits it.
struct Race {
    const char* name;
    double (*f)(const Vector&);
    Gradient gradient;
    Vector start;
    std::vector<double> etas; ///< in the order of all_kinds
    std::size_t steps;
    Plane plane;
    std::vector<double> levels;       ///< lines of equal value on its map
    std::vector<double> levels_below; ///< the same below 0, drawn in another way
    Vector goal;                      ///< the lowest point; empty if there is none
};

Race valley_race();

Race beale_race();

Race saddle_race();

std::vector<Race> all_races();

/// The paths of all optimizers, in the order of all_kinds.
std::vector<Path> runs_of(const Race& race);

/// Whether a curve over the steps shows this one: all at first, then ever fewer, so that they stand
/// evenly on a logarithmic axis.
bool shown_on_log_axis(std::size_t step);

constexpr std::size_t data_rows = 60;

struct Data {
    Matrix X; ///< a column of ones and x
    Vector targets;
};

/// t = 1 + 2x and noise.
Data regression_data(std::size_t rows = data_rows);

double regression_error(const Data& data, const Vector& w);

std::vector<std::size_t> all_rows(std::size_t N);

/// The weights with the lowest error, by many steps of batch descent.
Vector regression_best(const Data& data);

/// The points after every update. Every epoch takes the rows in a new order.
inline Path regression_path(const Data& data, int batch_size, double eta, double decay,
                            std::size_t updates, std::uint64_t seed = 5)
{
    Random random{seed};
    Path path{Vector{-1.0, 4.0}};
    while (path.size() <= updates) {
        for (const auto& rows : batches(random.permutation(data.X.shape(0)), batch_size)) {
            const double rate = decayed(eta, decay, static_cast<int>(path.size()) - 1);
            path.push_back(descend(path.back(),
                                   batch_gradient(path.back(), data.X, data.targets, rows), rate));
            if (path.size() > updates)
                break;
        }
    }
    return path;
}

/// The gradient of the bowl ½ (x² + κ y²).
Gradient bowl_slopes(double kappa);

/// The first step of Adagrad from w = 0, without its sign, in units of η.
double first_adagrad_step(double slope, double eps, Epsilon position);

/// The first step of Adam from w = 0, without its sign, in units of η.
double first_adam_step(double slope, double eps, Epsilon position);

} // namespace optimizers
