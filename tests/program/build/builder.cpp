#include "build/builder.hpp"

#include "build/diagnostics.hpp"
#include "build/digest.hpp"
#include "build/sandbox.hpp"
#include "common/system/files.hpp"
#include "common/system/process.hpp"
#include "common/system/text.hpp"
#include "common/system/user_error.hpp"
#include "course/source_file.hpp"

#include <boost/algorithm/string/erase.hpp>
#include <boost/algorithm/string/predicate.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstring>
#include <fstream>
#include <future>
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

/// How many built versions of a chapter are kept, each with its library.
constexpr std::size_t files_kept = 24;

const char* name_of(Product product)
{
    switch (product) {
    case Product::host: return "host";
    case Product::traced: return "traced";
    case Product::lab: return "lab";
    case Product::part: return "part";
    case Product::debug: break;
    }
    return "debug";
}

/// The results of compiling and then linking.
struct Made {
    Finished compiled;
    Finished linked;  ///< default-constructed if there was no object to link
    Finished library; ///< the same for the shared library

    static bool good(const Finished& finished)
    {
        return finished.status == 0 && !finished.timed_out && !finished.flooded;
    }
    bool has_object() const { return good(compiled); }

    /// Whether GCC says that one of its programs was killed: "c++: fatal error: Killed signal
    /// terminated program cc1plus". A student's #error is said with the file's name.
    static bool says_killed(const std::string& err)
    {
        const std::vector<std::string> lines = lines_of(err);
        return std::any_of(lines.begin(), lines.end(), [](const std::string& line) {
            return line.find("signal terminated program") != std::string::npos &&
                   line.find(".cpp:") == std::string::npos;
        });
    }

    /// Whether one of them was ended from outside, and not because of a limit.
    bool was_killed() const
    {
        const auto killed = [](const Finished& finished) {
            const int signal_number = finished.status - 128;
            return !finished.timed_out && !finished.flooded &&
                   finished.err.find(::strsignal(SIGXCPU)) == std::string::npos &&
                   (signal_number == SIGKILL || signal_number == SIGBUS ||
                    signal_number == SIGTERM || says_killed(finished.err));
        };
        return killed(compiled) || killed(linked) || killed(library);
    }
    bool is_built() const { return has_object() && good(linked); }
};

Finished timed(const std::vector<std::string>& command, double& seconds)
{
    RunOptions options;
    options.cpu_limit = compile_limit;
    options.wall_limit = compile_patience;
    options.memory_limit = compile_memory;
    options.file_limit = largest_object;
    options.output_limit = most_messages;
    const auto start = std::chrono::steady_clock::now();
    Finished finished = run(command, options);
    seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return finished;
}

/// Without `link_library` no library is made, without `link` no program.
Made make(const std::vector<std::string>& compile, const std::vector<std::string>& link,
          const std::vector<std::string>& link_library, Built& built)
{
    Made made;
    made.compiled = timed(compile, built.compile_seconds);
    if (link.empty()) {
        return made;
    }
    if (made.has_object() && link_library.empty()) {
        made.linked = timed(link, built.link_seconds);
    } else if (made.has_object()) {
        double library_seconds = 0.0;
        auto library =
            std::async(std::launch::async, [&] { return timed(link_library, library_seconds); });
        made.linked = timed(link, built.link_seconds);
        made.library = library.get();
    }
    return made;
}

/// The library that is linked beside a program.
fs::path library_beside(const fs::path& program)
{
    return program.string() + ".so";
}

/// Explains to the student why there is no program.
std::string explain(const Made& made, const Chapter& chapter, const fs::path& source,
                    const std::string& text)
{
    const Finished& failed = made.has_object() ? made.linked : made.compiled;
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
    return made.has_object() ? explain_link_error(failed.err, source, chapter.name)
                             : explain_compile_error(failed.err, source, text);
}

/// The compiler's errors; none if it was ended, or the linker failed. Those of a copy are said to
/// be in the file that it is a copy of (see half_built.cpp), whose name is in the first line.
std::vector<ErrorInLine> errors_of(const Made& made, const fs::path& source)
{
    if (made.has_object() || made.was_killed() || made.compiled.status != 1 ||
        made.compiled.timed_out || made.compiled.flooded) {
        return {};
    }
    const std::string first = line_at(read_file(source), 1);
    const std::string mark = "#line 1 \"";
    const bool is_copy = boost::starts_with(first, mark) && boost::ends_with(first, "\"");
    return errors_in_lines(
        made.compiled.err,
        is_copy ? fs::path(first.substr(mark.size(), first.size() - mark.size() - 1)) : source);
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
    const fs::path program = folder / key;
    std::error_code ignored;
    const bool is_part = product == Product::part;
    const bool has_library = product != Product::lab && !is_part;
    const fs::path library = has_library ? library_beside(program) : fs::path();
    const fs::path warnings =
        folder.parent_path() / (std::string(name_of(product)) + "_warnings") / key;
    if (fs::exists(program) && (!has_library || fs::exists(library))) {
        for (const fs::path& file : {program, library}) {
            fs::last_write_time(file, fs::file_time_type::clock::now(), ignored);
        }
        built.program = program;
        built.library = library;
        built.warnings = remembered(warnings);
        return built;
    }

    make_folder(folder);
    // A folder of its own: inside a sandbox nothing else can be written to.
    const TemporaryFolder bench(folder);
    const fs::path object = bench.path() / "object.o";
    const fs::path unnamed = bench.path() / "program";
    const fs::path unnamed_library = bench.path() / "library.so";
    const auto inside = [&](const std::vector<std::string>& command) {
        return sandbox != nullptr
                   ? sandbox->compile(command, chapter, bench.path(), fs::absolute(source))
                   : command;
    };
    const Made made = make(inside(toolchain.compile(chapter, product, source, object)),
                           is_part ? std::vector<std::string>{}
                                   : inside(toolchain.link(chapter, product, object, unnamed)),
                           has_library ? inside(toolchain.link_library(object, unnamed_library))
                                       : std::vector<std::string>{},
                           built);
    if (!is_still(text, source)) {
        // The file was saved while the compiler was reading it, so the result may match neither
        // version.
        return build_submission(workspace, toolchain, chapter, source, product, sandbox);
    }

    if (!made.is_built()) {
        const Finished& failed = made.has_object() ? made.linked : made.compiled;
        const fs::path full = workspace.build() / "messages" / (chapter.folder + ".txt");
        write_file(full, failed.err + failed.out);
        built.failure = BuildFailure{explain(made, chapter, source, text), full};
        built.errors = errors_of(made, source);
        return built;
    }
    built.warnings = warnings_about(made.compiled.err, source, text);
    make_folder(warnings.parent_path());
    write_file(warnings, as_text(built.warnings));
    forget_old_versions(warnings.parent_path());
    if (has_library && Made::good(made.library)) {
        fs::rename(unnamed_library, library);
        built.library = library;
    }
    fs::rename(is_part ? object : unnamed, program);
    forget_old_versions(folder);
    built.program = program;
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
    built.program = programs / content_key(toolchain, chapter, source, product);
    built.library = library_beside(built.program);
    const fs::path warnings = built.program.string() + ".warnings";
    if (fs::exists(built.program)) {
        built.warnings = remembered(warnings);
        return built;
    }
    const fs::path folder = source.parent_path();
    const fs::path object = folder / "object.o";
    const fs::path program = folder / "program";
    const fs::path library = folder / "library.so";
    const auto inside = [&](const std::vector<std::string>& command) {
        return sandbox != nullptr ? sandbox->compile(command, chapter, folder, source)
                                  : as_nobody(command, folder);
    };
    // __FILE__ is the file's name: a student need not know the grader's folders.
    std::vector<std::string> compile = toolchain.compile(chapter, product, source, object);
    compile.push_back(fmt::format("-fmacro-prefix-map={}=", (folder / "").string()));
    const Made made =
        make(inside(compile), inside(toolchain.link(chapter, product, object, program)),
             inside(toolchain.link_library(object, library)), built);
    built.was_killed = made.was_killed();
    if (!made.is_built()) {
        built.program.clear();
        built.library.clear();
        built.disk_is_full =
            says_disk_is_full(made.compiled.err) || says_disk_is_full(made.linked.err);
        built.failure = BuildFailure{explain(made, chapter, source, text), {}};
        built.errors = errors_of(made, source);
        return built;
    }
    built.warnings = warnings_about(made.compiled.err, source, text);
    make_folder(programs);
    write_file(warnings, as_text(built.warnings));
    if (Made::good(made.library)) {
        fs::rename(library, built.library);
    } else {
        built.library.clear();
    }
    fs::rename(program, built.program);
    return built;
}

} // namespace workbook
