// verdict: all=not_built
// Names in what the linker says that look like its own words.
#include "perceptron.hpp"

asm(".data\n.quad \"x' multiple definition of `(((((\"\n"
    ".quad \"undefined reference to `main'\"\n.quad \"multiple definition of `main'\"\n.text");
