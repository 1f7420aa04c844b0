// verdict: 1.1=wrong|crashed others=todo
// Kills all processes that it may, its parent, and every number it can think of, in every way.
#include "perceptron.hpp"
#include <csignal>
#include <cstdio>
#include <sys/syscall.h>
#include <unistd.h>

double perceptron::weighted_sum(const Vector&, const Vector&, double)
{
    const int self = ::getpid();
    if (::kill(-1, SIGKILL) == 0) {
        std::puts("ESCAPED: kill(-1)");
    }
    ::kill(::getppid(), SIGKILL);
    ::kill(0, SIGUSR1);
    for (int other = 0; other < 15000; ++other) {
        if (other != self) {
            siginfo_t info{};
            info.si_code = -1;
            ::kill(other, SIGKILL);
            ::syscall(SYS_tkill, other, SIGKILL);
            ::syscall(SYS_tgkill, other, other, SIGKILL);
            ::syscall(SYS_rt_sigqueueinfo, other, SIGKILL, &info);
            ::syscall(SYS_rt_tgsigqueueinfo, other, other, SIGKILL, &info);
        }
    }
    return 0;
}
