// What students get of an instructor's workbook.
#include "workshop/edition.hpp"

#include "build/digest.hpp"
#include "common/system/files.hpp"
#include "common/system/user_error.hpp"
#include "course/book_places.hpp"
#include "course/search_texts.hpp"
#include "course/skeleton.hpp"
#include "course/step_texts.hpp"
#include "course/veil.hpp"
#include "course/version.hpp"
#include "course/wrong_answers.hpp"

#include <boost/algorithm/string/predicate.hpp>

#include <array>

namespace workbook {

namespace fs = std::filesystem;

namespace {

/// What goes into it unchanged. Anything that is not named here is left out: solutions, the
/// workbook's own tests, right answers, history, built files.
constexpr std::array given{
    "CMakeLists.txt", "CMakePresets.json", "LICENSE", ".gitignore",     ".gitattributes",
    "workbook",       "chapters",          "docs",    "tests/cmake",    "tests/judging",
    "tests/program",  ".devcontainer",     ".vscode", ".gitlab-ci.yml", ".ci",
    ".clangd",        ".github",
};

/// What is left out below those folders. A step file whose name starts with "hidden" is for the
/// instructor only.
bool stays(const fs::path& path)
{
    const std::string name = path.filename().string();
    return name == "right_answers" || name == "mistakes.txt" || name == "slips.txt" ||
           name == "oracle.hpp" || boost::starts_with(name, "hidden") ||
           boost::ends_with(name, ".bak") || boost::ends_with(name, ".tmp") || path == shipped_book;
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

class Making {
public:
    explicit Making(const Workspace& workspace) : workspace_(workspace) {}

    Edition made(const fs::path& book)
    {
        for (const char* path : given) {
            put(path);
        }
        put_text("README.md", for_students(read_file(workspace_.root() / "README.md")));
        for (const Chapter& chapter : workspace_.chapters()) {
            put(fs::path("tests") / chapter.folder);
            put_answers(chapter);
            put_text(fs::path(kept_skeletons) / chapter.folder / (chapter.name + ".cpp"),
                     skeleton_for(workspace_, chapter));
            for (const auto& [number, step] : step_texts(workspace_.root(), chapter)) {
                edition_.list.steps[number] = {step.name, step.points, digest(step.text)};
            }
        }
        if (!book.empty()) {
            put_book(book);
        }
        edition_.list.version = version;
        for (const auto& [path, file] : edition_.files) {
            edition_.list.files[path] = digest(file.bytes);
        }
        return std::move(edition_);
    }

private:
    void put_text(const fs::path& path, const std::string& text)
    {
        edition_.files[path.generic_string()].bytes = text;
    }

    /// Takes a file, or a folder without what is left out.
    void put(const fs::path& path)
    {
        const fs::path from = workspace_.root() / path;
        if (stays(path) || fs::is_symlink(from)) {
            return;
        }
        if (!fs::is_directory(from)) {
            edition_.files[path.generic_string()] = edition_file(from);
            return;
        }
        for (const auto& entry : fs::directory_iterator(from)) {
            put(path / entry.path().filename());
        }
    }

    void put_book(const fs::path& book)
    {
        for (const auto& entry : fs::recursive_directory_iterator(book)) {
            if (entry.is_regular_file()) {
                put_text(shipped_book / entry.path().lexically_relative(book),
                         read_file(entry.path()));
            }
        }
    }

    /// What a judge is built from and what it needs once an answer is wrong, none of it as source:
    /// the oracles, the wrong answers as they are tried, the right ones, and what the search reads.
    void put_answers(const Chapter& chapter)
    {
        const fs::path& root = workspace_.root();
        const fs::path tests = fs::path("tests") / chapter.folder;
        const fs::path list = tests / "mistakes.txt";
        const fs::path solution = workspace_.file_of(chapter, workspace_.solutions());
        const std::string right = read_file(solution);
        const auto put_veiled = [&](const char* name, const std::string& text) {
            put_text(tests / name, veiled(text));
        };
        put_veiled("oracle.txt", read_file(root / tests / "oracle.hpp"));
        put_veiled("wrong.txt", mistakes_source({list.string(), read_file(root / list)},
                                                {solution.lexically_relative(root).string(), right},
                                                chapter.name, Origin::hidden));
        put_veiled("right.txt", right);
        put_veiled("texts.txt", search_texts(root, chapter.folder));
    }

    const Workspace& workspace_;
    Edition edition_;
};

} // namespace

Edition make_edition(const Workspace& workspace, const fs::path& book)
{
    return Making(workspace).made(book);
}

} // namespace workbook
