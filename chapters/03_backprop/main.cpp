/// @file
/// The lab of chapter 3: descent on one weight, the 2-2-2 network forward and back, the errata
/// of the documents in numbers, a gradient checker, and the training of XOR.

#include "lab_parts.hpp"

using namespace backprop;

int main(int argc, char** argv)
{
    Lab lab{argc, argv};
    lab.section("Descent on a parabola", [&] { descent_on_a_parabola(lab); });
    lab.section("A linear unit", [&] { linear_unit(lab); });
    lab.section("The 2-2-2 network, forward", [&] { forward_in_numbers(lab); });
    lab.section("The 2-2-2 network, back", [&] { backward_in_numbers(lab); });
    lab.section("Erratum 1: outputs in place of weights",
                [&] { outputs_in_place_of_weights(lab); });
    lab.section("Erratum 2: the slope of another unit", [&] { slope_of_another_unit(lab); });
    lab.section("Errata 3 and 9: the learning rate is chosen",
                [&] { learning_rate_is_chosen(lab); });
    lab.section("The general rule", [&] { general_rule(lab); });
    lab.section("A gradient checker", [&] { gradient_checker(lab); });
    lab.section("Training XOR", [&] { training_xor(lab); });
    lab.section("XOR from many starts", [&] { xor_from_many_starts(lab); });
    lab.section("Erratum 12: full-batch descent with η too large", [&] { eta_too_large(lab); });

    parabola_descent(lab);
    parabola_eta(lab);
    linear_unit_errors(lab);
    sigma_and_slope(lab);
    descent_and_backprop(lab);
    forward_pass(lab);
    output_update(lab);
    hidden_update(lab);
    gradient_error(lab);
    xor_loss(lab);
    xor_eta(lab);
    xor_surface(lab);
    return lab.finish();
}
