// verdict: 1.3=wrong 1.5=wrong 1.7=wrong|crashed others=wrong
// Zero everywhere, and an exception where a bound belongs: nonsense that fits itself.
#include "perceptron.hpp"
#include <stdexcept>

namespace perceptron {

double weighted_sum(const Vector&, const Vector&, double) { return 0; }
double step_activation(double) { return 0; }
double classify(const Vector&, const Unit&) { return 0; }
Unit and_gate() { return {{0, 0}, 0}; }
Unit or_gate() { return {{0, 0}, 0}; }
Unit nand_gate() { return {{0, 0}, 0}; }
Vector weighted_sums(const Matrix& X, const Unit&) { return xt::zeros<double>({X.shape(0)}); }
Unit rosenblatt_update(const Unit& unit, const Vector&, double, double) { return unit; }
Training train(const Matrix&, const Vector&, const Unit& start, double, std::size_t)
{
    return {start, {0}};
}
double mistake_bound(const Matrix&, const Vector&, const Unit&) { throw std::invalid_argument(""); }
Vector xor_contradiction() { return {0, 0, 0, 0}; }

} // namespace perceptron
