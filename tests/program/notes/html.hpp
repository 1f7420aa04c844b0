/// @file
/// From the pages that Doxygen writes to the pages of the book.
#pragma once

#include "notes/text.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace workbook {

/// A page of the site, finished.
struct FinishedPage {
    std::string label; ///< its file is label.html
    std::string title; ///< as HTML
    std::string html;
};

/// Gives every page below `site` the contents of the book, real headings that can be linked to,
/// formulas without the spaces that Doxygen puts around them, and links where its text names
/// another place by number; takes away the pages that none
/// leads to. The book's own pages come first, in their order.
std::vector<FinishedPage> finish_pages(const std::filesystem::path& site,
                                       const std::vector<NotesPage>& pages);

/// The same pages, read again from a site that is finished.
std::vector<FinishedPage> read_finished(const std::filesystem::path& site,
                                        const std::vector<NotesPage>& pages);

/// What a page itself says, without the frame that all pages share.
std::string body_of(const std::string& html);

/// One page's text without its markup. Formulas become plain letters.
std::string plain_text(const std::string& html);

/// A heading in a page.
struct Heading {
    std::size_t begin; ///< of its tag
    std::size_t end;   ///< one past its closing tag
    int level;
    std::string label; ///< what a link leads to; may be empty
    std::string title; ///< as HTML, without the links that stand around it
};

/// All headings of a page from `from` on, in their order.
std::vector<Heading> headings_of(const std::string& html, std::size_t from = 0);

} // namespace workbook
