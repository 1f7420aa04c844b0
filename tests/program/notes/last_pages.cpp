#include "notes/last_pages.hpp"

#include "common/system/process.hpp"

#include <algorithm>
#include <regex>

namespace workbook {

namespace {

// The page's height and what the margins of docs/theme/notes.css leave, in points.
constexpr double height = 841.92;
constexpr double top = 20.0 * 72 / 25.4;
constexpr double bottom = height - 22.0 * 72 / 25.4;

constexpr double few = 1.0 / 3;      ///< less of a page is too little
constexpr double enough = 0.45;      ///< so much is aimed at
constexpr double share = 0.6;        ///< of a page's height follows the leading: figures do not
constexpr double most_change = 0.07; ///< more would be seen

} // namespace

std::vector<LastPage> last_pages(const std::filesystem::path& pdf,
                                 const std::vector<std::string>& parts,
                                 const std::map<std::string, int>& numbers)
{
    std::vector<LastPage> result;
    for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
        const auto begins = numbers.find(parts[i]);
        const auto next = numbers.find(parts[i + 1]);
        if (begins == numbers.end() || next == numbers.end() || next->second - begins->second < 2) {
            continue;
        }
        const int last = next->second - 1;
        const std::string page = std::to_string(last);
        const std::string words =
            run({"pdftotext", "-bbox", "-f", page, "-l", page, pdf.string(), "-"}).out;
        result.push_back({parts[i], next->second - begins->second, filled_share(words)});
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

double mended_leading(const LastPage& last, double leading)
{
    if (last.filled > few) {
        return leading;
    }
    // What is there takes so many pages. The lines move apart until it takes enough or, where that
    // would be seen, together until the last page is not needed; else apart as far as they may.
    const double now = last.pages - 1 + last.filled;
    const double apart = leading * (1 + (enough - last.filled) / (now * share));
    const double together = leading * (1 - (last.filled + 0.05) / (now * share));
    constexpr double widest = usual_leading * (1 + most_change);
    constexpr double closest = usual_leading * (1 - most_change);
    return apart > widest && together >= closest ? together : std::min(apart, widest);
}

} // namespace workbook
