/// @file
/// A host as the judge sees it, wherever it runs: it is asked, and answers, refuses or dies.
#pragma once

#include "judging/judge/call.hpp"
#include "judging/protocol/wire.hpp"

#include <cstdint>
#include <functional>
#include <memory>
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

/// The conversation with a host; how its frames travel is said by what is derived from it.
class AskedHost {
public:
    explicit AskedHost(const Limits& limits) : limits_(limits) {}
    AskedHost(const AskedHost&) = delete;
    AskedHost& operator=(const AskedHost&) = delete;
    virtual ~AskedHost() = default;

    /// One call: see ask_host.
    std::string ask(const HostCall& call);

    /// While a call is under way: calls a function that is among the arguments of a call that the
    /// host has made, and stayed there.
    std::string call_back(std::uint32_t number, const std::string& argument);

    virtual bool is_running() const = 0;

    /// Ends the host and the step; the next call starts another one with fresh limits. Within a
    /// step, a host that crashed is restarted with the wall time that is left; one that ran out of
    /// time is not.
    virtual void stop() = 0;

    /// Ends the step, and the host only if it has taken more than a little of its limits: a sandbox
    /// costs more time than most steps.
    virtual void end_step() = 0;

    /// Whether the host has served an earlier step. What it did there may come to light now: a
    /// write behind the end of a vector, memory that was not given back.
    virtual bool is_used() const = 0;

    /// Ends the host but not the step: the next call starts another one with the wall time that is
    /// left.
    virtual void restart() = 0;

    /// What the student's code has printed since the last call of this function.
    virtual std::string take_printed() = 0;

    /// The bytes sent for the last call, so that a debugger can replay it.
    const std::string& last_request() const { return last_request_; }

    /// Where the last call threw or crashed, as the host tells it; empty if it does not. It is only
    /// good for being shown.
    const wire::Trace& last_trace() const { return trace_; }

protected:
    struct Frame {
        wire::Kind kind{};
        std::string payload;
    };

    /// Begins a call, and starts the host if it is not there. Throws HostDied if there is no use.
    virtual void begin() = 0;

    /// Sends the bytes of a frame.
    virtual void send_bytes(const std::string& frame) = 0;

    /// Waits for the host's next frame. Throws HostDied if none comes.
    virtual Frame receive() = 0;

    /// Ends the host if its time is up.
    virtual void end_if_late() = 0;

    /// Ends the host at once.
    virtual void end() = 0;

    /// Ends the host because of what it did; returns what is to be said of its death.
    HostDied killed_for(const HostDied& why);

    [[noreturn]] void kill_for(const HostDied& why) { throw killed_for(why); }

    /// Throws HostDied if there is no use in another call: the host has ended before any, or the
    /// step has no time left.
    void give_up_early() const;

    /// A new step begins.
    void new_time() { too_late_.reset(); }

    /// Takes the first frame from bytes that have come, if they hold a whole one.
    std::optional<Frame> take_frame(std::string& received);

    /// Answers a call that the host has made while its own answer is awaited.
    void answer_request(const HostCall& call, const Frame& frame);

    /// The host has said that it is there.
    bool is_ready() const { return ready_; }
    void not_ready() { ready_ = false; }

    /// The calls that have not returned yet.
    const std::vector<const HostCall*>& under_way() const { return under_way_; }

    const Limits& limits() const { return limits_; }

private:
    void send(wire::Kind kind, const std::string& payload);
    std::string converse(const HostCall& call, wire::Kind value);
    void take_note(const Frame& frame);
    [[noreturn]] void refuse(const Frame& frame, wire::Kind value);
    void answer_callback(const HostCall& call, const Frame& frame);
    void answer_other(const HostCall& call, const Frame& frame);

    Limits limits_;
    bool ready_ = false;
    std::vector<const HostCall*> under_way_;
    std::string last_request_;
    wire::Trace trace_;
    std::optional<HostDied> too_late_; ///< why the step has no time left; unset while it has some
    std::optional<HostDied> never_starts_; ///< set if a host ended before main()
};

/// A host that is started by this command: a process, or in a page what the page makes of it.
std::unique_ptr<AskedHost> make_host(const std::vector<std::string>& command, const Limits& limits);

} // namespace judging
