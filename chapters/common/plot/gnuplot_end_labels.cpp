#include "common/plot/gnuplot_end_labels.hpp"

#include "common/plot/gnuplot_data.hpp"
#include "common/plot/gnuplot_range.hpp"
#include "common/plot/gnuplot_text.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace workbook::gnuplot {

namespace {

constexpr double leader = 14.0; ///< pixels from the line's end to its label
constexpr double at_the_edge = 0.93;

bool is_line(Kind kind)
{
    return kind == Kind::line || kind == Kind::steps || kind == Kind::horizontal;
}

/// The last point of a line that is in the plot; nothing if it leaves through the top or bottom.
std::optional<std::pair<double, double>> end_of(const Panel& panel, const Series& series)
{
    const auto x_range = extent(panel, "x", panel.x);
    const auto y_range = rounded_extent(panel, "y", panel.y);
    if (series.kind == Kind::horizontal)
        return std::pair{1.0, fraction_along(panel.y, y_range, column(series, 0)[0])};
    std::optional<std::pair<double, double>> end;
    for (std::size_t row = 0; row < column(series, 0).size(); ++row) {
        const double x = fraction_along(panel.x, x_range, column(series, 0)[row]);
        const double y = fraction_along(panel.y, y_range, column(series, 1)[row]);
        if (!std::isfinite(x) || !std::isfinite(y) || x > 1.0 + 1e-9)
            continue;
        end.reset();
        if (y > -0.02 && y < 1.02)
            end = std::pair{x, std::clamp(y, 0.0, 1.0)};
    }
    return end;
}

/// Moves labels apart that would overlap, as little as possible: neighbours that are too close
/// become a block, which is centred on where its labels would like to be.
void move_apart(std::vector<EndLabel*>& labels, double apart)
{
    struct Block {
        std::vector<EndLabel*> labels;
        double middle = 0.0;
    };
    std::sort(labels.begin(), labels.end(),
              [](const EndLabel* a, const EndLabel* b) { return a->line_end < b->line_end; });
    const auto half = [apart](const Block& block) {
        return 0.5 * apart * static_cast<double>(block.labels.size());
    };
    std::vector<Block> blocks;
    for (EndLabel* label : labels) {
        blocks.push_back({{label}, label->line_end});
        while (blocks.size() > 1) {
            Block& above = blocks.back();
            Block& below = blocks[blocks.size() - 2];
            if (above.middle - half(above) >= below.middle + half(below) - 1e-9)
                break;
            below.labels.insert(below.labels.end(), above.labels.begin(), above.labels.end());
            double sum = 0.0;
            for (const EndLabel* one : below.labels)
                sum += one->line_end;
            below.middle = sum / static_cast<double>(below.labels.size());
            blocks.pop_back();
        }
    }
    for (const Block& block : blocks) {
        double y = block.middle - half(block) + 0.5 * apart;
        for (EndLabel* label : block.labels) {
            label->y = y;
            y += apart;
        }
    }
}

} // namespace

std::optional<std::vector<EndLabel>> end_labels(const PanelLayout& layout, bool only_if_clear)
{
    const Panel& panel = layout.panel;
    if (panel.three_dimensional() || panel.downwards || !panel.axes)
        return std::nullopt;
    std::vector<EndLabel> labels;
    for (const Series& series : panel.series) {
        if (!series.labels.empty())
            return std::nullopt;
        if (series.style.label.empty())
            continue;
        const auto end = is_line(series.kind) ? end_of(panel, series) : std::nullopt;
        if (!end || (only_if_clear && end->first < at_the_edge))
            return std::nullopt;
        labels.push_back({series.style.label, series.style.color, end->first, end->second,
                          end->second, end->first >= at_the_edge});
    }
    std::vector<EndLabel*> beside;
    for (EndLabel& label : labels)
        if (label.at_edge)
            beside.push_back(&label);
    const bool raised = std::any_of(labels.begin(), labels.end(), [](const EndLabel& label) {
        return label.text.find("^{") != std::string::npos;
    });
    const double line_height = (raised ? 1.5 : 1.25) * layout.drawing.font_size;
    const double plot_height =
        layout.panel_height() -
        (layout.title_lines() + layout.foot_lines() + 0.7) * 1.2 * layout.drawing.font_size;
    move_apart(beside, line_height / std::max(plot_height, 50.0));
    if (only_if_clear) {
        for (const EndLabel& label : labels)
            if (std::abs(label.y - label.line_end) * plot_height > 2.2 * line_height)
                return std::nullopt;
        const double share = layout.drawing.columns == 1 ? 0.42 : 0.33; // of the panel's width
        if (end_labels_width(layout, labels) > share * layout.panel_width())
            return std::nullopt;
    }
    return labels;
}

double end_labels_width(const PanelLayout& layout, const std::vector<EndLabel>& labels)
{
    double widest = 0.0;
    for (const EndLabel& label : labels)
        if (label.at_edge)
            widest = std::max(widest, text_width(label.text, layout.drawing.font_size));
    return widest > 0.0 ? widest + leader + 10.0 : 0.0;
}

void write_end_labels(std::string& out, const PanelLayout& layout,
                      const std::vector<EndLabel>& labels)
{
    const double right = layout.screen_x() + 0.5 / static_cast<double>(layout.drawing.columns);
    const double room = end_labels_width(layout, labels);
    if (room > 0.0)
        out += fmt::format("set rmargin at screen {:.6g}\n", right - room / layout.width());
    for (const EndLabel& label : labels) {
        out += fmt::format("set label {} at graph {:.6g}, graph {:.6g} left front tc rgb \"{}\" "
                           "offset screen {:.6g},0\n",
                           gnuplot_string(label.text), label.at_edge ? 1.0 : label.x, label.y,
                           text_hex(label.color), (label.at_edge ? leader : 9.0) / layout.width());
        // The label has been moved: a thin line leads to it.
        if (label.at_edge && std::abs(label.y - label.line_end) > 0.012)
            out += fmt::format("set arrow from graph 1.006, graph {:.6g} rto screen {:.6g}, graph "
                               "{:.6g} nohead lw 0.8 lc rgb \"{}\"\n",
                               label.line_end, (leader - 4.0) / layout.width(),
                               label.y - label.line_end, text_hex(label.color));
    }
}

} // namespace workbook::gnuplot
