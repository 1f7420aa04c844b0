// verdict: 1.1=crashed 1.2=crashed 1.4=crashed|todo 1.5=crashed 1.8=crashed others=todo
// Exceptions that are no std::exception: a function, nothing, a class without a name.
#include "perceptron.hpp"

double perceptron::weighted_sum(const Vector&, const Vector&, double) { throw nullptr; }
double perceptron::step_activation(double) { throw &perceptron::step_activation; }
perceptron::Unit perceptron::and_gate()
{
    struct {
        int x = 1;
    } nameless;
    throw nameless;
}
perceptron::Vector perceptron::weighted_sums(const Matrix&, const Unit&)
{
    throw [] {};
}
perceptron::Vector perceptron::xor_contradiction()
{
    throw static_cast<const char*>(nullptr);
}
