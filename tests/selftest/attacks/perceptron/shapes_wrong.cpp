// verdict: 1.4=wrong|todo 1.5=wrong 1.6=wrong|crashed|todo 1.8=wrong others=todo
// Vectors of other sizes than were asked for.
#include "perceptron.hpp"

perceptron::Unit perceptron::and_gate() { return {{}, -1.5}; }
perceptron::Unit perceptron::or_gate() { return {{1}, -0.5}; }
perceptron::Unit perceptron::nand_gate() { return {{-1, -1, 0}, 1.5}; }
perceptron::Vector perceptron::weighted_sums(const Matrix& X, const Unit&)
{
    return xt::zeros<double>({X.shape(0) + 1});
}
perceptron::Unit perceptron::rosenblatt_update(const Unit&, const Vector&, double, double)
{
    return {xt::zeros<double>({std::size_t{100000}}), 0};
}
perceptron::Vector perceptron::xor_contradiction() { return xt::ones<double>({std::size_t{5}}); }
