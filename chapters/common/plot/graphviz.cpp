#include "common/plot/graphviz.hpp"

#include "common/plot/csv.hpp"
#include "common/plot/program.hpp"
#include "common/plot/theme.hpp"
#include "common/system/files.hpp"
#include "common/system/text.hpp"

#include <algorithm>
#include <regex>
#include <sstream>

#include <fmt/format.h>

namespace workbook {

namespace {

struct Look {
    std::string line;
    std::string text;
    std::string fill;
    double width;
    const char* style;
};

// Colour is never the only difference: strong lines are thick, second ones thick and dashed.
Look look(Emphasis emphasis)
{
    switch (emphasis) {
    case Emphasis::normal: return {"#404040", "#000000", "#ffffff", 1.1, "solid"};
    case Emphasis::strong:
        return {hex(Color::vermilion), text_hex(Color::vermilion), tint(Color::vermilion, 0.15),
                2.6, "solid"};
    case Emphasis::second:
        return {hex(Color::blue), text_hex(Color::blue), tint(Color::blue, 0.15), 2.6, "dashed"};
    case Emphasis::faint: return {"#c4c4c4", "#767676", "#ffffff", 1.0, "solid"};
    }
    return {};
}

// Graphviz counts y upwards.
std::string at(const Point& position)
{
    return fmt::format("{:.2f},{:.2f}", position.x, -position.y);
}

class Script {
public:
    explicit Script(const Layout& layout)
    {
        out_ += "digraph {\n"
                "graph [bgcolor=\"#ffffff\" outputorder=edgesfirst splines=line pad=0.11]\n";
        out_ += fmt::format("node [fontname=\"{0}\" fontsize={1} fixedsize=true label=\"\"]\n",
                            font_family, graph_font_size);
        // Graphviz draws the edges in the order of the nodes that they leave. Faint ones lie behind
        // all others: they join invisible nodes, which come first.
        for (const PlacedNode& node : layout.nodes)
            out_ += fmt::format("\"behind {}\" [shape=circle pos=\"{}!\" width={:.4f} "
                                "height={:.4f} style=invis]\n",
                                node.node.id, at(node.position), node.radius / 36.0,
                                node.radius / 36.0);
        for (const PlacedNode& node : layout.nodes)
            unit(node);
        for (const PlacedEdge& edge : layout.edges)
            arrow(edge);
        for (const PlacedTitle& title : layout.titles)
            text(title.position, title.text, title.align, "#404040", title.over_edges);
    }

    std::string done() const { return out_ + "}\n"; }

private:
    void circle(const std::string& id, const Point& position, double radius,
                const std::string& label, const Look& look)
    {
        out_ += fmt::format("\"{}\" [shape=circle pos=\"{}!\" width={:.4f} height={:.4f} "
                            "style=\"filled\" fillcolor=\"{}\" color=\"{}\" penwidth={} "
                            "label=<{}>]\n",
                            id, at(position), radius / 36.0, radius / 36.0, look.fill, look.line,
                            look.width, label.empty() ? " " : label);
    }

    void unit(const PlacedNode& placed)
    {
        const Node& node = placed.node;
        const Look own = look(node.emphasis);
        circle("unit " + node.id, placed.position, placed.radius, "", own);
        const bool both = !node.label.empty() && !node.value.empty();
        const double apart = both ? 0.72 * graph_font_size : 0.0;
        const Point& middle = placed.position;
        text({middle.x, middle.y - apart}, node.label, Align::centre, own.text, false);
        text({middle.x, middle.y + apart}, node.value, Align::centre, own.text, false, 0.88);
        if (!node.bias.empty()) {
            Look small = look(node.bias_emphasis);
            small.fill = "#eeeeee";
            circle("bias " + node.id, placed.bias, bias_radius,
                   graphviz_label("1", 0.8 * graph_font_size, small.text), small);
            arrow("bias " + node.id, "unit " + node.id, node.bias_emphasis, "forward");
            text(placed.bias_text, node.bias, placed.bias_align, small.text, false);
        }
        text(placed.note, node.note, placed.note_align, "#404040", false);
    }

    void arrow(const PlacedEdge& placed)
    {
        const Edge& edge = placed.edge.edge;
        const std::string place = edge.emphasis == Emphasis::faint ? "behind " : "unit ";
        arrow(place + placed.edge.from, place + placed.edge.to, edge.emphasis,
              !edge.head      ? "none"
              : edge.backward ? "back"
                              : "forward");
        text(placed.label, edge.label, Align::centre, look(edge.emphasis).text, true);
    }

    void arrow(const std::string& from, const std::string& to, Emphasis emphasis, const char* heads)
    {
        const Look own = look(emphasis);
        out_ += fmt::format("\"{}\" -> \"{}\" [dir={} arrowsize=0.7 color=\"{}\" penwidth={} "
                            "style={}]\n",
                            from, to, heads, own.line, own.width, own.style);
    }

    // A text is a node without an outline, with a white background if it lies over edges.
    void text(Point position, const std::string& words, Align align, const std::string& color,
              bool boxed, double size = 1.0)
    {
        if (words.empty())
            return;
        const double half = 0.5 * text_width(words, graph_font_size);
        if (align != Align::centre)
            position.x += align == Align::left ? half : -half;
        out_ += fmt::format("text{} [shape=box pos=\"{}!\" fixedsize=false width=0 height=0 "
                            "margin=\"0.04,0.015\" penwidth=0 style=\"{}\" fillcolor=\"#ffffff\" "
                            "label=<{}>]\n",
                            ++texts_, at(position), boxed ? "filled" : "",
                            graphviz_label(words, size * graph_font_size, color));
    }

    std::string out_;
    std::size_t texts_ = 0;
};

std::string csv_of(const Network& network)
{
    std::string out = csv_row({"series", "from", "to", "label", "value"});
    for (const NetworkLayer& layer : network.layers)
        for (const Node& node : layer.nodes)
            out += csv_row({"unit", node.id, "", node.label, node.value});
    for (const NetworkLayer& layer : network.layers)
        for (const Node& node : layer.nodes)
            if (!node.bias.empty())
                out += csv_row({"bias", "", node.id, node.bias, ""});
    for (const NetworkEdge& edge : network.edges)
        out += csv_row({"edge", edge.from, edge.to, edge.edge.label, csv_number(edge.edge.value)});
    return out;
}

// Removes Graphviz's name, version and tooltips, turns points into pixels, names fallback fonts,
// and lowers subscripts in a way that every browser understands.
std::string tidied_svg(std::string svg)
{
    const auto replace = [&svg](const char* pattern, const std::string& by) {
        svg = std::regex_replace(svg, std::regex(pattern), by);
    };
    replace("<!--[^>]*-->\n", "");
    replace("<title>[^<]*</title>\n", "");
    replace("width=\"([0-9.]+)pt\" height=\"([0-9.]+)pt\"", "width=\"$1\" height=\"$2\"");
    replace("font-family=\"[^\"]*\"", "font-family=\"" + font_fallback + "\"");
    replace("<text ", "<text xml:space=\"preserve\" ");
    const std::regex shifted{" y=\"([-0-9.]+)\"([^>]*?) baseline-shift=\"(sub|super)\""};
    std::smatch match;
    std::string out;
    while (std::regex_search(svg, match, shifted)) {
        const double shift = (match[3] == "sub" ? 0.25 : -0.4) * graph_font_size;
        out += match.prefix().str() +
               fmt::format(" y=\"{:.2f}\"{}", std::stod(match[1]) + shift, match[2].str());
        svg = match.suffix().str();
    }
    return out + svg;
}

// The width that the root element says; the first of all.
const std::regex size_of_svg{"width=\"([0-9.]+)\" height=\"([0-9.]+)\""};

double width_of(const std::string& svg)
{
    std::smatch match;
    return std::regex_search(svg, match, size_of_svg) ? std::stod(match[1]) : 0.0;
}

std::string with_width(const std::string& svg, double width)
{
    std::smatch match;
    if (!std::regex_search(svg, match, size_of_svg))
        return svg;
    const double height = std::stod(match[2]) * width / std::stod(match[1]);
    return match.prefix().str() + fmt::format("width=\"{:.2f}\" height=\"{:.2f}\"", width, height) +
           match.suffix().str();
}

} // namespace

std::string graphviz_label(const std::string& text, double size, const std::string& color)
{
    const auto line = [&](const std::string& words) {
        std::string out;
        for (const TextPiece& piece : pieces(words)) {
            if (piece.text.empty())
                continue;
            const bool base = piece.level == TextPiece::Level::base;
            const char* tag = piece.level == TextPiece::Level::subscript ? "SUB" : "SUP";
            out +=
                fmt::format("{}<FONT POINT-SIZE=\"{:.4g}\" COLOR=\"{}\">{}</FONT>{}",
                            base ? "" : fmt::format("<{}>", tag), base ? size : 0.8 * size, color,
                            escaped_markup(piece.text, ""), base ? "" : fmt::format("</{}>", tag));
        }
        return out;
    };
    if (text.find('\n') == std::string::npos)
        return line(text);
    // The rows of a table are far enough apart for subscripts; line breaks are not.
    std::string rows;
    std::istringstream lines(text);
    for (std::string words; std::getline(lines, words);)
        rows += "<TR><TD>" + (words.empty() ? " " : line(words)) + "</TD></TR>";
    return "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"1\">" + rows +
           "</TABLE>";
}

std::string graphviz_script(const Network& network, Direction direction)
{
    return Script(layout(network, direction)).done();
}

std::map<std::string, std::string> render(const Network& network)
{
    std::map<std::string, std::string> files;
    files["csv"] = csv_of(network);
    const TemporaryFolder folder;
    const auto run = [&](Direction direction, const std::string& format, const std::string& name) {
        write_file(folder.path() / "graph.dot", graphviz_script(network, direction));
        run_program("neato", "graphviz",
                    {"-n2", "-T" + format, format == "svg" ? "-Gdpi=72" : "-Gdpi=144", "-o" + name,
                     "graph.dot"},
                    folder.path());
    };
    run(Direction::rightwards, "svg", "page.svg");
    const std::string page = tidied_svg(read_whole_file(folder.path() / "page.svg", "</svg>"));
    files["svg"] = themed_svg(page);
    files["paper.svg"] = themed_svg(with_width(page, std::min(642.0, 0.92 * width_of(page))));
    if (width_of(page) > 342.0) {
        run(Direction::downwards, "svg", "phone.svg");
        files["phone.svg"] =
            themed_svg(tidied_svg(read_whole_file(folder.path() / "phone.svg", "</svg>")));
    } else {
        files["phone.svg"] = files["svg"];
    }
    run(Direction::rightwards, "png:cairo", "graph.png");
    files["png"] = read_whole_file(folder.path() / "graph.png", "IEND");
    return files;
}

} // namespace workbook
