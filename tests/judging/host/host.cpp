#include "judging/host/host.hpp"

#include "common/math/todo.hpp"

#include <cstdio>
#include <cstdlib>
#include <cxxabi.h>
#include <fcntl.h>
#include <typeinfo>
#include <unistd.h>

namespace judging {
namespace {

using wire::Kind;

/// Descriptors that the judge has opened; standard input and output are left to the student's code.
constexpr int requests = 3;
constexpr int replies = 4;

bool read_all(int descriptor, void* data, std::size_t size)
{
    auto* at = static_cast<char*>(data);
    while (size > 0) {
        const ssize_t n = ::read(descriptor, at, size);
        if (n <= 0) {
            return false;
        }
        at += n;
        size -= static_cast<std::size_t>(n);
    }
    return true;
}

bool write_all(int descriptor, const std::string& bytes)
{
    std::size_t done = 0;
    while (done < bytes.size()) {
        const ssize_t n = ::write(descriptor, bytes.data() + done, bytes.size() - done);
        if (n <= 0) {
            return false;
        }
        done += static_cast<std::size_t>(n);
    }
    return true;
}

/// A frame is its size in bytes, its kind, and that many bytes.
struct Frame {
    Kind kind{};
    std::string payload;
};

bool receive(int from, Frame& frame)
{
    std::uint32_t size = 0;
    if (!read_all(from, &size, sizeof size) || !read_all(from, &frame.kind, sizeof frame.kind)) {
        return false;
    }
    frame.payload.resize(size);
    return read_all(from, frame.payload.data(), size);
}

bool send(int to, Kind kind, const std::string& payload)
{
    const auto size = static_cast<std::uint32_t>(payload.size());
    std::string bytes(reinterpret_cast<const char*>(&size), sizeof size);
    bytes += static_cast<char>(kind);
    return write_all(to, bytes + payload);
}

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

} // namespace

int serve(const std::vector<HostFunction>& functions, const char* replay_file)
{
    const int from = replay_file ? ::open(replay_file, O_RDONLY) : requests;
    const int to = replay_file ? ::open("/dev/null", O_WRONLY) : replies;

    const auto call_back = [&](std::uint32_t number, const std::string& argument) {
        wire::Writer request;
        request.plain(number);
        request.bytes(argument.data(), argument.size());
        Frame reply;
        if (!send(to, Kind::callback, request.str()) || !receive(from, reply)) {
            ::_exit(3);
        }
        if (reply.kind == Kind::callback_threw) {
            throw std::runtime_error(reply.payload);
        }
        return reply.payload;
    };

    Frame request;
    if (!send(to, Kind::ready, "")) {
        return 3;
    }
    while (receive(from, request)) {
        Kind kind = Kind::value;
        std::string reply;
        try {
            wire::Reader reader(request.payload, call_back);
            const auto index = reader.plain<std::uint32_t>();
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
        std::fflush(nullptr); // or a crash in the next call would lose what was printed
        if (!send(to, kind, reply)) {
            return 3;
        }
    }
    return 0;
}

} // namespace judging
