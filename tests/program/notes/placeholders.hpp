/// @file
/// What the placeholders of a page stand for: what the chapters' executables have written.
#pragma once

#include "notes/material.hpp"

#include <string>
#include <vector>

namespace workbook {

/// A name is one of `own`, the page's chapter, or qualified: 03_backprop/erratum_2_share. All throw
/// UserError for a name that nothing has.
class Placeholders {
public:
    explicit Placeholders(const std::vector<NotesChapter>& chapters) : chapters_(chapters) {}

    std::string figure(const std::string& name, const NotesChapter* own) const;
    std::string table(const std::string& name, const NotesChapter* own) const;

    /// The line with a link in place of "figure {{figure name}}", and of tables and equations.
    std::string with_references(const std::string& line, const NotesChapter* own) const;

    /// The line with its numbers; `in_formula` says whether a formula is open before it, and then
    /// whether one is open after it.
    std::string with_values(const std::string& line, const NotesChapter* own,
                            bool& in_formula) const;

private:
    const NotesChapter& chapter_of(std::string& name, const NotesChapter* own) const;

    const std::vector<NotesChapter>& chapters_;
};

} // namespace workbook
