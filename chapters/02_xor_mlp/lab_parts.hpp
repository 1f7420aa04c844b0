/// @file
/// The tables and figures of chapter 2, in the order of the text. A figure is called as in the
/// text.
#pragma once

#include "common/report/lab.hpp"

namespace xor_mlp {

using workbook::Lab;

void one_unit(Lab& lab);
void composition(Lab& lab);
void matrix_form(Lab& lab);
void sigmoid_units(Lab& lab);
void where_the_inputs_land(Lab& lab);
void stacks(Lab& lab);
void collapsing(Lab& lab);

void xor_network(Lab& lab);
void hidden_plane(Lab& lab);
void third_dimension(Lab& lab);
void output_surface(Lab& lab);
void decision_regions(Lab& lab);
void sigmoid_steepness(Lab& lab);
void dense_stack(Lab& lab);
void collapse(Lab& lab);

} // namespace xor_mlp
