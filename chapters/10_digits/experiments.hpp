/// @file
/// What the tables and the figures of chapter 10 compute with. Whatever several of them need is
/// computed once.
#pragma once

#include "reading.hpp"

#include <cstddef>
#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace digits {

/// One training run with the usual settings.
struct Run {
    Parts parts;
    Sequential model;
    History history;
    std::vector<std::size_t> dead; ///< hidden units that no training image lifts, after each epoch
    Evaluated test;                ///< what is left once everything has been chosen
    std::vector<std::size_t> predicted; ///< for the test images
    Matrix probabilities;               ///< likewise
    double seconds;                     ///< that training took; another number every time
};

/// The run of seed 1, which the text shows.
const Run& shown_run();

/// Training, validation and test accuracy of the seeds 1 to 10.
const std::vector<Scores>& ten_seeds();
const std::vector<double>& ten_tests();

double mean_of(const std::vector<double>& values);
/// Standard deviation, divided by n − 1.
double deviation_of(const std::vector<double>& values);

/// A network that differs from the usual one in one choice, smaller and trained for less long.
struct Setting {
    double learning_rate = 0.005;
    int batch_size = 32;
    int epochs = 10;
    Rule rule = Rule::adam;
    Initializer initializer = Initializer::he_normal;
    double l2 = 0.0;
    double clipnorm = std::numeric_limits<double>::infinity();
    std::size_t hidden = 32;
    Activation activation = Activation::relu;
};

/// All optimizers, each with a learning rate that suits it.
inline const std::vector<std::pair<Rule, double>> optimizer_rates{
    {Rule::sgd, 0.1},       {Rule::momentum, 0.02}, {Rule::nesterov, 0.02}, {Rule::adagrad, 0.05},
    {Rule::rmsprop, 0.005}, {Rule::adadelta, 1.0},  {Rule::adam, 0.005}};

/// The network that this setting gives, and its scores after training.
Sequential compiled(const Setting& setting, std::size_t seed);
Scores trained(const Setting& setting, std::size_t seed);

/// One of deck C's hyperparameters and the values it is tried with.
struct Trial {
    std::string value; ///< as it is written
    double mean;       ///< validation accuracy over the seeds
    double low;
    double high;
};
struct Hyperparameter {
    std::string name;
    std::vector<Trial> trials;
};
const std::vector<Hyperparameter>& hyperparameters();

/// The range test: a step on one batch for every rate.
struct RangeTest {
    Vector rates;
    Vector losses;
    Vector smooth;
    double steepest; ///< the rate where the loss falls most steeply
    double lowest;   ///< the rate where it is lowest
};
const RangeTest& range_run();

/// How much the gradient of the first rows is that of all: the cosine of the angle between them,
/// the mean over several orders of the rows.
struct Agreement {
    std::size_t rows;
    double cosine;
};
const std::vector<Agreement>& agreements();

/// Dead hidden units after training, by learning rate of plain descent.
struct Dead {
    double learning_rate;
    std::vector<std::size_t> per_epoch;
    double val_accuracy;
};
const std::vector<Dead>& dead_runs();

/// The same run with a rate that is too large, with and without a limit for the gradient.
struct Clipping {
    std::string limit;
    double longest; ///< gradient of the run
    Scores end;
};
const std::vector<Clipping>& clipping_runs();

} // namespace digits
