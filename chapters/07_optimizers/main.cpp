/// @file
/// The lab of chapter 7: the test functions, batches of a noisy regression, every optimizer's step
/// in numbers, where ε stands, and the races on the valley, Beale's function and the saddle.

#include "lab_parts.hpp"

using namespace optimizers;

int main(int argc, char** argv)
{
    Lab lab{argc, argv};
    lab.section("The test functions", [&] { test_functions_table(lab); });
    lab.section("Batches", [&] {
        text_batches(lab);
        text_epochs(lab);
    });
    lab.section("The mini-batch gradient is unbiased", [&] { unbiased(lab); });
    lab.section("Which data is batch descent for?", [&] { batch_or_stochastic(lab); });
    lab.section("Noise and decay", [&] { sgd_decay(lab); });
    lab.section("Momentum", [&] {
        momentum_sum(lab);
        momentum_bowl(lab);
        speed_not_accuracy(lab);
        eta_cut(lab);
    });
    lab.section("Erratum 8: the gradient counted twice", [&] {
        erratum_8(lab);
        erratum_8_bowl(lab);
    });
    lab.section("Nesterov", [&] { nesterov_forms(lab); });
    lab.section("One step of each, on the numbers of the text", [&] { text_steps(lab); });
    lab.section("Erratum 7: where ε stands", [&] {
        erratum_7(lab);
        erratum_7_run(lab);
        epsilon_adam(lab);
    });
    lab.section("Adagrad's sum and RMSProp's average", [&] { shrinking(lab); });
    lab.section("Rare and frequent words", [&] { rare_words_table(lab); });
    lab.section("What Adagrad adapts to", [&] {
        adagrad_counts(lab);
        adagrad_eta(lab);
    });
    lab.section("Adam's correction", [&] {
        adam_first_steps(lab);
        adam_and_momentum(lab);
    });
    lab.section("A gradient a thousand times as large", [&] { steps_by_scale(lab); });
    lab.section("AMSGrad", [&] {
        amsgrad(lab);
        amsgrad_factor(lab);
    });
    lab.section("The races", [&] {
        race_rates(lab);
        race_results(lab);
        farthest_places(lab);
        good_rates_table(lab);
    });
    lab.section("Answers", [&] {
        answers_of_batches(lab);
        answers_of_steps(lab);
        answers_of_races(lab);
    });
    lab.section("What to try next", [&] {
        try_momentum_099(lab);
        try_decay_on_beale(lab);
        try_uncorrected_adam(lab);
        try_millimetres(lab);
    });

    test_functions(lab);
    data_flow(lab);
    descent_sgd_mini_batch(lab);
    noisy_loss(lab);
    momentum_paths(lab);
    momentum_weights(lab);
    nesterov_look_ahead(lab);
    epsilon_place(lab);
    rare_words(lab);
    shrinking_rate(lab);
    adam_correction(lab);
    valley_paths(lab);
    valley_race(lab);
    beale_paths(lab);
    beale_race(lab);
    saddle_paths(lab);
    saddle_race(lab);
    optimizer_losses(lab);
    return lab.finish();
}
