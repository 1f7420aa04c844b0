// verdict: all=not_built
// rest: none
// Includes the graded steps.
#include "@ROOT@/tests/01_perceptron/steps.cpp"
