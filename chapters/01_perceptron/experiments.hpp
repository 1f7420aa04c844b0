/// @file
/// What the tables and the figures of chapter 1 compute with: the gates, the training of a unit,
/// and the data of the convergence theorem.
#pragma once

#include "common/report/lab.hpp"
#include "perceptron.hpp"

#include "common/math/random.hpp"

#include <string>
#include <vector>

namespace perceptron {

/// The four rows of every gate's table, and the columns.
inline const Matrix corners{{0, 0}, {0, 1}, {1, 0}, {1, 1}};
inline const Vector and_column{0, 0, 0, 1};
inline const Vector or_column{0, 1, 1, 1};
inline const Vector nand_column{1, 1, 1, 0};
inline const Vector xor_column{0, 1, 1, 0};

/// A little more than the unit square. With 100 samples no grid point lies on a gate's line.
inline const Plane around{-0.5, 1.5, -0.5, 1.5, 100};

inline const Unit zero_unit{{0, 0}, 0};

/// How long the gates are trained at most.
inline constexpr std::size_t most_epochs = 20;

std::size_t total(const std::vector<std::size_t>& counts);

/// Short, with a real minus: "−1.5", "2".
std::string words(double number);

/// How many rows a unit gets right.
std::size_t right_answers(const Matrix& X, const Vector& targets, const Unit& unit);

/// The units with two weights and a bias from −2 to 2 in steps of a quarter.
std::vector<Unit> unit_grid();

/// Random rows on both sides of a random line, none nearer to it than `margin`.
struct Separable {
    Matrix X;
    Vector targets;
    Unit separator;
};

Separable separable(Random& random, std::size_t rows, double margin);

/// The unit square: its corners, full where the target is 1, and the axes.
void draw_square(Figure& figure, const Vector& targets);

/// The line on which a unit's weighted sum is 0.
void draw_border(Figure& figure, const Unit& unit, const Style& style);

/// A tint where a unit answers 1, another where it answers 0, and the line between them.
void draw_answers(Figure& figure, const Unit& unit);

/// Bounds, and mistakes made in training, of many random data sets.
struct Clouds {
    std::vector<double> bounds;
    std::vector<double> mistakes;
};

Clouds many_bounds(std::size_t count);

} // namespace perceptron
