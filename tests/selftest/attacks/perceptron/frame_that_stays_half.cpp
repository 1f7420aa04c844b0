// verdict: 1.1=timeout others=todo
// Half a frame, and then nothing.
#include "perceptron.hpp"
#include <unistd.h>

double perceptron::weighted_sum(const Vector&, const Vector&, double)
{
    const unsigned char frame[]{100, 0, 0, 0, 2, 1, 2, 3};
    [[maybe_unused]] auto n = ::write(4, frame, sizeof frame);
    for (;;) {
        ::pause();
    }
}
