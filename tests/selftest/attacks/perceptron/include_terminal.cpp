// verdict: all=not_built
// Reads from whoever types.
#include "perceptron.hpp"
#include "/dev/stdin"
#include "/dev/tty"
