/// @file
/// Random numbers that are the same on every platform for the same seed.
#pragma once

#include "common/math/tensor.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace workbook {

/// A stream of random numbers (Mersenne twister; Boost's distributions, because those of the
/// standard library differ between platforms). Empty ranges throw std::invalid_argument.
class Random {
public:
    explicit Random(std::uint64_t seed);
    ~Random();
    Random(Random&&) noexcept;
    Random& operator=(Random&&) noexcept;

    /// A uniformly distributed number from [low, high).
    double uniform(double low, double high);

    /// A normally distributed number with this mean and standard deviation.
    double normal(double mean, double deviation);

    Vector uniform_vector(std::size_t size, double low, double high);
    Matrix uniform_matrix(std::size_t rows, std::size_t columns, double low, double high);
    Vector normal_vector(std::size_t size, double mean, double deviation);
    Matrix normal_matrix(std::size_t rows, std::size_t columns, double mean, double deviation);

    /// One of 0 … n − 1, all equally likely.
    std::size_t index(std::size_t n);

    /// 0 … n − 1 in random order.
    std::vector<std::size_t> permutation(std::size_t n);

private:
    struct Engine;
    std::unique_ptr<Engine> engine_;
};

} // namespace workbook
