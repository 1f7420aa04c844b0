// verdict: all=not_built
// rest: none
// Includes the worked solution by its full path.
#include "@ROOT@/solutions/01_perceptron/perceptron.cpp"
