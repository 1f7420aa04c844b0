#include "common/plot/gnuplot_series.hpp"

#include "common/plot/gnuplot_data.hpp"
#include "common/plot/gnuplot_text.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace workbook::gnuplot {

namespace {

std::string filling(const Style& style)
{
    return fmt::format("fs {} solid {:.4g} noborder lc {}",
                       style.opacity < 1.0 ? "transparent" : "", style.opacity,
                       color_spec(hex(style.color)));
}

struct SeriesWriter {
    const PanelLayout& layout;
    std::string& out;
    const Panel& panel = layout.panel;

    void line(const std::string& text) { out += text + '\n'; }

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
                         style.boxed ? " boxed" : "", style.size * layout.drawing.font_size,
                         color_spec(text_hex(style.color)), style.dx / layout.width(),
                         style.dy / layout.height()));
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
        const std::string data = block(layout.index, series_index);
        const std::string name = title(style.label);
        const bool reference = series.kind == Kind::horizontal || series.kind == Kind::vertical;
        if (!reference && is_mark(series.kind))
            return {};
        if (reference || !any_finite(series))
            return style.label.empty() ? std::vector<std::string>{}
                                       : std::vector<std::string>{legend_entry(series)};
        const auto one = [&](const std::string& how) {
            return std::vector<std::string>{data + " " + how + " " + name};
        };
        const std::string fill = filling(style);
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
        case Kind::shape: {
            std::vector<std::string> result = one("using 1:2 with filledcurves closed " + fill);
            Style outline = style;
            outline.opacity = 1.0;
            if (style.width > 0.0)
                result.push_back(data + " using 1:2 with lines " + stroke(outline) + " notitle");
            return result;
        }
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
                                   (7.0 + 1.5 * style.width) / layout.width(), stroke(style)));
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
};

} // namespace

std::string legend_entry(const Series& series)
{
    const Style& style = series.style;
    const auto entry = [&style](const std::string& how) {
        return fmt::format("NaN with {} {}", how, title(style.label));
    };
    switch (series.kind) {
    case Kind::points:
    case Kind::points_3d:
        return entry(fmt::format("points {} lw 1.5 lc {}", point(style), color_spec(style)));
    case Kind::area:
    case Kind::shape:
    case Kind::bars:
    case Kind::bar_chart: return entry("boxes " + filling(style));
    default:
        return style.marker == Marker::none
                   ? entry("lines " + stroke(style))
                   : entry("linespoints " + point(style) + " " + stroke(style));
    }
}

void write_plot(std::string& out, const PanelLayout& layout)
{
    SeriesWriter{layout, out}.plot();
}

} // namespace workbook::gnuplot
