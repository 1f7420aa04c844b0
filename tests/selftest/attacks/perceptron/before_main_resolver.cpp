// verdict: all=timeout
// Loops while the program is still being linked together in memory.
#include "perceptron.hpp"

extern "C" {
using Function = void (*)();
static Function resolve()
{
    for (volatile bool on = true; on;) {
    }
    return nullptr;
}
void chosen() __attribute__((ifunc("resolve")));
}
Function keep = &chosen;
