#include "notes/last_pages.hpp"

#include "common/system/process.hpp"

#include <algorithm>
#include <array>
#include <regex>

namespace workbook {

namespace {

// The page's height and what the margins of docs/theme/notes.css leave, in points.
constexpr double height = 841.92;
constexpr double top = 20.0 * 72 / 25.4;
constexpr double bottom = height - 22.0 * 72 / 25.4;

constexpr double few = 0.32; ///< of a page: less is too little

/// The first is --content-line-height for paper in docs/theme/notes.css; one does not see the
/// difference between any of them.
constexpr std::array leadings{1.5, 1.53, 1.47, 1.56, 1.44, 1.6};

} // namespace

std::vector<LastPage> last_pages(const std::filesystem::path& pdf,
                                 const std::vector<std::string>& parts,
                                 const std::map<std::string, int>& numbers, int behind)
{
    std::vector<LastPage> result;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const int first = numbers.at(parts[i]);
        const int last = (i + 1 < parts.size() ? numbers.at(parts[i + 1]) : behind) - 1;
        result.push_back({parts[i]});
        if (last > first) {
            const std::string page = std::to_string(last);
            result.back().filled = filled_share(
                run({"pdftotext", "-bbox", "-f", page, "-l", page, pdf.string(), "-"}).out);
        }
    }
    return result;
}

double filled_share(const std::string& words)
{
    static const std::regex word(R"re(<word [^>]*yMax="([0-9.]+)")re");
    double lowest = top;
    for (std::sregex_iterator at(words.begin(), words.end(), word), end; at != end; ++at) {
        const double y = std::stod((*at)[1]);
        lowest = y < bottom ? std::max(lowest, y) : lowest;
    }
    return (lowest - top) / (bottom - top);
}

double next_leading(const std::vector<TriedLeading>& tried)
{
    if (!tried.empty() && tried.back().filled > few) {
        return tried.back().leading;
    }
    if (tried.size() < leadings.size()) {
        return leadings[tried.size()];
    }
    return std::max_element(tried.begin(), tried.end(),
                            [](const auto& a, const auto& b) { return a.filled < b.filled; })
        ->leading;
}

} // namespace workbook
