// verdict: 1.1=timeout others=todo
// Ignores every signal that can be ignored, and computes for ever.
#include "perceptron.hpp"
#include <csignal>

double perceptron::weighted_sum(const Vector&, const Vector&, double)
{
    for (int number = 1; number < 65; ++number) {
        std::signal(number, SIG_IGN);
    }
    for (volatile bool on = true; on;) {
    }
    return 0;
}
