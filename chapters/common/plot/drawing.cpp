#include "common/plot/drawing.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include <fmt/format.h>

namespace workbook {

bool Panel::three_dimensional() const
{
    return std::any_of(series.begin(), series.end(), [](const Series& s) {
        return s.kind == Kind::surface || s.kind == Kind::line_3d || s.kind == Kind::points_3d ||
               s.kind == Kind::text_3d;
    });
}

std::pair<int, int> Drawing::size() const
{
    if (width > 0 && height > 0)
        return {width, height};
    if (animated())
        return frames.front().size();
    // One panel is as wide as a text reads well; more share the width of the page.
    const int by_columns = static_cast<int>(columns);
    const int by_rows = static_cast<int>(rows);
    switch (columns) {
    case 1: return {560, 60 + 310 * by_rows};
    case 2: return {780, 30 + 310 * by_rows};
    case 3: return {860, 30 + 270 * by_rows};
    default: return {std::min(230 * by_columns, 860), 20 + 210 * by_rows};
    }
}

std::optional<ColorScale> Drawing::shared_scale() const
{
    std::optional<ColorScale> shared;
    std::size_t maps = 0;
    for (const Panel& panel : panels) {
        if (!panel.scale)
            continue;
        const ColorScale& scale = *panel.scale;
        if (!scale.bar || panel.three_dimensional() ||
            (shared && (scale.palette != shared->palette || scale.from != shared->from ||
                        scale.to != shared->to || scale.label != shared->label)))
            return std::nullopt;
        shared = scale;
        ++maps;
    }
    return maps > 1 ? shared : std::nullopt;
}

Drawing Drawing::still() const
{
    if (!animated())
        return *this;
    std::vector<std::size_t> chosen = animation.stills;
    if (chosen.empty())
        chosen = {frames.size() - 1};
    if (chosen.size() == 1)
        return frames[chosen.front()];
    Drawing result;
    result.columns_on_phone = columns_on_phone;
    const Drawing& first = frames[chosen.front()];
    result.one_legend = first.one_legend;
    const bool side_by_side = first.columns == 1 && first.rows == 1;
    const std::size_t count = chosen.size();
    const std::size_t in_a_row = count <= 3 ? count : count == 4 ? 2 : 3;
    result.columns = side_by_side ? in_a_row : first.columns;
    result.rows = side_by_side ? (count + in_a_row - 1) / in_a_row : first.rows * count;
    if (side_by_side && first.width > 0) {
        // A little smaller than they move, the bar of their scale below them.
        result.width = std::min(860, static_cast<int>(0.8 * first.width * in_a_row));
        result.height = static_cast<int>(0.8 * first.height * static_cast<double>(result.rows));
    }
    for (const std::size_t frame : chosen) {
        std::vector<Panel> panels = frames[frame].panels;
        panels.resize(first.rows * first.columns, Panel{.skipped = true});
        result.panels.insert(result.panels.end(), panels.begin(), panels.end());
    }
    if (first.width > 0 && side_by_side) {
        // The stills have the frames' shape.
        const double shrunk =
            static_cast<double>(result.size().first) /
            (static_cast<double>(result.columns) * static_cast<double>(first.width));
        result.width = result.size().first;
        result.height =
            static_cast<int>(std::lround(shrunk * static_cast<double>(result.rows) * first.height));
    }
    return result;
}

std::vector<PaletteStop> stops(Palette palette)
{
    switch (palette) {
    case Palette::sequential:
        return {{0.0, "#f4f8fc"}, {0.35, "#b3d3e9"}, {0.7, "#5fa2d0"}, {1.0, "#1b6aa3"}};
    case Palette::diverging:
        return {{0.0, "#e39a1e"},
                {0.25, "#f3cb85"},
                {0.5, "#ffffff"},
                {0.75, "#8dbfe0"},
                {1.0, "#2a7fba"}};
    case Palette::grey: return {{0.0, "#000000"}, {1.0, "#ffffff"}};
    case Palette::inverse_grey: return {{0.0, "#ffffff"}, {1.0, "#000000"}};
    }
    return {};
}

namespace {

struct Mixed {
    double red, green, blue;
};

Mixed mixed_at(Palette palette, double fraction)
{
    fraction = std::clamp(std::isnan(fraction) ? 0.0 : fraction, 0.0, 1.0);
    const auto read = [](const char* color) {
        unsigned red = 0, green = 0, blue = 0;
        std::sscanf(color, "#%2x%2x%2x", &red, &green, &blue);
        return Mixed{static_cast<double>(red), static_cast<double>(green),
                     static_cast<double>(blue)};
    };
    const auto all = stops(palette);
    std::size_t next = 1;
    while (next + 1 < all.size() && fraction > all[next].at)
        ++next;
    const Mixed a = read(all[next - 1].color);
    const Mixed b = read(all[next].color);
    const double t = (fraction - all[next - 1].at) / (all[next].at - all[next - 1].at);
    return {a.red + t * (b.red - a.red), a.green + t * (b.green - a.green),
            a.blue + t * (b.blue - a.blue)};
}

} // namespace

std::string color_at(Palette palette, double fraction)
{
    const Mixed c = mixed_at(palette, fraction);
    return fmt::format("#{:02x}{:02x}{:02x}", std::lround(c.red), std::lround(c.green),
                       std::lround(c.blue));
}

bool is_dark(Palette palette, double fraction)
{
    const Mixed c = mixed_at(palette, fraction);
    return 0.299 * c.red + 0.587 * c.green + 0.114 * c.blue < 140.0;
}

} // namespace workbook
