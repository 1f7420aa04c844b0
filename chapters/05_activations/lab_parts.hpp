/// @file
/// The tables and figures of chapter 5, in the order of the text. A figure is called as in the
/// text.
#pragma once

#include "common/report/lab.hpp"

namespace activations {

using workbook::Lab;

void five_numbers(Lab& lab);
void who_owns_0(Lab& lab);
void what_hides_nan(Lab& lab);
void logistic_far_out(Lab& lab);
void tanh_and_sigma(Lab& lab);
void speed_towards_the_ends(Lab& lab);
void softsign_bars_and_infinity(Lab& lab);
void slope_below_0(Lab& lab);
void alpha_learned(Lab& lab);
void elu_near_0(Lab& lab);
void selu_constants(Lab& lab);
void selu_deep_network(Lab& lab);
void softmax_in_numbers(Lab& lab);
void jacobian_of_softmax(Lab& lab);
void properties_decided(Lab& lab);
void jumps_in_numbers(Lab& lab);

void activation_pairs(Lab& lab);
void activation_table(Lab& lab);
void tanh_against_sigma(Lab& lab);
void distance_to_the_end(Lab& lab);
void relu_family(Lab& lab);
void elu_expm1(Lab& lab);
void selu_fixed_point(Lab& lab);
void softmax_temperatures(Lab& lab);
void softmax_jacobian_matrix(Lab& lab);
void jumps_of_derivatives(Lab& lab);

} // namespace activations
