// verdict: all=right
// rest: solution
// Right, with more of the standard library than anybody needs.
#include "perceptron.hpp"
#include <chrono>
#include <complex>
#include <future>
#include <iostream>
#include <locale>
#include <random>
#include <regex>
#include <sstream>
#include <unordered_map>

double perceptron::weighted_sum(const Vector& x, const Vector& w, double b)
{
    const auto start = std::chrono::steady_clock::now();
    std::mt19937 generator(std::random_device{}());
    std::unordered_map<std::string, std::complex<double>> sums{{"z", b}};
    std::ostringstream text;
    text.imbue(std::locale("C"));
    text << std::regex_replace("wx", std::regex("x"), "y") << generator()
         << (std::chrono::steady_clock::now() - start).count();
    for (std::size_t i = 0; i < x.size(); ++i) {
        sums["z"] += x(i) * w(i);
    }
    return sums["z"].real();
}
