/// @file
/// Wrong answers to the steps of chapter 5, each with what it is and what would be right.
#include "judging/judge/mistakes.hpp"

#include "activations.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace activations::mistakes {

// --- 5.1 identity and binary step --------------------------------------------------------

MISTAKE(identity, negated, "this is −x; the identity gives back x itself")
(const Matrix& X)
{
    return -X;
}

MISTAKE(identity, absolute, "this is |x|; the identity keeps the sign")
(const Matrix& X)
{
    return xt::abs(X);
}

MISTAKE(identity, relu, "this is ReLU: the identity does not stop at 0")
(const Matrix& X)
{
    return xt::maximum(X, 0.0);
}

MISTAKE(identity, slope, "this is the slope 1; the value of the identity is x")
(const Matrix& X)
{
    return xt::where(xt::isnan(X), X, 1.0);
}

MISTAKE(identity, clipped, "the values are cut off at ±1; the identity has no bounds")
(const Matrix& X)
{
    return xt::maximum(xt::minimum(X, 1.0), -1.0);
}

MISTAKE(identity_slope, value, "this is the value x; the slope of x is 1 everywhere")
(const Matrix& X)
{
    return X;
}

MISTAKE(identity_slope, zero, "0 is the slope of a constant; x rises by 1 for every 1")
(const Matrix& X)
{
    return xt::where(xt::isnan(X), X, 0.0);
}

MISTAKE(identity_slope, nan_swallowed,
        "NaN becomes 1 here: an X that is not a number must stay NaN, xt::where(xt::isnan(X), X, "
        "1.0)")
(const Matrix& X)
{
    return xt::ones_like(X);
}

MISTAKE(identity_slope, nan_at_infinity,
        "1 + 0 · x keeps NaN, but makes one of ±∞ too, because 0 · ∞ is NaN; the slope there is 1")
(const Matrix& X)
{
    return 1.0 + 0.0 * X;
}

MISTAKE(identity_slope, quotient, "x/x is NaN at 0 and at ±∞; the slope is 1 there as well")
(const Matrix& X)
{
    return X / X;
}

MISTAKE(identity_slope, sign,
        "this is the slope of |x|, −1 on the left; that of x is 1 on both sides")
(const Matrix& X)
{
    return xt::sign(X);
}

MISTAKE(binary_step, one_at_zero,
        "at exactly 0 this gives 1, as the table of deck B has it; here, as in the decks' code, 0 "
        "belongs to the lower branch (erratum 11)")
(const Matrix& X)
{
    return xt::where(X < 0.0, 0.0, xt::where(X >= 0.0, 1.0, X));
}

MISTAKE(binary_step, one_at_zero_and_nan,
        "two slips: at exactly 0 this gives 1 where the lower branch counts (erratum 11), and NaN "
        "becomes 0")
(const Matrix& X)
{
    return xt::where(X >= 0.0, 1.0, 0.0);
}

MISTAKE(binary_step, nan_swallowed,
        "NaN becomes 0 here, because NaN > 0 is false; ask for X <= 0.0 as well and leave X where "
        "it is neither")
(const Matrix& X)
{
    return xt::where(X > 0.0, 1.0, 0.0);
}

MISTAKE(binary_step, nan_is_one,
        "NaN becomes 1 here, because NaN <= 0 is false; ask for X > 0.0 as well and leave X where "
        "it is neither")
(const Matrix& X)
{
    return xt::where(X <= 0.0, 0.0, 1.0);
}

MISTAKE(binary_step, half_at_zero,
        "at exactly 0 this gives ½; the convention of the book is the lower branch, 0")
(const Matrix& X)
{
    return 0.5 * (xt::sign(X) + 1.0);
}

MISTAKE(binary_step, sign, "this is the sign, −1 below 0; the step is 0 there")
(const Matrix& X)
{
    return xt::sign(X);
}

MISTAKE(binary_step, turned, "the branches have changed places: 0 up to 0, 1 above")
(const Matrix& X)
{
    return xt::where(X <= 0.0, 1.0, xt::where(X > 0.0, 0.0, X));
}

MISTAKE(binary_step, relu, "above 0 this gives x, which is ReLU; the step gives 1")
(const Matrix& X)
{
    return xt::maximum(X, 0.0);
}

MISTAKE(binary_step, threshold_half, "the step stands at ½ here; it stands at 0")
(const Matrix& X)
{
    return xt::where(X <= 0.5, 0.0, xt::where(X > 0.5, 1.0, X));
}

MISTAKE(binary_step_slope, value,
        "this is the step itself; on either side of 0 it is flat, so its slope is 0")
(const Matrix& X)
{
    return xt::where(X <= 0.0, 0.0, xt::where(X > 0.0, 1.0, X));
}

MISTAKE(binary_step_slope, infinite_at_zero,
        "the jump gives no slope of ∞ here: at 0 the left side counts, and it is flat")
(const Matrix& X)
{
    return xt::where(X <= 0.0, xt::where(X >= 0.0, std::numeric_limits<double>::infinity(), 0.0),
                     0.0 * xt::minimum(X, 1.0));
}

MISTAKE(binary_step_slope, nan_at_zero,
        "the table's \"?\" at 0 must become a number to compute with; the left side counts, and "
        "there the slope is 0")
(const Matrix& X)
{
    return xt::where(X <= 0.0, xt::where(X >= 0.0, std::numeric_limits<double>::quiet_NaN(), 0.0),
                     0.0 * xt::minimum(X, 1.0));
}

MISTAKE(binary_step_slope, nan_swallowed,
        "NaN becomes 0 here: an X that is not a number must stay NaN")
(const Matrix& X)
{
    return xt::zeros_like(X);
}

MISTAKE(binary_step_slope, nan_at_infinity,
        "0 · x keeps NaN, but makes one of ±∞ too; the slope there is 0")
(const Matrix& X)
{
    return 0.0 * X;
}

MISTAKE(binary_step_slope, one, "1 is the slope of the identity; the step is flat on either side")
(const Matrix& X)
{
    return xt::where(xt::isnan(X), X, 1.0);
}

// --- 5.2 logistic ------------------------------------------------------------------------

MISTAKE(logistic, exponent_sign,
        "the sign of the exponent is turned: 1 / (1 + e^x) falls; σ(x) = 1 / (1 + e^−x) rises")
(const Matrix& X)
{
    return 1.0 / (1.0 + xt::exp(X));
}

MISTAKE(logistic, overflow,
        "e^x / (1 + e^x) is the same function, but e^1000 is infinite and ∞/∞ is not a number; 1 "
        "/ (1 + e^−x) is safe on both sides")
(const Matrix& X)
{
    return xt::exp(X) / (1.0 + xt::exp(X));
}

MISTAKE(logistic, tanh, "this is tanh, from −1 to 1; σ runs from 0 to 1")
(const Matrix& X)
{
    return xt::tanh(X);
}

MISTAKE(logistic, half_tanh, "tanh(x/2) runs from −1 to 1: σ is half of 1 + tanh(x/2)")
(const Matrix& X)
{
    return xt::tanh(0.5 * X);
}

MISTAKE(logistic, minus, "1 / (1 − e^−x) has a pole at 0; the sign in σ is 1 + e^−x")
(const Matrix& X)
{
    return 1.0 / (1.0 - xt::exp(-X));
}

MISTAKE(logistic, one_lost, "1 / e^−x is e^x and grows without end; under the line stands 1 + e^−x")
(const Matrix& X)
{
    return 1.0 / xt::exp(-X);
}

MISTAKE(logistic, doubled, "e^−2x belongs to tanh; σ has e^−x")
(const Matrix& X)
{
    return 1.0 / (1.0 + xt::exp(-2.0 * X));
}

MISTAKE(logistic, slope, "this is the slope σ (1 − σ); asked is σ")
(const Matrix& X)
{
    return 1.0 / (1.0 + xt::exp(-X)) * (1.0 / (1.0 + xt::exp(X)));
}

MISTAKE(logistic_slope, x_taken_for_output,
        "x (1 − x) puts the weighted sum where σ(x) belongs: σ′(x) = σ(x) (1 − σ(x))")
(const Matrix& X)
{
    return X * (1.0 - X);
}

MISTAKE(logistic_slope, value, "this is σ(x) itself; its slope is σ(x) (1 − σ(x))")
(const Matrix& X)
{
    return logistic(X);
}

MISTAKE(logistic_slope, one_minus, "1 − σ(x) is only one factor; the slope is σ(x) (1 − σ(x))")
(const Matrix& X)
{
    return 1.0 - logistic(X);
}

MISTAKE(logistic_slope, tanh_slope, "1 − y² is the slope of tanh; that of σ is y (1 − y)")
(const Matrix& X)
{
    return 1.0 - xt::square(logistic(X));
}

MISTAKE(logistic_slope, sign, "the sign is turned: σ rises everywhere, so its slope is above 0")
(const Matrix& X)
{
    return logistic(X) * (logistic(X) - 1.0);
}

MISTAKE(logistic_slope, sigma_twice,
        "σ is taken of the output σ(x) again; σ′(x) = σ(x) (1 − σ(x)) uses it once")
(const Matrix& X)
{
    const Matrix y = logistic(logistic(X));
    return y * (1.0 - y);
}

MISTAKE(logistic_slope, square, "this is σ²; the second factor is 1 − σ")
(const Matrix& X)
{
    return xt::square(logistic(X));
}

MISTAKE(logistic_slope, overflow,
        "e^−x / (1 + e^−x)² is the same function, but far to the left it is ∞/∞, not a number; σ "
        "(1 − σ) is safe")
(const Matrix& X)
{
    return xt::exp(-X) / xt::square(1.0 + xt::exp(-X));
}

MISTAKE(logistic_slope, scaled_to_one,
        "the slope is scaled so that its peak is 1; the peak of σ′ is ¼")
(const Matrix& X)
{
    return 4.0 * logistic(X) * (1.0 - logistic(X));
}

// --- 5.3 hyperbolic tangent --------------------------------------------------------------

MISTAKE(hyperbolic_tangent, overflow,
        "the quotient of exponentials is right, but e^1000 is infinite and ∞/∞ is not a number; "
        "xt::tanh and 2 / (1 + e^−2x) − 1 are safe")
(const Matrix& X)
{
    return (xt::exp(X) - xt::exp(-X)) / (xt::exp(X) + xt::exp(-X));
}

MISTAKE(hyperbolic_tangent, sigma, "this is σ, from 0 to 1; tanh runs from −1 to 1")
(const Matrix& X)
{
    return 1.0 / (1.0 + xt::exp(-X));
}

MISTAKE(hyperbolic_tangent, argument_not_doubled, "2σ(x) − 1 is tanh(x/2); tanh x = 2σ(2x) − 1")
(const Matrix& X)
{
    return 2.0 / (1.0 + xt::exp(-X)) - 1.0;
}

MISTAKE(hyperbolic_tangent, minus_one_lost,
        "the −1 is missing: 2σ(2x) runs from 0 to 2, tanh from −1 to 1")
(const Matrix& X)
{
    return 2.0 / (1.0 + xt::exp(-2.0 * X));
}

MISTAKE(hyperbolic_tangent, factor_2_lost,
        "the 2 above the line is missing: tanh x = 2 / (1 + e^−2x) − 1")
(const Matrix& X)
{
    return 1.0 / (1.0 + xt::exp(-2.0 * X)) - 1.0;
}

MISTAKE(hyperbolic_tangent, exponent_sign,
        "the sign of the exponent is turned, and with it that of the function")
(const Matrix& X)
{
    return 2.0 / (1.0 + xt::exp(2.0 * X)) - 1.0;
}

MISTAKE(hyperbolic_tangent, tangent,
        "this is the tangent of an angle; tanh is the hyperbolic tangent")
(const Matrix& X)
{
    return xt::tan(X);
}

MISTAKE(hyperbolic_tangent, sinh, "this is sinh, only the part above the line; tanh = sinh / cosh")
(const Matrix& X)
{
    return xt::sinh(X);
}

MISTAKE(hyperbolic_tangent, upside_down, "this is the quotient upside down, 1 / tanh x")
(const Matrix& X)
{
    return 1.0 / xt::tanh(X);
}

MISTAKE(hyperbolic_tangent_slope, sigma_slope,
        "y (1 − y) is the slope of σ; that of tanh is 1 − y²")
(const Matrix& X)
{
    return hyperbolic_tangent(X) * (1.0 - hyperbolic_tangent(X));
}

MISTAKE(hyperbolic_tangent_slope, x_taken_for_output,
        "1 − x² puts the weighted sum where tanh x belongs")
(const Matrix& X)
{
    return 1.0 - xt::square(X);
}

MISTAKE(hyperbolic_tangent_slope, tanh_twice,
        "tanh is taken of the output again; the slope is 1 − tanh² x")
(const Matrix& X)
{
    return 1.0 - xt::square(hyperbolic_tangent(hyperbolic_tangent(X)));
}

MISTAKE(hyperbolic_tangent_slope, square_lost, "the square is missing: 1 − tanh² x")
(const Matrix& X)
{
    return 1.0 - hyperbolic_tangent(X);
}

MISTAKE(hyperbolic_tangent_slope, sign,
        "the sign is turned: tanh rises everywhere, so 1 − tanh² x is above 0")
(const Matrix& X)
{
    return xt::square(hyperbolic_tangent(X)) - 1.0;
}

MISTAKE(hyperbolic_tangent_slope, value, "this is tanh itself; its slope is 1 − tanh² x")
(const Matrix& X)
{
    return hyperbolic_tangent(X);
}

MISTAKE(hyperbolic_tangent_slope, inner_derivative_lost,
        "2σ′(2x) lacks the inner derivative of 2x; with it the slope is 4σ′(2x) = 1 − tanh² x")
(const Matrix& X)
{
    return 0.5 * (1.0 - xt::square(hyperbolic_tangent(X)));
}

MISTAKE(hyperbolic_tangent_slope, root, "1 / cosh x lacks the square: 1 − tanh² x = 1 / cosh² x")
(const Matrix& X)
{
    return 1.0 / xt::cosh(X);
}

// --- 5.4 arctan --------------------------------------------------------------------------

MISTAKE(arctan, degrees, "these are degrees; the angle is in radians")
(const Matrix& X)
{
    return xt::atan(X) * 180.0 / std::acos(-1.0);
}

MISTAKE(arctan, reciprocal, "tan⁻¹ is the inverse function, not 1 / tan x")
(const Matrix& X)
{
    return 1.0 / xt::tan(X);
}

MISTAKE(arctan, tangent, "this is the tangent; asked is its inverse")
(const Matrix& X)
{
    return xt::tan(X);
}

MISTAKE(arctan, scaled, "the function is scaled to end at ±1; arctan ends at ±π/2")
(const Matrix& X)
{
    return xt::atan(X) * 2.0 / std::acos(-1.0);
}

MISTAKE(arctan, tanh, "this is tanh, which looks alike; arctan is xt::atan")
(const Matrix& X)
{
    return xt::tanh(X);
}

MISTAKE(arctan, artanh,
        "this is the inverse of tanh, not a number beyond ±1; arctan is the inverse of tan")
(const Matrix& X)
{
    return xt::atanh(X);
}

MISTAKE(arctan, arcsin,
        "this is the inverse of the sine, not a number beyond ±1; arctan is xt::atan")
(const Matrix& X)
{
    return xt::asin(X);
}

MISTAKE(arctan_slope, square_lost, "the square is missing: 1 / (1 + x²)")
(const Matrix& X)
{
    return 1.0 / (1.0 + X);
}

MISTAKE(arctan_slope, bars, "|x| stands where x² belongs: 1 / (1 + x²)")
(const Matrix& X)
{
    return 1.0 / (1.0 + xt::abs(X));
}

MISTAKE(arctan_slope, root, "1 / √(1 + x²) is one root too many")
(const Matrix& X)
{
    return 1.0 / xt::sqrt(1.0 + xt::square(X));
}

MISTAKE(arctan_slope, arcsin_slope,
        "this is the slope of arcsin, not a number beyond ±1; that of arctan is 1 / (1 + x²)")
(const Matrix& X)
{
    return 1.0 / xt::sqrt(1.0 - xt::square(X));
}

MISTAKE(arctan_slope, minus,
        "1 / (1 − x²) is the slope of artanh and has poles at ±1; here the sign is +")
(const Matrix& X)
{
    return 1.0 / (1.0 - xt::square(X));
}

MISTAKE(arctan_slope, of_the_output, "the output arctan x stands where x belongs: 1 / (1 + x²)")
(const Matrix& X)
{
    return 1.0 / (1.0 + xt::square(arctan(X)));
}

MISTAKE(arctan_slope, upside_down, "1 + x² is dx/dy; the slope dy/dx is its reciprocal")
(const Matrix& X)
{
    return 1.0 + xt::square(X);
}

MISTAKE(arctan_slope, whole_squared, "the square covers the 1 too: (1 + x)² where 1 + x² belongs")
(const Matrix& X)
{
    return 1.0 / xt::square(1.0 + X);
}

MISTAKE(arctan_slope, value, "this is arctan itself; its slope is 1 / (1 + x²)")
(const Matrix& X)
{
    return arctan(X);
}

// --- 5.5 softsign ------------------------------------------------------------------------

MISTAKE(softsign, nan_at_infinity,
        "the formula is right, but at ±∞ it is ∞/∞, not a number; sign(x) / (1 + 1/|x|) is the "
        "same fraction and gives ±1")
(const Matrix& X)
{
    return X / (1.0 + xt::abs(X));
}

MISTAKE(softsign, bars_lost,
        "the bars are missing, as in the scan of deck B: x / (1 + x) has a pole at −1; under the "
        "line stands 1 + |x|")
(const Matrix& X)
{
    return X / (1.0 + X);
}

MISTAKE(softsign, square, "x² stands where |x| belongs: x / (1 + |x|)")
(const Matrix& X)
{
    return X / (1.0 + xt::square(X));
}

MISTAKE(softsign, root, "x / √(1 + x²) looks alike, but softsign has 1 + |x| under the line")
(const Matrix& X)
{
    return X / xt::sqrt(1.0 + xt::square(X));
}

MISTAKE(softsign, minus, "1 − |x| has zeros at ±1; under the line stands 1 + |x|")
(const Matrix& X)
{
    return X / (1.0 - xt::abs(X));
}

MISTAKE(softsign, sign_lost, "|x| above the line loses the sign; it is x / (1 + |x|)")
(const Matrix& X)
{
    return xt::abs(X) / (1.0 + xt::abs(X));
}

MISTAKE(softsign, sign_lost_but_safe,
        "the sign is lost: 1 / (1 + 1/|x|) is above 0 on both sides; multiply by xt::sign(X)")
(const Matrix& X)
{
    return 1.0 / (1.0 + 1.0 / xt::abs(X));
}

MISTAKE(softsign, sign, "this is the sign alone, a step; divide by 1 + 1/|x|")
(const Matrix& X)
{
    return xt::sign(X);
}

MISTAKE(softsign, tanh, "this is tanh, which has the same ends; softsign is x / (1 + |x|)")
(const Matrix& X)
{
    return xt::tanh(X);
}

MISTAKE(softsign_slope, bars_lost,
        "the bars are missing, as in the scan of deck B: 1 / (1 + x)² has a pole at −1; it is 1 / "
        "(1 + |x|)²")
(const Matrix& X)
{
    return 1.0 / xt::square(1.0 + X);
}

MISTAKE(softsign_slope, square_lost, "the square is missing: 1 / (1 + |x|)²")
(const Matrix& X)
{
    return 1.0 / (1.0 + xt::abs(X));
}

MISTAKE(softsign_slope, square_inside,
        "1 / (1 + x²) is the slope of arctan; here the square is around the bracket, (1 + |x|)²")
(const Matrix& X)
{
    return 1.0 / (1.0 + xt::square(X));
}

MISTAKE(softsign_slope, sign_kept, "the slope is turned on the left; softsign rises on both sides")
(const Matrix& X)
{
    return xt::where(X < 0.0, -1.0, 1.0) / xt::square(1.0 + xt::abs(X));
}

MISTAKE(softsign_slope, of_the_output, "the output stands where x belongs: 1 / (1 + |x|)²")
(const Matrix& X)
{
    return 1.0 / xt::square(1.0 + xt::abs(softsign(X)));
}

MISTAKE(softsign_slope, minus, "1 − |x| has zeros at ±1; the bracket is 1 + |x|")
(const Matrix& X)
{
    return 1.0 / xt::square(1.0 - xt::abs(X));
}

MISTAKE(softsign_slope, tanh_rule,
        "1 − y² is the rule of tanh; with y = softsign x the slope is (1 − |y|)²")
(const Matrix& X)
{
    return 1.0 - xt::square(softsign(X));
}

MISTAKE(softsign_slope, value, "this is softsign itself; its slope is 1 / (1 + |x|)²")
(const Matrix& X)
{
    return softsign(X);
}

MISTAKE(softsign_slope, inner_sign_lost,
        "in the quotient rule the derivative of |x| is sign(x), not 1: 1 + |x| − x sign(x) is 1 "
        "on both sides")
(const Matrix& X)
{
    return (1.0 + xt::abs(X) - X) / xt::square(1.0 + xt::abs(X));
}

// --- 5.6 ReLU ----------------------------------------------------------------------------

MISTAKE(relu, nan_swallowed,
        "NaN becomes 0 here, because NaN > 0 is false: a training that has diverged would look "
        "sound; xt::maximum(X, 0.0) keeps NaN")
(const Matrix& X)
{
    return xt::where(X > 0.0, X, 0.0);
}

MISTAKE(relu, minimum,
        "the smaller of x and 0: this lets the negative numbers through; ReLU is the larger of "
        "the two")
(const Matrix& X)
{
    return xt::minimum(X, 0.0);
}

MISTAKE(relu, absolute, "this is |x|; below 0 ReLU gives 0")
(const Matrix& X)
{
    return xt::abs(X);
}

MISTAKE(relu, step, "above 0 this gives 1, which is the binary step; ReLU gives x")
(const Matrix& X)
{
    return xt::where(X <= 0.0, 0.0, xt::where(X > 0.0, 1.0, X));
}

MISTAKE(relu, leaky, "this is leaky ReLU; ReLU is exactly 0 below 0")
(const Matrix& X)
{
    return xt::where(X > 0.0, X, 0.01 * X);
}

MISTAKE(relu, mirrored, "max(0, −x) is turned left to right; ReLU is max(0, x)")
(const Matrix& X)
{
    return xt::maximum(-X, 0.0);
}

MISTAKE(relu, identity, "nothing is cut off; below 0 ReLU gives 0")
(const Matrix& X)
{
    return X;
}

MISTAKE(relu, clipped, "the upper end is cut off at 1; ReLU grows without end")
(const Matrix& X)
{
    return xt::minimum(xt::maximum(X, 0.0), 1.0);
}

MISTAKE(relu, mask,
        "the mask X > 0 keeps NaN, but ±∞ times 0 is NaN as well; xt::maximum(X, 0.0) gives 0 at "
        "−∞")
(const Matrix& X)
{
    return X * (X > 0.0);
}

MISTAKE(relu_slope, one_at_zero,
        "at exactly 0 this gives 1, as the table of deck B has it; the lower branch counts there, "
        "0 (erratum 11)")
(const Matrix& X)
{
    return xt::where(X < 0.0, 0.0, xt::where(X >= 0.0, 1.0, X));
}

MISTAKE(relu_slope, one_at_zero_and_nan,
        "two slips: at exactly 0 this gives 1 where the lower branch counts, 0 (erratum 11), and "
        "NaN becomes 0")
(const Matrix& X)
{
    return xt::where(X >= 0.0, 1.0, 0.0);
}

MISTAKE(relu_slope, nan_swallowed,
        "NaN becomes 0 here, because NaN > 0 is false; ask for X <= 0.0 as well and leave X where "
        "it is neither")
(const Matrix& X)
{
    return xt::where(X > 0.0, 1.0, 0.0);
}

MISTAKE(relu_slope, nan_is_one,
        "NaN becomes 1 here, because NaN <= 0 is false; ask for X > 0.0 as well and leave X where "
        "it is neither")
(const Matrix& X)
{
    return xt::where(X <= 0.0, 0.0, 1.0);
}

MISTAKE(relu_slope, swapped,
        "each side has the slope of the other branch: 0 belongs below 0, 1 above")
(const Matrix& X)
{
    return xt::where(X <= 0.0, 1.0, xt::where(X > 0.0, 0.0, X));
}

MISTAKE(relu_slope, half_at_zero,
        "at exactly 0 this gives ½, the mean of both sides; the convention of the book is the "
        "lower branch, 0")
(const Matrix& X)
{
    return 0.5 * (xt::sign(X) + 1.0);
}

MISTAKE(relu_slope, value, "this is ReLU itself; its slope is 0 or 1")
(const Matrix& X)
{
    return xt::maximum(X, 0.0);
}

MISTAKE(relu_slope, one_everywhere, "the slope is 1 above 0 only; below, ReLU is flat")
(const Matrix& X)
{
    return xt::where(xt::isnan(X), X, 1.0);
}

MISTAKE(relu_slope, quotient,
        "relu(x)/x is 0/0 at 0 and ∞/∞ at ∞, not a number; ask for the sign of x instead")
(const Matrix& X)
{
    return xt::maximum(X, 0.0) / X;
}

MISTAKE(relu_slope, sign, "below 0 this gives −1; there ReLU is flat, slope 0")
(const Matrix& X)
{
    return xt::sign(X);
}

// --- 5.7 leaky ReLU ----------------------------------------------------------------------

MISTAKE(leaky_relu, leak_lost, "below 0 this gives 0, which is ReLU; leaky ReLU gives 0.01 x")
(const Matrix& X)
{
    return xt::maximum(X, 0.0);
}

MISTAKE(leaky_relu, everywhere, "0.01 multiplies both branches; above 0 it is x")
(const Matrix& X)
{
    return 0.01 * X;
}

MISTAKE(leaky_relu, swapped, "each side has the other branch: 0.01 x belongs below 0, x above")
(const Matrix& X)
{
    return xt::where(X > 0.0, 0.01 * X, X);
}

MISTAKE(leaky_relu, sign,
        "the lower branch is turned: 0.01 x, not −0.01 x, so that the function rises")
(const Matrix& X)
{
    return xt::where(X > 0.0, X, -0.01 * X);
}

MISTAKE(leaky_relu, factor_tenth, "the factor is 0.1 here; the documents have 0.01")
(const Matrix& X)
{
    return xt::where(X > 0.0, X, 0.1 * X);
}

MISTAKE(leaky_relu, constant, "below 0 this gives the slope 0.01 as a value; it multiplies x")
(const Matrix& X)
{
    return xt::where(X > 0.0, X, 0.01);
}

MISTAKE(leaky_relu, added, "the leak is added above 0 too, 1.01 x; there it is x")
(const Matrix& X)
{
    return xt::maximum(X, 0.0) + 0.01 * X;
}

MISTAKE(leaky_relu_slope, one_at_zero,
        "at exactly 0 this gives 1, as the table of deck B has it; the lower branch counts there, "
        "0.01 (erratum 11)")
(const Matrix& X)
{
    return xt::where(X < 0.0, 0.01, xt::where(X >= 0.0, 1.0, X));
}

MISTAKE(leaky_relu_slope, one_at_zero_and_nan,
        "two slips: at exactly 0 this gives 1 where the lower branch counts, 0.01 (erratum 11), "
        "and NaN becomes 0.01")
(const Matrix& X)
{
    return xt::where(X >= 0.0, 1.0, 0.01);
}

MISTAKE(leaky_relu_slope, nan_swallowed,
        "NaN becomes 0.01 here, because NaN > 0 is false; ask for X <= 0.0 as well and leave X "
        "where it is neither")
(const Matrix& X)
{
    return xt::where(X > 0.0, 1.0, 0.01);
}

MISTAKE(leaky_relu_slope, nan_is_one,
        "NaN becomes 1 here, because NaN <= 0 is false; ask for X > 0.0 as well and leave X where "
        "it is neither")
(const Matrix& X)
{
    return xt::where(X <= 0.0, 0.01, 1.0);
}

MISTAKE(leaky_relu_slope, swapped,
        "each side has the slope of the other branch: 0.01 belongs below 0, 1 above")
(const Matrix& X)
{
    return xt::where(X <= 0.0, 1.0, xt::where(X > 0.0, 0.01, X));
}

MISTAKE(leaky_relu_slope, leak_lost,
        "below 0 this gives 0, which is the slope of ReLU; here it is 0.01")
(const Matrix& X)
{
    return xt::where(X <= 0.0, 0.0, xt::where(X > 0.0, 1.0, X));
}

MISTAKE(leaky_relu_slope, value, "this is leaky ReLU itself; its slope is 0.01 or 1")
(const Matrix& X)
{
    return leaky_relu(X);
}

MISTAKE(leaky_relu_slope, sign, "the lower slope is 0.01, not −0.01: the function rises")
(const Matrix& X)
{
    return xt::where(X <= 0.0, -0.01, xt::where(X > 0.0, 1.0, X));
}

MISTAKE(leaky_relu_slope, x_kept, "the derivative of 0.01 x is 0.01, without x")
(const Matrix& X)
{
    return xt::where(X > 0.0, 1.0, 0.01 * X);
}

MISTAKE(leaky_relu_slope, factor_tenth, "the factor is 0.1 here; the documents have 0.01")
(const Matrix& X)
{
    return xt::where(X <= 0.0, 0.1, xt::where(X > 0.0, 1.0, X));
}

MISTAKE(leaky_relu_slope, added, "above 0 the slope is 1, not 1.01")
(const Matrix& X)
{
    return xt::where(X <= 0.0, 0.01, xt::where(X > 0.0, 1.01, X));
}

// --- 5.8 PReLU ---------------------------------------------------------------------------

MISTAKE(prelu, alpha_lost,
        "below 0 this is 0.01 x, as in leaky ReLU; here α takes the place of 0.01")
(const Matrix& X, [[maybe_unused]] double alpha)
{
    return xt::where(X > 0.0, X, 0.01 * X);
}

MISTAKE(prelu, relu, "below 0 this gives 0, which is ReLU; here it is α x")
(const Matrix& X, [[maybe_unused]] double alpha)
{
    return xt::maximum(X, 0.0);
}

MISTAKE(prelu, swapped, "each side has the other branch: α x belongs below 0, x above")
(const Matrix& X, [[maybe_unused]] double alpha)
{
    return xt::where(X > 0.0, alpha * X, X);
}

MISTAKE(prelu, everywhere, "α multiplies both branches; above 0 it is x")
(const Matrix& X, [[maybe_unused]] double alpha)
{
    return alpha * X;
}

MISTAKE(prelu, maximum,
        "the larger of x and α x is right for α from 0 to 1 only; α is learned and may leave that "
        "range")
(const Matrix& X, [[maybe_unused]] double alpha)
{
    return xt::maximum(X, alpha * X);
}

MISTAKE(prelu, sign, "the lower branch is turned: α x, not −α x")
(const Matrix& X, [[maybe_unused]] double alpha)
{
    return xt::where(X > 0.0, X, -alpha * X);
}

MISTAKE(prelu, constant, "below 0 this gives α itself; it multiplies x")
(const Matrix& X, [[maybe_unused]] double alpha)
{
    return xt::where(X > 0.0, X, alpha);
}

MISTAKE(prelu, divided, "x is divided by α; α multiplies")
(const Matrix& X, [[maybe_unused]] double alpha)
{
    return xt::where(X > 0.0, X, X / alpha);
}

MISTAKE(prelu, added, "α x is added above 0 too; there it is x alone")
(const Matrix& X, [[maybe_unused]] double alpha)
{
    return xt::maximum(X, 0.0) + alpha * X;
}

MISTAKE(prelu_slope, one_at_zero,
        "at exactly 0 this gives 1, as the table of deck B has it; the lower branch counts there, "
        "α (erratum 11)")
(const Matrix& X, [[maybe_unused]] double alpha)
{
    return xt::where(X < 0.0, alpha, xt::where(X >= 0.0, 1.0, X));
}

MISTAKE(prelu_slope, one_at_zero_and_nan,
        "two slips: at exactly 0 this gives 1 where the lower branch counts, α (erratum 11), and "
        "NaN becomes α")
(const Matrix& X, [[maybe_unused]] double alpha)
{
    return xt::where(X >= 0.0, 1.0, alpha);
}

MISTAKE(prelu_slope, nan_swallowed,
        "NaN becomes α here, because NaN > 0 is false; ask for X <= 0.0 as well and leave X where "
        "it is neither")
(const Matrix& X, [[maybe_unused]] double alpha)
{
    return xt::where(X > 0.0, 1.0, alpha);
}

MISTAKE(prelu_slope, nan_is_one,
        "NaN becomes 1 here, because NaN <= 0 is false; ask for X > 0.0 as well and leave X where "
        "it is neither")
(const Matrix& X, [[maybe_unused]] double alpha)
{
    return xt::where(X <= 0.0, alpha, 1.0);
}

MISTAKE(prelu_slope, swapped,
        "each side has the slope of the other branch: α belongs below 0, 1 above")
(const Matrix& X, [[maybe_unused]] double alpha)
{
    return xt::where(X <= 0.0, 1.0, xt::where(X > 0.0, alpha, X));
}

MISTAKE(prelu_slope, alpha_lost, "below 0 this gives 0.01, as in leaky ReLU; here it is α")
(const Matrix& X, [[maybe_unused]] double alpha)
{
    return xt::where(X <= 0.0, 0.01, xt::where(X > 0.0, 1.0, X));
}

MISTAKE(prelu_slope, value, "this is PReLU itself; its slope is α or 1")
(const Matrix& X, [[maybe_unused]] double alpha)
{
    return prelu(X, alpha);
}

MISTAKE(prelu_slope, relu_slope, "below 0 this gives 0, which is the slope of ReLU; here it is α")
(const Matrix& X, [[maybe_unused]] double alpha)
{
    return xt::where(X <= 0.0, 0.0, xt::where(X > 0.0, 1.0, X));
}

MISTAKE(prelu_slope, with_respect_to_alpha, "this is ∂f/∂α; asked is ∂f/∂x, α or 1")
(const Matrix& X, [[maybe_unused]] double alpha)
{
    return xt::minimum(X, 0.0);
}

MISTAKE(prelu_slope, x_kept, "the derivative of α x is α, without x")
(const Matrix& X, [[maybe_unused]] double alpha)
{
    return xt::where(X > 0.0, 1.0, alpha * X);
}

MISTAKE(prelu_slope, sign, "the lower slope is α, not −α")
(const Matrix& X, [[maybe_unused]] double alpha)
{
    return xt::where(X <= 0.0, -alpha, xt::where(X > 0.0, 1.0, X));
}

MISTAKE(prelu_alpha_slope, alpha_kept, "the derivative of α x with respect to α is x, without α")
(const Matrix& X, [[maybe_unused]] double alpha)
{
    return alpha * xt::minimum(X, 0.0);
}

MISTAKE(prelu_alpha_slope, with_respect_to_x,
        "this is ∂f/∂x; asked is ∂f/∂α: x below 0, nothing above")
(const Matrix& X, [[maybe_unused]] double alpha)
{
    return xt::where(X <= 0.0, alpha, xt::where(X > 0.0, 1.0, X));
}

MISTAKE(prelu_alpha_slope, swapped,
        "x stands above 0 here; α is in the lower branch only, so the slope is x for x ≤ 0")
(const Matrix& X, [[maybe_unused]] double alpha)
{
    return xt::maximum(X, 0.0);
}

MISTAKE(prelu_alpha_slope, everywhere,
        "above 0 there is no α in the function, so the slope there is 0")
(const Matrix& X, [[maybe_unused]] double alpha)
{
    return X;
}

MISTAKE(prelu_alpha_slope, one,
        "the derivative of α x with respect to α is x; 1 is that of α alone")
(const Matrix& X, [[maybe_unused]] double alpha)
{
    return xt::where(X <= 0.0, 1.0, xt::where(X > 0.0, 0.0, X));
}

MISTAKE(prelu_alpha_slope, one_above,
        "above 0 the function is x, whatever α: the slope is 0 there, not 1")
(const Matrix& X, [[maybe_unused]] double alpha)
{
    return xt::where(X > 0.0, 1.0, X);
}

MISTAKE(prelu_alpha_slope, sign, "the sign is turned: for x below 0 a larger α makes α x smaller")
(const Matrix& X, [[maybe_unused]] double alpha)
{
    return -xt::minimum(X, 0.0);
}

MISTAKE(prelu_alpha_slope, value, "this is PReLU itself; asked is ∂f/∂α")
(const Matrix& X, [[maybe_unused]] double alpha)
{
    return prelu(X, alpha);
}

MISTAKE(prelu_alpha_slope, nan_swallowed,
        "NaN becomes 0 here, because NaN <= 0 is false; xt::minimum(X, 0.0) keeps it")
(const Matrix& X, [[maybe_unused]] double alpha)
{
    return xt::where(X <= 0.0, X, 0.0);
}

// --- 5.9 ELU -----------------------------------------------------------------------------

MISTAKE(elu, alpha_lost, "α is missing: the lower branch is α (e^x − 1)")
(const Matrix& X, [[maybe_unused]] double alpha)
{
    return xt::where(X > 0.0, X, xt::expm1(X));
}

MISTAKE(elu, minus_one_lost,
        "the −1 is missing: α e^x is α at 0, where the branches must meet; α (e^x − 1)")
(const Matrix& X, [[maybe_unused]] double alpha)
{
    return xt::where(X > 0.0, X, alpha * xt::exp(X));
}

MISTAKE(elu, bracket, "α e^x − 1 lacks the bracket: α (e^x − 1), so that the branches meet at 0")
(const Matrix& X, [[maybe_unused]] double alpha)
{
    return xt::where(X > 0.0, X, alpha * xt::exp(X) - 1.0);
}

MISTAKE(elu, mask,
        "the masks multiply: at 1000, e^x is infinite and ∞ · 0 is not a number; xt::where "
        "chooses without a product")
(const Matrix& X, [[maybe_unused]] double alpha)
{
    return X * (X > 0.0) + alpha * xt::expm1(X) * (X <= 0.0);
}

MISTAKE(elu, swapped, "each side has the other branch: the exponential belongs below 0, x above")
(const Matrix& X, [[maybe_unused]] double alpha)
{
    return xt::where(X > 0.0, alpha * xt::expm1(X), X);
}

MISTAKE(elu, everywhere, "the exponential stands above 0 too; there it is x")
(const Matrix& X, [[maybe_unused]] double alpha)
{
    return alpha * xt::expm1(X);
}

MISTAKE(elu, exponent_sign, "the sign of the exponent is turned: below 0, e^−x grows without end")
(const Matrix& X, [[maybe_unused]] double alpha)
{
    return xt::where(X > 0.0, X, alpha * xt::expm1(-X));
}

MISTAKE(elu, sign, "1 − e^x is above 0 for x below 0; the lower branch is α (e^x − 1)")
(const Matrix& X, [[maybe_unused]] double alpha)
{
    return xt::where(X > 0.0, X, -alpha * xt::expm1(X));
}

MISTAKE(elu, maximum,
        "the larger of x and α (e^x − 1) is x above 0 only if α is small enough, and not below 0 "
        "if α is above 1; ask for the sign of x")
(const Matrix& X, [[maybe_unused]] double alpha)
{
    return xt::maximum(X, alpha * xt::expm1(X));
}

MISTAKE(elu, prelu, "the lower branch is a line, as in PReLU; here it is α (e^x − 1)")
(const Matrix& X, [[maybe_unused]] double alpha)
{
    return xt::where(X > 0.0, X, alpha * X);
}

MISTAKE(elu_slope, one_at_zero,
        "at exactly 0 this gives 1; the lower branch counts there, α e^0 = α")
(const Matrix& X, [[maybe_unused]] double alpha)
{
    return xt::where(X >= 0.0, 1.0, alpha * xt::exp(X));
}

MISTAKE(elu_slope, alpha_lost, "α is missing: the slope of α (e^x − 1) is α e^x")
(const Matrix& X, [[maybe_unused]] double alpha)
{
    return xt::where(X > 0.0, 1.0, xt::exp(X));
}

MISTAKE(elu_slope, alpha_everywhere, "α stands above 0 too; there the slope is 1")
(const Matrix& X, [[maybe_unused]] double alpha)
{
    return xt::where(X > 0.0, alpha, alpha * xt::exp(X));
}

MISTAKE(elu_slope, minus_one_kept,
        "the −1 is a constant, and its derivative is 0: α e^x, not α (e^x − 1)")
(const Matrix& X, [[maybe_unused]] double alpha)
{
    return xt::where(X > 0.0, 1.0, alpha * xt::expm1(X));
}

MISTAKE(elu_slope, output_plus_one,
        "from the output the slope is f + α, not f + 1: α (e^x − 1) + α = α e^x")
(const Matrix& X, [[maybe_unused]] double alpha)
{
    return xt::where(X > 0.0, 1.0, elu(X, alpha) + 1.0);
}

MISTAKE(elu_slope, exponent_sign,
        "the sign of the exponent is turned: α e^x falls to 0 on the left")
(const Matrix& X, [[maybe_unused]] double alpha)
{
    return xt::where(X > 0.0, 1.0, alpha * xt::exp(-X));
}

MISTAKE(elu_slope, swapped, "each side has the slope of the other branch")
(const Matrix& X, [[maybe_unused]] double alpha)
{
    return xt::where(X > 0.0, alpha * xt::exp(X), 1.0);
}

MISTAKE(elu_slope, everywhere, "α e^x stands above 0 too; there the slope is 1")
(const Matrix& X, [[maybe_unused]] double alpha)
{
    return alpha * xt::exp(X);
}

MISTAKE(elu_slope, value, "this is ELU itself; its slope is α e^x or 1")
(const Matrix& X, [[maybe_unused]] double alpha)
{
    return elu(X, alpha);
}

MISTAKE(elu_slope, with_respect_to_alpha, "this is ∂f/∂α = e^x − 1; asked is ∂f/∂x = α e^x")
(const Matrix& X, [[maybe_unused]] double alpha)
{
    return xt::where(X > 0.0, 0.0, xt::expm1(X));
}

MISTAKE(elu_slope, mask,
        "the masks multiply: at 1000, e^x is infinite and ∞ · 0 is not a number; xt::where "
        "chooses without a product")
(const Matrix& X, [[maybe_unused]] double alpha)
{
    return 1.0 * xt::where(X > 0.0, 1.0, 0.0) + alpha * xt::exp(X) * (X <= 0.0);
}

MISTAKE(elu_slope, relu_slope, "below 0 this gives 0, which is the slope of ReLU; here it is α e^x")
(const Matrix& X, [[maybe_unused]] double alpha)
{
    return xt::where(X <= 0.0, 0.0, xt::where(X > 0.0, 1.0, X));
}

MISTAKE(elu_alpha_slope, alpha_kept,
        "the derivative of α (e^x − 1) with respect to α is e^x − 1, without α")
(const Matrix& X, [[maybe_unused]] double alpha)
{
    return xt::where(X > 0.0, 0.0, alpha * xt::expm1(X));
}

MISTAKE(elu_alpha_slope, minus_one_lost, "the −1 is multiplied by α too: e^x − 1")
(const Matrix& X, [[maybe_unused]] double alpha)
{
    return xt::where(X > 0.0, 0.0, xt::exp(X));
}

MISTAKE(elu_alpha_slope, with_respect_to_x, "this is ∂f/∂x; asked is ∂f/∂α = e^x − 1")
(const Matrix& X, [[maybe_unused]] double alpha)
{
    return xt::where(X > 0.0, 1.0, alpha * xt::exp(X));
}

MISTAKE(elu_alpha_slope, swapped, "e^x − 1 stands above 0 here; α is in the lower branch only")
(const Matrix& X, [[maybe_unused]] double alpha)
{
    return xt::where(X > 0.0, xt::expm1(X), 0.0 * xt::maximum(X, -1.0));
}

MISTAKE(elu_alpha_slope, everywhere,
        "above 0 there is no α in the function, so the slope there is 0")
(const Matrix& X, [[maybe_unused]] double alpha)
{
    return xt::expm1(X);
}

MISTAKE(elu_alpha_slope, one_above,
        "above 0 the function is x, whatever α: the slope is 0 there, not 1")
(const Matrix& X, [[maybe_unused]] double alpha)
{
    return xt::where(X > 0.0, 1.0, xt::expm1(X));
}

MISTAKE(elu_alpha_slope, sign,
        "the sign is turned: below 0 a larger α makes the value smaller, e^x − 1")
(const Matrix& X, [[maybe_unused]] double alpha)
{
    return xt::where(X > 0.0, 0.0, -xt::expm1(X));
}

MISTAKE(elu_alpha_slope, value, "this is ELU itself; asked is ∂f/∂α")
(const Matrix& X, [[maybe_unused]] double alpha)
{
    return elu(X, alpha);
}

MISTAKE(elu_alpha_slope, prelu, "x is ∂f/∂α of PReLU; that of ELU is e^x − 1")
(const Matrix& X, [[maybe_unused]] double alpha)
{
    return xt::minimum(X, 0.0);
}

MISTAKE(elu_alpha_slope, nan_swallowed,
        "NaN becomes 0 here, because NaN <= 0 is false; turn the question round: 0 where X > 0.0")
(const Matrix& X, [[maybe_unused]] double alpha)
{
    return xt::where(X <= 0.0, xt::expm1(X), 0.0);
}

// --- 5.10 SELU ---------------------------------------------------------------------------

MISTAKE(selu, lambda_lost, "λ is missing; this is ELU with α of SELU")
(const Matrix& X)
{
    return xt::where(X > 0.0, X, selu_alpha * xt::expm1(X));
}

MISTAKE(selu, lambda_above_only, "λ multiplies the upper branch only; it scales both")
(const Matrix& X)
{
    return xt::where(X > 0.0, selu_lambda * X, selu_alpha * xt::expm1(X));
}

MISTAKE(selu, lambda_below_only, "λ multiplies the lower branch only; it scales both")
(const Matrix& X)
{
    return xt::where(X > 0.0, X, selu_lambda * selu_alpha * xt::expm1(X));
}

MISTAKE(selu, alpha_lost, "α is missing: the lower branch is λ α (e^x − 1)")
(const Matrix& X)
{
    return selu_lambda * xt::where(X > 0.0, X, xt::expm1(X));
}

MISTAKE(selu, constants_swapped,
        "α and λ have changed places: λ = 1.0507… scales the whole, α = 1.6732… the exponential")
(const Matrix& X)
{
    return selu_alpha * xt::where(X > 0.0, X, selu_lambda * xt::expm1(X));
}

MISTAKE(selu, minus_one_lost, "the −1 is missing: λ α (e^x − 1), so that the branches meet at 0")
(const Matrix& X)
{
    return selu_lambda * xt::where(X > 0.0, X, selu_alpha * xt::exp(X));
}

MISTAKE(selu, rounded,
        "the constants are rounded to 1.6733 and 1.0507; take selu_alpha and selu_lambda")
(const Matrix& X)
{
    return 1.0507 * xt::where(X > 0.0, X, 1.6733 * xt::expm1(X));
}

MISTAKE(selu, mask,
        "the masks multiply: at 1000, e^x is infinite and ∞ · 0 is not a number; xt::where "
        "chooses without a product")
(const Matrix& X)
{
    return selu_lambda * (X * (X > 0.0) + selu_alpha * xt::expm1(X) * (X <= 0.0));
}

MISTAKE(selu_slope, lambda_lost, "λ is missing; this is the slope of ELU")
(const Matrix& X)
{
    return xt::where(X > 0.0, 1.0, selu_alpha * xt::exp(X));
}

MISTAKE(selu_slope, lambda_above_only, "λ multiplies the upper slope only; below it is λ α e^x")
(const Matrix& X)
{
    return xt::where(X > 0.0, selu_lambda, selu_alpha * xt::exp(X));
}

MISTAKE(selu_slope, lambda_below_only, "above 0 the slope is λ, not 1")
(const Matrix& X)
{
    return xt::where(X > 0.0, 1.0, selu_lambda * selu_alpha * xt::exp(X));
}

MISTAKE(selu_slope, alpha_lost, "α is missing: the lower slope is λ α e^x")
(const Matrix& X)
{
    return selu_lambda * xt::where(X > 0.0, 1.0, xt::exp(X));
}

MISTAKE(selu_slope, at_zero, "at exactly 0 this gives λ; the lower branch counts there, λ α")
(const Matrix& X)
{
    return selu_lambda * xt::where(X >= 0.0, 1.0, selu_alpha * xt::exp(X));
}

MISTAKE(selu_slope, value, "this is SELU itself; its slope is λ α e^x or λ")
(const Matrix& X)
{
    return selu(X);
}

MISTAKE(selu_slope, swapped, "each side has the slope of the other branch")
(const Matrix& X)
{
    return selu_lambda * xt::where(X > 0.0, selu_alpha * xt::exp(X), 1.0);
}

MISTAKE(selu_slope, constants_swapped, "α and λ have changed places")
(const Matrix& X)
{
    return selu_alpha * xt::where(X > 0.0, 1.0, selu_lambda * xt::exp(X));
}

MISTAKE(selu_slope, minus_one_kept, "the −1 is a constant, and its derivative is 0: λ α e^x")
(const Matrix& X)
{
    return selu_lambda * xt::where(X > 0.0, 1.0, selu_alpha * xt::expm1(X));
}

MISTAKE(selu_slope, rounded,
        "the constants are rounded to 1.6733 and 1.0507; take selu_alpha and selu_lambda")
(const Matrix& X)
{
    return 1.0507 * xt::where(X > 0.0, 1.0, 1.6733 * xt::exp(X));
}

// --- 5.11 softmax ------------------------------------------------------------------------

MISTAKE(softmax, overflow,
        "the formula is right, but e^1000 is infinite and ∞/∞ is not a number; take the largest "
        "score of the row off first")
(const Matrix& Z)
{
    return xt::exp(Z) / xt::sum(xt::exp(Z), {1}, xt::keep_dims);
}

MISTAKE(softmax, wrong_axis,
        "the columns add up to 1 here; an example is a row, so the sum goes along the row, axis 1")
(const Matrix& Z)
{
    const Matrix E = xt::exp(Z - xt::amax(Z, {1}, xt::keep_dims));
    return E / xt::sum(E, {0}, xt::keep_dims);
}

MISTAKE(softmax, wrong_axis_and_overflow,
        "two slips: the columns add up to 1 where the rows must (axis 1), and e^1000 is infinite")
(const Matrix& Z)
{
    return xt::exp(Z) / xt::sum(xt::exp(Z), {0}, xt::keep_dims);
}

MISTAKE(softmax, columns,
        "softmax is taken down the columns, maximum and sum; an example is a row, axis 1")
(const Matrix& Z)
{
    const Matrix E = xt::exp(Z - xt::amax(Z, {0}, xt::keep_dims));
    return E / xt::sum(E, {0}, xt::keep_dims);
}

MISTAKE(softmax, whole_matrix, "the whole matrix adds up to 1 here; every row must by itself")
(const Matrix& Z)
{
    const Matrix E = xt::exp(Z - xt::amax(Z)());
    return E / xt::sum(E)();
}

MISTAKE(softmax, whole_matrix_and_overflow,
        "two slips: the whole matrix adds up to 1 where every row must by itself, and e^1000 is "
        "infinite")
(const Matrix& Z)
{
    return xt::exp(Z) / xt::sum(xt::exp(Z))();
}

MISTAKE(softmax, maximum_of_matrix,
        "the largest score of the whole matrix is taken off: a row far below it becomes 0/0, not "
        "a number; every row has its own maximum")
(const Matrix& Z)
{
    const Matrix E = xt::exp(Z - xt::amax(Z)());
    return E / xt::sum(E, {1}, xt::keep_dims);
}

MISTAKE(softmax, minimum,
        "the smallest score is taken off, so the others still overflow; it must be the largest")
(const Matrix& Z)
{
    const Matrix E = xt::exp(Z - xt::amin(Z, {1}, xt::keep_dims));
    return E / xt::sum(E, {1}, xt::keep_dims);
}

MISTAKE(softmax, normalisation_lost,
        "the division is missing: these exponentials do not add up to 1")
(const Matrix& Z)
{
    return xt::exp(Z - xt::amax(Z, {1}, xt::keep_dims));
}

MISTAKE(softmax, exponentials_alone,
        "these are e^z alone; each must be divided by the sum of its row, the maximum taken off "
        "first")
(const Matrix& Z)
{
    return xt::exp(Z);
}

MISTAKE(softmax, sign,
        "the sign of the exponent is turned: the smallest score gets the largest share")
(const Matrix& Z)
{
    const Matrix E = xt::exp(xt::amin(Z, {1}, xt::keep_dims) - Z);
    return E / xt::sum(E, {1}, xt::keep_dims);
}

MISTAKE(softmax, exponential_lost,
        "the scores themselves are divided by their sum; softmax divides their exponentials")
(const Matrix& Z)
{
    return Z / xt::sum(Z, {1}, xt::keep_dims);
}

MISTAKE(softmax, logarithm, "this is the logarithm of softmax; take e to its power")
(const Matrix& Z)
{
    const Matrix D = Z - xt::amax(Z, {1}, xt::keep_dims);
    return D - xt::log(xt::sum(xt::exp(D), {1}, xt::keep_dims));
}

MISTAKE(softmax, sigmoid, "this is σ of every score by itself; the rows do not add up to 1")
(const Matrix& Z)
{
    return 1.0 / (1.0 + xt::exp(-Z));
}

MISTAKE(softmax, length,
        "the exponentials are divided by the root of the sum of squares; softmax divides by their "
        "sum")
(const Matrix& Z)
{
    const Matrix E = xt::exp(Z - xt::amax(Z, {1}, xt::keep_dims));
    return E / xt::sqrt(xt::sum(E * E, {1}, xt::keep_dims));
}

// --- 5.12 softmax Jacobian ---------------------------------------------------------------

MISTAKE(softmax_jacobian, diagonal_only,
        "only the diagonal p (1 − p) is there; a score acts on the other shares too, by −p_i p_j")
(const Vector& p)
{
    const Matrix D = xt::diag(p * (1.0 - p));
    return D;
}

MISTAKE(softmax_jacobian, sign,
        "the sign is turned: a share grows with its own score, so the diagonal is above 0; "
        "diag(p) − p pᵀ")
(const Vector& p)
{
    const Matrix D = xt::diag(p);
    return outer(p, p) - D;
}

MISTAKE(softmax_jacobian, diagonal_lost, "diag(p) is missing; this is −p pᵀ alone")
(const Vector& p)
{
    return -outer(p, p);
}

MISTAKE(softmax_jacobian, outer_lost, "p pᵀ is missing; this is diag(p) alone")
(const Vector& p)
{
    const Matrix D = xt::diag(p);
    return D;
}

MISTAKE(softmax_jacobian, plus, "the outer product is added; it is taken off, diag(p) − p pᵀ")
(const Vector& p)
{
    const Matrix D = xt::diag(p);
    return D + outer(p, p);
}

MISTAKE(softmax_jacobian, off_diagonal_sign,
        "off the diagonal the sign is −: what one share wins, the others lose")
(const Vector& p)
{
    const Matrix D = xt::diag(p * (1.0 - 2.0 * p));
    return D + outer(p, p);
}

MISTAKE(softmax_jacobian, identity, "1 stands on the diagonal where p belongs: diag(p) − p pᵀ")
(const Vector& p)
{
    const Matrix D = xt::diag(xt::ones_like(p));
    return D - outer(p, p);
}

MISTAKE(softmax_jacobian, softmax_again, "softmax is taken of p again; p is the output already")
(const Vector& p)
{
    Vector q = xt::exp(p);
    q /= xt::sum(xt::exp(p))();
    const Matrix D = xt::diag(q);
    return D - outer(q, q);
}

MISTAKE(softmax_jacobian, factor_on_the_outside,
        "p (1 − p) on the diagonal, and p_i p_j once more taken off there: the diagonal of p pᵀ "
        "counts once")
(const Vector& p)
{
    const Matrix D = xt::diag(p * (1.0 - p));
    return D - outer(p, p);
}

MISTAKE(softmax_jacobian_product, diagonal_only,
        "only the diagonal p (1 − p) acts here; every score acts on all shares: p ∘ (v − p·v)")
(const Matrix& P, const Matrix& V)
{
    return P * (1.0 - P) * V;
}

MISTAKE(softmax_jacobian_product, sign, "the sign is turned: p ∘ (v − p·v)")
(const Matrix& P, const Matrix& V)
{
    return P * (xt::sum(P * V, {1}, xt::keep_dims) - V);
}

MISTAKE(softmax_jacobian_product, dot_lost, "p·v is missing; this is diag(p) v alone")
(const Matrix& P, const Matrix& V)
{
    return P * V;
}

MISTAKE(softmax_jacobian_product, plus, "p·v is added; it is taken off, p ∘ (v − p·v)")
(const Matrix& P, const Matrix& V)
{
    return P * (V + xt::sum(P * V, {1}, xt::keep_dims));
}

MISTAKE(softmax_jacobian_product, mean, "p·v is divided by the number of classes; it is a sum")
(const Matrix& P, const Matrix& V)
{
    return P * (V - xt::mean(P * V, {1}, xt::keep_dims));
}

MISTAKE(softmax_jacobian_product, unweighted,
        "the sum of v is taken off without weights; it is p·v")
(const Matrix& P, const Matrix& V)
{
    return P * (V - xt::sum(V, {1}, xt::keep_dims));
}

MISTAKE(softmax_jacobian_product, mean_of_v,
        "the plain mean of v is taken off; it is p·v, the mean weighted by p")
(const Matrix& P, const Matrix& V)
{
    return P * (V - xt::mean(V, {1}, xt::keep_dims));
}

MISTAKE(softmax_jacobian_product, whole_matrix,
        "one p·v for the whole matrix; every row has its own")
(const Matrix& P, const Matrix& V)
{
    return P * (V - xt::sum(P * V)());
}

MISTAKE(softmax_jacobian_product, wrong_axis,
        "p·v is summed down the columns; every row has its own, axis 1")
(const Matrix& P, const Matrix& V)
{
    return P * (V - xt::sum(P * V, {0}, xt::keep_dims));
}

MISTAKE(softmax_jacobian_product, p_lost,
        "the factor p before the bracket is missing: p ∘ (v − p·v)")
(const Matrix& P, const Matrix& V)
{
    return V - xt::sum(P * V, {1}, xt::keep_dims);
}

MISTAKE(softmax_jacobian_product, bracket,
        "the factor p covers v only; it multiplies p·v too: p ∘ (v − p·v)")
(const Matrix& P, const Matrix& V)
{
    return P * V - xt::sum(P * V, {1}, xt::keep_dims);
}

MISTAKE(softmax_jacobian_product, softmax_again,
        "softmax is taken of P again; P holds the outputs already")
(const Matrix& P, const Matrix& V)
{
    const Matrix E = xt::exp(P);
    const Matrix Q = E / xt::sum(E, {1}, xt::keep_dims);
    return Q * (V - xt::sum(Q * V, {1}, xt::keep_dims));
}

// --- 5.13 range and monotonicity ---------------------------------------------------------

MISTAKE(range_of, limits_ignored,
        "the values at ±∞ are not asked for: tanh comes near 1, its supremum, but has it at no "
        "place")
(const Activation& f, const Matrix& places)
{
    const Matrix Y = f(places);
    return {xt::amin(Y)(), xt::amax(Y)(), true, true};
}

MISTAKE(range_of, limits_only,
        "only the values at ±∞ are asked for; a function may be larger or smaller in between")
(const Activation& f, const Matrix& places)
{
    const double infinity = std::numeric_limits<double>::infinity();
    const Matrix ends = f(Matrix{{-infinity, infinity}});
    const Matrix Y = f(places);
    const double low = xt::amin(ends)();
    const double high = xt::amax(ends)();
    return {low, high, xt::amin(Y)() == low, xt::amax(Y)() == high};
}

MISTAKE(range_of, always_reached,
        "an end that f has only at ±∞ is counted as reached; only finite places count")
(const Activation& f, const Matrix& places)
{
    const double infinity = std::numeric_limits<double>::infinity();
    const Matrix Y = f(places);
    const Matrix ends = f(Matrix{{-infinity, infinity}});
    const double lowest = xt::amin(Y)();
    const double highest = xt::amax(Y)();
    const double low = xt::amin(xt::minimum(ends, lowest))();
    const double high = xt::amax(xt::maximum(ends, highest))();
    static_cast<void>(lowest + highest);
    return {low, high, low == low, high == high};
}

MISTAKE(range_of, never_reached,
        "no end is ever reached here; ReLU has its infimum 0 at every place below 0")
(const Activation& f, const Matrix& places)
{
    const double infinity = std::numeric_limits<double>::infinity();
    const Matrix Y = f(places);
    const Matrix ends = f(Matrix{{-infinity, infinity}});
    const double lowest = xt::amin(Y)();
    const double highest = xt::amax(Y)();
    const double low = xt::amin(xt::minimum(ends, lowest))();
    const double high = xt::amax(xt::maximum(ends, highest))();
    return {low, high, false, false};
}

MISTAKE(range_of, open_for_closed,
        "reached and not reached are exchanged: an end is reached if the values at the places "
        "have it")
(const Activation& f, const Matrix& places)
{
    const double infinity = std::numeric_limits<double>::infinity();
    const Matrix Y = f(places);
    const Matrix ends = f(Matrix{{-infinity, infinity}});
    const double lowest = xt::amin(Y)();
    const double highest = xt::amax(Y)();
    const double low = xt::amin(xt::minimum(ends, lowest))();
    const double high = xt::amax(xt::maximum(ends, highest))();
    return {low, high, lowest != low, highest != high};
}

MISTAKE(range_of, reached_swapped, "the two answers about \"reached\" have changed places")
(const Activation& f, const Matrix& places)
{
    const double infinity = std::numeric_limits<double>::infinity();
    const Matrix Y = f(places);
    const Matrix ends = f(Matrix{{-infinity, infinity}});
    const double lowest = xt::amin(Y)();
    const double highest = xt::amax(Y)();
    const double low = xt::amin(xt::minimum(ends, lowest))();
    const double high = xt::amax(xt::maximum(ends, highest))();
    return {low, high, highest == high, lowest == low};
}

MISTAKE(range_of, ends_swapped, "infimum and supremum have changed places")
(const Activation& f, const Matrix& places)
{
    const double infinity = std::numeric_limits<double>::infinity();
    const Matrix Y = f(places);
    const Matrix ends = f(Matrix{{-infinity, infinity}});
    const double lowest = xt::amin(Y)();
    const double highest = xt::amax(Y)();
    const double low = xt::amin(xt::minimum(ends, lowest))();
    const double high = xt::amax(xt::maximum(ends, highest))();
    return {high, low, highest == high, lowest == low};
}

MISTAKE(range_of, places_themselves,
        "this is the range of the places x; asked is that of the values f(x)")
(const Activation& f, const Matrix& places)
{
    static_cast<void>(f);
    return {xt::amin(places)(), xt::amax(places)(), true, true};
}

MISTAKE(range_of, first_and_last,
        "the first and the last value are taken for the least and the largest; a falling function "
        "has them the other way round, and a bell elsewhere")
(const Activation& f, const Matrix& places)
{
    const Matrix Y = f(places);
    const double first = Y(0, 0);
    const double last = Y(0, Y.shape(1) - 1);
    const double infinity = std::numeric_limits<double>::infinity();
    const Matrix ends = f(Matrix{{-infinity, infinity}});
    return {ends(0, 0), ends(0, 1), first == ends(0, 0), last == ends(0, 1)};
}

MISTAKE(range_of, nan_swallowed,
        "a NaN among the values is passed over, because a comparison with it is false; both ends "
        "are NaN then")
(const Activation& f, const Matrix& places)
{
    const double infinity = std::numeric_limits<double>::infinity();
    const Matrix Y = f(places);
    const Matrix ends = f(Matrix{{-infinity, infinity}});
    double lowest = infinity;
    double highest = -infinity;
    for (double y : Y) {
        if (y < lowest)
            lowest = y;
        if (y > highest)
            highest = y;
    }
    double low = lowest;
    double high = highest;
    for (double y : ends) {
        if (y < low)
            low = y;
        if (y > high)
            high = y;
    }
    return {low, high, lowest == low, highest == high};
}

MISTAKE(is_monotonic, only_rising,
        "only functions that rise count here; one that never rises is monotonic too")
(const Activation& f, const Matrix& places)
{
    const Matrix Y = f(places);
    const std::size_t n = Y.shape(1);
    bool rises = true;
    for (std::size_t i = 1; i < n; ++i) {
        const double step = Y(0, i) - Y(0, i - 1);
        rises &= step >= 0.0;
    }
    return rises;
}

MISTAKE(is_monotonic, only_falling,
        "only functions that fall count here; one that never falls is monotonic too")
(const Activation& f, const Matrix& places)
{
    const Matrix Y = f(places);
    const std::size_t n = Y.shape(1);
    bool falls = true;
    for (std::size_t i = 1; i < n; ++i) {
        const double step = Y(0, i) - Y(0, i - 1);
        falls &= step <= 0.0;
    }
    return falls;
}

MISTAKE(is_monotonic, strict,
        "a flat piece is taken for a fault: monotonic means never falls (≥ 0) or never rises (≤ "
        "0)")
(const Activation& f, const Matrix& places)
{
    const Matrix Y = f(places);
    const std::size_t n = Y.shape(1);
    bool rises = true;
    bool falls = true;
    for (std::size_t i = 1; i < n; ++i) {
        const double step = Y(0, i) - Y(0, i - 1);
        rises &= step > 0.0;
        falls &= step < 0.0;
    }
    return rises || falls;
}

MISTAKE(is_monotonic, nan_swallowed,
        "a NaN among the values goes unnoticed, because no comparison with it is true; the answer "
        "is false then")
(const Activation& f, const Matrix& places)
{
    const Matrix Y = f(places);
    const std::size_t n = Y.shape(1);
    bool up = false;
    bool down = false;
    for (std::size_t i = 1; i < n; ++i) {
        const double step = Y(0, i) - Y(0, i - 1);
        up |= step > 0.0;
        down |= step < 0.0;
    }
    return !(up && down);
}

MISTAKE(is_monotonic, first_and_last,
        "only the first and the last value are looked at; in between f may turn")
(const Activation& f, const Matrix& places)
{
    const Matrix Y = f(places);
    const std::size_t n = Y.shape(1);
    return Y(0, 0) <= Y(0, n - 1) || Y(0, 0) >= Y(0, n - 1);
}

MISTAKE(is_monotonic, last_step_lost, "the last step is not looked at: n values have n − 1 steps")
(const Activation& f, const Matrix& places)
{
    const Matrix Y = f(places);
    const std::size_t n = Y.shape(1);
    bool rises = true;
    bool falls = true;
    for (std::size_t i = 1; i < n - 1; ++i) {
        const double step = Y(0, i) - Y(0, i - 1);
        rises &= step >= 0.0;
        falls &= step <= 0.0;
    }
    return rises || falls;
}

MISTAKE(is_monotonic, first_step_lost, "the first step is not looked at: n values have n − 1 steps")
(const Activation& f, const Matrix& places)
{
    const Matrix Y = f(places);
    const std::size_t n = Y.shape(1);
    bool rises = true;
    bool falls = true;
    for (std::size_t i = 2; i < n; ++i) {
        const double step = Y(0, i) - Y(0, i - 1);
        rises &= step >= 0.0;
        falls &= step <= 0.0;
    }
    return rises || falls;
}

MISTAKE(is_monotonic, compared_with_first,
        "every step is compared with the first one; where that is flat, anything passes")
(const Activation& f, const Matrix& places)
{
    const Matrix Y = f(places);
    const std::size_t n = Y.shape(1);
    const double first = Y(0, 1) - Y(0, 0);
    bool same = true;
    for (std::size_t i = 1; i < n; ++i) {
        const double step = Y(0, i) - Y(0, i - 1);
        same &= step * first >= 0.0;
    }
    return same;
}

MISTAKE(is_monotonic, neighbours,
        "every step is compared with the one before: up, flat, down passes, because 0 goes with "
        "both")
(const Activation& f, const Matrix& places)
{
    const Matrix Y = f(places);
    const std::size_t n = Y.shape(1);
    bool same = true;
    double before = 0.0;
    for (std::size_t i = 1; i < n; ++i) {
        const double step = Y(0, i) - Y(0, i - 1);
        same &= step * before >= 0.0;
        before = step;
    }
    return same;
}

MISTAKE(is_monotonic, negated, "the answer is turned: true means monotonic")
(const Activation& f, const Matrix& places)
{
    const Matrix Y = f(places);
    const std::size_t n = Y.shape(1);
    bool rises = true;
    bool falls = true;
    for (std::size_t i = 1; i < n; ++i) {
        const double step = Y(0, i) - Y(0, i - 1);
        rises &= step >= 0.0;
        falls &= step <= 0.0;
    }
    return !(rises || falls);
}

MISTAKE(is_monotonic, never_below_first,
        "every value is compared with the first one, not with the one before it")
(const Activation& f, const Matrix& places)
{
    const Matrix Y = f(places);
    const std::size_t n = Y.shape(1);
    static_cast<void>(n);
    return xt::amin(Y)() >= Y(0, 0) || xt::amax(Y)() <= Y(0, 0);
}

// --- 5.14 order of continuity ------------------------------------------------------------

MISTAKE(derivative_jump, place_included,
        "the values begin at the place itself, which belongs to one branch only; they begin one "
        "step beside it")
(const Activation& f, double at, int k, double h)
{
    const auto side = [&](double step) {
        Matrix x = xt::zeros<double>({std::size_t{1}, static_cast<std::size_t>(k) + 1});
        for (int i = 0; i <= k; ++i)
            x(0, i) = at + i * step;
        Matrix v = f(x);
        for (int done = 0; done < k; ++done)
            for (int i = 0; i < k - done; ++i)
                v(0, i) = (v(0, i + 1) - v(0, i)) / step;
        return v(0, 0);
    };
    return side(h) - side(-h);
}

MISTAKE(derivative_jump, sign,
        "left minus right; a jump is counted from left to right, right minus left")
(const Activation& f, double at, int k, double h)
{
    const auto side = [&](double step) {
        Matrix x = xt::zeros<double>({std::size_t{1}, static_cast<std::size_t>(k) + 1});
        for (int i = 0; i <= k; ++i)
            x(0, i) = at + (i + 1) * step;
        Matrix v = f(x);
        for (int done = 0; done < k; ++done)
            for (int i = 0; i < k - done; ++i)
                v(0, i) = (v(0, i + 1) - v(0, i)) / step;
        return v(0, 0);
    };
    return side(-h) - side(h);
}

MISTAKE(derivative_jump, not_divided,
        "the differences are not divided by the step; after k rounds this is off by the k-th "
        "power of h")
(const Activation& f, double at, int k, double h)
{
    const auto side = [&](double step) {
        Matrix x = xt::zeros<double>({std::size_t{1}, static_cast<std::size_t>(k) + 1});
        for (int i = 0; i <= k; ++i)
            x(0, i) = at + (i + 1) * step;
        Matrix v = f(x);
        for (int done = 0; done < k; ++done)
            for (int i = 0; i < k - done; ++i)
                v(0, i) = (v(0, i + 1) - v(0, i));
        return v(0, 0);
    };
    return side(h) - side(-h);
}

MISTAKE(derivative_jump, divided_once,
        "the step divides once in all; it divides in each of the k rounds")
(const Activation& f, double at, int k, double h)
{
    const auto side = [&](double step) {
        Matrix x = xt::zeros<double>({std::size_t{1}, static_cast<std::size_t>(k) + 1});
        for (int i = 0; i <= k; ++i)
            x(0, i) = at + (i + 1) * step;
        Matrix v = f(x);
        for (int done = 0; done < k; ++done)
            for (int i = 0; i < k - done; ++i)
                v(0, i) = (v(0, i + 1) - v(0, i));
        return k == 0 ? v(0, 0) : v(0, 0) / step;
    };
    return side(h) - side(-h);
}

MISTAKE(derivative_jump, left_divided_by_h,
        "on the left the step is −h, in the division too; divided by h, the odd derivatives get "
        "the wrong sign")
(const Activation& f, double at, int k, double h)
{
    const auto side = [&](double step) {
        Matrix x = xt::zeros<double>({std::size_t{1}, static_cast<std::size_t>(k) + 1});
        for (int i = 0; i <= k; ++i)
            x(0, i) = at + (i + 1) * step;
        Matrix v = f(x);
        for (int done = 0; done < k; ++done)
            for (int i = 0; i < k - done; ++i)
                v(0, i) = (v(0, i + 1) - v(0, i)) / h;
        return v(0, 0);
    };
    return side(h) - side(-h);
}

MISTAKE(derivative_jump, one_round_more,
        "one round of differences too many: this is the jump of the derivative k + 1")
(const Activation& f, double at, int k, double h)
{
    const auto side = [&](double step) {
        Matrix x = xt::zeros<double>({std::size_t{1}, static_cast<std::size_t>(k + 1) + 1});
        for (int i = 0; i <= k + 1; ++i)
            x(0, i) = at + (i + 1) * step;
        Matrix v = f(x);
        for (int done = 0; done < k + 1; ++done)
            for (int i = 0; i < k + 1 - done; ++i)
                v(0, i) = (v(0, i + 1) - v(0, i)) / step;
        return v(0, 0);
    };
    return side(h) - side(-h);
}

MISTAKE(derivative_jump, one_round_less,
        "one round of differences too few: this is the jump of the derivative k − 1")
(const Activation& f, double at, int k, double h)
{
    const auto side = [&](double step) {
        Matrix x = xt::zeros<double>({std::size_t{1}, static_cast<std::size_t>(k) + 1});
        for (int i = 0; i <= k; ++i)
            x(0, i) = at + (i + 1) * step;
        Matrix v = f(x);
        for (int done = 0; done + 1 < k; ++done)
            for (int i = 0; i < k - done; ++i)
                v(0, i) = (v(0, i + 1) - v(0, i)) / step;
        return v(0, 0);
    };
    return side(h) - side(-h);
}

MISTAKE(derivative_jump, factorial,
        "the difference is divided by k! too; that gives a coefficient of the Taylor series, not "
        "a derivative")
(const Activation& f, double at, int k, double h)
{
    const auto side = [&](double step) {
        double factorial = 1.0;
        for (int i = 2; i <= k; ++i)
            factorial *= i;
        Matrix x = xt::zeros<double>({std::size_t{1}, static_cast<std::size_t>(k) + 1});
        for (int i = 0; i <= k; ++i)
            x(0, i) = at + (i + 1) * step;
        Matrix v = f(x);
        for (int done = 0; done < k; ++done)
            for (int i = 0; i < k - done; ++i)
                v(0, i) = (v(0, i + 1) - v(0, i)) / step;
        return v(0, 0) / factorial;
    };
    return side(h) - side(-h);
}

MISTAKE(derivative_jump, absolute, "the sign is lost; a jump down is below 0")
(const Activation& f, double at, int k, double h)
{
    const auto side = [&](double step) {
        Matrix x = xt::zeros<double>({std::size_t{1}, static_cast<std::size_t>(k) + 1});
        for (int i = 0; i <= k; ++i)
            x(0, i) = at + (i + 1) * step;
        Matrix v = f(x);
        for (int done = 0; done < k; ++done)
            for (int i = 0; i < k - done; ++i)
                v(0, i) = (v(0, i + 1) - v(0, i)) / step;
        return v(0, 0);
    };
    return std::abs(side(h) - side(-h));
}

MISTAKE(derivative_jump, sum, "both sides are added; the jump is right minus left")
(const Activation& f, double at, int k, double h)
{
    const auto side = [&](double step) {
        Matrix x = xt::zeros<double>({std::size_t{1}, static_cast<std::size_t>(k) + 1});
        for (int i = 0; i <= k; ++i)
            x(0, i) = at + (i + 1) * step;
        Matrix v = f(x);
        for (int done = 0; done < k; ++done)
            for (int i = 0; i < k - done; ++i)
                v(0, i) = (v(0, i + 1) - v(0, i)) / step;
        return v(0, 0);
    };
    return side(h) + side(-h);
}

MISTAKE(derivative_jump, right_only,
        "this is the derivative on the right side; the jump is right minus left")
(const Activation& f, double at, int k, double h)
{
    const auto side = [&](double step) {
        Matrix x = xt::zeros<double>({std::size_t{1}, static_cast<std::size_t>(k) + 1});
        for (int i = 0; i <= k; ++i)
            x(0, i) = at + (i + 1) * step;
        Matrix v = f(x);
        for (int done = 0; done < k; ++done)
            for (int i = 0; i < k - done; ++i)
                v(0, i) = (v(0, i + 1) - v(0, i)) / step;
        return v(0, 0);
    };
    return side(h);
}

MISTAKE(derivative_jump, half, "the jump is halved; it is right minus left, without a mean")
(const Activation& f, double at, int k, double h)
{
    const auto side = [&](double step) {
        Matrix x = xt::zeros<double>({std::size_t{1}, static_cast<std::size_t>(k) + 1});
        for (int i = 0; i <= k; ++i)
            x(0, i) = at + (i + 1) * step;
        Matrix v = f(x);
        for (int done = 0; done < k; ++done)
            for (int i = 0; i < k - done; ++i)
                v(0, i) = (v(0, i + 1) - v(0, i)) / step;
        return v(0, 0);
    };
    return 0.5 * (side(h) - side(-h));
}

MISTAKE(order_of_continuity, off_by_one,
        "this is the number of the first derivative that jumps; the order is the last one before "
        "it that does not")
(const Activation& f, [[maybe_unused]] double at, [[maybe_unused]] int highest)
{
    for (int k = 0; k <= highest; ++k) {
        const double wide = derivative_jump(f, at, k, 1.0 / 256.0);
        const double narrow = derivative_jump(f, at, k, 1.0 / 2048.0);
        if (std::abs(narrow) > 0.5 * std::abs(wide) + 1e-3)
            return k;
    }
    return highest;
}

MISTAKE(order_of_continuity, highest_ignored,
        "orders above `highest` are looked at too; it bounds the answer")
(const Activation& f, [[maybe_unused]] double at, [[maybe_unused]] int highest)
{
    for (int k = 0; k <= 3; ++k) {
        const double wide = derivative_jump(f, at, k, 1.0 / 256.0);
        const double narrow = derivative_jump(f, at, k, 1.0 / 2048.0);
        if (std::abs(narrow) > 0.5 * std::abs(wide) + 1e-3)
            return k - 1;
    }
    return 3;
}

MISTAKE(order_of_continuity, always_at_zero, "the jump is looked for at 0; asked is the place `at`")
(const Activation& f, [[maybe_unused]] double at, [[maybe_unused]] int highest)
{
    for (int k = 0; k <= highest; ++k) {
        const double wide = derivative_jump(f, 0.0, k, 1.0 / 256.0);
        const double narrow = derivative_jump(f, 0.0, k, 1.0 / 2048.0);
        if (std::abs(narrow) > 0.5 * std::abs(wide) + 1e-3)
            return k - 1;
    }
    return highest;
}

MISTAKE(order_of_continuity, value_skipped,
        "f itself is never looked at; a function that jumps has the order −1")
(const Activation& f, [[maybe_unused]] double at, [[maybe_unused]] int highest)
{
    for (int k = 1; k <= highest; ++k) {
        const double wide = derivative_jump(f, at, k, 1.0 / 256.0);
        const double narrow = derivative_jump(f, at, k, 1.0 / 2048.0);
        if (std::abs(narrow) > 0.5 * std::abs(wide) + 1e-3)
            return k - 1;
    }
    return highest;
}

MISTAKE(order_of_continuity, no_comparison,
        "every difference of both sides counts as a jump; with h above 0 a smooth function has "
        "some too, but it shrinks with h")
(const Activation& f, [[maybe_unused]] double at, [[maybe_unused]] int highest)
{
    for (int k = 0; k <= highest; ++k) {
        const double narrow = derivative_jump(f, at, k, 1.0 / 2048.0);
        if (std::abs(narrow) > 1e-9)
            return k - 1;
    }
    return highest;
}

MISTAKE(order_of_continuity, slope_only,
        "only f and f′ are looked at; higher derivatives can jump as well")
(const Activation& f, [[maybe_unused]] double at, [[maybe_unused]] int highest)
{
    for (int k = 0; k <= std::min(highest, 1); ++k) {
        const double wide = derivative_jump(f, at, k, 1.0 / 256.0);
        const double narrow = derivative_jump(f, at, k, 1.0 / 2048.0);
        if (std::abs(narrow) > 0.5 * std::abs(wide) + 1e-3)
            return k - 1;
    }
    return highest;
}

MISTAKE(order_of_continuity, from_above,
        "the orders are tried from the highest down: a derivative may be the same on both sides "
        "although f itself jumps; every one up to the order must hold")
(const Activation& f, [[maybe_unused]] double at, [[maybe_unused]] int highest)
{
    for (int k = highest; k >= 0; --k) {
        const double wide = derivative_jump(f, at, k, 1.0 / 256.0);
        const double narrow = derivative_jump(f, at, k, 1.0 / 2048.0);
        if (std::abs(narrow) <= 0.5 * std::abs(wide) + 1e-3)
            return k;
    }
    return -1;
}

MISTAKE(order_of_continuity, negative_lost,
        "a function that jumps is given the order 0; continuous is 0, a jump of f itself is −1")
(const Activation& f, [[maybe_unused]] double at, [[maybe_unused]] int highest)
{
    for (int k = 0; k <= highest; ++k) {
        const double wide = derivative_jump(f, at, k, 1.0 / 256.0);
        const double narrow = derivative_jump(f, at, k, 1.0 / 2048.0);
        if (std::abs(narrow) > 0.5 * std::abs(wide) + 1e-3)
            return std::max(k - 1, 0);
    }
    return highest;
}

// --- 5.15 a row of the table -------------------------------------------------------------

MISTAKE(properties, order_of_slope, "the order of continuity is that of f′; asked is that of f")
(const Activation& f, [[maybe_unused]] const Activation& f_slope, const Matrix& places)
{
    return {range_of(f, places), order_of_continuity(f_slope, 0.0, 3), is_monotonic(f, places),
            is_monotonic(f_slope, places)};
}

MISTAKE(properties, monotonic_swapped,
        "the two answers about monotonicity have changed places: f first, then f′")
(const Activation& f, [[maybe_unused]] const Activation& f_slope, const Matrix& places)
{
    return {range_of(f, places), order_of_continuity(f, 0.0, 3), is_monotonic(f_slope, places),
            is_monotonic(f, places)};
}

MISTAKE(properties, monotonic_twice, "both answers are about f; the last one is about f′")
(const Activation& f, [[maybe_unused]] const Activation& f_slope, const Matrix& places)
{
    return {range_of(f, places), order_of_continuity(f, 0.0, 3), is_monotonic(f, places),
            is_monotonic(f, places)};
}

MISTAKE(properties, slope_twice, "both answers are about f′; the first one is about f")
(const Activation& f, [[maybe_unused]] const Activation& f_slope, const Matrix& places)
{
    return {range_of(f, places), order_of_continuity(f, 0.0, 3), is_monotonic(f_slope, places),
            is_monotonic(f_slope, places)};
}

MISTAKE(properties, range_of_slope, "the range is that of f′; asked is that of f")
(const Activation& f, [[maybe_unused]] const Activation& f_slope, const Matrix& places)
{
    return {range_of(f_slope, places), order_of_continuity(f, 0.0, 3), is_monotonic(f, places),
            is_monotonic(f_slope, places)};
}

MISTAKE(properties, order_at_first_place,
        "the order is looked for at the first place; the branches meet at 0")
(const Activation& f, [[maybe_unused]] const Activation& f_slope, const Matrix& places)
{
    return {range_of(f, places), order_of_continuity(f, places(0, 0), 3), is_monotonic(f, places),
            is_monotonic(f_slope, places)};
}

MISTAKE(properties, order_up_to_2, "orders are looked at up to 2 only; the row goes up to 3")
(const Activation& f, [[maybe_unused]] const Activation& f_slope, const Matrix& places)
{
    return {range_of(f, places), order_of_continuity(f, 0.0, 2), is_monotonic(f, places),
            is_monotonic(f_slope, places)};
}

MISTAKE(properties, order_up_to_1, "orders are looked at up to 1 only; the row goes up to 3")
(const Activation& f, [[maybe_unused]] const Activation& f_slope, const Matrix& places)
{
    return {range_of(f, places), order_of_continuity(f, 0.0, 1), is_monotonic(f, places),
            is_monotonic(f_slope, places)};
}

} // namespace activations::mistakes
