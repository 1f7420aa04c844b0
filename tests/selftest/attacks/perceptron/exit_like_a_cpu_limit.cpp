// verdict: 1.1=crashed|timeout others=todo
// The exit status by which the sandbox reports that a process ran out of computing time.
#include "perceptron.hpp"
#include <csignal>
#include <unistd.h>

double perceptron::weighted_sum(const Vector&, const Vector&, double)
{
    ::_exit(128 + SIGXCPU);
}
