/// @file
/// The tables and figures of chapter 3, in the order of the text. A figure is called as in the
/// text.
#pragma once

#include "common/report/lab.hpp"

namespace backprop {

using workbook::Lab;

void descent_on_a_parabola(Lab& lab);
void linear_unit(Lab& lab);
void forward_in_numbers(Lab& lab);
void backward_in_numbers(Lab& lab);
void outputs_in_place_of_weights(Lab& lab);
void slope_of_another_unit(Lab& lab);
void learning_rate_is_chosen(Lab& lab);
void general_rule(Lab& lab);
void gradient_checker(Lab& lab);
void training_xor(Lab& lab);
void xor_from_many_starts(Lab& lab);
void eta_too_large(Lab& lab);

void parabola_descent(Lab& lab);
void parabola_eta(Lab& lab);
void linear_unit_errors(Lab& lab);
void sigma_and_slope(Lab& lab);
void descent_and_backprop(Lab& lab);
void forward_pass(Lab& lab);
void output_update(Lab& lab);
void hidden_update(Lab& lab);
void gradient_error(Lab& lab);
void xor_loss(Lab& lab);
void xor_eta(Lab& lab);
void xor_surface(Lab& lab);

} // namespace backprop
