/// @file
/// From the pages that Doxygen writes to the pages of the book.
#pragma once

#include "notes/text.hpp"

#include <pugixml.hpp>

#include <filesystem>
#include <string>
#include <vector>

namespace workbook {

/// A page of the site, finished.
struct FinishedPage {
    std::string label; ///< its file is label.html
    std::string title; ///< as HTML
    pugi::xml_document html;
};

/// The page of the book with this label, or nullptr: Doxygen makes others besides.
const NotesPage* page_of_the_book(const std::string& label, const std::vector<NotesPage>& pages);

/// Makes pages of the book of all pages below `site` (see doxygen_page.hpp, formulas.hpp and
/// typeset.hpp), with the contents of the book at their side; takes away the pages that none leads
/// to. The book's own pages come first, in their order. Complains of formulas that cannot be set
/// by `formula_script`, set_formulas.js.
std::vector<FinishedPage> finish_pages(const std::filesystem::path& site,
                                       const std::vector<NotesPage>& pages,
                                       const std::filesystem::path& formula_script,
                                       std::vector<NotesComplaint>& complaints);

/// The same pages, read again from a site that is finished.
std::vector<FinishedPage> read_finished(const std::filesystem::path& site,
                                        const std::vector<NotesPage>& pages);

} // namespace workbook
