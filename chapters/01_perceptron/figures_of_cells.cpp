// The figure of chapter 1 that shows what the perceptron is modelled on.
#include "lab_parts.hpp"
#include "perceptron.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace perceptron {
namespace {

using Outline = std::vector<std::pair<double, double>>;

const Style cell{.color = Color::blue, .width = 1.6, .opacity = 0.25};
const Style other_cell{.color = Color::grey, .width = 1.4, .opacity = 0.3};
const Style white{.color = Color::white, .width = 0.0, .opacity = 1.0};

/// A smooth closed curve through the corners (Catmull and Rom's spline).
Outline smooth(const Outline& corners)
{
    Outline curve;
    const std::size_t n = corners.size();
    for (std::size_t i = 0; i < n; ++i) {
        const auto& [x0, y0] = corners[(i + n - 1) % n];
        const auto& [x1, y1] = corners[i];
        const auto& [x2, y2] = corners[(i + 1) % n];
        const auto& [x3, y3] = corners[(i + 2) % n];
        for (const double t : {0.0, 0.2, 0.4, 0.6, 0.8}) {
            const auto between = [t](double a, double b, double c, double d) {
                return b +
                       0.5 * t *
                           (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * b - a - 3 * c + d)));
            };
            curve.emplace_back(between(x0, x1, x2, x3), between(y0, y1, y2, y3));
        }
    }
    return curve;
}

void draw(Figure& figure, const Outline& corners, const Style& style)
{
    std::vector<double> xs, ys;
    for (const auto& [x, y] : smooth(corners)) {
        xs.push_back(x);
        ys.push_back(y);
    }
    figure.shape(xs, ys, white);
    figure.shape(xs, ys, style);
}

/// The end of an axon: a small knob.
void draw_knob(Figure& figure, double x, double y, const Style& style)
{
    figure.ellipse(x, y, 11, 9, white);
    figure.ellipse(x, y, 11, 9, style);
}

/// Dendrites, body and axon with its branches, counter-clockwise from where the axon begins.
const Outline cell_outline{
    {296, 412}, {280, 438}, {254, 448}, {228, 450}, {214, 474}, {206, 502}, {198, 501}, {200, 474},
    {190, 463}, {162, 478}, {134, 492}, {131, 484}, {162, 466}, {188, 446}, {206, 426}, {192, 408},
    {160, 406}, {122, 405}, {122, 396}, {160, 395}, {192, 392}, {206, 374}, {188, 354}, {162, 334},
    {131, 316}, {134, 308}, {162, 322}, {190, 337}, {200, 326}, {198, 299}, {206, 298}, {214, 326},
    {228, 350}, {254, 352}, {280, 362}, {296, 388}, {330, 395}, {420, 395}, {508, 394}, {545, 364},
    {574, 346}, {578, 353}, {550, 371}, {526, 396}, {550, 397}, {582, 397}, {582, 403}, {550, 403},
    {526, 404}, {550, 429}, {578, 447}, {574, 454}, {545, 436}, {508, 406}, {420, 405}, {330, 405}};

/// Where the axons of other cells end, at the tips of the dendrites.
constexpr std::array<std::pair<double, double>, 3> arrivals{{{112, 493}, {100, 400}, {112, 307}}};

void draw_cell(Figure& figure)
{
    const bool on_phone = figure.on_phone();
    for (const auto& [x, y] : arrivals) {
        const double far = 400 + 1.15 * (y - 400);
        figure.shape({14, x - 6, x - 6, 14}, {far - 4, y - 3, y + 3, far + 4}, other_cell);
        draw_knob(figure, x, y, other_cell);
    }
    // A dendrite of the next cell.
    draw(figure,
         {{598, 338}, {612, 330}, {640, 318}, {640, 296}, {620, 308}, {600, 322}, {592, 332}},
         other_cell);
    draw(figure, cell_outline, cell);
    for (const auto& [x, y] : {std::pair{584.0, 346.0}, {592.0, 400.0}, {584.0, 454.0}})
        draw_knob(figure, x, y, cell);
    figure.ellipse(250, 400, 15, 15, {.color = Color::blue, .width = 1.2, .opacity = 0.5});

    const auto name = [&](double x, double y, const std::string& words) {
        figure.text(x, y, words, {.size = 1.05});
    };
    name(on_phone ? 50 : 60, on_phone ? 582 : 540,
         on_phone ? "from other\ncells" : "from other cells");
    name(214, 524, "dendrites");
    name(292, 466, "cell body");
    name(410, 424, "axon");
    name(572, on_phone ? 514 : 486, on_phone ? "axon\nterminals" : "axon terminals");
    const double beside = on_phone ? 8 : 0;
    figure.line({84 + beside, 106}, {450 + beside, 482}, {.color = Color::black, .width = 0.8});
    figure.line({84 + beside, 105}, {429 - beside, 409}, {.color = Color::black, .width = 0.8});
    name(62, 440, "synapses");
}

/// A terminal of the axon and the dendrite that it leads to, in a circle; from the small synapse
/// two lines lead there.
void draw_synapse(Figure& figure)
{
    constexpr double x = 452;
    constexpr double y = 272;
    figure.line({577, 486}, {352, y + 66}, {.color = Color::black, .width = 0.8});
    figure.line({592, 519}, {322, y - 32}, {.color = Color::black, .width = 0.8});
    figure.ellipse(588, 339, 17, 17, {.color = Color::black, .width = 0.9, .opacity = 0.01});
    figure.ellipse(x, y, 74, 74, white);
    draw(figure,
         {{x - 9, y + 72},
          {x - 12, y + 48},
          {x - 34, y + 34},
          {x - 38, y + 12},
          {x - 14, y + 2},
          {x + 14, y + 2},
          {x + 38, y + 12},
          {x + 34, y + 34},
          {x + 12, y + 48},
          {x + 9, y + 72}},
         cell);
    for (const auto& [dx, dy] : {std::pair{-22.0, 26.0},
                                 {-8.0, 15.0},
                                 {8.0, 29.0},
                                 {22.0, 17.0},
                                 {-4.0, 40.0},
                                 {-20.0, 12.0},
                                 {24.0, 29.0}}) {
        figure.ellipse(x + dx, y + dy, 5.5, 5.5, white);
        figure.ellipse(x + dx, y + dy, 5.5, 5.5,
                       {.color = Color::vermilion, .width = 1.2, .opacity = 0.35});
    }
    figure.points({x - 20, x - 9, x - 2, x + 7, x + 17, x + 3},
                  {y - 5, y - 9, y - 4, y - 10, y - 5, y - 14},
                  {.color = Color::vermilion, .marker = Marker::circle, .size = 0.35});
    draw(figure,
         {{x - 52, y - 22},
          {x - 20, y - 19},
          {x + 20, y - 19},
          {x + 52, y - 22},
          {x + 50, y - 44},
          {x, y - 48},
          {x - 50, y - 44}},
         other_cell);
    figure.ellipse(x, y, 74, 74, {.color = Color::black, .width = 1.0, .opacity = 0.01});
    figure.text(x, y - 34, "dendrite", {});
    const double gap = figure.on_phone() ? y - 34 : y - 18;
    figure.text(x - 84, y + 34, "transmitter\nin vesicles", {.align = Align::right});
    figure.text(x - 84, gap, "gap", {.align = Align::right});
    figure.line({x - 81, x - 28}, {y + 24, y + 26}, {.color = Color::black, .width = 0.8});
    figure.line({x - 81, x - 24}, {gap, y - 8}, {.color = Color::black, .width = 0.8});
}

/// The unit below the cell, each part below the one that it stands for.
void draw_unit(Figure& figure)
{
    const Style arrow{.color = Color::black, .width = 1.6};
    const Style unit{.color = Color::blue, .width = 2.2, .opacity = 0.25};
    const Style other{.color = Color::grey, .width = 1.8, .opacity = 0.25};
    constexpr double y = 86;
    const bool on_phone = figure.on_phone();
    const double radius = on_phone ? 26 : 17;
    for (std::size_t i = 0; i < arrivals.size(); ++i) {
        const double from = y + 56 - 56 * static_cast<double>(i);
        figure.ellipse(34, from, radius, radius, other);
        figure.text(34, from, "x_{" + std::to_string(i + 1) + "}", {.size = on_phone ? 0.95 : 1.1});
        figure.arrow(35 + radius, from, 208, y + 0.3 * (from - y), arrow);
        figure.text(100,
                    from + (i == 2   ? 2
                            : i == 1 ? 0
                                     : -2),
                    "w_{" + std::to_string(i + 1) + "}",
                    {.dy = i == 2   ? (on_phone ? -8.0 : -4.0)
                           : i == 1 ? 11.0
                                    : (on_phone ? 8.0 : 4.0),
                     .size = 1.1});
    }
    figure.ellipse(250, y, 42, 42, unit);
    figure.line({250, 250}, {y - 42, y + 42}, {.color = Color::blue, .width = 1.2});
    figure.text(230, y, "z", {.size = 1.2});
    figure.line({258, 270, 270, 284}, {y - 10, y - 10, y + 10, y + 10},
                {.color = Color::black, .width = 1.8});
    figure.line({293, 520}, {y, y}, {.color = Color::black, .width = 1.6});
    figure.text(410, y, "y", {.dy = 11, .size = 1.2});
    for (const double to : {y + 42, y, y - 42}) {
        figure.arrow(520, y, 584, to, arrow);
        figure.ellipse(602, to, 17, 17, other);
    }
    const auto name = [&](double x, const std::string& words, const std::string& in_the_cell) {
        figure.text(x, on_phone ? -18 : -4, words, {.size = on_phone ? 0.95 : 1.05});
        figure.text(x, on_phone ? -90 : -28, in_the_cell,
                    {.color = Color::blue, .size = on_phone ? 0.95 : 1.0});
    };
    name(22, "inputs", on_phone ? "other\ncells" : "other cells");
    name(132, "weights", "synapses");
    name(250, on_phone ? "sum and\nstep" : "sum and step", on_phone ? "cell\nbody" : "cell body");
    name(410, "output", "axon");
    name(586, on_phone ? "to other\nunits" : "to other units",
         on_phone ? "axon\nterminals" : "axon terminals");
}

void draw_nerve_cell(Figure& figure)
{
    const bool on_phone = figure.on_phone();
    if (on_phone)
        figure.size(342, 398);
    else
        figure.size(560, 510);
    figure.no_axes();
    figure.equal_aspect();
    figure.legend(Legend::none);
    figure.x_range(-14, 652);
    figure.y_range(on_phone ? -126 : -40, on_phone ? 614 : 550);
    draw_synapse(figure);
    draw_cell(figure);
    draw_unit(figure);
}

} // namespace

void nerve_cell(Lab& lab)
{
    lab.figure({.name = "nerve_cell",
                .caption =
                    "A nerve cell, and the unit that is drawn after it, part below part. "
                    "What the axons of other cells deliver arrives at the synapses, which "
                    "pass on more of it or less: the weights. The body adds it up and "
                    "fires or stays silent: sum and step. The axon carries the answer to "
                    "its terminals, where the transmitter waits in vesicles to cross the gap "
                    "to the next dendrite.",
                .alt = "Above, a cell with branching dendrites on the left, a round body, a long "
                       "axon and three terminals on the right; a circle enlarges one terminal with "
                       "vesicles, the gap and the dendrite of the next cell. Below, three inputs "
                       "with weights lead into a circle divided into the sum z and a step, from "
                       "which an arrow y leads on to three further units.",
                .source = "decks A and B, perceptron; article D, nerve cell"},
               draw_nerve_cell);
}

} // namespace perceptron
