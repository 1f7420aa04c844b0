/// @file
/// The host's end of the pipe to the judge.
#pragma once

#include "judging/protocol/kept_functions.hpp"
#include "judging/protocol/wire.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <utility>

namespace judging {

/// A frame is its size in bytes, its kind, and that many bytes.
struct Frame {
    wire::Kind kind{};
    std::string payload;
};

/// Frames from the judge and to it. Either side may call back before it answers, so calls nest.
class Conversation {
public:
    /// Descriptors that the judge has opened; standard input and output are left to the student's
    /// code.
    static constexpr int requests = 3;
    static constexpr int replies = 4;

    /// The pipes that the judge has opened, or, with `replay_file`, the frames recorded there.
    explicit Conversation(const char* replay_file = nullptr);

    /// What is done with a call that comes while an answer is awaited.
    void on_call(std::function<bool(const Frame&)> answer) { answer_call_ = std::move(answer); }

    /// Both are false once the other end is closed.
    bool receive(Frame& frame);
    bool send(wire::Kind kind, const std::string& payload);

    /// Answers the judge's call of a function that stayed here. False once the other end is closed.
    bool answer_callback(const Frame& frame);

    /// Calls a function that stayed with the judge. Throws std::invalid_argument if it throws.
    std::string call_back(std::uint32_t number, const std::string& argument);

    /// Asks the judge for the right answer of another function of the chapter. Throws
    /// std::invalid_argument if that refuses the arguments.
    std::string ask_other(std::uint32_t function, const wire::Writer& arguments);

    /// The number for the first function among the arguments of the next ask_other().
    std::uint32_t next_kept_number() const { return kept_.next_number(); }

private:
    Frame ask(wire::Kind kind, std::uint32_t function, const std::string& arguments,
              wire::Kind value, wire::Kind threw);
    Frame wait_for(wire::Kind value, wire::Kind threw);

    int from_;
    int to_;
    std::function<bool(const Frame&)> answer_call_;
    wire::KeptFunctions kept_;
};

} // namespace judging
