// verdict: 1.1=timeout others=todo
// Threads by the bare system call, without end.
#include "perceptron.hpp"
#include <sched.h>
#include <unistd.h>

static char stack[1 << 16];

double perceptron::weighted_sum(const Vector&, const Vector&, double)
{
    for (;;) {
        ::clone([](void*) { return ::pause(); }, stack + sizeof stack,
                CLONE_VM | CLONE_FS | CLONE_FILES | CLONE_SIGHAND | CLONE_THREAD, nullptr);
        ::vfork();
    }
}
