/// @file
/// All pages of the book as one page, as they follow each other on paper.
#pragma once

#include "notes/pages.hpp"

#include <map>
#include <string>
#include <vector>

namespace workbook {

/// All printed pages in one: every label carries its page's name before it, and a link from page
/// to page becomes one inside of the book. `numbers` are the page numbers of labels, as far as
/// they are known.
std::string whole_book(const std::vector<FinishedPage>& pages, const std::vector<NotesPage>& order,
                       const std::map<std::string, int>& numbers);

} // namespace workbook
