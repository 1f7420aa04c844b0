// verdict: 1.1=wrong 1.2=wrong 1.3=wrong 1.5=wrong 1.6=wrong 1.7=wrong|crashed others=todo
// NaN everywhere: what follows from nonsense is the same nonsense.
#include "perceptron.hpp"
#include <limits>

namespace perceptron {

constexpr double nan_ = std::numeric_limits<double>::quiet_NaN();

double weighted_sum(const Vector&, const Vector&, double) { return nan_; }
double step_activation(double) { return nan_; }
double classify(const Vector&, const Unit&) { return nan_; }
Vector weighted_sums(const Matrix& X, const Unit&) { return xt::ones<double>({X.shape(0)}) * nan_; }
Unit rosenblatt_update(const Unit& unit, const Vector&, double, double)
{
    return {unit.w * nan_, nan_};
}
Training train(const Matrix& X, const Vector&, const Unit& start, double, std::size_t epochs)
{
    return {{start.w * nan_, nan_}, std::vector<std::size_t>(epochs, X.shape(0))};
}
double mistake_bound(const Matrix&, const Vector&, const Unit&) { return nan_; }

} // namespace perceptron
