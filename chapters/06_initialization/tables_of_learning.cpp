// The tables of chapter 6 about what learning makes of a start: equal units, the deep network, and
// descent from many starts.
#include "experiments.hpp"
#include "lab_parts.hpp"

#include <algorithm>
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

void flat_points(Lab& lab)
{
    // Newton's method on the slope, from a grid, finds every point where it is 0.
    auto table = lab.table("flat_points", {{"u", "%.4f"}, {"v", "%.4f"}, {"E", "%.4f"}, "is a"});
    std::vector<Point> found;
    for (int i = -8; i <= 8; ++i)
        for (int j = -8; j <= 8; ++j) {
            double u = 0.25 * i, v = 0.25 * j;
            for (int step = 0; step < 50; ++step) {
                const Matrix slope = hilly_slope(Matrix{{u, v}});
                const double a = 3.0 * u * u - 2.0, c = 3.0 * v * v - 2.0, b = 0.25;
                const double determinant = a * c - b * b;
                u -= (c * slope(0, 0) - b * slope(0, 1)) / determinant;
                v -= (a * slope(0, 1) - b * slope(0, 0)) / determinant;
            }
            const bool known = std::any_of(found.begin(), found.end(), [&](const Point& point) {
                return std::hypot(point.u - u, point.v - v) < 1e-6;
            });
            if (!known && xt::sum(xt::abs(hilly_slope(Matrix{{u, v}})))() < 1e-9)
                found.push_back({u, v, 0});
        }
    std::sort(found.begin(), found.end(),
              [](const Point& p, const Point& q) { return hills(p.u, p.v) < hills(q.u, q.v); });
    for (const auto& [u, v, count] : found) {
        const double a = 3.0 * u * u - 2.0, c = 3.0 * v * v - 2.0;
        table.row(u, v, hills(u, v), a * c < 0.0625 ? "saddle" : a > 0.0 ? "minimum" : "maximum");
    }
    lab.value("flat_count", found.size());
}

void momentum_and_valleys(Lab& lab)
{
    auto table = lab.table("momentum_and_valleys", {"α", "starts that find the lowest valley",
                                                    "that end in another", "valleys"});
    for (const double alpha : {0.0, 0.5, 0.9}) {
        Matrix P = plane_starts();
        Matrix V = xt::zeros_like(P);
        for (int step = 0; step < 2000; ++step) {
            V = alpha * V - plane_eta * hilly_slope(P);
            P += V;
        }
        int best = 0;
        double lowest = 1e9;
        const std::vector<Point> ends = points(P);
        for (const Point& point : ends)
            if (hills(point.u, point.v) < lowest) {
                lowest = hills(point.u, point.v);
                best = point.count;
            }
        table.row(alpha, best, plane_count - best, ends.size());
        if (alpha == 0.9)
            lab.value("momentum_missed", plane_count - best);
    }
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
