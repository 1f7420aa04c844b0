/// @file
/// The files that a class has handed in, and what they began with.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace workbook {

/// Where the texts are that GradedChapter::content names.
struct ClassTexts {
    std::vector<std::filesystem::path> folders;   ///< one, or those of the parts of a class
    std::map<std::string, std::string> skeletons; ///< by chapter folder

    /// The text of this content; "" if it is no longer there.
    std::string text(const std::string& content) const;
};

} // namespace workbook
