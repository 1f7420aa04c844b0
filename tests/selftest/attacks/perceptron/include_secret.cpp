// verdict: all=not_built
// Has the compiler show the lines of somebody's file.
#include "perceptron.hpp"
#include "@SECRET@"
