// verdict: all=not_built
// Goes on searching where the next folder of the list may hold the solution.
#include_next <perceptron.hpp>
#include_next "perceptron.cpp"
