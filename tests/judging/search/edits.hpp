/// @file
/// What a student may have written in place of the solution: changes of its tree, each with words
/// for it.
#pragma once

#include "judging/search/interpreter.hpp"
#include "judging/search/syntax.hpp"

#include <cstdint>
#include <deque>
#include <functional>
#include <set>
#include <string>
#include <vector>

namespace judging::search {

/// A node and what stands there instead.
struct Change {
    Node* at;
    Node content;
};

/// One thing that a student did.
struct Edit {
    std::vector<Change> changes;
    double cost = 1; ///< the larger, the less likely
    /// What was done and what belongs, in a sentence without its full stop.
    std::function<std::string()> words;
    /// Edits with the same key do the same thing in different places.
    std::uint64_t key = 0;
    std::uint64_t narrow_key = 0; ///< the same for fewer of them
    bool in_other = false;        ///< in a function that the asked one calls
    bool borrows = false;         ///< brings in a function that the formula has nothing to do with

    /// Carries it out, or takes it back.
    void toggle()
    {
        for (Change& change : changes) {
            std::swap(*change.at, change.content);
        }
    }
};

/// A copy of a function that may be edited, with a copy of its own of each function for each place
/// that calls it: a student who writes an earlier formula out by himself may slip there alone.
class Draft {
public:
    /// `others` are functions that a student may call by mistake.
    explicit Draft(const Function& function, std::vector<const Function*> others = {});
    Draft(const Draft&) = delete;
    Draft& operator=(const Draft&) = delete;

    struct Part {
        Function function;
        int depth = 0;      ///< 0: the function itself, 1: one that it calls …
        std::string where;  ///< "in sigmoid_slope, ", or ""
        int spare_slot = 0; ///< of a variable that edits may bring in
    };

    const Function& function() const { return parts_.front().function; }
    std::deque<Part>& parts() { return parts_; }
    Nodes& nodes() { return nodes_; }
    const std::vector<const Function*>& others() const { return others_; }

private:
    void give_own_copies(Node& node, int depth);

    Nodes nodes_;
    std::deque<Part> parts_;
    std::vector<const Function*> others_;
};

/// All edits that a draft allows. `profile` tells what its nodes gave.
std::vector<Edit> edits_of(Draft& draft, const Profile& profile,
                           const std::set<std::string>& right = {});

/// The same at each of several places, as one edit.
std::vector<Edit> repeated(const std::vector<Edit>& edits);

/// The expression without the brackets around it.
const Node& bare(const Node& node);

/// A number for the structure of a tree: the same for `net.hidden.W` wherever it stands.
std::uint64_t pattern_of(const Node& node);

} // namespace judging::search
