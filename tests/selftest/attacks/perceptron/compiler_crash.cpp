// verdict: all=not_built
// Drives the compiler into an error of its own.
#include "perceptron.hpp"

int deep = @REPEAT(200000,-)@1;
