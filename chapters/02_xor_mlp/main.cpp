// The executable lab of chapter 2: prints its tables and draws its figures with the numbers of
// whatever implements the chapter, a lab or the solution.

#include "lab_parts.hpp"

using namespace xor_mlp;

int main(int argc, char** argv)
{
    Lab lab{argc, argv};
    lab.section("Three units", [&] {
        units(lab);
        gates_of_units(lab);
    });
    lab.section("XOR from three units", [&] { xor_table(lab); });
    lab.section("The same as matrices", [&] {
        matrix_form(lab);
        row_read_as_column(lab);
    });
    lab.section("Sigmoids instead of steps", [&] {
        sigmoid_forms(lab);
        soft_xor(lab);
    });
    lab.section("Where the inputs land", [&] { hidden_points(lab); });
    lab.section("Stacks of dense layers", [&] {
        dense_parameters(lab);
        stack_shape(lab);
        stack_by_hand(lab);
        stack_answers(lab);
    });
    lab.section("Linear layers collapse", [&] {
        collapse_orders(lab);
        collapse_rounding(lab);
        xor_collapsed(lab);
    });
    lab.section("Answers: steps", [&] {
        two_outputs(lab);
        parity(lab);
    });
    lab.section("Answers: sigmoids", [&] {
        softly_rounded(lab);
        sharpened(lab);
    });
    lab.section("Answers: stacks", [&] {
        digit_reader(lab);
        product_by_sigmoids(lab);
    });

    xor_network(lab);
    weight_matrix(lab);
    sigmoid_steepness(lab);
    decision_regions(lab);
    hidden_plane(lab);
    third_dimension(lab);
    output_surface(lab);
    dense_stack(lab);
    deep_network(lab);
    shallow_and_deep(lab);
    collapse(lab);
    return lab.finish();
}
