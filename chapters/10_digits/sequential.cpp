// Layers that are compiled, fitted, evaluated and asked.
#include "sequential.hpp"

#include "05_activations/activations.hpp"
#include "08_losses/losses.hpp"

#include <fmt/format.h>

#include <utility>

namespace digits {

Sequential::Sequential(std::size_t input_dim, const std::vector<Dense>& layers, std::size_t seed)
{
    require(!layers.empty(), "a network has a layer or more");
    std::size_t inputs = input_dim;
    for (const Dense& dense : layers) {
        layers_.push_back(initialized(dense.kernel_initializer, inputs, dense.units,
                                      1000 * seed + layers_.size()));
        activations_.push_back(dense.activation);
        inputs = dense.units;
    }
}

Sequential::Sequential(std::vector<Layer> layers, std::vector<Activation> activations)
    : layers_(std::move(layers)), activations_(std::move(activations))
{
    require(!layers_.empty() && layers_.size() == activations_.size(),
            "every layer needs one activation");
}

void Sequential::compile(const OptimizerChoice& optimizer, Loss loss)
{
    for (std::size_t l = 0; l < activations_.size(); ++l)
        require((activations_[l] == Activation::softmax) ==
                    (loss == Loss::categorical_crossentropy && l + 1 == activations_.size()),
                "softmax in the last layer and categorical_crossentropy go together");
    require(loss != Loss::binary_crossentropy || activations_.back() == Activation::sigmoid,
            "binary_crossentropy goes with a sigmoid in the last layer");
    choice_ = optimizer;
    loss_ = loss;
    step_ = step_with(optimizer);
}

std::vector<Elementwise> Sequential::values() const
{
    std::vector<Elementwise> f;
    for (const Activation activation : activations_)
        f.push_back(value_of(activation));
    if (loss_ == Loss::binary_crossentropy)
        f.back() = value_of(Activation::linear); // the sigmoid is part of the loss
    return f;
}

std::vector<Elementwise> Sequential::slopes() const
{
    std::vector<Elementwise> f;
    for (const Activation activation : activations_)
        f.push_back(slope_of(activation));
    if (loss_ == Loss::binary_crossentropy)
        f.back() = slope_of(Activation::linear);
    return f;
}

BatchStep Sequential::step_with(const OptimizerChoice& optimizer) const
{
    return [f = values(), f_slope = slopes(), gradient = gradient_of(loss_),
            limit = optimizer.global_clipnorm, step = optimizer_of(optimizer)](const Batch& batch) {
        return digits::train_on_batch(batch, f, f_slope, gradient, limit, step);
    };
}

History Sequential::fit(const Data& train, const Data& validation, const FitOptions& options)
{
    const std::size_t outputs = layers_.back().b.size();
    const Matrix T = losses::one_hot(train.labels, outputs);
    int epoch = 0;
    const auto judge = [&](const std::vector<Layer>& layers) {
        layers_ = layers;
        const Evaluated seen = evaluate(train);
        const Evaluated unseen = evaluate(validation);
        const Scores scores{seen.loss, seen.accuracy, unseen.loss, unseen.accuracy};
        if (options.on_epoch)
            options.on_epoch(++epoch, scores, layers);
        return scores;
    };
    const Training training = digits::fit(layers_, train.X, T, options.batch_size, options.epochs,
                                          options.seed, step_, judge);
    layers_ = training.layers;
    return training.history;
}

Evaluated Sequential::evaluate(const Data& data) const
{
    if (data.labels.empty())
        return {0.0, 0.0};
    const Matrix Y = pass(data.X).H.back();
    return {loss_of(loss_, Y, losses::one_hot(data.labels, Y.shape(1))),
            accuracy(predicted_classes(Y), data.labels)};
}

Matrix Sequential::predict(const Matrix& X) const
{
    const Matrix Y = pass(X).H.back();
    if (activations_.back() == Activation::softmax)
        return activations::softmax(Y);
    return loss_ == Loss::binary_crossentropy ? activations::logistic(Y) : Y;
}

Pass Sequential::pass(const Matrix& X) const
{
    return forward(layers_, X, values());
}

double Sequential::loss_on(const Matrix& X, const Matrix& T) const
{
    return loss_of(loss_, pass(X).H.back(), T);
}

std::size_t Sequential::count_params() const
{
    std::size_t count = 0;
    for (const Layer& layer : layers_)
        count += layer.W.size() + layer.b.size();
    return count;
}

std::string Sequential::summary() const
{
    std::string text;
    for (std::size_t l = 0; l < layers_.size(); ++l)
        text += fmt::format("Dense {} → {}, {}: {} parameters\n", layers_[l].W.shape(0),
                            layers_[l].W.shape(1), name_of(activations_[l]),
                            layers_[l].W.size() + layers_[l].b.size());
    return text;
}

} // namespace digits
