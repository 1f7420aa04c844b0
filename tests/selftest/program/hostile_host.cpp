// A host that misbehaves in the way that its first argument names.
#include "judging/protocol/wire.hpp"

#include <array>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <map>
#include <string>

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

namespace {

using judging::wire::Kind;

void put(const std::string& bytes)
{
    for (std::size_t done = 0; done < bytes.size();) {
        const ssize_t n = ::write(4, bytes.data() + done, bytes.size() - done);
        if (n <= 0) {
            ::_exit(9);
        }
        done += static_cast<std::size_t>(n);
    }
}

std::string frame(std::uint32_t size, int kind, const std::string& payload)
{
    std::string bytes(reinterpret_cast<const char*>(&size), sizeof size);
    return bytes + static_cast<char>(kind) + payload;
}

void reply(Kind kind, const std::string& payload)
{
    put(frame(static_cast<std::uint32_t>(payload.size()), static_cast<int>(kind), payload));
}

std::string number_as_bytes(double number)
{
    judging::wire::Writer writer;
    judging::wire::write(writer, number);
    return writer.str();
}

/// Takes one call off the pipe.
void take_call()
{
    std::array<char, 5> header{};
    for (std::size_t done = 0; done < header.size();) {
        const ssize_t n = ::read(3, header.data() + done, header.size() - done);
        if (n <= 0) {
            ::_exit(0);
        }
        done += static_cast<std::size_t>(n);
    }
    std::uint32_t size = 0;
    std::memcpy(&size, header.data(), sizeof size);
    std::string payload(size, '\0');
    for (std::size_t done = 0; done < size;) {
        const ssize_t n = ::read(3, payload.data() + done, size - done);
        if (n <= 0) {
            ::_exit(0);
        }
        done += static_cast<std::size_t>(n);
    }
}

[[noreturn]] void for_ever()
{
    for (;;) {
        ::pause();
    }
}

[[noreturn]] void spin()
{
    for (;;) {
        [[maybe_unused]] const volatile int busy = 0;
    }
}

/// Leaves a process behind that is in a session of its own and holds all descriptors.
void leave_a_child()
{
    if (::fork() == 0) {
        ::setsid();
        if (::fork() == 0) {
            for_ever();
        }
        ::_exit(0);
    }
}

void answer_all()
{
    for (;;) {
        take_call();
        reply(Kind::value, number_as_bytes(42));
    }
}

const std::map<std::string, std::function<void()>> behaviours{
    {"good", [] { answer_all(); }},
    {"slow_pieces",
     [] {
         take_call();
         const std::string payload = number_as_bytes(42);
         for (const char byte : frame(static_cast<std::uint32_t>(payload.size()),
                                      static_cast<int>(Kind::value), payload)) {
             put(std::string(1, byte));
             ::usleep(2000);
         }
         for_ever();
     }},
    {"exits", [] { ::_exit(0); }},
    {"exits_with_7", [] { ::_exit(7); }},
    {"crashes", [] { ::raise(SIGSEGV); }},
    {"aborts", [] { std::abort(); }},
    {"sleeps", [] { for_ever(); }},
    {"spins", [] { spin(); }},
    {"spins_and_ignores",
     [] {
         ::signal(SIGXCPU, SIG_IGN);
         spin();
     }},
    {"stops", [] { ::raise(SIGSTOP); }},
    {"closes",
     [] {
         ::close(3);
         ::close(4);
         for_ever();
     }},
    {"changes_group",
     [] {
         ::setpgid(0, ::getpgid(::getppid()));
         for_ever();
     }},
    {"half_a_frame",
     [] {
         put(frame(100, static_cast<int>(Kind::value), "short"));
         ::_exit(0);
     }},
    {"half_a_frame_and_waits",
     [] {
         put(frame(100, static_cast<int>(Kind::value), "short"));
         for_ever();
     }},
    {"huge_frame",
     [] {
         put(frame(0xFFFFFFFF, static_cast<int>(Kind::value), ""));
         for_ever();
     }},
    {"endless_bytes",
     [] {
         for (;;) {
             put(std::string(4096, '\xFF'));
         }
     }},
    {"kind_0",
     [] {
         put(frame(0, 0, ""));
         for_ever();
     }},
    {"kind_200",
     [] {
         put(frame(0, 200, ""));
         for_ever();
     }},
    {"kind_call",
     [] {
         reply(Kind::call, "");
         for_ever();
     }},
    {"bad_todo",
     [] {
         reply(Kind::todo, "xxx");
         for_ever();
     }},
    {"bad_exception",
     [] {
         reply(Kind::threw, std::string(8, '\xFF'));
         for_ever();
     }},
    {"bad_callback",
     [] {
         reply(Kind::callback, "x");
         for_ever();
     }},
    {"unknown_callback",
     [] {
         reply(Kind::callback, std::string(4, '\xFF'));
         take_call(); // what the judge says to that
         reply(Kind::value, number_as_bytes(42));
         for_ever();
     }},
    {"endless_callbacks",
     [] {
         for (;;) {
             reply(Kind::callback, std::string(4, '\0'));
             take_call();
         }
     }},
    {"prints",
     [] {
         std::printf("hello\n");
         std::fflush(stdout);
         std::fprintf(stderr, "and to errors\n");
         answer_all();
     }},
    {"prints_without_end",
     [] {
         for (;;) {
             std::printf("a line that nobody wants to read\n");
         }
     }},
    {"prints_while_nobody_asks",
     [] {
         if (::fork() == 0) {
             for (;;) {
                 [[maybe_unused]] const ssize_t n = ::write(1, "noise\n", 6);
             }
         }
         answer_all();
     }},
    {"leaves_a_child_and_answers",
     [] {
         leave_a_child();
         answer_all();
     }},
    {"leaves_a_child_and_exits",
     [] {
         leave_a_child();
         ::_exit(0);
     }},
    {"takes_memory",
     [] {
         void* memory = ::mmap(nullptr, std::size_t{2} << 30, PROT_READ | PROT_WRITE,
                               MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
         reply(Kind::value, number_as_bytes(memory == MAP_FAILED ? 1 : 0));
         for_ever();
     }},
    {"writes_a_large_file",
     [] {
         const int file = ::open("/dev/shm", O_TMPFILE | O_WRONLY, 0600);
         for (int i = 0; i < 1000; ++i) {
             [[maybe_unused]] const ssize_t n =
                 ::write(file, std::string(65536, 'x').data(), 65536);
         }
         for_ever();
     }},
    {"counts_descriptors",
     [] {
         double open = 0;
         for (int descriptor = 0; descriptor < 1024; ++descriptor) {
             open += ::fcntl(descriptor, F_GETFD) >= 0 ? 1 : 0;
         }
         reply(Kind::value, number_as_bytes(open));
         for_ever();
     }},
};

} // namespace

int main(int argc, char** argv)
{
    const std::string name = argc > 1 ? argv[1] : "good";
    if (argc > 2) { // before main() as the judge sees it
        behaviours.at(name)();
    }
    reply(Kind::ready, "");
    behaviours.at(name)();
}
