/// @file
/// What a network is made of and trained with, by the names of Keras; each stands for functions of
/// a chapter before: activations of chapter 5, initializers of chapter 6, optimizers of chapter 7,
/// losses of chapter 8.
#pragma once

#include "digits.hpp"

#include <cstddef>
#include <limits>
#include <string>
#include <vector>

namespace digits {

enum class Activation { linear, sigmoid, tanh, relu, leaky_relu, elu, softmax };
enum class Initializer { zeros, normal, small_normal, xavier_normal, xavier_uniform, he_normal };
enum class Loss { mean_squared_error, binary_crossentropy, categorical_crossentropy };
enum class Rule { sgd, momentum, nesterov, adagrad, rmsprop, adadelta, adam };

/// The words by which files, tables and error messages call them.
std::string name_of(Activation activation);
std::string name_of(Initializer initializer);
std::string name_of(Rule rule);

/// Every activation there is, for whoever reads its name.
const std::vector<Activation>& all_activations();

/// Values and slopes for training. Softmax and the sigmoid of the last layer are part of the loss
/// there, so softmax stands for the identity.
Elementwise value_of(Activation activation);
Elementwise slope_of(Activation activation);

/// Random weights of a layer; biases are 0.
Layer initialized(Initializer initializer, std::size_t inputs, std::size_t units, std::size_t seed);

/// How the weights are moved, with Keras' argument names.
struct OptimizerChoice {
    Rule rule = Rule::adam;
    double learning_rate = 0.001;
    double decay = 0.0; ///< of the rate: chapter 7, step 7.3
    double l2 = 0.0;    ///< λ of the penalty ½ λ Σ w², on weights, not on biases
    double global_clipnorm = std::numeric_limits<double>::infinity(); ///< longer ones are clipped
};

/// The optimizer with a fresh state, which it keeps from call to call.
Optimizer optimizer_of(const OptimizerChoice& choice);

double loss_of(Loss loss, const Matrix& Y, const Matrix& T);
LossGradient gradient_of(Loss loss);

} // namespace digits
