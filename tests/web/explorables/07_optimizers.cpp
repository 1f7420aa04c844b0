// Chapter 7 under the reader's hand: a race of optimizers from any start.
#include "experiments.hpp"
#include "explorables/exchange.hpp"

#include "common/plot/contour.hpp"

namespace {

using namespace optimizers;

/// The races of the text in their order: valley, Beale's function, saddle.
const Race& race_with(std::size_t number)
{
    static const std::vector<Race> races = all_races();
    return races.at(number);
}

} // namespace

/// How a race of the text is set up: start, part of the plane, steps; for each optimizer its
/// learning rate and the fraction that it keeps, 0 if it keeps none; and the lowest point, if there
/// is one.
EXPLORE(race_setup)
{
    const Race& race = race_with(in.count());
    out.add(race.start);
    for (const double end :
         {race.plane.x_from, race.plane.x_to, race.plane.y_from, race.plane.y_to}) {
        out.add(end);
    }
    out.add(static_cast<double>(race.steps));
    for (const double eta : race.etas) {
        out.add(eta);
    }
    out.add(Vector{0.0, alpha, alpha, 0.0, gamma_rmsprop, gamma_adadelta, beta_1});
    out.add(race.goal);
}

/// The lines of its map: for each its level, how many points it has, and the points.
EXPLORE(race_map)
{
    const Race& race = race_with(in.count());
    const Matrix points = race.plane.points();
    std::vector<double> values;
    for (std::size_t n = 0; n < points.shape(0); ++n) {
        values.push_back(race.f({points(n, 0), points(n, 1)}));
    }
    for (const auto& levels : {race.levels_below, race.levels}) {
        for (const double level : levels) {
            for (const auto& line : workbook::contour_lines(race.plane, values, level)) {
                out.add(level);
                out.add(static_cast<double>(line.size()));
                for (const auto& [x, y] : line) {
                    out.add(x);
                    out.add(y);
                }
            }
        }
    }
}

/// One optimizer's way: after every step the point and the function's value there.
EXPLORE(race_path)
{
    const Race& race = race_with(in.count());
    const Kind kind = all_kinds.at(in.count());
    const Vector start = in.vector(2);
    const double eta = in.number();
    const std::size_t steps = in.count();
    const double kept = in.number();
    for (const Vector& w :
         run(kind, race.gradient, start, eta, steps, {kept, kept, kept, kept, beta_2})) {
        out.add(w);
        out.add(race.f(w));
    }
}
