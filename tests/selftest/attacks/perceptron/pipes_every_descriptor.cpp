// verdict: 1.1=crashed|wrong|timeout others=todo
// Writes to, and says of, every descriptor that is open: only 0 to 4 may be.
#include "perceptron.hpp"
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

double perceptron::weighted_sum(const Vector&, const Vector&, double)
{
    for (int i = 5; i < 100000; ++i) {
        if (::fcntl(i, F_GETFD) >= 0) {
            std::printf("ESCAPED: descriptor %d is open\n", i);
        }
    }
    std::fflush(stdout);
    for (int i = 0; i < 100000; ++i) {
        [[maybe_unused]] auto n = ::write(i, "right right right", 17);
    }
    return 0;
}
