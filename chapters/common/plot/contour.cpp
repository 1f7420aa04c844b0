#include "common/plot/contour.hpp"

#include <array>
#include <cmath>
#include <map>
#include <optional>

namespace workbook {

namespace {

// Every crossing lies on an edge of the grid and is identified by the edge's number, so the
// segments of neighbouring cells join exactly.
using GridEdge = std::size_t;

struct Crossings {
    const Plane& plane;
    const Numbers& values;
    double level;
    const std::function<bool(double, double)>& above_at;
    Numbers xs = plane.xs();
    Numbers ys = plane.ys();

    std::size_t node(std::size_t row, std::size_t column) const
    {
        return row * plane.samples + column;
    }
    bool above(std::size_t node) const { return values[node] > level; }

    // Edge 2n goes right from node n, edge 2n + 1 goes up.
    std::pair<double, double> point(GridEdge edge) const
    {
        const std::size_t from = edge / 2;
        const std::size_t to = edge % 2 == 0 ? from + 1 : from + plane.samples;
        const std::size_t n = plane.samples;
        const auto between = [&](double fraction) {
            const auto mix = [fraction](double a, double b) { return a + fraction * (b - a); };
            return std::pair{mix(xs[from % n], xs[to % n]), mix(ys[from / n], ys[to / n])};
        };
        if (!above_at)
            return between((level - values[from]) / (values[to] - values[from]));
        double low = 0.0, high = 1.0;
        for (int halving = 0; halving < 12; ++halving) {
            const double middle = 0.5 * (low + high);
            const auto [x, y] = between(middle);
            (above_at(x, y) == above(from) ? low : high) = middle;
        }
        return between(0.5 * (low + high));
    }
};

using Segment = std::pair<GridEdge, GridEdge>;

std::vector<Segment> segments(const Crossings& crossings)
{
    std::vector<Segment> result;
    const std::size_t n = crossings.plane.samples;
    for (std::size_t row = 0; row + 1 < n; ++row) {
        for (std::size_t column = 0; column + 1 < n; ++column) {
            // Corners counter-clockwise from lower left, and the edge that follows each.
            const std::array corners{crossings.node(row, column), crossings.node(row, column + 1),
                                     crossings.node(row + 1, column + 1),
                                     crossings.node(row + 1, column)};
            const std::array<GridEdge, 4> edges{2 * corners[0], 2 * corners[1] + 1, 2 * corners[3],
                                                2 * corners[0] + 1};
            bool finite = true;
            double mean = 0.0;
            for (const std::size_t corner : corners) {
                finite = finite && std::isfinite(crossings.values[corner]);
                mean += crossings.values[corner] / 4.0;
            }
            if (!finite)
                continue;
            std::vector<GridEdge> crossed;
            for (std::size_t i = 0; i < 4; ++i)
                if (crossings.above(corners[i]) != crossings.above(corners[(i + 1) % 4]))
                    crossed.push_back(edges[i]);
            if (crossed.size() == 2)
                result.emplace_back(crossed[0], crossed[1]);
            if (crossed.size() == 4) {
                // A saddle is ambiguous: the value in the middle of the cell decides which corners
                // are cut off.
                const bool cut_first = crossings.above(corners[0]) != (mean > crossings.level);
                if (cut_first) {
                    result.emplace_back(crossed[3], crossed[0]);
                    result.emplace_back(crossed[1], crossed[2]);
                } else {
                    result.emplace_back(crossed[0], crossed[1]);
                    result.emplace_back(crossed[2], crossed[3]);
                }
            }
        }
    }
    return result;
}

// For every crossed edge, where the segments lead that end on it and are not joined yet.
class Ends {
public:
    explicit Ends(const std::vector<Segment>& segments)
    {
        for (const auto& [from, to] : segments) {
            neighbours_[from].push_back(to);
            neighbours_[to].push_back(from);
        }
    }

    // An end of an open line if one is left, else any edge on a closed line.
    std::optional<GridEdge> start() const
    {
        std::optional<GridEdge> any;
        for (const auto& [edge, others] : neighbours_) {
            if (others.size() == 1)
                return edge;
            if (!others.empty() && !any)
                any = edge;
        }
        return any;
    }

    std::optional<GridEdge> take_neighbour(GridEdge edge)
    {
        auto& others = neighbours_[edge];
        if (others.empty())
            return std::nullopt;
        const GridEdge next = others.back();
        others.pop_back();
        auto& back = neighbours_[next];
        for (auto it = back.begin(); it != back.end(); ++it) {
            if (*it == edge) {
                back.erase(it);
                break;
            }
        }
        return next;
    }

private:
    std::map<GridEdge, std::vector<GridEdge>> neighbours_;
};

/// How far a point is from the line through two others, in fractions of the plane's sides.
double distance(const Plane& plane, const Polyline::value_type& point,
                const Polyline::value_type& from, const Polyline::value_type& to)
{
    const double width = plane.x_to - plane.x_from;
    const double height = plane.y_to - plane.y_from;
    const double dx = (to.first - from.first) / width;
    const double dy = (to.second - from.second) / height;
    const double px = (point.first - from.first) / width;
    const double py = (point.second - from.second) / height;
    const double length = std::hypot(dx, dy);
    return length == 0.0 ? std::hypot(px, py) : std::abs(px * dy - py * dx) / length;
}

/// Keeps those points between two of them without which the line would be seen to move (Ramer's
/// and Douglas and Peucker's method).
void mark_needed(const Plane& plane, const Polyline& line, std::size_t from, std::size_t to,
                 std::vector<bool>& needed)
{
    constexpr double visible = 1.0 / 4000.0;
    double farthest = visible;
    std::size_t at = from;
    for (std::size_t i = from + 1; i < to; ++i) {
        const double away = distance(plane, line[i], line[from], line[to]);
        if (away > farthest) {
            farthest = away;
            at = i;
        }
    }
    if (at == from)
        return;
    needed[at] = true;
    mark_needed(plane, line, from, at, needed);
    mark_needed(plane, line, at, to, needed);
}

Polyline thinned(const Plane& plane, const Polyline& line)
{
    std::vector<bool> needed(line.size(), false);
    needed.front() = needed.back() = true;
    mark_needed(plane, line, 0, line.size() - 1, needed);
    Polyline result;
    for (std::size_t i = 0; i < line.size(); ++i)
        if (needed[i])
            result.push_back(line[i]);
    return result;
}

} // namespace

std::vector<Polyline> contour_lines(const Plane& plane, const Numbers& values, double level,
                                    const std::function<bool(double, double)>& above)
{
    const Crossings crossings{plane, values, level, above};
    Ends ends(segments(crossings));
    std::vector<Polyline> result;
    while (const auto start = ends.start()) {
        Polyline line{crossings.point(*start)};
        for (auto next = ends.take_neighbour(*start); next; next = ends.take_neighbour(*next))
            line.push_back(crossings.point(*next));
        result.push_back(thinned(plane, line));
    }
    return result;
}

} // namespace workbook
