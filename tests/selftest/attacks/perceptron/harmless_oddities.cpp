// verdict: all=right
// rest: solution
// Right, in its own way: a helper, a table made before main, a little printing.
#include "perceptron.hpp"
#include <iostream>
#include <numeric>

namespace {

struct Table {
    Table() { std::iota(squares.begin(), squares.end(), 0); }
    std::vector<int> squares = std::vector<int>(1000);
} table;

template <class A, class B>
double product(const A& a, const B& b)
{
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

} // namespace

double perceptron::weighted_sum(const Vector& x, const Vector& w, double b)
{
    static thread_local int calls = 0;
    std::cerr << "call " << ++calls << " of " << table.squares.size() << '\n';
    try {
        throw 5;
    } catch (int) {
    }
    return product(x, w) + b;
}
