/// @file
/// Which of many files are alike once names, comments and layout are set aside: winnowing
/// (S. Schleimer, D. Wilkerson, A. Aiken: Winnowing, SIGMOD 2003).
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <vector>

namespace workbook {

/// Lines of a file, from 1; the last belongs to it.
struct Lines {
    std::size_t first = 0;
    std::size_t last = 0;
};

/// Two files that share more than chance would give.
struct LikePair {
    std::size_t first = 0; ///< places among the files
    std::size_t second = 0;
    double share = 0; ///< of the fingerprints of the one that has fewer; 0 … 1
    std::vector<Lines> lines_of_first;
    std::vector<Lines> lines_of_second;
};

/// What was found, the most alike first.
struct Likenesses {
    /// Files that are the same but for names, comments and layout; each list has two at least.
    std::vector<std::vector<std::size_t>> same;
    std::vector<LikePair> pairs;
    std::set<std::size_t> untouched; ///< files that are the skeleton, or empty
};

/// Compares `count` different files. What the skeleton holds, and what more than a quarter of the
/// files share (more than 4, at most 50), is everybody's and left out. `text` is called once for
/// every file and again for those of a pair: they are never all in memory.
Likenesses likenesses(std::size_t count, const std::function<std::string(std::size_t)>& text,
                      const std::string& skeleton);

/// A fingerprint: the hash of `words_of_a_print` words, from the word at `place`.
struct Fingerprint {
    std::uint64_t hash = 0;
    std::size_t place = 0;
};

constexpr std::size_t words_of_a_print = 12;
constexpr std::size_t prints_of_a_window = 8; ///< one of so many neighbours is kept

/// Of every window of neighbouring hashes the smallest, of several the last. A passage that two
/// files share has a fingerprint in common if it has words_of_a_print + prints_of_a_window - 1
/// words.
std::vector<Fingerprint> winnowed(const std::vector<std::uint64_t>& hashes);

} // namespace workbook
