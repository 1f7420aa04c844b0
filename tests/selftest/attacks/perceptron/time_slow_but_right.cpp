// verdict: all=right
// rest: solution
// Right, and slow, but within the limits.
#include "perceptron.hpp"
#include <unistd.h>

double perceptron::weighted_sum(const Vector& x, const Vector& w, double b)
{
    ::usleep(5000);
    return dot(x, w) + b;
}
