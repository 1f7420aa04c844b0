// verdict: all=timeout
// A constructor that waits for ever.
#include "perceptron.hpp"
#include <unistd.h>

__attribute__((constructor)) static void sleep_for_ever()
{
    for (;;) {
        ::pause();
    }
}
