/// @file
/// The lab of chapter 6: units that stay alike, spreads of weighted sums and their ranges,
/// saturation, erratum 5 in numbers, variances through layers against simulation, and descent
/// from many starts.

#include "lab_parts.hpp"

using namespace initialization;

int main(int argc, char** argv)
{
    Lab lab{argc, argv};
    lab.section("All weights equal, one update", [&] { equal_update(lab); });
    lab.section("All weights equal, training", [&] { equal_training(lab); });
    lab.section("The spread of wx + b", [&] {
        spread_of_sums(lab);
        sums_beyond_one(lab);
    });
    lab.section("The fan-in behind a range", [&] { range_fan_ins(lab); });
    lab.section("Variance or deviation 0.1", [&] { which_tenth(lab); });
    lab.section("Saturation", [&] { saturation(lab); });
    lab.section("Near 1, or near 0?", [&] { single_units(lab); });
    lab.section("Erratum 5: √3 for √2", [&] {
        erratum_5(lab);
        cut_at_two_deviations(lab);
    });
    lab.section("How a sampler is judged", [&] { how_a_sampler_is_judged(lab); });
    lab.section("Weights of some layers", [&] { rules(lab); });
    lab.section("Which 1/n?", [&] { compromise(lab); });
    lab.section("Formula and simulation", [&] {
        forward_check(lab);
        backward_check(lab);
    });
    lab.section("The gains of an activation", [&] { gains(lab); });
    lab.section("Back through saturated sigmoids", [&] { saturated_backward(lab); });
    lab.section("Gradients of ten layers", [&] { gradient_norms(lab); });
    lab.section("Learning from each start", [&] { learning(lab); });
    lab.section("Descent from many starts", [&] { ends_of_descent(lab); });
    lab.section("Convex, but η too large", [&] { bowl_eta(lab); });
    lab.section("Where the slope is 0", [&] { flat_points(lab); });
    lab.section("Momentum and the lowest valley", [&] { momentum_and_valleys(lab); });
    lab.section("What units put out", [&] { activation_outputs(lab); });
    lab.section("Answers", [&] {
        answers_of_weights(lab);
        answers_of_layers(lab);
        answers_of_training(lab);
    });
    lab.section("What to try next", [&] {
        try_sqrt_3(lab);
        try_input_scales(lab);
        try_smaller_noise(lab);
        try_no_tilt(lab);
    });

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
