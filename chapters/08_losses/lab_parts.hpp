/// @file
/// The tables and figures of chapter 8, in the order of main.cpp. Each function has the name that
/// its table or figure has in the text; where a table and a figure share a name, the function of
/// the table ends in _table.
#pragma once

#include "common/report/lab.hpp"

namespace losses {

using workbook::Lab;

void sigmoid_regression_table(Lab& lab);
void losses_by_logit(Lab& lab);
void erratum_25(Lab& lab);
void escapes(Lab& lab);
void stalled_unit_table(Lab& lab);
void coin_table(Lab& lab);
void products_and_sums(Lab& lab);
void safe_losses(Lab& lab);
void label_order_table(Lab& lab);
void sums_of_sigmoids(Lab& lab);
void through_the_jacobian(Lab& lab);
void multi_label_table(Lab& lab);
void summary_table(Lab& lab);
void decisions(Lab& lab);
void text_values(Lab& lab);
void answers(Lab& lab);
void growing_weights(Lab& lab);
void classes_in_a_row(Lab& lab);

void sigmoid_regression(Lab& lab);
void losses_and_gradients(Lab& lab);
void stalled_descent(Lab& lab);
void stalled_unit(Lab& lab);
void coin_likelihood(Lab& lab);
void label_order(Lab& lab);
void sigmoids_do_not_add_up(Lab& lab);
void three_regions(Lab& lab);
void multi_label(Lab& lab);
void summary(Lab& lab);

} // namespace losses
