// verdict: 1.3=crashed|wrong 1.5=crashed|wrong 1.6=crashed|wrong 1.7=crashed|wrong others=crashed
// Every function throws: an exception "follows" from one's own earlier exceptions.
#include "perceptron.hpp"
#include <stdexcept>

namespace perceptron {

struct Anything {
    template <class T>
    operator T() const { throw std::runtime_error("no"); }
};

double weighted_sum(const Vector&, const Vector&, double) { return Anything(); }
double step_activation(double) { return Anything(); }
double classify(const Vector&, const Unit&) { return Anything(); }
Unit and_gate() { throw std::runtime_error("no"); }
Unit or_gate() { throw std::runtime_error("no"); }
Unit nand_gate() { throw std::runtime_error("no"); }
Vector weighted_sums(const Matrix&, const Unit&) { throw std::runtime_error("no"); }
Unit rosenblatt_update(const Unit&, const Vector&, double, double) { throw std::runtime_error("no"); }
Training train(const Matrix&, const Vector&, const Unit&, double, std::size_t)
{
    throw std::runtime_error("no");
}
double mistake_bound(const Matrix&, const Vector&, const Unit&) { return Anything(); }
Vector xor_contradiction() { throw std::runtime_error("no"); }

} // namespace perceptron
