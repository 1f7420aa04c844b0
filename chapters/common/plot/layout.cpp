#include "common/plot/network.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace workbook {

Box text_box(const std::string& text, const Point& centre)
{
    if (text.empty())
        return {centre, 0.0, 0.0};
    const auto lines = static_cast<double>(1 + std::count(text.begin(), text.end(), '\n'));
    return {centre, 0.5 * text_width(text, graph_font_size) + 4.0,
            0.5 * lines * graph_line_height + 1.0};
}

namespace {

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
        const double below = placed.radius + 0.5 * graph_line_height + 3.0;
        placed.note = {placed.position.x, placed.position.y - side * below};
    }
}

Layout rightwards(const Network& network)
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
        result.titles.push_back(
            {network.layers[l].title, {static_cast<double>(l) * distance.layer, 0.0}});
    }
    for (std::size_t l = 0; l < network.layers.size(); ++l) {
        const std::string& title = network.layers[l].title;
        const auto breaks = std::count(title.begin(), title.end(), '\n');
        result.titles[l].position.y =
            highest - 10.0 - 0.65 * graph_font_size * static_cast<double>(1 + breaks);
    }
    for (const NetworkEdge& edge : network.edges)
        result.edges.push_back({edge, positions.at(edge.from), positions.at(edge.to)});
    place_labels(result);
    return result;
}

constexpr double screen = 338.0; // what a phone has for a network

/// The widest of the layers' titles.
double title_width(const Network& network)
{
    double widest = 0.0;
    for (const NetworkLayer& layer : network.layers)
        widest = std::max(widest, text_width(layer.title, graph_font_size));
    return widest;
}

// A title in lines that are no wider, as far as that can be: it breaks outside of parentheses only.
std::string in_lines(const std::string& title, double width)
{
    std::string lines;
    std::string line;
    std::string part;
    const auto end_part = [&](char separator) {
        if (!line.empty() && text_width(line + ' ' + part, graph_font_size) > width) {
            lines += line + '\n';
            line = part;
        } else {
            line += (line.empty() ? "" : " ") + part;
        }
        part.clear();
        if (separator == '\n') {
            lines += line + '\n';
            line.clear();
        }
    };
    int depth = 0;
    for (const char c : title) {
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        if (c == '\n' || (c == ' ' && depth == 0))
            end_part(c);
        else
            part += c;
    }
    end_part(' ');
    return lines + line;
}

// Left of a layer's only unit, between its two, or, where that is too narrow, below the last layer
// and above any other.
PlacedTitle title_between(const NetworkLayer& layer, bool first, bool last, double y, double unit,
                          double radius)
{
    const double width = text_width(layer.title, graph_font_size);
    const bool notes = std::any_of(layer.nodes.begin(), layer.nodes.end(),
                                   [](const Node& node) { return !node.note.empty(); });
    if (layer.nodes.size() == 1 && !first && width < 0.5 * screen - radius - 14.0)
        return {layer.title, {-radius - 12.0, y}, Align::right};
    const double gap = unit - 2.0 * radius - 10.0;
    const std::string narrow = last ? layer.title : in_lines(layer.title, gap);
    if (layer.nodes.size() == 2 && !notes && text_width(narrow, graph_font_size) < gap)
        return {narrow, {0.0, y}};
    const auto breaks = std::count(layer.title.begin(), layer.title.end(), '\n');
    const double away = radius + 10.0 + 0.65 * graph_font_size * static_cast<double>(1 + breaks);
    if (last && !notes)
        return {layer.title, {0.0, y + away}};
    return {layer.title, {0.0, y - away}, Align::centre, !first};
}

struct DownwardDistances {
    double unit;
    double layer;
    bool titles_beside; ///< left of the layers, in a column
    double half_width;  ///< of the widest layer
};

// Units as far apart as labels need and the screen allows.
DownwardDistances downward_distances(const Network& network, double radius)
{
    double label = 0.0;
    for (const NetworkEdge& edge : network.edges)
        label = std::max(label, 2.0 * text_box(edge.edge.label, {}).half_width);
    std::size_t most_units = 1;
    for (const NetworkLayer& layer : network.layers)
        most_units = std::max(most_units, layer.nodes.size());
    const bool labelled = label > 0.0;
    const double gaps = static_cast<double>(most_units) - 1.0;
    const double title = title_width(network);

    DownwardDistances result{};
    const double least = 2.0 * radius + (labelled ? 100.0 : 8.0);
    result.titles_beside =
        title + 16.0 + 2.0 * radius + gaps * least < screen && (!labelled || most_units == 1);
    const double beside = result.titles_beside ? title + 16.0 : std::max(0.0, label - 2.0 * radius);
    const double most = (screen - 2.0 * radius - 4.0 - beside) / std::max(gaps, 1.0);
    const double wanted = labelled
                              ? std::max(distances_for(network, radius).unit, 2.0 * radius + 96.0)
                              : 2.0 * radius + 16.0;
    result.unit = std::min(most, wanted);
    result.half_width = radius + 0.5 * gaps * result.unit;
    const double room_for_labels = !labelled ? 44.0 : most_units > 1 ? 132.0 : 64.0;
    const double room_for_titles = result.titles_beside || title == 0.0 ? 0.0 : 34.0;
    result.layer = 2.0 * radius + room_for_labels + room_for_titles;
    return result;
}

// Units of a layer side by side, layers below each other.
Layout downwards(const Network& network)
{
    Layout result;
    const double radius = radius_for(network);
    const auto [unit, layer_distance, titles_beside, half_width] =
        downward_distances(network, radius);
    std::map<std::string, Point> positions;
    for (std::size_t l = 0; l < network.layers.size(); ++l) {
        const auto& nodes = network.layers[l].nodes;
        const double y = static_cast<double>(l) * layer_distance;
        const double middle = (static_cast<double>(nodes.size()) - 1.0) / 2.0;
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            PlacedNode placed;
            placed.node = nodes[i];
            placed.radius = radius;
            placed.position = {(static_cast<double>(i) - middle) * unit, y};
            // The bias is outside of the network, its number above it; a note is below the outputs
            // and between the other units.
            const double side = nodes.size() == 2 && i == 0 ? -1.0 : 1.0;
            placed.bias = {placed.position.x + side * (radius + 26.0 + bias_radius), y};
            placed.bias_text = {placed.bias.x, y - bias_radius - 0.6 * graph_line_height};
            placed.bias_align = Align::centre;
            if (l + 1 == network.layers.size()) {
                placed.note = {placed.position.x, y + radius + 0.7 * graph_line_height};
            } else {
                const double inwards = nodes.size() == 1 ? 1.0 : -side;
                placed.note = {placed.position.x + inwards * (radius + 8.0), y};
                placed.note_align = inwards > 0.0 ? Align::left : Align::right;
            }
            positions[nodes[i].id] = placed.position;
            result.nodes.push_back(std::move(placed));
        }
        if (titles_beside)
            result.titles.push_back(
                {network.layers[l].title, {-half_width - 14.0, y}, Align::right});
        else
            result.titles.push_back(title_between(network.layers[l], l == 0,
                                                  l + 1 == network.layers.size(), y, unit, radius));
    }
    for (const NetworkEdge& edge : network.edges)
        result.edges.push_back({edge, positions.at(edge.from), positions.at(edge.to)});
    place_labels(result);
    return result;
}

} // namespace

Layout layout(const Network& network, Direction direction)
{
    return direction == Direction::rightwards ? rightwards(network) : downwards(network);
}

} // namespace workbook
