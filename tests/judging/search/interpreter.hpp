/// @file
/// Evaluates formulas.
#pragma once

#include "judging/search/syntax.hpp"

#include <cstdint>
#include <vector>

namespace judging::search {

/// What the nodes of a formula gave when it was evaluated, by their ids: its kind and its size.
/// Edits are made from it.
struct Seen {
    Value::Kind kind = Value::Kind::nothing;
    Value value; ///< the last one
};
using Profile = std::vector<Seen>;

/// Converts a value as an initialization would; throws Broken if it cannot be.
Value converted(Value value, const Type& type);
/// What a variable of that type begins with.
Value default_of(const Type& type);

/// A list that a function builds entry by entry and returns, and what the student has in it: the
/// first entry that differs settles that an edit is not his.
struct ExpectedList {
    int slot = -1;                      ///< the variable that is returned
    const std::string* field = nullptr; ///< its member that is the list
    const double* numbers = nullptr;
    std::size_t size = 0;
    double floor = 1.0;
};

/// An entry of the list differs.
struct Differs {};

class Interpreter {
public:
    /// Throws Threw when the function throws, and Broken when it cannot be evaluated, or not within
    /// `steps` of nodes.
    Value call(const Function& function, std::vector<Value> arguments);
    Value evaluate(const Node& node, std::vector<Value>& slots);

    void limit(std::uint64_t steps) { left_ = limit_ = steps; }
    /// How many nodes have been evaluated since limit().
    std::uint64_t used() const { return limit_ - left_; }
    void record(Profile* profile) { profile_ = profile; }
    /// Throws Differs as soon as an entry of that list differs; nullptr: nothing is expected.
    void expect(const ExpectedList* list) { expected_ = list; }

private:
    enum class Flow : std::uint8_t { next, leave, go_on, give };
    using Slots = std::vector<Value>;
    /// What can be assigned to: a value, or an entry of a vector or matrix.
    struct Place {
        Value* value = nullptr;
        double* number = nullptr;
    };

    Value compute(const Node& node, Slots& slots);
    Value compute_call(const Node& node, Slots& slots);
    Value compute_method(const Node& node, Slots& slots);
    Value compute_apply(const Node& node, Slots& slots);
    Value compute_assign(const Node& node, Slots& slots);
    Value compute_step(const Node& node, Slots& slots);
    Value compute_binary(const Node& node, Slots& slots);
    Value construct(const Node& node, Slots& slots);
    Value lambda(const Node& node, Slots& slots);
    Slots arguments(const Node& node, Slots& slots, std::size_t from);
    const Value* find(const Node& node, Slots& slots);
    static std::size_t position_of(const Value& value, const Slots& indices);
    Place place(const Node& node, Slots& slots);
    void assign(const Place& place, Operator op, Value value);

    Flow execute(const Node& node, Slots& slots);
    Flow execute_loop(const Node& node, Slots& slots);
    Flow execute_each(const Node& node, Slots& slots);

    Value result_;
    bool is_expected(const Node& list, std::size_t number, const Value& item) const;

    Profile* profile_ = nullptr;
    const ExpectedList* expected_ = nullptr;
    std::uint64_t limit_ = 100'000'000;
    std::uint64_t left_ = limit_;
    int depth_ = 0;
};

} // namespace judging::search
