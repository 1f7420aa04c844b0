#include "course/skeleton.hpp"

#include "common/system/files.hpp"
#include "common/system/user_error.hpp"
#include "course/markers.hpp"

namespace workbook {

std::string skeleton_for(const Workspace& workspace, const Chapter& chapter)
{
    const auto solution = workspace.file_of(chapter, workspace.solutions());
    if (std::filesystem::exists(solution)) {
        return skeleton_of(read_file(solution));
    }
    return read_file(workspace.root() / kept_skeletons / chapter.folder / (chapter.name + ".cpp"));
}

void lay_missing_labs(const Workspace& workspace)
{
    std::error_code error;
    if (!std::filesystem::exists(workspace.root() / kept_skeletons, error)) {
        return;
    }
    for (const Chapter& chapter : workspace.chapters()) {
        const auto lab = workspace.file_of(chapter, workspace.labs());
        try {
            if (!std::filesystem::exists(std::filesystem::symlink_status(lab, error))) {
                write_file(lab, skeleton_for(workspace, chapter));
            }
        } catch (const UserError&) {
            return; // where nothing can be written, judging says that there is no file
        }
    }
}

bool is_untouched(const Workspace& workspace, const Chapter& chapter)
{
    try {
        return read_file(workspace.file_of(chapter, workspace.labs())) ==
               skeleton_for(workspace, chapter);
    } catch (const UserError&) {
        return false; // judging the chapter will report what is wrong with the file
    }
}

} // namespace workbook
