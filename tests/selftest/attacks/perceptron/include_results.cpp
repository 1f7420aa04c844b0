// verdict: all=not_built
// Has the compiler show the results of those who were graded before.
#include "perceptron.hpp"
#include "@OUT@/journal.jsonl"
