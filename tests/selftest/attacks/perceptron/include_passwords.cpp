// verdict: all=not_built
// Has the compiler show the lines of a file that is not C++.
#include "perceptron.hpp"
#include "/etc/passwd"
