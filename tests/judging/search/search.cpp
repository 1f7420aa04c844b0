#include "judging/search/search.hpp"

#include "judging/search/proportion.hpp"
#include "judging/search/single.hpp"
#include "judging/search/trial.hpp"
#include "judging/search/words.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace judging::search {
namespace {

using Clock = std::chrono::steady_clock;

/// Edits that cost more are not looked for beside a listed mistake or in another way.
constexpr double unlikely = 2.45;
/// The same in another way, which the student need not have gone.
constexpr double unlikely_there = 2.05;

/// What fits, and what it gives elsewhere.
struct Match {
    Suggestion suggestion;
    std::vector<double> fingerprint;
};

class Search {
public:
    Search(const std::vector<const Formulas*>& ways, const std::string& function,
           const std::vector<Case>& cases, const Budget& budget)
        : ways_(ways), cases_(cases), budget_(budget),
          trial_(*ways.front()->find(function), cases, functions_at_hand(*ways.front()), work_)
    {
    }

    std::vector<Suggestion> run(const std::vector<Listed>& listed);

private:
    /// Whether the share of the work that is meant for this is done.
    bool is_late() const { return work_ >= until_ || Clock::now() >= budget_.deadline; }
    /// From now on that share of the whole work may be done.
    void allow(double share)
    {
        until_ = static_cast<std::uint64_t>(share * static_cast<double>(budget_.work));
    }
    /// `extra` is added to the costs of its edits.
    void find_singles(Trial& trial, std::vector<Single>& singles, const Listed* base, double extra);
    void find_pairs();
    void find_pairs_of_strong(const std::vector<Single*>& pool);
    void try_pair(Single& a, Single& b);
    void find_beside(const std::string& function, const std::vector<Listed>& listed);
    void keep(const Trial& trial, Suggestion suggestion, std::vector<double> fingerprint);
    std::vector<Suggestion> best() const;

    void find_other_ways(const std::string& function);
    /// Costs that differ by less say nothing.
    double equal() const { return trial_.is_coarse() ? 1.0 : 0.35; }

    const std::vector<const Formulas*>& ways_;
    const std::vector<Case>& cases_;
    const Budget& budget_;
    std::uint64_t work_ = 0; ///< that has been done
    std::uint64_t until_ = 0;
    Trial trial_;
    std::vector<Single> singles_;
    std::vector<Match> matches_;
    bool any_zero_ = false; ///< the answer is 0 throughout, for any of several reasons
    double least_ = 1e9;    ///< the cost of the likeliest match
    double limit_ = 1e9;    ///< what costs more is not looked for any more
};

void Search::keep(const Trial& trial, Suggestion suggestion, std::vector<double> fingerprint)
{
    // What always gives 0, or never a number, may be wrong in many ways: only a 0 is named then.
    if (trial.tells_nothing(fingerprint)) {
        if (!speaks_of_zero(suggestion.words)) {
            return;
        }
        // of two causes neither is named, but for a division of integers, the usual one
        const auto of_integers = [](const Suggestion& s) {
            return s.words.find("integer") != std::string::npos;
        };
        any_zero_ = any_zero_ || std::any_of(matches_.begin(), matches_.end(), [&](const Match& m) {
                        return std::abs(m.suggestion.cost - suggestion.cost) <= equal() &&
                               m.suggestion.words != suggestion.words &&
                               !of_integers(m.suggestion) && !of_integers(suggestion);
                    });
    }
    if (suggestion.cost > trial_.most_cost(suggestion.edits)) {
        return;
    }
    least_ = std::min(least_, suggestion.cost);
    limit_ = std::min(limit_, least_ + equal());
    for (Match& match : matches_) {
        if (agree(match.fingerprint, fingerprint, 1e-6)) { // the same formula in other words
            if (suggestion.cost < match.suggestion.cost) {
                match.suggestion = std::move(suggestion);
            }
            return;
        }
    }
    matches_.push_back({std::move(suggestion), std::move(fingerprint)});
}

void Search::find_singles(Trial& trial, std::vector<Single>& singles, const Listed* base,
                          double extra)
{
    std::vector<Edit> edits = edits_of(trial.draft(), trial.profile(), budget_.right);
    std::vector<Edit> more = repeated(edits);
    edits.insert(edits.end(), std::make_move_iterator(more.begin()),
                 std::make_move_iterator(more.end()));
    std::stable_sort(edits.begin(), edits.end(),
                     [](const Edit& a, const Edit& b) { return a.cost < b.cost; });
    constexpr std::uint64_t for_each_edit = 30;
    work_ += for_each_edit * edits.size();
    singles.resize(edits.size());
    for (std::size_t i = 0; i < edits.size(); ++i) {
        singles[i].edit = std::move(edits[i]);
    }
    const std::size_t first = trial.first();
    for (Single& single : singles) {
        if (is_late() || single.edit.cost + extra > limit_) {
            return;
        }
        single.edit.toggle();
        const Trial::Outcome outcome = trial.evaluate_case(first);
        const bool fits = trial.agrees(first, outcome) && trial.agrees_elsewhere();
        std::vector<double> fingerprint;
        if (fits) {
            fingerprint = trial.fingerprint();
        } else if (outcome.status == Trial::Status::value) {
            look_at(trial, single, outcome.value);
        } else {
            single.left_early = outcome.status == Trial::Status::differs;
        }
        single.edit.toggle();
        if (fits) { // the words are those of the formula as it should be
            std::string words = single.edit.words();
            if (extra > 0.0 && base == nullptr &&
                mentions_variable(words, trial.draft().function())) {
                continue; // it speaks of a way that the student has not gone
            }
            keep(trial,
                 {(base == nullptr ? "" : base->words + "; and ") + words, base == nullptr ? 1 : 2,
                  single.edit.cost + extra, base == nullptr ? "" : base->id},
                 std::move(fingerprint));
        }
    }
}

void Search::try_pair(Single& a, Single& b)
{
    // Where both change the same node, the one that changes fewer of them counts.
    Edit& wide = a.edit.changes.size() >= b.edit.changes.size() ? a.edit : b.edit;
    const Edit& narrow = &wide == &a.edit ? b.edit : a.edit;
    std::vector<Change> set_aside;
    const auto meets = [&](const Change& x) {
        return std::any_of(narrow.changes.begin(), narrow.changes.end(),
                           [&](const Change& y) { return x.at == y.at; });
    };
    if (std::any_of(wide.changes.begin(), wide.changes.end(), meets)) {
        const auto rest = std::stable_partition(wide.changes.begin(), wide.changes.end(),
                                                [&](const Change& x) { return !meets(x); });
        set_aside.assign(std::make_move_iterator(rest),
                         std::make_move_iterator(wide.changes.end()));
        wide.changes.erase(rest, wide.changes.end());
        if (wide.changes.empty()) {
            wide.changes = std::move(set_aside);
            return;
        }
    }
    a.edit.toggle();
    b.edit.toggle();
    const bool fits = trial_.agrees(trial_.first()) && trial_.agrees_elsewhere();
    std::vector<double> fingerprint;
    if (fits) {
        fingerprint = trial_.fingerprint();
    }
    b.edit.toggle();
    a.edit.toggle();
    wide.changes.insert(wide.changes.end(), std::make_move_iterator(set_aside.begin()),
                        std::make_move_iterator(set_aside.end()));
    if (fits) {
        keep(trial_, {a.edit.words() + "; and " + b.edit.words(), 2, a.edit.cost + b.edit.cost, ""},
             std::move(fingerprint));
    }
}

/// Edits that explain some of the student's numbers, each with all others.
void Search::find_pairs_of_strong(const std::vector<Single*>& pool)
{
    std::vector<Single*> strong;
    std::copy_if(pool.begin(), pool.end(), std::back_inserter(strong), [](const Single* s) {
        return (s->explained > 0 && s->spoilt == 0) || s->in_proportion;
    });
    std::stable_sort(strong.begin(), strong.end(), [](const Single* a, const Single* b) {
        return std::pair(-static_cast<double>(a->explained), a->edit.cost) <
               std::pair(-static_cast<double>(b->explained), b->edit.cost);
    });
    constexpr std::size_t most = 40;
    strong.resize(std::min(strong.size(), most));
    for (Single* b : pool) {
        for (Single* a : strong) {
            if (is_late()) {
                return;
            }
            const bool both_in_others = a->edit.in_other && b->edit.in_other;
            if (a != b && !both_in_others && a->edit.cost + b->edit.cost <= limit_) {
                try_pair(*a, *b);
            }
        }
    }
}

void Search::find_pairs()
{
    // Of several that give the same numbers, the likeliest stands for all.
    std::vector<Single*> pool;
    std::map<std::vector<std::int64_t>, std::vector<const Node*>> seen;
    constexpr std::uint64_t few_steps = 400;
    const bool is_cheap = trial_.steps_of_second() < few_steps;
    for (Single& single : singles_) {
        if (single.left_early && !is_late()) {
            single.edit.toggle();
            const Trial::Outcome outcome = trial_.evaluate(trial_.first_case().arguments);
            if (outcome.status == Trial::Status::value) {
                look_at(trial_, single, outcome.value);
            }
            single.edit.toggle();
        }
        // A function from elsewhere and something else besides is chance rather than a slip.
        if (!single.evaluated || single.edit.borrows) {
            continue;
        }
        std::vector<std::int64_t> rounded;
        std::vector<double> all = single.numbers;
        if (is_cheap && !single.dormant) { // small cases hide much: 2 rows, 2 inputs
            single.edit.toggle();
            append_numbers(trial_.evaluate(cases_[trial_.second()].arguments).value, all);
            single.edit.toggle();
        }
        for (const double number : all) {
            constexpr double fine = 1e8;
            rounded.push_back(std::isfinite(number) && std::abs(number) < 1e9
                                  ? std::llround(number * fine)
                                  : std::numeric_limits<std::int64_t>::max());
        }
        // … but at each place one of its own: two edits of one node cannot both be
        std::vector<const Node*>& places = seen[rounded];
        const Node* const place = single.edit.changes.front().at;
        constexpr std::size_t few = 3;
        if (single.dormant || (places.size() < few &&
                               std::find(places.begin(), places.end(), place) == places.end())) {
            places.push_back(place);
            pool.push_back(&single);
        }
    }
    std::stable_sort(pool.begin(), pool.end(),
                     [](const Single* x, const Single* y) { return x->edit.cost < y->edit.cost; });
    find_pairs_of_strong(pool);
    // Each with those before it. Two in functions that the asked one calls are left out: he wrote
    // an earlier formula out by himself, and twice wrong; chance is likelier.
    std::vector<Single*> before;
    std::vector<Single*> own_before;
    for (Single* single : pool) {
        if (single->spoilt > 0) {
            continue;
        }
        for (Single* other : single->edit.in_other ? own_before : before) {
            if (single->edit.cost + other->edit.cost > limit_) {
                break;
            }
            if (is_late()) {
                return;
            }
            try_pair(*single, *other);
        }
        before.push_back(single);
        if (!single->edit.in_other) {
            own_before.push_back(single);
        }
    }
}

void Search::find_beside(const std::string& function, const std::vector<Listed>& listed)
{
    for (const Listed& each : listed) {
        if (is_late()) {
            return;
        }
        const std::unique_ptr<Function> body = ways_.front()->with_body(function, each.body);
        if (body == nullptr || body->body == nullptr) {
            continue;
        }
        Trial trial(*body, cases_, functions_at_hand(*ways_.front()), work_);
        if (!trial.is_hopeless()) {
            std::vector<Single> singles;
            find_singles(trial, singles, &each, 1.0);
        }
    }
}

void Search::find_other_ways(const std::string& function)
{
    for (std::size_t i = 1; i < ways_.size(); ++i) {
        if (is_late() || !ways_[i]->is_understood(function)) {
            continue;
        }
        Trial trial(*ways_[i]->find(function), cases_, functions_at_hand(*ways_[i]), work_);
        if (!trial.is_hopeless()) {
            std::vector<Single> singles;
            find_singles(trial, singles, nullptr, 0.4);
        }
    }
}

std::vector<Suggestion> Search::best() const
{
    std::vector<Suggestion> all;
    for (const Match& match : matches_) {
        all.push_back(match.suggestion);
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Suggestion& a, const Suggestion& b) { return a.cost < b.cost; });
    if (any_zero_) { // what is seen is said, and no cause
        const std::vector<double>& numbers = trial_.first_case().answer.numbers;
        const bool zero =
            std::all_of(numbers.begin(), numbers.end(), [](double x) { return x == 0.0; });
        all = {{trial_.answers_yes_or_no()
                    ? "the answer is no whatever the arguments are"
                    : "the answer is 0 whatever the arguments are: a division of integers such "
                      "as 1 / 2 gives 0, and so does a product with 0",
                1, least_, ""}};
        return zero ? all : std::vector<Suggestion>{};
    }
    if (all.empty()) {
        return all;
    }
    const double limit = all.front().cost + equal();
    std::erase_if(all, [&](const Suggestion& s) { return s.cost > limit; });
    constexpr std::size_t too_many = 4;
    constexpr std::size_t most = 3;
    if (all.size() > too_many) {
        return {};
    }
    all.resize(std::min(all.size(), most));
    return all;
}

std::vector<Suggestion> Search::run(const std::vector<Listed>& listed)
{
    if (trial_.is_hopeless() ||
        !is_enough(trial_.draft().function(), cases_, are_coarse(trial_.truth()))) {
        return {};
    }
    allow(0.5);
    find_singles(trial_, singles_, nullptr, 0.0);
    // One edit that is unlikely may be two that are likely.
    constexpr double likely = 1.85;
    const bool found = !matches_.empty();
    if (!budget_.pairs || (found && least_ < likely)) {
        return best();
    }
    allow(0.75);
    if (found) {
        until_ = std::min(until_, work_ + budget_.work / 8);
    }
    find_pairs();
    const std::string function = trial_.draft().function().name;
    if (matches_.empty()) {
        allow(0.9);
        limit_ = std::min(limit_, unlikely_there);
        find_other_ways(function);
        limit_ = matches_.empty() ? unlikely : limit_;
    }
    if (matches_.empty()) {
        allow(1.0);
        find_beside(function, listed);
    }
    return matches_.empty() ? constant_off(trial_, cases_) : best();
}

} // namespace

std::vector<Suggestion> search(const std::vector<const Formulas*>& ways,
                               const std::string& function, const std::vector<Case>& cases,
                               const Budget& budget, const std::vector<Listed>& listed)
{
    const Function* const found = ways.empty() ? nullptr : ways.front()->find(function);
    if (found == nullptr || !ways.front()->is_understood(function)) {
        return {};
    }
    return Search(ways, function, cases, budget).run(listed);
}

} // namespace judging::search
