// verdict: all=not_built|todo
// Larger than any solution.
#include "perceptron.hpp"
@REPEAT(100000,// a line of comment
)@
