// verdict: 1.1=crashed|wrong|timeout|todo others=todo|crashed
// Writes over whatever lies near: the heap, the stack, the host's own variables.
#include "perceptron.hpp"
#include <cstring>

double perceptron::weighted_sum(const Vector& x, const Vector&, double)
{
    auto* near = const_cast<double*>(x.data());
    for (int i = -2000; i < 2000; ++i) {
        near[i] = 1;
    }
    char here = 0;
    std::memset(&here, 0x41, 4000);
    return 1;
}
