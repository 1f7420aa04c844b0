// What a figure promises of the places where it is shown: panels below each other on a phone,
// letters that stay large, colours for dark pages, labels at the ends of lines.
#define BOOST_TEST_MODULE media
#include <boost/test/unit_test.hpp>

#include "common/plot/drawing.hpp"
#include "common/plot/gnuplot.hpp"
#include "common/plot/gnuplot_end_labels.hpp"
#include "common/plot/gnuplot_script.hpp"
#include "common/plot/graphviz.hpp"
#include "common/plot/theme.hpp"

#include <algorithm>
#include <cmath>
#include <string>

using namespace workbook;
using namespace workbook::gnuplot;

namespace {

bool has(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

/// Two straight lines over 0 to 10 that end at these heights.
Figure lines_that_end_at(double first, double second)
{
    Figure figure;
    figure.line({0, 10}, {0, first}, {.label = "first"});
    figure.line({0, 10}, {0, second}, {.label = "second"});
    figure.y_range(0, 10);
    return figure;
}

PanelLayout only_panel(const Figure& figure)
{
    return {figure.drawing(), figure.drawing().panels.front(), 0};
}

/// The width that an SVG says.
double width_of(const std::string& svg)
{
    return std::stod(svg.substr(svg.find(" width=\"") + 8));
}

} // namespace

BOOST_AUTO_TEST_CASE(a_phone_has_the_panels_below_each_other)
{
    Figure figure;
    figure.grid(1, 3);
    for (const char* title : {"a", "b", "c"})
        figure.panel(title);
    const Drawing phone = figure.drawing().fitted(Medium::phone);
    BOOST_TEST(phone.columns == 1u);
    BOOST_TEST(phone.rows == 3u);
    BOOST_TEST(phone.size().first == 342);
    BOOST_TEST(phone.size().second > 3 * 200);

    figure.columns_on_phone(2);
    const Drawing in_pairs = figure.drawing().fitted(Medium::phone);
    BOOST_TEST(in_pairs.columns == 2u);
    BOOST_TEST(in_pairs.rows == 2u);
}

BOOST_AUTO_TEST_CASE(paper_shrinks_a_figure_more_than_its_letters)
{
    Figure figure;
    figure.line({0, 1}, {0, 1});
    const Drawing paper = figure.drawing().fitted(Medium::paper);
    const double scale = static_cast<double>(paper.size().first) / figure.drawing().size().first;
    BOOST_TEST(scale < 0.8);
    BOOST_TEST(paper.font_size / figure.drawing().font_size > scale);
}

BOOST_AUTO_TEST_CASE(a_body_that_asks_for_the_medium_is_drawn_for_each)
{
    const auto draw = [](Figure& figure) {
        figure.size(figure.on_phone() ? 300 : 600, 200);
        figure.line({0, 1}, {0, 1});
    };
    Figure page;
    draw(page);
    BOOST_REQUIRE(page.depends_on_medium());
    const auto files = render(page.drawing(), [&](Medium medium) {
        Figure other(medium);
        draw(other);
        return other.drawing();
    });
    BOOST_TEST(width_of(files.at("svg")) == 600.0);
    BOOST_TEST(width_of(files.at("phone.svg")) == 300.0);
    BOOST_TEST(width_of(files.at("paper.svg")) < 600.0);
}

BOOST_AUTO_TEST_CASE(labels_stand_at_the_ends_of_lines_that_lie_apart)
{
    const Figure apart = lines_that_end_at(8, 3);
    BOOST_TEST((only_panel(apart).legend() == Legend::ends));
    const auto labels = end_labels(only_panel(apart), true);
    BOOST_REQUIRE(labels.has_value());
    BOOST_TEST(labels->at(0).y == 0.8, boost::test_tools::tolerance(1e-9));
    BOOST_TEST(labels->at(1).y == 0.3, boost::test_tools::tolerance(1e-9));
    BOOST_TEST(has(gnuplot_script(apart.drawing()), "unset key"));
}

BOOST_AUTO_TEST_CASE(labels_of_lines_that_meet_are_moved_apart)
{
    const Figure meeting = lines_that_end_at(5, 5);
    const auto labels = end_labels(only_panel(meeting), true);
    BOOST_REQUIRE(labels.has_value());
    const double apart = std::abs(labels->at(0).y - labels->at(1).y);
    BOOST_TEST(apart * only_panel(meeting).panel_height() > 13.0);
    // Neither has to go farther than the other.
    BOOST_TEST(labels->at(0).y + labels->at(1).y == 1.0, boost::test_tools::tolerance(1e-9));
}

BOOST_AUTO_TEST_CASE(a_line_that_leaves_the_plot_has_its_label_in_a_legend)
{
    BOOST_TEST((only_panel(lines_that_end_at(20, 3)).legend() == Legend::above));
    Figure points;
    points.points({0, 1}, {0, 1}, {.label = "points"});
    BOOST_TEST((only_panel(points).legend() == Legend::above));
}

BOOST_AUTO_TEST_CASE(one_bar_serves_panels_with_one_scale)
{
    const Plane plane{0, 1, 0, 1, 5};
    const auto draw = [&](double second_to) {
        Figure figure;
        figure.grid(1, 2);
        for (const double to : {1.0, second_to}) {
            figure.panel("");
            figure.heat_map(plane, [](double x, double) { return x; }, {.from = 0, .to = to});
        }
        return figure;
    };
    BOOST_TEST(draw(1.0).drawing().shared_scale().has_value());
    BOOST_TEST(has(gnuplot_script(draw(1.0).drawing()), "colorbox horizontal"));
    BOOST_TEST(!draw(2.0).drawing().shared_scale().has_value());
    BOOST_TEST(!has(gnuplot_script(draw(2.0).drawing()), "colorbox horizontal"));
}

BOOST_AUTO_TEST_CASE(colors_of_the_palette_are_variables_with_a_dark_value)
{
    const std::string svg = themed_svg(
        "<svg width=\"9\"><path stroke='rgb(  0, 114, 178)'/><text fill=\"black\"/></svg>");
    BOOST_TEST(has(svg, "--blue:" + hex(Color::blue)));
    BOOST_TEST(has(svg, "[stroke=\"#0072b2\"]{stroke:var(--blue)}"));
    const std::string dark = svg.substr(svg.find("prefers-color-scheme:dark"));
    BOOST_TEST(has(dark, "--blue:" + dark_hex(Color::blue)));
    BOOST_TEST(has(dark, "--black:" + dark_hex(Color::black)));
    BOOST_TEST(!has(svg, "--orange"));
}

BOOST_AUTO_TEST_CASE(other_colors_exchange_light_and_dark)
{
    const std::string svg = themed_svg("<svg><path fill='#f4f4f4'/><path fill='#101010'/></svg>");
    BOOST_TEST(has(svg, "[fill=\"#f4f4f4\"]{fill:#25"));
    BOOST_TEST(has(svg, "[fill=\"#101010\"]{fill:#d6"));
}

BOOST_AUTO_TEST_CASE(a_wide_network_has_its_layers_below_each_other_on_a_phone)
{
    Graph graph;
    graph.layer("inputs", {{.id = "x1", .label = "x_{1}"}, {.id = "x2", .label = "x_{2}"}});
    graph.layer("hidden", {{.id = "h1", .bias = "b = 3"}, {.id = "h2", .bias = "b = -1"}});
    graph.layer("output", {{.id = "y", .label = "y"}});
    graph.connect_all({.label = "w = 0.15"});
    const auto files = render(graph.network());
    BOOST_TEST(width_of(files.at("svg")) > 342.0);
    BOOST_TEST(width_of(files.at("phone.svg")) <= 342.0);

    const Layout down = layout(graph.network(), Direction::downwards);
    BOOST_TEST(down.nodes.back().position.y > down.nodes.front().position.y);
    BOOST_TEST(down.nodes[0].position.y == down.nodes[1].position.y);
}
