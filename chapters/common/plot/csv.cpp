#include "common/plot/csv.hpp"

#include "common/system/text.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include <fmt/format.h>

namespace workbook {

namespace {

const std::array order{"x",  "y",  "z",     "low",   "high", "width",
                       "dx", "dy", "level", "value", "class"};

// The NaN that separates the lines of a contour is not data.
bool is_gap(const Series& series, std::size_t row)
{
    return series.kind == Kind::contour && std::isnan(series.columns.front().second[row]);
}

// Whether the point is kept when dense grids are thinned.
bool is_kept(const Series& series, std::size_t row, bool animated)
{
    if (series.kind != Kind::regions && series.kind != Kind::heat_map)
        return true;
    const std::size_t most = animated ? 31 : 51;
    if (series.width <= most)
        return true;
    const std::size_t stride = (series.width - 2) / (most - 1) + 1;
    return (row / series.width) % stride == 0 && (row % series.width) % stride == 0;
}

struct Table {
    bool with_frames = false;
    bool with_panels = false;
    bool with_text = false;
    std::map<std::string, bool> present = {};

    void look_at(const Drawing& drawing)
    {
        with_panels = with_panels || drawing.panels.size() > 1;
        for (const Panel& panel : drawing.panels) {
            for (const Series& series : panel.series) {
                with_text = with_text || !series.words.empty();
                for (const auto& [name, values] : series.columns)
                    present[name] = true;
            }
        }
    }

    std::string head() const
    {
        std::vector<std::string> fields;
        if (with_frames)
            fields.push_back("frame");
        if (with_panels)
            fields.push_back("panel");
        fields.push_back("series");
        for (const char* name : order)
            if (present.contains(name))
                fields.push_back(name);
        if (with_text)
            fields.push_back("text");
        return csv_row(fields);
    }

    void append(std::string& out, const Drawing& drawing, std::size_t frame) const
    {
        std::size_t number = 0;
        for (const Panel& panel : drawing.panels) {
            ++number;
            const std::string panel_name =
                panel.title.empty() ? std::to_string(number) : panel.title;
            for (const Series& series : panel.series)
                for (std::size_t row = 0; row < series.columns.front().second.size(); ++row)
                    if (!is_gap(series, row) && is_kept(series, row, with_frames))
                        out += line(series, row, panel_name, frame);
        }
    }

private:
    std::string line(const Series& series, std::size_t row, const std::string& panel,
                     std::size_t frame) const
    {
        std::vector<std::string> fields;
        if (with_frames)
            fields.push_back(std::to_string(frame));
        if (with_panels)
            fields.push_back(panel);
        fields.push_back(series.name);
        for (const char* name : order) {
            if (!present.contains(name))
                continue;
            const auto column = std::find_if(
                series.columns.begin(), series.columns.end(),
                [name](const NamedNumbers& candidate) { return candidate.first == name; });
            fields.push_back(column == series.columns.end() ? "" : csv_number(column->second[row]));
        }
        if (with_text)
            fields.push_back(series.words.empty() ? "" : series.words[row]);
        return csv_row(fields);
    }
};

} // namespace

std::string csv(const Drawing& drawing)
{
    Table table;
    table.with_frames = drawing.animated();
    table.look_at(drawing);
    for (const Drawing& frame : drawing.frames)
        table.look_at(frame);
    std::string out = table.head();
    table.append(out, drawing, 0);
    for (std::size_t frame = 0; frame < drawing.frames.size(); ++frame)
        table.append(out, drawing.frames[frame], frame);
    return out;
}

std::string csv_row(const std::vector<std::string>& fields)
{
    std::string out;
    for (const std::string& field : fields) {
        if (&field != &fields.front())
            out += ',';
        out += csv_field(field);
    }
    return out + '\n';
}

std::string csv_number(double number)
{
    if (std::isnan(number))
        return "";
    if (number == 0.0)
        return "0"; // not "-0"
    return fmt::format("{:.9g}", number);
}

} // namespace workbook
