#include "common/plot/add_series.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

#include <fmt/format.h>

namespace workbook {

namespace {

bool is_curve(Kind kind)
{
    return kind == Kind::line || kind == Kind::steps || kind == Kind::line_3d ||
           kind == Kind::contour;
}

bool has_points(Kind kind)
{
    return kind == Kind::points || kind == Kind::points_3d;
}

// Marks and maps use up no colour of the automatic sequence.
bool is_series(Kind kind)
{
    switch (kind) {
    case Kind::line:
    case Kind::points:
    case Kind::steps:
    case Kind::area:
    case Kind::impulses:
    case Kind::bars:
    case Kind::bar_chart:
    case Kind::line_3d:
    case Kind::points_3d: return true;
    default: return false;
    }
}

const char* name_of(Kind kind)
{
    switch (kind) {
    case Kind::line: return "line";
    case Kind::points: return "points";
    case Kind::steps: return "steps";
    case Kind::area: return "area";
    case Kind::shape: return "shape";
    case Kind::impulses: return "impulses";
    case Kind::bars: return "bars";
    case Kind::bar_chart: return "bar chart";
    case Kind::horizontal: return "horizontal line";
    case Kind::vertical: return "vertical line";
    case Kind::text: return "text";
    case Kind::arrows: return "arrows";
    case Kind::heat_map: return "heat map";
    case Kind::contour: return "contour";
    case Kind::regions: return "regions";
    case Kind::image: return "image";
    case Kind::surface: return "surface";
    case Kind::line_3d: return "line";
    case Kind::points_3d: return "points";
    case Kind::text_3d: return "text";
    }
    return "series";
}

Style decided(const Panel& panel, Kind kind, Style style)
{
    std::size_t series = 0;
    std::size_t labelled_curves = 0;
    std::size_t point_sets = 0;
    for (const Series& other : panel.series) {
        series += is_series(other.kind);
        labelled_curves += is_curve(other.kind) && !other.style.label.empty();
        point_sets += has_points(other.kind);
    }
    if (style.color == Color::automatic)
        style.color = is_series(kind) ? automatic_color(series) : Color::black;
    if (style.dash == Dash::automatic)
        style.dash =
            is_curve(kind) && !style.label.empty() ? automatic_dash(labelled_curves) : Dash::solid;
    if (style.marker == Marker::automatic)
        style.marker = has_points(kind) ? automatic_marker(point_sets) : Marker::none;
    if (style.opacity == 0.0)
        style.opacity = kind == Kind::area || kind == Kind::shape ? 0.3 : 1.0;
    return style;
}

} // namespace

Panel& current_panel(Drawing& drawing)
{
    if (drawing.animated())
        throw std::logic_error("an animated figure holds nothing but its frames");
    if (drawing.panels.empty())
        drawing.panels.emplace_back();
    return drawing.panels.back();
}

Series& add_series(Drawing& drawing, Kind kind, const Style& style,
                   std::vector<NamedNumbers> columns)
{
    for (const auto& [name, values] : columns)
        if (values.size() != columns.front().second.size())
            throw std::invalid_argument(fmt::format("{}: {} values of {} but {} of {}",
                                                    name_of(kind), columns.front().second.size(),
                                                    columns.front().first, values.size(), name));
    Panel& panel = current_panel(drawing);
    std::size_t same_kind = 1;
    for (const Series& other : panel.series)
        same_kind += other.kind == kind;
    Series series;
    series.kind = kind;
    series.name =
        style.label.empty() ? fmt::format("{} {}", name_of(kind), same_kind) : style.label;
    series.style = decided(panel, kind, style);
    series.columns = std::move(columns);
    panel.series.push_back(std::move(series));
    return panel.series.back();
}

ColorScale closed_scale(ColorScale scale, const std::vector<double>& values)
{
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    for (const double value : values) {
        if (std::isfinite(value)) {
            low = std::min(low, value);
            high = std::max(high, value);
        }
    }
    if (low > high)
        low = high = 0.0;
    if (scale.palette == Palette::diverging && std::isnan(scale.from) && std::isnan(scale.to)) {
        high = std::max(std::abs(low), std::abs(high));
        low = -high;
    }
    if (std::isnan(scale.from))
        scale.from = low;
    if (std::isnan(scale.to))
        scale.to = high;
    if (!(scale.from < scale.to))
        scale.to = scale.from + 1.0;
    return scale;
}

std::vector<double> values_of(const Numbers& numbers)
{
    return {numbers.begin(), numbers.end()};
}

} // namespace workbook
