// The figures of chapter 10 that show images: samples, mistakes, weights, the confusion matrix.
#include "experiments.hpp"
#include "lab_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace digits {
namespace {

/// From the corner of an image to that of its neighbour.
constexpr double apart = static_cast<double>(side) + 1.5;
/// The same downwards where a line of text stands under every image.
constexpr double below = static_cast<double>(side) + 4.0;

const ColorScale ink{.palette = Palette::inverse_grey, .from = 0.0, .to = 1.0, .bar = false};

} // namespace

void digits_samples(Lab& lab)
{
    lab.figure({.name = "digits_samples",
                .caption = "The first images of every digit, 8 × 8 pixels each. Nobody has drawn "
                           "them for this purpose: the sevens have a bar or have none, a 1 can "
                           "look like a 7 or lean like a 2.",
                .alt = "Ten columns, one for each digit from 0 to 9, of six handwritten digits in "
                       "coarse grey pixels.",
                .source = ""},
               [](Figure& figure) {
                   figure.size(700, 440);
                   figure.no_axes();
                   const Data& all = all_digits();
                   std::vector<std::size_t> shown(classes, 0);
                   for (std::size_t n = 0; n < all.labels.size(); ++n) {
                       const std::size_t digit = all.labels[n];
                       if (shown[digit] == 6)
                           continue;
                       figure.image(image_of(all.X, n), ink, static_cast<double>(digit) * apart,
                                    static_cast<double>(shown[digit]++) * apart);
                   }
               });
}

void digits_confusion(Lab& lab)
{
    lab.figure(
        {.name = "digits_confusion",
         .caption = "The test images of seed 1: a row is what an image shows, a column what "
                    "the network says. Off the diagonal are its mistakes.",
         .alt = "A table of ten rows and ten columns with large numbers on its diagonal and "
                "a few ones and twos beside it.",
         .source = ""},
        [](Figure& figure) {
            figure.size(560, 520);
            const Run& run = shown_run();
            std::vector<std::string> names;
            for (std::size_t k = 0; k < classes; ++k)
                names.push_back(std::to_string(k));
            const Matrix counts = confusion_matrix(run.predicted, run.parts.test.labels, classes);
            figure.x_label("what the network says");
            figure.y_label("what the image shows");
            figure.matrix(counts, names, names,
                          {.palette = Palette::sequential, .from = 0.0, .bar = false}, "%.0f");
        });
}

void digits_worst(Lab& lab)
{
    lab.figure(
        {.name = "digits_worst",
         .caption = "The worst mistakes on the test images of seed 1: those whose true digit got "
                    "the least probability. Below each: what it shows → what the network says, "
                    "and the probability of the latter.",
         .alt = "Up to ten images of digits that are hard to read, each with the true digit, the "
                "answer and its probability.",
         .source = ""},
        [](Figure& figure) {
            // On a phone there is room for the words below three images only.
            const bool phone = figure.on_phone();
            const std::size_t in_a_row = phone ? 3 : 5;
            figure.size(phone ? 342 : 700, phone ? 520 : 360);
            figure.no_axes();
            const Run& run = shown_run();
            std::vector<std::pair<double, std::size_t>> wrong;
            for (std::size_t n = 0; n < run.predicted.size(); ++n)
                if (run.predicted[n] != run.parts.test.labels[n])
                    wrong.emplace_back(run.probabilities(n, run.parts.test.labels[n]), n);
            std::sort(wrong.begin(), wrong.end());
            wrong.resize(std::min<std::size_t>(wrong.size(), 10));
            for (std::size_t i = 0; i < wrong.size(); ++i) {
                const std::size_t n = wrong[i].second;
                const double x = static_cast<double>(i % in_a_row) * (apart + 2.0);
                const double y = static_cast<double>(i / in_a_row) * below;
                figure.image(image_of(run.parts.test.X, n), ink, x, y);
                figure.text(x + 4.0, y + 9.6,
                            fmt::format("{} → {}, {:.0f} %", run.parts.test.labels[n],
                                        run.predicted[n],
                                        100.0 * run.probabilities(n, run.predicted[n])),
                            {});
            }
            const std::size_t rows = (wrong.size() + in_a_row - 1) / in_a_row;
            figure.text(4.0, below * static_cast<double>(rows) - 1.2, " ", {});
        });
}

void digits_weights(Lab& lab)
{
    lab.figure(
        {.name = "digits_weights",
         .caption = "The weights of 32 hidden units, each as an image of the 64 pixels that they "
                    "belong to: blue pixels excite the unit, orange ones hold it back. Strokes, "
                    "ends and gaps appear; the edge pixels, which are paper in every image, keep "
                    "the numbers they began with.",
         .alt = "A grid of 32 small images in blue, white and orange. Most have blobs and stripes "
                "in their middle.",
         .source = ""},
        [](Figure& figure) {
            figure.size(700, 400);
            figure.no_axes();
            const Matrix& W = shown_run().model.layers()[0].W;
            for (std::size_t unit = 0; unit < 32; ++unit)
                figure.image(image_of(transpose(W), unit),
                             {.palette = Palette::diverging, .from = -1.0, .to = 1.0, .bar = false},
                             static_cast<double>(unit % 8) * apart,
                             static_cast<double>(unit / 8) * apart);
        });
}

} // namespace digits
