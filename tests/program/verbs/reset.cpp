#include "verbs/verbs.hpp"

#include "common/system/files.hpp"
#include "common/system/user_error.hpp"
#include "course/skeleton.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <cerrno>
#include <cstdio>
#include <ctime>

#include <fcntl.h>

namespace workbook {

namespace fs = std::filesystem;

namespace {

/// Renames without ever replacing a file, even one that is being created at this moment. If the
/// file system cannot guarantee that, checks before renaming.
bool renamed(const fs::path& from, const fs::path& to, std::error_code& error)
{
    error.clear();
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) {
        return true;
    }
    error = {errno, std::generic_category()};
    if (error != std::errc::invalid_argument) {
        return false;
    }
    if (fs::exists(fs::symlink_status(to))) {
        error = std::make_error_code(std::errc::file_exists);
    } else {
        fs::rename(from, to, error);
    }
    return !error;
}

/// Renames to "perceptron.cpp.2026-03-01T10-20-30.bak", with a counter when that is taken.
fs::path put_aside(const fs::path& file, std::error_code& error)
{
    const std::string base =
        fmt::format("{}.{:%Y-%m-%dT%H-%M-%S}", file.string(), fmt::localtime(std::time(nullptr)));
    fs::path name = base + ".bak";
    for (int i = 2; !renamed(file, name, error) && error == std::errc::file_exists; ++i) {
        name = fmt::format("{}-{}.bak", base, i);
    }
    return name;
}

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
        std::error_code error;
        const fs::path backup = put_aside(lab, error);
        if (error) {
            throw UserError(
                fmt::format("cannot keep {} as {}: {}", shown(lab), shown(backup), error.message()),
                "nothing was changed");
        }
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
