/// @file
/// The tables and figures of chapter 4, in the order of main.cpp. Each function has the name that
/// its table or figure has in the text.
#pragma once

#include "common/report/lab.hpp"

namespace vanishing_gradient {

using workbook::Lab;

void slopes(Lab& lab);
void erratum_4(Lab& lab);
void chain(Lab& lab);
void example_layers(Lab& lab);
void layer_norms(Lab& lab);
void factor_matched(Lab& lab);
void rounding(Lab& lab);
void rounding_training(Lab& lab);
void saturated(Lab& lab);
void relu_slopes_zero(Lab& lab);
void weight_scales(Lab& lab);
void relu_balance(Lab& lab);
void learning_rates(Lab& lab);
void depth_and_accuracy(Lab& lab);
void longer_training(Lab& lab);
void budget(Lab& lab);
void learned(Lab& lab);
void answers_about_slopes(Lab& lab);
void answers_about_sizes(Lab& lab);
void doubled_sigmoid(Lab& lab);
void frozen_layers(Lab& lab);
void skipped_layers(Lab& lab);
void raised_rates(Lab& lab);

void slope_peak(Lab& lab);
void chain_of_units(Lab& lab);
void slope_product(Lab& lab);
void gradient_norm_per_layer(Lab& lab);
void rounding_or_vanishing(Lab& lab);
void saturated_units(Lab& lab);
void weights_too_large(Lab& lab);
void depth_accuracy(Lab& lab);
void deep_loss(Lab& lab);
void deep_rings(Lab& lab);
void learned_by_layer(Lab& lab);

} // namespace vanishing_gradient
