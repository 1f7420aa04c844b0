// What a figure draws point by point: curves, points, bars, arrows, text, in the plane and in
// space.

#include "common/plot/figure.hpp"

#include "common/plot/add_series.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <set>
#include <stdexcept>

namespace workbook {

void Figure::line(const Numbers& x, const Numbers& y, const Style& style)
{
    add_series(*drawing_, Kind::line, style, {{"x", values_of(x)}, {"y", values_of(y)}});
}

void Figure::points(const Numbers& x, const Numbers& y, const Style& style)
{
    add_series(*drawing_, Kind::points, style, {{"x", values_of(x)}, {"y", values_of(y)}});
}

void Figure::function(const std::function<double(double)>& f, double from, double to,
                      const Style& style, std::size_t samples)
{
    const Numbers x = linspace(from, to, samples);
    std::vector<double> y;
    for (const double position : x)
        y.push_back(f(position));
    line(x, y, style);
}

void Figure::step_curve(const Numbers& x, const Numbers& y, const Style& style)
{
    add_series(*drawing_, Kind::steps, style, {{"x", values_of(x)}, {"y", values_of(y)}});
}

void Figure::area(const Numbers& x, const Numbers& low, const Numbers& high, const Style& style)
{
    add_series(*drawing_, Kind::area, style,
               {{"x", values_of(x)}, {"low", values_of(low)}, {"high", values_of(high)}});
}

void Figure::shape(const Numbers& x, const Numbers& y, const Style& style)
{
    std::vector<double> xs = values_of(x);
    std::vector<double> ys = values_of(y);
    if (xs.size() < 3 || xs.size() != ys.size())
        throw std::invalid_argument("a shape needs three corners or more, each with its x and y");
    xs.push_back(xs.front());
    ys.push_back(ys.front());
    add_series(*drawing_, Kind::shape, style, {{"x", std::move(xs)}, {"y", std::move(ys)}});
}

void Figure::ellipse(double x, double y, double x_radius, double y_radius, const Style& style)
{
    std::vector<double> xs, ys;
    constexpr int corners = 48;
    for (int i = 0; i < corners; ++i) {
        const double angle = 2.0 * std::numbers::pi * i / corners;
        xs.push_back(x + x_radius * std::cos(angle));
        ys.push_back(y + y_radius * std::sin(angle));
    }
    shape(xs, ys, style);
}

void Figure::rectangle(double x_from, double y_from, double x_to, double y_to, const Style& style)
{
    shape({x_from, x_to, x_to, x_from}, {y_from, y_from, y_to, y_to}, style);
}

void Figure::impulses(const Numbers& x, const Numbers& y, const Style& style)
{
    add_series(*drawing_, Kind::impulses, style, {{"x", values_of(x)}, {"y", values_of(y)}});
}

void Figure::bars(const Numbers& x, const Numbers& y, const Style& style, double width)
{
    if (width == 0.0) {
        const std::set<double> positions(x.begin(), x.end());
        double distance = std::numeric_limits<double>::infinity();
        for (auto it = positions.begin(); it != positions.end(); ++it)
            if (std::next(it) != positions.end())
                distance = std::min(distance, *std::next(it) - *it);
        width = std::isfinite(distance) ? 0.9 * distance : 0.9;
    }
    add_series(*drawing_, Kind::bars, style,
               {{"x", values_of(x)},
                {"y", values_of(y)},
                {"width", std::vector<double>(x.size(), width)}});
}

void Figure::histogram(const Numbers& values, const Bins& bins, const Style& style)
{
    if (bins.count == 0)
        throw std::invalid_argument("a histogram needs at least one bin");
    // The bounds of the data, unless given; a value at the upper end belongs to the last bin.
    const ColorScale bounds = closed_scale({.from = bins.from, .to = bins.to}, values_of(values));
    const double width = (bounds.to - bounds.from) / static_cast<double>(bins.count);
    std::vector<double> centres(bins.count), heights(bins.count, 0.0);
    for (std::size_t bin = 0; bin < bins.count; ++bin)
        centres[bin] = bounds.from + (static_cast<double>(bin) + 0.5) * width;
    for (const double value : values) {
        if (!(value >= bounds.from && value <= bounds.to))
            continue;
        const auto bin = static_cast<std::size_t>((value - bounds.from) / width);
        heights[std::min(bin, bins.count - 1)] += 1.0;
    }
    if (bins.relative && !values.empty())
        for (double& height : heights)
            height /= static_cast<double>(values.size());
    add_series(*drawing_, Kind::bars, style,
               {{"x", std::move(centres)},
                {"y", std::move(heights)},
                {"width", std::vector<double>(bins.count, width)}});
}

void Figure::bar_chart(const std::vector<std::string>& categories, const Numbers& heights,
                       const Style& style)
{
    std::size_t group = 0;
    for (const Series& other : current_panel(*drawing_).series) {
        if (other.kind != Kind::bar_chart)
            continue;
        if (other.words != categories)
            throw std::invalid_argument("the bar charts of a panel share their categories");
        ++group;
    }
    Series& series =
        add_series(*drawing_, Kind::bar_chart, style,
                   {{"x", values_of(indices(categories.size()))}, {"y", values_of(heights)}});
    series.words = categories;
    series.group = group;
}

void Figure::horizontal(double y, const Style& style)
{
    add_series(*drawing_, Kind::horizontal, style, {{"y", {y}}});
}

void Figure::vertical(double x, const Style& style)
{
    add_series(*drawing_, Kind::vertical, style, {{"x", {x}}});
}

void Figure::text(double x, double y, const std::string& text, const TextStyle& style)
{
    Series& series = add_series(*drawing_, Kind::text, {}, {{"x", {x}}, {"y", {y}}});
    series.words = {text};
    series.text_style = style;
}

void Figure::arrow(double x_from, double y_from, double x_to, double y_to, const Style& style)
{
    arrows({x_from}, {y_from}, {x_to - x_from}, {y_to - y_from}, style);
}

void Figure::arrows(const Numbers& x, const Numbers& y, const Numbers& dx, const Numbers& dy,
                    const Style& style)
{
    add_series(
        *drawing_, Kind::arrows, style,
        {{"x", values_of(x)}, {"y", values_of(y)}, {"dx", values_of(dx)}, {"dy", values_of(dy)}});
}

void Figure::points_3d(const Numbers& x, const Numbers& y, const Numbers& z, const Style& style)
{
    add_series(*drawing_, Kind::points_3d, style,
               {{"x", values_of(x)}, {"y", values_of(y)}, {"z", values_of(z)}});
}

void Figure::line_3d(const Numbers& x, const Numbers& y, const Numbers& z, const Style& style)
{
    add_series(*drawing_, Kind::line_3d, style,
               {{"x", values_of(x)}, {"y", values_of(y)}, {"z", values_of(z)}});
}

void Figure::text_3d(double x, double y, double z, const std::string& text, const TextStyle& style)
{
    Series& series = add_series(*drawing_, Kind::text_3d, {}, {{"x", {x}}, {"y", {y}}, {"z", {z}}});
    series.words = {text};
    series.text_style = style;
}

} // namespace workbook
