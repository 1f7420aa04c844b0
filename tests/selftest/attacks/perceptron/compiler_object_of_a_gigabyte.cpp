// verdict: all=not_built
// seconds: 400
// A program of a gigabyte, in one line.
#include "perceptron.hpp"

asm(".data\n.fill 1073741824, 1, 65\n.text");
