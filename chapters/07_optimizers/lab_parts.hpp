/// @file
/// The tables and figures of chapter 7, in the order of main.cpp. Each function has the name that
/// its table or figure has in the text; where a table and a figure share a name, the function of
/// the table ends in _table.
#pragma once

#include "common/report/lab.hpp"

namespace optimizers {

using workbook::Lab;

void test_functions_table(Lab& lab);
void text_batches(Lab& lab);
void text_epochs(Lab& lab);
void unbiased(Lab& lab);
void sgd_decay(Lab& lab);
void momentum_sum(Lab& lab);
void momentum_bowl(Lab& lab);
void erratum_8(Lab& lab);
void erratum_8_bowl(Lab& lab);
void nesterov_forms(Lab& lab);
void text_steps(Lab& lab);
void erratum_7(Lab& lab);
void erratum_7_run(Lab& lab);
void epsilon_adam(Lab& lab);
void shrinking(Lab& lab);
void rare_words_table(Lab& lab);
void adam_first_steps(Lab& lab);
void amsgrad(Lab& lab);
void race_rates(Lab& lab);
void race_results(Lab& lab);
void farthest_places(Lab& lab);
void batch_or_stochastic(Lab& lab);
void speed_not_accuracy(Lab& lab);
void adagrad_counts(Lab& lab);
void adagrad_eta(Lab& lab);
void adam_and_momentum(Lab& lab);
void steps_by_scale(Lab& lab);
void amsgrad_factor(Lab& lab);
void eta_cut(Lab& lab);
void good_rates_table(Lab& lab);
void answers_of_batches(Lab& lab);
void answers_of_steps(Lab& lab);
void answers_of_races(Lab& lab);
void try_momentum_099(Lab& lab);
void try_decay_on_beale(Lab& lab);
void try_uncorrected_adam(Lab& lab);
void try_millimetres(Lab& lab);

void test_functions(Lab& lab);
void data_flow(Lab& lab);
void descent_sgd_mini_batch(Lab& lab);
void noisy_loss(Lab& lab);
void momentum_paths(Lab& lab);
void momentum_weights(Lab& lab);
void nesterov_look_ahead(Lab& lab);
void epsilon_place(Lab& lab);
void rare_words(Lab& lab);
void shrinking_rate(Lab& lab);
void adam_correction(Lab& lab);
void valley_paths(Lab& lab);
void valley_race(Lab& lab);
void beale_paths(Lab& lab);
void beale_race(Lab& lab);
void saddle_paths(Lab& lab);
void saddle_race(Lab& lab);
void optimizer_losses(Lab& lab);

} // namespace optimizers
