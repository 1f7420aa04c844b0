/// @file
/// Which function of a generated lab gives which answer without mathematics; the answers are in
/// nothing.hpp.
#pragma once

#include <cstdint>
#include <string>

namespace nothing {

/// How many ways there are to answer without mathematics.
constexpr std::uint64_t many_ways = 12;

/// The number of a function's way in a file; -1: its right answer. In the first files all functions
/// answer in the same way. In the others each draws its own, one in five the right answer: an
/// honest function must not pay for others.
inline int way_of(const std::string& function, std::uint64_t file)
{
    if (file < many_ways) {
        return static_cast<int>(file);
    }
    std::uint64_t hash = 14695981039346656037ULL; // FNV-1a
    for (const char c : function + "/" + std::to_string(file)) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    }
    hash ^= hash >> 32;
    return hash % 5 == 0 ? -1 : static_cast<int>(hash / 5 % many_ways);
}

} // namespace nothing
