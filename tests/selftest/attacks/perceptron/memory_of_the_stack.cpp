// verdict: 1.1=crashed others=todo
// Calls itself without end.
#include "perceptron.hpp"

double perceptron::weighted_sum(const Vector& x, const Vector& w, double b)
{
    return 1 + weighted_sum(x, w, b + 1) * weighted_sum(x, w, b + 2);
}
