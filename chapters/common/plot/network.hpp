/// @file
/// What a Graph has been asked to draw, as plain data, and where its parts are placed.
#pragma once

#include "common/plot/graph.hpp"

#include <string>
#include <vector>

namespace workbook {

struct NetworkLayer {
    std::string title;
    std::vector<Node> nodes;
};

struct NetworkEdge {
    std::string from;
    std::string to;
    Edge edge;
};

struct Network {
    std::vector<NetworkLayer> layers = {};
    std::vector<NetworkEdge> edges = {};
    double layer_distance = 0.0; ///< pixels; 0: from the labels
    double unit_distance = 0.0;
};

/// A point in pixels; y grows downwards.
struct Point {
    double x = 0.0;
    double y = 0.0;
};

/// A rectangle: its centre, half its width and half its height.
struct Box {
    Point centre;
    double half_width = 0.0;
    double half_height = 0.0;
};

struct PlacedNode {
    Node node;
    Point position;
    double radius = 0.0;
    Point bias = {};      ///< of the small node, if there is a bias
    Point bias_text = {}; ///< where the bias' number is anchored
    Align bias_align = Align::left;
    Point note = {}; ///< where the note is anchored
    Align note_align = Align::centre;
};

struct PlacedEdge {
    NetworkEdge edge;
    Point from; ///< centres of its units
    Point to;
    Point label = {}; ///< centre of the label
};

/// The title of a layer, and where it is anchored at the middle of its height.
struct PlacedTitle {
    std::string text;
    Point position;
    Align align = Align::centre;
    bool over_edges = false; ///< it needs a background
};

/// A network with a position for everything.
struct Layout {
    std::vector<PlacedNode> nodes;
    std::vector<PlacedEdge> edges;
    std::vector<PlacedTitle> titles; ///< one for each layer
};

/// Layers from left to right, or from top to bottom as on a phone.
enum class Direction { rightwards, downwards };
Layout layout(const Network& network, Direction direction = Direction::rightwards);

/// How much room a text takes about its centre.
Box text_box(const std::string& text, const Point& centre);

/// Puts every label at the place on its edge where it is clear of other labels, units and edges.
void place_labels(Layout& layout);

inline constexpr double bias_radius = 10.0;
inline constexpr double graph_font_size = 13.0;
inline constexpr double graph_line_height = 1.4 * graph_font_size;

} // namespace workbook
