#include "common/plot/gnuplot_axes.hpp"

#include "common/plot/gnuplot_data.hpp"
#include "common/plot/gnuplot_end_labels.hpp"
#include "common/plot/gnuplot_range.hpp"
#include "common/plot/gnuplot_text.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include <fmt/format.h>

namespace workbook::gnuplot {

namespace {

bool stands_on_zero(Kind kind)
{
    return kind == Kind::bars || kind == Kind::bar_chart || kind == Kind::impulses;
}

struct AxesWriter {
    const PanelLayout& layout;
    std::string& out;
    const Panel& panel = layout.panel;
    const double font_size = layout.drawing.font_size;

    void line(const std::string& text) { out += text + '\n'; }

    void frame(double top_lines, std::optional<double> bottom_lines)
    {
        line("reset");
        line(fmt::format("set origin {:.6g},{:.6g}\nset size {:.6g},{:.6g}",
                         layout.screen_x() - 0.5 / static_cast<double>(layout.drawing.columns),
                         layout.screen_bottom(), layout.panel_width() / layout.width(),
                         layout.panel_height() / layout.height()));
        line("set minussign");
        line("set style fill solid 1 noborder");
        line("set style textbox opaque fillcolor rgb \"#ffffff\" noborder margins 0.6,0.4");
        line(fmt::format("set tmargin {:.4g}", top_lines + 0.7));
        if (bottom_lines)
            line(fmt::format("set bmargin {:.4g}", *bottom_lines));
        if (!panel.title.empty() && panel.three_dimensional())
            line(fmt::format("set label {} at screen {:.4g}, screen {:.4g} center "
                             "tc rgb \"#000000\"",
                             gnuplot_string(panel.title), layout.screen_x(),
                             layout.screen_top() - 1.1 * font_size / layout.height()));
        else if (!panel.title.empty())
            line(fmt::format("set title {} offset 0,{:.4g} tc rgb \"#000000\"",
                             gnuplot_string(panel.title), top_lines - layout.title_lines() - 0.4));
        if (panel.axes) {
            line(fmt::format("set border {} lw 1 lc rgb \"#404040\"",
                             panel.three_dimensional() ? 31 : 3));
            line("set tics nomirror out scale 0.5 tc rgb \"#202020\"");
            if (!panel.three_dimensional())
                line("set xtics offset 0,0.3");
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

    // gnuplot leaves more room between numbers and label than they need, above all in space.
    const char* label_offset(char name) const
    {
        if (!panel.three_dimensional())
            return name == 'x' ? " offset 0,0.6" : name == 'y' ? " offset 0.6,0" : "";
        if (name == 'z')
            return " rotate by 90 offset 1,0";
        // The axis that runs to the side has its label there.
        const bool to_the_side = (name == 'y') == (panel.azimuth < 45.0);
        return !to_the_side ? " offset 0,0.4" : name == 'y' ? " offset -3,0.5" : " offset 3,0.5";
    }

    void axis(const char* name, const Axis& axis)
    {
        if (!axis.label.empty())
            line(fmt::format("set {}label {} tc rgb \"#000000\"{}", name,
                             gnuplot_string(axis.label), label_offset(*name)));
        if (axis.logarithmic)
            line(fmt::format("set logscale {0}\nset format {0} \"10^{{%L}}\"", name));
        else
            line(fmt::format("set format {} \"%.10g\"", name));
        // Short axes get few tics, so that their numbers do not run into each other.
        const double length = *name == 'x' ? layout.panel_width() : layout.panel_height();
        const bool is_short = panel.three_dimensional() || length < (*name == 'x' ? 380.0 : 260.0);
        if (panel.axes && is_short && !axis.own_tics && !axis.logarithmic) {
            const auto [low, high] = extent(panel, name, axis);
            const double step =
                round_step((high - low) / (*name == 'y' || length > 300.0 ? 4.0 : 3.0));
            if (step > 0.0)
                line(fmt::format("set {}tics {}", name, number(step)));
        }
        if (panel.axes && axis.logarithmic && !axis.own_tics)
            powers_as_tics(name, axis, length);
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
        const bool crowded = *name == 'x' && layout.x_tic_labels_crowded();
        line(fmt::format("set {}tics ({}){}", name, list,
                         crowded ? " rotate by 35 right offset 0,0" : ""));
    }

    // Every second, third … power of ten where all of them would run into each other.
    void powers_as_tics(const char* name, const Axis& axis, double length)
    {
        const auto [low, high] = rounded_extent(panel, name, axis);
        const double powers = std::log10(high / low);
        const double fitting = 0.75 * length / (font_size * (*name == 'x' ? 3.6 : 2.6));
        const double every = std::ceil(powers / fitting);
        if (every > 1.0)
            line(fmt::format("set {}tics {:.6g}", name, std::pow(10.0, every)));
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
        const bool labels_at_ends =
            layout.legend() == Legend::ends && !layout.legend_entries().empty();
        if (labels_at_ends && !panel.y.range) {
            // The labels need to know where the lines will be.
            const auto [low, high] = rounded_extent(panel, "y", panel.y);
            y = fmt::format("[{}:{}]", number(low), number(high));
        }
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
        const bool is_last = layout.index + 1 == layout.drawing.panels.size();
        const bool shared = layout.drawing.shared_scale().has_value();
        if (!panel.scale->bar || (shared && !is_last))
            line("unset colorbox");
        else if (shared)
            shared_bar();
        else if (!panel.scale->label.empty())
            line(fmt::format("set cblabel {} tc rgb \"#000000\"",
                             gnuplot_string(panel.scale->label)));
    }

    // One bar for all panels, lying below them, with its name on its left.
    void shared_bar()
    {
        const double length = std::min(0.5, 260.0 / layout.width());
        const double left = 0.5 - 0.5 * length;
        const double thick = 0.8 * font_size;
        const double bottom = strip_height(layout.drawing) - 0.4 * font_size - thick;
        line(fmt::format("set colorbox horizontal user origin screen {:.6g},{:.6g} size screen "
                         "{:.6g},{:.6g}\nset cbtics offset 0,0.3",
                         left, bottom / layout.height(), length, thick / layout.height()));
        if (!panel.scale->label.empty())
            line(fmt::format("set label {} at screen {:.6g},{:.6g} right tc rgb \"#000000\"",
                             gnuplot_string(panel.scale->label), left - 8.0 / layout.width(),
                             (bottom + 0.5 * thick) / layout.height()));
    }

    void legend()
    {
        const Legend legend = layout.legend();
        if (legend == Legend::none || legend == Legend::ends || layout.legend_entries().empty()) {
            line("unset key");
            if (legend == Legend::ends)
                write_end_labels(out, layout, *end_labels(layout, false));
            return;
        }
        const auto beside = [this](const char* where) {
            return fmt::format("{} center {} maxcols {}", where,
                               layout.legend_columns() == 1 ? "vertical" : "horizontal",
                               layout.legend_columns());
        };
        // Just above the plot, whose height can only be estimated here.
        const double panel_height = layout.panel_height();
        const double plot_height =
            panel_height - (layout.head_lines() + layout.foot_lines()) * 1.2 * font_size;
        const std::string above =
            panel.three_dimensional()
                ? fmt::format("at screen {:.4g}, screen {:.4g} top", layout.screen_x(),
                              layout.screen_top() -
                                  (6.0 + layout.title_lines() * 1.2 * font_size) / layout.height())
                : fmt::format("at graph 0.5, graph {:.4g} bottom",
                              1.0 + 5.0 / std::max(plot_height, 50.0));
        std::string position;
        switch (legend) {
        case Legend::above: position = beside(above.c_str()); break;
        case Legend::below: position = beside("bmargin"); break;
        case Legend::right: position = "rmargin top vertical"; break;
        case Legend::top_left: position = "inside left top vertical opaque"; break;
        case Legend::top_right: position = "inside right top vertical opaque"; break;
        case Legend::bottom_left: position = "inside left bottom vertical opaque"; break;
        case Legend::bottom_right: position = "inside right bottom vertical opaque"; break;
        case Legend::automatic:
        case Legend::ends:
        case Legend::none: break;
        }
        line(fmt::format("set key {} Left reverse samplen 2.4 spacing 1.1 tc rgb \"#000000\"",
                         position));
    }
};

} // namespace

void write_axes(std::string& out, const PanelLayout& layout, double top_lines,
                std::optional<double> bottom_lines)
{
    AxesWriter writer{layout, out};
    writer.frame(top_lines, bottom_lines);
    writer.axis("x", layout.panel.x);
    writer.axis("y", layout.panel.y);
    writer.axis("z", layout.panel.z);
    writer.ranges();
    writer.bar_axis();
    writer.categories();
    writer.scale();
    writer.legend();
}

} // namespace workbook::gnuplot
