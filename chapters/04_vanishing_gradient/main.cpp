/// @file
/// The lab of chapter 4: the slope of the sigmoid and its product along a chain, gradients layer
/// by layer, rounding against vanishing, weights too large, and what depth does to learning.

#include "lab_parts.hpp"

using namespace vanishing_gradient;

int main(int argc, char** argv)
{
    Lab lab{argc, argv};
    lab.section("The slope of the sigmoid", [&] {
        slopes(lab);
        erratum_4(lab);
    });
    lab.section("Along a chain", [&] { chain(lab); });
    lab.section("The worked example", [&] { example_layers(lab); });
    lab.section("Gradient norm per layer, at the start", [&] {
        layer_norms(lab);
        factor_matched(lab);
    });
    lab.section("Erratum 10: rounding is not what vanishes", [&] {
        rounding(lab);
        rounding_training(lab);
    });
    lab.section("Saturated units", [&] {
        saturated(lab);
        relu_slopes_zero(lab);
    });
    lab.section("Weights too large", [&] {
        weight_scales(lab);
        relu_balance(lab);
    });
    lab.section("Learning or not", [&] {
        learning_rates(lab);
        depth_and_accuracy(lab);
        longer_training(lab);
        budget(lab);
    });
    lab.section("What each layer has learned", [&] { learned(lab); });
    lab.section("Numbers of the answers", [&] {
        answers_about_slopes(lab);
        answers_about_sizes(lab);
    });
    lab.section("Answers: twice the sigmoid", [&] { doubled_sigmoid(lab); });
    lab.section("Answers: layers that stand still", [&] { frozen_layers(lab); });
    lab.section("Answers: layers that are skipped", [&] { skipped_layers(lab); });
    lab.section("Answers: a learning rate for each layer", [&] { raised_rates(lab); });

    slope_peak(lab);
    chain_of_units(lab);
    slope_product(lab);
    gradient_norm_per_layer(lab);
    rounding_or_vanishing(lab);
    saturated_units(lab);
    weights_too_large(lab);
    depth_accuracy(lab);
    deep_loss(lab);
    deep_rings(lab);
    learned_by_layer(lab);
    return lab.finish();
}
