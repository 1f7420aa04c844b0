// verdict: 1.1=crashed|wrong others=todo
// A thread that is detached and goes on writing answers.
#include "perceptron.hpp"
#include <cstdio>
#include <thread>
#include <unistd.h>

double perceptron::weighted_sum(const Vector&, const Vector&, double)
{
    std::thread([] {
        for (;;) {
            ::pause();
        }
    }).detach();
    std::puts("ESCAPED: a thread was started");
    return 0;
}
