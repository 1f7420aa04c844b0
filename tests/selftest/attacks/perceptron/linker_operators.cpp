// verdict: all=not_built
// An honest slip: operators are declared, used, and never written.
#include "perceptron.hpp"

struct Row {
    double operator[](int i) const;
    double operator()(int i) const;
    Row& operator++();
    Row operator*(const Row&) const;
    operator double() const;
};
double perceptron::weighted_sum(const Vector&, const Vector&, double)
{
    Row row;
    return (++row * row)[0] + row(1) + row;
}
