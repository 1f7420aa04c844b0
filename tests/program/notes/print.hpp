/// @file
/// The whole book on paper: one PDF.
#pragma once

#include "notes/text.hpp"

#include <filesystem>
#include <vector>

namespace workbook {

/// Prints the book from a finished site to `pdf`, with a table of contents that has page numbers.
/// `docs` holds the script that places the figures.
void print_book(const std::filesystem::path& site, const std::filesystem::path& docs,
                const std::vector<NotesPage>& pages, const std::filesystem::path& pdf);

} // namespace workbook
