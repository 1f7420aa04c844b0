// verdict: all=not_built
// seconds: 400
// A hundred thousand parentheses in each other.
#include "perceptron.hpp"

int deep = @REPEAT(100000,()@1@REPEAT(100000,))@;
