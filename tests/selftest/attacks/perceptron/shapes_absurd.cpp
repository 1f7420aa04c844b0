// verdict: 1.4=crashed|todo 1.5=crashed 1.8=crashed others=todo
// Vectors of negative and of enormous size.
#include "perceptron.hpp"

perceptron::Unit perceptron::and_gate()
{
    return {Vector::from_shape({static_cast<std::size_t>(-1)}), 0};
}
perceptron::Vector perceptron::weighted_sums(const Matrix&, const Unit&)
{
    return Vector::from_shape({std::size_t{1} << 60});
}
perceptron::Vector perceptron::xor_contradiction()
{
    return Vector::from_shape({std::size_t{1} << 23});
}
