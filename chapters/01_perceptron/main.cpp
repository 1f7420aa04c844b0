// The executable lab of chapter 1: prints its tables and draws its figures with the numbers of
// whatever implements the chapter, a lab or the solution.

#include "lab_parts.hpp"

using namespace perceptron;

int main(int argc, char** argv)
{
    Lab lab{argc, argv};
    lab.section("Weighted sum", [&] { sums(lab); });
    lab.section("Step activation", [&] { steps(lab); });
    lab.section("The perceptron", [&] { one_perceptron(lab); });
    lab.section("Gates", [&] { gates_in_numbers(lab); });
    lab.section("A batch", [&] { batch_in_numbers(lab); });
    lab.section("Learning rule: OR, row by row", [&] { learning(lab); });
    lab.section("Learning rule: training", [&] { training(lab); });
    lab.section("Convergence", [&] { convergence(lab); });
    lab.section("Convergence on many data sets", [&] { theorem(lab); });
    lab.section("XOR is impossible", [&] { impossible(lab); });

    line_slope_intercept(lab);
    step_activation(lab);
    perceptron_graph(lab);
    gates(lab);
    mistakes_per_epoch(lab);
    learning_and(lab);
    two_inequalities(lab);
    mistakes_and_bound(lab);
    return lab.finish();
}
