/// @file
/// The whole book on paper: one PDF.
#pragma once

#include "notes/html.hpp"
#include "notes/text.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace workbook {

/// Prints the book from a finished site to `pdf`, with a table of contents that has page numbers.
/// `docs` holds the script that places the figures.
void print_book(const std::filesystem::path& site, const std::filesystem::path& docs,
                const std::vector<NotesPage>& pages, const std::filesystem::path& pdf);

/// All printed pages in one: every label carries its page's name before it, and a link from page
/// to page becomes one inside of the book. `numbers` are the page numbers of labels, as far as
/// they are known.
std::string whole_book(const std::vector<FinishedPage>& pages, const std::vector<NotesPage>& order,
                       const std::map<std::string, int>& numbers);

} // namespace workbook
