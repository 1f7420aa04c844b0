/// @file
/// Chapter 2, XOR and the multilayer perceptron: the interface. One function per step; a lab
/// or the solution implements it. Symbols are those of the notation page: a batch is rows,
/// `X` is (N, in), a layer's weights `W` are (in, out) with one column per unit, `b` is (out).
///
/// A function is only called with arguments whose shapes fit together as it states. A product of
/// shapes that do not fit throws ShapeError.
#pragma once

#include "common/math/layer.hpp"
#include "common/math/linalg.hpp"
#include "common/math/tensor.hpp"
#include "common/math/todo.hpp"

#include <cstddef>
#include <vector>

namespace xor_mlp {

using namespace workbook;

/// One unit: a weight per input, and a bias.
struct Unit {
    Vector w; ///< a weight per input
    double b; ///< bias
};

/// A network with one hidden layer.
struct Network {
    Layer hidden; ///< W of shape (inputs, hidden units)
    Layer output; ///< W of shape (hidden units, outputs)
};

/// Step 2.1: one unit with a step, the perceptron of chapter 1:
/// \f$ y = 1 \f$ if \f$ w \cdot x + b > 0 \f$, else \f$ 0 \f$.
///
/// @param x  inputs, shape (n), n at least 1
/// @param w  a weight per input, shape (n)
/// @param b  bias
/// @return 1 when the weighted sum is above 0; 0 when it is below 0 or exactly 0
/// @see decks A and B, "XOR solved in code", part 2
double mlp(const Vector& x, const Vector& w, double b);

/// Step 2.1: the NAND unit of the text, the first column of \f$ W_1 \f$ and the first entry of
/// \f$ b_1 \f$.
///
/// @return w of shape (2), and b
/// @see decks A and B, "XOR solved", weights and biases
Unit nand_unit();

/// Step 2.1: the OR unit of the text, the second column of \f$ W_1 \f$ and the second entry of
/// \f$ b_1 \f$.
///
/// @return w of shape (2), and b
/// @see decks A and B, "XOR solved", weights and biases
Unit or_unit();

/// Step 2.1: the AND unit of the text, \f$ W_2 \f$ and \f$ b_2 \f$.
///
/// @return w of shape (2), and b
/// @see decks A and B, "XOR solved", weights and biases
Unit and_unit();

/// Step 2.2: XOR from the three units,
/// \f$ \mathrm{AND}(\mathrm{NAND}(x_1, x_2), \mathrm{OR}(x_1, x_2)) \f$.
///
/// @param x1  first input, any real number: the units answer everywhere in the plane
/// @param x2  second input, likewise
/// @return 1 or 0; at the four corners the table of XOR
/// @see decks A and B, "XOR solved in code", part 3
double xor_gate(double x1, double x2);

/// Step 2.3: both layers for all rows at once,
/// \f$ H = f(X W_1 + b_1) \f$, \f$ Y = f(H W_2 + b_2) \f$, where f is the step of 2.1 entry
/// by entry.
///
/// @param X    the batch, shape (N, inputs), N at least 1
/// @param net  a network of any size, its W of shapes (inputs, hidden), (hidden, outputs)
/// @return Y, shape (N, outputs), every entry 0 or 1
/// @see decks A and B, "XOR solved": W(1), B(1), W(2), B(2)
Matrix forward(const Matrix& X, const Network& net);

/// Step 2.4: one unit with a sigmoid, \f$ y = 1 / (1 + e^{-(w \cdot x + b)}) \f$.
///
/// @param x  inputs, shape (n), n at least 1
/// @param w  a weight per input, shape (n)
/// @param b  bias
/// @return a number from 0 to 1, never NaN; weighted sums of ±1000 occur too
/// @see decks A and B, "structure of a multilayer perceptron"
double sigmoid_unit(const Vector& x, const Vector& w, double b);

/// Step 2.5: where each row lands in the space of the hidden units,
/// \f$ H = f(X W + b) \f$ with the step of 2.1.
///
/// @param X       the batch, shape (N, inputs), N at least 1
/// @param hidden  the hidden layer, W of shape (inputs, hidden units)
/// @return H, shape (N, hidden units), every entry 0 or 1
/// @see decks A and B, "multilayer perceptron": what the plane cannot, the next dimension can
Matrix hidden_space(const Matrix& X, const Layer& hidden);

/// Step 2.6: how many numbers each layer of a stack of dense layers learns, weights and
/// biases together. `Dense(5, input_dim=1)`, `Dense(3)`, `Dense(1)` is (1, {5, 3, 1}).
///
/// @param inputs  numbers that enter the first layer, at least 1
/// @param units   units of each layer from the first to the last, at least one layer
/// @return one count per layer
/// @see decks A and B, "hidden layers with TensorFlow"
std::vector<std::size_t> parameter_counts(std::size_t inputs,
                                          const std::vector<std::size_t>& units);

/// Step 2.6: the shape of such a stack's output for a batch.
///
/// @param rows    examples in the batch
/// @param inputs  numbers that enter the first layer, at least 1
/// @param units   units of each layer from the first to the last, at least one layer
/// @return two numbers: rows and columns of the output
/// @see decks A and B, "hidden layers with TensorFlow"
std::vector<std::size_t> output_shape(std::size_t rows, std::size_t inputs,
                                      const std::vector<std::size_t>& units);

/// Step 2.6: forward through a stack of any depth with a sigmoid in every layer,
/// \f$ H_0 = X \f$, \f$ H_l = \sigma(H_{l-1} W_l + b_l) \f$.
///
/// @param X       the batch, shape (N, inputs), N at least 1
/// @param layers  from the first to the last, at least one; each takes the output of the one
///                before
/// @return the last H, shape (N, units of the last layer), without NaN however large the weights
/// @see decks A and B, "hidden layers with TensorFlow"
Matrix forward_stack(const Matrix& X, const std::vector<Layer>& layers);

/// Step 2.7: the one layer that computes the same as two layers without activation:
/// \f$ (X W_1 + b_1) W_2 + b_2 = X W' + b' \f$ for every X.
///
/// @param first   W of shape (inputs, hidden)
/// @param second  W of shape (hidden, outputs)
/// @return W′ of shape (inputs, outputs) and b′ of shape (outputs)
/// @see deck C, page 1, where the factors stand in another order (erratum 6)
Layer collapse(const Layer& first, const Layer& second);

} // namespace xor_mlp
