// verdict: 1.1=todo|crashed others=todo
// A "todo" whose step number is three megabytes long.
#include "perceptron.hpp"

double perceptron::weighted_sum(const Vector&, const Vector&, double)
{
    throw todo(std::string(3 << 20, '<'));
}
