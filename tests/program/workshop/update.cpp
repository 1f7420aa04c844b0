// ./workbook update ARCHIVE: a newer student edition in the place of this one.
#include "workshop/workshop.hpp"

#include "common/system/files.hpp"
#include "common/system/user_error.hpp"
#include "workshop/edition.hpp"

#include <fmt/format.h>

namespace workbook {

namespace fs = std::filesystem;

int update(const Workspace& workspace, const std::string& from)
{
    if (!workspace.is_student_edition()) {
        throw UserError("this is an instructor's workbook: an update would take its solutions for "
                        "a student's files",
                        "release it again instead: ./workbook release DIR");
    }
    const Edition edition = read_edition(from);
    const EditionChanges changes = lay_edition(edition, workspace.root());
    // The front door need not look for what is new: these files have the time of the update.
    write_file(workspace.build() / name_of_list, text_of(edition.list));
    fmt::print("{}The next ./workbook check builds what has changed; docs/CHANGELOG.md says what "
               "is new.\n",
               shown(changes, edition.list));
    return 0;
}

} // namespace workbook
