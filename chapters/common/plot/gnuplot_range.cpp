#include "common/plot/gnuplot_range.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace workbook::gnuplot {

double round_step(double step)
{
    const double power = std::pow(10.0, std::floor(std::log10(step)));
    for (const double factor : {1.0, 2.0, 5.0})
        if (factor * power >= 0.999 * step)
            return factor * power;
    return 10.0 * power;
}

std::pair<double, double> extent(const Panel& panel, const char* name, const Axis& axis)
{
    if (axis.range)
        return *axis.range;
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    const auto belongs = [name](const std::string& column) {
        return column == name || (*name == 'y' && (column == "low" || column == "high"));
    };
    for (const Series& series : panel.series) {
        for (const auto& [column_name, values] : series.columns) {
            for (const double value : values) {
                const bool there = std::isfinite(value) && (!axis.logarithmic || value > 0.0);
                if (belongs(column_name) && there) {
                    low = std::min(low, value);
                    high = std::max(high, value);
                }
            }
        }
    }
    return low < high ? std::pair{low, high} : std::pair{0.0, 1.0};
}

std::pair<double, double> rounded_extent(const Panel& panel, const char* name, const Axis& axis)
{
    const auto [low, high] = extent(panel, name, axis);
    if (axis.range)
        return {low, high};
    if (axis.logarithmic)
        return {std::pow(10.0, std::floor(std::log10(low) + 1e-9)),
                std::pow(10.0, std::ceil(std::log10(high) - 1e-9))};
    const double step = round_step((high - low) / 6.0);
    return {step * std::floor(low / step + 1e-9), step * std::ceil(high / step - 1e-9)};
}

double fraction_along(const Axis& axis, const std::pair<double, double>& range, double value)
{
    const auto scaled = [&axis](double number) {
        return axis.logarithmic ? std::log10(number) : number;
    };
    return (scaled(value) - scaled(range.first)) / (scaled(range.second) - scaled(range.first));
}

} // namespace workbook::gnuplot
