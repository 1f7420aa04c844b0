// The tables of chapter 6 about what learning makes of a start: equal units, the deep network, and
// descent from many starts.
#include "experiments.hpp"
#include "lab_parts.hpp"

#include <cmath>
#include <cstddef>
#include <vector>

namespace initialization {

void equal_update(Lab& lab)
{
    const std::vector<Layer> before = equal_layers({2, 2, 1}, 0.5);
    const std::vector<Layer> after = descend(before, Matrix{{0.6, -0.4}}, Matrix{{0.9}}, 0.5);
    auto table = lab.table("equal_update", {"hidden unit",
                                            {"weight from x1", "%.12f"},
                                            {"from x2", "%.12f"},
                                            {"bias", "%.12f"},
                                            {"weight into the output", "%.12f"}});
    for (std::size_t j = 0; j < 2; ++j)
        table.row(j + 1, after[0].W(0, j), after[0].W(1, j), after[0].b(j), after[1].W(j, 0));
    lab.value("equal_update_spread", unit_spread(after[0].W));
}

void equal_training(Lab& lab)
{
    const Run equal = xor_run(nearly_equal(0.0), 4000);
    const Run moved = xor_run(nearly_equal(0.01), 4000);
    auto table = lab.table("equal_training",
                           {"epoch", "equal: spread, in", "equal: spread, out", "equal: error",
                            "nearly equal: spread, in", "nearly equal: error"});
    for (std::size_t epoch : {0, 1, 100, 500, 1000, 2000, 4000})
        table.row(epoch, equal.spread[epoch], equal.outgoing[epoch], equal.error[epoch],
                  moved.spread[epoch], moved.error[epoch]);
}

void learning(Lab& lab)
{
    auto table = lab.table("learning", {"weights",
                                        "units",
                                        {"error at the start", "%.4g"},
                                        {"error after 300 epochs", "%.4g"},
                                        {"right among new points", "%.3f"}});
    for (Activation f : {Activation::tanh, Activation::relu})
        for (const Start& start : starts()) {
            const Lesson lesson = learn(start.draw, f);
            table.row(start.name, f == Activation::tanh ? "tanh" : "ReLU", lesson.errors.front(),
                      lesson.errors.back(), lesson.right_elsewhere);
        }
}

void ends_of_descent(Lab& lab)
{
    auto table = lab.table("ends_of_descent",
                           {"cost", "starts", {"u", "%.4f"}, {"v", "%.4f"}, {"E", "%.4f"}});
    const Matrix bowl_ends = descend_from(bowl_slope, plane_starts(), plane_eta, plane_steps);
    const Matrix hilly_ends = descend_from(hilly_slope, plane_starts(), plane_eta, plane_steps);
    for (const Point& point : points(bowl_ends))
        table.row("convex", point.count, point.u, point.v, bowl(point.u, point.v));
    int best = 0;
    double lowest = 1e9;
    for (const Point& point : points(hilly_ends)) {
        table.row("four valleys", point.count, point.u, point.v, hills(point.u, point.v));
        if (hills(point.u, point.v) < lowest) {
            lowest = hills(point.u, point.v);
            best = point.count;
        }
    }
    lab.value("bowl_points", distinct_points(bowl_ends, 1e-3));
    lab.value("hilly_points", distinct_points(hilly_ends, 1e-3));
    lab.value("hilly_best", best);
    lab.value("hilly_missed", plane_count - best);
}

void bowl_eta(Lab& lab)
{
    const double lowest = 0.682327803828; // u = v at the lowest point of the convex cost
    auto table = lab.table("bowl_eta", {"η", "starts that arrive", "starts that do not"});
    for (double eta : {0.05, 0.12, 0.2, 0.4, 0.6}) {
        const Matrix ends = descend_from(bowl_slope, plane_starts(), eta, plane_steps);
        int arrived = 0;
        for (std::size_t n = 0; n < ends.shape(0); ++n)
            arrived += std::hypot(ends(n, 0) - lowest, ends(n, 1) - lowest) < 1e-3 ? 1 : 0;
        table.row(eta, arrived, plane_count - arrived);
    }
}

} // namespace initialization
