// verdict: all=todo
// Asks for a stack that can be executed.
#include "perceptron.hpp"

asm(".pushsection .note.GNU-stack,\"x\",@progbits\n\t.popsection");
