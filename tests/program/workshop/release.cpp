// ./workbook release DIR: the student edition, a workbook without solutions.
#include "workshop/workshop.hpp"

#include "common/system/files.hpp"
#include "common/system/user_error.hpp"
#include "course/book_places.hpp"
#include "terminal/terminal.hpp"
#include "workshop/edition.hpp"

#include <fmt/format.h>

namespace workbook {

namespace fs = std::filesystem;

namespace {

void must_be_beside(const Workspace& workspace, const fs::path& to)
{
    const fs::path root = fs::weakly_canonical(workspace.root());
    if (const fs::path inside = fs::weakly_canonical(to).lexically_relative(root);
        !inside.empty() && *inside.begin() != "..") {
        throw UserError(fmt::format("{} is inside the workbook itself", shown(to)),
                        "name a folder beside it", 2);
    }
    if (fs::exists(to) && !fs::is_directory(to)) {
        throw UserError(fmt::format("{} is a file", shown(to)), "name a folder", 2);
    }
}

int release_archives(const Edition& edition, const fs::path& to)
{
    for (const fs::path& file : pack_edition(edition, to)) {
        fmt::print("{}\n", shown(file));
    }
    fmt::print("{}", wrapped("Whoever has an earlier one: ./workbook update ARCHIVE, in the old "
                             "folder, keeps what was written there. docs/CHANGELOG.md says what "
                             "is new.",
                             2));
    return 0;
}

} // namespace

int release(const Workspace& workspace, const ReleaseOptions& options)
{
    if (workspace.is_student_edition()) {
        throw UserError("this is a student edition already: there are no solutions to leave out");
    }
    const fs::path to = fs::absolute(options.folder).lexically_normal();
    must_be_beside(workspace, to);
    const bool is_there = fs::exists(to / name_of_list);
    if (!options.archives && fs::exists(to) && !fs::is_empty(to) && !is_there) {
        throw UserError(fmt::format("{} is not empty, and holds no student edition", shown(to)),
                        "name a new folder, or one that an edition was released to", 2);
    }
    const Edition edition =
        make_edition(workspace, options.without_book ? fs::path() : built_notes(workspace));
    if (options.archives) {
        return release_archives(edition, to);
    }
    const EditionChanges changes = lay_edition(edition, to);
    fmt::print("the student edition is in {}\n", shown(to));
    if (is_there) {
        fmt::print("{}", shown(changes, edition.list));
        return 0;
    }
    const std::string book =
        options.without_book
            ? "It has no book: this machine was not to build it."
            : fmt::format("The book is in {}: ./workbook read opens it.", shipped_book);
    fmt::print("{}", wrapped("It has the chapters, the skeletons and the graded steps; no "
                             "solutions, no right answers, no hidden steps, no history. "
                             "./workbook check works there as it does here. " +
                                 book,
                             2));
    return 0;
}

} // namespace workbook
