/// @file
/// The book around its pages: their order, the contents, turning from one to the next.
#pragma once

#include "notes/text.hpp"

#include <string>
#include <vector>

namespace workbook {

/// A heading of a page.
struct BookSection {
    std::string label;
    std::string title; ///< as HTML
};

/// Links to the pages before and after number `i`: the book can be read by turning pages.
std::string turn_the_page(const std::vector<NotesPage>& pages, std::size_t i);

/// The contents of the whole book, for the side of a page. Where `current` is one of the book's
/// pages it is marked and its sections are listed below it.
std::string book_contents(const std::vector<NotesPage>& pages, const std::string& current,
                          const std::vector<BookSection>& sections);

} // namespace workbook
