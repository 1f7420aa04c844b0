// What graphs promise about the order in which they are drawn.
#define BOOST_TEST_MODULE graphs
#include <boost/test/unit_test.hpp>

#include "common/plot/graph.hpp"
#include "common/plot/graphviz.hpp"

using namespace workbook;

BOOST_AUTO_TEST_CASE(faint_edges_lie_behind_all_others)
{
    Graph graph;
    graph.layer("left", "x", 2);
    graph.layer("right", "y", 1);
    graph.edge("x1", "y1", {.emphasis = Emphasis::strong});
    graph.edge("x2", "y1", {.emphasis = Emphasis::faint, .head = false});
    const std::string svg = render(graph.network()).at("svg");
    BOOST_TEST(svg.find("stroke=\"#c4c4c4\"", svg.find("</style>")) <
               svg.find("stroke=\"#d55e00\"", svg.find("</style>")));
}
