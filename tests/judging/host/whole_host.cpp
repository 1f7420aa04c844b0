// The host that the student's file is linked into: its functions call each other.
#include "judging/host/conversation.hpp"
#include "judging/host/host.hpp"

int judging::start(const std::vector<HostFunction>& functions, int argc, char** argv)
{
    Conversation conversation(argc > 1 ? argv[1] : nullptr);
    return serve(functions, conversation);
}
