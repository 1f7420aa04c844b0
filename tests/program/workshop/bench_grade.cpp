// Grading times and memory, over classes of different sizes.
#include "build/builder.hpp"
#include "build/parallel.hpp"
#include "build/targets.hpp"
#include "common/system/files.hpp"
#include "common/system/linux.hpp"
#include "common/system/process.hpp"
#include "common/system/user_error.hpp"
#include "verbs/verbs.hpp"
#include "workshop/workshop.hpp"

#include <boost/algorithm/string/predicate.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <thread>

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace workbook {

namespace fs = std::filesystem;

namespace {

double seconds_of(const timeval& time)
{
    return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
}

double cpu_of(const rusage& usage)
{
    return seconds_of(usage.ru_utime) + seconds_of(usage.ru_stime);
}

/// What a program and all that it started have taken.
struct Taken {
    double wall = 0;      ///< seconds
    double cpu = 0;       ///< seconds, of all processes
    double megabytes = 0; ///< the most that the program itself had in memory
};

/// The most that a process has had in memory so far, in MB; 0 once it has ended.
double peak_of(pid_t process)
{
    std::ifstream status(fmt::format("/proc/{}/status", process));
    for (std::string line; std::getline(status, line);) {
        if (boost::starts_with(line, "VmHWM:")) {
            return std::stod(line.substr(6)) / 1024;
        }
    }
    return 0;
}

/// Runs a program to its end. A sandbox does not wait for what runs in it, so its computing time is
/// lost to the usual sums: what it leaves behind becomes this process's child and is counted here.
Taken run_and_count(const std::vector<std::string>& command)
{
    adopt_orphans();
    std::vector<char*> words;
    for (const std::string& word : command) {
        words.push_back(const_cast<char*>(word.c_str())); // NOLINT: posix_spawn changes nothing
    }
    words.push_back(nullptr);
    posix_spawn_file_actions_t silent;
    posix_spawn_file_actions_init(&silent);
    posix_spawn_file_actions_addopen(&silent, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&silent, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    const auto start = std::chrono::steady_clock::now();
    pid_t grader = -1;
    const int failed =
        ::posix_spawn(&grader, words.front(), &silent, nullptr, words.data(), environ);
    posix_spawn_file_actions_destroy(&silent);
    if (failed != 0) {
        throw UserError("cannot start " + command.front());
    }
    Taken taken;
    int status_of_grader = 0;
    bool has_ended = false;
    for (;;) {
        int status = 0;
        rusage usage{};
        const pid_t ended = ::wait4(-1, &status, WNOHANG, &usage);
        if (ended > 0) {
            taken.cpu += cpu_of(usage);
        }
        if (ended == grader) {
            taken.wall =
                std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
            status_of_grader = status;
            has_ended = true;
        }
        if (ended < 0) {
            break; // nobody is left
        }
        if (ended == 0) {
            taken.megabytes = std::max(taken.megabytes, has_ended ? 0.0 : peak_of(grader));
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        }
    }
    if (!WIFEXITED(status_of_grader) || WEXITSTATUS(status_of_grader) != 0) {
        throw UserError("grade did not work: try it by hand on build/bench/class");
    }
    return taken;
}

/// Another file, for the compiler too, that answers like the first.
std::string variant(const std::string& text, std::size_t number)
{
    return text +
           fmt::format("\n// {1}\nnamespace {{\n[[maybe_unused]] constexpr int variant = {0};\n"
                       "}}\n",
                       number, fresh_seed());
}

/// A class that hands in these texts, by turns.
void write_class(const fs::path& folder, const Chapter& chapter,
                 const std::vector<std::string>& texts, std::size_t students)
{
    fs::remove_all(folder);
    for (std::size_t i = 0; i < students; ++i) {
        write_file(folder / fmt::format("student{:05}", i) / (chapter.name + ".cpp"),
                   texts[i % texts.size()]);
    }
}

/// What the compiler takes for a file, in the mean of some on all cores.
Taken compiling_of(const Toolchain& toolchain, const Chapter& chapter, const fs::path& folder,
                   const std::vector<std::string>& texts)
{
    constexpr std::size_t most = 24;
    const std::size_t files = std::min(most, texts.size());
    rusage before{};
    rusage after{};
    const auto start = std::chrono::steady_clock::now();
    ::getrusage(RUSAGE_CHILDREN, &before);
    for_each_in_parallel("compiling", files, [&](std::size_t i) {
        const fs::path file = folder / std::to_string(i) / (chapter.name + ".cpp");
        write_file(file, texts[i]);
        fs::path object = file;
        run(toolchain.compile(chapter, Product::library, file, object.replace_extension(".o")));
    });
    ::getrusage(RUSAGE_CHILDREN, &after);
    const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - start;
    fs::remove_all(folder);
    const auto count = static_cast<double>(files);
    return {wall.count() / count, (cpu_of(after) - cpu_of(before)) / count, 0};
}

} // namespace

int bench_grade(const Workspace& workspace, const BenchOptions& options)
{
    const Toolchain toolchain(workspace);
    const std::vector<std::string> words(options.what.begin() + 1, options.what.end());
    const Chapter& chapter = workspace.chapter(words.empty() ? "1" : words.front());
    build_targets(workspace, toolchain, toolchain.judging_targets(chapter));
    build_targets(workspace, toolchain, toolchain.alone_targets(chapter));
    const std::string text = read_file(workspace.file_of(chapter, workspace.solutions()));
    const fs::path folder = workspace.build() / "bench";
    const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
    fmt::print("chapter {}, {} cores; bound: the compiler's computing time for the different "
               "files, on all cores\n",
               chapter.number, cores);
    fmt::print("{:>8} {:>9} {:>8} {:>9} {:>8} {:>6} {:>6} {:>8} {:>6} {:>8} {:>11} {:>11}\n",
               "students", "different", "bound", "compiling", "wall", "/bound", "/comp.", "CPU",
               "/comp.", "peak", "ms/student", "KB/student");
    std::size_t students_before = 0;
    Taken before;
    for (const std::size_t students : options.sizes) {
        const std::size_t different =
            options.different == 0 ? students : std::min(options.different, students);
        std::vector<std::string> texts;
        for (std::size_t i = 0; i < different; ++i) {
            texts.push_back(variant(text, i));
        }
        // Measured before and after, because a machine's speed changes within minutes.
        const Taken first = compiling_of(toolchain, chapter, folder / "compiled", texts);
        write_class(folder / "class", chapter, texts, students);
        fs::remove_all(folder / "graded");
        const Taken taken = run_and_count(
            {this_program().string(), "--root", workspace.root().string(), "--build",
             workspace.build().string(), "grade", (folder / "class").string(), "--out",
             (folder / "graded").string(), "--chapters", std::to_string(chapter.number)});
        const Taken second = compiling_of(toolchain, chapter, folder / "compiled", texts);
        const auto files = static_cast<double>(different);
        const double compiling_cpu = files * (first.cpu + second.cpu) / 2;
        const double compiling_wall = files * (first.wall + second.wall) / 2;
        const double bound = compiling_cpu / static_cast<double>(cores);
        const auto more = static_cast<double>(students - std::min(students, students_before));
        const auto slope = [&](double now, double then) {
            return students_before == 0 || more == 0 ? std::string("–")
                                                     : fmt::format("{:.2f}", (now - then) / more);
        };
        fmt::print("{:>8} {:>9} {:>7.1f}s {:>8.1f}s {:>7.1f}s {:>6.2f} {:>6.2f} {:>7.1f}s {:>6.2f} "
                   "{:>6.0f}MB {:>11} {:>11}\n",
                   students, different, bound, compiling_wall, taken.wall, taken.wall / bound,
                   taken.wall / compiling_wall, taken.cpu, taken.cpu / compiling_cpu,
                   taken.megabytes, slope(1000 * taken.wall, 1000 * before.wall),
                   slope(1024 * taken.megabytes, 1024 * before.megabytes));
        std::fflush(stdout);
        fs::remove_all(folder / "class");
        fs::remove_all(folder / "graded");
        students_before = students;
        before = taken;
    }
    fmt::print(
        "compiling: the same files compiled side by side and nothing else, by the clock: on a "
        "busy machine this is what wall compares with. CPU is that of all processes, those "
        "in the sandbox too; peak is the grader's own memory; the last two columns are "
        "slopes to the line above.\n");
    return 0;
}

} // namespace workbook
