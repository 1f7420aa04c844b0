// verdict: 1.1=timeout|crashed others=todo
// Becomes itself again, without end, in a constructor after the first call.
#include "perceptron.hpp"
#include <stdlib.h>
#include <unistd.h>

__attribute__((constructor)) static void again()
{
    if (::getenv("AGAIN") != nullptr) {
        ::execl("/program", "/program", nullptr);
    }
}

double perceptron::weighted_sum(const Vector&, const Vector&, double)
{
    ::setenv("AGAIN", "1", 1);
    ::execl("/program", "/program", nullptr);
    return 0;
}
