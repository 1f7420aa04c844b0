/// @file
/// Boxes that tell where a source document differs from the text.
#pragma once

#include <string>

namespace workbook {

/// Goes through the lines of a page. What stands between the lines {{source}} and {{/source}} is
/// set apart under the words "In the source", which lead to the list of documents; the text beside
/// it needs none.
class SourceBoxes {
public:
    /// Whether the line begins or ends a box; if so, it is replaced by what the page shows. Throws
    /// UserError for a box in a box and for an end without a beginning.
    bool mark(std::string& line);

    /// At the end: what is wrong, or "".
    std::string still_open() const;

private:
    bool in_box_ = false;
};

} // namespace workbook
