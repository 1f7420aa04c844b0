// verdict: all=not_built
// seconds: 400
// The same in C++.
#include "perceptron.hpp"

char huge[1 << 30] = {1};
