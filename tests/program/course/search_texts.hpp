/// @file
/// What the search for unlisted mistakes knows of a chapter.
#pragma once

#include <filesystem>
#include <string>

namespace workbook {

/// One JSON object: "headers" are the interface and what it includes of the chapters' common types,
/// "ways" the solution and the other right answers, "mistakes" the listed ones, each with its whole
/// body. `folder` is the chapter's, "03_backprop", in the workbook at `root`.
std::string search_texts(const std::filesystem::path& root, const std::string& folder);

} // namespace workbook
