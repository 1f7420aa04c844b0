// The gates, their drawing, the random separable data and the runs over it.
#include "experiments.hpp"

#include "common/math/random.hpp"

#include <cmath>
#include <numeric>
#include <string>
#include <vector>

namespace perceptron {

std::size_t total(const std::vector<std::size_t>& counts)
{
    return std::accumulate(counts.begin(), counts.end(), std::size_t{0});
}

std::string words(double number)
{
    std::string text = std::to_string(std::abs(number));
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.')
        text.pop_back();
    return (number < 0 ? "−" : "") + text;
}

std::size_t right_answers(const Matrix& X, const Vector& targets, const Unit& unit)
{
    std::size_t right = 0;
    for (std::size_t n = 0; n < X.shape(0); ++n)
        right += classify(xt::row(X, n), unit) == targets(n);
    return right;
}

std::vector<Unit> unit_grid()
{
    std::vector<Unit> units;
    for (double w1 = -2; w1 <= 2; w1 += 0.25)
        for (double w2 = -2; w2 <= 2; w2 += 0.25)
            for (double b = -2; b <= 2; b += 0.25)
                units.push_back({{w1, w2}, b});
    return units;
}

Separable separable(Random& random, std::size_t rows, double margin)
{
    const double angle = random.uniform(0, 6.283185307179586);
    Separable data{Matrix::from_shape({rows, 2}),
                   Vector::from_shape({rows}),
                   {{std::cos(angle), std::sin(angle)}, random.uniform(-0.5, 0.5)}};
    const Unit& line = data.separator;
    for (std::size_t n = 0; n < rows; ++n) {
        Vector x;
        double distance = 0;
        do {
            x = random.uniform_vector(2, -2, 2);
            distance = line.w(0) * x(0) + line.w(1) * x(1) + line.b;
        } while (std::abs(distance) < margin);
        xt::row(data.X, n) = x;
        data.targets(n) = distance > 0 ? 1 : 0;
    }
    return data;
}

void draw_square(Figure& figure, const Vector& targets)
{
    for (std::size_t n = 0; n < 4; ++n) {
        figure.points({corners(n, 0)}, {corners(n, 1)},
                      {.color = Color::black,
                       .marker = targets(n) == 1 ? Marker::circle : Marker::open_circle,
                       .size = 1.6});
    }
    figure.ranges(around);
    figure.x_tics({0, 1});
    figure.y_tics({0, 1});
    figure.x_label("x_{1}");
    figure.y_label("x_{2}");
    figure.equal_aspect();
    figure.legend(Legend::none);
}

void draw_border(Figure& figure, const Unit& unit, const Style& style)
{
    figure.contour(
        around, [&](double x1, double x2) { return weighted_sum({x1, x2}, unit.w, unit.b); }, {0.0},
        style);
}

void draw_answers(Figure& figure, const Unit& unit)
{
    figure.regions(around, [&](double x1, double x2) { return classify({x1, x2}, unit); },
                   {.border = false});
    if (unit.w(0) != 0 || unit.w(1) != 0) // without weights there is no line
        draw_border(figure, unit, {.color = Color::black, .dash = Dash::solid});
}

Clouds many_bounds(std::size_t count)
{
    Random random{23};
    Clouds clouds;
    for (std::size_t i = 0; i < count; ++i) {
        const double margin = std::pow(10.0, random.uniform(-1.7, 0.0));
        const Separable data = separable(random, 20, margin);
        const double ones = xt::sum(data.targets)();
        if (ones == 0 || ones == 20)
            continue;
        const Training result = train(data.X, data.targets, zero_unit, 1.0, 300);
        clouds.bounds.push_back(mistake_bound(data.X, data.targets, data.separator));
        clouds.mistakes.push_back(static_cast<double>(total(result.mistakes_per_epoch)));
    }
    return clouds;
}

} // namespace perceptron
