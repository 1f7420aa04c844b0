// The figures of chapter 7 that race the optimizers over the test functions.
#include "experiments.hpp"
#include "lab_parts.hpp"

#include "common/plot/meaning.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

namespace optimizers {
namespace {

/// The function's lines of equal value, in one colour above 0 and in another below.
void draw_map(Figure& figure, const Race& race, Color above, Color below, double width)
{
    figure.x_label("x");
    figure.y_label("y");
    figure.ranges(race.plane);
    figure.equal_aspect();
    const Field field = [f = race.f](double x, double y) { return f({x, y}); };
    figure.contour(race.plane, field, race.levels,
                   {.color = above, .dash = Dash::solid, .width = width});
    if (!race.levels_below.empty())
        figure.contour(race.plane, field, race.levels_below,
                       {.color = below, .dash = Dash::dashed, .width = width});
}

void draw_minimum(Figure& figure, const Race& race, const std::string& label)
{
    if (race.goal.size() == 2)
        figure.points({race.goal(0)}, {race.goal(1)},
                      {.label = label, .color = Color::black, .marker = Marker::plus, .size = 1.6});
}

bool is_inside(const Plane& plane, const Vector& w)
{
    return w(0) > plane.x_from && w(0) < plane.x_to && w(1) > plane.y_from && w(1) < plane.y_to;
}

/// The map with all paths up to their first `count` points. The legend names each path together
/// with the marker at its end.
void draw_race(Figure& figure, const Race& race, const std::vector<Path>& paths, std::size_t count)
{
    draw_map(figure, race, Color::light_grey, Color::light_grey, 1.0);
    for (std::size_t i = 0; i < paths.size(); ++i) {
        const Look style = look(all_kinds[i]);
        figure.line(column(paths[i], 0, count), column(paths[i], 1, count),
                    {.color = style.color, .dash = style.dash, .width = 2.0});
    }
    for (std::size_t i = 0; i < paths.size(); ++i) {
        const Look style = look(all_kinds[i]);
        const Vector& end = paths[i][std::min(count, paths[i].size()) - 1];
        if (is_inside(race.plane, end))
            figure.points({end(0)}, {end(1)},
                          {.color = style.color, .marker = style.marker, .size = 1.3});
        figure.line({}, {},
                    {.label = style.name,
                     .color = style.color,
                     .dash = style.dash,
                     .marker = style.marker,
                     .width = 2.0});
    }
    figure.points({race.start(0)}, {race.start(1)},
                  {.label = "start", .color = Color::black, .marker = Marker::cross, .size = 1.4});
    draw_minimum(figure, race, "minimum");
}

void still(Lab& lab, const FigureMeta& meta, const Race& race)
{
    lab.figure(meta, [race](Figure& figure) {
        const double shape =
            (race.plane.y_to - race.plane.y_from) / (race.plane.x_to - race.plane.x_from);
        figure.size(560, static_cast<int>(145.0 + 490.0 * shape));
        figure.one_legend();
        draw_race(figure, race, runs_of(race), race.steps + 1);
    });
}

void animation(Lab& lab, const FigureMeta& meta, const Race& race,
               const std::vector<std::size_t>& stills)
{
    lab.figure(meta, [race, stills](Figure& figure) {
        const std::vector<Path> paths = runs_of(race);
        constexpr std::size_t frames = 41;
        figure.animate(frames,
                       [&](Figure& frame, std::size_t i) {
                           const std::size_t step = race.steps * i / (frames - 1);
                           frame.size(430, 430);
                           frame.one_legend();
                           frame.panel(fmt::format("step {}", step));
                           draw_race(frame, race, paths, step + 1);
                       },
                       {.seconds_per_frame = 0.15, .hold = 2.5, .stills = stills});
    });
}

} // namespace

void test_functions(Lab& lab)
{
    lab.figure(
        {.name = "test_functions",
         .caption = "The three test functions, with their minima (+); the saddle has none. "
                    "Each line of equal value is at about three times the one inside it; on the "
                    "saddle they are dashed below 0.",
         .alt = "Three contour maps: a bent narrow valley with its lowest point at (1, 1), Beale's "
                "function with steep corners and a flat floor around (3, 0.5), and the crossed "
                "hyperbolas of the saddle.",
         .source = "article D, comparisons \"Long valley\", \"Beale's Function\" and "
                   "\"Saddle Point\""},
        [](Figure& figure) {
            figure.size(860, 330);
            figure.grid(1, 3);
            for (const Race& race : all_races()) {
                figure.panel(race.name);
                draw_map(figure, race, meaning::function, Color::grey, 1.2);
                draw_minimum(figure, race, "");
            }
        });
}

void optimizer_losses(Lab& lab)
{
    lab.figure(
        {.name = "optimizer_losses",
         .caption =
             R"(The three races as \f$ f \f$ against the step, one line an optimizer. On the )"
             R"(saddle, which has no lowest value, \f$ f \f$ falls below 0 as soon as an )"
             R"(optimizer has left; descent stays on the line \f$ f = 0 \f$.)",
         .alt = "Three panels. In the valley momentum and Nesterov fall lowest after a wild "
                "start; on Beale's function momentum, Nesterov and RMSProp come below 0.001; on "
                "the saddle the adaptive optimizers fall below 0 within 20 steps, momentum and "
                "Nesterov later, descent not at all.",
         .source = "article D, comparisons"},
        [](Figure& figure) {
            figure.size(860, 370);
            figure.grid(1, 3);
            figure.one_legend();
            for (const Race& race : all_races()) {
                figure.panel(race.name);
                figure.x_label("step");
                figure.y_label("f");
                figure.x_range(0.0, static_cast<double>(race.steps));
                if (race.goal.size() == 2) {
                    figure.log_y();
                    figure.y_range(1e-4, 1e3);
                } else {
                    figure.y_range(-2.0, 1.2);
                }
                const std::vector<Path> paths = runs_of(race);
                for (std::size_t i = 0; i < paths.size(); ++i) {
                    const Look style = look(all_kinds[i]);
                    std::vector<double> values;
                    for (const Vector& w : paths[i])
                        values.push_back(race.f(w));
                    figure.line(indices(values.size()), values,
                                {.label = style.name,
                                 .color = style.color,
                                 .dash = style.dash,
                                 .width = 1.8});
                }
            }
        });
}

void valley_paths(Lab& lab)
{
    still(lab,
          {.name = "valley_paths",
           .caption = "The long valley, 240 steps from (−0.6, 1.4), high on its wall (×). Descent "
                      "falls to the floor and then creeps; momentum rushes across the floor and "
                      "up the other wall, again and again, but it gets there; Nesterov swings "
                      "less; the adaptive optimizers turn into the valley at once and follow its "
                      "floor.",
           .alt = "A contour map of the bent valley with seven paths. Momentum's path leaves the "
                  "valley floor on both sides before it settles; the others bend into the valley.",
           .source = "article D, comparison \"Long valley\""},
          valley_race());
}

void beale_paths(Lab& lab)
{
    still(lab,
          {.name = "beale_paths",
           .caption = "Beale's function, 120 steps from (1, 1.5). The start is steep: momentum "
                      "and Nesterov overshoot far below the valley of the minimum (+) and come "
                      "back in a bow; momentum overshoots the minimum too. The adaptive "
                      "optimizers take the corner.",
           .alt = "A contour map with seven paths from (1, 1.5) to the lowest point (3, 0.5). "
                  "Those of momentum and Nesterov dive far down and turn back.",
           .source = "article D, comparison \"Beale's Function\""},
          beale_race());
}

void saddle_paths(Lab& lab)
{
    still(lab,
          {.name = "saddle_paths",
           .caption =
               "The saddle, 60 steps from (1, 0.0001). Descent slides down into the saddle and "
               "sticks there; momentum and Nesterov swing from side to side until they have "
               R"(gathered enough speed along \f$ y \f$; Adagrad, RMSProp and Adam divide by the )"
               R"(small slope along \f$ y \f$ and leave at once.)",
           .alt = "A contour map of a saddle. One path ends in the middle; two swing to the left, "
                  "back, and then go up; the others bend upwards right away.",
           .source = "article D, comparison \"Saddle Point\""},
          saddle_race());
}

void valley_race(Lab& lab)
{
    animation(lab,
              {.name = "valley_race",
               .caption = "The race in the long valley, six steps a frame.",
               .alt = "Seven paths grow on the contour map: momentum swings across the valley, "
                      "the adaptive ones follow its floor, descent creeps.",
               .source = "article D, comparison \"Long valley\"",
               .animated = true},
              valley_race(), {2, 7, 20, 40});
}

void beale_race(Lab& lab)
{
    animation(lab,
              {.name = "beale_race",
               .caption = "The race on Beale's function, three steps a frame.",
               .alt = "Seven paths grow on the contour map: momentum and Nesterov dive past the "
                      "minimum's valley and return, the others take the corner.",
               .source = "article D, comparison \"Beale's Function\"",
               .animated = true},
              beale_race(), {2, 6, 14, 40});
}

void saddle_race(Lab& lab)
{
    animation(lab,
              {.name = "saddle_race",
               .caption = "The race on the saddle, three steps every two frames.",
               .alt = "Seven paths grow on the contour map: the adaptive ones leave upwards "
                      "first, then Nesterov and momentum after their swings; descent stays.",
               .source = "article D, comparison \"Saddle Point\"",
               .animated = true},
              saddle_race(), {6, 14, 22, 40});
}

} // namespace optimizers
