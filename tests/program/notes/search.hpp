/// @file
/// What the search box of the notes looks through.
#pragma once

#include "notes/pages.hpp"

#include <string>
#include <vector>

namespace workbook {

/// A script that holds the text of every section: page, section, link, words. A script and not
/// JSON, because a page that was opened from a file may load no other kind of file.
std::string search_index(const std::vector<FinishedPage>& pages);

} // namespace workbook
