/// @file
/// The last page of each part of the printed book, which should not hold a few lines only. How much
/// it holds depends on the distance between the lines, and only what is printed tells how.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace workbook {

/// How far down its last page a part of the book goes.
struct LastPage {
    std::string part;    ///< its label
    double filled = 1.0; ///< 1 where the part has a single page
};

/// The last pages of `parts`, which follow each other in the PDF. `numbers` are the pages of their
/// labels, `behind` is the page behind the last of them.
std::vector<LastPage> last_pages(const std::filesystem::path& pdf,
                                 const std::vector<std::string>& parts,
                                 const std::map<std::string, int>& numbers, int behind);

/// The share of a page's height that its words reach down to, from what `pdftotext -bbox` says of
/// it. The head and the number of the page do not count.
double filled_share(const std::string& words);

/// A distance between lines, in their height, with which a part has been printed.
struct TriedLeading {
    double leading;
    double filled; ///< of its last page
};

/// The leading for the next printing of a part: that of the last one if it ends well, else one that
/// is not tried yet; when all are, the best of them.
double next_leading(const std::vector<TriedLeading>& tried);

} // namespace workbook
