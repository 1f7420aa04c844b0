// verdict: 1.1=wrong 1.2=wrong 1.4=wrong 1.8=wrong others=todo
// NaN, which is equal to nothing, and infinity, which is larger than all.
#include "perceptron.hpp"
#include <limits>

constexpr double nan_ = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();

double perceptron::weighted_sum(const Vector&, const Vector&, double) { return nan_; }
double perceptron::step_activation(double) { return nan_; }
perceptron::Unit perceptron::and_gate() { return {{nan_, nan_}, nan_}; }
perceptron::Unit perceptron::or_gate() { return {{infinity, infinity}, -infinity}; }
perceptron::Unit perceptron::nand_gate() { return {{-infinity, -infinity}, infinity}; }
perceptron::Vector perceptron::xor_contradiction() { return {nan_, nan_, nan_, nan_}; }
