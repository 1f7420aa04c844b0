#include "judging/host/conversation.hpp"

#include "common/math/linalg.hpp"

#include <exception>
#include <stdexcept>

#include <unistd.h>

namespace judging {

using wire::Kind;

std::string Conversation::call_back(std::uint32_t number, const std::string& argument)
{
    const Frame reply =
        ask(Kind::callback, number, argument, Kind::callback_value, Kind::callback_threw);
    if (reply.kind == Kind::callback_threw) {
        throw std::invalid_argument(reply.payload); // a lent function refuses its argument
    }
    return reply.payload;
}

std::string Conversation::ask_other(std::uint32_t function, const wire::Writer& arguments)
{
    const wire::KeptFunctions::Scope scope(kept_, arguments);
    const Frame reply =
        ask(Kind::other, function, arguments.str(), Kind::other_value, Kind::other_threw);
    if (reply.kind == Kind::other_threw) {
        wire::Reader reader(reply.payload);
        const auto type = wire::read<std::string>(reader);
        const auto what = wire::read<std::string>(reader);
        if (type == "workbook::ShapeError") {
            throw workbook::ShapeError(what);
        }
        throw std::invalid_argument(what);
    }
    return reply.payload;
}

/// Asks the judge to call a function, and waits for what it gives.
Frame Conversation::ask(Kind kind, std::uint32_t function, const std::string& arguments, Kind value,
                        Kind threw)
{
    wire::Writer request;
    request.plain(function);
    request.bytes(arguments.data(), arguments.size());
    if (!send(kind, request.str())) {
        ::_exit(3);
    }
    return wait_for(value, threw);
}

bool Conversation::answer_callback(const Frame& frame)
{
    Kind kind = Kind::callback_value;
    std::string reply;
    try {
        wire::Reader reader(frame.payload);
        const auto number = reader.plain<std::uint32_t>();
        reply = kept_.call(number, frame.payload.substr(sizeof number));
    } catch (const std::exception& error) {
        kind = Kind::callback_threw;
        reply = error.what();
    } catch (...) {
        kind = Kind::callback_threw;
        reply = "an exception that is not a std::exception";
    }
    return send(kind, reply);
}

/// Serves the judge's calls until one of two kinds of frames comes.
Frame Conversation::wait_for(Kind value, Kind threw)
{
    Frame frame;
    while (receive(frame)) {
        if (frame.kind == value || frame.kind == threw) {
            return frame;
        }
        if (frame.kind == Kind::call && answer_call_ && answer_call_(frame)) {
            continue;
        }
        if (frame.kind != Kind::callback || !answer_callback(frame)) {
            break;
        }
    }
    ::_exit(3);
}

} // namespace judging
