// verdict: 1.1=timeout others=todo
// Computes for ever.
#include "perceptron.hpp"

double perceptron::weighted_sum(const Vector&, const Vector&, double)
{
    for (volatile bool on = true; on;) {
    }
    return 0;
}
