// Names of Keras, and the functions of the chapters before that they stand for.
#include "choices.hpp"

#include "05_activations/activations.hpp"
#include "06_initialization/initialization.hpp"
#include "07_optimizers/optimizers.hpp"
#include "08_losses/losses.hpp"

#include <algorithm>
#include <memory>

namespace digits {
namespace {

/// All weights and biases in one vector, as the optimizers of chapter 7 take them.
Vector flat(const std::vector<Layer>& layers)
{
    std::size_t size = 0;
    for (const Layer& layer : layers)
        size += layer.W.size() + layer.b.size();
    Vector all = xt::zeros<double>({size});
    double* to = all.data();
    for (const Layer& layer : layers) {
        to = std::copy_n(layer.W.data(), layer.W.size(), to);
        to = std::copy_n(layer.b.data(), layer.b.size(), to);
    }
    return all;
}

/// The same numbers in the shapes of `like`.
std::vector<Layer> shaped(const Vector& all, std::vector<Layer> like)
{
    const double* from = all.data();
    for (Layer& layer : like) {
        std::copy_n(from, layer.W.size(), layer.W.data());
        from += layer.W.size();
        std::copy_n(from, layer.b.size(), layer.b.data());
        from += layer.b.size();
    }
    return like;
}

/// One optimizer's memory, and its steps.
class Stepper {
public:
    explicit Stepper(const OptimizerChoice& choice) : choice_(choice) {}

    Vector step(const Vector& w, const Vector& gradient)
    {
        if (memory_.m.size() != w.size()) {
            const Vector zero = xt::zeros_like(w);
            memory_ = {w, zero, zero, zero, 0};
            velocity_ = {w, zero};
            adadelta_ = {w, zero, zero};
            adaptive_ = {w, zero};
        }
        const double eta = optimizers::decayed(choice_.learning_rate, choice_.decay, steps_++);
        constexpr auto outside = optimizers::Epsilon::outside;
        switch (choice_.rule) {
        case Rule::sgd: break;
        case Rule::momentum:
            velocity_.w = w;
            return (velocity_ = optimizers::momentum_step(velocity_, gradient, eta, 0.9)).w;
        case Rule::nesterov:
            velocity_.w = w;
            return (velocity_ = optimizers::keras_nesterov_step(velocity_, gradient, eta, 0.9)).w;
        case Rule::adagrad:
            adaptive_.w = w;
            return (adaptive_ = optimizers::adagrad_step(adaptive_, gradient, eta, 1e-7, outside))
                .w;
        case Rule::rmsprop:
            adaptive_.w = w;
            return (adaptive_ =
                        optimizers::rmsprop_step(adaptive_, gradient, eta, 0.9, 1e-7, outside))
                .w;
        case Rule::adadelta:
            adadelta_.w = w;
            return (adadelta_ = optimizers::adadelta_step(adadelta_, gradient, eta, 0.95, 1e-7)).w;
        case Rule::adam:
            memory_.w = w;
            return (memory_ =
                        optimizers::adam_step(memory_, gradient, eta, 0.9, 0.999, 1e-7, outside))
                .w;
        }
        return optimizers::descend(w, gradient, eta);
    }

private:
    OptimizerChoice choice_;
    int steps_ = 0;
    optimizers::Adam memory_{{}, {}, {}, {}, 0};
    optimizers::Momentum velocity_;
    optimizers::Adaptive adaptive_;
    optimizers::Adadelta adadelta_;
};

Matrix ones_like(const Matrix& Z)
{
    return xt::ones<double>({Z.shape(0), Z.shape(1)});
}

} // namespace

std::string name_of(Activation activation)
{
    switch (activation) {
    case Activation::linear: break;
    case Activation::sigmoid: return "sigmoid";
    case Activation::tanh: return "tanh";
    case Activation::relu: return "relu";
    case Activation::leaky_relu: return "leaky_relu";
    case Activation::elu: return "elu";
    case Activation::softmax: return "softmax";
    }
    return "linear";
}

std::string name_of(Initializer initializer)
{
    switch (initializer) {
    case Initializer::zeros: break;
    case Initializer::normal: return "N(0, 1)";
    case Initializer::small_normal: return "N(0, 0.01)";
    case Initializer::xavier_normal: return "Xavier normal";
    case Initializer::xavier_uniform: return "Xavier uniform";
    case Initializer::he_normal: return "He normal";
    }
    return "zeros";
}

std::string name_of(Rule rule)
{
    switch (rule) {
    case Rule::sgd: break;
    case Rule::momentum: return "momentum";
    case Rule::nesterov: return "Nesterov";
    case Rule::adagrad: return "Adagrad";
    case Rule::rmsprop: return "RMSProp";
    case Rule::adadelta: return "Adadelta";
    case Rule::adam: return "Adam";
    }
    return "SGD";
}

const std::vector<Activation>& all_activations()
{
    static const std::vector<Activation> all{
        Activation::linear,     Activation::sigmoid, Activation::tanh,   Activation::relu,
        Activation::leaky_relu, Activation::elu,     Activation::softmax};
    return all;
}

Elementwise value_of(Activation activation)
{
    switch (activation) {
    case Activation::sigmoid: return activations::logistic;
    case Activation::tanh: return activations::hyperbolic_tangent;
    case Activation::relu: return activations::relu;
    case Activation::leaky_relu: return activations::leaky_relu;
    case Activation::elu: return [](const Matrix& Z) { return activations::elu(Z, 1.0); };
    case Activation::linear:
    case Activation::softmax: break;
    }
    return [](const Matrix& Z) { return Z; };
}

Elementwise slope_of(Activation activation)
{
    switch (activation) {
    case Activation::sigmoid: return activations::logistic_slope;
    case Activation::tanh: return activations::hyperbolic_tangent_slope;
    case Activation::relu: return activations::relu_slope;
    case Activation::leaky_relu: return activations::leaky_relu_slope;
    case Activation::elu: return [](const Matrix& Z) { return activations::elu_slope(Z, 1.0); };
    case Activation::linear:
    case Activation::softmax: break;
    }
    return ones_like;
}

Layer initialized(Initializer initializer, std::size_t inputs, std::size_t units, std::size_t seed)
{
    const int in = static_cast<int>(inputs);
    const int out = static_cast<int>(units);
    const Vector b = xt::zeros<double>({units});
    switch (initializer) {
    case Initializer::zeros: break;
    case Initializer::normal: return {Random{seed}.normal_matrix(inputs, units, 0.0, 1.0), b};
    case Initializer::small_normal:
        return {Random{seed}.normal_matrix(inputs, units, 0.0, 0.01), b};
    case Initializer::xavier_normal: return {initialization::xavier_normal(in, out, seed), b};
    case Initializer::xavier_uniform: return {initialization::xavier_uniform(in, out, seed), b};
    case Initializer::he_normal: return {initialization::he_normal(in, out, seed), b};
    }
    return {xt::zeros<double>({inputs, units}), b};
}

Optimizer optimizer_of(const OptimizerChoice& choice)
{
    const auto stepper = std::make_shared<Stepper>(choice);
    return [stepper, l2 = choice.l2](const Update& update) {
        std::vector<Layer> gradient = update.gradient;
        if (l2 > 0.0) // ∂/∂w of ½ λ Σ w² is λ w
            for (std::size_t l = 0; l < gradient.size(); ++l)
                gradient[l].W = gradient[l].W + l2 * update.layers[l].W;
        return shaped(stepper->step(flat(update.layers), flat(gradient)), update.layers);
    };
}

double loss_of(Loss loss, const Matrix& Y, const Matrix& T)
{
    switch (loss) {
    case Loss::mean_squared_error: break;
    case Loss::binary_crossentropy: return losses::binary_cross_entropy(Y, T);
    case Loss::categorical_crossentropy: return losses::cross_entropy(Y, T);
    }
    return losses::squared_error(Y, T);
}

LossGradient gradient_of(Loss loss)
{
    switch (loss) {
    case Loss::mean_squared_error: break;
    case Loss::binary_crossentropy:
        return [](const Answers& a) { return losses::binary_cross_entropy_gradient(a.Y, a.T); };
    case Loss::categorical_crossentropy:
        return [](const Answers& a) { return losses::cross_entropy_gradient(a.Y, a.T); };
    }
    return [](const Answers& a) { return losses::squared_error_gradient(a.Y, a.T); };
}

} // namespace digits
