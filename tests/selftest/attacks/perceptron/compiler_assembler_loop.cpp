// verdict: all=not_built
// seconds: 400
// The assembler repeats itself without end.
#include "perceptron.hpp"

asm(".data\n.rept 2000000000\n.byte 1\n.endr\n.text");
