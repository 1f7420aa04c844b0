/// @file
/// The tables and figures of chapter 3, in the order of main.cpp. Each function has the name that
/// its table or figure has in the text; where a table and a figure share a name, the function of
/// the table ends in _table.
#pragma once

#include "common/report/lab.hpp"

namespace backprop {

using workbook::Lab;

void parabola_steps(Lab& lab);
void parabola_eta_table(Lab& lab);
void linear_fit(Lab& lab);
void linear_eta(Lab& lab);
void forward_pass_table(Lab& lab);
void example_update(Lab& lab);
void erratum_1(Lab& lab);
void erratum_2(Lab& lab);
void erratum_9(Lab& lab);
void general_rule(Lab& lab);
void batch_of_two(Lab& lab);
void checker(Lab& lab);
void xor_training(Lab& lab);
void xor_answers(Lab& lab);
void xor_starts(Lab& lab);
void xor_eta_table(Lab& lab);

void line_answers(Lab& lab);
void sigmoid_answers(Lab& lab);
void moved_weights(Lab& lab);
void predicted_fall(Lab& lab);
void single_unit(Lab& lab);
void slip_in_training(Lab& lab);
void equal_units(Lab& lab);
void tanh_units(Lab& lab);
void deep_gradients(Lab& lab);
void cost_of_gradients(Lab& lab);

void parabola_descent(Lab& lab);
void parabola_eta(Lab& lab);
void linear_unit_errors(Lab& lab);
void sigma_and_slope(Lab& lab);
void forward_pass(Lab& lab);
void output_update(Lab& lab);
void hidden_update(Lab& lab);
void descent_surface(Lab& lab);
void descent_and_backprop(Lab& lab);
void gradient_error(Lab& lab);
void xor_loss(Lab& lab);
void xor_surface(Lab& lab);
void xor_eta(Lab& lab);

} // namespace backprop
