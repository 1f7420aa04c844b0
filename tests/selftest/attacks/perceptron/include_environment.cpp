// verdict: all=not_built
// Has the compiler show its own environment and command line.
#include "perceptron.hpp"
#include "/proc/self/environ"
#include "/proc/self/cmdline"
