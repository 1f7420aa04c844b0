// The figures of chapter 6 about gradients, learning and descent, from different starts.
#include "experiments.hpp"
#include "lab_parts.hpp"

#include "common/plot/meaning.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace initialization {
namespace {

/// The points of all descents after 0, 1, …, `steps` steps.
std::vector<Matrix> ways(const std::function<Matrix(const Matrix&)>& slope, int steps)
{
    std::vector<Matrix> way{plane_starts()};
    for (int step = 0; step < steps; ++step)
        way.push_back(descend_from(slope, way.back(), plane_eta, 1));
    return way;
}

void draw_cost(Figure& figure, const std::string& title,
               const std::function<double(double, double)>& cost,
               const std::function<Matrix(const Matrix&)>& slope, const std::vector<double>& levels,
               double from, double to)
{
    const Plane plane{-2.2, 2.2, -2.2, 2.2, 101};
    figure.panel(title);
    figure.x_label("u");
    figure.y_label("v");
    figure.ranges(plane);
    figure.x_tics({-2, -1, 0, 1, 2});
    figure.y_tics({-2, -1, 0, 1, 2});
    figure.equal_aspect();
    figure.legend(Legend::none);
    figure.heat_map(plane, cost, {.from = from, .to = to, .label = "E"});
    figure.contour(plane, cost, levels, {.color = Color::grey, .width = 0.8});
    const std::vector<Matrix> way = ways(slope, 300);
    for (std::size_t n = 0; n < plane_count; ++n) {
        std::vector<double> u, v;
        for (const Matrix& P : way) {
            u.push_back(P(n, 0));
            v.push_back(P(n, 1));
        }
        figure.line(u, v, {.color = meaning::descent, .width = 1.4});
    }
    figure.points(Numbers(xt::view(way.front(), xt::all(), 0)),
                  Numbers(xt::view(way.front(), xt::all(), 1)),
                  {.color = meaning::descent, .marker = Marker::open_circle, .size = 0.7});
    const std::vector<Point> ends =
        points(descend_from(slope, plane_starts(), plane_eta, plane_steps));
    const auto lower = [&cost](const Point& a, const Point& b) {
        return cost(a.u, a.v) < cost(b.u, b.v);
    };
    const Point lowest = *std::min_element(ends.begin(), ends.end(), lower);
    for (const Point& end : ends) {
        const bool is_global = !lower(lowest, end);
        figure.points({end.u}, {end.v},
                      {.color = Color::white, .marker = Marker::circle, .size = 1.5});
        figure.points({end.u}, {end.v},
                      {.color = Color::black,
                       .marker = is_global ? Marker::circle : Marker::open_circle,
                       .size = 1.5});
    }
}

} // namespace

void gradient_norms_by_initialization(Lab& lab)
{
    lab.figure(
        {.name = "gradient_norms_by_initialization",
         .caption =
             "The way back through the same networks, before training, from layer 10 to layer 1: "
             R"(the norm of \f$ \partial E/\partial W \f$, and the root of the mean square of )"
             "the deltas. With layers of equal width both factors of a layer are nearly the same, "
             "so what the outputs lose on the way forward the deltas lose on the way back, and "
             "the norms of a start are nearly level whatever their size (but for tanh with "
             R"(\f$ N(0, 1) \f$, whose outputs cannot grow). With zero weights all norms are )"
             "exactly 0, which has no place on these axes.",
         .alt = "Four panels with logarithmic axes. The norms, with tanh and with ReLU: nearly "
                "level lines, with Xavier and He near 1 to 100, N(0, 0.01) far below 10⁻⁷, N(0, 1) "
                "far above. The deltas: those of N(0, 1) grow and those of N(0, 0.01) shrink by a "
                "power of ten or so per layer towards the first; Xavier for tanh and He for ReLU "
                "are level.",
         .source = "deck E, Xavier and He initialization"},
        [](Figure& figure) {
            figure.size(860, 680);
            figure.grid(2, 2);
            for (bool of_weights : {true, false})
                for (Activation f : {Activation::tanh, Activation::relu}) {
                    const std::string name = f == Activation::tanh ? "tanh" : "ReLU";
                    figure.panel((of_weights ? "norm of ∂E/∂W, " : "rms of the deltas, ") + name);
                    figure.x_label("layer");
                    figure.log_y();
                    // Backwards, as the gradient goes: its lines part at the first layer.
                    figure.x_range(10.2, 0.8);
                    figure.x_tics({10, 8, 6, 4, 2, 1});
                    // One range for both functions of a row.
                    if (of_weights)
                        figure.y_range(1e-10, 1e20);
                    else
                        figure.y_range(1e-13, 1e16);
                    for (const Start& start : starts()) {
                        if (start.name == "zero")
                            continue;
                        const Backward back = backward(start.draw, f);
                        const std::vector<double>& y = of_weights ? back.norms : back.deltas;
                        figure.line(linspace(10, 1, 10), std::vector<double>(y.rbegin(), y.rend()),
                                    {.label = start.name,
                                     .color = start.color,
                                     .dash = Dash::solid,
                                     .marker = Marker::circle,
                                     .size = 0.7});
                    }
                }
        });
}

void learning_by_initialization(Lab& lab)
{
    lab.figure(
        {.name = "learning_by_initialization",
         .caption =
             "The same task, learned by a network of six layers from each start with the same "
             "learning rate: which quadrants of the plane belong together. Zero and "
             R"(\f$ N(0, 0.01) \f$ lie on one line and learn nothing. \f$ N(0, 1) \f$ leaps )"
             "about and then fits the points with tanh; with ReLU it is far above the picture "
             "from the first epoch on.",
         .alt = "Two panels of error against epoch. Zero and N(0, 0.01) stay at one half in both. "
                "With tanh N(0, 1) jumps and then falls to 0, He and Xavier fall smoothly. With "
                "ReLU He falls first, then Xavier.",
         .source = "deck E, initialization; deck C, list of hyperparameters"},
        [](Figure& figure) {
            figure.size(860, 390);
            figure.grid(1, 2);
            for (Activation f : {Activation::tanh, Activation::relu}) {
                figure.panel(f == Activation::tanh ? "tanh" : "ReLU");
                figure.x_label("epoch");
                figure.y_label("error E");
                figure.y_range(0, 1.0);
                for (const Start& start : starts()) {
                    const std::vector<double> errors = learn(start.draw, f).errors;
                    if (!std::isfinite(errors.back())) {
                        figure.text(0.5 * lesson_epochs, 0.9, start.name + ": out of the picture",
                                    {.color = start.color});
                        continue;
                    }
                    figure.line(indices(lesson_epochs + 1), errors,
                                {.label = start.name,
                                 .color = start.color,
                                 .dash = start.name == "zero" ? Dash::dashed : Dash::solid});
                }
            }
        });
}

void costs_and_paths(Lab& lab)
{
    lab.figure({.name = "costs_and_paths",
                .caption =
                    R"(Descent from 36 starts (circles) with \f$ \eta = 0.05 \f$. On the convex )"
                    "cost all paths end in the one minimum; on the other each ends in the valley "
                    "that it starts in. A full dot is the global minimum, an open one a local "
                    "one.",
                .alt = "Two maps with level lines and the paths of descent. On the convex cost all "
                       "paths meet in one dot near (0.68, 0.68). On the other they end in four "
                       "dots, one in each quadrant; the one at the upper left is the global "
                       "minimum.",
                .source = "deck E, global optimum; local optimum"},
               [](Figure& figure) {
                   figure.size(860, 450);
                   figure.grid(1, 2);
                   draw_cost(figure, "convex", bowl, bowl_slope,
                             {0.2, 0.4, 0.8, 1.6, 3.2, 6.4, 12.8}, 0.0, 12.0);
                   draw_cost(figure, "four valleys", hills, hilly_slope,
                             {-2.5, -2.0, -1.5, -1.0, -0.5, 0.0, 1.0, 2.0}, -3.0, 2.0);
               });
}

void costs_of_descents(Lab& lab)
{
    lab.figure(
        {.name = "costs_of_descents",
         .caption =
             "The cost along each of the 36 paths. On the convex cost all arrive at the same "
             "height. With four valleys four heights remain: nothing in the slope, which is 0 in "
             "all four, "
             "says which valley is the lowest.",
         .alt = "Two panels: curves that all fall to one level line, and curves that fall to four "
                "different levels.",
         .source = "deck E, global optimum; local optimum"},
        [](Figure& figure) {
            figure.grid(1, 2);
            const auto panel = [&](const char* title, auto cost, auto slope, double low,
                                   double high) {
                figure.panel(title);
                figure.x_label("step");
                figure.y_label("cost E");
                figure.y_range(low, high);
                figure.legend(Legend::none);
                const std::vector<Matrix> way = ways(slope, 150);
                for (std::size_t n = 0; n < plane_count; ++n) {
                    std::vector<double> E;
                    for (const Matrix& P : way)
                        E.push_back(cost(P(n, 0), P(n, 1)));
                    figure.line(indices(E.size()), E, {.color = meaning::descent, .width = 1.2});
                }
            };
            panel("convex", bowl, bowl_slope, 0.0, 4.0);
            panel("four valleys", hills, hilly_slope, -3.0, 1.0);
        });
}

} // namespace initialization
