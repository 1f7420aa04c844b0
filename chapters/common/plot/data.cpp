#include "common/plot/data.hpp"

#include <cmath>
#include <stdexcept>
#include <string>
#include <vector>

namespace workbook {

Numbers linspace(double from, double to, std::size_t count)
{
    std::vector<double> values(count);
    for (std::size_t i = 0; i < count; ++i)
        values[i] = count == 1 ? from
                               : from + (to - from) * static_cast<double>(i) /
                                            static_cast<double>(count - 1);
    return values;
}

Numbers indices(std::size_t count)
{
    return linspace(0.0, static_cast<double>(count) - 1.0, count);
}

Numbers powers_of_ten(double from, double to, double step)
{
    std::vector<double> values;
    // Exponents that are added up may miss the last one by a rounding error.
    for (double exponent = from; exponent < to + 0.5 * step; exponent += step)
        values.push_back(std::pow(10.0, exponent));
    return values;
}

Numbers Plane::xs() const
{
    return linspace(x_from, x_to, samples);
}

Numbers Plane::ys() const
{
    return linspace(y_from, y_to, samples);
}

Matrix Plane::points() const
{
    Matrix result = Matrix::from_shape({samples * samples, 2});
    std::size_t point = 0;
    for (const double y : ys()) {
        for (const double x : xs()) {
            result(point, 0) = x;
            result(point, 1) = y;
            ++point;
        }
    }
    return result;
}

Numbers Field::over(const Plane& plane) const
{
    if (plane.samples < 2)
        throw std::invalid_argument("a plane needs at least 2 samples per side");
    if (!function_) {
        if (values_.size() != plane.samples * plane.samples)
            throw std::invalid_argument("a plane of " + std::to_string(plane.samples) +
                                        " samples per side needs " +
                                        std::to_string(plane.samples * plane.samples) +
                                        " values, not " + std::to_string(values_.size()));
        return values_;
    }
    const Matrix points = plane.points();
    std::vector<double> result(points.shape(0));
    for (std::size_t i = 0; i < result.size(); ++i)
        result[i] = function_(points(i, 0), points(i, 1));
    return result;
}

} // namespace workbook
