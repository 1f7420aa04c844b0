// verdict: all=crashed
// Leaves with status 0 before any function is called.
#include "perceptron.hpp"
#include <unistd.h>

__attribute__((constructor(101))) static void leave()
{
    ::_exit(0);
}
