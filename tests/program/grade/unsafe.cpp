#include "grade/unsafe.hpp"

#include "common/system/files.hpp"
#include "common/system/user_error.hpp"

#include <fmt/format.h>

#include <unistd.h>

namespace workbook {

namespace fs = std::filesystem;

void must_be_open_to_all(const fs::path& place, const std::string& advice)
{
    for (fs::path folder = place; ::geteuid() == 0 && folder.has_relative_path();
         folder = folder.parent_path()) {
        const bool open = !fs::exists(folder) || (fs::status(folder).permissions() &
                                                  fs::perms::others_exec) != fs::perms::none;
        if (!open) {
            throw UserError(fmt::format("{} is private, and --unsafe compiles and runs students' "
                                        "files as the user nobody, who has to come to {}",
                                        shown(folder), shown(place)),
                            advice, 2);
        }
    }
}

void must_be_closed(const std::vector<fs::path>& places)
{
    std::string open;
    for (const fs::path& place : places) {
        std::error_code error;
        const fs::perms others = fs::status(place, error).permissions() & fs::perms::others_all;
        if (::geteuid() == 0 && !error && others != fs::perms::none) {
            open += " " + shown(place);
        }
    }
    if (!open.empty()) {
        throw UserError("--unsafe compiles students' files as the user nobody, who could read the "
                        "answers",
                        "chmod o-rwx" + open, 2);
    }
}

} // namespace workbook
