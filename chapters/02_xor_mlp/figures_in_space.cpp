// The figures of chapter 2 with a third dimension: the answer of a hidden unit, or of the network.
#include "experiments.hpp"
#include "lab_parts.hpp"

#include "common/plot/meaning.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <vector>

namespace xor_mlp {
namespace {

void draw_third_dimension(Figure& figure)
{
    // x1 + x2 + 2 h1 = 2.5 runs between the lifted points.
    const auto height = [](double x1, double x2) { return (2.5 - x1 - x2) / 2; };
    figure.surface({-0.2, 1.2, -0.2, 1.2, 8}, height,
                   {.palette = Palette::inverse_grey, .from = -4, .to = 24, .bar = false});
    for (std::size_t i = 0; i < 4; ++i) {
        const Vector x = xt::row(corners, i);
        const double h1 = mlp(x, nand_unit().w, nand_unit().b);
        const bool one = xor_gate(x(0), x(1)) > 0;
        const Color color = one ? meaning::class_1 : meaning::class_0;
        // From the plane to the point: upwards for 1, downwards for 0.
        figure.line_3d({x(0), x(0)}, {x(1), x(1)}, {height(x(0), x(1)), h1},
                       {.color = color, .dash = Dash::solid, .width = 2.5});
        figure.points_3d(
            {x(0)}, {x(1)}, {h1},
            {.color = color, .marker = one ? Marker::circle : Marker::open_circle, .size = 1.8});
        // The name of (1, 1) stands to the right of the box, whose edge is near.
        const double aside = x(0) + x(1) == 2 ? 0.2 : 0.0;
        figure.text_3d(x(0) + aside, x(1) + aside, h1 + aside,
                       fmt::format("({}, {}): {}", x(0), x(1), one ? 1 : 0),
                       {.align = Align::left,
                        .color = color,
                        .dx = aside > 0 ? 6.0 : 10.0,
                        .dy = one || aside > 0 ? 6.0 : -12.0});
    }
    figure.x_range(-0.2, 1.2);
    figure.y_range(-0.2, 1.2);
    figure.z_range(-0.2, 1.4);
    figure.x_tics({0, 1});
    figure.y_tics({0, 1});
    figure.z_tics({0, 1});
    figure.x_label("x_{1}");
    figure.y_label("x_{2}");
    figure.z_label("NAND");
    figure.legend(Legend::none);
    figure.view(60, 24);
    figure.size(560, 420);
}

/// A function of x1 + x2 alone as a surface over the square from -0.5 to 1.5. Its lines run along
/// the falling diagonal, as the edges of the network's ridge do.
void draw_ridge(Figure& figure, const std::vector<double>& sums,
                const std::function<double(double, double)>& output)
{
    constexpr std::size_t across = 11;
    Matrix x1 = xt::zeros<double>({sums.size(), across});
    Matrix x2 = x1;
    Matrix y = x1;
    for (std::size_t i = 0; i < sums.size(); ++i) {
        const double half = std::min(sums[i] + 1, 3 - sums[i]);
        for (std::size_t j = 0; j < across; ++j) {
            const double apart = half * (2.0 * static_cast<double>(j) / (across - 1) - 1);
            x1(i, j) = (sums[i] + apart) / 2;
            x2(i, j) = (sums[i] - apart) / 2;
            y(i, j) = output(x1(i, j), x2(i, j));
        }
    }
    figure.sheet(x1, x2, y,
                 {.palette = Palette::diverging, .from = 0, .to = 1, .label = "y", .bar = false});
}

void draw_surfaces(Figure& figure)
{
    // The steps are at the sums 0.5 and 1.5: a line of the grid on either side of each.
    std::vector<double> with_walls, with_slopes;
    for (int i = 0; i <= 32; ++i) {
        const double sum = -1 + i / 8.0;
        if (sum == 0.5 || sum == 1.5)
            with_walls.insert(with_walls.end(), {sum - 1e-6, sum + 1e-6});
        else
            with_walls.push_back(sum);
    }
    const auto on_slope = [](double sum) { return std::abs(std::abs(sum - 1) - 0.5) < 0.26; };
    for (double sum = -1; sum < 3.001; sum += on_slope(sum) ? 0.05 : 0.125)
        with_slopes.push_back(sum);
    const auto panel = [&](const std::string& title, const std::vector<double>& sums,
                           const std::function<double(double, double)>& output) {
        figure.panel(title);
        draw_ridge(figure, sums, output);
        for (std::size_t i = 0; i < 4; ++i) {
            const bool one = xor_gate(corners(i, 0), corners(i, 1)) > 0;
            figure.points_3d({corners(i, 0)}, {corners(i, 1)}, {one ? 1.0 : 0.0},
                             {.color = Color::black,
                              .marker = one ? Marker::circle : Marker::open_circle,
                              .size = 1.4});
        }
        figure.x_range(-0.5, 1.5);
        figure.y_range(-0.5, 1.5);
        figure.z_range(0, 1);
        figure.x_tics({0, 1});
        figure.y_tics({0, 1});
        figure.z_tics({0, 1});
        figure.x_label("x_{1}");
        figure.y_label("x_{2}");
        figure.z_label("y");
        figure.view(62, 20);
    };
    figure.grid(1, 2);
    panel("steps", with_walls, [](double x1, double x2) { return xor_gate(x1, x2); });
    panel("sigmoids, b_{2} = -1.5, times 10", with_slopes,
          [](double x1, double x2) { return soft_xor(x1, x2, 10, -1.5); });
}

} // namespace

void third_dimension(Lab& lab)
{
    lab.figure({.name = "third_dimension",
                .caption = "The four points, lifted by the answer of the NAND unit as a third "
                           "coordinate: now a plane parts them. From the plane a line leads up to "
                           "each point where XOR is 1, and down to each where it is 0.",
                .alt = "Four points in space above the corners of a square, three at height 1 and "
                       "one at height 0, and a tilted plane that has the two points of XOR 1 on "
                       "one side and the two of XOR 0 on the other.",
                .source = "decks A and B, from two dimensions to three"},
               draw_third_dimension);
}

void output_surface(Lab& lab)
{
    lab.figure(
        {.name = "output_surface",
         .caption = "The output of the network as height over the plane of the inputs: a "
                    "ridge over the strip between the two lines. With steps its walls are "
                    "upright, with sigmoids they are slopes.",
         .alt = "Two surfaces over a square: on the left a ridge of height 1 with upright walls "
                "along the falling diagonal, on the right the same ridge with rounded "
                "sides.",
         .source = "decks A and B, from two dimensions to three"},
        draw_surfaces);
}

} // namespace xor_mlp
