// verdict: all=not_built
// An honest slip: an operator is declared, used, and never written.
#include "perceptron.hpp"

struct Row {
    double operator[](int i) const;
};
double perceptron::weighted_sum(const Vector&, const Vector&, double)
{
    return Row()[0];
}
