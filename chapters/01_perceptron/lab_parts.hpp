/// @file
/// The tables and figures of chapter 1, in the order of the text. A figure is called as in the
/// text.
#pragma once

#include "common/report/lab.hpp"

namespace perceptron {

using workbook::Lab;

void sums(Lab& lab);
void steps(Lab& lab);
void one_perceptron(Lab& lab);
void gates_in_numbers(Lab& lab);
void batch_in_numbers(Lab& lab);
void learning(Lab& lab);
void training(Lab& lab);
void convergence(Lab& lab);
void theorem(Lab& lab);
void impossible(Lab& lab);

void line_slope_intercept(Lab& lab);
void step_activation(Lab& lab);
void perceptron_graph(Lab& lab);
void gates(Lab& lab);
void mistakes_per_epoch(Lab& lab);
void learning_and(Lab& lab);
void two_inequalities(Lab& lab);
void mistakes_and_bound(Lab& lab);

} // namespace perceptron
