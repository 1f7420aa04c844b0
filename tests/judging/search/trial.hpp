/// @file
/// Evaluates a draft in the cases that the student was asked, and compares.
#pragma once

#include "judging/search/edits.hpp"
#include "judging/search/search.hpp"

#include <optional>

namespace judging::search {

class Trial {
public:
    /// The cases are those of a search; they must outlive the trial. `work` counts on.
    Trial(const Function& function, const std::vector<Case>& cases,
          std::vector<const Function*> others, std::uint64_t& work);

    enum class Status : std::uint8_t { value, threw, broken, differs };
    struct Outcome {
        Status status = Status::broken;
        Value value;
    };

    /// What the draft, as it is edited now, gives.
    Outcome evaluate(const std::vector<Value>& arguments);
    /// The same in a case, up to the first entry of a list that is not the student's.
    Outcome evaluate_case(std::size_t number);
    /// Whether that is what the student's function gave in that case.
    bool agrees(std::size_t number, const Outcome& outcome);
    bool agrees(std::size_t number) { return agrees(number, evaluate_case(number)); }
    /// The same in all cases but the first, where it is known; those that tell most come first.
    bool agrees_elsewhere();

    /// Whether the draft gives the student's numbers already, or cannot be evaluated at all.
    bool is_hopeless() const { return hopeless_; }
    /// The case that tells most: a generic one, cheap, in which the student is wrong.
    std::size_t first() const { return order_.front(); }
    std::size_t second() const { return order_.size() > 1 ? order_[1] : order_[0]; }
    /// How many nodes it takes to evaluate the right formula in that case.
    std::uint64_t steps_of_second() const { return steps_of_second_; }
    double floor_of_first() const { return floors_[first()]; }
    const Case& first_case() const { return cases_[first()]; }
    const std::vector<double>& truth() const { return truth_; }

    Draft& draft() { return draft_; }
    const Profile& profile() const { return profile_; }

    /// Whether all that the student answered is 0, 1 or −1: then one case tells little, and
    /// formulas agree by chance.
    bool is_coarse() const { return coarse_; }

    /// What an edit, or a pair, may cost at most to be believed.
    double most_cost(int edits) const;
    bool answers_yes_or_no() const { return draft_.function().result->kind == Type::Kind::truth; }

    /// What the draft gives at inputs that the student was not asked.
    std::vector<double> fingerprint();
    /// Whether such a fingerprint, and all that the student answered, is nothing but 0, or nothing
    /// but ∞ and NaN.
    bool tells_nothing(const std::vector<double>& fingerprint) const;

private:
    bool shows_little() const;
    void make_fresh_inputs();
    void expect_lists(const std::vector<Answer>& right);
    std::size_t wrong_numbers(const std::vector<double>& student) const;
    bool only_lacks_numbers(const std::vector<double>& student) const;
    void excuse_overflow(const std::vector<Answer>& right);

    Draft draft_;
    const std::vector<Case>& cases_;
    Interpreter interpreter_;
    Profile profile_;
    std::vector<std::size_t> order_;
    std::vector<double> floors_; ///< of the cases
    std::vector<std::vector<bool>>
        excused_;                        ///< in the cases: numbers that need not be the student's
    std::vector<ExpectedList> expected_; ///< of the cases, if the function returns such a list
    std::vector<double> truth_;          ///< of the first case
    std::vector<std::vector<Value>> fresh_inputs_;
    std::vector<double> numbers_;
    std::uint64_t steps_ = 0;
    std::uint64_t& work_;
    std::uint64_t steps_of_second_ = 0;
    std::size_t wrong_cases_ = 0;
    std::size_t wrong_numbers_ = 0;
    bool only_lacks_numbers_ = true; ///< in all cases in which it is wrong
    bool hopeless_ = false;
    bool coarse_ = false;
};

/// What a student may call by mistake: what the chapter has, and what is known from elsewhere.
std::vector<const Function*> functions_at_hand(const Formulas& chapter);

/// Whether there is enough to tell one formula from another. A 0 or a 1 is a single bit, and
/// thousands of edits are tried; few of them make 0s and 1s of what has other numbers.
bool is_enough(const Function& function, const std::vector<Case>& cases, bool coarse_truth);

/// Whether all are 0, 1 or −1.
bool are_coarse(const std::vector<double>& numbers);

/// Whether two lists of numbers agree.
bool agree(const std::vector<double>& a, const std::vector<double>& b, double floor);

} // namespace judging::search
