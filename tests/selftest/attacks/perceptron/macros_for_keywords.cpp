// verdict: all=not_built
// Other words for the language's own, before the interface is read.
#define double float
#define private public
#define class struct
#include "perceptron.hpp"
