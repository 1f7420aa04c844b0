#include "common/plot/gnuplot_one_legend.hpp"

#include "common/plot/gnuplot_series.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace workbook::gnuplot {

namespace {

std::vector<const Series*> entries(const Drawing& drawing)
{
    std::vector<const Series*> result;
    for (const Panel& panel : drawing.panels) {
        for (const Series& series : panel.series) {
            const auto same = [&series](const Series* other) {
                return other->style.label == series.style.label;
            };
            if (!series.style.label.empty() && std::none_of(result.begin(), result.end(), same))
                result.push_back(&series);
        }
    }
    return result;
}

std::size_t letters(const std::string& label)
{
    std::size_t count = 0;
    for (const TextPiece& piece : pieces(label))
        for (const char c : piece.text)
            count += (static_cast<unsigned char>(c) & 0xc0u) != 0x80u; // no continuation byte
    return count;
}

std::size_t rounded_up(std::size_t count, std::size_t parts)
{
    return (count + parts - 1) / parts;
}

/// As few rows as there is room for, all of them as long as possible.
std::size_t rows(const Drawing& drawing, const std::vector<const Series*>& entries)
{
    // gnuplot counts letters, and it gives each as much room as this, and as much to a sample.
    std::size_t longest = 0;
    for (const Series* entry : entries)
        longest = std::max(longest, letters(entry->style.label));
    const double widest = (0.7 * static_cast<double>(longest) + 3.85) * drawing.font_size;
    const auto fitting = static_cast<std::size_t>(std::max(1.0, drawing.size().first / widest));
    return rounded_up(std::max<std::size_t>(entries.size(), 1), fitting);
}

} // namespace

double one_legend_height(const Drawing& drawing)
{
    if (!drawing.one_legend)
        return 0.0;
    const auto lines = static_cast<double>(rows(drawing, entries(drawing)));
    return std::round((1.66 * lines + 0.5) * drawing.font_size);
}

void write_one_legend(std::string& out, const Drawing& drawing)
{
    const std::vector<const Series*> all = entries(drawing);
    if (all.empty())
        return;
    const std::size_t columns = rounded_up(all.size(), rows(drawing, all));
    std::vector<std::string> samples;
    for (const Series* entry : all)
        samples.push_back(legend_entry(*entry));
    out += fmt::format(
        "reset\nset minussign\nunset border\nunset tics\n"
        "set origin 0,0\nset size 1,1\n"
        "set margins screen 0, screen 1, screen 0, screen 1\n"
        "set key at screen 0.5, screen {:.6g} center top {} maxcols {} Left reverse samplen 2.4 "
        "spacing 1.1 tc rgb \"#000000\"\n"
        "plot [0:1][0:1] {}\n",
        1.0 - 4.0 / drawing.size().second, columns == 1 ? "vertical" : "horizontal", columns,
        fmt::join(samples, ", \\\n    "));
}

} // namespace workbook::gnuplot
