// verdict: 1.1=crashed others=todo
// Aborts.
#include "perceptron.hpp"
#include <cstdlib>

double perceptron::weighted_sum(const Vector&, const Vector&, double)
{
    std::abort();
}
