/// @file
/// Lists that are kept by hand in docs/: a line for each entry, its fields between bars.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace workbook {

/// One line of a list.
struct ListedLine {
    std::size_t line; ///< from 1
    std::vector<std::string> fields;
};

/// The entries of a list. Empty lines and those that begin with # do not count. Throws UserError
/// at a line that has not as many fields as it should.
std::vector<ListedLine> read_list(const std::filesystem::path& file, std::size_t fields);

/// A field that holds several words or terms, apart at `separator`.
std::vector<std::string> parts_of(const std::string& field, char separator);

} // namespace workbook
