// verdict: all=crashed
// Floods its output before any function was called.
#include "perceptron.hpp"
#include <unistd.h>

__attribute__((constructor)) static void flood()
{
    for (;;) {
        [[maybe_unused]] auto n = ::write(1, "flood\nflood\nflood\nflood\nflood\n", 30);
    }
}
