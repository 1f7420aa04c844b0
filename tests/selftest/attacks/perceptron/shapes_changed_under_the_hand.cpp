// verdict: 1.5=crashed|wrong others=todo
// Writes over the arguments, which are const, and over the shape of its own answer.
#include "perceptron.hpp"

perceptron::Vector perceptron::weighted_sums(const Matrix& X, const Unit& unit)
{
    const_cast<Matrix&>(X).resize({std::size_t{0}, std::size_t{0}});
    const_cast<Unit&>(unit).w.resize({std::size_t{1000}});
    Vector answer = xt::zeros<double>({std::size_t{4}});
    const_cast<std::size_t&>(answer.shape()[0]) = std::size_t{1} << 40;
    return answer;
}
