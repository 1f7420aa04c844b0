/// @file
/// The lab of chapter 10: the steps on a network small enough to work out by hand, then everything
/// on real digits. With --image, --save or --load it reads digits at the terminal instead.

#include "lab_parts.hpp"
#include "reading.hpp"

using namespace digits;

int main(int argc, char** argv)
{
    if (wants_reading(argc, argv))
        return read_at_terminal(argc, argv);

    Lab lab{argc, argv};
    lab.section("The data and their split", [&] { digits_split(lab); });
    lab.section("A layer, there and back", [&] { text_layer(lab); });
    lab.section("A network, there and back", [&] {
        text_network(lab);
        text_gradient(lab);
    });
    lab.section("Clipping", [&] {
        text_clipping(lab);
        clipping(lab);
    });
    lab.section("One step on one batch", [&] { text_step(lab); });
    lab.section("How many rows a batch has", [&] {
        batch_agreement_table(lab);
        updates_per_epoch(lab);
        throughput(lab);
    });
    lab.section("Ten seeds", [&] { seeds(lab); });
    lab.section("What is taken for what", [&] { confusions(lab); });
    lab.section("Dead ReLUs", [&] { dead(lab); });
    lab.section("The range test", [&] { range(lab); });
    lab.section("The hyperparameters", [&] { hyperparameters_table(lab); });
    lab.section("Answers to exercises", [&] { answers_to_exercises(lab); });

    digits_samples(lab);
    batch_agreement(lab);
    digits_curves(lab);
    digits_confusion(lab);
    digits_worst(lab);
    digits_weights(lab);
    dead_relus(lab);
    range_test(lab);
    digits_hyperparameters(lab);
    return lab.finish();
}
