// verdict: 1.1=todo|crashed others=todo
// A "todo" whose step number is as long as it can be.
#include "perceptron.hpp"

double perceptron::weighted_sum(const Vector&, const Vector&, double)
{
    throw todo(std::string(3 << 19, '<'));
}
