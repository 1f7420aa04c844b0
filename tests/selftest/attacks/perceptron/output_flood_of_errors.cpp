// verdict: 1.1=crashed others=todo
// Without end on standard error, byte by byte.
#include "perceptron.hpp"
#include <unistd.h>

double perceptron::weighted_sum(const Vector&, const Vector&, double)
{
    for (;;) {
        [[maybe_unused]] auto n = ::write(2, "!", 1);
    }
}
