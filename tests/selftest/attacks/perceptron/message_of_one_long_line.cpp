// verdict: all=not_built
// The first message is one line of half a megabyte, and the error has no place.
#include "perceptron.hpp"

#pragma message "@REPEAT(50000,{aka 01234)@"
asm("an instruction that there is not");
