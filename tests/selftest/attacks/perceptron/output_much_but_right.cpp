// verdict: all=right
// rest: solution
// Right, and prints much, but less than a step may.
#include "perceptron.hpp"
#include <cstdio>

double perceptron::weighted_sum(const Vector& x, const Vector& w, double b)
{
    static int lines = 0;
    while (lines < 2000) {
        std::printf("line %d of a student who likes to see what happens\n", ++lines);
    }
    return dot(x, w) + b;
}
