// verdict: 1.2=wrong others=todo
// Answers by chance, a new one in every process.
#include "perceptron.hpp"
#include <random>

double perceptron::step_activation(double)
{
    static std::mt19937 generator(std::random_device{}());
    return generator() % 2;
}
