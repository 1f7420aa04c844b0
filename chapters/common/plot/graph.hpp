/// @file
/// Graph: drawings of networks, layers from left to right, laid out by Graphviz.
///
///     lab.graph({.name = "xor_network", .caption = "…", .alt = "…", .source = "deck A"},
///               [&](Graph& graph) {
///                   graph.layer("inputs", {{"x1", "x_{1}"}, {"x2", "x_{2}"}});
///                   graph.layer("hidden", {{.id = "h1", .label = "h_{1}", .bias = "3"},
///                                          {.id = "h2", .label = "h_{2}", .bias = "-1"}});
///                   graph.layer("output", {{.id = "y", .label = "y", .bias = "-1"}});
///                   graph.edge("x1", "h1", {.label = "-2", .value = -2.0});
///                   …
///               });
///
/// Text is written as in figures: `_{…}` is a subscript.
#pragma once

#include "common/plot/style.hpp"

#include <cstddef>
#include <limits>
#include <memory>
#include <string>
#include <vector>

namespace workbook {

struct Network; // what has been drawn so far (graph.cpp)

/// How strongly something is shown.
enum class Emphasis {
    normal,
    strong, ///< vermilion and thick: what this drawing is about
    second, ///< blue and thick: a second thing
    faint   ///< light grey: there, but not now
};

/// A unit. Name only what is needed, in this order.
struct Node {
    std::string id = {};    ///< its name in edges
    std::string label = {}; ///< in the circle, short: "y_{h1}"; empty: an empty circle
    std::string value = {}; ///< under the label, in the circle: "0.593"
    std::string bias = {};  ///< on a small node of its own with an arrow: "b = 0.35"
    std::string note = {};  ///< beside the circle: "target 0.01", "NAND"
    Emphasis emphasis = Emphasis::normal;
    Emphasis bias_emphasis = Emphasis::normal;
};

/// How an edge is drawn and what it carries.
struct Edge {
    std::string label = {}; ///< "w_{11} = 0.15"; line breaks with \n
    double value = std::numeric_limits<double>::quiet_NaN(); ///< its number in the CSV
    Emphasis emphasis = Emphasis::normal;
    bool backward = false; ///< arrow head at the source: what flows back
    bool head = true;      ///< without one where there are too many
};

class Graph {
public:
    Graph();
    Graph(Graph&&) noexcept;
    Graph& operator=(Graph&&) noexcept;
    ~Graph();

    /// The next layer to the right, its units from top to bottom, its title above it ("" for
    /// none). The title may have several lines.
    void layer(const std::string& title, const std::vector<Node>& nodes);

    /// A layer of `count` empty units with ids prefix1, prefix2, …
    void layer(const std::string& title, const std::string& prefix, std::size_t count);

    /// An arrow between two units; throws std::invalid_argument if an id does not exist.
    void edge(const std::string& from, const std::string& to, const Edge& edge = {});

    /// Arrows from every unit of a layer to every unit of the next (layers count from 0).
    void connect(std::size_t layer, const Edge& edge = {});

    /// Connects every layer to the next.
    void connect_all(const Edge& edge = {});

    /// Distance between layers in pixels; without it, chosen so that the labels fit.
    void layer_distance(double pixels);

    /// Distance between the units of a layer in pixels; without it, chosen likewise.
    void unit_distance(double pixels);

    /// What has been drawn, for the code that writes it to files.
    const Network& network() const;

private:
    std::unique_ptr<Network> network_;
};

} // namespace workbook
