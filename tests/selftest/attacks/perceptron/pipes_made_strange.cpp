// verdict: 1.1=wrong|crashed|timeout others=todo
// Makes the pipes small, non-blocking, packet-wise and a source of signals.
#include "perceptron.hpp"
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

double perceptron::weighted_sum(const Vector&, const Vector&, double)
{
    for (const int pipe : {1, 2, 3, 4}) {
        ::fcntl(pipe, F_SETPIPE_SZ, 4096);
        ::fcntl(pipe, F_SETOWN, 1);
        ::fcntl(pipe, F_SETSIG, SIGKILL);
        ::fcntl(pipe, F_SETFL, O_NONBLOCK | O_ASYNC | O_DIRECT);
        ::fcntl(pipe, F_SETLEASE, F_WRLCK);
    }
    return 0;
}
