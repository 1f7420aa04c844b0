#include "common/plot/gnuplot.hpp"

#include "common/plot/csv.hpp"
#include "common/plot/program.hpp"
#include "common/system/files.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <regex>
#include <set>

#include <fmt/format.h>

namespace workbook {

namespace {

constexpr int font_size = 13; // pixels; the text around a figure has 16

// ---------------------------------------------------------------- how things are written

std::string number(double value)
{
    return std::isfinite(value) ? fmt::format("{:.9g}", value) : "NaN";
}

// gnuplot wants the opacity in front of "rrggbb", and there 00 is opaque.
std::string color_spec(const std::string& hex, double opacity = 1.0)
{
    const auto clear = static_cast<unsigned>(std::lround(255.0 * (1.0 - opacity)));
    return clear == 0 ? fmt::format("rgb \"{}\"", hex)
                      : fmt::format("rgb \"#{:02x}{}\"", clear, hex.substr(1));
}

// "#rrggbb" as the three numbers of rgbimage.
std::string channels(const std::string& hex)
{
    const auto channel = [&hex](std::size_t at) {
        return std::stoi(hex.substr(at, 2), nullptr, 16);
    };
    return fmt::format("{} {} {}", channel(1), channel(3), channel(5));
}

std::string color_spec(const Style& style)
{
    return color_spec(hex(style.color), style.opacity);
}

const char* dash(Dash dash)
{
    switch (dash) {
    case Dash::dashed: return "(8,5)";
    case Dash::dotted: return "(2,4)";
    case Dash::dash_dot: return "(10,4,2,4)";
    case Dash::long_dashed: return "(17,5)";
    default: return "1";
    }
}

std::string stroke(const Style& style)
{
    return fmt::format("lw {:.4g} dt {} lc {}", style.width, dash(style.dash), color_spec(style));
}

int point_type(Marker marker)
{
    switch (marker) {
    case Marker::plus: return 1;
    case Marker::cross: return 2;
    case Marker::open_square: return 4;
    case Marker::square: return 5;
    case Marker::open_circle: return 6;
    case Marker::open_triangle: return 8;
    case Marker::triangle: return 9;
    case Marker::inverted_triangle: return 11;
    case Marker::open_diamond: return 12;
    case Marker::diamond: return 13;
    default: return 7;
    }
}

std::string point(const Style& style)
{
    const double shrunk = style.marker == Marker::dot ? 0.4 : 1.0;
    return fmt::format("pt {} ps {:.4g}", point_type(style.marker), shrunk * style.size);
}

std::string title(const std::string& label)
{
    return label.empty() ? "notitle" : "title " + gnuplot_string(label);
}

// Rounds up to 1, 2 or 5 times a power of ten.
double round_step(double step)
{
    const double power = std::pow(10.0, std::floor(std::log10(step)));
    for (const double factor : {1.0, 2.0, 5.0})
        if (factor * power >= 0.999 * step)
            return factor * power;
    return 10.0 * power;
}

// ---------------------------------------------------------------- one panel

// The name of a series' datablock: $p<panel>s<series>.
std::string block(std::size_t panel, std::size_t series)
{
    return fmt::format("$p{}s{}", panel, series);
}

const std::vector<double>& column(const Series& series, std::size_t index)
{
    return series.columns[index].second;
}

bool is_mark(Kind kind)
{
    return kind == Kind::horizontal || kind == Kind::vertical || kind == Kind::text ||
           kind == Kind::text_3d;
}

bool stands_on_zero(Kind kind)
{
    return kind == Kind::bars || kind == Kind::bar_chart || kind == Kind::impulses;
}

bool any_finite(const Series& series)
{
    for (std::size_t row = 0; row < column(series, 0).size(); ++row) {
        const bool finite =
            std::all_of(series.columns.begin(), series.columns.end(),
                        [row](const NamedNumbers& c) { return std::isfinite(c.second[row]); });
        if (finite)
            return true;
    }
    return false;
}

void write_data(std::string& out, const Series& series, const std::string& name)
{
    out += name + " << EOD\n";
    const std::size_t rows = column(series, 0).size();
    for (std::size_t row = 0; row < rows; ++row) {
        if (series.kind == Kind::surface && row > 0 && row % series.width == 0)
            out += '\n';
        if (series.kind == Kind::regions) {
            const auto c = static_cast<std::size_t>(column(series, 2)[row]);
            out +=
                fmt::format("{} {} {}\n", number(column(series, 0)[row]),
                            number(column(series, 1)[row]), channels(tint(series.colors[c], 0.3)));
            continue;
        }
        for (const auto& [column_name, values] : series.columns)
            out += number(values[row]) + ' ';
        out += '\n';
    }
    out += "EOD\n";
}

struct PanelWriter {
    const Drawing& drawing;
    const Panel& panel;
    std::size_t index;
    std::string& out;

    double width() const { return drawing.size().first; }
    double height() const { return drawing.size().second; }
    double panel_width() const { return width() / static_cast<double>(drawing.columns); }

    std::vector<std::string> legend_entries() const
    {
        std::vector<std::string> entries;
        for (const Series& series : panel.series) {
            if (!series.style.label.empty())
                entries.push_back(series.style.label);
            entries.insert(entries.end(), series.labels.begin(), series.labels.end());
        }
        return entries;
    }

    // Columns of a legend above or below the plot: gnuplot makes all as wide as the widest.
    std::size_t legend_columns() const
    {
        if (panel.three_dimensional())
            return 1; // in 3D gnuplot does not put entries side by side
        double widest = 0.0;
        const auto entries = legend_entries();
        for (const std::string& entry : entries)
            widest = std::max(widest, text_width(entry, font_size) + 50.0);
        const double room = panel_width() - 60.0;
        const auto fitting = static_cast<std::size_t>(std::max(1.0, room / std::max(widest, 1.0)));
        return std::min(fitting, std::max<std::size_t>(entries.size(), 1));
    }

    std::size_t legend_rows() const
    {
        const std::size_t entries = legend_entries().size();
        const std::size_t columns = legend_columns();
        return (entries + columns - 1) / columns;
    }

    bool legend_above() const { return panel.legend == Legend::above && !legend_entries().empty(); }

    double legend_lines() const
    {
        return legend_above() ? 1.25 * static_cast<double>(legend_rows()) + 0.3 : 0.0;
    }

    double title_lines() const { return panel.title.empty() ? 0.0 : 1.6; }

    // The middle of the panel and its upper edge, as fractions of the whole figure.
    double screen_x() const
    {
        return (static_cast<double>(index % drawing.columns) + 0.5) /
               static_cast<double>(drawing.columns);
    }
    double screen_top() const
    {
        return 1.0 -
               static_cast<double>(index / drawing.columns) / static_cast<double>(drawing.rows);
    }

    // How many lines of text there are above the plot, and below it.
    double head_lines() const { return title_lines() + legend_lines(); }
    double foot_lines() const
    {
        if (!panel.axes)
            return 0.5;
        // Labels that do not fit side by side are rotated, and hang down by their length.
        double longest = 0.0;
        for (const std::string& word : x_tic_labels())
            longest = std::max(longest, text_width(word, font_size));
        const double hanging = x_tic_labels_crowded() ? 0.55 * longest / (1.2 * font_size) : 0.0;
        return (panel.x.label.empty() ? 1.7 : 3.2) + hanging;
    }

    // Otherwise gnuplot has to find out itself how much room there must be.
    bool foot_known() const { return !panel.three_dimensional() && panel.legend != Legend::below; }

    // The texts at the tics of x, if there are any: categories, or those that were asked for.
    std::vector<std::string> x_tic_labels() const
    {
        std::vector<std::string> words;
        for (const auto& [at, text] : panel.x.tics)
            words.push_back(text);
        for (const Series& series : panel.series)
            if (series.kind == Kind::bar_chart)
                return series.words;
        return words;
    }

    bool x_tic_labels_crowded() const
    {
        double width = 0.0;
        for (const std::string& word : x_tic_labels())
            width += text_width(word, font_size) + 12.0;
        return width >= panel_width() - 70.0;
    }

    void line(const std::string& text) { out += text + '\n'; }

    void frame(double top_lines, std::optional<double> bottom_lines)
    {
        line("reset");
        line("set minussign");
        line("set style fill solid 1 noborder");
        line("set style textbox opaque fillcolor rgb \"#ffffff\" noborder margins 0.6,0.4");
        line(fmt::format("set tmargin {:.4g}", top_lines + 0.7));
        if (bottom_lines)
            line(fmt::format("set bmargin {:.4g}", *bottom_lines));
        if (!panel.title.empty() && panel.three_dimensional())
            line(fmt::format("set label {} at screen {:.4g}, screen {:.4g} center "
                             "tc rgb \"#000000\"",
                             gnuplot_string(panel.title), screen_x(),
                             screen_top() - 1.1 * font_size / height()));
        else if (!panel.title.empty())
            line(fmt::format("set title {} offset 0,{:.4g} tc rgb \"#000000\"",
                             gnuplot_string(panel.title), top_lines - title_lines() - 0.4));
        if (panel.axes) {
            line(fmt::format("set border {} lw 1 lc rgb \"#404040\"",
                             panel.three_dimensional() ? 31 : 3));
            line("set tics nomirror out scale 0.5 tc rgb \"#202020\"");
            line("set grid lt 1 lw 0.8 lc rgb \"#e2e2e2\"");
        } else {
            line("unset border\nunset tics\nunset grid");
        }
        if (panel.equal_aspect)
            line("set size ratio -1");
        if (panel.zero_lines)
            line("set xzeroaxis lt 1 lw 1 lc rgb \"#808080\"\n"
                 "set yzeroaxis lt 1 lw 1 lc rgb \"#808080\"");
    }

    // The range of an axis: the one that was asked for, or that of its data.
    std::pair<double, double> extent(const char* name, const Axis& axis) const
    {
        if (axis.range)
            return *axis.range;
        double low = std::numeric_limits<double>::infinity();
        double high = -low;
        const auto belongs = [name](const std::string& column) {
            return column == name || (*name == 'y' && (column == "low" || column == "high"));
        };
        for (const Series& series : panel.series) {
            for (const auto& [column_name, values] : series.columns) {
                for (const double value : values) {
                    if (belongs(column_name) && std::isfinite(value)) {
                        low = std::min(low, value);
                        high = std::max(high, value);
                    }
                }
            }
        }
        return low < high ? std::pair{low, high} : std::pair{0.0, 1.0};
    }

    void axis(const char* name, const Axis& axis)
    {
        if (!axis.label.empty())
            line(fmt::format(
                "set {}label {} tc rgb \"#000000\"{}", name, gnuplot_string(axis.label),
                panel.three_dimensional() && *name == 'z' ? " rotate by 90 offset 1,0" : ""));
        if (axis.logarithmic)
            line(fmt::format("set logscale {0}\nset format {0} \"10^{{%L}}\"", name));
        else
            line(fmt::format("set format {} \"%.10g\"", name));
        // Short axes get few tics, so that their numbers do not run into each other.
        const double length =
            *name == 'x' ? panel_width() : height() / static_cast<double>(drawing.rows);
        const bool is_short = panel.three_dimensional() || length < 260.0;
        if (panel.axes && is_short && !axis.own_tics && !axis.logarithmic) {
            const auto [low, high] = extent(name, axis);
            const double step = round_step((high - low) / (*name == 'y' ? 4.0 : 3.0));
            if (step > 0.0)
                line(fmt::format("set {}tics {}", name, number(step)));
        }
        if (!panel.axes || !axis.own_tics)
            return;
        if (axis.tics.empty()) {
            line(fmt::format("unset {}tics", name));
            return;
        }
        std::string list;
        for (const auto& [at, text] : axis.tics) {
            std::string written = gnuplot_string(text);
            for (std::size_t i = written.find('%'); i != std::string::npos;
                 i = written.find('%', i + 2))
                written.insert(i, "%"); // gnuplot reads the labels of tics as formats
            list += fmt::format("{}{} {}", list.empty() ? "" : ", ", text.empty() ? "" : written,
                                number(at));
        }
        const bool crowded = *name == 'x' && x_tic_labels_crowded();
        line(fmt::format("set {}tics ({}){}", name, list, crowded ? " rotate by 35 right" : ""));
    }

    void ranges()
    {
        const auto has = [this](auto predicate) {
            return std::any_of(panel.series.begin(), panel.series.end(),
                               [&](const Series& s) { return predicate(s.kind); });
        };
        const bool drawn =
            std::any_of(panel.series.begin(), panel.series.end(),
                        [](const Series& s) { return !is_mark(s.kind) && any_finite(s); });
        const auto range = [this](const char* name, const Axis& axis, bool reversed,
                                  const std::string& otherwise) {
            const std::string from = axis.range ? number(axis.range->first) : "";
            const std::string to = axis.range ? number(axis.range->second) : "";
            if (axis.range)
                line(fmt::format("set {}range [{}:{}]", name, reversed ? to : from,
                                 reversed ? from : to));
            else if (!otherwise.empty())
                line(fmt::format("set {}range {}", name, otherwise));
        };
        std::string x = drawn ? "" : "[0:1]";
        std::string y = drawn ? "" : "[0:1]";
        if (drawn && has(stands_on_zero) && !panel.y.logarithmic)
            y = "[*<0:0<*]";
        for (const Series& series : panel.series)
            if (series.kind == Kind::bar_chart)
                x = fmt::format("[-0.6:{:.4g}]", static_cast<double>(series.words.size()) - 0.4);
        const bool points = has([](Kind kind) { return kind == Kind::points; });
        if (!points && !has(stands_on_zero) && !panel.three_dimensional())
            line("set autoscale xfixmin\nset autoscale xfixmax");
        range("x", panel.x, false, x);
        range("y", panel.y, panel.downwards, y);
        range("z", panel.z, false, "");
    }

    void bar_axis()
    {
        const bool bars = std::any_of(panel.series.begin(), panel.series.end(),
                                      [](const Series& s) { return stands_on_zero(s.kind); });
        if (bars && !panel.y.logarithmic)
            line("set xzeroaxis lt 1 lw 1 lc rgb \"#404040\"");
    }

    void categories()
    {
        for (const Series& series : panel.series) {
            if (series.kind != Kind::bar_chart)
                continue;
            Axis with_words = panel.x;
            with_words.own_tics = true;
            with_words.tics.clear();
            for (std::size_t i = 0; i < series.words.size(); ++i)
                with_words.tics.emplace_back(static_cast<double>(i), series.words[i]);
            axis("x", with_words);
            line("set grid noxtics");
            return;
        }
    }

    void scale()
    {
        if (!panel.scale) {
            line("unset colorbox");
            return;
        }
        std::string list;
        for (const auto& [at, tone] : stops(panel.scale->palette))
            list += fmt::format("{}{:.4g} \"{}\"", list.empty() ? "" : ", ", at, tone);
        line(fmt::format("set palette defined ({}) maxcolors 256", list));
        line(
            fmt::format("set cbrange [{}:{}]", number(panel.scale->from), number(panel.scale->to)));
        line("set format cb \"%.6g\"");
        if (!panel.scale->bar)
            line("unset colorbox");
        else if (!panel.scale->label.empty())
            line(fmt::format("set cblabel {} tc rgb \"#000000\"",
                             gnuplot_string(panel.scale->label)));
    }

    void legend()
    {
        if (panel.legend == Legend::none || legend_entries().empty()) {
            line("unset key");
            return;
        }
        const auto beside = [this](const char* where) {
            return fmt::format("{} center {} maxcols {}", where,
                               legend_columns() == 1 ? "vertical" : "horizontal", legend_columns());
        };
        // Just above the plot, whose height can only be estimated here.
        const double panel_height = height() / static_cast<double>(drawing.rows);
        const double plot_height = panel_height - (head_lines() + foot_lines()) * 1.2 * font_size;
        const std::string above =
            panel.three_dimensional()
                ? fmt::format("at screen {:.4g}, screen {:.4g} top", screen_x(),
                              screen_top() - (6.0 + title_lines() * 1.2 * font_size) / height())
                : fmt::format("at graph 0.5, graph {:.4g} bottom",
                              1.0 + 5.0 / std::max(plot_height, 50.0));
        std::string position;
        switch (panel.legend) {
        case Legend::above: position = beside(above.c_str()); break;
        case Legend::below: position = beside("bmargin"); break;
        case Legend::right: position = "rmargin top vertical"; break;
        case Legend::top_left: position = "inside left top vertical opaque"; break;
        case Legend::top_right: position = "inside right top vertical opaque"; break;
        case Legend::bottom_left: position = "inside left bottom vertical opaque"; break;
        case Legend::bottom_right: position = "inside right bottom vertical opaque"; break;
        case Legend::none: break;
        }
        line(fmt::format("set key {} Left reverse samplen 2.4 spacing 1.1 tc rgb \"#000000\"",
                         position));
    }

    void label(const Series& series)
    {
        const TextStyle& style = series.text_style;
        const char* align = style.align == Align::left    ? "left"
                            : style.align == Align::right ? "right"
                                                          : "center";
        std::string at = number(column(series, 0)[0]) + "," + number(column(series, 1)[0]);
        if (series.kind == Kind::text_3d)
            at += "," + number(column(series, 2)[0]);
        line(fmt::format("set label {} at {} {} front{}{} font \",{:.4g}\" tc {} "
                         "offset screen {:.6g},{:.6g}",
                         gnuplot_string(series.words[0]), at, align,
                         style.rotation != 0.0 ? fmt::format(" rotate by {:.4g}", style.rotation)
                                               : "",
                         style.boxed ? " boxed" : "", style.size * font_size,
                         color_spec(hex(style.color)), style.dx / width(), style.dy / height()));
    }

    void reference(const Series& series)
    {
        const std::string position = number(column(series, 0)[0]);
        const bool flat = series.kind == Kind::horizontal;
        line(fmt::format("set arrow from {0} to {1} nohead back {2}",
                         flat ? "graph 0, first " + position : "first " + position + ", graph 0",
                         flat ? "graph 1, first " + position : "first " + position + ", graph 1",
                         stroke(series.style)));
    }

    // gnuplot would hide points and lines that lie on a surface: as labels and arrows they are
    // drawn in front of it.
    void over_surface(const Series& series)
    {
        const auto at = [&series](std::size_t row) {
            return fmt::format("{},{},{}", number(column(series, 0)[row]),
                               number(column(series, 1)[row]), number(column(series, 2)[row]));
        };
        const auto there = [&series](std::size_t row) {
            return std::isfinite(column(series, 0)[row]) && std::isfinite(column(series, 1)[row]) &&
                   std::isfinite(column(series, 2)[row]);
        };
        for (std::size_t row = 0; row < column(series, 0).size(); ++row) {
            if (series.kind == Kind::line_3d && row > 0 && there(row - 1) && there(row))
                line(fmt::format("set arrow from {} to {} nohead front {}", at(row - 1), at(row),
                                 stroke(series.style)));
            if (series.style.marker != Marker::none && there(row))
                line(fmt::format("set label \"\" at {} point {} lw 1.5 lc {} front", at(row),
                                 point(series.style), color_spec(series.style)));
        }
    }

    // The clauses of the plot command that draw one series.
    std::vector<std::string> clauses(const Series& series, std::size_t series_index)
    {
        const Style& style = series.style;
        const std::string data = block(index, series_index);
        const std::string name = title(style.label);
        const std::string legend_only = "NaN with lines " + stroke(style) + " " + name;
        if (series.kind == Kind::horizontal || series.kind == Kind::vertical)
            return style.label.empty() ? std::vector<std::string>{}
                                       : std::vector<std::string>{legend_only};
        if (is_mark(series.kind))
            return {};
        if (!any_finite(series))
            return style.label.empty() ? std::vector<std::string>{}
                                       : std::vector<std::string>{legend_only};
        const auto one = [&](const std::string& how) {
            return std::vector<std::string>{data + " " + how + " " + name};
        };
        const std::string fill = fmt::format("fs {} solid {:.4g} noborder lc {}",
                                             style.opacity < 1.0 ? "transparent" : "",
                                             style.opacity, color_spec(hex(style.color)));
        switch (series.kind) {
        case Kind::line:
        case Kind::contour:
            if (style.marker != Marker::none)
                return one("using 1:2 with linespoints " + point(style) + " " + stroke(style));
            return one("using 1:2 with lines " + stroke(style));
        case Kind::points:
            return one(fmt::format("using 1:2 with points {} lw 1.5 lc {}", point(style),
                                   color_spec(style)));
        case Kind::steps: return one("using 1:2 with steps " + stroke(style));
        case Kind::area: return one("using 1:2:3 with filledcurves " + fill);
        case Kind::impulses: return one("using 1:2 with impulses " + stroke(style));
        case Kind::bars: return one("using 1:2:3 with boxes " + fill);
        case Kind::bar_chart: {
            const auto groups = static_cast<double>(
                std::count_if(panel.series.begin(), panel.series.end(),
                              [](const Series& s) { return s.kind == Kind::bar_chart; }));
            const double bar = 0.8 / groups;
            const double shift = (static_cast<double>(series.group) - (groups - 1.0) / 2.0) * bar;
            return one(fmt::format("using ($1+({:.6g})):2:({:.6g}) with boxes {}", shift,
                                   0.94 * bar, fill));
        }
        case Kind::arrows:
            return one(fmt::format("using 1:2:3:4 with vectors head filled size screen {:.6g},18 "
                                   "fixed {}",
                                   (7.0 + 1.5 * style.width) / width(), stroke(style)));
        case Kind::heat_map: return {data + " using 1:2:3 with image notitle"};
        case Kind::image: return {data + " using 1:2:3 with image pixels notitle"};
        case Kind::regions: {
            std::vector<std::string> result{data + " using 1:2:3:4:5 with rgbimage notitle"};
            for (std::size_t c = 0; c < series.labels.size() && c < series.colors.size(); ++c)
                result.push_back(fmt::format("NaN with boxes fs solid 1 noborder lc rgb \"{}\" {}",
                                             tint(series.colors[c], 0.3), title(series.labels[c])));
            return result;
        }
        case Kind::surface: return {data + " using 1:2:3 with pm3d notitle"};
        case Kind::line_3d: return one("using (NaN):(NaN):(NaN) with lines " + stroke(style));
        case Kind::points_3d:
            return one(fmt::format("using (NaN):(NaN):(NaN) with points {} lw 1.5 lc {}",
                                   point(style), color_spec(style)));
        default: return {};
        }
    }

    void plot()
    {
        const bool three = panel.three_dimensional();
        if (three) {
            line("set pm3d depthorder border lw 0.4 lc rgb \"#5a5a5a\"");
            line("set xyplane relative 0.04");
            line(fmt::format("set view {:.4g},{:.4g},0.97,1.1", panel.elevation, panel.azimuth));
        }
        std::vector<std::string> all;
        for (std::size_t i = 0; i < panel.series.size(); ++i) {
            const Series& series = panel.series[i];
            if (series.kind == Kind::text || series.kind == Kind::text_3d)
                label(series);
            else if (series.kind == Kind::line_3d || series.kind == Kind::points_3d)
                over_surface(series);
            else if (series.kind == Kind::horizontal || series.kind == Kind::vertical)
                reference(series);
            for (const std::string& clause : clauses(series, i))
                all.push_back(clause);
        }
        if (all.empty())
            all.push_back("NaN notitle");
        line(fmt::format("{} {}", three ? "splot" : "plot", fmt::join(all, ", \\\n    ")));
    }

    void write(double top_lines, std::optional<double> bottom_lines)
    {
        frame(top_lines, bottom_lines);
        axis("x", panel.x);
        axis("y", panel.y);
        axis("z", panel.z);
        ranges();
        bar_axis();
        categories();
        scale();
        legend();
        plot();
    }
};

// ---------------------------------------------------------------- terminals and files

std::string terminal(const char* kind, const Drawing& drawing, int scale, const std::string& font)
{
    const auto [width, height] = drawing.size();
    return fmt::format("set encoding utf8\nset terminal {} size {},{} enhanced {} background "
                       "\"#ffffff\"\n",
                       kind, width * scale, height * scale, font);
}

std::string svg_terminal(const Drawing& drawing)
{
    return terminal("svg", drawing, 1, fmt::format("font \"{},{}\" butt", font_family, font_size));
}

// Cairo's unit is the point (here ¾ of a pixel), and its dashes are half as long as those in SVG.
std::string png_terminal(const Drawing& drawing, int scale)
{
    return terminal("pngcairo", drawing, scale,
                    fmt::format("font \"{},{}\" fontscale {:.4g} linewidth {} pointscale {} "
                                "dashlength 2 butt",
                                font_family, font_size, 0.75 * scale, scale, scale));
}

void replace_all(std::string& text, const std::string& from, const std::string& to)
{
    for (std::size_t at = text.find(from); at != std::string::npos;
         at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

// Removes gnuplot's name and version, and names fallback fonts.
std::string tidied_svg(std::string svg)
{
    svg = std::regex_replace(svg, std::regex("<(title|desc)>[^<]*</(title|desc)>\n?"), "");
    replace_all(svg, "font-family=\"" + font_family + "\"",
                "font-family=\"" + font_fallback + "\"");
    return svg;
}

void run_gnuplot(const std::string& script, const std::filesystem::path& folder)
{
    write_file(folder / "script.gp", script);
    run_program("gnuplot", "gnuplot-nox", {"-d", "script.gp"}, folder);
}

// A GIF has 256 colours, many of which gnuplot reserves for itself. So the colours of these frames
// are allocated first: the scales, greys for text, and each hue fading to white. Whatever else
// occurs gets the nearest of these.
std::vector<std::string> gif_colors(const std::vector<Drawing>& frames)
{
    std::set<Palette> palettes;
    std::set<Color> hues, tints;
    for (const Drawing& frame : frames) {
        for (const Panel& panel : frame.panels) {
            if (panel.scale)
                palettes.insert(panel.scale->palette);
            for (const Series& series : panel.series) {
                hues.insert(series.style.color);
                hues.insert(series.text_style.color);
                tints.insert(series.colors.begin(), series.colors.end());
            }
        }
    }
    std::vector<std::string> colors;
    for (const Color color : tints)
        colors.push_back(tint(color, 0.3));
    for (const Color color : hues)
        colors.push_back(hex(color));
    for (int i = 0; i <= 15; ++i)
        colors.push_back(fmt::format("#{0:02x}{0:02x}{0:02x}", 17 * i));
    const int shades = palettes.empty() ? 0 : 56 / static_cast<int>(palettes.size());
    for (const Palette palette : palettes)
        for (int i = 0; i <= shades; ++i)
            colors.push_back(color_at(palette, static_cast<double>(i) / shades));
    for (int i = 1; i <= 5; ++i)
        for (const Color color : hues)
            colors.push_back(tint(color, i / 6.0));
    return colors;
}

// These colours as gnuplot data, two pixels each: what is drawn first is allocated first.
std::string gif_swatch(const std::vector<Drawing>& frames)
{
    std::string out = "$colors << EOD\n";
    int position = 0;
    for (const std::string& c : gif_colors(frames)) {
        for (int row = 0; row < 2; ++row)
            out += fmt::format("{} {} {}\n", position, row, channels(c));
        ++position;
    }
    return out + "EOD\n";
}

// gnuplot's GIF terminal draws without anti-aliasing. So the frames are drawn as PNG, and the GIF
// terminal only assembles them.
std::string render_gif(const Drawing& drawing, const std::filesystem::path& folder)
{
    std::string script;
    for (std::size_t i = 0; i < drawing.frames.size(); ++i)
        script += png_terminal(drawing.frames[i], 1) + fmt::format("set output \"{}.png\"\n", i) +
                  gnuplot_script(drawing.frames[i]) + "unset output\n";
    run_gnuplot(script, folder);

    const auto [width, height] = drawing.size();
    const double seconds = std::max(drawing.animation.seconds_per_frame, 0.02);
    const auto repeats = static_cast<std::size_t>(std::max(drawing.animation.hold / seconds, 0.0));
    script = fmt::format(
        "set terminal gif animate delay {} loop 0 optimize size {},{} background \"#ffffff\"\n"
        "set output \"animation.gif\"\n"
        "unset key\nunset border\nunset tics\nunset colorbox\n"
        "set margins screen 0, screen 1, screen 0, screen 1\n"
        "set xrange [-0.5:{}.5]\nset yrange [-0.5:{}.5]\n",
        std::lround(100.0 * seconds), width, height, width - 1, height - 1);
    script += gif_swatch(drawing.frames);
    for (std::size_t i = 0; i < drawing.frames.size() + repeats; ++i)
        script += fmt::format("plot {}\"{}.png\" binary filetype=png with rgbimage\n",
                              i == 0 ? "$colors using 1:2:3:4:5 with rgbimage, " : "",
                              std::min(i, drawing.frames.size() - 1));
    script += "unset output\n";
    run_gnuplot(script, folder);
    return read_whole_file(folder / "animation.gif", ";");
}

} // namespace

std::string gnuplot_string(const std::string& text)
{
    std::string out = "\"";
    const auto literal = [&out](const std::string& part) {
        for (const char c : part) {
            switch (c) {
            case '\n': out += "\\n"; break;
            case '"': out += "\\\""; break;
            case '`': out += "\\140"; break; // gnuplot would run the text as a command
            case '\\': out += "\\\\\\\\"; break;
            case '^':
            case '_':
            case '@':
            case '&':
            case '~':
            case '{':
            case '}':
                out += "\\\\";
                out += c;
                break;
            default: out += c;
            }
        }
    };
    for (const TextPiece& piece : pieces(text)) {
        if (piece.level != TextPiece::Level::base)
            out += piece.level == TextPiece::Level::subscript ? "_{" : "^{";
        literal(piece.text);
        if (piece.level != TextPiece::Level::base)
            out += "}";
    }
    return out + "\"";
}

std::string gnuplot_script(const Drawing& drawing)
{
    std::string out;
    for (std::size_t p = 0; p < drawing.panels.size(); ++p)
        for (std::size_t s = 0; s < drawing.panels[p].series.size(); ++s)
            if (!is_mark(drawing.panels[p].series[s].kind))
                write_data(out, drawing.panels[p].series[s], block(p, s));

    const Panel nothing;
    const std::size_t positions = drawing.rows * drawing.columns;
    if (positions > 1)
        out += fmt::format("set multiplot layout {},{} rowsfirst\n", drawing.rows, drawing.columns);
    for (std::size_t position = 0; position < positions; ++position) {
        const bool there = position < drawing.panels.size() && !drawing.panels[position].skipped;
        if (!there) {
            if (positions > 1)
                out += "set multiplot next\n";
            continue;
        }
        // The panels of a row are aligned at their upper and lower edges.
        double top = 0.0;
        std::optional<double> bottom;
        const std::size_t row = position / drawing.columns;
        for (std::size_t other = row * drawing.columns;
             other < std::min((row + 1) * drawing.columns, drawing.panels.size()); ++other) {
            std::string unused;
            const PanelWriter neighbour{drawing, drawing.panels[other], other, unused};
            top = std::max(top, neighbour.head_lines());
            bottom = std::max(bottom.value_or(0.0), neighbour.foot_lines());
        }
        PanelWriter writer{drawing, drawing.panels[position], position, out};
        writer.write(top, writer.foot_known() ? bottom : std::nullopt);
    }
    if (positions > 1)
        out += "unset multiplot\n";
    return out;
}

std::map<std::string, std::string> render(const Drawing& drawing)
{
    std::map<std::string, std::string> files;
    files["csv"] = csv(drawing);
    const TemporaryFolder folder;
    const Drawing still = drawing.still();
    const std::string script = gnuplot_script(still);
    run_gnuplot(svg_terminal(still) + "set output \"figure.svg\"\n" + script + "unset output\n",
                folder.path());
    files["svg"] = tidied_svg(read_whole_file(folder.path() / "figure.svg", "</svg>"));
    run_gnuplot(png_terminal(still, 2) + "set output \"figure.png\"\n" + script + "unset output\n",
                folder.path());
    files["png"] = read_whole_file(folder.path() / "figure.png", "IEND");
    if (drawing.animated())
        files["gif"] = render_gif(drawing, folder.path());
    return files;
}

} // namespace workbook
