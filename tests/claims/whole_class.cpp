// Grades a class made of all that is known about every chapter: the worked file, the skeleton,
// right answers written differently, and a student for every mistake; then compares every verdict
// with what it must be. With --kill N the grader is killed N times at random and goes on with
// --resume; what it leaves must be byte for byte the same as without.
//
//   whole_class --root DIR --build DIR [--chapters 1,2] [--every 5] [--kill 3]
//
// --every 5 takes only every fifth mistake.
#include "catalogue.hpp"
#include "files.hpp"
#include "grade/journal.hpp"
#include "markers.hpp"
#include "mistake_bodies.hpp"
#include "process.hpp"
#include "user_error.hpp"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <random>
#include <sstream>

namespace {

using namespace workbook;
namespace fs = std::filesystem;

int failures = 0;

void fail(const std::string& what)
{
    fmt::print("FAILED: {}\n", what);
    ++failures;
}

/// What must come of one student.
struct Expected {
    std::string all = "right";  ///< the status of every step …
    std::string but = {};       ///< … but this one, which is wrong or crashed
    std::string mistake = {};   ///< and is called this
};
using Expectations = std::map<std::string, Expected>;

void hand_in_chapter(const Workspace& workspace, const Chapter& chapter, std::size_t every,
                     const fs::path& where, Expectations& expectations)
{
    const std::string solution = read_file(workspace.file_of(chapter, workspace.solutions()));
    const fs::path tests = workspace.root() / "tests" / chapter.folder;
    const auto add = [&](const std::string& kind, const std::string& text, const Expected& expected) {
        const std::string student = fmt::format("{}-{}", chapter.folder, kind);
        write_file(where / student / chapter.folder / (chapter.name + ".cpp"), text);
        expectations[student] = expected;
    };
    add("solution", solution, {});
    add("skeleton", skeleton_of(solution), {"todo"});
    for (const auto& entry : fs::directory_iterator(tests / "right_answers")) {
        add("right-" + entry.path().stem().string(), read_file(entry.path()), {});
    }
    std::map<std::string, std::string> step_of = step_of_functions(solution);
    const auto mistakes = mistake_bodies(read_file(tests / "mistakes.cpp"));
    for (std::size_t i = 0; i < mistakes.size(); i += every) {
        const MistakeBody& mistake = mistakes[i];
        add("mistake-" + mistake.full_id(), with_body(solution, mistake.function, mistake.body),
            {"right", step_of[mistake.function], mistake.full_id()});
    }
}

std::vector<std::string> grade_command(const fs::path& program, const Workspace& workspace,
                                       const fs::path& submissions, const fs::path& out,
                                       const std::string& chapters)
{
    std::vector<std::string> command{program.string(),
                                     "--root",
                                     workspace.root().string(),
                                     "--build",
                                     workspace.build().string(),
                                     "grade",
                                     submissions.string(),
                                     "--out",
                                     out.string(),
                                     "--seed",
                                     "11",
                                     "--resume"};
    if (!chapters.empty()) {
        command.insert(command.end(), {"--chapters", chapters});
    }
    return command;
}

void check_verdicts(const fs::path& out, const Expectations& expectations)
{
    const Journal journal(out, true);
    std::size_t steps = 0;
    std::set<std::string> seen;
    journal.each(journal.keys(), [&](const GradedStudent& student) {
        const Expected& expected = expectations.at(student.name);
        seen.insert(student.name);
        for (const GradedChapter& chapter : student.chapters) {
            if (chapter.file.empty()) {
                continue;
            }
            for (const GradedStep& step : chapter.steps) {
                ++steps;
                const std::string status = to_string(step.status);
                if (step.number != expected.but) {
                    const bool nothing_to_build_on = !expected.but.empty() && status == "crashed";
                    if (status != expected.all && !nothing_to_build_on) {
                        fail(fmt::format("{}: step {} is {}: {}", student.name, step.number, status,
                                         step.message));
                    }
                    continue;
                }
                const bool named = std::any_of(
                    step.mistakes.begin(), step.mistakes.end(),
                    [&](const NamedMistake& mistake) { return mistake.id == expected.mistake; });
                if ((status != "wrong" && status != "crashed") || !named) {
                    fail(fmt::format("{}: step {} is {} and {}: {}", student.name, step.number,
                                     status, named ? "named" : "not named", step.message));
                }
            }
        }
    });
    for (const auto& [student, expected] : expectations) {
        if (seen.count(student) == 0) {
            fail(fmt::format("{} was not graded", student));
        }
    }
    fmt::print("{} students, {} verdicts\n", seen.size(), steps);
}

/// Everything that an instructor gets, by path.
std::map<std::string, std::string> outputs_in(const fs::path& out)
{
    std::map<std::string, std::string> outputs;
    for (const auto& entry : fs::recursive_directory_iterator(out)) {
        const std::string path = entry.path().lexically_relative(out).generic_string();
        const bool is_for_instructors = path.rfind("work/", 0) != 0 && path != "journal.jsonl" &&
                                        path != ".lock";
        if (entry.is_regular_file() && is_for_instructors) {
            outputs[path] = digest(read_file(entry.path()));
        }
    }
    return outputs;
}

/// Returns the seconds that it took.
double run_to_the_end(const std::vector<std::string>& command)
{
    const auto start = std::chrono::steady_clock::now();
    const Finished finished = run(command);
    if (finished.status != 0) {
        fail(fmt::format("grade ended with status {}: {}{}", finished.status, finished.out,
                         finished.err));
    }
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    fmt::print("{:.1f} s\n{}", took.count(), finished.out);
    return took.count();
}

/// Lets it work for a while, then kills it as a power cut would.
void run_and_kill(const std::vector<std::string>& command, double seconds)
{
    std::vector<std::string> limited{"timeout", "--signal=KILL", fmt::format("{:.3f}", seconds)};
    limited.insert(limited.end(), command.begin(), command.end());
    run(limited);
}

} // namespace

int main(int argc, char** argv)
{
    CLI::App app{"Grades a class of everything and compares"};
    std::string root;
    std::string build;
    std::string chapters;
    std::size_t every = 1;
    int kills = 0;
    app.add_option("--root", root)->required();
    app.add_option("--build", build)->required();
    app.add_option("--chapters", chapters);
    app.add_option("--every", every);
    app.add_option("--kill", kills);
    CLI11_PARSE(app, argc, argv);
    try {
        const Workspace workspace(root, build);
        const fs::path work = workspace.build() / "claims" / "class";
        fs::remove_all(work);
        Expectations expectations;
        std::vector<std::string> words;
        std::istringstream list(chapters);
        for (std::string word; std::getline(list, word, ',');) {
            words.push_back(word);
        }
        for (const auto& [folder, steps] : select(workspace, words)) {
            hand_in_chapter(workspace, workspace.chapter(folder), every, work / "submissions",
                            expectations);
        }
        const fs::path program = workspace.build() / "tests" / "workbook" / "workbook";
        const auto command =
            grade_command(program, workspace, work / "submissions", work / "graded", chapters);
        const double seconds = run_to_the_end(command);
        check_verdicts(work / "graded", expectations);
        if (kills > 0) {
            const auto disturbed =
                grade_command(program, workspace, work / "submissions", work / "killed", chapters);
            std::mt19937_64 random(std::random_device{}());
            std::uniform_real_distribution<double> share(0.05, 0.9 / kills);
            for (int i = 0; i < kills; ++i) {
                run_and_kill(disturbed, 0.3 + seconds * share(random));
            }
            run_to_the_end(disturbed);
            check_verdicts(work / "killed", expectations);
            if (outputs_in(work / "graded") != outputs_in(work / "killed")) {
                fail("after being killed, grade leaves other outputs than undisturbed");
            }
        }
    } catch (const std::exception& error) {
        fail(error.what());
    }
    return failures == 0 ? 0 : 1;
}
