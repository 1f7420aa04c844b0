// The tables of chapter 7 about the races over the test functions.
#include "experiments.hpp"
#include "lab_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

namespace optimizers {
namespace {

/// The smallest coordinate i on a path.
double lowest(const Path& path, std::size_t i)
{
    const Numbers values = column(path, i);
    return *std::min_element(values.begin(), values.end());
}

double highest(const Path& path, std::size_t i)
{
    const Numbers values = column(path, i);
    return *std::max_element(values.begin(), values.end());
}

} // namespace

void race_rates(Lab& lab)
{
    auto table = lab.table("race_rates", {"", "long valley", "Beale's function", "saddle"});
    const std::vector<Race> races = all_races();
    table.row("start (x, y)", races[0].start, races[1].start, races[2].start);
    table.row("steps", races[0].steps, races[1].steps, races[2].steps);
    for (std::size_t i = 0; i < all_kinds.size(); ++i)
        table.row(fmt::format("η of {}", look(all_kinds[i]).name), races[0].etas[i],
                  races[1].etas[i], races[2].etas[i]);
}

void race_results(Lab& lab)
{
    auto table = lab.table("race_results", {"optimizer",
                                            {"valley, f at the end", "%.2e"},
                                            {"Beale, f at the end", "%.2e"},
                                            {"saddle, first step with |y| > 1", "%.0f"}});
    const std::vector<Path> in_valley = runs_of(valley_race());
    const std::vector<Path> on_beale = runs_of(beale_race());
    const std::vector<Path> on_saddle = runs_of(saddle_race());
    for (std::size_t i = 0; i < all_kinds.size(); ++i) {
        const Path& path = on_saddle[i];
        const auto left = std::find_if(path.begin(), path.end(),
                                       [](const Vector& w) { return std::abs(w(1)) > 1.0; });
        const auto step = left - path.begin();
        table.row(look(all_kinds[i]).name, valley(in_valley[i].back()), beale(on_beale[i].back()),
                  left == path.end() ? std::string("not in 60") : std::to_string(step));
    }
}

void farthest_places(Lab& lab)
{
    const auto path = [](Kind kind, const Race& race) {
        return run(kind, race.gradient, race.start, race.etas[static_cast<std::size_t>(kind)],
                   race.steps);
    };
    const double descended = valley(path(Kind::descent, valley_race()).back());
    const double carried = valley(path(Kind::momentum, valley_race()).back());
    lab.value("valley_descent_end", descended, "%.2f");
    lab.value("valley_momentum_end", carried, "%.4f");
    lab.value("valley_ratio", descended / carried, "%.0f");
    lab.value("valley_momentum_low", lowest(path(Kind::momentum, valley_race()), 1), "%.2f");
    lab.value("beale_momentum_low", lowest(path(Kind::momentum, beale_race()), 1), "%.2f");
    lab.value("beale_momentum_right", highest(path(Kind::momentum, beale_race()), 0), "%.2f");
    lab.value("beale_nesterov_low", lowest(path(Kind::nesterov, beale_race()), 1), "%.2f");
    lab.value("saddle_momentum_left", lowest(path(Kind::momentum, saddle_race()), 0), "%.2f");
    lab.value("saddle_descent_y", path(Kind::descent, saddle_race()).back()(1), "%.4f");
}

} // namespace optimizers
