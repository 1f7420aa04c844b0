// The tables of chapter 10 about the digits: training, mistakes, hyperparameters.
#include "experiments.hpp"
#include "lab_parts.hpp"

#include "08_losses/losses.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <string>
#include <vector>

namespace digits {
namespace {

std::string percent(double fraction)
{
    return fmt::format("{:.1f} %", 100.0 * fraction);
}

} // namespace

void updates_per_epoch(Lab& lab)
{
    auto table = lab.table("updates_per_epoch", {"batch size",
                                                 "updates",
                                                 "rows in the last batch",
                                                 {"validation accuracy after it", "%.3f"}});
    const std::size_t N = shown_run().parts.train.labels.size();
    for (const int size : {1, 8, 32, 128, static_cast<int>(N)}) {
        const std::size_t rows = static_cast<std::size_t>(size);
        const Setting setting{
            .learning_rate = 0.1, .batch_size = size, .epochs = 1, .rule = Rule::sgd, .hidden = 64};
        table.row(rows, (N + rows - 1) / rows, (N - 1) % rows + 1,
                  trained(setting, 1).val_accuracy);
    }
}

void throughput(Lab& lab)
{
    // A clock gives another number every time, so these are for the terminal only.
    const Parts& parts = shown_run().parts;
    const Matrix T = losses::one_hot(parts.train.labels, classes);
    const Sequential model = new_model(1);
    std::string text = "rows per second in training:";
    for (const int size : {1, 8, 32, 128, 512}) {
        const BatchStep step = model.step_with({.rule = Rule::adam});
        const auto begin = std::chrono::steady_clock::now();
        run_epoch(model.layers(), parts.train.X, T, Random{1}.permutation(T.shape(0)), size, step);
        const double seconds =
            std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
        text += fmt::format("\n  batches of {:>3}: {:>7.0f}", size,
                            static_cast<double>(T.shape(0)) / seconds);
    }
    lab.print(text);
    lab.print(fmt::format("training with seed 1 took {:.1f} s", shown_run().seconds));
}

void seeds(Lab& lab)
{
    auto table =
        lab.table("seeds", {"seed", "training accuracy", "validation accuracy", "test accuracy"});
    const std::vector<Scores>& ends = ten_seeds();
    std::vector<double> training, validation;
    for (std::size_t i = 0; i < ends.size(); ++i) {
        table.row(std::to_string(i + 1), percent(ends[i].accuracy), percent(ends[i].val_accuracy),
                  percent(ten_tests()[i]));
        training.push_back(ends[i].accuracy);
        validation.push_back(ends[i].val_accuracy);
    }
    table.row("mean", percent(mean_of(training)), percent(mean_of(validation)),
              percent(mean_of(ten_tests())));
    table.row("standard deviation", percent(deviation_of(training)),
              percent(deviation_of(validation)), percent(deviation_of(ten_tests())));
    lab.value("mean_test_accuracy", 100.0 * mean_of(ten_tests()), "%.1f");
    lab.value("test_deviation", 100.0 * deviation_of(ten_tests()), "%.1f");
    const auto [low, high] = std::minmax_element(ten_tests().begin(), ten_tests().end());
    lab.value("lowest_test_accuracy", 100.0 * *low, "%.1f");
    lab.value("highest_test_accuracy", 100.0 * *high, "%.1f");
    lab.value("parameters", shown_run().model.count_params());
    const double p = mean_of(ten_tests());
    const double n = static_cast<double>(
        shown_run().test.accuracy > 0.0 ? shown_run().parts.test.labels.size() : 1);
    lab.value("binomial_deviation", 100.0 * std::sqrt(p * (1.0 - p) / n), "%.1f");
}

void confusions(Lab& lab)
{
    const Run& run = shown_run();
    const Matrix counts = confusion_matrix(run.predicted, run.parts.test.labels, classes);
    std::size_t wrong = 0;
    for (std::size_t n = 0; n < run.predicted.size(); ++n)
        wrong += run.predicted[n] != run.parts.test.labels[n] ? 1 : 0;
    lab.value("shown_test_accuracy", 100.0 * run.test.accuracy, "%.1f");
    lab.value("shown_wrong", wrong);
    auto table = lab.table("confusions", {"digit", "images", "found", "said", "said rightly"});
    for (std::size_t k = 0; k < classes; ++k) {
        const double images = xt::sum(xt::row(counts, k))();
        const double said = xt::sum(xt::col(counts, k))();
        table.row(std::to_string(k), static_cast<int>(images), percent(counts(k, k) / images),
                  static_cast<int>(said), percent(said > 0.0 ? counts(k, k) / said : 0.0));
    }
}

void dead(Lab& lab)
{
    auto table = lab.table(
        "dead",
        {"η", "dead after 1 epoch", "dead after 10 epochs", {"validation accuracy", "%.3f"}});
    for (const Dead& run : dead_runs())
        table.row(run.learning_rate, run.per_epoch.front(), run.per_epoch.back(), run.val_accuracy);
    lab.value("shown_dead", shown_run().dead.back());
}

void range(Lab& lab)
{
    const Vector rates = range_rates(0.0001, 1.0, 5);
    auto table = lab.table("text_rates", {"k", "η"});
    for (std::size_t k = 0; k < rates.size(); ++k)
        table.row(k, rates(k));
    lab.value("steepest_rate", range_run().steepest, "%.2f");
    lab.value("lowest_rate", range_run().lowest, "%.2f");
}

void hyperparameters_table(Lab& lab)
{
    auto table = lab.table("hyperparameters", {"hyperparameter", "best value", "accuracy there",
                                               "worst value", "accuracy there "});
    for (const Hyperparameter& each : hyperparameters()) {
        const auto [worst, best] =
            std::minmax_element(each.trials.begin(), each.trials.end(),
                                [](const Trial& a, const Trial& b) { return a.mean < b.mean; });
        table.row(each.name, best->value, percent(best->mean), worst->value, percent(worst->mean));
    }
    auto rates = lab.table("optimizer_rates", {"optimizer", "η", "accuracy"});
    for (std::size_t i = 0; i < optimizer_rates.size(); ++i)
        rates.row(name_of(optimizer_rates[i].first), optimizer_rates[i].second,
                  percent(hyperparameters()[3].trials[i].mean));
    lab.value("zeros_accuracy", 100.0 * hyperparameters()[4].trials.front().mean, "%.1f");
    lab.value("one_epoch_accuracy", 100.0 * hyperparameters()[2].trials.front().mean, "%.1f");
    lab.value("forty_epochs_accuracy", 100.0 * hyperparameters()[2].trials.back().mean, "%.1f");
}

void answers_to_exercises(Lab& lab)
{
    const auto score = [&](const char* name, const Setting& setting) {
        double sum = 0.0;
        for (const std::size_t seed : {1, 2, 3})
            sum += trained(setting, seed).val_accuracy;
        lab.value(name, 100.0 * sum / 3.0, "%.1f");
    };
    score("relu_accuracy", {.epochs = 20});
    score("linear_accuracy", {.epochs = 20, .activation = Activation::linear});
    score(
        "tanh_accuracy",
        {.epochs = 20, .initializer = Initializer::xavier_uniform, .activation = Activation::tanh});
    score("four_units_accuracy", {.epochs = 20, .hidden = 4});
    // Every test image moved one pixel to the right: what was column j is column j + 1.
    const Run& run = shown_run();
    Data moved = run.parts.test;
    for (std::size_t n = 0; n < moved.labels.size(); ++n)
        for (std::size_t i = 0; i < side; ++i)
            for (std::size_t j = 0; j < side; ++j)
                moved.X(n, i * side + j) = j == 0 ? 0.0 : run.parts.test.X(n, i * side + j - 1);
    lab.value("moved_accuracy", 100.0 * run.model.evaluate(moved).accuracy, "%.1f");
    std::size_t sure = 0, sure_and_wrong = 0;
    for (std::size_t n = 0; n < run.predicted.size(); ++n)
        if (run.probabilities(n, run.predicted[n]) > 0.9) {
            ++sure;
            sure_and_wrong += run.predicted[n] != run.parts.test.labels[n] ? 1 : 0;
        }
    lab.value("sure", sure);
    lab.value("sure_and_wrong", sure_and_wrong);
}

} // namespace digits
