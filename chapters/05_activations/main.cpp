/// @file
/// The lab of chapter 5: eleven activation functions with their slopes, softmax, the errata of
/// the documents in numbers, the fixed point of SELU, and the documents' table, every entry
/// decided by computation and compared with what the documents say.

#include "lab_parts.hpp"

using namespace activations;

int main(int argc, char** argv)
{
    Lab lab{argc, argv};
    lab.section("Five numbers through every function", [&] { five_numbers(lab); });
    lab.section("Erratum 11: who owns 0", [&] { who_owns_0(lab); });
    lab.section("NaN, and what hides it", [&] { what_hides_nan(lab); });
    lab.section("Logistic, far out", [&] { logistic_far_out(lab); });
    lab.section("tanh against σ, and erratum 4", [&] { tanh_and_sigma(lab); });
    lab.section("How fast the ends are reached", [&] { speed_towards_the_ends(lab); });
    lab.section("softsign: bars and infinity", [&] { softsign_bars_and_infinity(lab); });
    lab.section("The slope below 0", [&] { slope_below_0(lab); });
    lab.section("α learned", [&] { alpha_learned(lab); });
    lab.section("ELU near 0: eˣ − 1 or expm1", [&] { elu_near_0(lab); });
    lab.section("SELU: where the constants come from", [&] { selu_constants(lab); });
    lab.section("SELU: a deep random network", [&] { selu_deep_network(lab); });
    lab.section("Softmax", [&] { softmax_in_numbers(lab); });
    lab.section("The Jacobian of softmax", [&] { jacobian_of_softmax(lab); });
    lab.section("The documents' table, decided by computation", [&] { properties_decided(lab); });
    lab.section("Jumps of derivatives", [&] { jumps_in_numbers(lab); });

    activation_pairs(lab);
    activation_table(lab);
    tanh_against_sigma(lab);
    distance_to_the_end(lab);
    relu_family(lab);
    elu_expm1(lab);
    selu_fixed_point(lab);
    softmax_temperatures(lab);
    softmax_jacobian_matrix(lab);
    jumps_of_derivatives(lab);
    return lab.finish();
}
