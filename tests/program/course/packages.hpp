/// @file
/// What the workbook needs on a machine, by the package that holds it. The lists are packages.txt
/// and packages_elsewhere.txt; packages.sh reads them and looks, for the front door too.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace workbook {

struct Package {
    std::string group; ///< "core", "figures", "notes", "debug": which verbs need it
    std::string name;  ///< as this system calls it: "libxtensor-dev"
    std::string why;   ///< what for; where the system has no such package, how to do without
    bool is_there;     ///< on this machine
    bool can_be_installed;
};

/// The packages of these groups, or all. Throws UserError.
std::vector<Package> packages(const std::filesystem::path& root,
                              const std::vector<std::string>& groups = {});

/// Those of them that are not here and can be installed.
std::vector<std::string> missing_packages(const std::vector<Package>& packages);

/// The command that installs these packages here, as a person types it; empty where none is known.
std::string how_to_install(const std::filesystem::path& root,
                           const std::vector<std::string>& names);

} // namespace workbook
