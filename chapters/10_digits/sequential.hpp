/// @file
/// A network in the shape of Keras' `Sequential`: a list of `Dense` layers that is compiled,
/// fitted, evaluated and asked. What it computes with are the steps of this chapter.
///
///     Sequential model(64, {{.units = 64, .activation = Activation::relu,
///                            .kernel_initializer = Initializer::he_normal},
///                           {.units = 10, .activation = Activation::softmax}}, seed);
///     model.compile({.rule = Rule::adam, .learning_rate = 0.002},
///                   Loss::categorical_crossentropy);
///     const History history = model.fit(train, validation, {.batch_size = 32, .epochs = 30});
///     const Evaluated answer = model.evaluate(test);
///     const Matrix probabilities = model.predict(test.X);
#pragma once

#include "choices.hpp"
#include "data.hpp"

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace digits {

/// A layer as it is asked for.
struct Dense {
    std::size_t units = 1;
    Activation activation = Activation::linear;
    Initializer kernel_initializer = Initializer::xavier_uniform;
};

/// How long and in which portions a network is trained.
struct FitOptions {
    int batch_size = 32;
    int epochs = 1;
    std::size_t seed = 1; ///< of the order of the rows
    /// Is told of every epoch when it is over: its number from 1, its scores, the network.
    std::function<void(int epoch, const Scores&, const std::vector<Layer>&)> on_epoch = {};
};

/// An entry per epoch: loss, accuracy, val_loss, val_accuracy.
using History = std::vector<Scores>;

/// What `evaluate` finds.
struct Evaluated {
    double loss;
    double accuracy;
};

class Sequential {
public:
    /// Random weights by the layers' initializers. Throws std::invalid_argument without layers.
    Sequential(std::size_t input_dim, const std::vector<Dense>& layers, std::size_t seed);

    /// A network whose weights are there already, as load_model() reads them.
    Sequential(std::vector<Layer> layers, std::vector<Activation> activations);

    /// Softmax goes with categorical_crossentropy, in the last layer: anything else throws
    /// std::invalid_argument, as does a sigmoid there with binary_crossentropy missing.
    void compile(const OptimizerChoice& optimizer, Loss loss);

    History fit(const Data& train, const Data& validation, const FitOptions& options);
    Evaluated evaluate(const Data& data) const;

    /// Probabilities, where the last layer gives such; shape (N, units of the last layer).
    Matrix predict(const Matrix& X) const;

    /// What every layer makes of a batch, before and after its activation.
    Pass pass(const Matrix& X) const;

    /// Steps with an optimizer of its own, which begins without memory.
    BatchStep step_with(const OptimizerChoice& optimizer) const;

    double loss_on(const Matrix& X, const Matrix& T) const;
    std::size_t count_params() const;
    std::string summary() const;
    const std::vector<Layer>& layers() const { return layers_; }
    const std::vector<Activation>& activations() const { return activations_; }

private:
    std::vector<Elementwise> values() const;
    std::vector<Elementwise> slopes() const;

    std::vector<Layer> layers_;
    std::vector<Activation> activations_;
    OptimizerChoice choice_;
    Loss loss_ = Loss::categorical_crossentropy;
    BatchStep step_;
};

} // namespace digits
