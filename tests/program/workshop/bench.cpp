#include "workshop/workshop.hpp"

#include "build/builder.hpp"
#include "build/judging.hpp"
#include "build/parallel.hpp"
#include "build/targets.hpp"
#include "common/system/files.hpp"
#include "common/system/process.hpp"
#include "common/system/user_error.hpp"
#include "verbs/verbs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

namespace workbook {
namespace {

constexpr int rounds = 5;

double seconds_of(const std::function<void()>& work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

/// Creates a class of different files: copies of the solution, each with a comment of its own.
std::vector<std::filesystem::path> write_class(const std::filesystem::path& folder,
                                               const Chapter& chapter, const std::string& text,
                                               std::size_t students)
{
    std::filesystem::remove_all(folder);
    std::vector<std::filesystem::path> files;
    for (std::size_t i = 0; i < students; ++i) {
        files.push_back(folder / fmt::format("student{:04}", i) / (chapter.name + ".cpp"));
        write_file(files.back(), text + fmt::format("// {} {}\n", fresh_seed(), i));
    }
    return files;
}

/// Compares grading a class with the compile time that it cannot avoid, on all cores.
void bench_class(const Workspace& workspace, const Toolchain& toolchain, const Chapter& chapter,
                 std::size_t students)
{
    const auto folder = workspace.build() / "bench";
    const auto files =
        write_class(folder / "class", chapter,
                    read_file(workspace.file_of(chapter, workspace.solutions())), students);
    const auto compile_all = [&] {
        return seconds_of([&] {
            for_each_in_parallel("compiling", students, [&](std::size_t i) {
                auto object = files[i];
                run(toolchain.compile(chapter, Product::library, files[i],
                                      object.replace_extension(".o")));
            });
        });
    };
    // Measured before and after, because a machine's speed changes within minutes.
    const double before = compile_all();
    std::filesystem::remove_all(folder / "graded");
    const double grading = seconds_of([&] {
        const Finished graded =
            run({this_program().string(), "--root", workspace.root().string(), "--build",
                 workspace.build().string(), "grade", (folder / "class").string(), "--out",
                 (folder / "graded").string(), "--chapters", std::to_string(chapter.number)});
        if (graded.status != 0) {
            throw UserError("grade did not work: " + graded.err);
        }
    });
    std::filesystem::remove_all(folder / "graded");
    const double compiling = (before + compile_all()) / 2;
    std::filesystem::remove_all(folder / "class");
    fmt::print("{:<20} {:>8} {:>9.1f}s {:>8.1f}s {:>6.0f}%\n", chapter.name, students, compiling,
               grading, 100 * grading / compiling);
}

} // namespace

// Compares save → verdict with a plain compile of the same file, alternating within one run, so
// that the ratio means the same on any machine.
int bench(const Workspace& workspace, const BenchOptions& options)
{
    if (!options.what.empty() && options.what.front() == "grade") {
        return bench_grade(workspace, options);
    }
    if (options.what == std::vector<std::string>{"training"}) {
        return bench_training(workspace);
    }
    if (!options.what.empty() && options.what.front() == "site") {
        return bench_site(workspace, {options.what.begin() + 1, options.what.end()});
    }
    const Toolchain toolchain(workspace);
    if (options.students > 0) {
        fmt::print("{:<20} {:>8} {:>10} {:>9} {:>7}\n", "chapter", "students", "compiling",
                   "grading", "ratio");
        for (const auto& [folder, steps] : select(workspace, options.what)) {
            bench_class(workspace, toolchain, workspace.chapter(folder), options.students);
        }
        return 0;
    }
    fmt::print("{:<20} {:>8} {:>8} {:>8} {:>8} {:>7}\n", "chapter", "build", "steps", "verdict",
               "plain", "ratio");
    for (const auto& [folder, steps] : select(workspace, options.what)) {
        const Chapter& chapter = workspace.chapter(folder);
        build_targets(workspace, toolchain, toolchain.judging_targets(chapter));
        const Catalogue catalogue = catalogue_of(toolchain, chapter);
        const std::string text = read_file(workspace.file_of(chapter, workspace.solutions()));
        const auto file = workspace.build() / "bench" / (chapter.name + ".cpp");

        std::vector<double> build, judged, verdict, plain;
        for (int round = 0; round < rounds; ++round) {
            // In each round another comment makes it a changed file.
            write_file(file, text + fmt::format("// saved {} {}\n", fresh_seed(), round));
            JudgeRequest request;
            request.source = file;
            request.seed = fresh_seed();
            const ChapterVerdict result = judge(workspace, toolchain, chapter, catalogue, request);
            double step_seconds = 0;
            for (const Verdict& step : result.steps) {
                step_seconds += step.seconds;
            }
            build.push_back(result.built.seconds);
            judged.push_back(step_seconds);
            verdict.push_back(result.seconds);
            plain.push_back(seconds_of([&] {
                run({toolchain.compiler(), "-std=c++20", "-O0",
                     "-I" + (workspace.root() / "chapters").string(),
                     "-I" + (workspace.root() / "chapters" / chapter.folder).string(), "-c",
                     file.string(), "-o", (workspace.build() / "bench" / "plain.o").string()});
            }));
        }
        fmt::print("{:<20} {:>7.2f}s {:>7.2f}s {:>7.2f}s {:>7.2f}s {:>6.0f}%\n", chapter.name,
                   median(build), median(judged), median(verdict), median(plain),
                   100 * median(verdict) / median(plain));
    }
    fmt::print("medians of {} rounds; plain: {} -std=c++20 -O0 -c of the same file\n", rounds,
               toolchain.compiler());
    return 0;
}

} // namespace workbook
