// verdict: all=not_built
// Its own inner product in place of the course's.
#include "perceptron.hpp"

double workbook::dot(const Vector&, const Vector&)
{
    return 0;
}
