// The figures of chapter 10 with curves: training, batches, dead units, the range test, and the
// hyperparameters.
#include "experiments.hpp"
#include "lab_parts.hpp"

#include "common/plot/meaning.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace digits {

void batch_agreement(Lab& lab)
{
    lab.figure({.name = "batch_agreement",
                .caption = "The cosine of the angle between the gradient of a few rows and that of "
                           "all of them, at the network's first weights: the mean over 40 random "
                           "batches. 1 is the same direction.",
                .alt = "A curve that rises steeply from 1 to 32 rows and then flattens out below "
                       "1.",
                .source = "article D, batch gradient descent: redundant computation"},
               [](Figure& figure) {
                   figure.x_label("rows in the batch");
                   figure.y_label("cosine");
                   figure.log_x();
                   figure.x_range(0.8, 1600.0);
                   figure.y_range(0.0, 1.05);
                   std::vector<double> rows, cosines;
                   for (const Agreement& each : agreements()) {
                       rows.push_back(static_cast<double>(each.rows));
                       cosines.push_back(each.cosine);
                   }
                   figure.line(rows, cosines, {.color = Color::blue, .marker = Marker::circle});
               });
}

void digits_curves(Lab& lab)
{
    lab.figure({.name = "digits_curves",
                .caption =
                    "Seed 1, epoch by epoch. The training loss goes on falling; from epoch 15 "
                    "on the validation loss hardly follows. The gap is what the network knows by "
                    "heart.",
                .alt = "Two panels. Two losses on a logarithmic axis, the one of training ends "
                       "far lower. Two accuracies, training at 1 and validation a few percent "
                       "lower.",
                .source = ""},
               [](Figure& figure) {
                   figure.size(860, 380);
                   figure.grid(1, 2);
                   std::vector<double> epochs, loss, val_loss, accuracy, val_accuracy;
                   for (const Scores& scores : shown_run().history) {
                       epochs.push_back(static_cast<double>(epochs.size() + 1));
                       loss.push_back(scores.loss);
                       val_loss.push_back(scores.val_loss);
                       accuracy.push_back(scores.accuracy);
                       val_accuracy.push_back(scores.val_accuracy);
                   }
                   const Style training{
                       .label = "training", .color = meaning::training, .dash = Dash::dashed};
                   const Style validation{
                       .label = "validation", .color = meaning::validation, .dash = Dash::solid};
                   figure.panel("loss: cross entropy");
                   figure.x_label("epoch");
                   figure.y_label("loss");
                   figure.log_y();
                   figure.y_range(0.01, 2.0);
                   figure.line(epochs, loss, training);
                   figure.line(epochs, val_loss, validation);
                   figure.panel("accuracy");
                   figure.x_label("epoch");
                   figure.y_label("accuracy");
                   figure.y_range(0.8, 1.01);
                   figure.line(epochs, accuracy, training);
                   figure.line(epochs, val_accuracy, validation);
               });
}

void dead_relus(Lab& lab)
{
    lab.figure({.name = "dead_relus",
                .caption = "How many of the 64 hidden units no training image lifts above 0, after "
                           "each epoch of plain descent. A step that is too long throws units to "
                           "where no gradient can bring them back.",
                .alt = "Four curves over ten epochs, one for each learning rate; the larger the "
                       "rate, the more units are dead.",
                .source = "deck C, ReLU: below 0 nothing is learned"},
               [](Figure& figure) {
                   figure.x_label("epoch");
                   figure.y_label("dead hidden units");
                   figure.y_range(-2.0, 66.0);
                   for (const Dead& run : dead_runs()) {
                       std::vector<double> epochs;
                       for (std::size_t i = 0; i < run.per_epoch.size(); ++i)
                           epochs.push_back(static_cast<double>(i + 1));
                       std::string label = std::to_string(run.learning_rate);
                       figure.line(epochs, run.per_epoch,
                                   {.label = "η = " + label.substr(0, label.find('.') + 2)});
                   }
               });
}

void range_test(Lab& lab)
{
    lab.figure(
        {.name = "range_test",
         .caption = "A range test with plain descent: every step on a new batch of 32 rows, with a "
                    "rate that grows from 0.001 to 30. The smoothed loss falls most steeply at the "
                    "dotted line, and soon after its lowest place it explodes.",
         .alt = "Grey dots of single losses and a blue smooth curve over a logarithmic axis of "
                "learning rates: flat on the left, falling in the middle, rising on the right.",
         .source = ""},
        [](Figure& figure) {
            const RangeTest& run = range_run();
            figure.x_label("learning rate η");
            figure.y_label("loss");
            figure.log_x();
            figure.x_range(0.001, 30.0);
            figure.y_range(0.0, 5.0);
            std::vector<double> rates, losses;
            for (std::size_t k = 0; k < run.rates.size(); ++k)
                if (run.losses(k) < 5.0) {
                    rates.push_back(run.rates(k));
                    losses.push_back(run.losses(k));
                }
            figure.points(rates, losses,
                          {.label = "one batch", .color = Color::grey, .marker = Marker::dot});
            figure.line(run.rates, run.smooth,
                        {.label = "smoothed", .color = Color::blue, .dash = Dash::solid});
            figure.text(run.steepest, 4.7, "steepest fall",
                        {.align = Align::right, .color = Color::vermilion, .dx = -8});
            figure.vertical(run.steepest,
                            {.color = Color::vermilion, .dash = Dash::dotted, .width = 2.0});
        });
}

void digits_hyperparameters(Lab& lab)
{
    lab.figure(
        {.name = "digits_hyperparameters",
         .caption =
             "One choice changed at a time: the fraction of the validation images that is read "
             "wrong, the mean of three seeds with the lowest and the highest. Unless it is what "
             R"(varies: 32 hidden units, Adam with \f$ \eta = 0.005 \f$, batches of 32, ten )"
             "epochs, He's weights, no penalty.",
         .alt = "Six panels with points over the values of learning rate, batch size, epochs, "
                "optimizer, initialization and regularization. Too small or too large rates, a "
                "single epoch, weights of zero and strong penalties fall off.",
         .source = "deck C, list of hyperparameters"},
        [](Figure& figure) {
            figure.size(760, 960);
            figure.grid(3, 2);
            for (const Hyperparameter& each : hyperparameters()) {
                figure.panel(each.name);
                figure.legend(Legend::none);
                figure.y_label("validation error");
                figure.log_y();
                figure.y_range(0.01, 1.0);
                figure.x_range(-0.5, static_cast<double>(each.trials.size()) - 0.5);
                std::vector<std::pair<double, std::string>> names;
                std::vector<double> at, means;
                for (std::size_t i = 0; i < each.trials.size(); ++i) {
                    const Trial& trial = each.trials[i];
                    const double x = static_cast<double>(i);
                    names.emplace_back(x, trial.value);
                    at.push_back(x);
                    means.push_back(1.0 - trial.mean);
                    figure.line({x, x}, {1.0 - trial.high, 1.0 - trial.low},
                                {.color = Color::sky, .dash = Dash::solid, .width = 3.0});
                }
                figure.x_tic_labels(names);
                figure.points(at, means, {.color = Color::blue, .marker = Marker::circle});
            }
        });
}

} // namespace digits
