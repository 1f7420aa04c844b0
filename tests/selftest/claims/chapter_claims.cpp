// What must hold for every chapter, whatever it teaches. One claim a run:
//
//   chapter_claims --root DIR --build DIR CHAPTER CLAIM
//
// Every claim prints what breaks it; the exit status is 0 when nothing does.
#include "build/builder.hpp"
#include "build/judging.hpp"
#include "build/parallel.hpp"
#include "common/system/files.hpp"
#include "common/system/process.hpp"
#include "common/system/user_error.hpp"
#include "course/catalogue.hpp"
#include "course/markers.hpp"
#include "course/wrong_answers.hpp"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <functional>
#include <map>
#include <mutex>
#include <regex>
#include <set>
#include <sstream>

namespace {

using namespace workbook;
namespace fs = std::filesystem;

/// What one claim looks at.
struct Case {
    const Workspace& workspace;
    const Toolchain& toolchain;
    const Chapter& chapter;
    Catalogue catalogue;
    std::string solution; ///< text of the worked file

    fs::path tests() const { return workspace.root() / "tests" / chapter.folder; }
};

int failures = 0;

void fail(const std::string& what)
{
    static std::mutex mutex;
    const std::lock_guard lock(mutex);
    fmt::print("FAILED: {}\n", what);
    ++failures;
}

void must(bool holds, const std::string& what)
{
    if (!holds) {
        fail(what);
    }
}

/// Keeps a generated lab where a person can look at it.
fs::path keep(const Case& c, const std::string& name, const std::string& text)
{
    const fs::path file = c.workspace.build() / "claims" / c.chapter.folder / name;
    write_file(file, text);
    return file;
}

ChapterVerdict judged(const Case& c, const fs::path& source, std::uint64_t seed)
{
    JudgeRequest request;
    request.source = source;
    request.seed = seed;
    ChapterVerdict verdict = judge(c.workspace, c.toolchain, c.chapter, c.catalogue, request);
    if (verdict.built.failure) {
        fail(fmt::format("{} does not build: {}", source.string(), verdict.built.failure->message));
    }
    return verdict;
}

void must_be_right(const Case& c, const fs::path& source, std::uint64_t seed)
{
    const ChapterVerdict verdict = judged(c, source, seed);
    for (const Verdict& step : verdict.steps) {
        must(step.status == Status::right && step.mistakes.empty(),
             fmt::format("{}, seed {}: step {} is {}: {}", source.filename().string(), seed,
                         step.step.number, to_string(step.status), summary(verdict, step)));
    }
}

/// Steps, functions, markers and mistakes fit together.
void is_well_formed(const Case& c)
{
    std::map<std::string, std::string> title; // step → its name in the markers
    std::map<std::string, int> regions;       // function → how many
    for (const Region& region : regions_of(c.solution)) {
        ++regions[region.function];
        const std::string name = region.title.substr(0, region.title.find(':'));
        const std::string& first = title.emplace(region.step, name).first->second;
        must(name == first,
             fmt::format("the markers call step {} \"{}\" and \"{}\"", region.step, first, name));
    }
    int expected = 1;
    for (const Step& step : c.catalogue.steps) {
        must(step.number == fmt::format("{}.{}", c.chapter.number, expected++),
             fmt::format("step {} is out of order", step.number));
        must(title.count(step.number) == 1,
             fmt::format("the solution has no marker for step {}", step.number));
        must(title[step.number] == step.name,
             fmt::format("step {} is \"{}\" in steps.cpp and \"{}\" in the solution's markers",
                         step.number, step.name, title[step.number]));
        must(step.points >= 1, fmt::format("step {} gives no points", step.number));
        must(step.hints.size() >= 2, fmt::format("step {} needs two hints or more", step.number));
        must(!step.source.empty(), fmt::format("step {} names no source", step.number));
    }
    must(title.size() == c.catalogue.steps.size(),
         "a marker in the solution belongs to no step of steps.cpp");
    for (const std::string& function : c.catalogue.functions) {
        must(regions[function] == 1,
             fmt::format("{} must have one marked region, it has {}", function, regions[function]));
    }
    const std::string text = read_file(c.workspace.text_of(c.chapter));
    static const std::regex snippet(R"(\\snippet \S+ ([^\n]+)\n)");
    std::set<std::string> shown;
    for (std::sregex_iterator at(text.begin(), text.end(), snippet), end; at != end; ++at) {
        shown.insert((*at)[1]);
    }
    for (const Region& region : regions_of(c.solution)) {
        const std::string marker = fmt::format("{} {}", region.step, region.title);
        must(shown.erase(marker) == 1,
             fmt::format("chapter.md does not show the snippet \"{}\"", marker));
    }
    for (const std::string& name : shown) {
        fail(fmt::format("chapter.md shows the snippet \"{}\", which no marker encloses", name));
    }
    std::map<std::string, int> ids;
    for (const std::string& id : c.catalogue.mistakes) {
        must(++ids[id] == 1, fmt::format("two mistakes are called {}", id));
    }
}

void solution_is_right(const Case& c)
{
    const fs::path source = c.workspace.file_of(c.chapter, c.workspace.solutions());
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        must_be_right(c, source, seed);
    }
}

void skeleton_is_to_do(const Case& c)
{
    const std::string skeleton = skeleton_of(c.solution);
    const fs::path file = keep(c, "skeleton.cpp", skeleton);
    std::vector<std::string> steps;
    std::transform(c.catalogue.steps.begin(), c.catalogue.steps.end(), std::back_inserter(steps),
                   [](const Step& step) { return step.number; });
    must(steps_to_do(skeleton) == steps,
         "the steps that the skeleton names are not those of steps.cpp, in their order");
    for (const Verdict& step : judged(c, file, 1).steps) {
        must(step.status == Status::todo, fmt::format("in the skeleton step {} is {}",
                                                      step.step.number, to_string(step.status)));
    }
}

void lab_is_generated(const Case& c)
{
    const fs::path lab = c.workspace.labs() / c.chapter.folder / (c.chapter.name + ".cpp");
    must(fs::exists(lab) && read_file(lab) == skeleton_of(c.solution),
         fmt::format("{} is not what the solution's markers give. An author runs "
                     "./workbook skeletons; in a student's copy this is as it should be.",
                     lab.string()));
}

/// Every answer in right_answers/ is accepted, for several seeds, and never accused.
void right_answers_pass(const Case& c)
{
    std::size_t count = 0;
    for (const auto& entry : fs::directory_iterator(c.tests() / "right_answers")) {
        ++count;
        for (std::uint64_t seed = 1; seed <= 3; ++seed) {
            must_be_right(c, entry.path(), seed);
        }
    }
    must(count >= 3, "three right answers or more, written differently, belong in right_answers/");
}

/// No mistake gives the right numbers, no two give the same, but for the ties that are listed.
void mistakes_are_told_apart(const Case& c)
{
    const fs::path source = c.workspace.file_of(c.chapter, c.workspace.solutions());
    const Built built =
        build_submission(c.workspace, c.toolchain, c.chapter, source, Product::host);
    using Pair = std::tuple<std::string, std::string, std::string>;
    std::set<Pair> declared;
    for (const DeclaredTie& tie : c.catalogue.ties) {
        declared.insert({tie.function, tie.first, tie.second});
    }
    for (int seed = 1; seed <= 5; ++seed) {
        std::set<Pair> found;
        std::set<std::string> tried;
        std::istringstream lines(
            run({c.toolchain.judge_of(c.chapter).string(), "--ties", "--seed", std::to_string(seed),
                 "--cpu", "60", "--wall", "120", "--", built.program.string()})
                .out);
        for (std::string text; std::getline(lines, text);) {
            const auto line = nlohmann::json::parse(text);
            for (const auto& tie : line.at("ties")) {
                found.insert(tie.get<Pair>());
            }
            for (const auto& id : line.at("mistakes_tried")) {
                tried.insert(id);
            }
        }
        for (const auto& [function, first, second] : found) {
            must(declared.count({function, first, second}) == 1 ||
                     declared.count({function, second, first}) == 1,
                 fmt::format("seed {}: {}: nothing tells {} from {}", seed, function, first,
                             second));
        }
        for (const auto& [function, first, second] : declared) {
            must(found.count({function, first, second}) == 1 ||
                     found.count({function, second, first}) == 1,
                 fmt::format("seed {}: {}: {} and {} are listed as a tie but differ", seed,
                             function, first, second));
        }
        for (const std::string& id : c.catalogue.mistakes) {
            must(tried.count(id) == 1, fmt::format("no step ever tries {}", id));
        }
    }
}

/// The solution with every mistake in it, each behind a switch: with WORKBOOK_MUTANT=7 in
/// the environment it is the solution with mistake 7 in place of the right body. One compile
/// serves all of them.
std::string all_mutants(const Case& c, const std::vector<WrongAnswer>& mistakes)
{
    std::string text = c.solution;
    for (const Region& region : regions_of(c.solution)) {
        std::string body;
        for (std::size_t i = 0; i < mistakes.size(); ++i) {
            if (mistakes[i].function == region.function) {
                body += fmt::format("    if (active_mutant() == {}) {{{}}}\n", i, mistakes[i].body);
            }
        }
        std::istringstream lines(c.solution);
        std::size_t number = 0;
        for (std::string line; std::getline(lines, line); ++number) {
            if (number >= region.first_line && number < region.last_line) {
                body += line + "\n";
            }
        }
        text = with_body(text, region.function, body);
    }
    return "#include <cstdlib>\n"
           "static int active_mutant()\n"
           "{\n"
           "    static const char* number = std::getenv(\"WORKBOOK_MUTANT\");\n"
           "    return number ? std::atoi(number) : -1;\n"
           "}\n" +
           text;
}

/// A lab made from each mistake fails at its step, by its name, and at no other.
void mutants_are_caught(const Case& c)
{
    const auto mistakes = wrong_answers({"mistakes.txt", read_file(c.tests() / "mistakes.txt")},
                                        {c.chapter.name + ".cpp", c.solution});
    must(mistakes.size() == c.catalogue.mistakes.size(),
         "the judge does not know all the mistakes of mistakes.txt");
    const fs::path source = keep(c, "mutants.cpp", all_mutants(c, mistakes));
    const Built built =
        build_submission(c.workspace, c.toolchain, c.chapter, source, Product::host);
    if (built.failure) {
        fail(built.failure->message);
        return;
    }
    std::map<std::string, std::string> step_of = step_of_functions(c.solution);
    for_each_in_parallel("mutants", mistakes.size(), [&](std::size_t i) {
        const std::string id = mistakes[i].full_id();
        const Finished finished = run(
            {"env", fmt::format("WORKBOOK_MUTANT={}", i), c.toolchain.judge_of(c.chapter).string(),
             "--seed", std::to_string(i + 1), "--wall", "60", "--", built.program.string()});
        std::istringstream lines(finished.out);
        for (std::string text; std::getline(lines, text);) {
            const auto line = nlohmann::json::parse(text);
            const std::string step = line.at("step");
            const std::string status = line.at("status");
            if (step != step_of[mistakes[i].function]) {
                // What throws everywhere is nothing that a later step could build on.
                must(status == "right" || status == "crashed",
                     fmt::format("{} also makes step {} {}: {}", id, step, status, text));
                continue;
            }
            must(status == "wrong" || status == "crashed",
                 fmt::format("{} is not caught: step {} is {}", id, step, status));
            const auto& named = line.at("mistakes");
            must(std::any_of(named.begin(), named.end(),
                             [&](const auto& mistake) { return mistake.at("id") == id; }),
                 fmt::format("{} is not named: {}", id, text));
        }
    });
    fmt::print("{} mutants\n", mistakes.size());
}

const std::map<std::string, std::function<void(const Case&)>> claims{
    {"is_well_formed", is_well_formed},
    {"solution_is_right", solution_is_right},
    {"skeleton_is_to_do", skeleton_is_to_do},
    {"lab_is_generated", lab_is_generated},
    {"right_answers_pass", right_answers_pass},
    {"mistakes_are_told_apart", mistakes_are_told_apart},
    {"mutants_are_caught", mutants_are_caught},
};

} // namespace

int main(int argc, char** argv)
{
    CLI::App app{"Checks one claim about one chapter"};
    std::string root;
    std::string build;
    std::string folder;
    std::string claim;
    app.add_option("--root", root)->required();
    app.add_option("--build", build)->required();
    app.add_option("chapter", folder)->required();
    app.add_option("claim", claim)->required();
    CLI11_PARSE(app, argc, argv);
    try {
        const Workspace workspace(root, build);
        const Toolchain toolchain(workspace);
        const Chapter& chapter = workspace.chapter(folder);
        claims.at(claim)({workspace, toolchain, chapter, catalogue_of(toolchain, chapter),
                          read_file(workspace.file_of(chapter, workspace.solutions()))});
    } catch (const std::exception& error) {
        fail(error.what());
    }
    return failures == 0 ? 0 : 1;
}
