// verdict: all=not_built
// seconds: 100
// Half a million parentheses in each other.
#include "perceptron.hpp"

int deep = @REPEAT(500000,()@1@REPEAT(500000,))@;
