// ./workbook release DIR: the student edition, a workbook without solutions.
#include "workshop/workshop.hpp"

#include "common/system/files.hpp"
#include "common/system/user_error.hpp"
#include "course/search_texts.hpp"
#include "course/skeleton.hpp"
#include "course/veil.hpp"
#include "course/wrong_answers.hpp"
#include "terminal/terminal.hpp"

#include <boost/algorithm/string/predicate.hpp>
#include <fmt/format.h>

#include <array>

namespace workbook {

namespace fs = std::filesystem;

namespace {

/// What goes into it unchanged. Anything that is not named here is left out: solutions, the
/// workbook's own tests, right answers, history, built files.
constexpr std::array given{
    "CMakeLists.txt", "CMakePresets.json", "LICENSE",       ".gitignore",    "workbook", "chapters",
    "docs",           "tests/cmake",       "tests/judging", "tests/program",
};

/// What is left out below those folders. A step file whose name starts with "hidden" is for the
/// instructor only.
bool stays(const fs::path& path)
{
    const std::string name = path.filename().string();
    return name == "right_answers" || name == "mistakes.txt" || name == "slips.txt" ||
           name == "oracle.hpp" || boost::starts_with(name, "hidden") ||
           boost::ends_with(name, ".bak") || boost::ends_with(name, ".tmp");
}

void put_file(const fs::path& from, const fs::path& to)
{
    write_file(to, read_file(from));
    std::error_code error;
    fs::permissions(to, fs::status(from, error).permissions(), error);
}

/// The text without the parts between the marks "instructors only" and "everybody".
std::string for_students(std::string text)
{
    const std::string first = "<!-- instructors only -->\n";
    const std::string last = "<!-- everybody -->\n";
    for (std::size_t from = 0; (from = text.find(first, from)) != std::string::npos;) {
        const std::size_t to = text.find(last, from);
        if (to == std::string::npos) {
            throw UserError("a part for instructors is begun and not ended");
        }
        text.erase(from, to + last.size() - from);
    }
    return text;
}

/// Copies a file, or a folder without what is left out.
void put(const Workspace& workspace, const fs::path& path, const fs::path& to)
{
    const fs::path from = workspace.root() / path;
    if (stays(path) || fs::is_symlink(from)) {
        return;
    }
    if (!fs::is_directory(from)) {
        put_file(from, to / path);
        return;
    }
    for (const auto& entry : fs::directory_iterator(from)) {
        put(workspace, path / entry.path().filename(), to);
    }
}

void put_skeleton(const Workspace& workspace, const Chapter& chapter, const fs::path& to)
{
    const fs::path name = fs::path(chapter.folder) / (chapter.name + ".cpp");
    const std::string skeleton = skeleton_for(workspace, chapter);
    write_file(to / "labs" / name, skeleton);
    write_file(to / ".skeletons" / name, skeleton); // for ./workbook reset
}

/// What a judge is built from and what it needs once an answer is wrong, none of it as source: the
/// oracles, the wrong answers as they are tried, the right ones, and what the search reads.
void put_answers(const Workspace& workspace, const Chapter& chapter, const fs::path& to)
{
    const fs::path tests = fs::path("tests") / chapter.folder;
    const fs::path list = tests / "mistakes.txt";
    const fs::path solution = workspace.file_of(chapter, workspace.solutions());
    const std::string right = read_file(solution);
    const auto put_veiled = [&](const char* name, const std::string& text) {
        write_file(to / tests / name, veiled(text));
    };
    put_veiled("oracle.txt", read_file(workspace.root() / tests / "oracle.hpp"));
    put_veiled("wrong.txt",
               mistakes_source({list.string(), read_file(workspace.root() / list)},
                               {shown(solution), right}, chapter.name, Origin::hidden));
    put_veiled("right.txt", right);
    put_veiled("texts.txt", search_texts(workspace.root(), chapter.folder));
}

} // namespace

int release(const Workspace& workspace, const std::string& folder)
{
    const fs::path to = fs::absolute(folder).lexically_normal();
    if (fs::exists(to) && !fs::is_directory(to)) {
        throw UserError(fmt::format("{} is a file", shown(to)), "name a folder", 2);
    }
    if (fs::exists(to) && !fs::is_empty(to)) {
        throw UserError(fmt::format("{} is not empty", shown(to)),
                        "name a new folder: what students have must hold nothing old", 2);
    }
    if (!fs::exists(workspace.solutions())) {
        throw UserError("this is a student edition already: there are no solutions to leave out");
    }
    const fs::path root = fs::weakly_canonical(workspace.root());
    if (const fs::path inside = fs::weakly_canonical(to).lexically_relative(root);
        !inside.empty() && *inside.begin() != "..") {
        throw UserError(fmt::format("{} is inside the workbook itself", shown(to)),
                        "name a folder beside it", 2);
    }
    for (const char* path : given) {
        put(workspace, path, to);
    }
    write_file(to / "README.md", for_students(read_file(workspace.root() / "README.md")));
    for (const Chapter& chapter : workspace.chapters()) {
        put_skeleton(workspace, chapter, to);
        const fs::path tests = fs::path("tests") / chapter.folder;
        put(workspace, tests, to);
        put_answers(workspace, chapter, to);
    }
    fmt::print("the student edition is in {}\n{}", shown(to),
               wrapped("It has the chapters, the skeletons and the graded steps; no solutions, no "
                       "right answers, no hidden steps, no history. ./workbook check works there "
                       "as it does here. The notes for students: ./workbook notes, whose site is "
                       "in " +
                           shown(workspace.build() / "notes" / "html") + ".",
                       2));
    return 0;
}

} // namespace workbook
