/// @file
/// The tables and figures of chapter 6, in the order of main.cpp. Each function has the name that
/// its table or figure has in the text.
#pragma once

#include "common/report/lab.hpp"

namespace initialization {

using workbook::Lab;

void equal_update(Lab& lab);
void equal_training(Lab& lab);
void spread_of_sums(Lab& lab);
void sums_beyond_one(Lab& lab);
void range_fan_ins(Lab& lab);
void saturation(Lab& lab);
void which_tenth(Lab& lab);
void single_units(Lab& lab);
void erratum_5(Lab& lab);
void cut_at_two_deviations(Lab& lab);
void how_a_sampler_is_judged(Lab& lab);
void rules(Lab& lab);
void compromise(Lab& lab);
void forward_check(Lab& lab);
void backward_check(Lab& lab);
void gains(Lab& lab);
void saturated_backward(Lab& lab);
void gradient_norms(Lab& lab);
void learning(Lab& lab);
void ends_of_descent(Lab& lab);
void bowl_eta(Lab& lab);
void flat_points(Lab& lab);
void momentum_and_valleys(Lab& lab);
void activation_outputs(Lab& lab);
void answers_of_weights(Lab& lab);
void answers_of_layers(Lab& lab);
void answers_of_training(Lab& lab);
void try_sqrt_3(Lab& lab);
void try_input_scales(Lab& lab);
void try_smaller_noise(Lab& lab);
void try_no_tilt(Lab& lab);

void equal_units(Lab& lab);
void sums_and_outputs(Lab& lab);
void saturation_with_fan_in(Lab& lab);
void erratum_5_through_layers(Lab& lab);
void activations_grid_tanh(Lab& lab);
void activations_grid_relu(Lab& lab);
void gradient_norms_by_initialization(Lab& lab);
void learning_by_initialization(Lab& lab);
void costs_and_paths(Lab& lab);
void costs_of_descents(Lab& lab);

} // namespace initialization
