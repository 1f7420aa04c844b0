#include "verbs/verbs.hpp"

#include "common/system/files.hpp"
#include "common/system/user_error.hpp"
#include "course/put_aside.hpp"
#include "course/skeleton.hpp"

#include <fmt/format.h>

#include <cstdio>

namespace workbook {

namespace fs = std::filesystem;

namespace {

bool is_already(const fs::path& file, const std::string& text)
{
    try {
        return fs::is_regular_file(file) && read_file(file) == text;
    } catch (const UserError&) {
        return false; // unreadable, so it is kept aside like any other file
    }
}

/// Puts the chapter's skeleton into labs/; a file that is there already is kept under another name.
void restore(const Workspace& workspace, const Chapter& chapter)
{
    const std::string skeleton = skeleton_for(workspace, chapter);
    const fs::path lab = workspace.labs() / chapter.folder / (chapter.name + ".cpp");
    if (fs::exists(lab)) {
        if (is_already(lab, skeleton)) {
            fmt::print("{} is the skeleton already\n", shown(lab));
            return;
        }
        const fs::path backup = put_aside(lab);
        fmt::print("your file is kept as {}\n", shown(backup));
    }
    write_file(lab, skeleton);
    fmt::print("{} is the skeleton again\n", shown(lab));
}

} // namespace

int reset(const Workspace& workspace, const std::string& name)
{
    restore(workspace, workspace.chapter(name));
    return 0;
}

int skeletons(const Workspace& workspace)
{
    for (const Chapter& chapter : workspace.chapters()) {
        restore(workspace, chapter);
    }
    return 0;
}

} // namespace workbook
