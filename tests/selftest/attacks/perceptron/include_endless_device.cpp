// verdict: all=not_built
// Reads a file that never ends.
#include "perceptron.hpp"
#include "/dev/zero"
