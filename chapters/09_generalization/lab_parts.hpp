/// @file
/// The tables and figures of chapter 9, in the order of main.cpp. Each function has the name that
/// its table or figure has in the text; where a table and a figure share a name, the function of
/// the table ends in _table.
#pragma once

#include "common/report/lab.hpp"

namespace generalization {

using workbook::Lab;

void condition_of_bases(Lab& lab);
void fits_by_degree(Lab& lab);
void parts_of_the_error(Lab& lab);
void ridge_by_lambda(Lab& lab);
void first_step_with_decay(Lab& lab);
void decay_by_gradient(Lab& lab);
void stopping(Lab& lab);
void houses_scale(Lab& lab);
void inputs_and_descent(Lab& lab);
void layer_and_data(Lab& lab);

void bases(Lab& lab);
void condition_by_degree(Lab& lab);
void fits(Lab& lab);
void error_over_degree(Lab& lab);
void learning_curves(Lab& lab);
void bias_and_variance_by_degree(Lab& lab);
void ridge_fits(Lab& lab);
void error_over_lambda(Lab& lab);
void decay_inside_and_beside(Lab& lab);
void error_over_epochs(Lab& lab);
void standardized_cost(Lab& lab);

} // namespace generalization
