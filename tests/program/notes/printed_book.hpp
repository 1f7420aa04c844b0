/// @file
/// All pages of the book as one page, as they follow each other on paper.
#pragma once

#include "notes/pages.hpp"

#include <map>
#include <string>
#include <vector>

namespace workbook {

/// What earlier printings of the book have shown.
struct PrintedBefore {
    std::map<std::string, int> numbers;     ///< the pages of labels
    std::map<std::string, double> leadings; ///< of parts whose lines are not set as usual
};

/// The labels of the parts of the book that begin on a page of their own, in their order.
std::vector<std::string> parts_of_book(const std::vector<FinishedPage>& pages,
                                       const std::vector<NotesPage>& order);

/// The cover and these parts alone, for a printing that shows how they end.
std::vector<NotesPage> only_parts(const std::vector<NotesPage>& order,
                                  const std::vector<std::string>& parts);

/// All printed pages in one: every label carries its page's name before it, and a link from page
/// to page becomes one inside of the book.
std::string whole_book(const std::vector<FinishedPage>& pages, const std::vector<NotesPage>& order,
                       const PrintedBefore& before);

} // namespace workbook
