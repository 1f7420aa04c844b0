/// @file
/// The lab of chapter 5: eleven activation functions with their slopes, softmax, what
/// rounding makes of the formulas, the fixed point of SELU, and a table of properties, every entry
/// decided by computation and compared with a printed one.

#include "lab_parts.hpp"

using namespace activations;

int main(int argc, char** argv)
{
    Lab lab{argc, argv};
    lab.section("Five numbers through every function", [&] {
        five_values(lab);
        five_slopes(lab);
    });
    lab.section("Erratum 11: where 0 belongs", [&] {
        at_zero(lab);
        bias_slope_at_zero(lab);
    });
    lab.section("NaN, and what hides it", [&] { nan_in_relu(lab); });
    lab.section("Logistic, far out", [&] {
        logistic_overflow(lab);
        logistic_tail(lab);
    });
    lab.section("tanh against σ", [&] {
        tanh_and_sigma(lab);
        tanh_identity(lab);
        tanh_small(lab);
    });
    lab.section("How fast the ends are reached", [&] { distance_to_the_end_table(lab); });
    lab.section("softsign: bars and infinity", [&] {
        bars_lost(lab);
        softsign_at_infinity(lab);
    });
    lab.section("The slope below 0", [&] { slopes_below(lab); });
    lab.section("α learned", [&] {
        alpha_slopes(lab);
        alpha_learned(lab);
    });
    lab.section("ELU near 0: eˣ − 1 or expm1", [&] { elu_small(lab); });
    lab.section("SELU: where the constants come from", [&] {
        selu_constants(lab);
        moments_once(lab);
        selu_orbit(lab);
    });
    lab.section("SELU: a deep random network", [&] { selu_layers(lab); });
    lab.section("Softmax", [&] {
        softmax_shift(lab);
        softmax_temperature(lab);
        softmax_and_sigma(lab);
    });
    lab.section("The Jacobian of softmax", [&] {
        jacobian_error(lab);
        jacobian_cost(lab);
    });
    lab.section("A table of properties, decided by computation", [&] {
        properties(lab);
        properties_of_others(lab);
        steep_logistic(lab);
    });
    lab.section("Jumps of derivatives", [&] { jumps(lab); });
    lab.section("Numbers of the answers", [&] {
        answers(lab);
        other_functions(lab);
        other_constants(lab);
        coarse_points(lab);
    });
    lab.section("Answers: XOR with other activations", [&] { xor_by_activation(lab); });

    activation_table(lab);
    activation_pairs(lab);
    tanh_against_sigma(lab);
    distance_to_the_end(lab);
    elu_expm1(lab);
    selu_fixed_point(lab);
    relu_family(lab);
    softmax_temperatures(lab);
    softmax_jacobian_matrix(lab);
    jumps_of_derivatives(lab);
    return lab.finish();
}
