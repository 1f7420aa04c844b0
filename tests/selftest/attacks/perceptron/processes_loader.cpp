// verdict: 1.1=timeout|crashed|todo others=todo
// Starts itself again under another loader with another library loaded first.
#include "perceptron.hpp"
#include <stdlib.h>
#include <unistd.h>

double perceptron::weighted_sum(const Vector&, const Vector&, double)
{
    ::setenv("LD_PRELOAD", "/usr/lib/x86_64-linux-gnu/libm.so.6", 1);
    ::setenv("LD_DEBUG", "all", 1);
    ::execl("/lib64/ld-linux-x86-64.so.2", "ld", "/program", nullptr);
    ::execl("/program", "/program", nullptr);
    return 0;
}
