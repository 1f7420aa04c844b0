#include "commands.hpp"

#include "files.hpp"
#include "markers.hpp"
#include "user_error.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <ctime>

namespace workbook {

namespace fs = std::filesystem;

namespace {

/// "perceptron.cpp.2026-03-01T10-20-30.bak", with a counter when that is taken.
fs::path free_backup_name(const fs::path& file)
{
    const std::string base =
        fmt::format("{}.{:%Y-%m-%dT%H-%M-%S}", file.string(), fmt::localtime(std::time(nullptr)));
    fs::path name = base + ".bak";
    for (int i = 2; fs::exists(name); ++i) {
        name = fmt::format("{}-{}.bak", base, i);
    }
    return name;
}

} // namespace

int reset(const Workspace& workspace, const std::string& name)
{
    const Chapter& chapter = workspace.chapter(name);
    const fs::path solution = workspace.file_of(chapter, workspace.solutions());
    const fs::path pristine = workspace.root() / ".skeletons" / chapter.folder /
                              (chapter.name + ".cpp");
    const std::string skeleton = fs::exists(solution) ? skeleton_of(read_file(solution))
                                                      : read_file(pristine);
    const fs::path lab = workspace.labs() / chapter.folder / (chapter.name + ".cpp");
    if (fs::exists(lab)) {
        if (fs::is_regular_file(lab) && read_file(lab) == skeleton) {
            fmt::print("{} is the skeleton already\n", shown(lab));
            return 0;
        }
        const fs::path backup = free_backup_name(lab);
        std::error_code error;
        fs::rename(lab, backup, error);
        if (error) {
            throw UserError(fmt::format("cannot keep {} as {}: {}", shown(lab), shown(backup),
                                        error.message()),
                            "nothing was changed");
        }
        fmt::print("your file is kept as {}\n", shown(backup));
    }
    write_file(lab, skeleton);
    fmt::print("{} is the skeleton again\n", shown(lab));
    return 0;
}

} // namespace workbook
