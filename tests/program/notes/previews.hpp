/// @file
/// What a link of the book leads to, small: docs/theme/previews.js shows it beside the link.
#pragma once

#include "notes/pages.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace workbook {

/// For every place that a text of these pages leads to, "backprop.html#step_3_7", the beginning of
/// what stands there, as HTML without labels and links: of a section its heading and first
/// paragraph, of a figure, a table or an equation itself, of a work its entry, of a term its line.
std::map<std::string, std::string> previews_of(const std::vector<FinishedPage>& pages);

/// Puts them into a site, as a script: a page that was opened from a file may load no other kind of
/// file.
void add_previews(const std::filesystem::path& site, const std::vector<FinishedPage>& pages);

} // namespace workbook
