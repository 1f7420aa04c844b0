#include "judging/host/host.hpp"

#include "common/math/todo.hpp"
#include "judging/host/conversation.hpp"
#include "judging/host/memory.hpp"
#include "judging/host/trace.hpp"

#include <cstdio>
#include <cstdlib>
#include <cxxabi.h>
#include <typeinfo>

namespace judging {
namespace {

using wire::Kind;

/// An exception as bytes: its type, its text, and whether it is a std::exception.
std::string exception(const std::string& type, const std::string& what, bool standard)
{
    wire::Writer writer;
    wire::write(writer, type);
    wire::write(writer, what);
    wire::write(writer, standard);
    return writer.str();
}

std::string readable_type(const std::type_info& type)
{
    int status = 0;
    char* name = abi::__cxa_demangle(type.name(), nullptr, nullptr, &status);
    std::string readable = status == 0 ? name : type.name();
    std::free(name);
    return readable;
}

/// Which functions the judge answers in the call under way; all empty: none.
std::string& answered()
{
    static std::string flags;
    return flags;
}

} // namespace

bool answer_call(const std::vector<HostFunction>& functions, Conversation& conversation,
                 const Frame& request)
{
    Kind kind = Kind::value;
    std::string reply;
    try {
        wire::Reader reader(request.payload,
                            [&](std::uint32_t number, const std::string& argument) {
                                return conversation.call_back(number, argument);
                            });
        const auto index = reader.plain<std::uint32_t>();
        answered() = request.kind == Kind::call_alone ? wire::read<std::string>(reader) : "";
        fill_memory_again();
        reply = functions.at(index).answer(reader);
    } catch (const workbook::Todo& todo) {
        kind = Kind::todo;
        reply = exception(todo.step, todo.what(), true);
    } catch (const std::exception& error) {
        kind = Kind::threw;
        reply = exception(readable_type(typeid(error)), error.what(), true);
    } catch (const std::string& text) {
        kind = Kind::threw;
        reply = exception("std::string", text, false);
    } catch (const char* text) {
        kind = Kind::threw;
        reply = exception("const char*", text ? text : "", false);
    } catch (...) {
        const std::type_info* type = abi::__cxa_current_exception_type();
        kind = Kind::threw;
        reply = exception(type ? readable_type(*type) : "unknown", "", false);
    }
    if (kind == Kind::threw) {
        conversation.send(Kind::trace, bytes_of_trace());
    }
    std::fflush(nullptr); // or a crash in the next call would lose what was printed
    return conversation.send(kind, reply);
}

bool answered_by_judge(std::uint32_t function)
{
    return function < answered().size() && answered()[function] != 0;
}

int serve(const std::vector<HostFunction>& functions, Conversation& conversation)
{
    conversation.on_call(
        [&](const Frame& request) { return answer_call(functions, conversation, request); });
    if (!conversation.send(Kind::ready, "")) {
        return 3;
    }
    Frame request;
    while (conversation.receive(request)) {
        if (!answer_call(functions, conversation, request)) {
            return 3;
        }
    }
    return 0;
}

} // namespace judging
