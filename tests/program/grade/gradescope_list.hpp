/// @file
/// submission_metadata.yml, which accompanies the folders in Gradescope's export: who handed in
/// what, and when.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace workbook {

/// One who handed in.
struct Submitter {
    std::string name;
    std::string id;
    std::string email;
};

/// What the list says of a folder.
struct GradescopeEntry {
    std::vector<Submitter> submitters; ///< several: partners of a group
    std::optional<std::int64_t> created_at;
};

/// The list, by folder. Throws UserError if it is larger than 64 MB or no YAML.
std::map<std::string, GradescopeEntry> read_gradescope_list(const std::filesystem::path& file);

} // namespace workbook
