// The executable lab of chapter 2: prints its tables and draws its figures with the numbers of
// whatever implements the chapter, a lab or the solution.

#include "lab_parts.hpp"

using namespace xor_mlp;

int main(int argc, char** argv)
{
    Lab lab{argc, argv};
    lab.section("Three units", [&] { one_unit(lab); });
    lab.section("XOR from three units", [&] { composition(lab); });
    lab.section("The same as matrices", [&] { matrix_form(lab); });
    lab.section("Sigmoids instead of steps", [&] { sigmoid_units(lab); });
    lab.section("Where the inputs land", [&] { where_the_inputs_land(lab); });
    lab.section("Stacks of dense layers", [&] { stacks(lab); });
    lab.section("Linear layers collapse", [&] { collapsing(lab); });

    xor_network(lab);
    hidden_plane(lab);
    third_dimension(lab);
    output_surface(lab);
    decision_regions(lab);
    sigmoid_steepness(lab);
    dense_stack(lab);
    collapse(lab);
    return lab.finish();
}
