// verdict: all=not_built
// seconds: 400
// A macro of the assembler that doubles at every level.
#include "perceptron.hpp"

asm(".macro twice depth\n.if \\depth\ntwice \\depth-1\ntwice \\depth-1\n.endif\n.byte \\depth\n.endm\n"
    ".data\ntwice 30\n.text");
