#include "build/background.hpp"

#include "common/system/files.hpp"

#include <algorithm>
#include <array>
#include <sstream>
#include <string>
#include <thread>

#include <fcntl.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/wait.h>
#include <unistd.h>

namespace workbook {

namespace {

/// This file holds the process group of the background build and the name of its machine. All
/// processes of the build share a lock on it, so it becomes free when the last of them has ended,
/// in whatever way.
std::filesystem::path mark_of(const Workspace& workspace)
{
    return workspace.build() / ".background";
}

int open_mark(const Workspace& workspace)
{
    return ::open(mark_of(workspace).c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
}

/// The machine's name: on a cluster several machines may share the folder.
std::string this_machine()
{
    std::array<char, 256> name{};
    ::gethostname(name.data(), name.size() - 1);
    return name.data();
}

/// Turns this process, which is detached from the terminal already, into the build, with the lowest
/// priority.
[[noreturn]] void become(std::vector<std::string>& command, int mark, const std::string& log)
{
    [[maybe_unused]] const int priority = ::nice(19);
    const std::string group = std::to_string(::getpgrp()) + " " + this_machine() + "\n";
    if (::write(mark, group.data(), group.size()) != static_cast<ssize_t>(group.size())) {
        ::_exit(1);
    }
    ::fcntl(mark, F_SETFD, 0); // its child processes inherit the lock
    ::dup2(::open("/dev/null", O_RDONLY), STDIN_FILENO);
    const int out = ::open(log.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0644);
    ::dup2(out, STDOUT_FILENO);
    ::dup2(out, STDERR_FILENO);
    std::vector<char*> arguments;
    for (std::string& word : command) {
        arguments.push_back(word.data());
    }
    arguments.push_back(nullptr);
    ::execv(arguments.front(), arguments.data());
    ::_exit(1);
}

} // namespace

void build_in_background(const Workspace& workspace, const Toolchain& toolchain,
                         const std::vector<std::string>& targets)
{
    const int mark = open_mark(workspace);
    if (mark >= 0 && ::flock(mark, LOCK_EX | LOCK_NB) == 0 && ::ftruncate(mark, 0) == 0) {
        const unsigned jobs = std::max(1U, std::thread::hardware_concurrency() / 2);
        std::vector<std::string> command{toolchain.cmake(),          "--build",
                                         workspace.build().string(), "--parallel",
                                         std::to_string(jobs),       "--target"};
        command.insert(command.end(), targets.begin(), targets.end());
        const std::string log = (workspace.build() / "background.log").string();
        const pid_t child = ::fork();
        if (child == 0) {
            // Before the parent goes on: it may end, and with it a terminal that takes all of its
            // processes along.
            ::setsid();
            if (::fork() == 0) {
                become(command, mark, log);
            }
            ::_exit(0); // nobody waits for the build itself
        }
        ::waitpid(child, nullptr, 0);
    }
    if (mark >= 0) {
        ::close(mark);
    }
}

void end_background_build(const Workspace& workspace)
{
    const int mark = open_mark(workspace);
    if (mark < 0) {
        return; // the build itself will report that nothing can be written
    }
    // A build that has just been started may not have written its number yet.
    while (::flock(mark, LOCK_EX | LOCK_NB) != 0) {
        std::istringstream content(read_file(mark_of(workspace)));
        int group = 0;
        std::string machine;
        content >> group >> machine;
        if (group > 1 && machine == this_machine()) {
            ::kill(-group, SIGTERM);
        }
        ::usleep(20'000);
    }
    ::close(mark);
}

} // namespace workbook
