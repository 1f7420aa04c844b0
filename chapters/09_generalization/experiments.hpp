/// @file
/// What the tables and the figures of chapter 9 compute with: noisy points of a known curve, fits
/// to many draws of them, runs of descent, and a regression whose inputs have a scale.
#pragma once

#include "common/report/lab.hpp"
#include "generalization.hpp"

#include "common/math/random.hpp"

#include <cstddef>
#include <vector>

namespace generalization {

/// The standard deviation of the noise on every target.
constexpr double sigma = 0.3;

/// The highest degree that the chapter fits.
constexpr int highest_degree = 15;

/// What is true, and what nobody knows: cos(1.7 x + 0.4).
double truth(double x);

/// The truth at many inputs.
Vector truth_at(const Vector& x);

struct Points {
    Vector x;
    Vector t;
};

/// `count` inputs at equal distances from −1 to 1, both included.
Vector even_inputs(std::size_t count);

/// The truth at these inputs and noise.
Points noisy(const Vector& x, Random& random);

/// The 20 points that the polynomials are fitted to.
Points training_points();

/// 40 other points.
Points validation_points();

/// 400 more, for the last word.
Points test_points();

/// The polynomial with these weights, at x.
double polynomial(const Vector& w, double x);

/// Predictions of polynomials of one degree that are fitted to many draws of the targets: row d is
/// draw d, at 200 inputs inside the interval.
struct Predictions {
    Vector x;
    Matrix y;
    double error; ///< the mean squared error at new noisy targets
};
Predictions many_fits(int degree, std::size_t rows, std::size_t draws);

/// The errors after 0, 1, … epochs of batch descent on a polynomial of the highest degree.
struct Epochs {
    std::vector<double> training;
    std::vector<double> validation;
};
Epochs descent_epochs(std::size_t epochs);

/// Early stopping of that descent, or of one at another share of the largest learning rate.
Stopped stopped_descent(int patience, int epochs, double share = 0.5);

/// How good the choice of a degree is that 40 validation rows make: over many draws of the 20
/// targets and of the validation rows, the percentage that chooses 2, 3, 4 or 5.
double percent_of_good_choices(int draws);

/// The median validation error of degree 15 over many draws of 20 inputs at random.
double error_with_random_inputs(int draws);

/// The inputs of a regression in the units in which they came: the year of a building, its area in
/// square metres and its number of rooms; t is a price.
struct Houses {
    Matrix X;
    Vector t;
};
Houses houses(std::size_t rows);

/// A column of ones before X.
Matrix with_ones(const Matrix& X);

/// How many epochs of descent from w = 0, at the best rate, bring the error within a thousandth of
/// where it can go from the start; −1 if `most` are not enough.
int epochs_needed(const Matrix& X, const Vector& t, int most);

/// Two weights under Adam with decay: their gradients change sign in every step and say nothing,
/// but those of weight 1 are a hundred times as large as those of weight 2. The weights after every
/// step.
struct Decays {
    std::vector<double> large;
    std::vector<double> small;
};
Decays decaying_weights(bool decoupled, int steps);

} // namespace generalization
