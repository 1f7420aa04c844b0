// What figures and graphs promise: the same bytes for the same data, all that is drawn in the
// CSV, text as it was written, a clear word when a program is missing.
#define BOOST_TEST_MODULE figures
#include <boost/test/unit_test.hpp>

#include "common/plot/contour.hpp"
#include "common/plot/csv.hpp"
#include "common/plot/drawing.hpp"
#include "common/plot/figure.hpp"
#include "common/plot/gnuplot.hpp"
#include "common/plot/gnuplot_script.hpp"
#include "common/plot/gnuplot_text.hpp"
#include "common/plot/graphviz.hpp"
#include "common/plot/program.hpp"
#include "common/system/files.hpp"

#include <cmath>
#include <csignal>
#include <limits>

#include <sys/resource.h>

using namespace workbook;

namespace {

double wave(double x, double y)
{
    return std::sin(3.0 * x) * y;
}

void draw_everything(Figure& figure)
{
    const Plane plane{-1, 1, -1, 1, 21};
    figure.grid(3, 3);
    figure.panel("curves w_{11}");
    figure.function([](double x) { return x * x; }, -1, 1, {.label = "x²"});
    figure.line({-1, 0, 1}, {0, 1, 0}, {.label = "line", .marker = Marker::circle});
    figure.step_curve({-1, 0, 1}, {0, 1, 1});
    figure.points({0.5}, {0.5}, {.label = "point"});
    figure.horizontal(0.25);
    figure.vertical(0.25, {.label = "here"});
    figure.arrow(0, 0, 0.5, 0.5);
    figure.text(0, 0.5, "text", {.boxed = true});
    figure.panel("areas");
    figure.area({0, 1, 2}, {0, 0, 0}, {1, 2, 1});
    figure.impulses({0, 1, 2}, {1, 2, 3});
    figure.ellipse(1, 1, 0.5, 0.25, {.label = "outline"});
    figure.panel("histogram");
    figure.histogram({1, 2, 2, 3, 3, 3}, {.count = 3});
    figure.panel("bars");
    figure.bar_chart({"a", "b"}, {1, 2}, {.label = "one"});
    figure.bar_chart({"a", "b"}, {2, -1}, {.label = "two"});
    figure.panel("map");
    figure.heat_map(plane, wave, {.palette = Palette::diverging});
    figure.contour(plane, wave, {-0.5, 0.0, 0.5}, {.label = "level"}, true);
    figure.panel("regions");
    figure.regions(plane, [](double x, double y) { return x > y ? 1.0 : 0.0; },
                   {.labels = {"0", "1"}});
    figure.panel("surface");
    figure.surface(plane, wave);
    figure.points_3d({0}, {0}, {0}, {.label = "origin"});
    figure.line_3d({0, 1}, {0, 1}, {0, 1});
    figure.panel("picture");
    figure.image(Matrix{{0.0, 1.0}, {1.0, 0.5}});
    figure.panel("matrix");
    figure.matrix(Matrix{{5.0, 1.0}, {2.0, 7.0}}, {"a", "b"}, {"a", "b"});
}

std::size_t count(const std::string& text, const std::string& part)
{
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
        ++found;
    return found;
}

std::string csv_of(const std::function<void(Figure&)>& draw)
{
    Figure figure;
    draw(figure);
    return csv(figure.drawing());
}

} // namespace

BOOST_AUTO_TEST_CASE(the_same_data_gives_the_same_bytes)
{
    const auto drawn = [] {
        Figure figure;
        draw_everything(figure);
        return render(figure.drawing());
    };
    const auto first = drawn();
    const auto second = drawn();
    BOOST_TEST(first.size() == 5u);
    for (const auto& [extension, content] : first) {
        BOOST_TEST(!content.empty());
        BOOST_TEST((content == second.at(extension)), extension + " differs between two runs");
    }
}

BOOST_AUTO_TEST_CASE(an_animation_is_a_gif_with_a_still_and_the_same_bytes_twice)
{
    const auto drawn = [] {
        Figure figure;
        figure.size(240, 160);
        figure.animate(3,
                       [](Figure& frame, std::size_t i) {
                           frame.x_range(0, 1);
                           frame.y_range(0, 3);
                           frame.line({0, 1}, {0.0, static_cast<double>(i)});
                       },
                       {.stills = {0, 2}});
        return render(figure.drawing());
    };
    const auto first = drawn();
    const auto second = drawn();
    BOOST_TEST((first == second));
    BOOST_TEST(first.at("gif").substr(0, 6) == "GIF89a");
    BOOST_TEST(first.at("csv").substr(0, 17) == "frame,series,x,y\n");
    BOOST_TEST(count(first.at("csv"), "\n") == 7u);
}

BOOST_AUTO_TEST_CASE(svg_names_no_program_and_a_font_to_fall_back_on)
{
    Figure figure;
    draw_everything(figure);
    const std::string svg = render(figure.drawing()).at("svg");
    BOOST_TEST(count(svg, "GNUPLOT") == 0u);
    BOOST_TEST(count(svg, "<title>") == 0u);
    BOOST_TEST(count(svg, "DejaVu Sans, Verdana, sans-serif") > 0u);
    BOOST_TEST(count(svg, "font-family=\"DejaVu Sans\"") == 0u);
}

BOOST_AUTO_TEST_CASE(the_csv_holds_every_series_with_nine_digits)
{
    BOOST_TEST(csv_of([](Figure& figure) {
                   figure.line({0, 1.0 / 3.0}, {1, 2}, {.label = "a, \"b\""});
                   figure.points({5}, {6});
               }) == "series,x,y\n"
                     "\"a, \"\"b\"\"\",0,1\n"
                     "\"a, \"\"b\"\"\",0.333333333,2\n"
                     "points 1,5,6\n");
}

BOOST_AUTO_TEST_CASE(a_nan_is_an_empty_field_and_a_gap)
{
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const auto draw = [&](Figure& figure) { figure.line({0, 1, 2, 3, 4}, {1, 1, nan, 2, -0.0}); };
    BOOST_TEST(csv_of(draw) ==
               "series,x,y\nline 1,0,1\nline 1,1,1\nline 1,2,\nline 1,3,2\nline 1,4,0\n");
    Figure figure;
    draw(figure);
    BOOST_TEST(render(figure.drawing()).size() == 5u);
}

BOOST_AUTO_TEST_CASE(a_histogram_counts_every_value_once)
{
    BOOST_TEST(csv_of([](Figure& figure) {
                   figure.histogram({0.0, 0.5, 1.0, 1.5, 2.0, 9.0},
                                    {.count = 2, .from = 0.0, .to = 2.0});
               }) == "series,x,y,width\nbars 1,0.5,2,1\nbars 1,1.5,3,1\n");
}

BOOST_AUTO_TEST_CASE(dense_grids_are_thinned_in_the_csv)
{
    const auto rows = [](std::size_t samples) {
        return count(
            csv_of([&](Figure& figure) { figure.heat_map({-1, 1, -1, 1, samples}, wave); }),
            "heat map 1,");
    };
    BOOST_TEST(rows(51) == 51u * 51u);
    BOOST_TEST(rows(101) == 51u * 51u);
    BOOST_TEST(rows(102) == 34u * 34u); // every third
}

BOOST_AUTO_TEST_CASE(nothing_finite_to_draw_is_still_a_figure)
{
    Figure figure;
    figure.points({}, {}, {.label = "none"});
    figure.line({0.0}, {std::numeric_limits<double>::infinity()});
    BOOST_TEST(render(figure.drawing()).size() == 5u);
}

BOOST_AUTO_TEST_CASE(misuse_is_told)
{
    Figure figure;
    BOOST_CHECK_THROW(figure.line({0, 1}, {0}), std::invalid_argument);
    figure.panel("one");
    BOOST_CHECK_THROW(figure.panel("two"), std::logic_error);
    BOOST_CHECK_THROW(figure.heat_map({0, 1, 0, 1, 5}, Numbers{1, 2, 3}), std::invalid_argument);
    BOOST_CHECK_THROW(figure.regions({}, [](double, double) { return 7.0; }),
                      std::invalid_argument);
    Figure animated;
    BOOST_CHECK_THROW(animated.animate(2, [](Figure&, std::size_t) {}, {.stills = {2}}),
                      std::invalid_argument);
}

BOOST_AUTO_TEST_CASE(powers_of_ten_have_both_ends_however_many_steps_are_added_up)
{
    for (const double step : {1.0, 0.125, 0.1, 0.05, 0.02}) {
        const Numbers powers = powers_of_ten(-17, 3, step);
        BOOST_TEST(powers.size() == std::lround(20 / step) + 1);
        BOOST_TEST(powers[0] == 1e-17, boost::test_tools::tolerance(1e-9));
        BOOST_TEST(powers[powers.size() - 1] == 1e3, boost::test_tools::tolerance(1e-9));
    }
}

BOOST_AUTO_TEST_CASE(the_ranges_of_a_plane_are_its_edges)
{
    const auto script = [](const std::function<void(Figure&)>& give_ranges) {
        Figure figure;
        give_ranges(figure);
        figure.points({0}, {0});
        return gnuplot_script(figure.drawing());
    };
    BOOST_TEST(script([](Figure& figure) { figure.ranges({-1, 2, -3, 4}); }) ==
               script([](Figure& figure) {
                   figure.x_range(-1, 2);
                   figure.y_range(-3, 4);
               }));
}

BOOST_AUTO_TEST_CASE(one_legend_names_each_label_once_in_place_of_the_panels_own)
{
    Figure figure;
    figure.grid(1, 2);
    figure.one_legend();
    for (const char* title : {"first", "second"}) {
        figure.panel(title);
        figure.line({0, 1}, {0, 1}, {.label = "both"});
    }
    figure.line({}, {}, {.label = "no data", .marker = Marker::circle});
    const std::string drawn = gnuplot_script(figure.drawing());
    const std::string legend = drawn.substr(0, drawn.find("unset key"));
    BOOST_TEST(count(drawn, "set key ") == 1u);
    BOOST_TEST(count(drawn, "unset key") == 2u);
    BOOST_TEST(count(legend, "title \"both\"") == 1u);
    BOOST_TEST(count(legend, "with linespoints") == 1u);
}

BOOST_AUTO_TEST_CASE(contour_of_a_circle_lies_on_the_circle)
{
    const Plane plane{-1, 1, -1, 1, 101};
    const auto lines = contour_lines(
        plane, Field([](double x, double y) { return std::hypot(x, y); }).over(plane), 0.5);
    BOOST_REQUIRE(lines.size() == 1u);
    BOOST_TEST((lines[0].front() == lines[0].back()));
    BOOST_TEST(lines[0].size() < 100u); // of about 200 crossings
    for (const auto& [x, y] : lines[0])
        BOOST_TEST(std::abs(std::hypot(x, y) - 0.5) < 1e-3); // linear between samples 0.02 apart
}

BOOST_AUTO_TEST_CASE(border_of_a_jump_is_found_by_halving)
{
    const Plane plane{0, 1, 0, 1, 11};
    const auto above = [](double x, double) { return x > 0.537; };
    const auto lines = contour_lines(
        plane, Field([&](double x, double y) { return above(x, y) ? 1.0 : 0.0; }).over(plane), 0.5,
        above);
    BOOST_REQUIRE(lines.size() == 1u);
    BOOST_TEST(lines[0].size() == 2u); // it is straight
    for (const auto& [x, y] : lines[0])
        BOOST_TEST(std::abs(x - 0.537) < 1e-4); // cells of 0.1, halved twelve times
}

BOOST_AUTO_TEST_CASE(saddle_gives_two_lines_that_do_not_cross)
{
    const Plane plane{-1, 1, -1, 1, 20};
    const auto lines =
        contour_lines(plane, Field([](double x, double y) { return x * y; }).over(plane), 0.01);
    BOOST_TEST(lines.size() == 2u);
    for (const Polyline& line : lines)
        for (const auto& [x, y] : line)
            BOOST_TEST(x * line.front().first > 0.0); // each stays on its side
}

BOOST_AUTO_TEST_CASE(text_is_taken_as_it_stands)
{
    BOOST_TEST(gnuplot_string("w_{11} x_1") == "\"w_{11} x\\\\_1\"");
    BOOST_TEST(gnuplot_string("a`b\"c\\d") == "\"a\\140b\\\"c\\\\\\\\d\"");
    BOOST_TEST(gnuplot_string("σ′ & {50 %}") == "\"σ′ \\\\& \\\\{50 %\\\\}\"");
    BOOST_TEST(gnuplot_string("w = -0.5, 2-2-1") == "\"w = −0.5, 2-2-1\"");
    BOOST_TEST(graphviz_label("a<b", 13, "#000000") ==
               "<FONT POINT-SIZE=\"13\" COLOR=\"#000000\">a&lt;b</FONT>");
}

BOOST_AUTO_TEST_CASE(text_cannot_run_commands)
{
    const TemporaryFolder folder;
    const std::string trap = (folder.path() / "trap").string();
    Figure figure;
    figure.line({0, 1}, {0, 1}, {.label = "`touch " + trap + "`"});
    figure.x_label("\"; system(\"touch " + trap + "\") #");
    render(figure.drawing());
    BOOST_TEST(!std::filesystem::exists(trap));
}

// ---------------------------------------------------------------- graphs

namespace {

// Two layers fully connected, a label on every arrow, as in the 2-2-2 network.
Network labelled_network()
{
    Graph graph;
    for (const std::string layer : {"x", "h", "o"}) {
        std::vector<Node> nodes;
        for (const std::string unit : {"1", "2"})
            nodes.push_back({.id = layer + unit,
                             .label = layer + "_{" + unit + "}",
                             .value = "0.5933",
                             .bias = layer == "x" ? "" : "b = 0.35"});
        graph.layer(layer, nodes);
    }
    for (const auto& [from, to] : {std::pair{"x", "h"}, std::pair{"h", "o"}})
        for (const std::string a : {"1", "2"})
            for (const std::string b : {"1", "2"})
                graph.edge(from + a, to + b, {.label = "w_{" + a + b + "} = 0.15", .value = 0.15});
    return graph.network();
}

} // namespace

BOOST_AUTO_TEST_CASE(a_graph_gives_the_same_bytes_and_its_numbers)
{
    const auto first = render(labelled_network());
    const auto second = render(labelled_network());
    BOOST_TEST((first == second));
    BOOST_TEST(count(first.at("csv"), "\nedge,") == 8u);
    BOOST_TEST(count(first.at("csv"), ",0.15\n") == 8u);
    BOOST_TEST(count(first.at("csv"), "\nbias,") == 4u);
    BOOST_TEST(count(first.at("svg"), "graphviz") == 0u);
    BOOST_TEST(count(first.at("svg"), "baseline-shift") == 0u);
}

BOOST_AUTO_TEST_CASE(labels_of_a_graph_cover_neither_each_other_nor_a_unit)
{
    const Layout placed = layout(labelled_network());
    const double half_width = 0.5 * text_width("w_{11} = 0.15", graph_font_size);
    const double half_height = 0.5 * graph_font_size;
    for (const PlacedEdge& edge : placed.edges) {
        for (const PlacedEdge& other : placed.edges) {
            if (&edge == &other)
                continue;
            BOOST_TEST((std::abs(edge.label.x - other.label.x) > 2.0 * half_width ||
                        std::abs(edge.label.y - other.label.y) > 2.0 * half_height));
        }
        for (const PlacedNode& node : placed.nodes)
            BOOST_TEST((std::abs(edge.label.x - node.position.x) > half_width + node.radius ||
                        std::abs(edge.label.y - node.position.y) > half_height + node.radius));
    }
}

BOOST_AUTO_TEST_CASE(an_edge_needs_its_units)
{
    Graph graph;
    graph.layer("inputs", {{"x", "x"}});
    BOOST_CHECK_THROW(graph.edge("x", "y"), std::invalid_argument);
    BOOST_CHECK_THROW(graph.layer("again", {{"x", "x"}}), std::invalid_argument);
    BOOST_CHECK_THROW(graph.connect(0), std::invalid_argument);
}

// ---------------------------------------------------------------- programs and files

BOOST_AUTO_TEST_CASE(a_missing_program_is_named_with_the_command_that_mends_it)
{
    const TemporaryFolder folder;
    BOOST_CHECK_EXCEPTION(run_program("no-such-program", "gnuplot-nox", {}, folder.path()),
                          UserError, [](const UserError& error) {
                              return error.advice.find("apt-get install gnuplot-nox;") !=
                                     std::string::npos;
                          });
}

BOOST_AUTO_TEST_CASE(a_failing_program_is_quoted)
{
    const TemporaryFolder folder;
    BOOST_CHECK_EXCEPTION(
        run_program("sh", "dash", {"-c", "echo out of paper >&2; exit 3"}, folder.path()),
        UserError, [](const UserError& error) {
            const std::string words = error.what();
            return words.find("status 3") != std::string::npos &&
                   words.find("out of paper") != std::string::npos;
        });
}

BOOST_AUTO_TEST_CASE(a_file_is_there_whole_or_not_at_all)
{
    const TemporaryFolder folder;
    const auto path = folder.path() / "file";
    write_file(path, "old");
    BOOST_CHECK_THROW(write_file(path / "below", "text"), CannotWrite);

    // A limit on the size of files stands in for a full disk: writing fails half-way.
    rlimit before{};
    ::getrlimit(RLIMIT_FSIZE, &before);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit small{1000, before.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &small);
    BOOST_CHECK_THROW(write_file(path, std::string(100000, 'x')), CannotWrite);
    ::setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);

    BOOST_TEST(read_file(path) == "old");
    const std::filesystem::directory_iterator files(folder.path());
    BOOST_TEST(std::distance(begin(files), end(files)) == 1);
}

BOOST_AUTO_TEST_CASE(a_picture_cut_short_is_noticed)
{
    const TemporaryFolder folder;
    write_file(folder.path() / "half.svg", "<svg><rect");
    BOOST_CHECK_THROW(read_whole_file(folder.path() / "half.svg", "</svg>"), UserError);
    write_file(folder.path() / "whole.svg", "<svg></svg>\n");
    BOOST_TEST(read_whole_file(folder.path() / "whole.svg", "</svg>") == "<svg></svg>\n");
}
