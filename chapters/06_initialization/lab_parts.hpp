/// @file
/// The tables and figures of chapter 6, in the order of the text. A figure is called as in the
/// text.
#pragma once

#include "common/report/lab.hpp"

namespace initialization {

using workbook::Lab;

void one_update_of_equal_units(Lab& lab);
void training_of_equal_units(Lab& lab);
void spread_of_sums(Lab& lab);
void fan_in_of_the_slides(Lab& lab);
void saturation(Lab& lab);
void near_1_or_near_0(Lab& lab);
void erratum_5_in_numbers(Lab& lab);
void how_a_sampler_is_judged(Lab& lab);
void weights_of_some_layers(Lab& lab);
void which_1_over_n(Lab& lab);
void formula_and_simulation(Lab& lab);
void gains_of_an_activation(Lab& lab);
void back_through_saturated_sigmoids(Lab& lab);
void gradients_of_ten_layers(Lab& lab);
void learning_from_each_start(Lab& lab);
void descent_from_many_starts(Lab& lab);
void eta_too_large(Lab& lab);

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
