// verdict: 1.1=crashed|timeout others=todo
// Sends itself every signal there is.
#include "perceptron.hpp"
#include <csignal>

double perceptron::weighted_sum(const Vector&, const Vector&, double)
{
    for (int number = 64; number > 0; --number) {
        if (number != SIGSTOP && number != SIGTSTP && number != SIGTTIN && number != SIGTTOU) {
            std::raise(number);
        }
    }
    return 0;
}
