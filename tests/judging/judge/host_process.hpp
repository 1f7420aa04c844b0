/// @file
/// The host as the judge sees it: a process with limits that answers calls.
///
/// Plain POSIX rather than a library: limits must be set between fork and exec, and a single
/// timeout covers three descriptors (calls, replies, and what the student prints).
#pragma once

#include "judging/judge/call.hpp"
#include "judging/protocol/wire.hpp"

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <sys/types.h>

namespace judging {

/// What the student's code may use in one step.
struct Limits {
    double wall_seconds = 10; ///< not counting time for which the machine itself stalls
    int cpu_seconds = 3;
    std::size_t memory_bytes = std::size_t{1} << 30;
    std::size_t printed_bytes = 256 * 1024;
    std::size_t reply_bytes = std::size_t{4} << 20;
    /// The host runs inside a sandbox, which reports death by signal n as exit status 128 + n.
    bool wrapped = false;
    /// The user that the host runs as; only root can choose one. Unset: the judge's own.
    std::optional<uid_t> user = {};
};

/// One call of a function in a host.
struct HostCall {
    /// Calls a function that is among the arguments and stayed with the judge.
    using CallBack = std::function<std::string(std::uint32_t number, const std::string& argument)>;
    /// Answers a call of another of the chapter's functions.
    using AnswerOther =
        std::function<std::string(std::uint32_t function, const std::string& arguments)>;

    std::uint32_t function;
    std::string arguments; ///< bytes
    CallBack call_back;
    /// For each of the chapter's functions whether answer_other, not the host, answers what the
    /// function calls it with; empty: none.
    std::vector<bool> answered;
    AnswerOther answer_other;
};

/// A host process; started by the first call, ended by `stop` or when it exceeds a limit. The judge
/// adopts whatever processes a host leaves behind, and kills them: so it must have no children but
/// hosts, of which there may be three.
class HostProcess {
public:
    /// `command`: the program and its arguments (the grader puts the sandbox in front).
    HostProcess(std::vector<std::string> command, Limits limits);
    ~HostProcess();
    HostProcess(const HostProcess&) = delete;
    HostProcess& operator=(const HostProcess&) = delete;

    /// One call: see ask_host.
    std::string ask(const HostCall& call);

    /// While a call is under way: calls a function that is among the arguments of a call that the
    /// host has made, and stayed there.
    std::string call_back(std::uint32_t number, const std::string& argument);

    bool is_running() const { return pid_ > 0; }

    /// Ends the process and the step; the next call starts another host with fresh limits. Within a
    /// step, a host that crashed is restarted with the wall time that is left; one that ran out of
    /// time is not.
    void stop();

    /// Ends the step, and the process only if it has taken more than a little of its limits: a
    /// sandbox costs more time than most steps.
    void end_step();

    /// Whether the process has served an earlier step. What it did there may come to light now: a
    /// write behind the end of a vector, memory that was not given back.
    bool is_used() const { return pid_ > 0 && used_.count() > 0; }

    /// Ends the process but not the step: the next call starts another host with the wall time that
    /// is left.
    void restart();

    /// What the student's code has printed since the last call of this function.
    std::string take_printed();

    /// The bytes sent for the last call, so that a debugger can replay it.
    const std::string& last_request() const { return last_request_; }

    /// Where the last call threw or crashed, as the host tells it; empty if it does not. It is only
    /// good for being shown.
    const wire::Trace& last_trace() const { return trace_; }

private:
    struct Frame {
        wire::Kind kind{};
        std::string payload;
    };

    void start();
    void end();
    void send(wire::Kind kind, const std::string& payload);
    Frame receive();
    std::string converse(const HostCall& call, wire::Kind value);
    void answer_callback(const HostCall& call, const Frame& frame);
    void answer_other(const HostCall& call, const Frame& frame);
    void pump();
    void look_at_the_clock();
    void end_if_late();
    [[noreturn]] void died();
    [[noreturn]] void kill_for(bool timeout, const std::string& why, bool computing = false);

    std::vector<std::string> command_;
    Limits limits_;
    pid_t pid_ = -1;
    int calls_ = -1;
    int replies_ = -1;
    int output_ = -1;
    std::optional<std::chrono::steady_clock::time_point> looked_; ///< last reading, in a step
    std::chrono::duration<double> spent_{};                       ///< of the step's wall time
    std::chrono::duration<double> used_{}; ///< of wall time, by this process in earlier steps
    std::optional<HostDied> too_late_; ///< why the step has no time left; unset while it has some
    bool ready_ = false;               ///< the host has reached main()
    std::optional<HostDied> never_starts_; ///< set if a host ended before main()
    std::vector<const HostCall*> under_way_;
    std::string to_send_;
    std::string received_;
    std::string printed_;
    std::string last_request_;
    wire::Trace trace_;
    bool replies_closed_ = false;
};

} // namespace judging
