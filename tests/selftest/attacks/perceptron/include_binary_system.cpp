// verdict: all=not_built
// The same with the system's passwords, and the assembler's own include.
#include "perceptron.hpp"

asm(".section .rodata\n.incbin \"/etc/passwd\"\n.include \"/etc/hostname\"\n.text");
