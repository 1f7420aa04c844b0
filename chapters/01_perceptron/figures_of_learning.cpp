// The figures of chapter 1 about the learning rule and its convergence.
#include "experiments.hpp"
#include "lab_parts.hpp"

#include "common/math/random.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>
#include <vector>

namespace perceptron {
namespace {

/// (w, b) as one vector, after every update that changes it; the start first.
std::vector<Vector> after_each_mistake(const Matrix& X, const Vector& targets,
                                       std::size_t max_epochs)
{
    Unit unit = zero_unit;
    std::vector<Vector> history{{0, 0, 0}};
    for (std::size_t epoch = 0; epoch < max_epochs; ++epoch) {
        const std::size_t before = history.size();
        for (std::size_t n = 0; n < X.shape(0); ++n) {
            const Vector x = xt::row(X, n);
            const bool wrong = classify(x, unit) != targets(n);
            unit = rosenblatt_update(unit, x, targets(n), 1.0);
            if (wrong)
                history.push_back({unit.w(0), unit.w(1), unit.b});
        }
        if (history.size() == before)
            break;
    }
    return history;
}

void draw_mistakes(Figure& figure)
{
    const auto add = [&](const Vector& targets, const Style& style) {
        const Training result = train(corners, targets, zero_unit, 1.0, most_epochs);
        std::vector<double> epoch(result.mistakes_per_epoch.size());
        std::iota(epoch.begin(), epoch.end(), 1.0);
        figure.line(epoch, result.mistakes_per_epoch, style);
    };
    add(and_column,
        {.color = Color::blue, .dash = Dash::solid, .marker = Marker::circle, .size = 1.1});
    add(or_column,
        {.color = Color::green, .dash = Dash::dashed, .marker = Marker::square, .size = 1.1});
    add(xor_column, {.color = Color::vermilion,
                     .dash = Dash::dotted,
                     .marker = Marker::open_triangle,
                     .size = 1.3});
    figure.x_label("epoch");
    figure.y_label("mistakes in the epoch");
    figure.x_range(0.5, static_cast<double>(most_epochs) + 0.5);
    figure.y_range(-0.2, 4.8);
    figure.x_tics({1, 5, 10, 15, 20});
    figure.y_tics({0, 1, 2, 3, 4});
    // At their ends the names of AND and OR would lie on each other's points.
    figure.text(5, 1, "AND", {.align = Align::left, .color = Color::blue, .dx = 10, .dy = 4});
    figure.text(3, 0.4, "OR", {.align = Align::right, .color = Color::green});
    figure.text(12, 4, "XOR", {.color = Color::vermilion, .dy = 14});
}

/// AND being learned: a frame for each row in turn, with the unit after its update.
void animate_learning(Figure& figure)
{
    struct Frame {
        int epoch;
        std::size_t row;
        bool wrong;
        Unit unit;
    };
    std::vector<Frame> frames;
    Unit unit = zero_unit;
    for (int epoch = 1; epoch <= 6; ++epoch) {
        for (std::size_t n = 0; n < 4; ++n) {
            const Vector x = xt::row(corners, n);
            const bool wrong = classify(x, unit) != and_column(n);
            unit = rosenblatt_update(unit, x, and_column(n), 1.0);
            frames.push_back({epoch, n, wrong, unit});
        }
    }
    const auto draw = [&](Figure& at, std::size_t i) {
        const Frame& frame = frames[i];
        at.size(420, 400);
        at.columns_on_phone(2);
        at.panel("epoch " + std::to_string(frame.epoch) + ": (" + words(corners(frame.row, 0)) +
                 ", " + words(corners(frame.row, 1)) + ") " + (frame.wrong ? "wrong" : "right"));
        draw_answers(at, frame.unit);
        at.points({corners(frame.row, 0)}, {corners(frame.row, 1)},
                  {.color = frame.wrong ? Color::vermilion : Color::light_grey,
                   .marker = Marker::circle,
                   .size = 3.2});
        draw_square(at, and_column);
    };
    figure.animate(frames.size(), draw,
                   {.seconds_per_frame = 0.7, .hold = 3, .stills = {3, 7, 11, 23}});
}

void draw_inequalities(Figure& figure)
{
    // The separator of the text, at length 1, and R and γ of AND.
    const Vector u = Vector{2, 2, -3} / std::sqrt(17.0);
    const double gamma = 1 / std::sqrt(17.0);
    const double R = std::sqrt(3.0);
    const std::vector<Vector> history = after_each_mistake(corners, and_column, 20);
    std::vector<double> along, length;
    for (const Vector& v : history) {
        along.push_back(dot(u, v));
        length.push_back(std::sqrt(dot(v, v)));
    }
    const auto panel = [&](const std::string& title, double mistakes, double longest) {
        figure.panel(title);
        figure.function([&](double k) { return R * std::sqrt(k); }, 0, mistakes,
                        {.label = "R √k", .color = Color::vermilion, .dash = Dash::dashed});
        figure.function([&](double k) { return gamma * k; }, 0, mistakes,
                        {.label = "γ k", .color = Color::blue, .dash = Dash::solid});
        figure.points(indices(history.size()), length,
                      {.color = Color::vermilion, .marker = Marker::open_circle, .size = 0.9});
        figure.points(indices(history.size()), along,
                      {.color = Color::blue, .marker = Marker::circle, .size = 0.9});
        figure.x_label("mistakes so far, k");
        figure.y_label("length");
        figure.x_range(0, mistakes);
        figure.y_range(0, longest);
    };
    figure.grid(1, 2);
    panel("the ten mistakes of training", 14, 7);
    figure.text(10, length.back(), "‖v_{k}‖",
                {.align = Align::left, .color = Color::vermilion, .dx = 8, .dy = 16});
    figure.text(10, along.back(), "u · v_{k}",
                {.align = Align::left, .color = Color::blue, .dx = 8, .dy = -24});
    panel("where the bounds meet", 60, 15);
    figure.vertical(51);
    figure.text(51, 2, "(R/γ)^{2} = 51", {.align = Align::right, .dx = -8});
}

void draw_bounds(Figure& figure)
{
    const Clouds clouds = many_bounds(200);
    figure.log_x();
    figure.log_y();
    figure.points(clouds.bounds, clouds.mistakes,
                  {.color = Color::blue, .marker = Marker::open_circle, .size = 0.8});
    figure.line({1, 2000}, {1, 2000}, {.color = Color::vermilion, .dash = Dash::dashed});
    figure.text(200, 700, "mistakes = bound", {.align = Align::right, .color = Color::vermilion});
    figure.x_label("bound (R/γ)^{2}");
    figure.y_label("mistakes in training");
    figure.x_range(1, 1e5);
    figure.y_range(0.5, 2000);
}

} // namespace

void mistakes_per_epoch(Lab& lab)
{
    lab.figure({.name = "mistakes_per_epoch",
                .caption =
                    R"(Training from zero weights with \f$ \eta = 1 \f$. AND and OR reach an )"
                    "epoch without mistakes and stop; XOR never does.",
                .alt = "Mistakes against epochs. OR falls to 0 in epoch 4, AND in epoch 6; XOR "
                       "rises to 4 and stays there.",
                .source = ""},
               draw_mistakes);
}

void learning_and(Lab& lab)
{
    lab.figure({.name = "learning_and",
                .caption = "AND being learned, row by row. The ring marks the row that is looked "
                           "at, red when the answer was wrong; the line is that of the unit after "
                           "the update. The stills are the ends of epochs 1, 2, 3 and 6.",
                .alt = "A line moves about the unit square until the corner (1, 1) alone is on its "
                       "blue side.",
                .source = "",
                .animated = true},
               animate_learning);
}

void two_inequalities(Lab& lab)
{
    lab.figure({.name = "two_inequalities",
                .caption =
                    R"(The proof on AND. With every mistake the part of \f$ v \f$ along the )"
                    R"(separator (full points) grows by \f$ \gamma \f$ or more, and the length )"
                    R"(of \f$ v \f$ (open points) is at most \f$ R \sqrt{k} \f$. Beyond )"
                    R"(\f$ k = 51 \f$ the lower curve would be above the upper one.)",
                .alt = "Two panels with a straight line γk below a curve R√k. In the first, up to "
                       "14 mistakes, the points of the training lie between the two and end at "
                       "10; in the second, up to 60, line and curve meet at 51 mistakes.",
                .source = ""},
               draw_inequalities);
}

void mistakes_and_bound(Lab& lab)
{
    lab.figure({.name = "mistakes_and_bound",
                .caption =
                    "Random separable rows, a point for each set: mistakes made in training "
                    "against the bound. No point is above the line, and most are far below it.",
                .alt = "A cloud of points in logarithmic scales, all of them below the diagonal.",
                .source = ""},
               draw_bounds);
}

} // namespace perceptron
