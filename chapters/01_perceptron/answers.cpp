// The numbers in the answers to chapter 1's exercises.
#include "experiments.hpp"
#include "lab_parts.hpp"

#include "common/math/random.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <vector>

namespace perceptron {
namespace {

/// Three inputs, and whether at least two of them are 1.
const Matrix cube{{0, 0, 0}, {0, 0, 1}, {0, 1, 0}, {0, 1, 1},
                  {1, 0, 0}, {1, 0, 1}, {1, 1, 0}, {1, 1, 1}};
const Vector majority_column{0, 0, 0, 1, 0, 1, 1, 1};

/// The corners with the product of their inputs as a third input.
const Matrix lifted_corners{{0, 0, 0}, {0, 1, 0}, {1, 0, 0}, {1, 1, 1}};

void unit_values(Lab& lab, const std::string& name, const Unit& unit)
{
    for (std::size_t i = 0; i < unit.w.size(); ++i)
        lab.value(name + "_w" + std::to_string(i + 1), unit.w(i));
    lab.value(name + "_b", unit.b);
}

void training_values(Lab& lab, const std::string& name, const Training& training)
{
    lab.value(name + "_mistakes", total(training.mistakes_per_epoch));
    lab.value(name + "_epochs", training.mistakes_per_epoch.size());
}

/// Random rows of which one, the farthest from the line, has the wrong target.
Separable with_one_flipped()
{
    Random random{17};
    Separable data = separable(random, 40, 0.3);
    const std::size_t farthest = xt::argmax(xt::abs(weighted_sums(data.X, data.separator)))();
    data.targets(farthest) = 1 - data.targets(farthest);
    return data;
}

std::size_t wrong_answers(const Separable& data, const Unit& unit)
{
    return data.X.shape(0) - right_answers(data.X, data.targets, unit);
}

} // namespace

void gates_of_the_grid(Lab& lab)
{
    // A gate is what it answers at the four corners.
    std::set<std::vector<double>> gates;
    for (const Unit& unit : unit_grid()) {
        std::vector<double> answers;
        for (std::size_t n = 0; n < 4; ++n)
            answers.push_back(classify(xt::row(corners, n), unit));
        gates.insert(answers);
    }
    lab.value("gates_of_the_grid", gates.size());
}

void opposite_gates(Lab& lab)
{
    unit_values(lab, "and_from_half", train(corners, and_column, {{0, 0}, 0.5}, 1, 50).unit);
    unit_values(lab, "nand_from_half", train(corners, nand_column, {{0, 0}, -0.5}, 1, 50).unit);
}

void far_start(Lab& lab)
{
    // AND's separator (1, 1), −1.5, and a start at w = 0, b = 10.
    const double length = std::sqrt(4.25);
    const double gamma = 0.5 / length;
    const double R_squared = 3;
    const double D = 10 - 10 * -1.5 / length;
    const double root = (std::sqrt(R_squared) + std::sqrt(R_squared + 4 * gamma * D)) / (2 * gamma);
    lab.value("far_bound", root * root, "%.0f");
    training_values(lab, "far", train(corners, and_column, {{0, 0}, 10}, 1, 500));
}

void xor_with_the_product(Lab& lab)
{
    const Training training = train(lifted_corners, xor_column, {{0, 0, 0}, 0}, 1, 100);
    unit_values(lab, "lifted", training.unit);
    training_values(lab, "lifted", training);
}

void majority(Lab& lab)
{
    lab.value("majority_bound", mistake_bound(cube, majority_column, {{1, 1, 1}, -1.5}));
    training_values(lab, "majority", train(cube, majority_column, {{0, 0, 0}, 0}, 1, 100));
}

void pocket(Lab& lab)
{
    const Separable data = with_one_flipped();
    Unit unit = zero_unit;
    std::size_t fewest = data.X.shape(0);
    std::vector<std::size_t> mistakes;
    std::vector<std::size_t> wrong;
    for (int epoch = 0; epoch < 100; ++epoch) {
        mistakes.push_back(0);
        for (std::size_t n = 0; n < data.X.shape(0); ++n) {
            const Vector x = xt::row(data.X, n);
            mistakes.back() += classify(x, unit) != data.targets(n);
            unit = rosenblatt_update(unit, x, data.targets(n), 1);
            fewest = std::min(fewest, wrong_answers(data, unit));
        }
        wrong.push_back(wrong_answers(data, unit));
    }
    const auto later = mistakes.begin() + 50;
    lab.value("flipped_fewest", *std::min_element(later, mistakes.end()));
    lab.value("flipped_most", *std::max_element(later, mistakes.end()));
    lab.value("flipped_worst", *std::max_element(wrong.begin() + 50, wrong.end()));
    lab.value("pocket_wrong", fewest);
}

} // namespace perceptron
