// verdict: all=not_built
// The same with somebody's file.
#include "perceptron.hpp"
#include <cstdio>

asm(".section .rodata\nstolen: .incbin \"@SECRET@\"\n.byte 0\n.text");
extern "C" const char stolen[];

double perceptron::weighted_sum(const Vector&, const Vector&, double)
{
    std::printf("ESCAPED: %s", stolen);
    return 0;
}
