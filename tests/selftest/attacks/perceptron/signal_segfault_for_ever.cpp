// verdict: 1.1=timeout others=todo
// The handler of a segmentation fault returns to it, without end.
#include "perceptron.hpp"
#include <csignal>

static int* volatile nowhere = nullptr;

double perceptron::weighted_sum(const Vector&, const Vector&, double)
{
    std::signal(SIGSEGV, [](int) {});
    return *nowhere;
}
