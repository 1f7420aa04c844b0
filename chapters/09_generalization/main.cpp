/// @file
/// The lab of chapter 9: polynomials of every degree through the same points, what their errors
/// are made of, and what keeps them small: a penalty, an early end, inputs on one scale.

#include "lab_parts.hpp"

using namespace generalization;

int main(int argc, char** argv)
{
    Lab lab{argc, argv};
    lab.section("Powers and Legendre's polynomials", [&] { condition_of_bases(lab); });
    lab.section("Training and validation error", [&] { fits_by_degree(lab); });
    lab.section("Bias, variance, noise", [&] { parts_of_the_error(lab); });
    lab.section("L2 regularization", [&] { ridge_by_lambda(lab); });
    lab.section("Decay with Adam", [&] {
        first_step_with_decay(lab);
        decay_by_gradient(lab);
    });
    lab.section("Early stopping", [&] { stopping(lab); });
    lab.section("Standardizing", [&] {
        houses_scale(lab);
        inputs_and_descent(lab);
    });
    lab.section("Erratum 26: the layer and the data", [&] { layer_and_data(lab); });

    bases(lab);
    condition_by_degree(lab);
    fits(lab);
    error_over_degree(lab);
    learning_curves(lab);
    bias_and_variance_by_degree(lab);
    ridge_fits(lab);
    error_over_lambda(lab);
    decay_inside_and_beside(lab);
    error_over_epochs(lab);
    standardized_cost(lab);
    return lab.finish();
}
