// The student's side in a page: a module that holds the student's functions and answers the judge's
// calls. Frames go through the page's script, which calls answer() for each of the judge's.
#include "judging/host/conversation.hpp"
#include "judging/host/host.hpp"
#include "judging/host/students.hpp"

#include <algorithm>
#include <cstring>

namespace {

#define PAGE(name) clang::import_module("workbook"), clang::import_name(name)
extern "C" {
/// Hands a frame to the judge.
[[PAGE("say")]] void say(const char* frame, int size);
/// The size of the judge's next frame, and its bytes.
[[PAGE("hear_size")]] int hear_size();
[[PAGE("hear")]] void hear(char* to);
}

} // namespace

namespace judging {

using wire::Kind;

Conversation::Conversation(const char*) : from_(requests), to_(replies) {}

bool Conversation::receive(Frame& frame)
{
    constexpr std::size_t header = sizeof(std::uint32_t) + sizeof(Kind);
    std::string bytes(static_cast<std::size_t>(hear_size()), '\0');
    hear(bytes.data());
    if (bytes.size() < header) {
        return false;
    }
    frame.kind = static_cast<Kind>(bytes[sizeof(std::uint32_t)]);
    frame.payload = bytes.substr(header);
    return true;
}

bool Conversation::send(Kind kind, const std::string& payload)
{
    const auto size = static_cast<std::uint32_t>(payload.size());
    std::string bytes(reinterpret_cast<const char*>(&size), sizeof size);
    bytes += static_cast<char>(kind);
    bytes += payload;
    say(bytes.data(), static_cast<int>(bytes.size()));
    return true;
}

Conversation& conversation()
{
    static Conversation only;
    return only;
}

std::uint32_t index_of(AnyFunction stub)
{
    const auto& stubs = chapter_stubs();
    return static_cast<std::uint32_t>(std::find(stubs.begin(), stubs.end(), stub) - stubs.begin());
}

/// The chapter's list, in chapter.cpp.
const std::vector<HostFunction>& chapter_list();

} // namespace judging

extern "C" {

/// Says that the module is there: whatever runs before any call has ended well.
[[clang::export_name("start")]] void start()
{
    judging::conversation().send(judging::wire::Kind::ready, "");
}

/// Answers one frame.
[[clang::export_name("answer")]] void answer()
{
    judging::Frame frame;
    judging::Conversation& conversation = judging::conversation();
    if (!conversation.receive(frame)) {
        return;
    }
    if (frame.kind == judging::wire::Kind::callback) {
        conversation.answer_callback(frame);
    } else {
        judging::answer_call(judging::chapter_list(), conversation, frame);
    }
}
}
