#include "common/plot/network.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace workbook {

namespace {

constexpr double line_height = 1.4 * graph_font_size;

Box text_box(const std::string& text, const Point& centre)
{
    if (text.empty())
        return {centre, 0.0, 0.0};
    const auto lines = static_cast<double>(1 + std::count(text.begin(), text.end(), '\n'));
    return {centre, 0.5 * text_width(text, graph_font_size) + 4.0, 0.5 * lines * line_height + 1.0};
}

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

// All circles of one drawing are equally large.
double radius_for(const Network& network)
{
    double radius = 0.0;
    bool labelled = false;
    for (const NetworkLayer& layer : network.layers) {
        for (const Node& node : layer.nodes) {
            labelled = labelled || !node.label.empty() || !node.value.empty();
            const double two_lines = node.value.empty() ? 0.0 : 5.0;
            radius = std::max(radius, 0.5 * text_width(node.label, graph_font_size) + 7.0);
            radius =
                std::max(radius, 0.5 * text_width(node.value, graph_font_size) + 5.0 + two_lines);
        }
    }
    return labelled ? std::max(radius, 21.0) : 13.0;
}

struct Distances {
    double layer;
    double unit;
};

Distances distances_for(const Network& network, double radius)
{
    double widest = 0.0;
    double tallest = 0.0;
    for (const NetworkEdge& edge : network.edges) {
        const Box box = text_box(edge.edge.label, {});
        widest = std::max(widest, 2.0 * box.half_width);
        tallest = std::max(tallest, 2.0 * box.half_height);
    }
    bool crowded = false; // biases or notes between units
    std::size_t most_units = 1;
    double bias_width = 0.0;
    for (const NetworkLayer& layer : network.layers) {
        most_units = std::max(most_units, layer.nodes.size());
        for (const Node& node : layer.nodes) {
            crowded = crowded || (!node.bias.empty() && layer.nodes.size() > 2) ||
                      (!node.note.empty() && layer.nodes.size() > 1);
            if (!node.bias.empty())
                bias_width = std::max(bias_width, 2.0 * text_box(node.bias, {}).half_width);
        }
    }
    Distances result{};
    result.unit = 2.0 * radius + 16.0;
    if (widest > 0.0)
        result.unit = std::max(2.0 * radius + 56.0 + tallest, 2.5 * tallest + 60.0);
    if (crowded)
        result.unit = std::max(result.unit, 2.0 * radius + 76.0);
    result.layer = 2.0 * radius + (widest > 0.0 ? std::max(2.2 * widest, widest + 70.0) : 90.0);
    result.layer = std::max(result.layer, bias_width + 2.0 * radius + 40.0);
    if (network.layer_distance > 0.0)
        result.layer = network.layer_distance;
    if (network.unit_distance > 0.0)
        result.unit = network.unit_distance;
    return result;
}

// The bias of an upper unit is above it, that of a lower unit below it. Its note is on the other
// side; in the first and the last layer, it is outside of the network.
void place_extras(PlacedNode& placed, bool upper, bool first, bool last)
{
    const double side = upper ? -1.0 : 1.0;
    placed.bias = {placed.position.x,
                   placed.position.y + side * (placed.radius + 30.0 + bias_radius)};
    placed.bias_text = {placed.bias.x + bias_radius + 7.0, placed.bias.y};
    const double room = placed.radius + 8.0;
    if (last) {
        placed.note = {placed.position.x + room, placed.position.y};
        placed.note_align = Align::left;
    } else if (first) {
        placed.note = {placed.position.x - room, placed.position.y};
        placed.note_align = Align::right;
    } else {
        const double below = placed.radius + 0.5 * line_height + 3.0;
        placed.note = {placed.position.x, placed.position.y - side * below};
    }
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
            text.centre.x += text.half_width;
            boxes.push_back(text);
        }
        if (!placed.node.note.empty())
            boxes.push_back(text_box(placed.node.note, placed.note));
    }
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

// Moves one label after another to the best position on its edge, until none moves any more.
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

} // namespace

Layout layout(const Network& network)
{
    Layout result;
    std::map<std::string, Point> positions;
    const double radius = radius_for(network);
    const Distances distance = distances_for(network, radius);
    double highest = 0.0;
    for (std::size_t l = 0; l < network.layers.size(); ++l) {
        const auto& nodes = network.layers[l].nodes;
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            PlacedNode placed;
            placed.node = nodes[i];
            placed.radius = radius;
            const double middle = (static_cast<double>(nodes.size()) - 1.0) / 2.0;
            placed.position = {static_cast<double>(l) * distance.layer,
                               (static_cast<double>(i) - middle) * distance.unit};
            const bool upper = nodes.size() != 2 || i == 0;
            place_extras(placed, upper, l == 0, l + 1 == network.layers.size());
            positions[nodes[i].id] = placed.position;
            highest = std::min(highest, placed.position.y - radius);
            if (!nodes[i].bias.empty() && upper)
                highest = std::min(highest, placed.bias.y - bias_radius);
            result.nodes.push_back(std::move(placed));
        }
        result.titles.push_back({static_cast<double>(l) * distance.layer, 0.0});
    }
    for (Point& title : result.titles)
        title.y = highest - 10.0;
    for (const NetworkEdge& edge : network.edges)
        result.edges.push_back({edge, positions.at(edge.from), positions.at(edge.to)});
    place_labels(result);
    return result;
}

} // namespace workbook
