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
    return read_file(workspace.root() / ".skeletons" / chapter.folder / (chapter.name + ".cpp"));
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
