/// @file
/// The tables and figures of chapter 2, in the order of main.cpp. Each function has the name that
/// its table or figure has in the text.
#pragma once

#include "common/report/lab.hpp"

namespace xor_mlp {

using workbook::Lab;

void units(Lab& lab);
void gates_of_units(Lab& lab);
void xor_table(Lab& lab);
void matrix_form(Lab& lab);
void row_read_as_column(Lab& lab);
void sigmoid_forms(Lab& lab);
void soft_xor(Lab& lab);
void hidden_points(Lab& lab);
void dense_parameters(Lab& lab);
void stack_shape(Lab& lab);
void stack_by_hand(Lab& lab);
void stack_answers(Lab& lab);
void collapse_orders(Lab& lab);
void collapse_rounding(Lab& lab);
void xor_collapsed(Lab& lab);

void two_outputs(Lab& lab);
void softly_rounded(Lab& lab);
void digit_reader(Lab& lab);
void parity(Lab& lab);
void product_by_sigmoids(Lab& lab);
void sharpened(Lab& lab);

void xor_network(Lab& lab);
void weight_matrix(Lab& lab);
void sigmoid_steepness(Lab& lab);
void decision_regions(Lab& lab);
void hidden_plane(Lab& lab);
void third_dimension(Lab& lab);
void output_surface(Lab& lab);
void dense_stack(Lab& lab);
void deep_network(Lab& lab);
void shallow_and_deep(Lab& lab);
void collapse(Lab& lab);

} // namespace xor_mlp
