/// @file
/// The last page of each part of the printed book, which should not hold a few lines only.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace workbook {

/// The distance between lines in lines' heights: --content-line-height for paper in
/// docs/theme/notes.css.
constexpr double usual_leading = 1.5;

/// How far down its last page a part of the book goes.
struct LastPage {
    std::string part; ///< its label
    int pages = 1;    ///< that the part has
    double filled = 1.0;
};

/// The last pages of `parts`, which follow each other in the PDF, except for that of the last part
/// and for parts of a single page. `numbers` are the pages of their labels.
std::vector<LastPage> last_pages(const std::filesystem::path& pdf,
                                 const std::vector<std::string>& parts,
                                 const std::map<std::string, int>& numbers);

/// The share of a page's height that its words reach down to, from what `pdftotext -bbox` says of
/// it. The head and the number of the page do not count.
double filled_share(const std::string& words);

/// The distance between the lines of a part that has been set with `leading`, so that its last page
/// holds more than a few lines; the same if it does already.
double mended_leading(const LastPage& last, double leading);

} // namespace workbook
