#include "judging/judge/host_process.hpp"

#include "judging/judge/how_it_died.hpp"

#include "common/system/linux.hpp"
#include "common/system/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fstream>
#include <utility>

#include <fcntl.h>
#include <grp.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

namespace judging {
namespace {

using Clock = std::chrono::steady_clock;

/// The host reads calls from and writes replies to these descriptors.
constexpr int host_calls = 3;
constexpr int host_replies = 4;

struct Pipe {
    int read_end = -1;
    int write_end = -1;

    Pipe()
    {
        std::array<int, 2> ends{};
        if (::pipe(ends.data()) != 0) {
            throw std::runtime_error(fmt::format("cannot open a pipe: {}", std::strerror(errno)));
        }
        // Keep clear of descriptors 3 and 4, which the child uses.
        read_end = ::fcntl(ends[0], F_DUPFD_CLOEXEC, 10);
        write_end = ::fcntl(ends[1], F_DUPFD_CLOEXEC, 10);
        ::close(ends[0]);
        ::close(ends[1]);
    }
};

void limit(int resource, rlim_t soft, rlim_t hard)
{
    const rlimit value{soft, hard};
    ::setrlimit(static_cast<decltype(RLIMIT_CPU)>(resource), &value);
}

/// `how`: SIG_BLOCK or SIG_UNBLOCK.
void mask_sigterm(int how)
{
    sigset_t set;
    ::sigemptyset(&set);
    ::sigaddset(&set, SIGTERM);
    ::sigprocmask(how, &set, nullptr);
}

/// Runs between fork and exec, so it only makes async-signal-safe calls.
[[noreturn]] void become_host(const std::vector<char*>& argv, const Limits& limits, int calls,
                              int replies, int output, pid_t judge)
{
    ::setpgid(0, 0);
    workbook::end_with_parent(SIGKILL);
    if (::getppid() != judge) {
        ::_exit(127); // the judge had ended before the line above
    }
    const int nothing = ::open("/dev/null", O_RDONLY);
    ::dup2(nothing, 0);
    ::dup2(output, 1);
    ::dup2(output, 2);
    ::dup2(calls, host_calls);
    ::dup2(replies, host_replies);
    workbook::keep_descriptors_from(host_replies + 1); // whatever else the judge had inherited
    for (int signal_number : {SIGINT, SIGTERM, SIGPIPE, SIGXCPU}) {
        ::signal(signal_number, SIG_DFL);
    }
    mask_sigterm(SIG_UNBLOCK);
    limit(RLIMIT_CORE, 0, 0);
    limit(RLIMIT_AS, limits.memory_bytes, limits.memory_bytes);
    limit(RLIMIT_CPU, static_cast<rlim_t>(limits.cpu_seconds),
          static_cast<rlim_t>(limits.cpu_seconds + 1));
    limit(RLIMIT_FSIZE, 1 << 20, 1 << 20);
    if (limits.user) {
        if (::setgroups(0, nullptr) != 0 || ::setgid(*limits.user) != 0 ||
            ::setuid(*limits.user) != 0) {
            ::_exit(127);
        }
        workbook::end_with_parent(SIGKILL); // changing the user has cleared it
        limit(RLIMIT_NPROC, 64, 64);
    }
    ::execvp(argv[0], argv.data());
    ::_exit(127);
}

void close_descriptor(int& descriptor)
{
    if (descriptor >= 0) {
        ::close(descriptor);
        descriptor = -1;
    }
}

/// The process groups of the running hosts, -1 where there is none; a signal handler reads them.
constexpr std::size_t most_hosts = 3;
std::array<volatile std::sig_atomic_t, most_hosts> running{-1, -1, -1};

void replace_running(pid_t before, pid_t now)
{
    for (auto& group : running) {
        if (group == before) {
            group = now;
            return;
        }
    }
}

bool is_running_host(pid_t process)
{
    return std::any_of(running.begin(), running.end(),
                       [&](const auto& group) { return group == process; });
}

/// Handles SIGTERM, which this process gets when the program that wants the verdicts has ended. It
/// kills the hosts' whole groups: if only the first process of a sandbox died while the sandbox is
/// being set up, another one would be left waiting for ever.
void end_with_the_host(int)
{
    for (const auto& group : running) {
        if (group > 0) {
            ::kill(-group, SIGKILL);
        }
    }
    ::_exit(128 + SIGTERM);
}

/// Processes that a host left behind are children of the judge now. Kills them, and those that
/// they leave behind in turn.
void end_orphans()
{
    for (int round = 0; round < 100; ++round) {
        std::vector<pid_t> orphans = workbook::children_of(::getpid());
        orphans.erase(std::remove_if(orphans.begin(), orphans.end(), is_running_host),
                      orphans.end());
        if (orphans.empty()) {
            return;
        }
        for (const pid_t orphan : orphans) {
            ::kill(orphan, SIGKILL);
            ::waitpid(orphan, nullptr, 0);
        }
    }
}

} // namespace

HostProcess::HostProcess(std::vector<std::string> command, const Limits& limits)
    : AskedHost(limits), command_(std::move(command))
{
    ::signal(SIGPIPE, SIG_IGN); // the end of its replies shows that a host is gone
    ::signal(SIGTERM, end_with_the_host);
    workbook::adopt_orphans();
}

HostProcess::~HostProcess()
{
    stop();
}

void HostProcess::start()
{
    std::vector<char*> argv;
    for (std::string& word : command_) {
        argv.push_back(word.data());
    }
    argv.push_back(nullptr);

    Pipe calls;
    Pipe replies;
    Pipe output;
    const pid_t judge = ::getpid();
    mask_sigterm(SIG_BLOCK); // until `end_with_the_host` knows the new process
    pid_ = ::fork();
    if (pid_ < 0) {
        mask_sigterm(SIG_UNBLOCK);
        throw std::runtime_error(fmt::format("cannot start a process: {}", std::strerror(errno)));
    }
    if (pid_ == 0) {
        become_host(argv, limits(), calls.read_end, replies.write_end, output.write_end, judge);
    }
    ::setpgid(pid_, pid_);
    replace_running(-1, pid_);
    mask_sigterm(SIG_UNBLOCK);
    ::close(calls.read_end);
    ::close(replies.write_end);
    ::close(output.write_end);
    calls_ = calls.write_end;
    replies_ = replies.read_end;
    output_ = output.read_end;
    for (int descriptor : {calls_, replies_, output_}) {
        ::fcntl(descriptor, F_SETFL, O_NONBLOCK);
    }
    replies_closed_ = false;
    not_ready();
    used_ = {};
}

void HostProcess::stop()
{
    end();
    looked_.reset();
    new_time();
}

void HostProcess::end_step()
{
    constexpr std::chrono::duration<double> little{0.5};
    if (pid_ < 0 || !looked_ || used_ + spent_ > little) {
        stop();
        return;
    }
    used_ += std::max(spent_, std::chrono::duration<double>(1e-9));
    looked_.reset();
}

void HostProcess::restart()
{
    printed_ = take_printed();
    end();
}

void HostProcess::end()
{
    if (pid_ > 0) {
        ::kill(-pid_, SIGKILL);
        ::kill(pid_, SIGKILL);     // it may have left the group
        replace_running(pid_, -1); // its number may be reused
        ::waitpid(pid_, nullptr, 0);
        pid_ = -1;
        end_orphans();
    }
    close_descriptor(calls_);
    close_descriptor(replies_);
    close_descriptor(output_);
    to_send_.clear();
    received_.clear();
}

std::string HostProcess::take_printed()
{
    std::array<char, 65536> buffer; // NOLINT: filled by read
    for (ssize_t n = 1; output_ >= 0 && n > 0 && printed_.size() < limits().printed_bytes;) {
        n = ::read(output_, buffer.data(), buffer.size());
        if (n > 0) {
            printed_.append(buffer.data(), static_cast<std::size_t>(n));
        }
    }
    return std::exchange(printed_, {});
}

/// The replies have ended: finds out why and reports it.
void HostProcess::died()
{
    replace_running(pid_, -1); // from here on the signal handler must not kill this group
    // It may have closed its descriptors and still be running: give it a moment, then kill it.
    int status = 0;
    pid_t gone = 0;
    rusage usage{};
    for (int wait = 0; wait < 100 && gone == 0; ++wait) {
        gone = ::wait4(pid_, &status, WNOHANG, &usage);
        if (gone == 0) {
            ::usleep(1000);
        }
    }
    if (gone == 0) {
        kill_for(HostDied(false, "your code closed the pipe to the judge"));
    }
    ::kill(-pid_, SIGKILL); // any processes that it started
    pid_ = -1;
    end_orphans();
    printed_ = take_printed(); // what it said last may say why
    const int ended_by = WIFSIGNALED(status)                             ? WTERMSIG(status)
                         : limits().wrapped && WEXITSTATUS(status) > 128 ? WEXITSTATUS(status) - 128
                                                                         : 0;
    if (ended_by != 0) {
        timeval used{};
        timeradd(&usage.ru_utime, &usage.ru_stime, &used);
        // A sandbox does not pass on the CPU time used inside it; wall time has to stand in for it.
        look_at_the_clock();
        if (limits().wrapped) {
            used.tv_sec = std::max(used.tv_sec, static_cast<time_t>(spent_.count()));
        }
        const bool cpu =
            ended_by == SIGXCPU || (ended_by == SIGKILL && used.tv_sec >= limits().cpu_seconds);
        HostDied death(cpu, cpu ? explain_endless(limits().cpu_seconds)
                                : explain_signal(ended_by, printed_));
        death.computing = cpu;
        kill_for(death);
    }
    kill_for(HostDied(false, explain_exit(WEXITSTATUS(status))));
}

/// Adds up the step's wall time. Each pause between two looks counts as 0.25 s at most: time for
/// which the machine was suspended, or too busy to run this process, is not charged to the
/// student's code.
void HostProcess::look_at_the_clock()
{
    constexpr std::chrono::duration<double> longest{0.25};
    const auto now = Clock::now();
    spent_ += std::min<std::chrono::duration<double>>(now - *looked_, longest);
    looked_ = now;
}

void HostProcess::end_if_late()
{
    look_at_the_clock();
    if (spent_.count() >= limits().wall_seconds) {
        kill_for(HostDied(true, fmt::format("not done after {:g} s: it waits or loops without end",
                                            limits().wall_seconds)));
    }
}

/// Waits, for a moment at most, until one of the pipes is ready, and moves its bytes. Ends the host
/// if its time is up.
void HostProcess::pump()
{
    constexpr int moment = 100; // ms
    end_if_late();
    std::array<pollfd, 3> ports{pollfd{replies_, POLLIN, 0}, pollfd{output_, POLLIN, 0},
                                pollfd{to_send_.empty() ? -1 : calls_, POLLOUT, 0}};
    if (::poll(ports.data(), ports.size(), moment) < 0 && errno != EINTR) {
        throw std::runtime_error(fmt::format("poll: {}", std::strerror(errno)));
    }
    std::array<char, 65536> buffer; // NOLINT: filled by read
    if (ports[1].revents != 0) {
        const ssize_t n = ::read(output_, buffer.data(), buffer.size());
        if (n > 0) {
            printed_.append(buffer.data(), static_cast<std::size_t>(n));
            if (printed_.size() > limits().printed_bytes) {
                printed_ = workbook::first_bytes(printed_, 2000);
                kill_for(HostDied(false, explain_flood(limits().printed_bytes)));
            }
        } else if (n == 0) {
            close_descriptor(output_);
        }
    }
    if (ports[2].revents != 0) {
        const ssize_t n = ::write(calls_, to_send_.data(), to_send_.size());
        if (n > 0) {
            to_send_.erase(0, static_cast<std::size_t>(n));
        } else if (errno != EAGAIN) {
            to_send_.clear(); // the host no longer reads; its replies will end too
        }
    }
    if (ports[0].revents != 0) {
        const ssize_t n = ::read(replies_, buffer.data(), buffer.size());
        if (n > 0) {
            received_.append(buffer.data(), static_cast<std::size_t>(n));
        } else if (n == 0 || errno != EAGAIN) {
            replies_closed_ = true;
        }
    }
}

void HostProcess::send_bytes(const std::string& frame)
{
    to_send_ += frame;
    const ssize_t n = ::write(calls_, to_send_.data(), to_send_.size());
    if (n > 0) {
        to_send_.erase(0, static_cast<std::size_t>(n));
    }
}

HostProcess::Frame HostProcess::receive()
{
    for (;;) {
        if (auto frame = take_frame(received_)) {
            return std::move(*frame);
        }
        if (replies_closed_) {
            died();
        }
        pump();
    }
}

void HostProcess::begin()
{
    give_up_early();
    if (pid_ < 0) {
        start();
    }
    if (!looked_) {
        looked_ = Clock::now();
        spent_ = {};
    }
}

std::unique_ptr<AskedHost> make_host(const std::vector<std::string>& command, const Limits& limits)
{
    return std::make_unique<HostProcess>(command, limits);
}

} // namespace judging
