/// @file
/// The search as the judge uses it: a library that is loaded only when an answer is wrong, so that
/// no judge waits for it to be built.
#pragma once

#include "judging/search/search.hpp"

#include <string>
#include <vector>

namespace judging::search {

/// The formulas of one chapter, and what is searched with them.
class Searcher {
public:
    Searcher() = default;
    Searcher(const Searcher&) = delete;
    Searcher& operator=(const Searcher&) = delete;
    virtual ~Searcher() = default;

    /// The types of the function's parameters; empty if it cannot be searched.
    virtual std::vector<const Type*> parameters(const std::string& function) const = 0;

    /// See search().
    virtual std::vector<Suggestion> search(const std::string& function,
                                           const std::vector<Case>& cases,
                                           const Budget& budget) const = 0;
};

/// The name and type of the function that the library offers. `texts` is the file that
/// tests/program/collect_texts.cpp writes; nullptr if it cannot be read.
inline constexpr const char* maker_of_searchers = "make_searcher";
using MakeSearcher = Searcher* (*)(const char* texts);

} // namespace judging::search
