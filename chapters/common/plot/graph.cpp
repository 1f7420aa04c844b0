#include "common/plot/graph.hpp"

#include "common/plot/network.hpp"

#include <set>
#include <stdexcept>

#include <fmt/format.h>

namespace workbook {

namespace {

bool has_node(const Network& network, const std::string& id)
{
    for (const NetworkLayer& layer : network.layers)
        for (const Node& node : layer.nodes)
            if (node.id == id)
                return true;
    return false;
}

} // namespace

Graph::Graph() : network_(std::make_unique<Network>()) {}
Graph::Graph(Graph&&) noexcept = default;
Graph& Graph::operator=(Graph&&) noexcept = default;
Graph::~Graph() = default;

const Network& Graph::network() const
{
    return *network_;
}

void Graph::layer(const std::string& title, const std::vector<Node>& nodes)
{
    std::set<std::string> own;
    for (const Node& node : nodes)
        if (node.id.empty() || has_node(*network_, node.id) || !own.insert(node.id).second)
            throw std::invalid_argument(
                fmt::format("a unit needs an id of its own, not \"{}\"", node.id));
    network_->layers.push_back({title, nodes});
}

void Graph::layer(const std::string& title, const std::string& prefix, std::size_t count)
{
    std::vector<Node> nodes;
    for (std::size_t i = 1; i <= count; ++i)
        nodes.push_back({.id = prefix + std::to_string(i)});
    layer(title, nodes);
}

void Graph::edge(const std::string& from, const std::string& to, const Edge& edge)
{
    for (const std::string& id : {from, to})
        if (!has_node(*network_, id))
            throw std::invalid_argument(
                fmt::format("edge {} → {}: there is no unit {}", from, to, id));
    network_->edges.push_back({from, to, edge});
}

void Graph::connect(std::size_t layer, const Edge& style)
{
    if (layer + 1 >= network_->layers.size())
        throw std::invalid_argument(fmt::format("there is no layer {} with one after it", layer));
    for (const Node& from : network_->layers[layer].nodes)
        for (const Node& to : network_->layers[layer + 1].nodes)
            edge(from.id, to.id, style);
}

void Graph::connect_all(const Edge& style)
{
    for (std::size_t layer = 0; layer + 1 < network_->layers.size(); ++layer)
        connect(layer, style);
}

void Graph::layer_distance(double pixels)
{
    network_->layer_distance = pixels;
}

void Graph::unit_distance(double pixels)
{
    network_->unit_distance = pixels;
}

} // namespace workbook
