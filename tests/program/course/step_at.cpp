#include "course/step_at.hpp"

#include "common/system/files.hpp"
#include "common/system/pattern.hpp"
#include "common/system/user_error.hpp"
#include "course/interface.hpp"
#include "course/student_code.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace workbook {

namespace fs = std::filesystem;

namespace {

const Chapter* chapter_of(const Workspace& workspace, const fs::path& file)
{
    const auto& chapters = workspace.chapters();
    const auto found = std::find_if(chapters.begin(), chapters.end(), [&](const Chapter& chapter) {
        return std::find(file.begin(), file.end(), chapter.folder) != file.end() ||
               file.stem() == chapter.name;
    });
    return found == chapters.end() ? nullptr : &*found;
}

/// The step of the function at a line, or of the next one; "" if that is no step's.
std::string step_of_line(const Workspace& workspace, const Chapter& chapter, const fs::path& file,
                         std::size_t line)
{
    const StudentCode code(read_file(file));
    const auto& functions = code.functions();
    const auto function = std::find_if(functions.begin(), functions.end(),
                                       [&](const Function& f) { return line <= f.last_line; });
    if (function == functions.end()) {
        return "";
    }
    const auto steps = steps_in_interface(workspace.root() / "chapters" / chapter.folder /
                                          (chapter.name + ".hpp"));
    const auto step = steps.find(function->name);
    return step == steps.end() ? "" : step->second;
}

} // namespace

std::string step_at(const Workspace& workspace, const std::string& word)
{
    static const Pattern place(R"((.*\.(?:cpp|hpp|md|txt))(?::([0-9]{1,6}))?)");
    constexpr std::size_t longest = 4096;
    const auto match = word.size() <= longest ? place.whole(word) : std::nullopt;
    if (!match) {
        return word;
    }
    const fs::path file = fs::absolute((*match)[1]).lexically_normal();
    const Chapter* chapter = chapter_of(workspace, file);
    if (chapter == nullptr) {
        throw UserError(fmt::format("{} belongs to no chapter", shown(file)),
                        "name a chapter, a step or a file of a chapter: 3, 3.4, "
                        "labs/03_backprop/backprop.cpp",
                        2);
    }
    const bool has_functions = file.filename() == chapter->name + ".cpp" && fs::exists(file);
    const std::string step = has_functions && !(*match)[2].empty()
                                 ? step_of_line(workspace, *chapter, file, std::stoul((*match)[2]))
                                 : "";
    return step.empty() ? std::to_string(chapter->number) : step;
}

} // namespace workbook
