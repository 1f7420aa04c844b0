// verdict: 1.1=crashed|timeout others=todo
// Takes memory until there is none, or until its time is up where new pages are slow.
#include "perceptron.hpp"
#include <cstring>

double perceptron::weighted_sum(const Vector&, const Vector&, double)
{
    for (;;) {
        std::memset(new char[1 << 24], 1, 1 << 24);
    }
}
