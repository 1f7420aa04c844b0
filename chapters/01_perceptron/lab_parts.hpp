/// @file
/// The tables and figures of chapter 1, in the order of main.cpp. Each function has the name that
/// its table or figure has in the text; where a table and a figure share a name, the function of
/// the table ends in _table.
#pragma once

#include "common/report/lab.hpp"

namespace perceptron {

using workbook::Lab;

void weighted_sum(Lab& lab);
void step_values(Lab& lab);
void one_perceptron(Lab& lab);
void gate_units(Lab& lab);
void gates_table(Lab& lab);
void batch(Lab& lab);
void wrong_axis(Lab& lab);
void training_or(Lab& lab);
void training(Lab& lab);
void learning_rates(Lab& lab);
void row_orders(Lab& lab);
void gate_bounds(Lab& lab);
void random_bounds(Lab& lab);
void bounds_kept(Lab& lab);
void xor_inequalities(Lab& lab);
void xor_search(Lab& lab);
void xor_epochs(Lab& lab);

void gates_of_the_grid(Lab& lab);
void opposite_gates(Lab& lab);
void far_start(Lab& lab);
void xor_with_the_product(Lab& lab);
void majority(Lab& lab);
void pocket(Lab& lab);

void nerve_cell(Lab& lab);
void perceptron_graph(Lab& lab);
void line_slope_intercept(Lab& lab);
void step_activation(Lab& lab);
void gates(Lab& lab);
void learning_and(Lab& lab);
void mistakes_per_epoch(Lab& lab);
void two_inequalities(Lab& lab);
void mistakes_and_bound(Lab& lab);

} // namespace perceptron
