// verdict: all=not_built
// Uses what nobody defines, with names that are half a regular expression.
#include "perceptron.hpp"

asm(".data\n.quad \"a[b\"\n.quad \"a*+?{9,1}\"\n.quad \"(\"\n.quad \"[z-a]\"\n.text");
