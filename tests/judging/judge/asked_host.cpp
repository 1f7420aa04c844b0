#include "judging/judge/asked_host.hpp"

#include "common/math/todo.hpp"
#include "judging/judge/how_it_died.hpp"

#include <fmt/format.h>

#include <cstring>
#include <stdexcept>

namespace judging {

using wire::Kind;

namespace {

constexpr std::size_t header_size = sizeof(std::uint32_t) + sizeof(Kind);
constexpr const char* nonsense = "nonsense came from the process of your code";

} // namespace

HostDied AskedHost::killed_for(const HostDied& why)
{
    end();
    HostDied death(why.timeout, (is_ready() ? "" : before_any_call) + std::string(why.what()));
    death.computing = why.computing;
    if (death.timeout) {
        too_late_ = death;
    }
    if (!is_ready()) {
        never_starts_ =
            death; // all other steps would fail in the same way, each after the same wait
    }
    return death;
}

void AskedHost::give_up_early() const
{
    if (never_starts_) {
        throw HostDied(*never_starts_);
    }
    if (too_late_) {
        throw HostDied(*too_late_);
    }
}

void AskedHost::send(Kind kind, const std::string& payload)
{
    const auto size = static_cast<std::uint32_t>(payload.size());
    std::string frame(reinterpret_cast<const char*>(&size), sizeof size);
    frame += static_cast<char>(kind);
    frame += payload;
    last_request_ += frame;
    send_bytes(frame);
}

std::optional<AskedHost::Frame> AskedHost::take_frame(std::string& received)
{
    if (received.size() < header_size) {
        return {};
    }
    std::uint32_t size = 0;
    std::memcpy(&size, received.data(), sizeof size);
    if (size > limits_.reply_bytes) {
        kill_for(HostDied(
            false, fmt::format("the answer is larger than {} MB", limits_.reply_bytes >> 20)));
    }
    if (received.size() < header_size + size) {
        return {};
    }
    Frame frame{static_cast<Kind>(received[sizeof size]), received.substr(header_size, size)};
    received.erase(0, header_size + size);
    return frame;
}

std::string AskedHost::ask(const HostCall& call)
{
    begin();
    last_request_.clear();
    trace_.clear();
    wire::Writer request;
    request.plain(call.function);
    if (!call.answered.empty()) {
        wire::write(request, std::string(call.answered.begin(), call.answered.end()));
    }
    request.bytes(call.arguments.data(), call.arguments.size());
    send(call.answered.empty() ? Kind::call : Kind::call_alone, request.str());
    return converse(call, Kind::value);
}

std::string AskedHost::call_back(std::uint32_t number, const std::string& argument)
{
    wire::Writer request;
    request.plain(number);
    request.bytes(argument.data(), argument.size());
    send(Kind::callback, request.str());
    return converse(*under_way_.back(), Kind::callback_value);
}

/// Serves what the host asks until the awaited value comes: that of the call itself or, nested in
/// it, that of a function which the host has lent.
std::string AskedHost::converse(const HostCall& call, Kind value)
{
    struct UnderWay {
        std::vector<const HostCall*>& stack;
        ~UnderWay() { stack.pop_back(); }
    };
    under_way_.push_back(&call);
    const UnderWay scope{under_way_};
    for (;;) {
        const Frame frame = receive();
        if (frame.kind == value) {
            if (value == Kind::value) {
                trace_.clear();
            }
            return frame.payload;
        }
        try {
            if (frame.kind == Kind::ready || frame.kind == Kind::trace) {
                take_note(frame);
            } else if (frame.kind == Kind::callback || frame.kind == Kind::other) {
                answer_request(call, frame);
            } else {
                refuse(frame, value);
            }
        } catch (const wire::BadBytes&) {
            kill_for(HostDied(false, nonsense));
        }
    }
}

/// What needs no answer.
void AskedHost::take_note(const Frame& frame)
{
    if (frame.kind == Kind::ready) {
        ready_ = true;
        return;
    }
    wire::Reader reader(frame.payload);
    trace_.clear();
    while (reader.left() > 0 && trace_.size() < wire::longest_trace) {
        trace_.push_back(reader.plain<std::uint64_t>());
    }
    reader.expect_end();
}

/// Throws what the host gives instead of the awaited value.
void AskedHost::refuse(const Frame& frame, Kind value)
{
    wire::Reader reader(frame.payload);
    if (frame.kind == Kind::todo && value == Kind::value) {
        throw workbook::Todo(wire::read<std::string>(reader));
    }
    if (frame.kind == Kind::threw && value == Kind::value) {
        const auto type = wire::read<std::string>(reader);
        const auto what = wire::read<std::string>(reader);
        throw StudentThrew(type, what, wire::read<bool>(reader));
    }
    if (frame.kind == Kind::callback_threw && value == Kind::callback_value) {
        throw std::runtime_error(frame.payload);
    }
    kill_for(HostDied(false, nonsense));
}

void AskedHost::answer_request(const HostCall& call, const Frame& frame)
{
    if (frame.kind == Kind::callback) {
        answer_callback(call, frame);
    } else if (call.answer_other) {
        answer_other(call, frame);
    } else {
        kill_for(HostDied(false, nonsense));
    }
}

void AskedHost::answer_callback(const HostCall& call, const Frame& frame)
{
    wire::Reader reader(frame.payload);
    const auto number = reader.plain<std::uint32_t>();
    std::string answer;
    try {
        answer = call.call_back(number, frame.payload.substr(sizeof number));
    } catch (const HostDied&) {
        throw;
    } catch (const std::exception& error) {
        send(Kind::callback_threw, error.what());
        return;
    }
    send(Kind::callback_value, answer);
}

void AskedHost::answer_other(const HostCall& call, const Frame& frame)
{
    wire::Reader reader(frame.payload);
    const auto function = reader.plain<std::uint32_t>();
    if (function >= call.answered.size() || !call.answered[function]) {
        throw wire::BadBytes("a function that the host must answer itself");
    }
    end_if_late();
    std::string answer;
    try {
        answer = call.answer_other(function, frame.payload.substr(sizeof function));
    } catch (const StudentThrew& error) {
        wire::Writer reply;
        wire::write(reply, error.type);
        wire::write(reply, std::string(error.what()));
        send(Kind::other_threw, reply.str());
        return;
    }
    send(Kind::other_value, answer);
}

} // namespace judging
