// verdict: 1.1=wrong others=todo
// Tries every way to start a process, a hundred thousand times.
#include "perceptron.hpp"
#include <cstdio>
#include <cstdlib>
#include <linux/sched.h>
#include <sched.h>
#include <spawn.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static void started(const char* how, long process)
{
    if (process > 0) {
        std::printf("ESCAPED: %s started %ld\n", how, process);
    } else if (process == 0) {
        ::_exit(0);
    }
}

double perceptron::weighted_sum(const Vector&, const Vector&, double)
{
    for (int i = 0; i < 20000; ++i) {
        clone_args arguments{};
        started("fork", ::fork());
        started("fork call", ::syscall(SYS_fork));
        started("clone call", ::syscall(SYS_clone, 0, 0, 0, 0, 0));
        started("clone3 call", ::syscall(SYS_clone3, &arguments, sizeof arguments));
        started("clone into new user", ::syscall(SYS_clone, CLONE_NEWUSER | CLONE_NEWNS, 0, 0, 0, 0));
    }
    char name[] = "/program";
    char* const words[]{name, nullptr};
    pid_t process = -1;
    if (::posix_spawn(&process, name, nullptr, nullptr, words, nullptr) == 0) {
        std::printf("ESCAPED: posix_spawn started %d\n", process);
    }
    if (::popen("true", "r") != nullptr) {
        std::puts("ESCAPED: popen");
    }
    if (std::system("true") == 0) {
        std::puts("ESCAPED: system");
    }
    return 0;
}
