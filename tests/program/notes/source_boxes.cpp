#include "notes/source_boxes.hpp"

#include "common/system/user_error.hpp"

namespace workbook {

bool SourceBoxes::mark(std::string& line)
{
    if (line == "{{source}}") {
        if (in_box_) {
            throw UserError("a box of the source stands in another");
        }
        in_box_ = true;
        line = "\\htmlonly[block]\n<aside class=\"in_source\">\n<p class=\"label\">"
               "<a href=\"errata.html#source_documents\">In the source</a></p>\n\\endhtmlonly\n";
        return true;
    }
    if (line == "{{/source}}") {
        if (!in_box_) {
            throw UserError("no box of the source is open here");
        }
        in_box_ = false;
        line = "\n\\htmlonly[block]\n</aside>\n\\endhtmlonly";
        return true;
    }
    return false;
}

std::string SourceBoxes::still_open() const
{
    return in_box_ ? "a box of the source does not end" : "";
}

} // namespace workbook
