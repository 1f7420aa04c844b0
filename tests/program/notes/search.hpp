/// @file
/// What the search box of the notes looks through.
#pragma once

#include "notes/pages.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace workbook {

/// lunr finds words that are not spelt quite so. Where it is not installed, the site finds what is
/// spelt as in the book.
inline constexpr const char* search_library = "/usr/share/javascript/lunr/lunr.min.js";

/// A script that holds the text of every section: page, section, link, words, part of the book. A
/// script and not JSON, because a page that was opened from a file may load no other kind of file.
/// `order` says what part of the book a page is; a page that is not in it is code.
std::string search_index(const std::vector<FinishedPage>& pages,
                         const std::vector<NotesPage>& order);

/// Puts into a site what its search needs: the text of the sections and, where there is `library`,
/// it and the index that `script`, make_search_index.js, makes for it. The site has its other
/// scripts already.
void add_search(const std::filesystem::path& site, const std::vector<FinishedPage>& pages,
                const std::vector<NotesPage>& order, const std::filesystem::path& script,
                const std::filesystem::path& library = search_library);

} // namespace workbook
