#include "grade/summary_parts.hpp"

#include "grade/clean_text.hpp"
#include "grade/html.hpp"
#include "grade/wording.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace workbook {

std::string link_to_page(const std::string& key, const std::string& name)
{
    return fmt::format("<a href=\"students/{}/feedback.html\"><bdi>{}</bdi></a>", url_part(key),
                       html_text(clean_line(name)));
}

std::string tile(const std::string& name, const std::string& value, const std::string& more)
{
    return fmt::format("<div><dt>{}</dt><dd>{}{}</dd></div>\n", name, value,
                       more.empty() ? "" : " <small>" + more + "</small>");
}

std::string histogram(const std::vector<double>& points, double max_points)
{
    constexpr std::size_t bins = 10;
    if (points.empty() || max_points <= 0) {
        return "";
    }
    std::array<std::size_t, bins> heights{};
    for (const double value : points) {
        const double fraction = std::clamp(value / max_points, 0.0, 1.0);
        ++heights.at(std::min(bins - 1, static_cast<std::size_t>(fraction * bins)));
    }
    const std::size_t highest = *std::max_element(heights.begin(), heights.end());
    constexpr double left = 20;
    constexpr double bottom = 150;
    constexpr double tallest = 120;
    constexpr double bin_width = 40;
    std::string bars;
    std::string told;
    for (std::size_t i = 0; i < bins; ++i) {
        const double height =
            tallest * static_cast<double>(heights.at(i)) / static_cast<double>(highest);
        const double x = left + bin_width * static_cast<double>(i);
        if (heights.at(i) > 0) {
            bars += fmt::format("<rect x=\"{}\" y=\"{:.1f}\" width=\"{}\" height=\"{:.1f}\"/>"
                                "<text x=\"{}\" y=\"{:.1f}\">{}</text>\n",
                                x + 2, bottom - height, bin_width - 4, height, x + bin_width / 2,
                                bottom - height - 5, heights.at(i));
        }
        bars += fmt::format("<text x=\"{}\" y=\"{}\">{}</text>\n", x, bottom + 18, 10 * i);
        told += fmt::format("{}{} to {} %: {}", i == 0 ? "" : "; ", 10 * i, 10 * (i + 1),
                            heights.at(i));
    }
    return fmt::format(
        "<svg viewBox=\"0 0 440 190\" role=\"img\" aria-labelledby=\"bars bars-told\">\n"
        "<title id=\"bars\">How many students have what share of the {} points</title>\n"
        "<desc id=\"bars-told\">{}.</desc>\n{}"
        "<text x=\"{}\" y=\"{}\">100</text>\n"
        "<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\"/>\n"
        "<text x=\"220\" y=\"{}\">% of the {} points</text>\n</svg>\n",
        points_text(max_points), told, bars, left + bin_width * bins, bottom + 18, left, bottom,
        left + bin_width * bins, bottom, bottom + 36, points_text(max_points));
}

} // namespace workbook
