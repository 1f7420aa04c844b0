// A number in place of another, and slips of the pen in one.
#include "judging/search/editor.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace judging::search {
namespace {

using Others = std::vector<std::pair<double, double>>; ///< a number, and the cost of taking it

/// Rounded, or with two digits exchanged: 2.5 and 2.52 for 2.25.
void add_misread(double c, Others& others)
{
    std::array<char, 32> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%.10g", c);
    const std::string digits = buffer.data();
    if (digits.find('e') != std::string::npos || digits.size() < 4) {
        return;
    }
    for (const double power : {1.0, 10.0, 100.0, 1000.0}) {
        others.emplace_back(std::round(c * power) / power, 2.2);
    }
    const auto is_digit = [](char x) { return x >= '0' && x <= '9'; };
    for (std::size_t i = 0; i + 1 < digits.size(); ++i) {
        if (is_digit(digits[i]) && is_digit(digits[i + 1])) {
            std::string turned = digits;
            std::swap(turned[i], turned[i + 1]);
            others.emplace_back(std::atof(turned.c_str()), 2.2);
        }
        if (is_digit(digits[i])) { // left out
            std::string shorter = digits;
            shorter.erase(i, 1);
            others.emplace_back(std::atof(shorter.c_str()), 2.4);
        }
    }
}

enum Tag : std::uint64_t { other_number = 201 };

} // namespace

void Editor::literals(Node& node)
{
    if (node.kind != Kind::literal || !node.value.is_number()) {
        return;
    }
    if (node.value.kind() == Value::Kind::truth) {
        put(
            node,
            [&] {
                Node other = node;
                other.value = Value::truth(!node.value.as_truth());
                return other;
            }(),
            1.5);
        return;
    }
    const double c = node.value.as_number();
    Others others{{0.0, 1.5},      {1.0, 1.5},      {2.0, 1.6},   {0.5, 1.5},     {-c, 1.2},
                  {-1.0, 2.3},     {3.0, 2.3},      {0.25, 2.0},  {2.0 * c, 1.5}, {c / 2.0, 1.5},
                  {c + 1.0, 1.6},  {c - 1.0, 1.6},  {0.1, 2.2},   {0.01, 2.2},    {1e-9, 2.6},
                  {10.0 * c, 2.0}, {c / 10.0, 2.0}, {0.3, 2.0},   {c * c, 2.2},   {4.0, 2.3},
                  {c + 0.5, 2.3},  {c - 0.5, 2.3},  {0.2, 2.4},   {1.5, 2.4},     {-0.5, 2.4},
                  {-2.0, 2.4},     {6.0, 2.6},      {0.001, 2.5}, {0.05, 2.6},    {0.02, 2.6}};
    if (c != 0.0) {
        others.insert(others.end(), {{1.0 / c, 1.8}, {std::sqrt(std::abs(c)), 2.2}});
    }
    if (c != 0.0 && std::abs(c) < 0.01) { // a step or a tolerance: any power of 10
        for (int power = -16; power <= 0; ++power) {
            others.emplace_back(std::pow(10.0, power), 1.8);
        }
    }
    add_misread(c, others);
    std::vector<double> done{c};
    std::stable_sort(others.begin(), others.end(),
                     [](const auto& x, const auto& y) { return x.second < y.second; });
    const bool integer = node.value.is_integer();
    for (const auto& [value, cost] : others) {
        if (std::find(done.begin(), done.end(), value) != done.end() ||
            (integer && value != std::floor(value))) {
            continue;
        }
        done.push_back(value);
        Node other = number(value);
        if (integer) {
            other.value =
                node.value.kind() == Value::Kind::count
                    ? Value::count(static_cast<std::uint64_t>(static_cast<std::int64_t>(value)))
                    : Value::whole(static_cast<std::int64_t>(value));
        }
        const bool fraction = value == 0.0 && c != std::floor(c);
        Words words;
        if (fraction) {
            const double parts = std::round(1.0 / c);
            const std::string division =
                std::abs(1.0 / c - parts) < 1e-9 ? "1 / " + text(number(parts)) : "such as 1 / 2";
            words = say("0 stands where " + text(node) + " belongs: " + division +
                        " is a division of integers, which cuts the fraction off");
        }
        put(node, std::move(other),
            fraction               ? 1.0
            : node.name == nullptr ? cost
                                   : cost + 0.3,
            words, key_of(other_number, std::hash<double>{}(c), std::hash<double>{}(value)));
    }
}

} // namespace judging::search
