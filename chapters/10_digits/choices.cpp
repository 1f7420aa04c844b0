// Names of Keras, and the functions of the chapters before that they stand for.
#include "choices.hpp"

#include "05_activations/activations.hpp"
#include "06_initialization/initialization.hpp"
#include "07_optimizers/optimizers.hpp"
#include "08_losses/losses.hpp"

#include <algorithm>
#include <memory>
#include <utility>
#include <variant>

namespace digits {
namespace {

/// What an optimizer of chapter 7 remembers of some of the parameters. The parameters themselves
/// are the network's, lent for the time of a step.
using Memory = std::variant<std::monostate, optimizers::Momentum, optimizers::Adaptive,
                            optimizers::Adadelta, optimizers::Adam>;

Memory begin(Rule rule, std::size_t size)
{
    const Vector lent;
    const Vector zero = xt::zeros<double>({size});
    switch (rule) {
    case Rule::sgd: break;
    case Rule::momentum:
    case Rule::nesterov: return optimizers::Momentum{lent, zero};
    case Rule::adagrad:
    case Rule::rmsprop: return optimizers::Adaptive{lent, zero};
    case Rule::adadelta: return optimizers::Adadelta{lent, zero, zero};
    case Rule::adam: return optimizers::Adam{lent, zero, zero, lent, 0};
    }
    return std::monostate{};
}

/// One optimizer's memory, and its steps. Every rule moves each parameter by what it knows of that
/// parameter alone, so the parameters are handled in parts, and all that a rule computes on its way
/// stays in the processor's cache.
class Stepper {
public:
    explicit Stepper(const OptimizerChoice& choice) : choice_(choice) {}

    std::vector<Layer> step(Update update)
    {
        eta_ = optimizers::decayed(choice_.learning_rate, choice_.decay, steps_++);
        next_ = 0;
        std::vector<Layer> layers = std::move(update.layers);
        for (std::size_t l = 0; l < layers.size(); ++l) {
            Layer& layer = layers[l];
            const Layer& gradient = update.gradient[l];
            require(gradient.W.shape() == layer.W.shape() && gradient.b.shape() == layer.b.shape(),
                    "a gradient has the shapes of its network");
            move(layer.W.data(), gradient.W.data(), layer.W.size(), choice_.l2);
            move(layer.b.data(), gradient.b.data(), layer.b.size(), 0.0);
        }
        return layers;
    }

private:
    /// Makes the step of `size` parameters. ∂/∂w of ½ λ Σ w² is λ w.
    void move(double* w, const double* dE_dw, std::size_t size, double lambda)
    {
        constexpr std::size_t longest_part = 1024;
        for (std::size_t from = 0; from < size; from += longest_part) {
            const std::size_t count = std::min(longest_part, size - from);
            Vector part(std::array<std::size_t, 1>{count});
            Vector gradient(std::array<std::size_t, 1>{count});
            std::copy_n(w + from, count, part.data());
            std::copy_n(dE_dw + from, count, gradient.data());
            if (lambda > 0.0)
                gradient += lambda * part;
            if (next_ == memory_.size())
                memory_.push_back(begin(choice_.rule, count));
            const Vector moved = step(memory_[next_++], std::move(part), gradient);
            std::copy_n(moved.data(), count, w + from);
        }
    }

    Vector step(Memory& memory, Vector w, const Vector& gradient)
    {
        using namespace optimizers;
        constexpr auto outside = Epsilon::outside;
        switch (choice_.rule) {
        case Rule::sgd: break;
        case Rule::momentum:
            return step<Momentum>(memory, std::move(w), [&](const Momentum& before) {
                return momentum_step(before, gradient, eta_, 0.9);
            });
        case Rule::nesterov:
            return step<Momentum>(memory, std::move(w), [&](const Momentum& before) {
                return keras_nesterov_step(before, gradient, eta_, 0.9);
            });
        case Rule::adagrad:
            return step<Adaptive>(memory, std::move(w), [&](const Adaptive& before) {
                return adagrad_step(before, gradient, eta_, 1e-7, outside);
            });
        case Rule::rmsprop:
            return step<Adaptive>(memory, std::move(w), [&](const Adaptive& before) {
                return rmsprop_step(before, gradient, eta_, 0.9, 1e-7, outside);
            });
        case Rule::adadelta:
            return step<Adadelta>(memory, std::move(w), [&](const Adadelta& before) {
                return adadelta_step(before, gradient, eta_, 0.95, 1e-7);
            });
        case Rule::adam: return step_of_adam(memory, std::move(w), gradient);
        }
        return descend(w, gradient, eta_);
    }

    /// Without AMSGrad g_max stays as it is, so one will do for all parts.
    Vector step_of_adam(Memory& memory, Vector w, const Vector& gradient)
    {
        if (g_max_.size() != w.size())
            g_max_ = xt::zeros_like(w);
        auto& state = std::get<optimizers::Adam>(memory);
        std::swap(state.g_max, g_max_);
        Vector moved =
            step<optimizers::Adam>(memory, std::move(w), [&](const optimizers::Adam& before) {
                return optimizers::adam_step(before, gradient, eta_, 0.9, 0.999, 1e-7,
                                             optimizers::Epsilon::outside);
            });
        std::swap(state.g_max, g_max_);
        return moved;
    }

    template <class State, class Rule>
    static Vector step(Memory& memory, Vector w, const Rule& rule)
    {
        auto& state = std::get<State>(memory);
        state.w = std::move(w);
        state = rule(state);
        return std::exchange(state.w, {});
    }

    OptimizerChoice choice_;
    int steps_ = 0;
    double eta_ = 0.0;
    std::size_t next_ = 0;       ///< which part's turn it is
    std::vector<Memory> memory_; ///< of each part
    Vector g_max_;
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
    return [stepper](Update update) { return stepper->step(std::move(update)); };
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
