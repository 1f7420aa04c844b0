#include "build/builder.hpp"

#include "build/digest.hpp"
#include "build/exported.hpp"
#include "build/sandbox.hpp"
#include "common/system/files.hpp"
#include "common/system/process.hpp"
#include "common/system/text.hpp"
#include "common/system/user_error.hpp"
#include "course/source_file.hpp"
#include "explain/diagnostics.hpp"

#include <boost/algorithm/string/erase.hpp>
#include <boost/algorithm/string/predicate.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstring>
#include <fstream>
#include <vector>

#include <unistd.h>

namespace workbook {

namespace fs = std::filesystem;

namespace {

/// A compiler that takes longer or needs more than this is most likely in an endless template
/// recursion.
constexpr std::chrono::seconds compile_limit{30}; // CPU time, so a busy machine makes no difference
constexpr std::chrono::seconds compile_patience{300};
constexpr std::size_t compile_memory = std::size_t{4} << 30;
constexpr std::size_t largest_object = std::size_t{256} << 20;
constexpr std::size_t most_messages = std::size_t{8} << 20;

/// How many built versions of a chapter are kept.
constexpr std::size_t files_kept = 24;

const char* name_of(Product product)
{
    switch (product) {
    case Product::library: return "library";
    case Product::traced: return "traced";
    case Product::lab: return "lab";
    case Product::part: return "part";
    case Product::debug: break;
    }
    return "debug";
}

bool is_good(const Finished& finished)
{
    return finished.status == 0 && !finished.timed_out && !finished.flooded;
}

/// Whether a line that the compiler itself wrote begins like this. (A student's #error is said with
/// the file's name before it.)
bool says(const Finished& finished, const std::string& beginning)
{
    const std::vector<std::string> lines = lines_of(finished.err);
    return std::any_of(lines.begin(), lines.end(), [&](const std::string& line) {
        return boost::starts_with(line, beginning);
    });
}

/// Whether the compiler says that one of its programs was killed: "c++: fatal error: Killed signal
/// terminated program cc1plus".
bool says_killed(const Finished& finished)
{
    const std::vector<std::string> lines = lines_of(finished.err);
    return says(finished, "collect2: fatal error: ld terminated with signal") ||
           std::any_of(lines.begin(), lines.end(), [](const std::string& line) {
               return line.find("signal terminated program") != std::string::npos &&
                      line.find(".cpp:") == std::string::npos;
           });
}

/// Whether it was ended from outside, and not because of a limit.
bool was_killed(const Finished& finished)
{
    const int signal_number = finished.status - 128;
    return !finished.timed_out && !finished.flooded &&
           finished.err.find(::strsignal(SIGXCPU)) == std::string::npos &&
           (signal_number == SIGKILL || signal_number == SIGBUS || signal_number == SIGTERM ||
            says_killed(finished));
}

/// Runs the compiler within its limits.
Finished compile(const std::vector<std::string>& command, Built& built)
{
    RunOptions options;
    options.cpu_limit = compile_limit;
    options.wall_limit = compile_patience;
    options.memory_limit = compile_memory;
    options.file_limit = largest_object;
    options.output_limit = most_messages;
    const auto start = std::chrono::steady_clock::now();
    Finished finished = run(command, options);
    built.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return finished;
}

/// Explains to the student why there is no program.
std::string explain(const Finished& failed, const Chapter& chapter, const fs::path& source,
                    const std::string& text)
{
    if (says_disk_is_full(failed.err)) {
        return fmt::format("{}: there was no room for what the compiler writes: make room on the "
                           "disk, then try again",
                           shown(source));
    }
    const bool out_of_time = failed.err.find(::strsignal(SIGXCPU)) != std::string::npos;
    if (failed.timed_out || out_of_time) {
        return fmt::format("{}: the compiler was not done after {} s (an endless template?)",
                           shown(source), compile_limit.count());
    }
    if (failed.flooded) {
        return fmt::format("{}: the compiler wrote more than {} MB of messages", shown(source),
                           most_messages >> 20);
    }
    return is_said_by_linker(failed.err)
               ? explain_link_error(failed.err, source.string(), text, chapter.name)
               : explain_compile_error(failed.err, source.string(), text);
}

/// The compiler's errors; none if it was ended, or the linker failed. Those of a copy are said to
/// be in the file that it is a copy of (see half_built.cpp), whose name is in the first line.
std::vector<ErrorInLine> errors_of(const Finished& failed, const fs::path& source)
{
    if (is_said_by_linker(failed.err) || was_killed(failed) || failed.status != 1 ||
        failed.timed_out || failed.flooded) {
        return {};
    }
    const std::string text = read_file(source);
    const std::string first = line_at(text, 1);
    const std::string mark = "#line 1 \"";
    if (!boost::starts_with(first, mark) || !boost::ends_with(first, "\"")) {
        return errors_in_lines(failed.err, source.string(), text);
    }
    return errors_in_lines(failed.err, first.substr(mark.size(), first.size() - mark.size() - 1),
                           text.substr(first.size() + 1));
}

void forget_old_versions(const fs::path& folder)
{
    std::vector<std::pair<fs::file_time_type, fs::path>> programs;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder, error)) {
        programs.emplace_back(fs::last_write_time(entry, error), entry.path());
    }
    std::sort(programs.rbegin(), programs.rend());
    for (std::size_t i = files_kept; i < programs.size(); ++i) {
        fs::remove_all(programs[i].second, error); // or a folder that a killed call has left
    }
}

/// Warnings as they are kept beside a program: a line for each.
std::string as_text(const std::vector<Warning>& warnings)
{
    std::string text;
    for (const Warning& each : warnings) {
        text += fmt::format("{} {}\n", each.line, boost::erase_all_copy(each.message, "\n"));
    }
    return text;
}

std::vector<Warning> remembered(const fs::path& file)
{
    std::vector<Warning> warnings;
    std::ifstream stream(file);
    Warning each{};
    while (stream >> each.line && std::getline(stream >> std::ws, each.message)) {
        warnings.push_back(each);
    }
    return warnings;
}

bool is_still(const std::string& text, const fs::path& source)
{
    try {
        return read_file(source) == text;
    } catch (const UserError&) {
        return false;
    }
}

/// If we are root, compiles as nobody: an #include in an untrusted file must not read what only
/// root can.
std::vector<std::string> as_nobody(const std::vector<std::string>& command, const fs::path& folder)
{
    if (::geteuid() != 0) {
        return command;
    }
    if (::chown(folder.c_str(), nobody, nobody) != 0) {
        throw UserError(fmt::format("cannot hand {} to the user nobody", shown(folder)));
    }
    const std::string number = std::to_string(nobody);
    std::vector<std::string> words{"setpriv", "--reuid",        number, "--regid",
                                   number,    "--clear-groups", "--"};
    words.insert(words.end(), command.begin(), command.end());
    return words;
}

std::string refusal(const UserError& error)
{
    return error.what() + (error.advice.empty() ? "" : "\n" + error.advice);
}

/// A file that is to be built.
struct Job {
    const Chapter& chapter;
    Product product;
    const fs::path& source;
    std::string text;  ///< of the source
    fs::path made;     ///< what the compiler writes
    fs::path result;   ///< where it is kept
    fs::path warnings; ///< beside it
};

/// Whether it had been built before; then says what the compiler warned of.
bool is_there(Built& built, const Job& job)
{
    if (!fs::exists(job.result)) {
        return false;
    }
    built.file = job.result;
    built.warnings = remembered(job.warnings);
    return true;
}

/// Fails where the linker says nothing: if two libraries have a function of the same name, one
/// would silently take the place of the other.
void find_defined_twice(Finished& finished, const Toolchain& toolchain, const Job& job)
{
    if (!is_good(finished) || job.product == Product::lab || job.product == Product::part) {
        return;
    }
    const std::string twice = defined_by_both(job.made, toolchain.judging_host());
    if (!twice.empty()) {
        finished.status = 1;
        finished.err += fmt::format("{}: multiple definition of '{}'\ncollect2: error\n",
                                    job.source.string(), twice);
    }
}

/// Keeps what the compiler has made, with its warnings, or says why there is nothing.
void take(Built& built, const Job& job, const Finished& finished)
{
    if (!is_good(finished)) {
        built.was_killed = was_killed(finished);
        built.disk_is_full = says_disk_is_full(finished.err);
        built.failure = BuildFailure{explain(finished, job.chapter, job.source, job.text), {}};
        built.errors = errors_of(finished, job.source);
        return;
    }
    built.warnings = warnings_about(finished.err, job.source.string(), job.text);
    make_folder(job.warnings.parent_path());
    write_file(job.warnings, as_text(built.warnings));
    make_folder(job.result.parent_path());
    fs::rename(job.made, job.result);
    built.file = job.result;
}

} // namespace

Built build_submission(const Workspace& workspace, const Toolchain& toolchain,
                       const Chapter& chapter, const fs::path& source, Product product,
                       const Sandbox* sandbox)
{
    Built built;
    std::string text;
    try {
        const bool is_lab = source.lexically_normal().string().find(
                                (workspace.labs() / "").lexically_normal().string()) == 0;
        text = read_source(source, is_lab ? fmt::format("./workbook reset {} makes the skeleton "
                                                        "again and keeps what is there",
                                                        chapter.number)
                                          : std::string{});
    } catch (const UserError& error) {
        built.failure = BuildFailure{refusal(error), {}};
        return built;
    }
    built.digest = digest(text);
    const std::string key = content_key(toolchain, chapter, source, product);
    const fs::path folder = workspace.build() / "submissions" / chapter.folder / name_of(product);
    Job job{chapter, product, source, text, {}, folder / key, {}};
    job.warnings = folder.parent_path() / (std::string(name_of(product)) + "_warnings") / key;
    if (is_there(built, job)) {
        std::error_code ignored;
        fs::last_write_time(job.result, fs::file_time_type::clock::now(), ignored);
        return built;
    }

    make_folder(folder);
    // A folder of its own: inside a sandbox nothing else can be written to.
    const TemporaryFolder bench(folder);
    job.made = bench.path() / "made";
    const auto command = toolchain.build(chapter, product, source, job.made);
    Finished finished = compile(
        sandbox != nullptr ? sandbox->compile(command, chapter, bench.path(), fs::absolute(source))
                           : command,
        built);
    if (!is_still(text, source)) {
        // The file was saved while the compiler was reading it, so the result may match neither
        // version.
        return build_submission(workspace, toolchain, chapter, source, product, sandbox);
    }
    find_defined_twice(finished, toolchain, job);
    take(built, job, finished);
    if (built.failure) {
        built.failure->full_text = workspace.build() / "messages" / (chapter.folder + ".txt");
        write_file(built.failure->full_text, finished.err + finished.out);
    }
    forget_old_versions(job.warnings.parent_path());
    forget_old_versions(folder);
    return built;
}

std::vector<fs::path> headers_beside(const fs::path& source)
{
    std::vector<fs::path> headers;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(source.parent_path(), error)) {
        const auto ending = entry.path().extension();
        if ((ending == ".hpp" || ending == ".h") && entry.is_regular_file(error)) {
            headers.push_back(entry.path());
        }
    }
    return headers;
}

std::string content_key(const Toolchain& toolchain, const Chapter& chapter, const fs::path& source,
                        Product product)
{
    std::string content = read_file(source);
    for (const fs::path& header : headers_beside(source)) { // the file may include them
        content += header.string() + "\n" + read_file(header);
    }
    if (product == Product::traced || product == Product::debug) {
        content += source.string(); // line numbers name the file
    }
    return digest(content + toolchain.stamp(chapter, product));
}

Built build_stranger(const Toolchain& toolchain, const Chapter& chapter, const fs::path& source,
                     const fs::path& programs, Product product, const Sandbox* sandbox)
{
    Built built;
    std::string text;
    try {
        text = read_source(source, "");
    } catch (const UserError& error) {
        built.failure = BuildFailure{error.what(), {}};
        return built;
    }
    built.digest = digest(text);
    const fs::path folder = source.parent_path();
    Job job{chapter, product, source, text, folder / "made", {}, {}};
    job.result = programs / content_key(toolchain, chapter, source, product);
    job.warnings = job.result.string() + ".warnings";
    if (is_there(built, job)) {
        return built;
    }
    std::vector<std::string> command = toolchain.build(chapter, product, source, job.made);
    // __FILE__ is the file's name: a student need not know the grader's folders.
    command.push_back(fmt::format("-fmacro-prefix-map={}=", (folder / "").string()));
    Finished finished =
        compile(sandbox != nullptr ? sandbox->compile(command, chapter, folder, source)
                                   : as_nobody(command, folder),
                built);
    find_defined_twice(finished, toolchain, job);
    take(built, job, finished);
    return built;
}

} // namespace workbook
