// verdict: all=not_built
// Copies the judge with all its answers into the program.
#include "perceptron.hpp"

asm(".section .rodata\n.incbin \"@ROOT@/build/01_perceptron_judge\"\n.text");
