/// @file
/// A host that is a process with limits.
///
/// Plain POSIX rather than a library: limits must be set between fork and exec, and a single
/// timeout covers three descriptors (calls, replies, and what the student prints).
#pragma once

#include "judging/judge/asked_host.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include <sys/types.h>

namespace judging {

/// Started by the first call, ended by `stop` or when it exceeds a limit. The judge adopts whatever
/// processes a host leaves behind, and kills them: so it must have no children but hosts, of which
/// there may be three.
class HostProcess : public AskedHost {
public:
    /// `command`: the program and its arguments (the grader puts the sandbox in front).
    HostProcess(std::vector<std::string> command, const Limits& limits);
    ~HostProcess() override;

    bool is_running() const override { return pid_ > 0; }
    void stop() override;
    void end_step() override;
    bool is_used() const override { return pid_ > 0 && used_.count() > 0; }
    void restart() override;
    std::string take_printed() override;

private:
    void begin() override;
    void send_bytes(const std::string& frame) override;
    Frame receive() override;
    void end_if_late() override;
    void end() override;

    void start();
    void pump();
    void look_at_the_clock();
    [[noreturn]] void died();

    std::vector<std::string> command_;
    pid_t pid_ = -1;
    int calls_ = -1;
    int replies_ = -1;
    int output_ = -1;
    std::optional<std::chrono::steady_clock::time_point> looked_; ///< last reading, in a step
    std::chrono::duration<double> spent_{};                       ///< of the step's wall time
    std::chrono::duration<double> used_{}; ///< of wall time, by this process in earlier steps
    std::string to_send_;
    std::string received_;
    std::string printed_;
    bool replies_closed_ = false;
};

} // namespace judging
