// The host that the student's file is linked into: its functions call each other.
#include "judging/host/conversation.hpp"
#include "judging/host/host.hpp"
#include "judging/host/trace.hpp"

int judging::start(const std::vector<HostFunction>& functions, int argc, char** argv)
{
    const bool is_replayed = argc > 1;
    Conversation conversation(is_replayed ? argv[1] : nullptr);
    if (!is_replayed) {
        tell_of_crashes(Conversation::replies);
    }
    return serve(functions, conversation);
}
