#include "common/plot/gnuplot_data.hpp"

#include "common/plot/gnuplot_text.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace workbook::gnuplot {

std::string block(std::size_t panel, std::size_t series)
{
    return fmt::format("$p{}s{}", panel, series);
}

const std::vector<double>& column(const Series& series, std::size_t index)
{
    return series.columns[index].second;
}

bool is_mark(Kind kind)
{
    return kind == Kind::horizontal || kind == Kind::vertical || kind == Kind::text ||
           kind == Kind::text_3d;
}

bool any_finite(const Series& series)
{
    for (std::size_t row = 0; row < column(series, 0).size(); ++row) {
        const bool finite =
            std::all_of(series.columns.begin(), series.columns.end(),
                        [row](const NamedNumbers& c) { return std::isfinite(c.second[row]); });
        if (finite)
            return true;
    }
    return false;
}

void write_data(std::string& out, const Series& series, const std::string& name)
{
    out += name + " << EOD\n";
    const std::size_t rows = column(series, 0).size();
    for (std::size_t row = 0; row < rows; ++row) {
        if (series.kind == Kind::surface && row > 0 && row % series.width == 0)
            out += '\n';
        if (series.kind == Kind::regions) {
            const auto c = static_cast<std::size_t>(column(series, 2)[row]);
            out +=
                fmt::format("{} {} {}\n", number(column(series, 0)[row]),
                            number(column(series, 1)[row]), channels(tint(series.colors[c], 0.3)));
            continue;
        }
        for (const auto& [column_name, values] : series.columns)
            out += number(values[row]) + ' ';
        out += '\n';
    }
    out += "EOD\n";
}

} // namespace workbook::gnuplot
