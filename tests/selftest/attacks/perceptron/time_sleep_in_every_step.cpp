// verdict: all=timeout
// seconds: 400
// Waits for ever in every step: the longest that a file which builds can hold the grader.
#include "perceptron.hpp"
#include <unistd.h>

namespace perceptron {

template <class T>
T wait()
{
    for (;;) {
        ::pause();
    }
}

double weighted_sum(const Vector&, const Vector&, double) { return wait<double>(); }
double step_activation(double) { return wait<double>(); }
double classify(const Vector&, const Unit&) { return wait<double>(); }
Unit and_gate() { return wait<Unit>(); }
Vector weighted_sums(const Matrix&, const Unit&) { return wait<Vector>(); }
Unit rosenblatt_update(const Unit&, const Vector&, double, double) { return wait<Unit>(); }
double mistake_bound(const Matrix&, const Vector&, const Unit&) { return wait<double>(); }
Vector xor_contradiction() { return wait<Vector>(); }

} // namespace perceptron
