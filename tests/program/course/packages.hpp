/// @file
/// What the workbook needs on a machine, by the Debian package that holds it.
/// The list itself is packages.txt, which the front door reads too.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace workbook {

struct Package {
    std::string group; ///< "core", "figures", "notes", "debug": which verbs need it
    std::string name;  ///< "libxtensor-dev"
    std::string probe; ///< a program ("gnuplot") or a file ("/usr/include/xtensor/xtensor.hpp")
    std::string why;
};

/// Reads packages.txt. Throws UserError.
std::vector<Package> packages(const std::filesystem::path& list);

/// Whether what the package brings is on this machine.
bool is_there(const Package& package);

} // namespace workbook
