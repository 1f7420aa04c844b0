/// @file
/// What the workbook needs on a machine, by the Debian package that holds it.
/// The list is packages.txt; packages.sh reads it and looks, for the front door too.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace workbook {

struct Package {
    std::string group; ///< "core", "figures", "notes", "debug": which verbs need it
    std::string name;  ///< "libxtensor-dev"
    std::string why;
    bool is_there; ///< on this machine
};

/// The packages of these groups, or all. Throws UserError.
std::vector<Package> packages(const std::filesystem::path& root,
                              const std::vector<std::string>& groups = {});

} // namespace workbook
