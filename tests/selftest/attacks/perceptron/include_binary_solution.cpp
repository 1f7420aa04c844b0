// verdict: all=not_built
// Has the assembler, which asks nobody, copy the solution into the program, and prints it.
#include "perceptron.hpp"
#include <cstdio>

asm(".section .rodata\nstolen: .incbin \"@ROOT@/solutions/01_perceptron/perceptron.cpp\"\n.byte 0\n.text");
extern "C" const char stolen[];

double perceptron::weighted_sum(const Vector&, const Vector&, double)
{
    std::printf("ESCAPED: %s", stolen);
    return 0;
}
