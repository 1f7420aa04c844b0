/// @file
/// The tables and figures of chapter 7, in the order of the text. A figure is called as in the
/// text.
#pragma once

#include "common/report/lab.hpp"

namespace optimizers {

using workbook::Lab;

void test_function_slopes(Lab& lab);
void text_batches(Lab& lab);
void unbiased_gradient(Lab& lab);
void noise_and_decay(Lab& lab);
void momentum_in_numbers(Lab& lab);
void gradient_counted_twice(Lab& lab);
void nesterov_in_numbers(Lab& lab);
void one_step_of_each(Lab& lab);
void where_epsilon_stands(Lab& lab);
void sum_and_average(Lab& lab);
void correction_of_adam(Lab& lab);
void amsgrad_in_numbers(Lab& lab);
void races(Lab& lab);

void test_functions(Lab& lab);
void descent_sgd_mini_batch(Lab& lab);
void noisy_loss(Lab& lab);
void momentum_paths(Lab& lab);
void momentum_weights(Lab& lab);
void nesterov_look_ahead(Lab& lab);
void shrinking_rate(Lab& lab);
void epsilon_place(Lab& lab);
void adam_correction(Lab& lab);
void optimizer_losses(Lab& lab);
void valley_paths(Lab& lab);
void beale_paths(Lab& lab);
void saddle_paths(Lab& lab);
void valley_race(Lab& lab);
void beale_race(Lab& lab);
void saddle_race(Lab& lab);

} // namespace optimizers
