// The training runs of chapter 10.
#include "experiments.hpp"

#include "08_losses/losses.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <functional>
#include <future>
#include <limits>
#include <utility>

namespace digits {
namespace {

/// f(0), f(1), …, f(n − 1), two at a time.
template <class T>
std::vector<T> side_by_side(std::size_t n, const std::function<T(std::size_t)>& f)
{
    std::vector<T> results(n);
    const auto half = [&](std::size_t first) {
        for (std::size_t i = first; i < n; i += 2)
            results[i] = f(i);
    };
    auto other = std::async(std::launch::async, half, std::size_t{1});
    half(0);
    other.get();
    return results;
}

Run run_of(std::size_t seed)
{
    Run run{parts_of(seed), new_model(seed), {}, {}, {}, {}, {}, 0.0};
    FitOptions options = usual_fit(seed);
    options.on_epoch = [&](int, const Scores&, const std::vector<Layer>& layers) {
        run.dead.push_back(dead_units(dense_forward(layers[0], run.parts.train.X)).size());
    };
    const auto begin = std::chrono::steady_clock::now();
    run.history = run.model.fit(run.parts.train, run.parts.validation, options);
    run.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    run.test = run.model.evaluate(run.parts.test);
    run.probabilities = run.model.predict(run.parts.test.X);
    run.predicted = predicted_classes(run.probabilities);
    return run;
}

constexpr std::size_t first_trial_seed = 21;
constexpr std::size_t trial_seeds = 3;

/// Every value of a hyperparameter, with several seeds.
Hyperparameter tried(const std::string& name,
                     const std::vector<std::pair<std::string, Setting>>& values)
{
    const std::function<double(std::size_t)> one = [&](std::size_t i) {
        return trained(values[i / trial_seeds].second, first_trial_seed + i % trial_seeds)
            .val_accuracy;
    };
    const std::vector<double> scores = side_by_side(values.size() * trial_seeds, one);
    Hyperparameter all{name, {}};
    for (std::size_t v = 0; v < values.size(); ++v) {
        const auto first = scores.begin() + static_cast<std::ptrdiff_t>(v * trial_seeds);
        const std::vector<double> own(first, first + trial_seeds);
        all.trials.push_back({values[v].first, mean_of(own),
                              *std::min_element(own.begin(), own.end()),
                              *std::max_element(own.begin(), own.end())});
    }
    return all;
}

template <class T>
std::vector<std::pair<std::string, Setting>> varied(T Setting::* member,
                                                    const std::vector<T>& values)
{
    std::vector<std::pair<std::string, Setting>> settings;
    for (const T& value : values) {
        Setting setting;
        setting.*member = value;
        if constexpr (std::is_enum_v<T>)
            settings.emplace_back(name_of(value), setting);
        else
            settings.emplace_back(fmt::format("{}", value), setting);
    }
    return settings;
}

/// All optimizers, each with a learning rate that suits it.
std::vector<std::pair<std::string, Setting>> optimizers_tried()
{
    std::vector<std::pair<std::string, Setting>> settings;
    for (const auto& [rule, rate] : optimizer_rates) {
        Setting setting;
        setting.rule = rule;
        setting.learning_rate = rate;
        settings.emplace_back(name_of(rule), setting);
    }
    return settings;
}

double dot_of(const std::vector<Layer>& a, const std::vector<Layer>& b)
{
    double sum = 0.0;
    for (std::size_t l = 0; l < a.size(); ++l)
        sum += xt::sum(a[l].W * b[l].W)() + xt::sum(a[l].b * b[l].b)();
    return sum;
}

/// The gradient on these rows, by a step of descent with η = 1.
std::vector<Layer> gradient_on(const Sequential& model, const Matrix& X, const Matrix& T)
{
    const BatchStep step = model.step_with({.rule = Rule::sgd, .learning_rate = 1.0});
    std::vector<Layer> gradient = step({model.layers(), X, T});
    for (std::size_t l = 0; l < gradient.size(); ++l) {
        gradient[l].W = model.layers()[l].W - gradient[l].W;
        gradient[l].b = model.layers()[l].b - gradient[l].b;
    }
    return gradient;
}

std::vector<std::size_t> first_of(const std::vector<std::size_t>& order, std::size_t count)
{
    return {order.begin(), order.begin() + static_cast<std::ptrdiff_t>(count)};
}

} // namespace

double mean_of(const std::vector<double>& values)
{
    double sum = 0.0;
    for (const double value : values)
        sum += value;
    return sum / static_cast<double>(values.size());
}

double deviation_of(const std::vector<double>& values)
{
    const double mean = mean_of(values);
    double sum = 0.0;
    for (const double value : values)
        sum += (value - mean) * (value - mean);
    return std::sqrt(sum / static_cast<double>(values.size() - 1));
}

const Run& shown_run()
{
    static const Run run = run_of(1);
    return run;
}

namespace {

const std::vector<std::pair<Scores, double>>& seeds()
{
    static const std::vector<std::pair<Scores, double>> all = [] {
        const std::function<std::pair<Scores, double>(std::size_t)> one = [](std::size_t i) {
            const Run run = run_of(i + 1);
            return std::pair(run.history.back(), run.test.accuracy);
        };
        return side_by_side(10, one);
    }();
    return all;
}

} // namespace

const std::vector<Scores>& ten_seeds()
{
    static const std::vector<Scores> all = [] {
        std::vector<Scores> scores;
        for (const auto& [end, test] : seeds())
            scores.push_back(end);
        return scores;
    }();
    return all;
}

const std::vector<double>& ten_tests()
{
    static const std::vector<double> all = [] {
        std::vector<double> tests;
        for (const auto& [end, test] : seeds())
            tests.push_back(test);
        return tests;
    }();
    return all;
}

Sequential compiled(const Setting& setting, std::size_t seed)
{
    Sequential model(pixels,
                     {{.units = setting.hidden,
                       .activation = setting.activation,
                       .kernel_initializer = setting.initializer},
                      {.units = classes,
                       .activation = Activation::softmax,
                       .kernel_initializer = setting.initializer}},
                     seed);
    model.compile({.rule = setting.rule,
                   .learning_rate = setting.learning_rate,
                   .l2 = setting.l2,
                   .global_clipnorm = setting.clipnorm},
                  Loss::categorical_crossentropy);
    return model;
}

Scores trained(const Setting& setting, std::size_t seed)
{
    const Parts parts = parts_of(seed);
    Sequential model = compiled(setting, seed);
    return model
        .fit(parts.train, parts.validation,
             {.batch_size = setting.batch_size, .epochs = setting.epochs, .seed = seed})
        .back();
}

const std::vector<Hyperparameter>& hyperparameters()
{
    static const std::vector<Hyperparameter> all{
        tried("learning rate",
              varied(&Setting::learning_rate, {0.0001, 0.001, 0.005, 0.02, 0.1, 0.5})),
        tried("batch size", varied(&Setting::batch_size, {4, 16, 32, 64, 256, 1258})),
        tried("epochs", varied(&Setting::epochs, {1, 2, 5, 10, 20, 40})),
        tried("optimizer", optimizers_tried()),
        tried("initialization",
              varied(&Setting::initializer,
                     {Initializer::zeros, Initializer::small_normal, Initializer::normal,
                      Initializer::xavier_uniform, Initializer::he_normal})),
        tried("regularization λ", varied(&Setting::l2, {0.0, 0.0001, 0.001, 0.01, 0.1, 1.0}))};
    return all;
}

const RangeTest& range_run()
{
    static const RangeTest test = [] {
        const Parts parts = parts_of(1);
        const Matrix T = losses::one_hot(parts.train.labels, classes);
        const Sequential model = new_model(1);
        std::vector<Layer> layers = model.layers();
        constexpr int steps = 160;
        constexpr std::size_t rows = 32;
        RangeTest run{
            range_rates(0.001, 30.0, steps), xt::zeros<double>({std::size_t{steps}}), {}, 0.0, 0.0};
        Random random{1};
        std::vector<std::size_t> order;
        for (std::size_t k = 0; k < run.rates.size(); ++k) {
            if (order.size() < rows)
                order = random.permutation(T.shape(0));
            const std::vector<std::size_t> batch(order.end() - rows, order.end());
            order.resize(order.size() - rows);
            const Matrix X_batch = rows_of(parts.train.X, batch);
            const Matrix T_batch = rows_of(T, batch);
            run.losses(k) = Sequential(layers, model.activations()).loss_on(X_batch, T_batch);
            const BatchStep step =
                model.step_with({.rule = Rule::sgd, .learning_rate = run.rates(k)});
            layers = step({layers, X_batch, T_batch});
        }
        run.smooth = smoothed(run.losses, 0.9);
        // Beyond its lowest place the loss falls and rises by accident.
        const auto lowest = std::min_element(run.smooth.begin(), run.smooth.end());
        const auto end = static_cast<std::size_t>(lowest - run.smooth.begin()) + 1;
        run.lowest = run.rates(end - 1);
        run.steepest = steepest_rate(xt::view(run.rates, xt::range(std::size_t{0}, end)),
                                     xt::view(run.smooth, xt::range(std::size_t{0}, end)));
        return run;
    }();
    return test;
}

const std::vector<Agreement>& agreements()
{
    static const std::vector<Agreement> all = [] {
        const Parts parts = parts_of(1);
        const Matrix T = losses::one_hot(parts.train.labels, classes);
        const std::size_t N = T.shape(0);
        const Sequential model = new_model(1);
        const std::vector<Layer> whole = gradient_on(model, parts.train.X, T);
        constexpr std::size_t orders = 40;
        std::vector<Agreement> table;
        for (const std::size_t rows : {std::size_t{1}, std::size_t{8}, std::size_t{32},
                                       std::size_t{128}, std::size_t{512}, N}) {
            Random random{2};
            double sum = 0.0;
            for (std::size_t i = 0; i < orders; ++i) {
                const std::vector<std::size_t> batch = first_of(random.permutation(N), rows);
                const std::vector<Layer> part =
                    gradient_on(model, rows_of(parts.train.X, batch), rows_of(T, batch));
                sum += dot_of(part, whole) / (global_norm(part) * global_norm(whole));
            }
            table.push_back({rows, sum / static_cast<double>(orders)});
        }
        return table;
    }();
    return all;
}

const std::vector<Dead>& dead_runs()
{
    static const std::vector<Dead> all = [] {
        const std::vector<double> rates{0.1, 0.5, 1.0, 2.0};
        const std::function<Dead(std::size_t)> one = [&](std::size_t i) {
            const Parts parts = parts_of(1);
            Sequential model =
                compiled({.learning_rate = rates[i], .rule = Rule::sgd, .hidden = 64}, 1);
            Dead dead{rates[i], {}, 0.0};
            const auto count = [&](int, const Scores& scores, const std::vector<Layer>& layers) {
                dead.per_epoch.push_back(
                    dead_units(dense_forward(layers[0], parts.train.X)).size());
                dead.val_accuracy = scores.val_accuracy;
            };
            model.fit(parts.train, parts.validation,
                      {.batch_size = 32, .epochs = 10, .seed = 1, .on_epoch = count});
            return dead;
        };
        return side_by_side(rates.size(), one);
    }();
    return all;
}

const std::vector<Clipping>& clipping_runs()
{
    static const std::vector<Clipping> all = [] {
        const std::vector<std::pair<std::string, double>> limits{
            {"none", std::numeric_limits<double>::infinity()},
            {"5", 5.0},
            {"1", 1.0},
            {"0.2", 0.2}};
        const std::function<Clipping(std::size_t)> one = [&](std::size_t i) {
            const Parts parts = parts_of(1);
            const Setting setting{.learning_rate = 2.0,
                                  .rule = Rule::sgd,
                                  .clipnorm = limits[i].second,
                                  .hidden = 64};
            Sequential model = compiled(setting, 1);
            const Matrix T = losses::one_hot(parts.train.labels, classes);
            Clipping clipping{
                limits[i].first, global_norm(gradient_on(model, parts.train.X, T)), {}};
            clipping.end = model
                               .fit(parts.train, parts.validation,
                                    {.batch_size = 32, .epochs = setting.epochs, .seed = 1})
                               .back();
            return clipping;
        };
        return side_by_side(limits.size(), one);
    }();
    return all;
}

} // namespace digits
