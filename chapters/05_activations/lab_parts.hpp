/// @file
/// The tables and figures of chapter 5, in the order of main.cpp. Each function has the name that
/// its table or figure has in the text; where a table and a figure share a name, the function of
/// the table ends in _table.
#pragma once

#include "common/report/lab.hpp"

namespace activations {

using workbook::Lab;

void five_values(Lab& lab);
void five_slopes(Lab& lab);
void at_zero(Lab& lab);
void bias_slope_at_zero(Lab& lab);
void nan_in_relu(Lab& lab);
void logistic_overflow(Lab& lab);
void logistic_tail(Lab& lab);
void tanh_and_sigma(Lab& lab);
void tanh_identity(Lab& lab);
void tanh_small(Lab& lab);
void distance_to_the_end_table(Lab& lab);
void bars_lost(Lab& lab);
void softsign_at_infinity(Lab& lab);
void slopes_below(Lab& lab);
void alpha_slopes(Lab& lab);
void alpha_learned(Lab& lab);
void elu_small(Lab& lab);
void selu_constants(Lab& lab);
void moments_once(Lab& lab);
void selu_orbit(Lab& lab);
void selu_layers(Lab& lab);
void other_constants(Lab& lab);
void softmax_shift(Lab& lab);
void softmax_temperature(Lab& lab);
void softmax_and_sigma(Lab& lab);
void jacobian_error(Lab& lab);
void jacobian_cost(Lab& lab);
void properties(Lab& lab);
void properties_of_others(Lab& lab);
void steep_logistic(Lab& lab);
void jumps(Lab& lab);
void answers(Lab& lab);
void xor_by_activation(Lab& lab);
void other_functions(Lab& lab);
void coarse_points(Lab& lab);

void activation_table(Lab& lab);
void activation_pairs(Lab& lab);
void tanh_against_sigma(Lab& lab);
void distance_to_the_end(Lab& lab);
void elu_expm1(Lab& lab);
void selu_fixed_point(Lab& lab);
void relu_family(Lab& lab);
void softmax_temperatures(Lab& lab);
void softmax_jacobian_matrix(Lab& lab);
void jumps_of_derivatives(Lab& lab);

} // namespace activations
