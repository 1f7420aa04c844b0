// The executable lab of chapter 1: prints its tables and draws its figures with the numbers of
// whatever implements the chapter, a lab or the solution.

#include "lab_parts.hpp"

using namespace perceptron;

int main(int argc, char** argv)
{
    Lab lab{argc, argv};
    lab.section("Weighted sum", [&] { weighted_sum(lab); });
    lab.section("Step activation", [&] { step_values(lab); });
    lab.section("The perceptron", [&] { one_perceptron(lab); });
    lab.section("Gates", [&] {
        gate_units(lab);
        gates_table(lab);
    });
    lab.section("A batch", [&] {
        batch(lab);
        wrong_axis(lab);
    });
    lab.section("Learning rule: OR, row by row", [&] { training_or(lab); });
    lab.section("Learning rule: training", [&] {
        training(lab);
        learning_rates(lab);
        row_orders(lab);
    });
    lab.section("Convergence", [&] {
        gate_bounds(lab);
        random_bounds(lab);
    });
    lab.section("Convergence on many data sets", [&] { bounds_kept(lab); });
    lab.section("XOR is impossible", [&] {
        xor_inequalities(lab);
        xor_search(lab);
        xor_epochs(lab);
    });
    lab.section("Answers: gates", [&] {
        gates_of_the_grid(lab);
        opposite_gates(lab);
    });
    lab.section("Answers: convergence", [&] {
        far_start(lab);
        xor_with_the_product(lab);
        majority(lab);
        pocket(lab);
    });

    nerve_cell(lab);
    perceptron_graph(lab);
    line_slope_intercept(lab);
    step_activation(lab);
    gates(lab);
    learning_and(lab);
    mistakes_per_epoch(lab);
    two_inequalities(lab);
    mistakes_and_bound(lab);
    return lab.finish();
}
