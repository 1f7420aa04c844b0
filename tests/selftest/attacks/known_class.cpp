// Makes a class of all that is known about every chapter: the worked file, the skeleton, right
// answers written differently, and a student for every mistake; and writes down what must come of
// each. whole_class.py grades it together with the hostile submissions.
//
//   known_class --root DIR --build DIR [--chapters 1,2] [--every 5] CLASS EXPECTATIONS
//
// --every 5 takes only every fifth mistake. EXPECTATIONS is a JSON object that gives for each
// student (a folder in CLASS) the "chapter" that was handed in, the "verdict" in the words of
// class_check.py and the "mistake" that must be named, or "".
#include "common/system/files.hpp"
#include "common/system/user_error.hpp"
#include "course/markers.hpp"
#include "course/workspace.hpp"
#include "course/wrong_answers.hpp"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <map>

namespace {

using namespace workbook;
using json = nlohmann::json;
namespace fs = std::filesystem;

void hand_in_chapter(const Workspace& workspace, const Chapter& chapter, std::size_t every,
                     const fs::path& where, json& expectations)
{
    const std::string solution = read_file(workspace.file_of(chapter, workspace.solutions()));
    const fs::path tests = workspace.root() / "tests" / chapter.folder;
    const auto add = [&](const std::string& kind, const std::string& text,
                         const std::string& verdict, const std::string& mistake = "") {
        const std::string student = fmt::format("{}-{}", chapter.folder, kind);
        write_file(where / student / chapter.folder / (chapter.name + ".cpp"), text);
        expectations[student] = {
            {"chapter", chapter.folder}, {"verdict", verdict}, {"mistake", mistake}};
    };
    add("solution", solution, "all=right");
    add("skeleton", skeleton_of(solution), "all=todo");
    for (const auto& entry : fs::directory_iterator(tests / "right_answers")) {
        add("right-" + entry.path().stem().string(), read_file(entry.path()), "all=right");
    }
    const std::map<std::string, std::string> step_of = step_of_functions(solution);
    const auto mistakes = wrong_answers({"mistakes.txt", read_file(tests / "mistakes.txt")},
                                        {chapter.name + ".cpp", solution});
    for (std::size_t i = 0; i < mistakes.size(); i += every) {
        const WrongAnswer& mistake = mistakes[i];
        // A slip that throws everywhere leaves nothing that the other steps could build on.
        add("mistake-" + mistake.full_id(), with_body(solution, mistake.function, mistake.body),
            fmt::format("{}=wrong|crashed others=right|crashed", step_of.at(mistake.function)),
            mistake.full_id());
    }
}

} // namespace

int main(int argc, char** argv)
{
    CLI::App app{"Makes a class of all that is known"};
    std::string root;
    std::string build;
    std::vector<std::string> chapters;
    std::size_t every = 1;
    std::string where;
    std::string written;
    app.add_option("--root", root)->required();
    app.add_option("--build", build)->required();
    app.add_option("--chapters", chapters)->delimiter(',');
    app.add_option("--every", every)->check(CLI::PositiveNumber);
    app.add_option("class", where)->required();
    app.add_option("expectations", written)->required();
    CLI11_PARSE(app, argc, argv);
    try {
        const Workspace workspace(root, build);
        json expectations = json::object();
        for (const auto& [folder, steps] : select(workspace, chapters)) {
            hand_in_chapter(workspace, workspace.chapter(folder), every, where, expectations);
        }
        write_file(written, expectations.dump(1));
    } catch (const std::exception& error) {
        fmt::print(stderr, "known_class: {}\n", error.what());
        return 1;
    }
    return 0;
}
