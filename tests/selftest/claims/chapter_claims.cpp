// What must hold for every chapter, whatever it teaches. One claim a run:
//
//   chapter_claims --root DIR --build DIR [--every 12] [--words] [--seeds 1000] CHAPTER CLAIM
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
#include "mutants.hpp"
#include "nothing_drawn.hpp"

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
    std::size_t every;    ///< of long lists only every so many
    bool words;           ///< says what was named
    std::uint64_t seeds;  ///< with which each right answer is judged

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
                         step.step.number, to_string(step.status), summary(step)));
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

std::vector<fs::path> right_answers_of(const Case& c)
{
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(c.tests() / "right_answers")) {
        files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

/// Every answer in right_answers/ is accepted, for several seeds, and never accused.
void right_answers_pass(const Case& c)
{
    const auto files = right_answers_of(c);
    for (const fs::path& file : files) {
        for (std::uint64_t seed = 1; seed <= c.seeds; ++seed) {
            must_be_right(c, file, seed);
        }
    }
    must(files.size() >= 3,
         "three right answers or more, written differently, belong in right_answers/");
}

/// No mistake gives the right numbers, no two give the same, but for the ties that are listed.
void mistakes_are_told_apart(const Case& c)
{
    const fs::path source = c.workspace.file_of(c.chapter, c.workspace.solutions());
    const Built built =
        build_submission(c.workspace, c.toolchain, c.chapter, source, Product::library);
    using Pair = std::tuple<std::string, std::string, std::string>;
    std::set<Pair> declared;
    for (const DeclaredTie& tie : c.catalogue.ties) {
        declared.insert({tie.function, tie.first, tie.second});
    }
    for (int seed = 1; seed <= 5; ++seed) {
        std::set<Pair> found;
        std::set<std::string> tried;
        std::istringstream lines(run({c.toolchain.judge_of(c.chapter).string(), "--ties", "--seed",
                                      std::to_string(seed), "--cpu", "60", "--wall", "120", "--",
                                      c.toolchain.host_of(c.chapter).string(), built.file.string()})
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

/// The wrong answers of a list beside the chapter's tests.
std::vector<WrongAnswer> listed(const Case& c, const std::string& file)
{
    return wrong_answers({file, read_file(c.tests() / file)},
                         {c.chapter.name + ".cpp", c.solution});
}

/// Whether what a judge says of another step than the one that was answered wrongly costs nothing.
bool costs_nothing(const nlohmann::json& line)
{
    return line.at("status") == "right";
}

/// The chapter's functions, each spoiled in ways that are no mistake in the formula.
std::vector<WrongAnswer> spoiled(const Case& c)
{
    const std::vector<std::pair<std::string, std::string>> ways{
        {"throws", "    throw std::runtime_error(\"spoiled\");\n"},
        {"is_empty", "    return {};\n"},
        {"crashes", "    std::abort();\n"},
        {"loops", "    for (volatile int i = 0;; i = i + 1)\n        ;\n"},
    };
    std::vector<WrongAnswer> answers;
    for (const Region& region : regions_of(c.solution)) {
        for (const auto& [id, body] : ways) {
            answers.push_back({region.function, id, "", body});
        }
    }
    return answers;
}

/// Whatever is wrong with one function, its own step alone is not right: in the solution and in
/// every other right answer, which reuse functions in ways of their own.
void one_slip_costs_one_step(const Case& c)
{
    const std::map<std::string, std::string> step_of = step_of_functions(c.solution);
    const auto all = spoiled(c);
    std::vector<std::string> bases{c.solution};
    for (const fs::path& file : right_answers_of(c)) {
        bases.push_back(read_file(file));
    }
    std::size_t number = 0;
    std::size_t judged = 0;
    for (const std::string& base : bases) {
        std::vector<WrongAnswer> chosen;
        for (const WrongAnswer& answer : all) {
            if (number++ % c.every == 0) {
                chosen.push_back(answer);
            }
        }
        const fs::path source =
            keep(c, "spoiled.cpp", "#include <stdexcept>\n" + all_mutants(base, chosen));
        judge_mutants(
            c.workspace, c.toolchain, c.chapter, source, chosen.size(), Search::yes,
            [&](std::size_t i, const nlohmann::json& line) {
                const std::string step = line.at("step");
                const bool own = step == step_of.at(chosen[i].function);
                must(own != costs_nothing(line),
                     fmt::format("{}: step {} is {}", chosen[i].full_id(), step, line.dump()));
                must(!own || chosen[i].id == "is_empty" || line.at("mistakes").empty(),
                     fmt::format("{}: a guess: {}", chosen[i].full_id(), line.dump()));
            });
        judged += chosen.size();
    }
    fmt::print("{} of {} spoiled functions\n", judged, all.size() * bases.size());
}

/// Functions without mathematics earn nothing, whatever the others are; those with it keep theirs.
void nothing_earns_nothing(const Case& c)
{
    constexpr std::size_t of_a_chapter = 300; // at least 2,000 in all chapters
    const std::size_t files = nothing::many_ways + of_a_chapter / c.every;
    std::map<std::string, std::vector<std::string>> functions_of;
    for (const auto& [function, step] : step_of_functions(c.solution)) {
        functions_of[step].push_back(function);
    }
    const fs::path source =
        keep(c, "nothing.cpp",
             without_mathematics(c.solution, fs::absolute(c.tests() / "functions.hpp")));
    judge_mutants(c.workspace, c.toolchain, c.chapter, source, files, Search::no,
                  [&](std::size_t file, const nlohmann::json& line) {
                      std::string trivial;
                      for (const std::string& function : functions_of.at(line.at("step"))) {
                          const int way = nothing::way_of(function, file);
                          trivial += way < 0 ? "" : fmt::format(" {} {}", function, way);
                      }
                      must(trivial.empty() == costs_nothing(line),
                           fmt::format("file {}: {}: {}", file, trivial, line.dump()));
                  });
    fmt::print("{} files\n", files);
}

/// A lab made from each mistake fails at its step, by its name, and at no other.
void mutants_are_caught(const Case& c)
{
    const auto mistakes = listed(c, "mistakes.txt");
    must(mistakes.size() == c.catalogue.mistakes.size(),
         "the judge does not know all the mistakes of mistakes.txt");
    const std::map<std::string, std::string> step_of = step_of_functions(c.solution);
    const fs::path source = keep(c, "mutants.cpp", all_mutants(c.solution, mistakes));
    // A dozen of steps for each of a hundred mistakes is most of what the claims cost: with --every
    // only some mistakes are looked for in steps that are not their own.
    const std::size_t everywhere = std::max<std::size_t>(1, c.every / 4);
    const auto judged = [&](std::size_t i) {
        return i % everywhere == 0 ? "" : step_of.at(mistakes[i].function);
    };
    judge_mutants(
        c.workspace, c.toolchain, c.chapter, source, mistakes.size(), Search::yes,
        [&](std::size_t i, const nlohmann::json& line) {
            const std::string id = mistakes[i].full_id();
            const std::string step = line.at("step");
            const std::string status = line.at("status");
            if (step != step_of.at(mistakes[i].function)) {
                must(costs_nothing(line),
                     fmt::format("{} also makes step {} {}: {}", id, step, status, line.dump()));
                return;
            }
            must(status == "wrong" || status == "crashed",
                 fmt::format("{} is not caught: step {} is {}", id, step, status));
            const auto& named = line.at("mistakes");
            must(std::any_of(named.begin(), named.end(),
                             [&](const auto& mistake) { return mistake.at("id") == id; }),
                 fmt::format("{} is not named: {}", id, line.dump()));
        },
        judged);
    fmt::print("{} mutants\n", mistakes.size());
}

/// Students' slips that no list of mistakes was made from: none is accepted, and how many are
/// named.
void slips_are_seen(const Case& c)
{
    const auto all = listed(c, "slips.txt");
    std::vector<WrongAnswer> slips;
    for (std::size_t i = 0; i < all.size(); i += c.every) {
        slips.push_back(all[i]);
    }
    const std::map<std::string, std::string> step_of = step_of_functions(c.solution);
    const fs::path source = keep(c, "slips.cpp", all_mutants(c.solution, slips));
    std::vector<std::string> unnamed;
    std::size_t costly = 0;
    std::mutex mutex;
    judge_mutants(c.workspace, c.toolchain, c.chapter, source, slips.size(), Search::yes,
                  [&](std::size_t i, const nlohmann::json& line) {
                      const std::lock_guard lock(mutex);
                      if (line.at("step") != step_of.at(slips[i].function)) {
                          costly += costs_nothing(line) ? 0 : 1;
                          return;
                      }
                      must(line.at("status") != "right",
                           fmt::format("{} is accepted", slips[i].full_id()));
                      if (c.words) {
                          for (const nlohmann::json& mistake : line.at("mistakes")) {
                              fmt::print("{}: {}\n      {}\n", slips[i].full_id(), slips[i].message,
                                         mistake.at("message").get<std::string>());
                          }
                      }
                      if (line.at("mistakes").empty()) {
                          unnamed.push_back(slips[i].full_id());
                      }
                  });
    std::sort(unnamed.begin(), unnamed.end());
    fmt::print("{} slips, {} of them named; they cost {} other steps. Not named:\n", slips.size(),
               slips.size() - unnamed.size(), costly);
    for (const std::string& id : unnamed) {
        fmt::print("  {}\n", id);
    }
}

const std::map<std::string, std::function<void(const Case&)>> claims{
    {"is_well_formed", is_well_formed},
    {"solution_is_right", solution_is_right},
    {"skeleton_is_to_do", skeleton_is_to_do},
    {"lab_is_generated", lab_is_generated},
    {"right_answers_pass", right_answers_pass},
    {"mistakes_are_told_apart", mistakes_are_told_apart},
    {"mutants_are_caught", mutants_are_caught},
    {"one_slip_costs_one_step", one_slip_costs_one_step},
    {"slips_are_seen", slips_are_seen},
    {"nothing_earns_nothing", nothing_earns_nothing},
};

} // namespace

int main(int argc, char** argv)
{
    CLI::App app{"Checks one claim about one chapter"};
    std::string root;
    std::string build;
    std::string folder;
    std::string claim;
    std::size_t every = 1;
    app.add_option("--root", root)->required();
    app.add_option("--build", build)->required();
    app.add_option("--every", every, "of the slips only every so many")->check(CLI::PositiveNumber);
    bool words = false;
    app.add_flag("--words", words, "prints what is named of each slip");
    std::uint64_t seeds = 3;
    app.add_option("--seeds", seeds, "how many seeds the right answers are judged with");
    app.add_option("chapter", folder)->required();
    app.add_option("claim", claim)->required();
    CLI11_PARSE(app, argc, argv);
    try {
        const Workspace workspace(root, build);
        const Toolchain toolchain(workspace);
        const Chapter& chapter = workspace.chapter(folder);
        claims.at(claim)({workspace, toolchain, chapter, catalogue_of(toolchain, chapter),
                          read_file(workspace.file_of(chapter, workspace.solutions())), every,
                          words, seeds});
    } catch (const std::exception& error) {
        fail(error.what());
    }
    return failures == 0 ? 0 : 1;
}
