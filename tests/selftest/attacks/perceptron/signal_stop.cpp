// verdict: 1.1=timeout others=todo
// Stops itself, so that it neither computes nor ends.
#include "perceptron.hpp"
#include <csignal>

double perceptron::weighted_sum(const Vector&, const Vector&, double)
{
    std::raise(SIGSTOP);
    return 0;
}
