// verdict: all=not_built
// The assembler copies a file that never ends.
#include "perceptron.hpp"

asm(".section .rodata\n.incbin \"/dev/zero\"\n.text");
