/// @file
/// The tables and figures of chapter 4, in the order of the text. A figure is called as in the
/// text.
#pragma once

#include "common/report/lab.hpp"

namespace vanishing_gradient {

using workbook::Lab;

void slope_of_the_sigmoid(Lab& lab);
void along_a_chain(Lab& lab);
void worked_example(Lab& lab);
void gradient_norms_at_the_start(Lab& lab);
void rounding_against_vanishing(Lab& lab);
void saturated_shares(Lab& lab);
void exploding_gradients(Lab& lab);
void learning_or_not(Lab& lab);
void what_each_layer_learned(Lab& lab);

void slope_peak(Lab& lab);
void chain_of_units(Lab& lab);
void slope_product(Lab& lab);
void gradient_norm_per_layer(Lab& lab);
void rounding_or_vanishing(Lab& lab);
void saturated_units(Lab& lab);
void weights_too_large(Lab& lab);
void deep_loss(Lab& lab);
void depth_accuracy(Lab& lab);
void learned_by_layer(Lab& lab);
void deep_rings(Lab& lab);

} // namespace vanishing_gradient
