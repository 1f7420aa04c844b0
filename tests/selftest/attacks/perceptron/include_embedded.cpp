// verdict: all=not_built
// The same by the way of newer compilers.
#include "perceptron.hpp"

static const char stolen[]{
#embed "@SECRET@"
};
