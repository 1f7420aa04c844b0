// verdict: 1.1=crashed others=todo
// A gigabyte on standard output.
#include "perceptron.hpp"
#include <cstdio>

double perceptron::weighted_sum(const Vector&, const Vector&, double)
{
    for (int i = 0; i < 1 << 25; ++i) {
        std::puts("a line that is not read by anybody");
    }
    return 0;
}
