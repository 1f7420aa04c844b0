// verdict: 1.1=timeout|crashed others=todo
// Calls back a function that was never given, without end, and never listens to the answers.
#include "perceptron.hpp"
#include <unistd.h>

double perceptron::weighted_sum(const Vector&, const Vector&, double)
{
    static unsigned char frames[9 * 7000];
    for (int i = 0; i < 7000; ++i) {
        frames[9 * i] = 4;
        frames[9 * i + 4] = 5;
    }
    for (;;) {
        [[maybe_unused]] auto n = ::write(4, frames, sizeof frames);
    }
}
