/// @file
/// The lab of chapter 3: descent on one weight, the 2-2-2 network forward and back, popular slips
/// in numbers, a gradient checker, and the training of XOR.

#include "lab_parts.hpp"

using namespace backprop;

int main(int argc, char** argv)
{
    Lab lab{argc, argv};
    lab.section("Descent on a parabola", [&] {
        parabola_steps(lab);
        parabola_eta_table(lab);
    });
    lab.section("A linear unit", [&] {
        linear_fit(lab);
        linear_eta(lab);
    });
    lab.section("The 2-2-2 network, forward", [&] { forward_pass_table(lab); });
    lab.section("The 2-2-2 network, back", [&] { example_update(lab); });
    lab.section("A slip: outputs in place of weights", [&] { erratum_1(lab); });
    lab.section("A slip: the slope of another unit", [&] { erratum_2(lab); });
    lab.section("The learning rate is chosen", [&] { erratum_9(lab); });
    lab.section("The general rule", [&] {
        general_rule(lab);
        batch_of_two(lab);
    });
    lab.section("A gradient checker", [&] { checker(lab); });
    lab.section("Training XOR", [&] {
        xor_training(lab);
        xor_answers(lab);
    });
    lab.section("XOR from many starts", [&] { xor_starts(lab); });
    lab.section("XOR with η too large", [&] { xor_eta_table(lab); });
    lab.section("Answers: one network", [&] {
        line_answers(lab);
        sigmoid_answers(lab);
        moved_weights(lab);
        predicted_fall(lab);
    });
    lab.section("Answers: training", [&] {
        single_unit(lab);
        equal_units(lab);
        tanh_units(lab);
    });
    lab.section("Answers: training with a slip", [&] { slip_in_training(lab); });
    lab.section("Answers: deep networks, and the cost", [&] {
        deep_gradients(lab);
        cost_of_gradients(lab);
    });

    parabola_descent(lab);
    parabola_eta(lab);
    linear_unit_errors(lab);
    sigma_and_slope(lab);
    forward_pass(lab);
    output_update(lab);
    hidden_update(lab);
    descent_surface(lab);
    descent_and_backprop(lab);
    gradient_error(lab);
    xor_loss(lab);
    xor_surface(lab);
    xor_eta(lab);
    return lab.finish();
}
