// verdict: 1.8=crashed others=right
// rest: solution
// Right, but in one step prints more than it may.
#include "perceptron.hpp"
#include <cstdio>

perceptron::Vector perceptron::xor_contradiction()
{
    for (int i = 0; i < 20000; ++i) {
        std::printf("line %d of a student who likes to see what happens\n", i);
    }
    return {1.0, 1.0, 1.0, 1.0};
}
