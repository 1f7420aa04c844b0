// The figure as a whole, its panels and their axes.

#include "common/plot/figure.hpp"

#include "common/plot/add_series.hpp"

#include <stdexcept>

#include <fmt/format.h>

namespace workbook {

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

Figure::Figure(Medium medium) : medium_(medium), drawing_(std::make_unique<Drawing>()) {}
Figure::Figure(Figure&&) noexcept = default;
Figure& Figure::operator=(Figure&&) noexcept = default;
Figure::~Figure() = default;

const Drawing& Figure::drawing() const
{
    return *drawing_;
}

void Figure::columns_on_phone(std::size_t columns)
{
    drawing_->columns_on_phone = columns;
}

bool Figure::on_phone()
{
    depends_on_medium_ = true;
    return medium_ == Medium::phone;
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
        Figure frame(medium_);
        frame.drawing_->width = drawing_->width;
        frame.drawing_->height = drawing_->height;
        draw(frame, i);
        if (frame.drawing_->animated())
            throw std::logic_error("a frame cannot be animated itself");
        depends_on_medium_ = depends_on_medium_ || frame.depends_on_medium_;
        drawn.push_back(std::move(*frame.drawing_));
    }
    drawing_->columns_on_phone = drawn.front().columns_on_phone;
    drawing_->frames = std::move(drawn);
    drawing_->animation = animation;
}

void Figure::one_legend()
{
    drawing_->one_legend = true;
}

void Figure::x_label(const std::string& text)
{
    current_panel(*drawing_).x.label = text;
}
void Figure::y_label(const std::string& text)
{
    current_panel(*drawing_).y.label = text;
}
void Figure::z_label(const std::string& text)
{
    current_panel(*drawing_).z.label = text;
}
void Figure::log_x()
{
    current_panel(*drawing_).x.logarithmic = true;
}
void Figure::log_y()
{
    current_panel(*drawing_).y.logarithmic = true;
}
void Figure::equal_aspect()
{
    current_panel(*drawing_).equal_aspect = true;
}
void Figure::no_axes()
{
    current_panel(*drawing_).axes = false;
}
void Figure::zero_lines()
{
    current_panel(*drawing_).zero_lines = true;
}
void Figure::legend(Legend position)
{
    current_panel(*drawing_).legend = position;
}

void Figure::x_range(double from, double to)
{
    current_panel(*drawing_).x.range = {from, to};
}
void Figure::y_range(double from, double to)
{
    current_panel(*drawing_).y.range = {from, to};
}
void Figure::z_range(double from, double to)
{
    current_panel(*drawing_).z.range = {from, to};
}
void Figure::ranges(const Plane& plane)
{
    x_range(plane.x_from, plane.x_to);
    y_range(plane.y_from, plane.y_to);
}

void Figure::view(double elevation, double azimuth)
{
    current_panel(*drawing_).elevation = elevation;
    current_panel(*drawing_).azimuth = azimuth;
}

void Figure::x_tics(const Numbers& at)
{
    set_tics(current_panel(*drawing_).x, at);
}
void Figure::y_tics(const Numbers& at)
{
    set_tics(current_panel(*drawing_).y, at);
}
void Figure::z_tics(const Numbers& at)
{
    set_tics(current_panel(*drawing_).z, at);
}

void Figure::x_tic_labels(const std::vector<std::pair<double, std::string>>& at)
{
    set_tic_labels(current_panel(*drawing_).x, at);
}

void Figure::y_tic_labels(const std::vector<std::pair<double, std::string>>& at)
{
    set_tic_labels(current_panel(*drawing_).y, at);
}

} // namespace workbook
