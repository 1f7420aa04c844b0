/// @file
/// The lab of chapter 7: the test functions, batches of a noisy regression, every optimizer's step
/// in numbers, where ε stands, and the races on the valley, Beale's function and the saddle.

#include "lab_parts.hpp"

using namespace optimizers;

int main(int argc, char** argv)
{
    Lab lab{argc, argv};
    lab.section("The test functions", [&] { test_function_slopes(lab); });
    lab.section("Batches", [&] { text_batches(lab); });
    lab.section("The mini-batch gradient is unbiased", [&] { unbiased_gradient(lab); });
    lab.section("Noise and decay", [&] { noise_and_decay(lab); });
    lab.section("Momentum", [&] { momentum_in_numbers(lab); });
    lab.section("Erratum 8: the gradient counted twice", [&] { gradient_counted_twice(lab); });
    lab.section("Nesterov", [&] { nesterov_in_numbers(lab); });
    lab.section("One step of each, on the numbers of the text", [&] { one_step_of_each(lab); });
    lab.section("Erratum 7: where ε stands", [&] { where_epsilon_stands(lab); });
    lab.section("Adagrad's sum and RMSProp's average", [&] { sum_and_average(lab); });
    lab.section("Adam's correction", [&] { correction_of_adam(lab); });
    lab.section("AMSGrad", [&] { amsgrad_in_numbers(lab); });
    lab.section("The races", [&] { races(lab); });

    test_functions(lab);
    descent_sgd_mini_batch(lab);
    noisy_loss(lab);
    momentum_paths(lab);
    momentum_weights(lab);
    nesterov_look_ahead(lab);
    shrinking_rate(lab);
    epsilon_place(lab);
    adam_correction(lab);
    optimizer_losses(lab);
    valley_paths(lab);
    beale_paths(lab);
    saddle_paths(lab);
    valley_race(lab);
    beale_race(lab);
    saddle_race(lab);
    return lab.finish();
}
