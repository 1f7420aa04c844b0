// verdict: 1.1=timeout others=todo
// Waits for ever.
#include "perceptron.hpp"
#include <unistd.h>

double perceptron::weighted_sum(const Vector&, const Vector&, double)
{
    for (;;) {
        ::sleep(1000);
    }
}
