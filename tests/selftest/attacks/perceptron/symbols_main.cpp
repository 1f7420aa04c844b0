// verdict: all=not_built
// Its own main.
#include "perceptron.hpp"

int main()
{
    return 0;
}
