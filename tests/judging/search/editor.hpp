/// @file
/// Walks through a draft and collects its edits. One member function for each idea.
#pragma once

#include "judging/search/edits.hpp"
#include "judging/search/words.hpp"

#include <map>
#include <optional>
#include <utility>

namespace judging::search {

class Editor {
public:
    Editor(Draft& draft, const Profile& profile) : draft_(draft), profile_(profile) {}

    std::vector<Edit> edits(const std::set<std::string>& right);

private:
    using Kind = Node::Kind;
    using Words = std::function<std::string()>;

    /// A variable, or a part of one, that may stand in an expression.
    struct Path {
        Node* node;
        Value::Kind kind;
        const Type* type;
        double cost; ///< of taking it by mistake
    };

    // the walk, in editor.cpp
    void walk(Node& statement);
    void walk_block(Node& block);
    void expression(Node& node, Node* parent);
    void declare(int slot);
    void add_paths(Node* node, const Type& type, double cost, int depth);
    void each_path(Value::Kind kind, const std::function<void(const Path&)>& use);

    // in edits_of_arithmetic.cpp
    void operators(Node& node);
    void brackets(Node& node);
    void scales(Node& node, Node* parent);
    void added_at_the_end(Node& node);
    void counts_per_row(Node& node);

    // in edits_of_batches.cpp
    Node* of_one_row(Node* node, Node* row, bool all);
    Node* row_after_row(Node* matrix, const std::vector<Node*>& steps, bool all);
    void updates_by_row(Node& block, bool in_loop);
    void falling(Node& node);

    // in edits_of_randoms.cpp
    void draws(Node& node);

    // in edits_of_numbers.cpp
    void literals(Node& node);

    // in edits_of_rows.cpp
    void rows(Node& node);

    // in edits_of_order.cpp
    void moved_first(Node& statement);
    void from_the_start(Node& inner);
    void without_its_function(Node& node);
    static void uses(Node& statement, int slot, std::vector<Node*>& found);
    void added_too_late(Node& block);

    // in edits_of_options.cpp
    void ignored(Node& node);
    void exchanged();
    void number_of_parts(Node& node);
    void shares(Node& node);

    // in edits_of_choices.cpp
    void steps_taken_for_others(Node& node);
    void larger_or_smaller(Node& node);

    // in edits_of_sums.cpp
    void other_members(Node& node);
    void terms_left_out(Node& node);
    void extremes(Node& node);
    void sizes_added(Node& node);

    // in edits_of_calls.cpp
    void calls(Node& node);
    void reductions(Node& node);
    void methods(Node& node);
    void indices(Node& node);
    void cut_off(Node& exponent);
    void order_of_arguments(Node& node);
    void functions_around(Node& node);
    void factors_outside(Node& node, std::size_t at, const Node& sum, const std::string& f);
    void loops_inside(Node& node);

    // in edits_of_names.cpp
    bool is_count(const Node& node) const;
    void names(Node& node);
    void parts(Node& node);
    void conditions(Node& node);
    void choices(Node& node);

    // in edits_of_flow.cpp
    void statements(Node& block);
    void flow(Node& statement);
    std::string step(const Node& statement) const;
    void assignments(Node& statement);
    void declarations(Node& statement);
    void loops(Node& statement);
    void results(Node& statement);
    void exceptions_at_zero(Node& whole);

    // in edits_of_confusion.cpp
    void rules(Node& node);
    void factors(Node& node, Node* parent);
    void other_results(Node& statement);
    void other_formulas(Node& whole);

    // in edits_of_passes.cpp
    Node* counter();
    Node* whole_number(std::int64_t value);
    void running(Node& statement);
    void lists_go_on(Node& call);
    std::pair<Node*, Node*> first_and_last_pass();
    void stored_as_it_is(Node& statement);
    void only_some_passes(Node& node);
    void moved(Node& block);
    void backwards(Node& statement);
    void set_back(Node& statement);

    // building
    Node content(Kind kind, std::vector<Node*> children = {}) const;
    Node number(double value) const;
    /// `matrix.shape(axis)`.
    Node size_along(Node* matrix, int axis);
    Node same(Node* inner) const { return content(Kind::same, {inner}); }
    Node binary(Operator op, Node* a, Node* b) const;
    Node unary(Operator op, Node* a) const;
    Node builtin(Builtin builtin, std::vector<Node*> arguments) const;
    Node* make(Node node) { return draft_.nodes().make(std::move(node)); }
    /// The node as it is, so that something can be put around it.
    Node* self(const Node& node) { return make(node); }

    /// `words` may be empty: then "… stands where … belongs".
    void put(Node& at, Node content, double cost, Words words = {}, std::uint64_t key = 0);
    void put(std::vector<Change> changes, double cost, Words words, std::uint64_t key = 0);

    Value::Kind kind_of(const Node& node) const;
    const Value* value_of(const Node& node) const;
    bool is_numeric(const Node& node) const;
    std::string text(const Node& node) const { return spoken(node, *function_); }
    /// The same, in brackets if it is a sum.
    std::string text_in_product(const Node& node) const;
    Words say(const std::string& text) const;

    Draft& draft_;
    const Profile& profile_;
    std::vector<Edit> edits_;
    const Function* function_ = nullptr;
    const Draft::Part* part_ = nullptr;
    std::vector<Path> paths_;
    std::vector<int> counters_;    ///< variables of the loops around
    std::vector<Node*> loops_;     ///< the loops around
    std::vector<Node*> results_;   ///< what the function returns, each a whole expression
    std::map<int, Node*> initial_; ///< what a constant is declared with, by its slot
    bool is_result_ = false;       ///< what is being looked at is what the function returns
};

/// Whether a function takes and gives values of that kind.
bool takes(const Function& f, Value::Kind kind);

/// Its name, as a sentence has it.
std::string spelled(const Function& f);

/// Adds the places in a tree where the variable at this slot stands.
void names_in(Node& node, int slot, std::vector<Node*>& found);

/// Mixes numbers into a key.
template <class... T>
std::uint64_t key_of(T... parts)
{
    std::uint64_t key = 1469598103934665603ULL;
    ((key = (key ^ static_cast<std::uint64_t>(parts)) * 1099511628211ULL), ...);
    return key;
}

} // namespace judging::search
