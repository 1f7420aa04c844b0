#include "common/plot/network.hpp"

#include <algorithm>
#include <cmath>

namespace workbook {

namespace {

double overlap(const Box& a, const Box& b)
{
    const double x = a.half_width + b.half_width - std::abs(a.centre.x - b.centre.x);
    const double y = a.half_height + b.half_height - std::abs(a.centre.y - b.centre.y);
    return x > 0.0 && y > 0.0 ? x * y : 0.0;
}

// The length of that part of the segment from a to b which is inside the box (Liang–Barsky
// clipping).
double length_inside(const Point& a, const Point& b, const Box& box)
{
    double enter = 0.0, leave = 1.0;
    const auto clip = [&](double start, double step, double low, double high) {
        if (step == 0.0) {
            if (start < low || start > high)
                leave = -1.0;
            return;
        }
        const double first = (low - start) / step;
        const double second = (high - start) / step;
        enter = std::max(enter, std::min(first, second));
        leave = std::min(leave, std::max(first, second));
    };
    clip(a.x, b.x - a.x, box.centre.x - box.half_width, box.centre.x + box.half_width);
    clip(a.y, b.y - a.y, box.centre.y - box.half_height, box.centre.y + box.half_height);
    return std::max(0.0, leave - enter) * std::hypot(b.x - a.x, b.y - a.y);
}

Point along(const PlacedEdge& edge, double fraction)
{
    return {edge.from.x + fraction * (edge.to.x - edge.from.x),
            edge.from.y + fraction * (edge.to.y - edge.from.y)};
}

// What a label must not cover.
std::vector<Box> obstacles(const Layout& layout)
{
    std::vector<Box> boxes;
    for (const PlacedNode& placed : layout.nodes) {
        boxes.push_back({placed.position, placed.radius + 9.0, placed.radius + 4.0});
        if (!placed.node.bias.empty()) {
            boxes.push_back({placed.bias, bias_radius + 2.0, bias_radius + 2.0});
            Box text = text_box(placed.node.bias, placed.bias_text);
            if (placed.bias_align == Align::left)
                text.centre.x += text.half_width;
            boxes.push_back(text);
        }
        if (!placed.node.note.empty())
            boxes.push_back(text_box(placed.node.note, placed.note));
    }
    for (const PlacedTitle& title : layout.titles)
        if (title.over_edges)
            boxes.push_back(text_box(title.text, title.position));
    return boxes;
}

double cost(const Layout& layout, const std::vector<Box>& obstacles, std::size_t index,
            double fraction)
{
    const PlacedEdge& own = layout.edges[index];
    const Box box = text_box(own.edge.edge.label, along(own, fraction));
    // A label near the tail of its edge clearly belongs to one unit.
    double result = 3.0 * std::abs(fraction - 0.35);
    for (const Box& obstacle : obstacles)
        result += 3.0 * overlap(box, obstacle);
    for (std::size_t other = 0; other < layout.edges.size(); ++other) {
        if (other == index)
            continue;
        const PlacedEdge& edge = layout.edges[other];
        result += length_inside(edge.from, edge.to, box);
        if (!edge.edge.edge.label.empty())
            result += 2.0 * overlap(box, text_box(edge.edge.edge.label, edge.label));
    }
    return result;
}

} // namespace

// One label after another moves to the best position on its edge, until none moves any more.
void place_labels(Layout& layout)
{
    const std::vector<Box> fixed = obstacles(layout);
    for (PlacedEdge& edge : layout.edges)
        edge.label = along(edge, 0.35);
    for (int round = 0; round < 20; ++round) {
        bool moved = false;
        for (std::size_t i = 0; i < layout.edges.size(); ++i) {
            if (layout.edges[i].edge.edge.label.empty())
                continue;
            double best = 0.35;
            double best_cost = cost(layout, fixed, i, best);
            for (int step = 15; step <= 85; ++step) {
                const double fraction = step / 100.0;
                const double here = cost(layout, fixed, i, fraction);
                if (here < best_cost - 1e-9) {
                    best = fraction;
                    best_cost = here;
                }
            }
            const Point position = along(layout.edges[i], best);
            moved = moved || position.x != layout.edges[i].label.x ||
                    position.y != layout.edges[i].label.y;
            layout.edges[i].label = position;
        }
        if (!moved)
            return;
    }
}

} // namespace workbook
