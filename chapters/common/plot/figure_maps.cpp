// What a figure draws over a whole grid: maps of a function, its contours and surface, pictures.

#include "common/plot/figure.hpp"

#include "common/plot/add_series.hpp"
#include "common/plot/contour.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

#include <fmt/format.h>
#include <fmt/printf.h>

namespace workbook {

namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

// Two maps of one panel share the first one's scale.
void use_scale(Panel& panel, const ColorScale& scale, const std::vector<double>& values)
{
    if (!panel.scale)
        panel.scale = closed_scale(scale, values);
}

void default_ranges(Panel& panel, double x_from, double x_to, double y_from, double y_to)
{
    if (!panel.x.range)
        panel.x.range = {x_from, x_to};
    if (!panel.y.range)
        panel.y.range = {y_from, y_to};
}

Series& add_map(Drawing& drawing, Kind kind, const std::string& value_name, const Plane& plane,
                const Numbers& values)
{
    const Matrix points = plane.points();
    std::vector<double> x, y;
    for (std::size_t i = 0; i < points.shape(0); ++i) {
        x.push_back(points(i, 0));
        y.push_back(points(i, 1));
    }
    Series& series =
        add_series(drawing, kind, {},
                   {{"x", std::move(x)}, {"y", std::move(y)}, {value_name, values_of(values)}});
    series.width = series.height = plane.samples;
    return series;
}

// All lines as one series, with gaps (NaN) between them.
void add_polylines(Drawing& drawing, const std::vector<Polyline>& lines, double level,
                   const Style& style)
{
    std::vector<double> x, y;
    for (const Polyline& line : lines) {
        if (!x.empty()) {
            x.push_back(nan);
            y.push_back(nan);
        }
        for (const auto& [px, py] : line) {
            x.push_back(px);
            y.push_back(py);
        }
    }
    if (x.empty())
        return;
    std::vector<double> levels(x.size(), level);
    add_series(drawing, Kind::contour, style,
               {{"x", std::move(x)}, {"y", std::move(y)}, {"level", std::move(levels)}});
}

} // namespace

void Figure::heat_map(const Plane& plane, const Field& field, const ColorScale& scale)
{
    const Numbers values = field.over(plane);
    Panel& panel = current_panel(*drawing_);
    use_scale(panel, scale, values_of(values));
    default_ranges(panel, plane.x_from, plane.x_to, plane.y_from, plane.y_to);
    add_map(*drawing_, Kind::heat_map, "value", plane, values);
}

void Figure::contour(const Plane& plane, const Field& field, const Numbers& levels,
                     const Style& style, bool numbered)
{
    const Numbers values = field.over(plane);
    default_ranges(current_panel(*drawing_), plane.x_from, plane.x_to, plane.y_from, plane.y_to);
    Style own = style;
    for (const double level : levels) {
        const auto lines = contour_lines(plane, values, level);
        add_polylines(*drawing_, lines, level, own);
        if (!lines.empty())
            own.label.clear(); // one legend entry for all levels
        if (!numbered)
            continue;
        const auto longest =
            std::max_element(lines.begin(), lines.end(), [](const Polyline& a, const Polyline& b) {
                return a.size() < b.size();
            });
        if (longest != lines.end()) {
            const auto& [x, y] = (*longest)[longest->size() / 2];
            text(x, y, fmt::format("{:.4g}", level), {.size = 0.85, .boxed = true});
        }
    }
}

void Figure::regions(const Plane& plane, const Field& class_of, const Regions& regions)
{
    // A class changes abruptly: its border needs a finer grid than a smooth function.
    Plane fine = plane;
    if (class_of.function())
        fine.samples = std::max<std::size_t>(plane.samples, 151);
    const Numbers classes = class_of.over(fine);
    std::vector<double> rounded;
    double last = 0.0;
    for (const double c : classes) {
        rounded.push_back(std::round(c));
        if (!(rounded.back() >= 0.0 && rounded.back() < static_cast<double>(regions.colors.size())))
            throw std::invalid_argument(
                fmt::format("regions: {} is not a class 0 to {}", c, regions.colors.size() - 1));
        last = std::max(last, rounded.back());
    }
    default_ranges(current_panel(*drawing_), plane.x_from, plane.x_to, plane.y_from, plane.y_to);
    Series& series = add_map(*drawing_, Kind::regions, "class", fine, rounded);
    series.colors = regions.colors;
    series.labels = regions.labels;
    if (!regions.border)
        return;
    for (double c = 1.0; c <= last; ++c) {
        std::vector<double> inside;
        for (const double other : rounded)
            inside.push_back(other == c ? 1.0 : 0.0);
        std::function<bool(double, double)> is_inside;
        if (const auto& function = class_of.function())
            is_inside = [&function, c](double x, double y) {
                return std::round(function(x, y)) == c;
            };
        add_polylines(*drawing_, contour_lines(fine, inside, 0.5, is_inside), c,
                      {.color = Color::grey, .width = 1.2});
    }
}

void Figure::surface(const Plane& plane, const Field& field, const ColorScale& scale)
{
    // With more lines per side the surface is a black mass and its file large.
    constexpr std::size_t enough = 31;
    constexpr std::size_t most = 41;
    Plane coarse = plane;
    Numbers values;
    if (field.function()) {
        coarse.samples = std::min(plane.samples, enough);
        values = field.over(coarse);
    } else {
        if (plane.samples > most)
            throw std::invalid_argument(
                fmt::format("a surface has at most {} samples per side", most));
        values = field.over(plane);
    }
    Panel& panel = current_panel(*drawing_);
    use_scale(panel, scale, values_of(values));
    default_ranges(panel, plane.x_from, plane.x_to, plane.y_from, plane.y_to);
    add_map(*drawing_, Kind::surface, "z", coarse, values);
}

void Figure::sheet(const Matrix& x, const Matrix& y, const Matrix& z, const ColorScale& scale)
{
    if (x.shape() != y.shape() || x.shape() != z.shape())
        throw std::invalid_argument("a sheet needs matrices of one shape for x, y and z");
    const auto flat = [](const Matrix& matrix) {
        return std::vector<double>(matrix.begin(), matrix.end());
    };
    use_scale(current_panel(*drawing_), scale, flat(z));
    Series& series =
        add_series(*drawing_, Kind::surface, {}, {{"x", flat(x)}, {"y", flat(y)}, {"z", flat(z)}});
    series.width = x.shape(1);
    series.height = x.shape(0);
}

void Figure::image(const Matrix& pixels, const ColorScale& scale, double x, double y)
{
    Panel& panel = current_panel(*drawing_);
    std::vector<double> xs, ys, values;
    for (std::size_t row = 0; row < pixels.shape(0); ++row) {
        for (std::size_t column = 0; column < pixels.shape(1); ++column) {
            xs.push_back(x + static_cast<double>(column) + 0.5);
            ys.push_back(y + static_cast<double>(row) + 0.5);
            values.push_back(pixels(row, column));
        }
    }
    use_scale(panel, scale, values);
    panel.downwards = true;
    panel.equal_aspect = true;
    Series& series = add_series(*drawing_, Kind::image, {},
                                {{"x", std::move(xs)}, {"y", std::move(ys)}, {"value", values}});
    series.width = pixels.shape(1);
    series.height = pixels.shape(0);
    // The panel shows just the picture, or all of them if there are several.
    const double right = x + static_cast<double>(series.width);
    const double bottom = y + static_cast<double>(series.height);
    if (!panel.x.range)
        panel.x.range = {x, right};
    if (!panel.y.range)
        panel.y.range = {y, bottom};
    panel.x.range = {std::min(panel.x.range->first, x), std::max(panel.x.range->second, right)};
    panel.y.range = {std::min(panel.y.range->first, y), std::max(panel.y.range->second, bottom)};
}

void Figure::matrix(const Matrix& values, const std::vector<std::string>& row_names,
                    const std::vector<std::string>& column_names, const ColorScale& scale,
                    const std::string& format)
{
    if (row_names.size() != values.shape(0) || column_names.size() != values.shape(1))
        throw std::invalid_argument(
            fmt::format("matrix: {} × {} values but {} row names and {} column names",
                        values.shape(0), values.shape(1), row_names.size(), column_names.size()));
    image(values, scale);
    std::vector<std::pair<double, std::string>> columns, rows;
    for (std::size_t i = 0; i < column_names.size(); ++i)
        columns.emplace_back(static_cast<double>(i) + 0.5, column_names[i]);
    for (std::size_t i = 0; i < row_names.size(); ++i)
        rows.emplace_back(static_cast<double>(i) + 0.5, row_names[i]);
    x_tic_labels(columns);
    y_tic_labels(rows);
    if (format.empty())
        return;
    const ColorScale used = *current_panel(*drawing_).scale;
    for (std::size_t row = 0; row < values.shape(0); ++row) {
        for (std::size_t column = 0; column < values.shape(1); ++column) {
            const double fraction = (values(row, column) - used.from) / (used.to - used.from);
            text(static_cast<double>(column) + 0.5, static_cast<double>(row) + 0.5,
                 fmt::sprintf(format, values(row, column)),
                 {.color = is_dark(used.palette, fraction) ? Color::white : Color::black});
        }
    }
}

} // namespace workbook
