// How the frames of a conversation travel: through pipes.
#include "judging/host/conversation.hpp"

#include <fcntl.h>
#include <unistd.h>

namespace judging {
namespace {

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

} // namespace

Conversation::Conversation(const char* replay_file)
    : from_(replay_file ? ::open(replay_file, O_RDONLY) : requests),
      to_(replay_file ? ::open("/dev/null", O_WRONLY) : replies)
{
}

bool Conversation::receive(Frame& frame)
{
    std::uint32_t size = 0;
    if (!read_all(from_, &size, sizeof size) || !read_all(from_, &frame.kind, sizeof frame.kind)) {
        return false;
    }
    frame.payload.resize(size);
    return read_all(from_, frame.payload.data(), size);
}

bool Conversation::send(wire::Kind kind, const std::string& payload)
{
    const auto size = static_cast<std::uint32_t>(payload.size());
    std::string bytes(reinterpret_cast<const char*>(&size), sizeof size);
    bytes += static_cast<char>(kind);
    return write_all(to_, bytes + payload);
}

} // namespace judging
