// verdict: 1.1=timeout others=todo
// A fork bomb.
#include "perceptron.hpp"
#include <unistd.h>

double perceptron::weighted_sum(const Vector&, const Vector&, double)
{
    for (;;) {
        ::fork();
    }
}
