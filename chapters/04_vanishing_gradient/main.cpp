/// @file
/// The lab of chapter 4: the slope of the sigmoid and its product along a chain, gradients layer
/// by layer, rounding against vanishing, weights too large, and what depth does to learning.

#include "lab_parts.hpp"

using namespace vanishing_gradient;

int main(int argc, char** argv)
{
    Lab lab{argc, argv};
    lab.section("The slope of the sigmoid", [&] { slope_of_the_sigmoid(lab); });
    lab.section("Along a chain", [&] { along_a_chain(lab); });
    lab.section("The worked example", [&] { worked_example(lab); });
    lab.section("Gradient norm per layer, at the start", [&] { gradient_norms_at_the_start(lab); });
    lab.section("Erratum 10: rounding is not what vanishes",
                [&] { rounding_against_vanishing(lab); });
    lab.section("Saturated units", [&] { saturated_shares(lab); });
    lab.section("Weights too large", [&] { exploding_gradients(lab); });
    lab.section("Learning or not", [&] { learning_or_not(lab); });
    lab.section("What each layer has learned", [&] { what_each_layer_learned(lab); });

    slope_peak(lab);
    chain_of_units(lab);
    slope_product(lab);
    gradient_norm_per_layer(lab);
    rounding_or_vanishing(lab);
    saturated_units(lab);
    weights_too_large(lab);
    deep_loss(lab);
    depth_accuracy(lab);
    learned_by_layer(lab);
    deep_rings(lab);
    return lab.finish();
}
