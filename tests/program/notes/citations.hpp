/// @file
/// From \cite to the bibliography and back: a text names a work with a link to its entry, and the
/// entry lists the sections that cite it.
#pragma once

#include "notes/bibliography.hpp"

#include <map>
#include <string>
#include <vector>

namespace workbook {

/// The works, and where the pages so far have cited them.
class Citations {
public:
    explicit Citations(std::vector<CitedWork> works) : works_(std::move(works)) {}

    /// The line with a link in place of each \cite; `section` is a link to where it stands. Throws
    /// UserError for a key that no work has.
    std::string linked(const std::string& line, const std::string& section);

    /// Every work with links back to the sections that cite it.
    std::string bibliography() const;

private:
    std::vector<CitedWork> works_;
    std::map<std::string, std::vector<std::string>> cited_in_; ///< key → links to sections
};

} // namespace workbook
