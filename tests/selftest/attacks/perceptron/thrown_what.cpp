// verdict: 1.1=crashed 1.2=crashed 1.4=crashed|todo 1.5=crashed 1.8=crashed others=todo
// Exceptions whose text is nothing, is no text, is a page of script, or throws in its turn.
#include "perceptron.hpp"
#include <exception>
#include <stdexcept>

struct Without : std::exception {
    const char* what() const noexcept override { return nullptr; }
};
struct Throws : std::exception {
    const char* what() const noexcept override { throw 1; }
};
struct Wild : std::exception {
    const char* what() const noexcept override { return reinterpret_cast<const char*>(1); }
};

double perceptron::weighted_sum(const Vector&, const Vector&, double) { throw Without(); }
double perceptron::step_activation(double) { throw Throws(); }
perceptron::Unit perceptron::and_gate() { throw Wild(); }
perceptron::Vector perceptron::weighted_sums(const Matrix&, const Unit&)
{
    throw std::runtime_error("\x1b[2J\xff\xfe <script>alert('xss5')</script> =1+1 ]]>");
}
perceptron::Vector perceptron::xor_contradiction()
{
    throw std::runtime_error(std::string(3 << 20, '"'));
}
