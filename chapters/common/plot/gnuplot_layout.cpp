#include "common/plot/gnuplot_layout.hpp"

#include "common/plot/gnuplot_end_labels.hpp"
#include "common/plot/gnuplot_one_legend.hpp"

#include <algorithm>

namespace workbook::gnuplot {

double strip_height(const Drawing& drawing)
{
    return drawing.shared_scale() ? 3.4 * drawing.font_size : 0.0;
}

double PanelLayout::width() const
{
    return drawing.size().first;
}

double PanelLayout::height() const
{
    return drawing.size().second;
}

double PanelLayout::panel_width() const
{
    return width() / static_cast<double>(drawing.columns);
}

double PanelLayout::panel_height() const
{
    return (height() - one_legend_height(drawing) - strip_height(drawing)) /
           static_cast<double>(drawing.rows);
}

std::vector<std::string> PanelLayout::legend_entries() const
{
    std::vector<std::string> entries;
    for (const Series& series : panel.series) {
        if (!series.style.label.empty())
            entries.push_back(series.style.label);
        entries.insert(entries.end(), series.labels.begin(), series.labels.end());
    }
    return entries;
}

Legend PanelLayout::legend() const
{
    if (drawing.one_legend)
        return Legend::none;
    const bool phone_is_too_narrow = panel.legend == Legend::right && panel_width() < 400.0;
    if (panel.legend == Legend::automatic)
        return end_labels(*this, true) ? Legend::ends : Legend::above;
    if (panel.legend == Legend::ends)
        return end_labels(*this, false) ? Legend::ends : Legend::above;
    return phone_is_too_narrow ? Legend::above : panel.legend;
}

std::size_t PanelLayout::legend_columns() const
{
    if (panel.three_dimensional())
        return 1; // in 3D gnuplot does not put entries side by side
    double widest = 0.0;
    const auto entries = legend_entries();
    for (const std::string& entry : entries)
        widest = std::max(widest, text_width(entry, drawing.font_size) + 50.0);
    const double room = panel_width() - 60.0;
    const auto fitting = static_cast<std::size_t>(std::max(1.0, room / std::max(widest, 1.0)));
    return std::min(fitting, std::max<std::size_t>(entries.size(), 1));
}

double PanelLayout::legend_lines() const
{
    const std::size_t entries = legend_entries().size();
    if (entries == 0 || legend() != Legend::above)
        return 0.0;
    const std::size_t columns = legend_columns();
    const std::size_t rows = (entries + columns - 1) / columns;
    return 1.4 * static_cast<double>(rows) + 0.3;
}

double PanelLayout::title_lines() const
{
    return panel.title.empty() ? 0.0 : 1.6;
}

double PanelLayout::screen_x() const
{
    return (static_cast<double>(index % drawing.columns) + 0.5) /
           static_cast<double>(drawing.columns);
}

double PanelLayout::screen_top() const
{
    const auto row = static_cast<double>(index / drawing.columns);
    return 1.0 - (one_legend_height(drawing) + row * panel_height()) / height();
}

double PanelLayout::screen_bottom() const
{
    return screen_top() - panel_height() / height();
}

double PanelLayout::head_lines() const
{
    return title_lines() + legend_lines();
}

double PanelLayout::foot_lines() const
{
    if (!panel.axes)
        return 0.5;
    // Labels that do not fit side by side are rotated, and hang down by their length.
    double longest = 0.0;
    for (const std::string& word : x_tic_labels())
        longest = std::max(longest, text_width(word, drawing.font_size));
    const double hanging =
        x_tic_labels_crowded() ? 0.55 * longest / (1.2 * drawing.font_size) : 0.0;
    return (panel.x.label.empty() ? 1.5 : 2.7) + hanging;
}

bool PanelLayout::foot_known() const
{
    return !panel.three_dimensional() && legend() != Legend::below;
}

std::vector<std::string> PanelLayout::x_tic_labels() const
{
    std::vector<std::string> words;
    for (const auto& [at, text] : panel.x.tics)
        words.push_back(text);
    for (const Series& series : panel.series)
        if (series.kind == Kind::bar_chart)
            return series.words;
    return words;
}

bool PanelLayout::x_tic_labels_crowded() const
{
    const std::vector<std::string> words = x_tic_labels();
    double width = 0.0;
    double widest = 0.0;
    for (const std::string& word : words) {
        const double own = text_width(word, drawing.font_size);
        width += own + 12.0;
        widest = std::max(widest, own + 4.0);
    }
    const double room = panel_width() - 70.0;
    return width >= room || widest * static_cast<double>(words.size()) >= room;
}

} // namespace workbook::gnuplot
