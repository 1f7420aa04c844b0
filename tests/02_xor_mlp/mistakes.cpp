// Wrong answers of chapter 2 that the verdict names.
#include "judging/judge/mistakes.hpp"
#include "xor_mlp.hpp"

#include <cmath>

namespace xor_mlp::mistakes {

// 2.1 one unit -------------------------------------------------------------------------------

MISTAKE(mlp, at_zero,
        "this answers 1 when the weighted sum is exactly 0 (>= for >); the decks answer 0 there, "
        "and XOR depends on it")
(const Vector& x, const Vector& w, double b)
{
    return dot(w, x) + b >= 0.0 ? 1.0 : 0.0;
}

MISTAKE(mlp, bias_lost, "the bias is left out: the sum is w·x + b")
(const Vector& x, const Vector& w, [[maybe_unused]] double b)
{
    return dot(w, x) > 0.0 ? 1.0 : 0.0;
}

MISTAKE(mlp, bias_per_input, "the bias is added once for every input; it is added once, to the sum")
(const Vector& x, const Vector& w, double b)
{
    return xt::sum(w * x + b)() > 0.0 ? 1.0 : 0.0;
}

MISTAKE(mlp, bias_as_threshold,
        "the sum is compared with b (w·x > b); a bias is added: w·x + b > 0 means w·x > −b")
(const Vector& x, const Vector& w, double b)
{
    return dot(w, x) > b ? 1.0 : 0.0;
}

MISTAKE(mlp, step_lost, "this is the weighted sum itself; the unit answers 1 above 0, else 0")
(const Vector& x, const Vector& w, double b)
{
    return dot(w, x) + b;
}

MISTAKE(mlp, inverted, "0 and 1 are exchanged: 1 belongs above 0")
(const Vector& x, const Vector& w, double b)
{
    return dot(w, x) + b > 0.0 ? 0.0 : 1.0;
}

MISTAKE(mlp, minus_one, "this answers −1 below 0 (the sign); the decks' step answers 0")
(const Vector& x, const Vector& w, double b)
{
    return dot(w, x) + b > 0.0 ? 1.0 : -1.0;
}

MISTAKE(mlp, sigmoid, "this is the sigmoid of the sum (step 2.4); here the step is asked, 0 or 1")
(const Vector& x, const Vector& w, double b)
{
    return 1.0 / (1.0 + std::exp(-(dot(w, x) + b)));
}

MISTAKE(nand_unit, bias_sign, "the bias is −3; with +3 the unit is 1 unless both inputs are 1")
()
{
    return {{-2.0, -2.0}, -3.0};
}

MISTAKE(nand_unit, row_read,
        "(−2, 2) is a row of W(1); the weights of a unit stand in a column: (−2, −2)")
()
{
    return {{-2.0, 2.0}, 3.0};
}

MISTAKE(nand_unit, not_negated, "this is AND; NAND is its opposite: −2, −2 and +3")
()
{
    return {{2.0, 2.0}, -3.0};
}

MISTAKE(nand_unit, bias_of_or, "−1 is the bias of the OR unit; the first entry of B(1) is 3")
()
{
    return {{-2.0, -2.0}, -1.0};
}

MISTAKE(nand_unit, is_or, "this is the OR unit: the columns of W(1) are exchanged")
()
{
    return {{2.0, 2.0}, -1.0};
}

MISTAKE(or_unit, bias_sign, "the bias is +1; with it the unit answers 1 to (0, 0) too. OR has −1")
()
{
    return {{2.0, 2.0}, 1.0};
}

MISTAKE(or_unit, row_read,
        "(−2, 2) is a row of W(1); the weights of a unit stand in a column: (2, 2)")
()
{
    return {{-2.0, 2.0}, -1.0};
}

MISTAKE(or_unit, bias_of_nand, "3 is the bias of the NAND unit; the second entry of B(1) is −1")
()
{
    return {{2.0, 2.0}, 3.0};
}

MISTAKE(or_unit, is_nand, "this is the NAND unit: the columns of W(1) are exchanged")
()
{
    return {{-2.0, -2.0}, 3.0};
}

MISTAKE(or_unit, is_and, "(1, 1) and −1 are W(2) and B(2), the AND unit; OR has weights 2 and 2")
()
{
    return {{1.0, 1.0}, -1.0};
}

MISTAKE(and_unit, bias_sign, "the bias is +1; with it the unit answers 1 always. AND has −1")
()
{
    return {{1.0, 1.0}, 1.0};
}

MISTAKE(and_unit, is_or, "(2, 2) and −1 make OR: one input is enough. AND has the weights 1 and 1")
()
{
    return {{2.0, 2.0}, -1.0};
}

MISTAKE(and_unit, between_corners,
        "this AND works too, and better (its line keeps clear of the corners), but the decks' "
        "bias is asked: −1")
()
{
    return {{1.0, 1.0}, -1.5};
}

// 2.2 XOR by composition ---------------------------------------------------------------------

MISTAKE(xor_gate, corners_only,
        "x1 != x2 is right at the four corners only; the composed units answer everywhere: 1 "
        "where 0.5 < x1 + x2 < 1.5")
(double x1, double x2)
{
    return x1 != x2 ? 1.0 : 0.0;
}

MISTAKE(xor_gate, or_of_both,
        "the two hidden units are joined by OR; one of them is 1 at every corner, so the answer "
        "is always 1. AND is what joins them")
(double x1, double x2)
{
    const Unit nand = nand_unit();
    const Unit either = or_unit();
    const Vector x{x1, x2};
    const Vector h{mlp(x, nand.w, nand.b), mlp(x, either.w, either.b)};
    return mlp(h, either.w, either.b);
}

MISTAKE(xor_gate, nand_of_both,
        "the two hidden units are joined by NAND: this is the opposite of XOR. AND joins them")
(double x1, double x2)
{
    const Unit nand = nand_unit();
    const Unit either = or_unit();
    const Vector x{x1, x2};
    const Vector h{mlp(x, nand.w, nand.b), mlp(x, either.w, either.b)};
    return mlp(h, nand.w, nand.b);
}

MISTAKE(xor_gate, and_for_nand,
        "AND(AND, OR) is AND again; the first hidden unit is NAND, which excludes (1, 1)")
(double x1, double x2)
{
    const Unit either = or_unit();
    const Unit both = and_unit();
    const Vector x{x1, x2};
    const Vector h{mlp(x, both.w, both.b), mlp(x, either.w, either.b)};
    return mlp(h, both.w, both.b);
}

MISTAKE(xor_gate, nand_twice, "both hidden units are NAND; the second is OR, which excludes (0, 0)")
(double x1, double x2)
{
    const Unit nand = nand_unit();
    const Unit both = and_unit();
    const Vector x{x1, x2};
    const Vector h{mlp(x, nand.w, nand.b), mlp(x, nand.w, nand.b)};
    return mlp(h, both.w, both.b);
}

MISTAKE(xor_gate, or_twice, "both hidden units are OR; the first is NAND, which excludes (1, 1)")
(double x1, double x2)
{
    const Unit either = or_unit();
    const Unit both = and_unit();
    const Vector x{x1, x2};
    const Vector h{mlp(x, either.w, either.b), mlp(x, either.w, either.b)};
    return mlp(h, both.w, both.b);
}

MISTAKE(xor_gate, hidden_step_lost,
        "the hidden units hand on their weighted sums without the step; "
        "(−2s + 3) + (2s − 1) − 1 is 1 for every s = x1 + x2, so the answer is always 1")
(double x1, double x2)
{
    const Unit nand = nand_unit();
    const Unit either = or_unit();
    const Unit both = and_unit();
    const Vector x{x1, x2};
    const Vector h{dot(nand.w, x) + nand.b, dot(either.w, x) + either.b};
    return mlp(h, both.w, both.b);
}

TIE(xor_gate, or_of_both, hidden_step_lost, "both answer 1 on the whole plane")

MISTAKE(xor_gate, one_input_twice, "both places of the input hold x1; x2 is never used")
(double x1, [[maybe_unused]] double x2)
{
    const Unit nand = nand_unit();
    const Unit either = or_unit();
    const Unit both = and_unit();
    const Vector x{x1, x1};
    const Vector h{mlp(x, nand.w, nand.b), mlp(x, either.w, either.b)};
    return mlp(h, both.w, both.b);
}

// 2.3 matrix form ----------------------------------------------------------------------------

MISTAKE(forward, hidden_transposed,
        "the hidden layer's W is used where Wᵀ belongs, or the other way round: a row of W is "
        "read as a unit's weights; they stand in a column, Z = X W + b")
(const Matrix& X, const Network& net)
{
    const Matrix Z1 = matmul(X, transpose(net.hidden.W)) + net.hidden.b;
    const Matrix H = xt::where(Z1 > 0.0, 1.0, 0.0);
    const Matrix Z2 = matmul(H, net.output.W) + net.output.b;
    return xt::where(Z2 > 0.0, 1.0, 0.0);
}

MISTAKE(forward, output_transposed,
        "the output layer's W is used where Wᵀ belongs, or the other way round: a unit's weights "
        "stand in a column, Z = H W + b")
(const Matrix& X, const Network& net)
{
    const Matrix Z1 = matmul(X, net.hidden.W) + net.hidden.b;
    const Matrix H = xt::where(Z1 > 0.0, 1.0, 0.0);
    const Matrix Z2 = matmul(H, transpose(net.output.W)) + net.output.b;
    return xt::where(Z2 > 0.0, 1.0, 0.0);
}

MISTAKE(forward, transposed,
        "W is used where Wᵀ belongs, or the other way round, in both layers: a row of W is read "
        "as a column; a unit's weights stand in a column, Z = X W + b")
(const Matrix& X, const Network& net)
{
    const Matrix Z1 = matmul(X, transpose(net.hidden.W)) + net.hidden.b;
    const Matrix H = xt::where(Z1 > 0.0, 1.0, 0.0);
    const Matrix Z2 = matmul(H, transpose(net.output.W)) + net.output.b;
    return xt::where(Z2 > 0.0, 1.0, 0.0);
}

MISTAKE(forward, batch_as_columns,
        "a row of X is read as a column: Xᵀ is multiplied. An example is a row of X, so X W it is")
(const Matrix& X, const Network& net)
{
    const Matrix Z1 = matmul(transpose(X), net.hidden.W) + net.hidden.b;
    const Matrix H = xt::where(Z1 > 0.0, 1.0, 0.0);
    const Matrix Z2 = matmul(H, net.output.W) + net.output.b;
    return xt::where(Z2 > 0.0, 1.0, 0.0);
}

MISTAKE(forward, answer_as_columns,
        "the answer has a column per example; it has a row per example, shape (N, outputs)")
(const Matrix& X, const Network& net)
{
    const Matrix Z1 = matmul(X, net.hidden.W) + net.hidden.b;
    const Matrix H = xt::where(Z1 > 0.0, 1.0, 0.0);
    const Matrix Z2 = matmul(H, net.output.W) + net.output.b;
    const Matrix Y = xt::where(Z2 > 0.0, 1.0, 0.0);
    return transpose(Y);
}

MISTAKE(forward, hidden_step_lost,
        "the hidden layer hands on its sums without the step; two linear layers are one (step 2.7)")
(const Matrix& X, const Network& net)
{
    const Matrix H = matmul(X, net.hidden.W) + net.hidden.b;
    const Matrix Z2 = matmul(H, net.output.W) + net.output.b;
    return xt::where(Z2 > 0.0, 1.0, 0.0);
}

MISTAKE(forward, output_step_lost,
        "these are the output layer's weighted sums; the step comes after them too")
(const Matrix& X, const Network& net)
{
    const Matrix Z1 = matmul(X, net.hidden.W) + net.hidden.b;
    const Matrix H = xt::where(Z1 > 0.0, 1.0, 0.0);
    return matmul(H, net.output.W) + net.output.b;
}

MISTAKE(forward, hidden_bias_lost, "the hidden layer's bias is left out")
(const Matrix& X, const Network& net)
{
    const Matrix Z1 = matmul(X, net.hidden.W);
    const Matrix H = xt::where(Z1 > 0.0, 1.0, 0.0);
    const Matrix Z2 = matmul(H, net.output.W) + net.output.b;
    return xt::where(Z2 > 0.0, 1.0, 0.0);
}

MISTAKE(forward, output_bias_lost, "the output layer's bias is left out")
(const Matrix& X, const Network& net)
{
    const Matrix Z1 = matmul(X, net.hidden.W) + net.hidden.b;
    const Matrix H = xt::where(Z1 > 0.0, 1.0, 0.0);
    const Matrix Z2 = matmul(H, net.output.W);
    return xt::where(Z2 > 0.0, 1.0, 0.0);
}

MISTAKE(forward, biases_lost, "the biases of both layers are left out")
(const Matrix& X, const Network& net)
{
    const Matrix Z1 = matmul(X, net.hidden.W);
    const Matrix H = xt::where(Z1 > 0.0, 1.0, 0.0);
    const Matrix Z2 = matmul(H, net.output.W);
    return xt::where(Z2 > 0.0, 1.0, 0.0);
}

MISTAKE(forward, at_zero,
        "this answers 1 when a sum is exactly 0 (>= for >); with it the decks' network answers 1 "
        "to all four rows")
(const Matrix& X, const Network& net)
{
    const Matrix Z1 = matmul(X, net.hidden.W) + net.hidden.b;
    const Matrix H = xt::where(Z1 >= 0.0, 1.0, 0.0);
    const Matrix Z2 = matmul(H, net.output.W) + net.output.b;
    return xt::where(Z2 >= 0.0, 1.0, 0.0);
}

MISTAKE(forward, minus_one, "the step answers −1 below 0 (the sign); the decks' step answers 0")
(const Matrix& X, const Network& net)
{
    const Matrix Z1 = matmul(X, net.hidden.W) + net.hidden.b;
    const Matrix H = xt::where(Z1 > 0.0, 1.0, -1.0);
    const Matrix Z2 = matmul(H, net.output.W) + net.output.b;
    return xt::where(Z2 > 0.0, 1.0, -1.0);
}

MISTAKE(forward, sigmoid,
        "this is the network with a sigmoid in both layers; here the step is asked")
(const Matrix& X, const Network& net)
{
    const Matrix Z1 = matmul(X, net.hidden.W) + net.hidden.b;
    const Matrix H = 1.0 / (1.0 + xt::exp(-Z1));
    const Matrix Z2 = matmul(H, net.output.W) + net.output.b;
    return 1.0 / (1.0 + xt::exp(-Z2));
}

MISTAKE(forward, hidden_only, "these are the hidden units' answers; the output layer comes after")
(const Matrix& X, const Network& net)
{
    const Matrix Z1 = matmul(X, net.hidden.W) + net.hidden.b;
    return xt::where(Z1 > 0.0, 1.0, 0.0);
}

// 2.4 sigmoid unit ---------------------------------------------------------------------------

MISTAKE(sigmoid_unit, overflow,
        "this is e^z / (1 + e^z); above 709.78 e^z overflows to infinity, and ∞/∞ is NaN. "
        "Dividing both by e^z gives 1 / (1 + e^−z), which stays finite")
(const Vector& x, const Vector& w, double b)
{
    const double e = std::exp(dot(w, x) + b);
    return e / (1.0 + e);
}

MISTAKE(sigmoid_unit, exponent_sign,
        "the sign of the exponent is lost: this is 1 / (1 + e^z), which falls as z grows")
(const Vector& x, const Vector& w, double b)
{
    return 1.0 / (1.0 + std::exp(dot(w, x) + b));
}

MISTAKE(sigmoid_unit, wrong_numerator,
        "this is e^−z / (1 + e^−z) = 1 − σ(z), and NaN for large negative z; the numerator is 1")
(const Vector& x, const Vector& w, double b)
{
    const double e = std::exp(-(dot(w, x) + b));
    return e / (1.0 + e);
}

MISTAKE(sigmoid_unit, bias_sign,
        "the minus reaches only w·x, this is e^(−w·x + b); the exponent is −(w·x + b)")
(const Vector& x, const Vector& w, double b)
{
    return 1.0 / (1.0 + std::exp(-dot(w, x) + b));
}

MISTAKE(sigmoid_unit, bias_lost, "the bias is left out: z = w·x + b")
(const Vector& x, const Vector& w, [[maybe_unused]] double b)
{
    return 1.0 / (1.0 + std::exp(-dot(w, x)));
}

MISTAKE(sigmoid_unit, bias_outside,
        "the bias is added to the sigmoid; it belongs to the sum inside")
(const Vector& x, const Vector& w, double b)
{
    return 1.0 / (1.0 + std::exp(-dot(w, x))) + b;
}

MISTAKE(sigmoid_unit, precedence,
        "1 / 1 + e^−z is 1 + e^−z: the sum in the denominator needs its brackets")
(const Vector& x, const Vector& w, double b)
{
    return 1.0 / 1.0 + std::exp(-(dot(w, x) + b));
}

MISTAKE(sigmoid_unit, one_lost, "the 1 in the denominator is lost: 1 / e^−z is e^z")
(const Vector& x, const Vector& w, double b)
{
    return 1.0 / std::exp(-(dot(w, x) + b));
}

MISTAKE(sigmoid_unit, sigmoid_lost, "this is the weighted sum itself; its sigmoid is asked")
(const Vector& x, const Vector& w, double b)
{
    return dot(w, x) + b;
}

MISTAKE(sigmoid_unit, step, "this is the step of 2.1; the sigmoid has every value from 0 to 1")
(const Vector& x, const Vector& w, double b)
{
    return dot(w, x) + b > 0.0 ? 1.0 : 0.0;
}

MISTAKE(sigmoid_unit, tanh, "this is tanh(z), from −1 to 1; the sigmoid runs from 0 to 1")
(const Vector& x, const Vector& w, double b)
{
    return std::tanh(dot(w, x) + b);
}

// 2.5 hidden space ---------------------------------------------------------------------------

MISTAKE(hidden_space, step_lost,
        "these are the weighted sums; a hidden unit answers 0 or 1. Without the step the map is "
        "linear and the four points stay inseparable")
(const Matrix& X, const Layer& hidden)
{
    return matmul(X, hidden.W) + hidden.b;
}

MISTAKE(hidden_space, transposed,
        "W is used where Wᵀ belongs, or the other way round: the weights of hidden unit j stand "
        "in column j of W")
(const Matrix& X, const Layer& hidden)
{
    const Matrix Z = matmul(X, transpose(hidden.W)) + hidden.b;
    return xt::where(Z > 0.0, 1.0, 0.0);
}

MISTAKE(hidden_space, batch_as_columns,
        "a row of X is read as a column: Xᵀ is multiplied. An example is a row of X")
(const Matrix& X, const Layer& hidden)
{
    const Matrix Z = matmul(transpose(X), hidden.W) + hidden.b;
    return xt::where(Z > 0.0, 1.0, 0.0);
}

MISTAKE(hidden_space, answer_as_columns,
        "the answer has a row per hidden unit; it has a row per example, shape (N, hidden units)")
(const Matrix& X, const Layer& hidden)
{
    const Matrix Z = matmul(X, hidden.W) + hidden.b;
    const Matrix H = xt::where(Z > 0.0, 1.0, 0.0);
    return transpose(H);
}

MISTAKE(hidden_space, bias_lost, "the bias is left out: Z = X W + b")
(const Matrix& X, const Layer& hidden)
{
    const Matrix Z = matmul(X, hidden.W);
    return xt::where(Z > 0.0, 1.0, 0.0);
}

MISTAKE(hidden_space, at_zero, "this answers 1 when a sum is exactly 0 (>= for >)")
(const Matrix& X, const Layer& hidden)
{
    const Matrix Z = matmul(X, hidden.W) + hidden.b;
    return xt::where(Z >= 0.0, 1.0, 0.0);
}

MISTAKE(hidden_space, minus_one,
        "the step answers −1 below 0 (the sign); the decks' step answers 0")
(const Matrix& X, const Layer& hidden)
{
    const Matrix Z = matmul(X, hidden.W) + hidden.b;
    return xt::where(Z > 0.0, 1.0, -1.0);
}

MISTAKE(hidden_space, sigmoid, "this is the sigmoid of the sums; here the step is asked, 0 or 1")
(const Matrix& X, const Layer& hidden)
{
    const Matrix Z = matmul(X, hidden.W) + hidden.b;
    return 1.0 / (1.0 + xt::exp(-Z));
}

// 2.6 stacks of dense layers -----------------------------------------------------------------

MISTAKE(parameter_counts, bias_lost,
        "the biases are not counted: a layer has in × out weights and out biases")
(std::size_t inputs, const std::vector<std::size_t>& units)
{
    std::vector<std::size_t> counts;
    for (const std::size_t outputs : units) {
        counts.push_back(inputs * outputs);
        inputs = outputs;
    }
    return counts;
}

MISTAKE(parameter_counts, in_out_swapped,
        "in and out are swapped: a bias is counted for every input; each unit (output) has one")
(std::size_t inputs, const std::vector<std::size_t>& units)
{
    std::vector<std::size_t> counts;
    for (const std::size_t outputs : units) {
        counts.push_back(inputs * outputs + inputs);
        inputs = outputs;
    }
    return counts;
}

MISTAKE(parameter_counts, one_bias,
        "one bias is counted for the whole layer; every unit has one of its own")
(std::size_t inputs, const std::vector<std::size_t>& units)
{
    std::vector<std::size_t> counts;
    for (const std::size_t outputs : units) {
        counts.push_back(inputs * outputs + 1);
        inputs = outputs;
    }
    return counts;
}

MISTAKE(parameter_counts, inputs_kept,
        "every layer is counted as if it read the network's inputs; it reads the units of the "
        "layer before")
(std::size_t inputs, const std::vector<std::size_t>& units)
{
    std::vector<std::size_t> counts;
    for (const std::size_t outputs : units) {
        counts.push_back(inputs * outputs + outputs);
    }
    return counts;
}

MISTAKE(parameter_counts, first_layer_lost,
        "the first layer is missing: it has the weights from the network's inputs")
([[maybe_unused]] std::size_t inputs, const std::vector<std::size_t>& units)
{
    std::vector<std::size_t> counts;
    for (std::size_t l = 1; l < units.size(); ++l) {
        counts.push_back(units[l - 1] * units[l] + units[l]);
    }
    return counts;
}

MISTAKE(parameter_counts, total, "this is the sum over the layers; one count per layer is asked")
(std::size_t inputs, const std::vector<std::size_t>& units)
{
    std::size_t total = 0;
    for (const std::size_t outputs : units) {
        total += inputs * outputs + outputs;
        inputs = outputs;
    }
    return {total};
}

MISTAKE(parameter_counts, running_sum,
        "the counts of the layers before are added to each; every layer counts its own")
(std::size_t inputs, const std::vector<std::size_t>& units)
{
    std::vector<std::size_t> counts;
    std::size_t total = 0;
    for (const std::size_t outputs : units) {
        total += inputs * outputs + outputs;
        counts.push_back(total);
        inputs = outputs;
    }
    return counts;
}

MISTAKE(output_shape, swapped, "rows and columns are swapped: a batch is rows, its units columns")
(std::size_t rows, [[maybe_unused]] std::size_t inputs, const std::vector<std::size_t>& units)
{
    return {units.back(), rows};
}

MISTAKE(output_shape, inputs,
        "this is the shape of the batch that goes in; the last layer decides how many columns "
        "come out")
(std::size_t rows, std::size_t inputs, [[maybe_unused]] const std::vector<std::size_t>& units)
{
    return {rows, inputs};
}

MISTAKE(output_shape, first_layer, "the first layer's units are taken; the last layer answers")
(std::size_t rows, [[maybe_unused]] std::size_t inputs, const std::vector<std::size_t>& units)
{
    return {rows, units.front()};
}

MISTAKE(output_shape, depth,
        "the number of layers is taken; the columns are the last layer's units")
(std::size_t rows, [[maybe_unused]] std::size_t inputs, const std::vector<std::size_t>& units)
{
    return {rows, units.size()};
}

MISTAKE(output_shape, all_units, "all units are added up; only the last layer's units answer")
(std::size_t rows, [[maybe_unused]] std::size_t inputs, const std::vector<std::size_t>& units)
{
    std::size_t columns = 0;
    for (const std::size_t outputs : units) {
        columns += outputs;
    }
    return {rows, columns};
}

MISTAKE(output_shape, weights,
        "this is the shape of the last layer's W; the answer has a row per example")
([[maybe_unused]] std::size_t rows, std::size_t inputs, const std::vector<std::size_t>& units)
{
    return {units.size() > 1 ? units[units.size() - 2] : inputs, units.back()};
}

MISTAKE(forward_stack, last_linear, "the last layer has no sigmoid; here every layer has one")
(const Matrix& X, const std::vector<Layer>& layers)
{
    Matrix H = X;
    for (std::size_t l = 0; l < layers.size(); ++l) {
        const Matrix Z = matmul(H, layers[l].W) + layers[l].b;
        H = Z;
        if (l + 1 < layers.size()) {
            H = 1.0 / (1.0 + xt::exp(-Z));
        }
    }
    return H;
}

MISTAKE(forward_stack, sigmoid_at_end_only,
        "only the last layer has a sigmoid; the layers before collapse into one (step 2.7)")
(const Matrix& X, const std::vector<Layer>& layers)
{
    Matrix Z = X;
    for (const Layer& layer : layers) {
        const Matrix next = matmul(Z, layer.W) + layer.b;
        Z = next;
    }
    return 1.0 / (1.0 + xt::exp(-Z));
}

MISTAKE(forward_stack, linear,
        "no layer has its sigmoid; the stack collapses into one linear layer")
(const Matrix& X, const std::vector<Layer>& layers)
{
    Matrix Z = X;
    for (const Layer& layer : layers) {
        const Matrix next = matmul(Z, layer.W) + layer.b;
        Z = next;
    }
    return Z;
}

MISTAKE(forward_stack, bias_lost, "the biases are left out: Z = H W + b")
(const Matrix& X, const std::vector<Layer>& layers)
{
    Matrix H = X;
    for (const Layer& layer : layers) {
        const Matrix Z = matmul(H, layer.W);
        H = 1.0 / (1.0 + xt::exp(-Z));
    }
    return H;
}

MISTAKE(forward_stack, transposed,
        "W is used where Wᵀ belongs, or the other way round: in and out of a layer are swapped")
(const Matrix& X, const std::vector<Layer>& layers)
{
    Matrix H = X;
    for (const Layer& layer : layers) {
        const Matrix Z = matmul(H, transpose(layer.W)) + layer.b;
        H = 1.0 / (1.0 + xt::exp(-Z));
    }
    return H;
}

MISTAKE(forward_stack, input_kept, "every layer reads X; a layer reads what the layer before gives")
(const Matrix& X, const std::vector<Layer>& layers)
{
    Matrix H = X;
    for (const Layer& layer : layers) {
        const Matrix Z = matmul(X, layer.W) + layer.b;
        H = 1.0 / (1.0 + xt::exp(-Z));
    }
    return H;
}

MISTAKE(forward_stack, first_layer_only, "only the first layer is used")
(const Matrix& X, const std::vector<Layer>& layers)
{
    const Matrix Z = matmul(X, layers.front().W) + layers.front().b;
    return 1.0 / (1.0 + xt::exp(-Z));
}

MISTAKE(forward_stack, last_layer_lost, "the last layer is left out")
(const Matrix& X, const std::vector<Layer>& layers)
{
    Matrix H = X;
    for (std::size_t l = 0; l + 1 < layers.size(); ++l) {
        const Matrix Z = matmul(H, layers[l].W) + layers[l].b;
        H = 1.0 / (1.0 + xt::exp(-Z));
    }
    return H;
}

MISTAKE(forward_stack, reversed, "the layers are taken from the last to the first")
(const Matrix& X, const std::vector<Layer>& layers)
{
    Matrix H = X;
    for (std::size_t l = layers.size(); l-- > 0;) {
        const Matrix Z = matmul(H, layers[l].W) + layers[l].b;
        H = 1.0 / (1.0 + xt::exp(-Z));
    }
    return H;
}

MISTAKE(forward_stack, step, "the layers answer with the step of 2.1; here each has a sigmoid")
(const Matrix& X, const std::vector<Layer>& layers)
{
    Matrix H = X;
    for (const Layer& layer : layers) {
        const Matrix Z = matmul(H, layer.W) + layer.b;
        H = xt::where(Z > 0.0, 1.0, 0.0);
    }
    return H;
}

MISTAKE(forward_stack, exponent_sign,
        "the sign of the exponent is lost: this is 1 / (1 + e^z) in every layer")
(const Matrix& X, const std::vector<Layer>& layers)
{
    Matrix H = X;
    for (const Layer& layer : layers) {
        const Matrix Z = matmul(H, layer.W) + layer.b;
        H = 1.0 / (1.0 + xt::exp(Z));
    }
    return H;
}

MISTAKE(forward_stack, overflow, "e^z / (1 + e^z) is ∞/∞ = NaN above 709.78; 1 / (1 + e^−z) is not")
(const Matrix& X, const std::vector<Layer>& layers)
{
    Matrix H = X;
    for (const Layer& layer : layers) {
        const Matrix Z = matmul(H, layer.W) + layer.b;
        H = xt::exp(Z) / (1.0 + xt::exp(Z));
    }
    return H;
}

// 2.7 linear layers collapse -----------------------------------------------------------------

MISTAKE(collapse, slide_order,
        "this is the order of deck C's slide, W1 W2 x + b1ᵀ W2 + b2 read in columns (erratum 6); "
        "in rows W′ = W1 W2 and b′ = b1 W2 + b2")
(const Layer& first, const Layer& second)
{
    return {matmul(second.W, first.W), matvec(second.W, first.b) + second.b};
}

MISTAKE(collapse, weights_order,
        "the product of the weights stands in the wrong order (erratum 6): the batch meets W1 "
        "first, X W1 W2")
(const Layer& first, const Layer& second)
{
    return {matmul(second.W, first.W), matvec(transpose(second.W), first.b) + second.b};
}

MISTAKE(collapse, bias_order,
        "the first bias is multiplied from the wrong side, W2 b1 (erratum 6); in rows it is b1 W2, "
        "that is W2ᵀ b1")
(const Layer& first, const Layer& second)
{
    return {matmul(first.W, second.W), matvec(second.W, first.b) + second.b};
}

MISTAKE(collapse, second_bias_lost, "the second bias is lost: b′ = b1 W2 + b2")
(const Layer& first, const Layer& second)
{
    return {matmul(first.W, second.W), matvec(transpose(second.W), first.b)};
}

MISTAKE(collapse, first_bias_lost, "the first bias is lost: it passes through W2, b′ = b1 W2 + b2")
(const Layer& first, const Layer& second)
{
    return {matmul(first.W, second.W), second.b};
}

MISTAKE(collapse, bias_not_multiplied,
        "b1 is added as it is; it passes through the second layer like any input: b1 W2 + b2")
(const Layer& first, const Layer& second)
{
    return {matmul(first.W, second.W), first.b + second.b};
}

MISTAKE(collapse, both_biases_multiplied,
        "b2 is multiplied by W2 too; only b1 passes through the second layer: b1 W2 + b2")
(const Layer& first, const Layer& second)
{
    return {matmul(first.W, second.W), matvec(transpose(second.W), first.b + second.b)};
}

MISTAKE(collapse, columns,
        "W′ is transposed: this is the column form (W2ᵀ W1ᵀ); here a batch is rows and W′ is "
        "(inputs, outputs)")
(const Layer& first, const Layer& second)
{
    return {transpose(matmul(first.W, second.W)), matvec(transpose(second.W), first.b) + second.b};
}

MISTAKE(collapse, weights_added, "the weights are added; one layer after the other multiplies them")
(const Layer& first, const Layer& second)
{
    return {first.W + second.W, matvec(transpose(second.W), first.b) + second.b};
}

MISTAKE(collapse, elementwise,
        "W1 * W2 multiplies entry by entry; the product of matrices is matmul(W1, W2)")
(const Layer& first, const Layer& second)
{
    return {first.W * second.W, matvec(transpose(second.W), first.b) + second.b};
}

} // namespace xor_mlp::mistakes
