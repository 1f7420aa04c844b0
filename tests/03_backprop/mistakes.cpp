/// @file
/// Wrong answers to the steps of chapter 3, each with what it is and what would be right.
#include "judging/judge/mistakes.hpp"

#include "backprop.hpp"

namespace backprop::mistakes {

// --- 3.1 descent on one weight -----------------------------------------------------------

MISTAKE(descend, ascent, "the step goes with the slope, uphill; descent subtracts: w − η dE/dw")
(double w, double slope, double eta)
{
    return w + eta * slope;
}

MISTAKE(descend, eta_lost,
        "the learning rate is missing: w − dE/dw is right only for η = 1 (erratum 3)")
(double w, double slope, double eta)
{
    static_cast<void>(eta);
    return w - slope;
}

MISTAKE(descend, step_alone, "this is the step −η dE/dw; asked is the weight after it, w − η dE/dw")
(double w, double slope, double eta)
{
    static_cast<void>(w);
    return -eta * slope;
}

MISTAKE(descend, eta_divides,
        "the slope is divided by η; the learning rate multiplies it: w − η dE/dw")
(double w, double slope, double eta)
{
    return w - slope / eta;
}

MISTAKE(descend, eta_scales_weight,
        "η multiplies the whole bracket, η (w − dE/dw); it belongs to the slope alone")
(double w, double slope, double eta)
{
    return eta * (w - slope);
}

MISTAKE(parabola_slope, factor_2_lost,
        "the 2 of the power rule is missing: the derivative of (w − w_best)² is "
        "2 (w − w_best); without the 2 it is the slope of ½ (w − w_best)²")
(double w, double w_best)
{
    return w - w_best;
}

MISTAKE(parabola_slope, half,
        "half of w − w_best: the 2 of the power rule multiplies, 2 (w − w_best)")
(double w, double w_best)
{
    return 0.5 * (w - w_best);
}

MISTAKE(parabola_slope, sign,
        "the sign is turned: right of the lowest point the parabola rises, so "
        "2 (w − w_best) must be above 0 there")
(double w, double w_best)
{
    return 2.0 * (w_best - w);
}

MISTAKE(parabola_slope, value,
        "this is the height E(w) = (w − w_best)², not its slope 2 (w − w_best)")
(double w, double w_best)
{
    return (w - w_best) * (w - w_best);
}

MISTAKE(parabola_slope, vertex_at_zero,
        "2 w is the slope of w²; this parabola has its lowest point at w_best")
(double w, double w_best)
{
    static_cast<void>(w_best);
    return 2.0 * w;
}

MISTAKE(descend_linear, ascent,
        "the step goes with the gradient and the error rises; subtract η ∂E/∂w and η ∂E/∂b "
        "with the miss y − t")
(const LinearUnit& unit, const Matrix& X, const Vector& targets, double eta)
{
    const double N = static_cast<double>(X.shape(0));
    const Vector miss = matvec(X, unit.w) + unit.b - targets;
    const Vector slope_w = matvec(transpose(X), miss) / N;
    return {unit.w + eta * slope_w, unit.b + eta * xt::sum(miss)() / N};
}

MISTAKE(descend_linear, eta_lost,
        "the learning rate is missing: this is the step for η = 1 (erratum 3)")
(const LinearUnit& unit, const Matrix& X, const Vector& targets, double eta)
{
    static_cast<void>(eta);
    const double N = static_cast<double>(X.shape(0));
    const Vector miss = matvec(X, unit.w) + unit.b - targets;
    const Vector slope_w = matvec(transpose(X), miss) / N;
    return {unit.w - slope_w, unit.b - xt::sum(miss)() / N};
}

MISTAKE(descend_linear, factor_2,
        "the gradient is twice too large: the ½ in E = (1/N) Σ ½ (y − t)² cancels the 2 of "
        "the power rule, which leaves (1/N) Σ (y − t) x")
(const LinearUnit& unit, const Matrix& X, const Vector& targets, double eta)
{
    const double N = static_cast<double>(X.shape(0));
    const Vector miss = matvec(X, unit.w) + unit.b - targets;
    const Vector slope_w = 2.0 * matvec(transpose(X), miss) / N;
    return {unit.w - eta * slope_w, unit.b - eta * 2.0 * xt::sum(miss)() / N};
}

MISTAKE(descend_linear, factor_half,
        "the gradient is half as large as it should be: the ½ of the error is gone once the "
        "square has been differentiated")
(const LinearUnit& unit, const Matrix& X, const Vector& targets, double eta)
{
    const double N = static_cast<double>(X.shape(0));
    const Vector miss = matvec(X, unit.w) + unit.b - targets;
    const Vector slope_w = 0.5 * matvec(transpose(X), miss) / N;
    return {unit.w - eta * slope_w, unit.b - eta * 0.5 * xt::sum(miss)() / N};
}

MISTAKE(descend_linear, not_averaged,
        "the gradient is summed over the rows, not averaged: the error has the factor 1/N, "
        "and so has its slope")
(const LinearUnit& unit, const Matrix& X, const Vector& targets, double eta)
{
    const Vector miss = matvec(X, unit.w) + unit.b - targets;
    const Vector slope_w = matvec(transpose(X), miss);
    return {unit.w - eta * slope_w, unit.b - eta * xt::sum(miss)()};
}

MISTAKE(descend_linear, averaged_twice, "the gradient is divided by N twice; E has 1/N once")
(const LinearUnit& unit, const Matrix& X, const Vector& targets, double eta)
{
    const double N = static_cast<double>(X.shape(0));
    const Vector miss = (matvec(X, unit.w) + unit.b - targets) / N;
    const Vector slope_w = matvec(transpose(X), miss) / N;
    return {unit.w - eta * slope_w, unit.b - eta * xt::sum(miss)() / N};
}

MISTAKE(descend_linear, bias_not_averaged,
        "the bias moves by the sum of the misses; its slope is their mean, (1/N) Σ (y − t)")
(const LinearUnit& unit, const Matrix& X, const Vector& targets, double eta)
{
    const double N = static_cast<double>(X.shape(0));
    const Vector miss = matvec(X, unit.w) + unit.b - targets;
    const Vector slope_w = matvec(transpose(X), miss) / N;
    return {unit.w - eta * slope_w, unit.b - eta * xt::sum(miss)()};
}

MISTAKE(descend_linear, bias_not_updated,
        "the bias stays as it was; it has a slope too, ∂E/∂b = (1/N) Σ (y − t)")
(const LinearUnit& unit, const Matrix& X, const Vector& targets, double eta)
{
    const double N = static_cast<double>(X.shape(0));
    const Vector miss = matvec(X, unit.w) + unit.b - targets;
    const Vector slope_w = matvec(transpose(X), miss) / N;
    return {unit.w - eta * slope_w, unit.b};
}

MISTAKE(descend_linear, bias_forgotten, "the bias is missing from the prediction: y = w·x + b")
(const LinearUnit& unit, const Matrix& X, const Vector& targets, double eta)
{
    const double N = static_cast<double>(X.shape(0));
    const Vector miss = matvec(X, unit.w) - targets;
    const Vector slope_w = matvec(transpose(X), miss) / N;
    return {unit.w - eta * slope_w, unit.b - eta * xt::sum(miss)() / N};
}

MISTAKE(descend_linear, weights_first,
        "the bias uses the weights that have just been changed; both slopes belong to the "
        "same, old place")
(const LinearUnit& unit, const Matrix& X, const Vector& targets, double eta)
{
    const double N = static_cast<double>(X.shape(0));
    const Vector miss = matvec(X, unit.w) + unit.b - targets;
    const Vector w = unit.w - eta * matvec(transpose(X), miss) / N;
    const Vector new_miss = matvec(X, w) + unit.b - targets;
    return {w, unit.b - eta * xt::sum(new_miss)() / N};
}

MISTAKE(descend_linear, row_by_row,
        "the unit moves after every row; asked is one step on the mean over the whole batch")
(const LinearUnit& unit, const Matrix& X, const Vector& targets, double eta)
{
    LinearUnit moved = unit;
    for (std::size_t n = 0; n < X.shape(0); ++n) {
        const Vector x = xt::view(X, n, xt::all());
        const double miss = dot(moved.w, x) + moved.b - targets(n);
        moved.w -= eta * miss * x;
        moved.b -= eta * miss;
    }
    return moved;
}

// --- 3.2 error ---------------------------------------------------------------------------

MISTAKE(error, half_lost, "the ½ is missing: E = ½ Σ (yt − yo)²")
(const Vector& y_o, const Vector& y_t)
{
    return xt::sum(xt::square(y_t - y_o))();
}

MISTAKE(error, first_output_only,
        "only the first output counts here; the error is the sum over all of them")
(const Vector& y_o, const Vector& y_t)
{
    return 0.5 * (y_t(0) - y_o(0)) * (y_t(0) - y_o(0));
}

MISTAKE(error, mean_of_outputs,
        "this is the mean of the squares over the outputs; the error has the fixed factor ½ "
        "before their sum (with two outputs the two are equal, with three they are not)")
(const Vector& y_o, const Vector& y_t)
{
    return xt::sum(xt::square(y_t - y_o))() / static_cast<double>(y_o.size());
}

MISTAKE(error, half_of_mean,
        "the squares are averaged over the outputs and then halved; asked is ½ of their sum")
(const Vector& y_o, const Vector& y_t)
{
    return 0.5 * xt::sum(xt::square(y_t - y_o))() / static_cast<double>(y_o.size());
}

MISTAKE(error, square_lost,
        "the differences are not squared, so misses of opposite sign cancel: ½ Σ (yt − yo)²")
(const Vector& y_o, const Vector& y_t)
{
    return 0.5 * xt::sum(y_t - y_o)();
}

MISTAKE(error, absolute,
        "absolute values in place of squares; ½ Σ (yt − yo)² is what the deltas come from")
(const Vector& y_o, const Vector& y_t)
{
    return 0.5 * xt::sum(xt::abs(y_t - y_o))();
}

MISTAKE(error, square_of_sum,
        "the sum is squared, ½ (Σ (yt − yo))²; each difference is squared before they are added")
(const Vector& y_o, const Vector& y_t)
{
    const double sum = xt::sum(y_t - y_o)();
    return 0.5 * sum * sum;
}

MISTAKE(error, root,
        "this is the distance √Σ (yt − yo)²; the error is half its square, without the root")
(const Vector& y_o, const Vector& y_t)
{
    return std::sqrt(xt::sum(xt::square(y_t - y_o))());
}

// --- 3.3 sigma and its slope -------------------------------------------------------------

MISTAKE(sigmoid, exponent_sign,
        "the sign of the exponent is turned: 1 / (1 + e^z) falls; σ(z) = 1 / (1 + e^−z) rises")
(const Vector& z)
{
    return 1.0 / (1.0 + xt::exp(z));
}

MISTAKE(sigmoid, overflow,
        "e^z / (1 + e^z) is the same function, but e^1000 is infinite and ∞/∞ is not a number; "
        "1 / (1 + e^−z) stays finite on both sides")
(const Vector& z)
{
    return xt::exp(z) / (1.0 + xt::exp(z));
}

MISTAKE(sigmoid, tanh, "this is tanh, from −1 to 1; σ runs from 0 to 1")
(const Vector& z)
{
    return xt::tanh(z);
}

MISTAKE(sigmoid, minus, "1 / (1 − e^−z) has a pole at 0; the sign in σ is 1 + e^−z")
(const Vector& z)
{
    return 1.0 / (1.0 - xt::exp(-z));
}

MISTAKE(sigmoid_slope, z_taken_for_output,
        "z (1 − z) puts the weighted sum where σ(z) belongs: σ′(z) = σ(z) (1 − σ(z))")
(const Vector& z)
{
    return z * (1.0 - z);
}

MISTAKE(sigmoid_slope, value, "this is σ(z) itself; its slope is σ(z) (1 − σ(z))")
(const Vector& z)
{
    return sigmoid(z);
}

MISTAKE(sigmoid_slope, one_minus, "1 − σ(z) is only one factor; the slope is σ(z) (1 − σ(z))")
(const Vector& z)
{
    return 1.0 - sigmoid(z);
}

MISTAKE(sigmoid_slope, tanh_slope, "1 − y² is the slope of tanh; that of σ is y (1 − y)")
(const Vector& z)
{
    const Vector y = sigmoid(z);
    return 1.0 - y * y;
}

MISTAKE(sigmoid_slope, sign,
        "the sign is turned: σ rises everywhere, so its slope σ(z) (1 − σ(z)) is above 0")
(const Vector& z)
{
    const Vector y = sigmoid(z);
    return y * (y - 1.0);
}

MISTAKE(sigmoid_slope, sigma_twice,
        "σ is taken of σ(z) again; σ′(z) = σ(z) (1 − σ(z)) uses it once")
(const Vector& z)
{
    const Vector y = sigmoid(sigmoid(z));
    return y * (1.0 - y);
}

MISTAKE(sigmoid_slope_from_output, sigma_again,
        "σ is taken of the output again: y is already σ(z), so the slope is y (1 − y)")
(const Vector& y)
{
    const Vector again = sigmoid(y);
    return again * (1.0 - again);
}

MISTAKE(sigmoid_slope_from_output, one_minus, "1 − y is only one factor; the slope is y (1 − y)")
(const Vector& y)
{
    return 1.0 - y;
}

MISTAKE(sigmoid_slope_from_output, tanh_slope,
        "1 − y² is the slope of tanh from its output; that of σ is y (1 − y)")
(const Vector& y)
{
    return 1.0 - y * y;
}

MISTAKE(sigmoid_slope_from_output, sign,
        "the sign is turned: σ rises everywhere, so its slope y (1 − y) is above 0")
(const Vector& y)
{
    return y * (y - 1.0);
}

// --- 3.4 forward pass --------------------------------------------------------------------

MISTAKE(forward, transposed,
        "W x where the row x meets W as x W: unit j adds up x_i W(i, j), down a column of W, "
        "so as a product it is Wᵀ x")
(const Network& net, const Vector& x)
{
    const Vector y_h = sigmoid(matvec(net.hidden.W, x) + net.hidden.b);
    return {y_h, sigmoid(matvec(net.output.W, y_h) + net.output.b)};
}

MISTAKE(forward, hidden_transposed,
        "the hidden layer reads its weights along the rows of W1; unit j adds up x_i W1(i, j)")
(const Network& net, const Vector& x)
{
    const Vector y_h = sigmoid(matvec(net.hidden.W, x) + net.hidden.b);
    return {y_h, sigmoid(matvec(transpose(net.output.W), y_h) + net.output.b)};
}

MISTAKE(forward, output_transposed,
        "the output layer reads its weights along the rows of W2; unit k adds up "
        "yh_j W2(j, k)")
(const Network& net, const Vector& x)
{
    const Vector y_h = sigmoid(matvec(transpose(net.hidden.W), x) + net.hidden.b);
    return {y_h, sigmoid(matvec(net.output.W, y_h) + net.output.b)};
}

MISTAKE(forward, biases_lost, "both biases are missing: z = x W + b in either layer")
(const Network& net, const Vector& x)
{
    const Vector y_h = sigmoid(matvec(transpose(net.hidden.W), x));
    return {y_h, sigmoid(matvec(transpose(net.output.W), y_h))};
}

MISTAKE(forward, hidden_bias_lost, "the bias of the hidden layer is missing: zh = x W1 + b1")
(const Network& net, const Vector& x)
{
    const Vector y_h = sigmoid(matvec(transpose(net.hidden.W), x));
    return {y_h, sigmoid(matvec(transpose(net.output.W), y_h) + net.output.b)};
}

MISTAKE(forward, output_bias_lost, "the bias of the output layer is missing: zo = yh W2 + b2")
(const Network& net, const Vector& x)
{
    const Vector y_h = sigmoid(matvec(transpose(net.hidden.W), x) + net.hidden.b);
    return {y_h, sigmoid(matvec(transpose(net.output.W), y_h))};
}

MISTAKE(forward, output_not_activated, "the output layer stops at the weighted sum; yo is σ of it")
(const Network& net, const Vector& x)
{
    const Vector y_h = sigmoid(matvec(transpose(net.hidden.W), x) + net.hidden.b);
    return {y_h, matvec(transpose(net.output.W), y_h) + net.output.b};
}

MISTAKE(forward, hidden_not_activated,
        "the hidden layer stops at the weighted sum; yh is σ of it, else two layers are no more "
        "than one")
(const Network& net, const Vector& x)
{
    const Vector y_h = matvec(transpose(net.hidden.W), x) + net.hidden.b;
    return {y_h, sigmoid(matvec(transpose(net.output.W), y_h) + net.output.b)};
}

MISTAKE(forward, sums_passed_on,
        "the output layer is fed the hidden weighted sums zh; it must be fed yh = σ(zh)")
(const Network& net, const Vector& x)
{
    const Vector z_h = matvec(transpose(net.hidden.W), x) + net.hidden.b;
    return {sigmoid(z_h), sigmoid(matvec(transpose(net.output.W), z_h) + net.output.b)};
}

MISTAKE(forward, output_reads_inputs,
        "the output layer is fed the inputs x; what comes into it are the hidden outputs yh")
(const Network& net, const Vector& x)
{
    return {sigmoid(matvec(transpose(net.hidden.W), x) + net.hidden.b),
            sigmoid(matvec(transpose(net.output.W), x) + net.output.b)};
}

// --- 3.5 output delta --------------------------------------------------------------------

MISTAKE(output_delta, sign,
        "this is (yt − yo)·…, the direction of descent; the slope of ½ (yt − yo)² is yo − yt")
(const Activations& a, const Vector& y_t)
{
    return (y_t - a.y_o) * a.y_o * (1.0 - a.y_o);
}

MISTAKE(output_delta, slope_lost,
        "yo − yt is ∂E/∂yo; on the way to ∂E/∂zo the chain rule adds the slope of the "
        "sigmoid, yo (1 − yo)")
(const Activations& a, const Vector& y_t)
{
    return a.y_o - y_t;
}

MISTAKE(output_delta, slope_of_hidden,
        "the slope is that of the hidden units, yh (1 − yh); zo went through the sigmoid of "
        "the output: yo (1 − yo) (erratum 2)")
(const Activations& a, const Vector& y_t)
{
    return (a.y_o - y_t) * a.y_h * (1.0 - a.y_h);
}

MISTAKE(output_delta, target_lost,
        "yo − yo is 0 whatever the target; the deck's page means yo − yt (erratum 2)")
(const Activations& a, const Vector& y_t)
{
    static_cast<void>(y_t);
    return (a.y_o - a.y_o) * a.y_o * (1.0 - a.y_o);
}

MISTAKE(output_delta, slope_of_target,
        "the slope is taken at the target, yt (1 − yt); the sigmoid was at yo")
(const Activations& a, const Vector& y_t)
{
    return (a.y_o - y_t) * y_t * (1.0 - y_t);
}

MISTAKE(output_delta, sigma_again,
        "σ′ is taken at the output instead of at z: yo is already σ(zo), so the slope is "
        "yo (1 − yo)")
(const Activations& a, const Vector& y_t)
{
    const Vector again = 1.0 / (1.0 + xt::exp(-a.y_o));
    return (a.y_o - y_t) * again * (1.0 - again);
}

MISTAKE(output_delta, factor_2,
        "twice too large: the ½ of the error cancels the 2 of the power rule")
(const Activations& a, const Vector& y_t)
{
    return 2.0 * (a.y_o - y_t) * a.y_o * (1.0 - a.y_o);
}

MISTAKE(output_delta, half,
        "half too small: the ½ of the error is gone once the square has been differentiated")
(const Activations& a, const Vector& y_t)
{
    return 0.5 * (a.y_o - y_t) * a.y_o * (1.0 - a.y_o);
}

MISTAKE(output_delta, one_minus, "1 − yo is only one factor of the sigmoid's slope yo (1 − yo)")
(const Activations& a, const Vector& y_t)
{
    return (a.y_o - y_t) * (1.0 - a.y_o);
}

// --- 3.6 output gradients ----------------------------------------------------------------

MISTAKE(output_gradients, transposed,
        "the weight gradient is turned over: W has a row per hidden unit and a column per "
        "output, so ∂E/∂W(j, k) = yh_j δo_k")
(const Vector& delta_o, const Vector& y_h)
{
    return {outer(delta_o, y_h), delta_o};
}

MISTAKE(output_gradients, bias_lost,
        "the bias has no gradient here; its input is always 1, so ∂E/∂b = δo")
(const Vector& delta_o, const Vector& y_h)
{
    return {outer(y_h, delta_o), xt::zeros_like(delta_o)};
}

MISTAKE(output_gradients, bias_times_input,
        "the bias is treated as a weight from the hidden unit; its input is always 1, so "
        "∂E/∂b = δo")
(const Vector& delta_o, const Vector& y_h)
{
    return {outer(y_h, delta_o), delta_o * y_h};
}

MISTAKE(output_gradients, bias_one,
        "the gradient of the bias is 1 here; ∂z/∂b is 1, and the chain rule multiplies it "
        "by δo")
(const Vector& delta_o, const Vector& y_h)
{
    return {outer(y_h, delta_o), xt::ones_like(delta_o)};
}

MISTAKE(output_gradients, sign,
        "the sign is turned: this is the step that descent takes; the gradient is yh_j δo_k")
(const Vector& delta_o, const Vector& y_h)
{
    return {-outer(y_h, delta_o), -delta_o};
}

MISTAKE(output_gradients, input_lost,
        "every weight into an output gets its δo alone; the weight from hidden unit j has "
        "∂z/∂w = yh_j as a further factor")
(const Vector& delta_o, const Vector& y_h)
{
    return {outer(xt::ones_like(y_h), delta_o), delta_o};
}

MISTAKE(output_gradients, diagonal_only,
        "only the weights from unit j to output j have a gradient here; every hidden unit is "
        "joined to every output")
(const Vector& delta_o, const Vector& y_h)
{
    Matrix W = xt::zeros<double>({y_h.size(), delta_o.size()});
    for (std::size_t j = 0; j < y_h.size() && j < delta_o.size(); ++j)
        W(j, j) = y_h(j) * delta_o(j);
    return {W, delta_o};
}

// --- 3.7 hidden delta --------------------------------------------------------------------

MISTAKE(hidden_delta, output_for_weight,
        "this is (δo1 yo1 + δo2 yo2) where the chain rule gives (δo1 w31 + δo2 w41): the way "
        "from yh1 to an output's sum leads along the weight (erratum 1)")
(const Network& net, const Activations& a, const Vector& delta_o)
{
    static_cast<void>(net);
    return xt::sum(delta_o * a.y_o)() * a.y_h * (1.0 - a.y_h);
}

MISTAKE(hidden_delta, first_output_only,
        "only the first output's path is counted; a hidden unit acts on every output, and "
        "the paths add up: δo1 w31 + δo2 w41")
(const Network& net, const Activations& a, const Vector& delta_o)
{
    return xt::view(net.output.W, xt::all(), 0) * delta_o(0) * a.y_h * (1.0 - a.y_h);
}

MISTAKE(hidden_delta, transposed,
        "the weights are read across: unit 1 gets δo1 w31 + δo2 w32, which both belong to "
        "output 1; with W2 of shape (hidden, outputs) it is W2 δo, not W2ᵀ δo")
(const Network& net, const Activations& a, const Vector& delta_o)
{
    return matvec(transpose(net.output.W), delta_o) * a.y_h * (1.0 - a.y_h);
}

MISTAKE(hidden_delta, weights_updated,
        "the deltas come back along weights that have been updated already (here by the deck's "
        "step, without η); the error was made with the old ones")
(const Network& net, const Activations& a, const Vector& delta_o)
{
    const Matrix updated = net.output.W - outer(a.y_h, delta_o);
    return matvec(updated, delta_o) * a.y_h * (1.0 - a.y_h);
}

MISTAKE(hidden_delta, slope_lost,
        "this is ∂E/∂yh; the slope of the hidden sigmoid, yh (1 − yh), is missing on the way "
        "to ∂E/∂zh")
(const Network& net, const Activations& a, const Vector& delta_o)
{
    static_cast<void>(a);
    return matvec(net.output.W, delta_o);
}

MISTAKE(hidden_delta, slope_of_output,
        "the slope is that of the outputs, yo (1 − yo), which δo holds already; the hidden "
        "unit's own is yh (1 − yh)")
(const Network& net, const Activations& a, const Vector& delta_o)
{
    return matvec(net.output.W, delta_o) * a.y_o * (1.0 - a.y_o);
}

MISTAKE(hidden_delta, weights_lost,
        "the deltas are added up without their weights; each comes back multiplied by the "
        "weight it came along")
(const Network& net, const Activations& a, const Vector& delta_o)
{
    static_cast<void>(net);
    return xt::sum(delta_o)() * a.y_h * (1.0 - a.y_h);
}

MISTAKE(hidden_delta, weights_of_hidden_layer,
        "the weights are those into the hidden layer (W1); the deltas come back along those "
        "that leave it (W2)")
(const Network& net, const Activations& a, const Vector& delta_o)
{
    return matvec(net.hidden.W, delta_o) * a.y_h * (1.0 - a.y_h);
}

MISTAKE(hidden_delta, sigma_again,
        "σ′ is taken at the output yh instead of at z: yh is already σ(zh), so the slope is "
        "yh (1 − yh)")
(const Network& net, const Activations& a, const Vector& delta_o)
{
    const Vector again = 1.0 / (1.0 + xt::exp(-a.y_h));
    return matvec(net.output.W, delta_o) * again * (1.0 - again);
}

MISTAKE(hidden_delta, sign,
        "the sign is turned; δo already has the sign of yo − yt, and nothing turns it on the "
        "way back")
(const Network& net, const Activations& a, const Vector& delta_o)
{
    return -matvec(net.output.W, delta_o) * a.y_h * (1.0 - a.y_h);
}

// --- 3.8 hidden gradients ----------------------------------------------------------------

MISTAKE(hidden_gradients, transposed,
        "the weight gradient is turned over: W has a row per input and a column per hidden "
        "unit, so ∂E/∂W(i, j) = x_i δh_j")
(const Vector& delta_h, const Vector& x)
{
    return {outer(delta_h, x), delta_h};
}

MISTAKE(hidden_gradients, bias_lost,
        "the bias has no gradient here; its input is always 1, so ∂E/∂b = δh")
(const Vector& delta_h, const Vector& x)
{
    return {outer(x, delta_h), xt::zeros_like(delta_h)};
}

MISTAKE(hidden_gradients, bias_times_input,
        "the bias is treated as a weight from the input; its input is always 1, so ∂E/∂b = δh")
(const Vector& delta_h, const Vector& x)
{
    return {outer(x, delta_h), delta_h * x};
}

MISTAKE(hidden_gradients, sign,
        "the sign is turned: this is the step that descent takes; the gradient is x_i δh_j")
(const Vector& delta_h, const Vector& x)
{
    return {-outer(x, delta_h), -delta_h};
}

MISTAKE(hidden_gradients, slope_of_input,
        "a further factor x (1 − x): inputs have not been through a sigmoid, and δh holds the "
        "slope of the hidden unit already")
(const Vector& delta_h, const Vector& x)
{
    return {outer(x * (1.0 - x), delta_h), delta_h};
}

MISTAKE(hidden_gradients, input_lost,
        "every weight into a hidden unit gets its δh alone; the weight from input i has "
        "∂z/∂w = x_i as a further factor")
(const Vector& delta_h, const Vector& x)
{
    return {outer(xt::ones_like(x), delta_h), delta_h};
}

MISTAKE(hidden_gradients, diagonal_only,
        "only the weights from input j to hidden unit j have a gradient here; every input is "
        "joined to every unit")
(const Vector& delta_h, const Vector& x)
{
    Matrix W = xt::zeros<double>({x.size(), delta_h.size()});
    for (std::size_t j = 0; j < x.size() && j < delta_h.size(); ++j)
        W(j, j) = x(j) * delta_h(j);
    return {W, delta_h};
}

// --- 3.9 one update of all weights -------------------------------------------------------

MISTAKE(update, output_first,
        "the output layer was updated before the hidden delta was taken, so the delta came "
        "back along the new weights; all gradients belong to the same forward pass")
(const Network& net, const Vector& x, const Vector& y_t, double eta)
{
    const Activations a = forward(net, x);
    const Vector delta_o = output_delta(a, y_t);
    const Layer output = output_gradients(delta_o, a.y_h);
    Network moved = net;
    moved.output.W -= eta * output.W;
    moved.output.b -= eta * output.b;
    const Layer hidden = hidden_gradients(hidden_delta(moved, a, delta_o), x);
    moved.hidden.W -= eta * hidden.W;
    moved.hidden.b -= eta * hidden.b;
    return moved;
}

MISTAKE(update, second_forward_pass,
        "after the update of the output layer the network was run again; both layers' "
        "gradients belong to one forward pass through the old network")
(const Network& net, const Vector& x, const Vector& y_t, double eta)
{
    Network moved = net;
    Activations a = forward(moved, x);
    const Layer output = output_gradients(output_delta(a, y_t), a.y_h);
    moved.output.W -= eta * output.W;
    moved.output.b -= eta * output.b;
    a = forward(moved, x);
    const Layer hidden = hidden_gradients(hidden_delta(moved, a, output_delta(a, y_t)), x);
    moved.hidden.W -= eta * hidden.W;
    moved.hidden.b -= eta * hidden.b;
    return moved;
}

MISTAKE(update, ascent, "the weights move with the gradient, uphill; subtract η ∂E/∂w")
(const Network& net, const Vector& x, const Vector& y_t, double eta)
{
    const Activations a = forward(net, x);
    const Vector delta_o = output_delta(a, y_t);
    const Layer output = output_gradients(delta_o, a.y_h);
    const Layer hidden = hidden_gradients(hidden_delta(net, a, delta_o), x);
    return {{net.hidden.W + eta * hidden.W, net.hidden.b + eta * hidden.b},
            {net.output.W + eta * output.W, net.output.b + eta * output.b}};
}

MISTAKE(update, eta_lost,
        "the learning rate is missing, as in the deck: right only for η = 1 (erratum 3)")
(const Network& net, const Vector& x, const Vector& y_t, double eta)
{
    static_cast<void>(eta);
    const Activations a = forward(net, x);
    const Vector delta_o = output_delta(a, y_t);
    const Layer output = output_gradients(delta_o, a.y_h);
    const Layer hidden = hidden_gradients(hidden_delta(net, a, delta_o), x);
    return {{net.hidden.W - hidden.W, net.hidden.b - hidden.b},
            {net.output.W - output.W, net.output.b - output.b}};
}

MISTAKE(update, eta_in_output_layer_only,
        "η is missing in the hidden layer; it multiplies every gradient")
(const Network& net, const Vector& x, const Vector& y_t, double eta)
{
    const Activations a = forward(net, x);
    const Vector delta_o = output_delta(a, y_t);
    const Layer output = output_gradients(delta_o, a.y_h);
    const Layer hidden = hidden_gradients(hidden_delta(net, a, delta_o), x);
    return {{net.hidden.W - hidden.W, net.hidden.b - hidden.b},
            {net.output.W - eta * output.W, net.output.b - eta * output.b}};
}

MISTAKE(update, eta_twice,
        "η comes in twice on the way to the hidden layer: the deltas are slopes, without η; "
        "only the final step has it")
(const Network& net, const Vector& x, const Vector& y_t, double eta)
{
    const Activations a = forward(net, x);
    const Vector delta_o = eta * output_delta(a, y_t);
    const Layer output = output_gradients(delta_o, a.y_h);
    const Layer hidden = hidden_gradients(hidden_delta(net, a, delta_o), x);
    return {{net.hidden.W - eta * hidden.W, net.hidden.b - eta * hidden.b},
            {net.output.W - output.W, net.output.b - output.b}};
}

MISTAKE(update, biases_not_updated, "the biases stay as they were; they learn like weights")
(const Network& net, const Vector& x, const Vector& y_t, double eta)
{
    const Activations a = forward(net, x);
    const Vector delta_o = output_delta(a, y_t);
    const Layer output = output_gradients(delta_o, a.y_h);
    const Layer hidden = hidden_gradients(hidden_delta(net, a, delta_o), x);
    return {{net.hidden.W - eta * hidden.W, net.hidden.b},
            {net.output.W - eta * output.W, net.output.b}};
}

MISTAKE(update, hidden_not_updated,
        "only the output layer moves; the hidden layer learns in the same update")
(const Network& net, const Vector& x, const Vector& y_t, double eta)
{
    const Activations a = forward(net, x);
    const Layer output = output_gradients(output_delta(a, y_t), a.y_h);
    return {net.hidden, {net.output.W - eta * output.W, net.output.b - eta * output.b}};
}

MISTAKE(update, output_not_updated,
        "only the hidden layer moves; the output layer learns in the same update")
(const Network& net, const Vector& x, const Vector& y_t, double eta)
{
    const Activations a = forward(net, x);
    const Layer hidden = hidden_gradients(hidden_delta(net, a, output_delta(a, y_t)), x);
    return {{net.hidden.W - eta * hidden.W, net.hidden.b - eta * hidden.b}, net.output};
}

// --- 3.10 the general rule ---------------------------------------------------------------

MISTAKE(gradients, mean_forgotten,
        "the gradients are N times too large: the error is the mean over the rows, so its "
        "slope has the factor 1/N")
(const std::vector<Layer>& layers, const Matrix& X, const Matrix& T,
 const std::function<Matrix(const Matrix&)>& f, const std::function<Matrix(const Matrix&)>& f_slope)
{
    std::vector<Matrix> Z;
    std::vector<Matrix> H{X};
    for (const Layer& layer : layers) {
        Z.push_back(matmul(H.back(), layer.W) + layer.b);
        H.push_back(f(Z.back()));
    }
    std::vector<Layer> gradient(layers.size());
    Matrix delta = (H.back() - T) * f_slope(Z.back());
    for (std::size_t l = layers.size(); l-- > 0;) {
        gradient[l] = {matmul(transpose(H[l]), delta), xt::sum(delta, {0})};
        if (l > 0)
            delta = matmul(delta, transpose(layers[l].W)) * f_slope(Z[l - 1]);
    }
    return gradient;
}

MISTAKE(gradients, mean_twice,
        "1/N comes in twice: once it is in the delta, it is in every gradient that follows")
(const std::vector<Layer>& layers, const Matrix& X, const Matrix& T,
 const std::function<Matrix(const Matrix&)>& f, const std::function<Matrix(const Matrix&)>& f_slope)
{
    std::vector<Matrix> Z;
    std::vector<Matrix> H{X};
    for (const Layer& layer : layers) {
        Z.push_back(matmul(H.back(), layer.W) + layer.b);
        H.push_back(f(Z.back()));
    }
    const double N = static_cast<double>(X.shape(0));
    std::vector<Layer> gradient(layers.size());
    Matrix delta = (H.back() - T) * f_slope(Z.back()) / N;
    for (std::size_t l = layers.size(); l-- > 0;) {
        gradient[l] = {matmul(transpose(H[l]), delta) / N, xt::sum(delta, {0}) / N};
        if (l > 0)
            delta = matmul(delta, transpose(layers[l].W)) * f_slope(Z[l - 1]);
    }
    return gradient;
}

MISTAKE(gradients, mean_in_every_layer,
        "the division by N is repeated in every layer on the way back; once, at the output, "
        "is enough")
(const std::vector<Layer>& layers, const Matrix& X, const Matrix& T,
 const std::function<Matrix(const Matrix&)>& f, const std::function<Matrix(const Matrix&)>& f_slope)
{
    std::vector<Matrix> Z;
    std::vector<Matrix> H{X};
    for (const Layer& layer : layers) {
        Z.push_back(matmul(H.back(), layer.W) + layer.b);
        H.push_back(f(Z.back()));
    }
    const double N = static_cast<double>(X.shape(0));
    std::vector<Layer> gradient(layers.size());
    Matrix delta = (H.back() - T) * f_slope(Z.back()) / N;
    for (std::size_t l = layers.size(); l-- > 0;) {
        gradient[l] = {matmul(transpose(H[l]), delta), xt::sum(delta, {0})};
        if (l > 0)
            delta = matmul(delta, transpose(layers[l].W)) * f_slope(Z[l - 1]) / N;
    }
    return gradient;
}

MISTAKE(gradients, mean_over_outputs,
        "the mean is taken over rows and outputs; E has 1/N for the rows and a plain sum over "
        "the outputs")
(const std::vector<Layer>& layers, const Matrix& X, const Matrix& T,
 const std::function<Matrix(const Matrix&)>& f, const std::function<Matrix(const Matrix&)>& f_slope)
{
    std::vector<Matrix> Z;
    std::vector<Matrix> H{X};
    for (const Layer& layer : layers) {
        Z.push_back(matmul(H.back(), layer.W) + layer.b);
        H.push_back(f(Z.back()));
    }
    const double N = static_cast<double>(T.shape(0) * T.shape(1));
    std::vector<Layer> gradient(layers.size());
    Matrix delta = (H.back() - T) * f_slope(Z.back()) / N;
    for (std::size_t l = layers.size(); l-- > 0;) {
        gradient[l] = {matmul(transpose(H[l]), delta), xt::sum(delta, {0})};
        if (l > 0)
            delta = matmul(delta, transpose(layers[l].W)) * f_slope(Z[l - 1]);
    }
    return gradient;
}

MISTAKE(gradients, bias_not_averaged,
        "the weights have the factor 1/N, the biases have not; both are slopes of the same "
        "mean")
(const std::vector<Layer>& layers, const Matrix& X, const Matrix& T,
 const std::function<Matrix(const Matrix&)>& f, const std::function<Matrix(const Matrix&)>& f_slope)
{
    std::vector<Matrix> Z;
    std::vector<Matrix> H{X};
    for (const Layer& layer : layers) {
        Z.push_back(matmul(H.back(), layer.W) + layer.b);
        H.push_back(f(Z.back()));
    }
    const double N = static_cast<double>(X.shape(0));
    std::vector<Layer> gradient(layers.size());
    Matrix delta = (H.back() - T) * f_slope(Z.back());
    for (std::size_t l = layers.size(); l-- > 0;) {
        gradient[l] = {matmul(transpose(H[l]), delta) / N, xt::sum(delta, {0})};
        if (l > 0)
            delta = matmul(delta, transpose(layers[l].W)) * f_slope(Z[l - 1]);
    }
    return gradient;
}

MISTAKE(gradients, bias_averaged_again,
        "the bias takes the mean of the rows of Δ; 1/N is in Δ already, so it is their sum")
(const std::vector<Layer>& layers, const Matrix& X, const Matrix& T,
 const std::function<Matrix(const Matrix&)>& f, const std::function<Matrix(const Matrix&)>& f_slope)
{
    std::vector<Matrix> Z;
    std::vector<Matrix> H{X};
    for (const Layer& layer : layers) {
        Z.push_back(matmul(H.back(), layer.W) + layer.b);
        H.push_back(f(Z.back()));
    }
    const double N = static_cast<double>(X.shape(0));
    std::vector<Layer> gradient(layers.size());
    Matrix delta = (H.back() - T) * f_slope(Z.back()) / N;
    for (std::size_t l = layers.size(); l-- > 0;) {
        gradient[l] = {matmul(transpose(H[l]), delta), xt::sum(delta, {0}) / N};
        if (l > 0)
            delta = matmul(delta, transpose(layers[l].W)) * f_slope(Z[l - 1]);
    }
    return gradient;
}

MISTAKE(gradients, bias_lost, "the biases have no gradient here; it is the sum of the rows of Δ")
(const std::vector<Layer>& layers, const Matrix& X, const Matrix& T,
 const std::function<Matrix(const Matrix&)>& f, const std::function<Matrix(const Matrix&)>& f_slope)
{
    std::vector<Matrix> Z;
    std::vector<Matrix> H{X};
    for (const Layer& layer : layers) {
        Z.push_back(matmul(H.back(), layer.W) + layer.b);
        H.push_back(f(Z.back()));
    }
    const double N = static_cast<double>(X.shape(0));
    std::vector<Layer> gradient(layers.size());
    Matrix delta = (H.back() - T) * f_slope(Z.back()) / N;
    for (std::size_t l = layers.size(); l-- > 0;) {
        gradient[l] = {matmul(transpose(H[l]), delta), xt::zeros_like(layers[l].b)};
        if (l > 0)
            delta = matmul(delta, transpose(layers[l].W)) * f_slope(Z[l - 1]);
    }
    return gradient;
}

MISTAKE(gradients, sign, "the sign is turned throughout: the slope of ½ (T − Y)² is Y − T")
(const std::vector<Layer>& layers, const Matrix& X, const Matrix& T,
 const std::function<Matrix(const Matrix&)>& f, const std::function<Matrix(const Matrix&)>& f_slope)
{
    std::vector<Matrix> Z;
    std::vector<Matrix> H{X};
    for (const Layer& layer : layers) {
        Z.push_back(matmul(H.back(), layer.W) + layer.b);
        H.push_back(f(Z.back()));
    }
    const double N = static_cast<double>(X.shape(0));
    std::vector<Layer> gradient(layers.size());
    Matrix delta = (T - H.back()) * f_slope(Z.back()) / N;
    for (std::size_t l = layers.size(); l-- > 0;) {
        gradient[l] = {matmul(transpose(H[l]), delta), xt::sum(delta, {0})};
        if (l > 0)
            delta = matmul(delta, transpose(layers[l].W)) * f_slope(Z[l - 1]);
    }
    return gradient;
}

MISTAKE(gradients, factor_2, "twice too large: the ½ of the error cancels the 2 of the power rule")
(const std::vector<Layer>& layers, const Matrix& X, const Matrix& T,
 const std::function<Matrix(const Matrix&)>& f, const std::function<Matrix(const Matrix&)>& f_slope)
{
    std::vector<Matrix> Z;
    std::vector<Matrix> H{X};
    for (const Layer& layer : layers) {
        Z.push_back(matmul(H.back(), layer.W) + layer.b);
        H.push_back(f(Z.back()));
    }
    const double N = static_cast<double>(X.shape(0));
    std::vector<Layer> gradient(layers.size());
    Matrix delta = 2.0 * (H.back() - T) * f_slope(Z.back()) / N;
    for (std::size_t l = layers.size(); l-- > 0;) {
        gradient[l] = {matmul(transpose(H[l]), delta), xt::sum(delta, {0})};
        if (l > 0)
            delta = matmul(delta, transpose(layers[l].W)) * f_slope(Z[l - 1]);
    }
    return gradient;
}

MISTAKE(gradients, slope_of_output_lost,
        "the delta of the last layer is Y − T without f′(Z); the slope of the output's "
        "activation is missing")
(const std::vector<Layer>& layers, const Matrix& X, const Matrix& T,
 const std::function<Matrix(const Matrix&)>& f, const std::function<Matrix(const Matrix&)>& f_slope)
{
    std::vector<Matrix> Z;
    std::vector<Matrix> H{X};
    for (const Layer& layer : layers) {
        Z.push_back(matmul(H.back(), layer.W) + layer.b);
        H.push_back(f(Z.back()));
    }
    const double N = static_cast<double>(X.shape(0));
    std::vector<Layer> gradient(layers.size());
    Matrix delta = (H.back() - T) / N;
    for (std::size_t l = layers.size(); l-- > 0;) {
        gradient[l] = {matmul(transpose(H[l]), delta), xt::sum(delta, {0})};
        if (l > 0)
            delta = matmul(delta, transpose(layers[l].W)) * f_slope(Z[l - 1]);
    }
    return gradient;
}

MISTAKE(gradients, slope_of_hidden_lost,
        "on the way back f′(Z) of the hidden layers is missing: Δ = (Δ_next Wᵀ) ∘ f′(Z)")
(const std::vector<Layer>& layers, const Matrix& X, const Matrix& T,
 const std::function<Matrix(const Matrix&)>& f, const std::function<Matrix(const Matrix&)>& f_slope)
{
    std::vector<Matrix> Z;
    std::vector<Matrix> H{X};
    for (const Layer& layer : layers) {
        Z.push_back(matmul(H.back(), layer.W) + layer.b);
        H.push_back(f(Z.back()));
    }
    const double N = static_cast<double>(X.shape(0));
    std::vector<Layer> gradient(layers.size());
    Matrix delta = (H.back() - T) * f_slope(Z.back()) / N;
    for (std::size_t l = layers.size(); l-- > 0;) {
        gradient[l] = {matmul(transpose(H[l]), delta), xt::sum(delta, {0})};
        if (l > 0)
            delta = matmul(delta, transpose(layers[l].W));
    }
    return gradient;
}

MISTAKE(gradients, slope_at_output,
        "f′ is given the outputs H; it is a function of the weighted sums Z")
(const std::vector<Layer>& layers, const Matrix& X, const Matrix& T,
 const std::function<Matrix(const Matrix&)>& f, const std::function<Matrix(const Matrix&)>& f_slope)
{
    std::vector<Matrix> H{X};
    for (const Layer& layer : layers)
        H.push_back(f(matmul(H.back(), layer.W) + layer.b));
    const double N = static_cast<double>(X.shape(0));
    std::vector<Layer> gradient(layers.size());
    Matrix delta = (H.back() - T) * f_slope(H.back()) / N;
    for (std::size_t l = layers.size(); l-- > 0;) {
        gradient[l] = {matmul(transpose(H[l]), delta), xt::sum(delta, {0})};
        if (l > 0)
            delta = matmul(delta, transpose(layers[l].W)) * f_slope(H[l]);
    }
    return gradient;
}

MISTAKE(gradients, sigmoid_assumed,
        "H (1 − H) is the slope of the sigmoid only; here the activation is any f, and its "
        "slope is what f_slope gives")
(const std::vector<Layer>& layers, const Matrix& X, const Matrix& T,
 const std::function<Matrix(const Matrix&)>& f, const std::function<Matrix(const Matrix&)>& f_slope)
{
    static_cast<void>(f_slope);
    std::vector<Matrix> H{X};
    for (const Layer& layer : layers)
        H.push_back(f(matmul(H.back(), layer.W) + layer.b));
    const double N = static_cast<double>(X.shape(0));
    std::vector<Layer> gradient(layers.size());
    Matrix delta = (H.back() - T) * H.back() * (1.0 - H.back()) / N;
    for (std::size_t l = layers.size(); l-- > 0;) {
        gradient[l] = {matmul(transpose(H[l]), delta), xt::sum(delta, {0})};
        if (l > 0)
            delta = matmul(delta, transpose(layers[l].W)) * H[l] * (1.0 - H[l]);
    }
    return gradient;
}

MISTAKE(gradients, linear_output,
        "the last layer stops at its weighted sum; f acts in every layer, the last one too")
(const std::vector<Layer>& layers, const Matrix& X, const Matrix& T,
 const std::function<Matrix(const Matrix&)>& f, const std::function<Matrix(const Matrix&)>& f_slope)
{
    std::vector<Matrix> Z;
    std::vector<Matrix> H{X};
    for (const Layer& layer : layers) {
        Z.push_back(matmul(H.back(), layer.W) + layer.b);
        H.push_back(f(Z.back()));
    }
    const double N = static_cast<double>(X.shape(0));
    std::vector<Layer> gradient(layers.size());
    Matrix delta = (Z.back() - T) / N;
    for (std::size_t l = layers.size(); l-- > 0;) {
        gradient[l] = {matmul(transpose(H[l]), delta), xt::sum(delta, {0})};
        if (l > 0)
            delta = matmul(delta, transpose(layers[l].W)) * f_slope(Z[l - 1]);
    }
    return gradient;
}

MISTAKE(gradients, bias_of_forward_lost, "the forward pass has no bias: Z = H W + b")
(const std::vector<Layer>& layers, const Matrix& X, const Matrix& T,
 const std::function<Matrix(const Matrix&)>& f, const std::function<Matrix(const Matrix&)>& f_slope)
{
    std::vector<Matrix> Z;
    std::vector<Matrix> H{X};
    for (const Layer& layer : layers) {
        Z.push_back(matmul(H.back(), layer.W));
        H.push_back(f(Z.back()));
    }
    const double N = static_cast<double>(X.shape(0));
    std::vector<Layer> gradient(layers.size());
    Matrix delta = (H.back() - T) * f_slope(Z.back()) / N;
    for (std::size_t l = layers.size(); l-- > 0;) {
        gradient[l] = {matmul(transpose(H[l]), delta), xt::sum(delta, {0})};
        if (l > 0)
            delta = matmul(delta, transpose(layers[l].W)) * f_slope(Z[l - 1]);
    }
    return gradient;
}

MISTAKE(gradients, reversed, "the gradients come out last layer first; entry l belongs to layer l")
(const std::vector<Layer>& layers, const Matrix& X, const Matrix& T,
 const std::function<Matrix(const Matrix&)>& f, const std::function<Matrix(const Matrix&)>& f_slope)
{
    std::vector<Matrix> Z;
    std::vector<Matrix> H{X};
    for (const Layer& layer : layers) {
        Z.push_back(matmul(H.back(), layer.W) + layer.b);
        H.push_back(f(Z.back()));
    }
    const double N = static_cast<double>(X.shape(0));
    std::vector<Layer> gradient;
    Matrix delta = (H.back() - T) * f_slope(Z.back()) / N;
    for (std::size_t l = layers.size(); l-- > 0;) {
        gradient.push_back({matmul(transpose(H[l]), delta), xt::sum(delta, {0})});
        if (l > 0)
            delta = matmul(delta, transpose(layers[l].W)) * f_slope(Z[l - 1]);
    }
    return gradient;
}

// --- 3.11 a gradient checker -------------------------------------------------------------
// The student chooses h, so these are recognised by the points that E was asked at.

MISTAKE(numerical_gradient, one_sided,
        "the difference is taken to one side only, (E(p + h) − E(p)) / h: its error shrinks "
        "like h, that of (E(p + h) − E(p − h)) / 2h like h²")
(const std::function<double(const Vector&)>& E, const Vector& parameters)
{
    const double h = 1e-7;
    Vector gradient = xt::zeros_like(parameters);
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        Vector above = parameters;
        above(i) += h;
        gradient(i) = (E(above) - E(parameters)) / h;
    }
    return gradient;
}

MISTAKE(numerical_gradient, h_too_small,
        "h is so small that both values of E agree in nearly all their digits, and rounding is "
        "most of what is left of the difference; near 1e-5 both errors are small")
(const std::function<double(const Vector&)>& E, const Vector& parameters)
{
    const double h = 1e-12;
    Vector gradient = xt::zeros_like(parameters);
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        Vector above = parameters;
        Vector below = parameters;
        above(i) += h;
        below(i) -= h;
        gradient(i) = (E(above) - E(below)) / (2.0 * h);
    }
    return gradient;
}

MISTAKE(numerical_gradient, h_too_large,
        "h is so large that the curve bends between the two points: the error grows like h²; "
        "near 1e-5 both errors are small")
(const std::function<double(const Vector&)>& E, const Vector& parameters)
{
    const double h = 0.1;
    Vector gradient = xt::zeros_like(parameters);
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        Vector above = parameters;
        Vector below = parameters;
        above(i) += h;
        below(i) -= h;
        gradient(i) = (E(above) - E(below)) / (2.0 * h);
    }
    return gradient;
}

MISTAKE(numerical_gradient, divided_by_h, "twice too large: the points are 2h apart, not h")
(const std::function<double(const Vector&)>& E, const Vector& parameters)
{
    const double h = 1e-5;
    Vector gradient = xt::zeros_like(parameters);
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        Vector above = parameters;
        Vector below = parameters;
        above(i) += h;
        below(i) -= h;
        gradient(i) = (E(above) - E(below)) / h;
    }
    return gradient;
}

MISTAKE(numerical_gradient, not_divided, "the difference E(p + h) − E(p − h) is not divided by 2h")
(const std::function<double(const Vector&)>& E, const Vector& parameters)
{
    const double h = 1e-5;
    Vector gradient = xt::zeros_like(parameters);
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        Vector above = parameters;
        Vector below = parameters;
        above(i) += h;
        below(i) -= h;
        gradient(i) = E(above) - E(below);
    }
    return gradient;
}

MISTAKE(numerical_gradient, sign, "the sign is turned: E(p + h) − E(p − h), in this order")
(const std::function<double(const Vector&)>& E, const Vector& parameters)
{
    const double h = 1e-5;
    Vector gradient = xt::zeros_like(parameters);
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        Vector above = parameters;
        Vector below = parameters;
        above(i) += h;
        below(i) -= h;
        gradient(i) = (E(below) - E(above)) / (2.0 * h);
    }
    return gradient;
}

MISTAKE(numerical_gradient, not_moved_back,
        "a parameter stays moved while the next one is examined; every other parameter must "
        "be where it was")
(const std::function<double(const Vector&)>& E, const Vector& parameters)
{
    const double h = 1e-5;
    Vector gradient = xt::zeros_like(parameters);
    Vector moved = parameters;
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        moved(i) += h;
        const double above = E(moved);
        moved(i) -= 2.0 * h;
        gradient(i) = (above - E(moved)) / (2.0 * h);
    }
    return gradient;
}

MISTAKE(numerical_gradient, all_at_once,
        "all parameters are moved together, which gives one slope along the diagonal; a "
        "partial derivative moves one of them alone")
(const std::function<double(const Vector&)>& E, const Vector& parameters)
{
    const double h = 1e-5;
    const Vector above = parameters + h;
    const Vector below = parameters - h;
    return (E(above) - E(below)) / (2.0 * h) * xt::ones_like(parameters);
}

// --- 3.12 training XOR -------------------------------------------------------------------

MISTAKE(train, error_after_update,
        "each error is measured after its update; entry k is the error before update k")
(const std::vector<Layer>& start, const Matrix& X, const Matrix& T, double eta, std::size_t epochs)
{
    const auto f = [](const Matrix& Z) -> Matrix { return 1.0 / (1.0 + xt::exp(-Z)); };
    const auto f_slope = [&](const Matrix& Z) -> Matrix { return f(Z) * (1.0 - f(Z)); };
    Training training{start, {}};
    for (std::size_t epoch = 0; epoch < epochs; ++epoch) {
        const std::vector<Layer> gradient = gradients(training.layers, X, T, f, f_slope);
        for (std::size_t l = 0; l < gradient.size(); ++l) {
            training.layers[l].W -= eta * gradient[l].W;
            training.layers[l].b -= eta * gradient[l].b;
        }
        Matrix Y = X;
        for (const Layer& layer : training.layers)
            Y = f(matmul(Y, layer.W) + layer.b);
        const double N = static_cast<double>(X.shape(0));
        training.error_per_epoch.push_back(0.5 * xt::sum(xt::square(T - Y))() / N);
    }
    return training;
}

MISTAKE(train, error_not_averaged,
        "the recorded errors are sums over the rows; the error of a batch is their mean")
(const std::vector<Layer>& start, const Matrix& X, const Matrix& T, double eta, std::size_t epochs)
{
    const auto f = [](const Matrix& Z) -> Matrix { return 1.0 / (1.0 + xt::exp(-Z)); };
    const auto f_slope = [&](const Matrix& Z) -> Matrix { return f(Z) * (1.0 - f(Z)); };
    Training training{start, {}};
    for (std::size_t epoch = 0; epoch < epochs; ++epoch) {
        Matrix Y = X;
        for (const Layer& layer : training.layers)
            Y = f(matmul(Y, layer.W) + layer.b);
        training.error_per_epoch.push_back(0.5 * xt::sum(xt::square(T - Y))());
        const std::vector<Layer> gradient = gradients(training.layers, X, T, f, f_slope);
        for (std::size_t l = 0; l < gradient.size(); ++l) {
            training.layers[l].W -= eta * gradient[l].W;
            training.layers[l].b -= eta * gradient[l].b;
        }
    }
    return training;
}

MISTAKE(train, error_half_lost, "the ½ is missing in the recorded errors: (1/N) Σ ½ (T − Y)²")
(const std::vector<Layer>& start, const Matrix& X, const Matrix& T, double eta, std::size_t epochs)
{
    const auto f = [](const Matrix& Z) -> Matrix { return 1.0 / (1.0 + xt::exp(-Z)); };
    const auto f_slope = [&](const Matrix& Z) -> Matrix { return f(Z) * (1.0 - f(Z)); };
    Training training{start, {}};
    for (std::size_t epoch = 0; epoch < epochs; ++epoch) {
        Matrix Y = X;
        for (const Layer& layer : training.layers)
            Y = f(matmul(Y, layer.W) + layer.b);
        const double N = static_cast<double>(X.shape(0));
        training.error_per_epoch.push_back(xt::sum(xt::square(T - Y))() / N);
        const std::vector<Layer> gradient = gradients(training.layers, X, T, f, f_slope);
        for (std::size_t l = 0; l < gradient.size(); ++l) {
            training.layers[l].W -= eta * gradient[l].W;
            training.layers[l].b -= eta * gradient[l].b;
        }
    }
    return training;
}

MISTAKE(train, ascent, "the weights move with the gradient and the error rises; subtract")
(const std::vector<Layer>& start, const Matrix& X, const Matrix& T, double eta, std::size_t epochs)
{
    const auto f = [](const Matrix& Z) -> Matrix { return 1.0 / (1.0 + xt::exp(-Z)); };
    const auto f_slope = [&](const Matrix& Z) -> Matrix { return f(Z) * (1.0 - f(Z)); };
    Training training{start, {}};
    for (std::size_t epoch = 0; epoch < epochs; ++epoch) {
        Matrix Y = X;
        for (const Layer& layer : training.layers)
            Y = f(matmul(Y, layer.W) + layer.b);
        const double N = static_cast<double>(X.shape(0));
        training.error_per_epoch.push_back(0.5 * xt::sum(xt::square(T - Y))() / N);
        const std::vector<Layer> gradient = gradients(training.layers, X, T, f, f_slope);
        for (std::size_t l = 0; l < gradient.size(); ++l) {
            training.layers[l].W += eta * gradient[l].W;
            training.layers[l].b += eta * gradient[l].b;
        }
    }
    return training;
}

MISTAKE(train, eta_lost,
        "the learning rate is missing in the update: this is training with η = 1 (erratum 3)")
(const std::vector<Layer>& start, const Matrix& X, const Matrix& T, double eta, std::size_t epochs)
{
    static_cast<void>(eta);
    const auto f = [](const Matrix& Z) -> Matrix { return 1.0 / (1.0 + xt::exp(-Z)); };
    const auto f_slope = [&](const Matrix& Z) -> Matrix { return f(Z) * (1.0 - f(Z)); };
    Training training{start, {}};
    for (std::size_t epoch = 0; epoch < epochs; ++epoch) {
        Matrix Y = X;
        for (const Layer& layer : training.layers)
            Y = f(matmul(Y, layer.W) + layer.b);
        const double N = static_cast<double>(X.shape(0));
        training.error_per_epoch.push_back(0.5 * xt::sum(xt::square(T - Y))() / N);
        const std::vector<Layer> gradient = gradients(training.layers, X, T, f, f_slope);
        for (std::size_t l = 0; l < gradient.size(); ++l) {
            training.layers[l].W -= gradient[l].W;
            training.layers[l].b -= gradient[l].b;
        }
    }
    return training;
}

MISTAKE(train, biases_not_trained, "the biases stay where they started; they learn like weights")
(const std::vector<Layer>& start, const Matrix& X, const Matrix& T, double eta, std::size_t epochs)
{
    const auto f = [](const Matrix& Z) -> Matrix { return 1.0 / (1.0 + xt::exp(-Z)); };
    const auto f_slope = [&](const Matrix& Z) -> Matrix { return f(Z) * (1.0 - f(Z)); };
    Training training{start, {}};
    for (std::size_t epoch = 0; epoch < epochs; ++epoch) {
        Matrix Y = X;
        for (const Layer& layer : training.layers)
            Y = f(matmul(Y, layer.W) + layer.b);
        const double N = static_cast<double>(X.shape(0));
        training.error_per_epoch.push_back(0.5 * xt::sum(xt::square(T - Y))() / N);
        const std::vector<Layer> gradient = gradients(training.layers, X, T, f, f_slope);
        for (std::size_t l = 0; l < gradient.size(); ++l)
            training.layers[l].W -= eta * gradient[l].W;
    }
    return training;
}

MISTAKE(train, gradients_at_start,
        "every step uses the gradients of the start; they must be taken anew at the layers as "
        "they are now")
(const std::vector<Layer>& start, const Matrix& X, const Matrix& T, double eta, std::size_t epochs)
{
    const auto f = [](const Matrix& Z) -> Matrix { return 1.0 / (1.0 + xt::exp(-Z)); };
    const auto f_slope = [&](const Matrix& Z) -> Matrix { return f(Z) * (1.0 - f(Z)); };
    Training training{start, {}};
    for (std::size_t epoch = 0; epoch < epochs; ++epoch) {
        Matrix Y = X;
        for (const Layer& layer : training.layers)
            Y = f(matmul(Y, layer.W) + layer.b);
        const double N = static_cast<double>(X.shape(0));
        training.error_per_epoch.push_back(0.5 * xt::sum(xt::square(T - Y))() / N);
        const std::vector<Layer> gradient = gradients(start, X, T, f, f_slope);
        for (std::size_t l = 0; l < gradient.size(); ++l) {
            training.layers[l].W -= eta * gradient[l].W;
            training.layers[l].b -= eta * gradient[l].b;
        }
    }
    return training;
}

MISTAKE(train, row_by_row,
        "the weights move after every single row; full-batch descent takes one step on the "
        "mean over all rows")
(const std::vector<Layer>& start, const Matrix& X, const Matrix& T, double eta, std::size_t epochs)
{
    const auto f = [](const Matrix& Z) -> Matrix { return 1.0 / (1.0 + xt::exp(-Z)); };
    const auto f_slope = [&](const Matrix& Z) -> Matrix { return f(Z) * (1.0 - f(Z)); };
    Training training{start, {}};
    for (std::size_t epoch = 0; epoch < epochs; ++epoch) {
        Matrix Y = X;
        for (const Layer& layer : training.layers)
            Y = f(matmul(Y, layer.W) + layer.b);
        const double N = static_cast<double>(X.shape(0));
        training.error_per_epoch.push_back(0.5 * xt::sum(xt::square(T - Y))() / N);
        for (std::size_t n = 0; n < X.shape(0); ++n) {
            const Matrix x = xt::view(X, xt::range(n, n + 1), xt::all());
            const Matrix t = xt::view(T, xt::range(n, n + 1), xt::all());
            const std::vector<Layer> gradient = gradients(training.layers, x, t, f, f_slope);
            for (std::size_t l = 0; l < gradient.size(); ++l) {
                training.layers[l].W -= eta * gradient[l].W;
                training.layers[l].b -= eta * gradient[l].b;
            }
        }
    }
    return training;
}

MISTAKE(train, one_epoch_short, "one update and one error too few: `epochs` counts the updates")
(const std::vector<Layer>& start, const Matrix& X, const Matrix& T, double eta, std::size_t epochs)
{
    const auto f = [](const Matrix& Z) -> Matrix { return 1.0 / (1.0 + xt::exp(-Z)); };
    const auto f_slope = [&](const Matrix& Z) -> Matrix { return f(Z) * (1.0 - f(Z)); };
    Training training{start, {}};
    for (std::size_t epoch = 1; epoch < epochs; ++epoch) {
        Matrix Y = X;
        for (const Layer& layer : training.layers)
            Y = f(matmul(Y, layer.W) + layer.b);
        const double N = static_cast<double>(X.shape(0));
        training.error_per_epoch.push_back(0.5 * xt::sum(xt::square(T - Y))() / N);
        const std::vector<Layer> gradient = gradients(training.layers, X, T, f, f_slope);
        for (std::size_t l = 0; l < gradient.size(); ++l) {
            training.layers[l].W -= eta * gradient[l].W;
            training.layers[l].b -= eta * gradient[l].b;
        }
    }
    return training;
}

MISTAKE(train, stops_early,
        "training ends before all epochs are done, once the error is small; asked are `epochs` "
        "updates and as many errors")
(const std::vector<Layer>& start, const Matrix& X, const Matrix& T, double eta, std::size_t epochs)
{
    const auto f = [](const Matrix& Z) -> Matrix { return 1.0 / (1.0 + xt::exp(-Z)); };
    const auto f_slope = [&](const Matrix& Z) -> Matrix { return f(Z) * (1.0 - f(Z)); };
    Training training{start, {}};
    for (std::size_t epoch = 0; epoch < epochs; ++epoch) {
        Matrix Y = X;
        for (const Layer& layer : training.layers)
            Y = f(matmul(Y, layer.W) + layer.b);
        const double N = static_cast<double>(X.shape(0));
        training.error_per_epoch.push_back(0.5 * xt::sum(xt::square(T - Y))() / N);
        if (training.error_per_epoch.back() < 0.01)
            break;
        const std::vector<Layer> gradient = gradients(training.layers, X, T, f, f_slope);
        for (std::size_t l = 0; l < gradient.size(); ++l) {
            training.layers[l].W -= eta * gradient[l].W;
            training.layers[l].b -= eta * gradient[l].b;
        }
    }
    return training;
}

} // namespace backprop::mistakes
