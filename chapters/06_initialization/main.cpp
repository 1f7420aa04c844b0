/// @file
/// The lab of chapter 6: units that stay alike, spreads of weighted sums and the slides' ranges,
/// saturation, erratum 5 in numbers, variances through layers against simulation, and descent
/// from many starts.

#include "lab_parts.hpp"

using namespace initialization;

int main(int argc, char** argv)
{
    Lab lab{argc, argv};
    lab.section("All weights equal, one update", [&] { one_update_of_equal_units(lab); });
    lab.section("All weights equal, training", [&] { training_of_equal_units(lab); });
    lab.section("The spread of wx + b", [&] { spread_of_sums(lab); });
    lab.section("The fan-in behind the slides' ranges", [&] { fan_in_of_the_slides(lab); });
    lab.section("Saturation", [&] { saturation(lab); });
    lab.section("Near 1, or near 0?", [&] { near_1_or_near_0(lab); });
    lab.section("Erratum 5: √3 for √2", [&] { erratum_5_in_numbers(lab); });
    lab.section("How a sampler is judged", [&] { how_a_sampler_is_judged(lab); });
    lab.section("Weights of some layers", [&] { weights_of_some_layers(lab); });
    lab.section("Which 1/n?", [&] { which_1_over_n(lab); });
    lab.section("Formula and simulation", [&] { formula_and_simulation(lab); });
    lab.section("The gains of an activation", [&] { gains_of_an_activation(lab); });
    lab.section("Back through saturated sigmoids", [&] { back_through_saturated_sigmoids(lab); });
    lab.section("Gradients of ten layers", [&] { gradients_of_ten_layers(lab); });
    lab.section("Learning from each start", [&] { learning_from_each_start(lab); });
    lab.section("Descent from many starts", [&] { descent_from_many_starts(lab); });
    lab.section("Convex, but η too large", [&] { eta_too_large(lab); });

    equal_units(lab);
    sums_and_outputs(lab);
    saturation_with_fan_in(lab);
    erratum_5_through_layers(lab);
    activations_grid_tanh(lab);
    activations_grid_relu(lab);
    gradient_norms_by_initialization(lab);
    learning_by_initialization(lab);
    costs_and_paths(lab);
    costs_of_descents(lab);
    return lab.finish();
}
