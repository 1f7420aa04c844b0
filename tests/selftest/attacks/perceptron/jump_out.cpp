// verdict: 1.1=crashed|wrong|timeout others=todo
// Jumps into a call that is long over.
#include "perceptron.hpp"
#include <csetjmp>

static std::jmp_buf place;
static int calls = 0;

double perceptron::weighted_sum(const Vector&, const Vector&, double)
{
    if (calls++ == 0) {
        if (setjmp(place) == 0) {
            return -0.3;
        }
        return 2.5;
    }
    std::longjmp(place, 1);
}
