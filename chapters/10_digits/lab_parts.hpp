/// @file
/// The tables and figures of chapter 10, in the order of main.cpp. Each function has the name that
/// its table or figure has in the text; where a table and a figure share a name, the function of
/// the table ends in _table.
#pragma once

#include "common/report/lab.hpp"

namespace digits {

using workbook::Lab;

void digits_split(Lab& lab);
void text_layer(Lab& lab);
void text_network(Lab& lab);
void text_gradient(Lab& lab);
void text_clipping(Lab& lab);
void clipping(Lab& lab);
void text_step(Lab& lab);
void batch_agreement_table(Lab& lab);
void updates_per_epoch(Lab& lab);
void throughput(Lab& lab);
void seeds(Lab& lab);
void confusions(Lab& lab);
void dead(Lab& lab);
void range(Lab& lab);
void hyperparameters_table(Lab& lab);
void answers_to_exercises(Lab& lab);

void digits_samples(Lab& lab);
void batch_agreement(Lab& lab);
void digits_curves(Lab& lab);
void digits_confusion(Lab& lab);
void digits_worst(Lab& lab);
void digits_weights(Lab& lab);
void dead_relus(Lab& lab);
void range_test(Lab& lab);
void digits_hyperparameters(Lab& lab);

} // namespace digits
