#include "judging/search/trial.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>

namespace judging::search {
namespace {

/// A wrong formula may take this much longer than the right one.
constexpr std::uint64_t longer = 8;
constexpr std::uint64_t at_least = 2'000;
constexpr std::uint64_t at_most = 20'000'000;

/// Numbers below this are compared as if they had this size: no more than the largest of the
/// answer, so that an answer that is tiny throughout does not agree with every other tiny one.
double floor_of(const Case& asked)
{
    double largest = 0.0;
    for (const double number : asked.answer.numbers) {
        if (std::isfinite(number)) {
            largest = std::max(largest, std::abs(number));
        }
    }
    return largest > 0.0 ? std::min(asked.floor, largest) : asked.floor;
}

/// The same value with other numbers, as generic as before: each is made a little smaller, by an
/// amount of its own; far away, it may change its sign.
Value moved(const Value& value, double& angle, bool far)
{
    const auto factor = [&] {
        angle += 2.399963; // never the same twice
        return far ? 1.5 * std::sin(angle) : 0.8 + 0.15 * std::sin(angle);
    };
    if (value.kind() == Value::Kind::number) {
        return Value::number(value.as_number() * factor());
    }
    Value result = value;
    if (value.is_tensor()) {
        for (double& entry : result.own_tensor().data) {
            entry *= factor();
        }
    } else if (value.is_sequence()) {
        for (Value& item : result.own_sequence().items) {
            item = moved(item, angle, far);
        }
    }
    return result;
}

/// Whether exp() of a number in it may be 0 or ∞.
bool is_extreme(const Value& value)
{
    constexpr double far = 300.0;
    const auto beyond = [](double x) { return std::abs(x) >= far; };
    if (value.kind() == Value::Kind::number) {
        return beyond(value.as_number());
    }
    if (value.is_tensor()) {
        const auto& data = value.tensor().data;
        return std::any_of(data.begin(), data.end(), beyond);
    }
    return value.is_sequence() &&
           std::any_of(value.sequence().items.begin(), value.sequence().items.end(), is_extreme);
}

} // namespace

bool agree(const std::vector<double>& a, const std::vector<double>& b, double floor)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [&](double x, double y) { return agree(x, y, tolerance, floor); });
}

bool are_coarse(const std::vector<double>& numbers)
{
    return std::all_of(numbers.begin(), numbers.end(),
                       [](double x) { return x == 0.0 || std::abs(x) == 1.0; });
}

bool is_enough(const Function& function, const std::vector<Case>& cases, bool coarse_truth)
{
    std::size_t generic = 0;
    std::size_t bits = 0;
    bool coarse = true;
    bool zero = true; // which has a rule of its own
    for (const Case& asked : cases) {
        if (!asked.generic || asked.threw || asked.answer.numbers.empty()) {
            continue;
        }
        ++generic;
        bits += asked.answer.numbers.size();
        zero = zero && std::all_of(asked.answer.numbers.begin(), asked.answer.numbers.end(),
                                   [](double x) { return x == 0.0; });
        coarse = coarse && are_coarse(asked.answer.numbers);
    }
    const std::size_t enough_bits = coarse_truth ? 30 : 10;
    return generic >= (function.parameters.empty() ? 1 : 2) &&
           (function.parameters.empty() || !coarse || zero || bits >= enough_bits);
}

Trial::Trial(const Function& function, const std::vector<Case>& cases,
             std::vector<const Function*> others, std::uint64_t& work)
    : draft_(function, std::move(others)), cases_(cases), work_(work)
{
    struct Look {
        std::size_t number;
        bool tells; ///< generic, with numbers, and wrong
        bool wrong;
        std::uint64_t steps;
    };
    std::vector<Look> looks;
    std::vector<Answer> right;
    std::transform(cases.begin(), cases.end(), std::back_inserter(floors_), floor_of);
    profile_.resize(draft_.nodes().size());
    for (std::size_t i = 0; i < cases.size(); ++i) {
        interpreter_.limit(at_most);
        steps_ = at_most;
        interpreter_.record(&profile_);
        const Outcome outcome = evaluate(cases[i].arguments);
        interpreter_.record(nullptr);
        if (outcome.status == Status::broken) {
            hopeless_ = true;
            return;
        }
        const bool wrong = !agrees(i, outcome);
        wrong_cases_ += wrong ? 1 : 0;
        wrong_numbers_ += wrong ? wrong_numbers(cases[i].answer.numbers) : 0;
        only_lacks_numbers_ =
            only_lacks_numbers_ && (!wrong || only_lacks_numbers(cases[i].answer.numbers));
        right.push_back(outcome.status == Status::value ? answer_of(outcome.value) : Answer{});
        looks.push_back(
            {i, wrong && cases[i].generic && !cases[i].threw && outcome.status == Status::value,
             wrong, interpreter_.used()});
    }
    steps_ = at_least;
    for (const Look& look : looks) {
        steps_ = std::max(steps_, longer * look.steps);
    }
    std::stable_sort(looks.begin(), looks.end(), [](const Look& a, const Look& b) {
        return std::tuple(!a.tells, !a.wrong, a.steps) < std::tuple(!b.tells, !b.wrong, b.steps);
    });
    for (const Look& look : looks) {
        order_.push_back(look.number);
    }
    steps_of_second_ = looks.size() > 1 ? looks[1].steps : 0;
    hopeless_ = looks.empty() || !looks.front().wrong;
    if (!hopeless_ && looks.front().tells) {
        excuse_overflow(right);
    }
    if (!hopeless_) {
        const Outcome outcome = evaluate(first_case().arguments);
        append_numbers(outcome.value, truth_);
        make_fresh_inputs();
        expect_lists(right);
    }
}

/// ∞/∞ at extreme inputs comes of how a formula is written, not of which it is. So where the
/// student is wrong elsewhere too, such a NaN is nothing that an edit must give.
void Trial::excuse_overflow(const std::vector<Answer>& right)
{
    excused_.resize(cases_.size());
    for (std::size_t i = 0; i < cases_.size(); ++i) {
        const std::vector<double>& student = cases_[i].answer.numbers;
        const std::vector<double>& truth = right[i].numbers;
        const auto& arguments = cases_[i].arguments;
        if (student.size() != truth.size() ||
            std::none_of(arguments.begin(), arguments.end(), is_extreme)) {
            continue;
        }
        for (std::size_t k = 0; k < student.size(); ++k) {
            excused_[i].push_back(std::isnan(student[k]) && !std::isnan(truth[k]));
        }
    }
}

Trial::Outcome Trial::evaluate(const std::vector<Value>& arguments)
{
    constexpr std::uint64_t for_each_call = 20; // what a call costs beside its nodes
    interpreter_.limit(steps_);
    Outcome outcome;
    try {
        outcome = {Status::value, interpreter_.call(draft_.function(), arguments)};
    } catch (const Threw&) {
        outcome.status = Status::threw;
    } catch (const Broken&) {
        outcome.status = Status::broken;
    } catch (const Differs&) {
        outcome.status = Status::differs;
    }
    work_ += for_each_call + interpreter_.used();
    return outcome;
}

Trial::Outcome Trial::evaluate_case(std::size_t number)
{
    if (expected_.empty() || expected_[number].field == nullptr) {
        return evaluate(cases_[number].arguments);
    }
    interpreter_.expect(&expected_[number]);
    Outcome outcome = evaluate(cases_[number].arguments);
    interpreter_.expect(nullptr);
    return outcome;
}

/// Whether the function ends with `return training;`, and the last member of that struct is a list
/// of numbers: the errors, epoch by epoch. Of most edits the first epochs are enough.
void Trial::expect_lists(const std::vector<Answer>& right)
{
    const Function& function = draft_.function();
    const std::vector<Node*>& body = function.body->children;
    if (body.empty() || body.back()->kind != Node::Kind::give ||
        function.result->kind != Type::Kind::structure || function.result->fields.empty()) {
        return;
    }
    const Node& returned = bare(*body.back()->children[0]);
    const Field& last = function.result->fields.back();
    if (returned.kind != Node::Kind::name || last.type->kind != Type::Kind::list ||
        !last.type->item->is_arithmetic()) {
        return;
    }
    expected_.resize(cases_.size());
    for (std::size_t i = 0; i < cases_.size(); ++i) {
        const Answer& student = cases_[i].answer;
        const std::size_t at = right[i].shape.rfind(last.name + ": ");
        Interpreter alone;
        if (at == std::string::npos || cases_[i].threw ||
            student.shape.compare(0, at, right[i].shape, 0, at) != 0) {
            continue;
        }
        const Value value = alone.call(function, cases_[i].arguments);
        const std::size_t own = value.sequence().items.back().sequence().items.size();
        const std::size_t before = right[i].numbers.size() - own;
        if (student.numbers.size() >= before) {
            expected_[i] = {returned.slot, &last.name, student.numbers.data() + before,
                            student.numbers.size() - before, floors_[i]};
        }
    }
}

bool Trial::agrees(std::size_t number, const Outcome& outcome)
{
    const Case& asked = cases_[number];
    if (asked.threw || outcome.status != Status::value) {
        return asked.threw && outcome.status == Status::threw;
    }
    numbers_.clear();
    append_numbers(outcome.value, numbers_);
    if (!excused_.empty() && excused_[number].size() == numbers_.size()) {
        for (std::size_t k = 0; k < numbers_.size(); ++k) {
            numbers_[k] = excused_[number][k] ? asked.answer.numbers[k] : numbers_[k];
        }
    }
    return agree(numbers_, asked.answer.numbers, floors_[number]) &&
           shape_of(outcome.value) == asked.answer.shape;
}

bool Trial::agrees_elsewhere()
{
    return std::all_of(order_.begin() + 1, order_.end(),
                       [&](std::size_t number) { return agrees(number); });
}

/// How many of the student's numbers are not those of what was evaluated last.
std::size_t Trial::wrong_numbers(const std::vector<double>& student) const
{
    if (student.size() != numbers_.size()) {
        return std::max(student.size(), numbers_.size());
    }
    return static_cast<std::size_t>(std::inner_product(student.begin(), student.end(),
                                                       numbers_.begin(), std::size_t{0},
                                                       std::plus<>(), std::not_equal_to<>()));
}

/// Whether they differ from what was evaluated last in nothing but ∞ or NaN where that has a
/// number.
bool Trial::only_lacks_numbers(const std::vector<double>& student) const
{
    bool lacks = false;
    return student.size() == numbers_.size() &&
           std::equal(student.begin(), student.end(), numbers_.begin(),
                      [&](double x, double y) {
                          lacks = lacks || (!std::isfinite(x) && std::isfinite(y));
                          return !std::isfinite(x) || agree(x, y, tolerance, 0.0);
                      }) &&
           lacks;
}

void Trial::make_fresh_inputs()
{
    coarse_ = std::all_of(cases_.begin(), cases_.end(),
                          [](const Case& asked) { return are_coarse(asked.answer.numbers); });
    const std::size_t enough = coarse_ ? 60 : 3;
    double angle = 0.7;
    for (std::size_t i = 0; i < enough; ++i) {
        const Case& asked = cases_[order_[i % order_.size()]];
        std::vector<Value> arguments;
        for (const Value& argument : asked.arguments) {
            arguments.push_back(asked.generic ? moved(argument, angle, coarse_) : argument);
        }
        fresh_inputs_.push_back(std::move(arguments));
    }
}

/// A count, a 0 or a 1 is right by chance easily, and thousands of edits are tried: what shows in
/// few of them must be a likely slip, and a pair of which one is unlikely proves nothing. So with
/// an answer that is right but for places where it is no number: much overflows, and all alike.
double Trial::most_cost(int edits) const
{
    constexpr double likely_count = 1.5;
    constexpr double likely_bits = 1.95;
    constexpr double likely_pair = 3.4;
    return shows_little() || only_lacks_numbers_ ? likely_count
           : !coarse_                            ? std::numeric_limits<double>::max()
           : edits == 1                          ? likely_bits
                                                 : likely_pair;
}

/// Whether the function returns counts, a yes, or 0s and 1s, and few of them are wrong.
bool Trial::shows_little() const
{
    constexpr std::size_t few_counts = 3;
    constexpr std::size_t few_bits = 5;
    return draft_.function().result->is_integer() ? wrong_cases_ < few_counts
                                                  : coarse_ && wrong_numbers_ < few_bits;
}

bool Trial::tells_nothing(const std::vector<double>& fingerprint) const
{
    const auto zero = [](double x) { return x == 0.0; };
    const auto no_number = [](double x) { return !std::isfinite(x); };
    const auto always = [&](const auto& is) {
        return std::all_of(cases_.begin(), cases_.end(), [&](const Case& asked) {
            return !asked.generic ||
                   std::all_of(asked.answer.numbers.begin(), asked.answer.numbers.end(), is);
        });
    };
    return !fingerprint.empty() &&
           ((std::all_of(fingerprint.begin(), fingerprint.end(), zero) && always(zero)) ||
            always(no_number));
}

std::vector<double> Trial::fingerprint()
{
    std::vector<double> numbers;
    for (const std::vector<Value>& arguments : fresh_inputs_) {
        const Outcome outcome = evaluate(arguments);
        numbers.push_back(outcome.status == Status::value ? 0.0 : 1.0);
        append_numbers(outcome.value, numbers);
    }
    return numbers;
}

} // namespace judging::search
