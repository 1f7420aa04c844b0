#include "common/plot/figure.hpp"

#include "common/plot/contour.hpp"
#include "common/plot/drawing.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <stdexcept>

#include <fmt/format.h>
#include <fmt/printf.h>

namespace workbook {

namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

std::vector<double> list(const Numbers& numbers)
{
    return {numbers.begin(), numbers.end()};
}

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
        style.opacity = kind == Kind::area ? 0.3 : 1.0;
    return style;
}

Panel& current(Drawing& drawing)
{
    if (drawing.animated())
        throw std::logic_error("an animated figure holds nothing but its frames");
    if (drawing.panels.empty())
        drawing.panels.emplace_back();
    return drawing.panels.back();
}

Series& add(Drawing& drawing, Kind kind, const Style& style, std::vector<NamedNumbers> columns)
{
    for (const auto& [name, values] : columns)
        if (values.size() != columns.front().second.size())
            throw std::invalid_argument(fmt::format("{}: {} values of {} but {} of {}",
                                                    name_of(kind), columns.front().second.size(),
                                                    columns.front().first, values.size(), name));
    Panel& panel = current(drawing);
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

// The scale, with bounds that were left open taken from the values.
ColorScale closed(ColorScale scale, const std::vector<double>& values)
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

// Two maps of one panel share the first one's scale.
void use_scale(Panel& panel, const ColorScale& scale, const std::vector<double>& values)
{
    if (!panel.scale)
        panel.scale = closed(scale, values);
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
    Series& series = add(drawing, kind, {},
                         {{"x", std::move(x)}, {"y", std::move(y)}, {value_name, list(values)}});
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
    add(drawing, Kind::contour, style,
        {{"x", std::move(x)}, {"y", std::move(y)}, {"level", std::move(levels)}});
}

} // namespace

Figure::Figure() : drawing_(std::make_unique<Drawing>()) {}
Figure::Figure(Figure&&) noexcept = default;
Figure& Figure::operator=(Figure&&) noexcept = default;
Figure::~Figure() = default;

const Drawing& Figure::drawing() const
{
    return *drawing_;
}

void Figure::size(int width, int height)
{
    drawing_->width = width;
    drawing_->height = height;
}

void Figure::grid(std::size_t rows, std::size_t columns)
{
    if (!drawing_->panels.empty())
        throw std::logic_error("grid comes before the first panel");
    if (rows == 0 || columns == 0)
        throw std::invalid_argument("a grid has at least one row and one column");
    drawing_->rows = rows;
    drawing_->columns = columns;
}

void Figure::panel(const std::string& title)
{
    if (drawing_->animated())
        throw std::logic_error("an animated figure holds nothing but its frames");
    if (drawing_->panels.size() == drawing_->rows * drawing_->columns)
        throw std::logic_error(fmt::format("panel \"{}\" does not fit into the {} × {} grid: call "
                                           "figure.grid(rows, columns) first",
                                           title, drawing_->rows, drawing_->columns));
    drawing_->panels.emplace_back();
    drawing_->panels.back().title = title;
}

void Figure::skip_panel()
{
    panel("");
    drawing_->panels.back().skipped = true;
}

void Figure::animate(std::size_t frames, const std::function<void(Figure&, std::size_t)>& draw,
                     const Animation& animation)
{
    if (frames == 0)
        throw std::invalid_argument("an animation has at least one frame");
    if (!drawing_->panels.empty() || drawing_->animated())
        throw std::logic_error("an animated figure holds nothing but its frames");
    for (const std::size_t still : animation.stills)
        if (still >= frames)
            throw std::invalid_argument(fmt::format("there is no frame {} to be a still: frames "
                                                    "are 0 to {}",
                                                    still, frames - 1));
    std::vector<Drawing> drawn;
    for (std::size_t i = 0; i < frames; ++i) {
        Figure frame;
        frame.drawing_->width = drawing_->width;
        frame.drawing_->height = drawing_->height;
        draw(frame, i);
        if (frame.drawing_->animated())
            throw std::logic_error("a frame cannot be animated itself");
        drawn.push_back(std::move(*frame.drawing_));
    }
    drawing_->frames = std::move(drawn);
    drawing_->animation = animation;
}

void Figure::x_label(const std::string& text)
{
    current(*drawing_).x.label = text;
}
void Figure::y_label(const std::string& text)
{
    current(*drawing_).y.label = text;
}
void Figure::z_label(const std::string& text)
{
    current(*drawing_).z.label = text;
}
void Figure::log_x()
{
    current(*drawing_).x.logarithmic = true;
}
void Figure::log_y()
{
    current(*drawing_).y.logarithmic = true;
}
void Figure::equal_aspect()
{
    current(*drawing_).equal_aspect = true;
}
void Figure::no_axes()
{
    current(*drawing_).axes = false;
}
void Figure::zero_lines()
{
    current(*drawing_).zero_lines = true;
}
void Figure::legend(Legend position)
{
    current(*drawing_).legend = position;
}

void Figure::x_range(double from, double to)
{
    current(*drawing_).x.range = {from, to};
}
void Figure::y_range(double from, double to)
{
    current(*drawing_).y.range = {from, to};
}
void Figure::z_range(double from, double to)
{
    current(*drawing_).z.range = {from, to};
}
void Figure::ranges(const Plane& plane)
{
    x_range(plane.x_from, plane.x_to);
    y_range(plane.y_from, plane.y_to);
}

void Figure::view(double elevation, double azimuth)
{
    current(*drawing_).elevation = elevation;
    current(*drawing_).azimuth = azimuth;
}

namespace {

void set_tics(Axis& axis, const Numbers& at)
{
    axis.own_tics = true;
    axis.tics.clear();
    for (const double position : at)
        axis.tics.emplace_back(position, "");
}

void set_tic_labels(Axis& axis, const std::vector<std::pair<double, std::string>>& at)
{
    axis.own_tics = true;
    axis.tics = at;
}

} // namespace

void Figure::x_tics(const Numbers& at)
{
    set_tics(current(*drawing_).x, at);
}
void Figure::y_tics(const Numbers& at)
{
    set_tics(current(*drawing_).y, at);
}
void Figure::z_tics(const Numbers& at)
{
    set_tics(current(*drawing_).z, at);
}

void Figure::x_tic_labels(const std::vector<std::pair<double, std::string>>& at)
{
    set_tic_labels(current(*drawing_).x, at);
}

void Figure::y_tic_labels(const std::vector<std::pair<double, std::string>>& at)
{
    set_tic_labels(current(*drawing_).y, at);
}

void Figure::line(const Numbers& x, const Numbers& y, const Style& style)
{
    add(*drawing_, Kind::line, style, {{"x", list(x)}, {"y", list(y)}});
}

void Figure::points(const Numbers& x, const Numbers& y, const Style& style)
{
    add(*drawing_, Kind::points, style, {{"x", list(x)}, {"y", list(y)}});
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
    add(*drawing_, Kind::steps, style, {{"x", list(x)}, {"y", list(y)}});
}

void Figure::area(const Numbers& x, const Numbers& low, const Numbers& high, const Style& style)
{
    add(*drawing_, Kind::area, style, {{"x", list(x)}, {"low", list(low)}, {"high", list(high)}});
}

void Figure::impulses(const Numbers& x, const Numbers& y, const Style& style)
{
    add(*drawing_, Kind::impulses, style, {{"x", list(x)}, {"y", list(y)}});
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
    add(*drawing_, Kind::bars, style,
        {{"x", list(x)}, {"y", list(y)}, {"width", std::vector<double>(x.size(), width)}});
}

void Figure::histogram(const Numbers& values, const Bins& bins, const Style& style)
{
    if (bins.count == 0)
        throw std::invalid_argument("a histogram needs at least one bin");
    // The bounds of the data, unless given; a value at the upper end belongs to the last bin.
    const ColorScale bounds = closed({.from = bins.from, .to = bins.to}, list(values));
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
    add(*drawing_, Kind::bars, style,
        {{"x", std::move(centres)},
         {"y", std::move(heights)},
         {"width", std::vector<double>(bins.count, width)}});
}

void Figure::bar_chart(const std::vector<std::string>& categories, const Numbers& heights,
                       const Style& style)
{
    std::size_t group = 0;
    for (const Series& other : current(*drawing_).series) {
        if (other.kind != Kind::bar_chart)
            continue;
        if (other.words != categories)
            throw std::invalid_argument("the bar charts of a panel share their categories");
        ++group;
    }
    Series& series = add(*drawing_, Kind::bar_chart, style,
                         {{"x", list(indices(categories.size()))}, {"y", list(heights)}});
    series.words = categories;
    series.group = group;
}

void Figure::horizontal(double y, const Style& style)
{
    add(*drawing_, Kind::horizontal, style, {{"y", {y}}});
}

void Figure::vertical(double x, const Style& style)
{
    add(*drawing_, Kind::vertical, style, {{"x", {x}}});
}

void Figure::text(double x, double y, const std::string& text, const TextStyle& style)
{
    Series& series = add(*drawing_, Kind::text, {}, {{"x", {x}}, {"y", {y}}});
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
    add(*drawing_, Kind::arrows, style,
        {{"x", list(x)}, {"y", list(y)}, {"dx", list(dx)}, {"dy", list(dy)}});
}

void Figure::heat_map(const Plane& plane, const Field& field, const ColorScale& scale)
{
    const Numbers values = field.over(plane);
    Panel& panel = current(*drawing_);
    use_scale(panel, scale, list(values));
    default_ranges(panel, plane.x_from, plane.x_to, plane.y_from, plane.y_to);
    add_map(*drawing_, Kind::heat_map, "value", plane, values);
}

void Figure::contour(const Plane& plane, const Field& field, const Numbers& levels,
                     const Style& style, bool numbered)
{
    const Numbers values = field.over(plane);
    default_ranges(current(*drawing_), plane.x_from, plane.x_to, plane.y_from, plane.y_to);
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
    default_ranges(current(*drawing_), plane.x_from, plane.x_to, plane.y_from, plane.y_to);
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
    Panel& panel = current(*drawing_);
    use_scale(panel, scale, list(values));
    default_ranges(panel, plane.x_from, plane.x_to, plane.y_from, plane.y_to);
    add_map(*drawing_, Kind::surface, "z", coarse, values);
}

void Figure::points_3d(const Numbers& x, const Numbers& y, const Numbers& z, const Style& style)
{
    add(*drawing_, Kind::points_3d, style, {{"x", list(x)}, {"y", list(y)}, {"z", list(z)}});
}

void Figure::line_3d(const Numbers& x, const Numbers& y, const Numbers& z, const Style& style)
{
    add(*drawing_, Kind::line_3d, style, {{"x", list(x)}, {"y", list(y)}, {"z", list(z)}});
}

void Figure::text_3d(double x, double y, double z, const std::string& text, const TextStyle& style)
{
    Series& series = add(*drawing_, Kind::text_3d, {}, {{"x", {x}}, {"y", {y}}, {"z", {z}}});
    series.words = {text};
    series.text_style = style;
}

void Figure::image(const Matrix& pixels, const ColorScale& scale, double x, double y)
{
    Panel& panel = current(*drawing_);
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
    Series& series = add(*drawing_, Kind::image, {},
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
    Panel& panel = current(*drawing_);
    std::vector<std::pair<double, std::string>> columns, rows;
    for (std::size_t i = 0; i < column_names.size(); ++i)
        columns.emplace_back(static_cast<double>(i) + 0.5, column_names[i]);
    for (std::size_t i = 0; i < row_names.size(); ++i)
        rows.emplace_back(static_cast<double>(i) + 0.5, row_names[i]);
    set_tic_labels(panel.x, columns);
    set_tic_labels(panel.y, rows);
    if (format.empty())
        return;
    const ColorScale used = *panel.scale;
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
