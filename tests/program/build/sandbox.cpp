#include "build/sandbox.hpp"

#include "build/forbidden_calls.hpp"
#include "build/words.hpp"
#include "common/system/files.hpp"
#include "common/system/process.hpp"
#include "common/system/user_error.hpp"

#include <fmt/format.h>

namespace workbook {

namespace fs = std::filesystem;

namespace {

const char* const without_it =
    "--unsafe goes on without it: then a student's code runs with your rights, and can read, "
    "change and delete your files, the solutions, and the other submissions";

/// Why bubblewrap has failed, from the first line that it wrote.
std::string cannot_work(const std::string& said)
{
    return fmt::format("bubblewrap cannot work here: {}", said.substr(0, said.find('\n')));
}

/// Adds the system's folders of libraries and programs, which are often links into /usr.
void add_system(std::vector<std::string>& words, const std::vector<std::string>& folders)
{
    for (const std::string& folder : folders) {
        std::error_code error;
        if (fs::is_symlink(folder, error)) {
            const std::string target = fs::read_symlink(folder, error).string();
            append(words, {"--symlink", target, folder});
        } else if (fs::exists(folder, error)) {
            append(words, {"--ro-bind", folder, folder});
        }
    }
}

/// Makes `path` readable inside, if it exists.
void add_readable(std::vector<std::string>& words, const fs::path& path)
{
    append(words, {"--ro-bind-try", path.string(), path.string()});
}

const std::vector<std::string> alone{"--unshare-all", "--die-with-parent",
                                     "--cap-drop",    "ALL",
                                     "--uid",         "65534",
                                     "--gid",         "65534",
                                     "--clearenv",    "--setenv",
                                     "PATH",          "/usr/bin:/bin",
                                     "--setenv",      "LC_ALL",
                                     "C.UTF-8"};

/// The prefix for a bubblewrap that the grader itself starts. If bubblewrap 0.8 is killed while it
/// sets up the sandbox, it leaves a child behind that waits for ever. So it runs under a shell that
/// gets SIGTERM when the grader ends and then kills the whole process group. (The judge kills the
/// group itself.)
const std::vector<std::string> tidily{"setsid", "/bin/sh", "-c",
                                      R"(trap 'kill -KILL 0' TERM; "$@" & wait $!)", "sh"};

} // namespace

Sandbox::Sandbox(const Workspace& workspace, const Toolchain& toolchain, const fs::path& folder)
    : workspace_(workspace), toolchain_(toolchain), bubblewrap_(find_program("bwrap").string()),
      filter_(fs::absolute(folder / "forbidden_calls.bpf"))
{
    if (bubblewrap_.empty()) {
        throw UserError("bubblewrap is missing, so students' code cannot be kept apart",
                        std::string("./workbook doctor says what installs it, on Linux alone: "
                                    "nothing else has such a sandbox; or ") +
                            without_it);
    }
    make_folder(folder);
    forbid_calls(filter_);
    try_out();
}

void Sandbox::try_out() const
{
    std::vector<std::string> words = tidily;
    append(words, host("/usr/bin/true"));
    const Finished tried = run(words);
    if (tried.status != 0) {
        throw UserError(cannot_work(tried.err),
                        std::string("it needs user namespaces: sysctl "
                                    "kernel.unprivileged_userns_clone=1, or a container that "
                                    "allows them (docker run --security-opt seccomp=unconfined "
                                    "--security-opt apparmor=unconfined); or ") +
                            without_it);
    }
}

std::vector<std::string> Sandbox::compile(const std::vector<std::string>& command,
                                          const Chapter& chapter, const fs::path& folder,
                                          const fs::path& source) const
{
    std::vector<std::string> words = tidily;
    words.push_back(bubblewrap_);
    append(words, alone);
    add_system(words, {"/usr", "/bin", "/lib", "/lib32", "/lib64", "/libx32", "/etc/alternatives"});
    // A compiler that is installed outside of the system's folders.
    const fs::path compiler = fs::weakly_canonical(toolchain_.compiler());
    if (compiler.parent_path().filename() == "bin" && compiler.string().find("/home/") != 0 &&
        compiler.string().find("/root/") != 0) {
        add_readable(words, compiler.parent_path().parent_path());
    }
    append(words, {"--tmpfs", "/tmp"});
    add_readable(words, workspace_.root() / "chapters" / "common");
    add_readable(words, workspace_.root() / "chapters" / chapter.folder / (chapter.name + ".hpp"));
    for (const fs::path& part : toolchain_.readable(chapter)) {
        add_readable(words, part);
    }
    add_readable(words, source.parent_path());
    append(words, {"--bind", folder.string(), folder.string(), "--chdir", folder.string(),
                   "--remount-ro", "/", "--"});
    append(words, command);
    return words;
}

const OwnProcesses& own_processes()
{
    static const OwnProcesses own = [] {
        const std::string bubblewrap = find_program("bwrap").string();
        if (bubblewrap.empty()) {
            return OwnProcesses{{}, "bubblewrap is missing"};
        }
        const std::vector<std::string> words{bubblewrap, "--dev-bind",        "/",
                                             "/",        "--unshare-pid",     "--proc",
                                             "/proc",    "--die-with-parent", "--"};
        std::vector<std::string> trial = tidily;
        append(trial, words);
        append(trial, {"/bin/true"});
        const Finished tried = run(trial);
        return tried.status == 0 ? OwnProcesses{words, ""}
                                 : OwnProcesses{{}, cannot_work(tried.err)};
    }();
    return own;
}

std::vector<std::string> Sandbox::read(const std::vector<std::string>& command,
                                       const fs::path& folder) const
{
    std::vector<std::string> words = tidily;
    words.push_back(bubblewrap_);
    append(words, alone);
    add_system(words, {"/usr", "/bin", "/lib", "/lib32", "/lib64", "/libx32"});
    add_readable(words, folder);
    append(words, {"--remount-ro", "/", "--chdir", "/", "--"});
    append(words, command);
    return words;
}

std::vector<std::string> Sandbox::host(const fs::path& program, const fs::path& library) const
{
    // bubblewrap reads the filter from a descriptor; the shell opens the file for it.
    std::vector<std::string> words{"/bin/sh", "-c", R"(exec "$@" 9<"$0")", filter_.string(),
                                   bubblewrap_};
    append(words, alone);
    add_system(words, {"/lib", "/lib32", "/lib64", "/libx32"});
    add_readable(words, "/usr/lib");
    add_readable(words, "/usr/lib64");
    append(words, {"--ro-bind", program.string(), "/program"});
    if (!library.empty()) {
        // A host has a library of its own.
        const fs::path own = toolchain_.judging_host();
        append(words, {"--ro-bind", library.string(), "/library", "--ro-bind", own.string(),
                       "/" + own.filename().string(), "--setenv", "LD_LIBRARY_PATH", "/"});
    }
    append(words, {"--remount-ro", "/", "--chdir", "/", "--seccomp", "9", "--", "/program"});
    if (!library.empty()) {
        words.push_back("/library");
    }
    return words;
}

} // namespace workbook
