// Measures the search with the slips of a chapter: how many of them it names, and how fast.
//
//   search_slips ROOT 03_backprop [--words] [--again] [--only TEXT] [--work 12000000]
//   search_slips ROOT 03_backprop --count
//
// --words prints what is said of each, and how long that took, --again asks a second time, with
// other inputs; --count says how many edits each function has.
#include "arguments.hpp"

#include "common/system/files.hpp"
#include "course/wrong_answers.hpp"
#include "judging/search/edits.hpp"
#include "judging/search/interpreter.hpp"
#include "judging/search/search.hpp"
#include "judging/search/trial.hpp"

#include <algorithm>
#include <cstring>
#include <ctime>
#include <filesystem>
#include <iostream>
#include <map>
#include <string_view>

namespace {

using namespace judging::search;

struct Tally {
    int named = 0;
    int all = 0;
};

bool is_double(const std::string& id, const std::string& message)
{
    return id.find("_and_") != std::string::npos || message.find("; and ") != std::string::npos;
}

/// Of the processor: other programs do not count.
double now()
{
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

/// The function's answers in a case; threw or not. Nothing if it cannot be evaluated.
bool answer(const Function& function, Case& asked)
{
    Interpreter interpreter;
    interpreter.limit(3'000'000);
    try {
        asked.answer = answer_of(interpreter.call(function, asked.arguments));
        asked.threw = false;
    } catch (const Threw&) {
        asked.answer = {};
        asked.threw = true;
    } catch (const Broken&) {
        return false;
    }
    return true;
}

/// What a student with a slip answers in random cases, and in one that is special. There are ten
/// of them, and forty where the right answers are 0 and 1, as the judge asks more often then.
struct Asked {
    std::vector<Case> cases;
    bool sound = true;       ///< the solution can be evaluated
    bool differs = false;    ///< the slip shows
    std::size_t numeric = 0; ///< cases in which there are numbers
};

Asked ask(const Formulas& formulas, const std::string& folder, const Function& right,
          const Function& wrong, std::uint32_t seed)
{
    std::size_t generic = 40;
    ArgumentMaker maker(formulas, seed);
    Asked asked;
    for (std::size_t number = 0; number <= generic; ++number) {
        Case student;
        student.arguments = maker.arguments(folder, right, number, number >= generic);
        student.generic = number < generic;
        Case truth = student;
        if (!answer(right, truth)) {
            asked.sound = false;
            return asked;
        }
        if (!are_coarse(truth.answer.numbers)) {
            generic = 10;
        }
        if (!answer(wrong, student)) {
            continue;
        }
        asked.numeric += !student.threw && student.generic ? 1 : 0;
        bool same = truth.threw == student.threw && truth.answer.shape == student.answer.shape;
        for (std::size_t i = 0; same && i < truth.answer.numbers.size(); ++i) {
            same = agree(truth.answer.numbers[i], student.answer.numbers[i], 1e-9, 1.0);
        }
        asked.differs |= !same;
        asked.cases.push_back(std::move(student));
    }
    return asked;
}

/// What a suggestion says, its parts in the order of the alphabet.
std::vector<std::string> parts_of(const Suggestion& suggestion)
{
    constexpr std::string_view between = "; and ";
    std::vector<std::string> parts;
    std::string rest = suggestion.words;
    for (std::size_t at = rest.find(between); at != std::string::npos; at = rest.find(between)) {
        parts.push_back(rest.substr(0, at));
        rest.erase(0, at + between.size());
    }
    parts.push_back(rest);
    std::sort(parts.begin(), parts.end());
    return parts;
}

/// Whether two searches say the same.
bool say_the_same(const std::vector<Suggestion>& a, const std::vector<Suggestion>& b)
{
    return std::any_of(a.begin(), a.end(), [&](const Suggestion& s) {
        return std::any_of(b.begin(), b.end(),
                           [&](const Suggestion& t) { return parts_of(s) == parts_of(t); });
    });
}

/// How many edits a function has, and how long one evaluation takes.
void count_edits(const Formulas& formulas, const std::string& folder, const std::string& name)
{
    if (!formulas.is_understood(name)) {
        return;
    }
    ArgumentMaker maker(formulas, 11);
    const auto arguments = maker.arguments(folder, *formulas.find(name), 0);
    std::vector<const Function*> others;
    for (const std::string& other : formulas.functions()) {
        if (formulas.is_understood(other)) {
            others.push_back(formulas.find(other));
        }
    }
    Draft draft(*formulas.find(name), others);
    Profile profile(draft.nodes().size());
    Interpreter interpreter;
    interpreter.record(&profile);
    try {
        interpreter.call(draft.function(), arguments);
    } catch (...) {
        return;
    }
    interpreter.record(nullptr);
    interpreter.limit(1'000'000);
    interpreter.call(draft.function(), arguments);
    const std::uint64_t one = interpreter.used();
    const double making = now();
    std::map<int, int> by_cost;
    const std::vector<Edit> edits = edits_of(draft, profile);
    for (const Edit& edit : edits) {
        ++by_cost[static_cast<int>(edit.cost * 2)];
    }
    std::cout << name << ": " << edits.size() << " edits, made in " << now() - making
              << " s, one call " << one << " nodes; by cost:";
    for (const auto& [cost, count] : by_cost) {
        std::cout << " " << cost * 0.5 << ":" << count;
    }
    std::cout << "\n";
}

} // namespace

int main(int argc, char** argv)
{
    const std::string root = argv[1];
    const std::string folder = argv[2];
    const std::string name = folder.substr(folder.find('_') + 1);
    bool words = false;
    bool again = false;
    int not_confirmed = 0;
    std::string only;
    Budget budget;
    for (int i = 3; i < argc; ++i) {
        words |= std::strcmp(argv[i], "--words") == 0;
        again |= std::strcmp(argv[i], "--again") == 0;
        if (std::strcmp(argv[i], "--only") == 0) {
            only = argv[i + 1];
        }
        if (std::strcmp(argv[i], "--work") == 0) {
            budget.work = std::stoull(argv[i + 1]);
        }
    }
    const auto formulas = formulas_of(root, folder);
    const std::string solution = root + "/solutions/" + folder + "/" + name + ".cpp";
    const auto slips = workbook::wrong_answers(
        {"slips.txt", workbook::read_file(root + "/tests/" + folder + "/slips.txt")},
        {name + ".cpp", workbook::read_file(solution)});
    const auto mistakes = workbook::wrong_answers(
        {"mistakes.txt", workbook::read_file(root + "/tests/" + folder + "/mistakes.txt")},
        {name + ".cpp", workbook::read_file(solution)});
    std::vector<std::unique_ptr<Formulas>> others;
    std::vector<const Formulas*> ways{formulas.get()};
    for (const auto& entry :
         std::filesystem::directory_iterator(root + "/tests/" + folder + "/right_answers")) {
        others.push_back(other_way_of(root, folder, entry.path().string()));
        ways.push_back(others.back().get());
    }
    if (argc > 3 && std::strcmp(argv[3], "--count") == 0) {
        for (const std::string& function : formulas->functions()) {
            count_edits(*formulas, folder, function);
        }
        return 0;
    }
    std::map<bool, Tally> tallies;
    int not_parsed = 0, no_change = 0, no_numbers = 0, ties = 0;
    std::vector<double> times, single_times;
    for (const workbook::WrongAnswer& slip : slips) {
        if (!only.empty() && slip.full_id().find(only) == std::string::npos) {
            continue;
        }
        const auto wrong = formulas->with_body(slip.function, slip.body);
        if (wrong == nullptr || wrong->body == nullptr || !formulas->is_understood(slip.function)) {
            std::cout << "not read: " << slip.full_id() << ": " << (wrong ? wrong->problem : "")
                      << "\n";
            ++not_parsed;
            continue;
        }
        const Function& right = *formulas->find(slip.function);
        const Asked asked = ask(*formulas, folder, right, *wrong, 11);
        if (!asked.sound || (asked.numeric < 2 && !right.parameters.empty())) {
            ++no_numbers;
            continue;
        }
        const std::vector<Case>& cases = asked.cases;
        const bool differs = asked.differs;
        if (!differs) {
            ++no_change;
            continue;
        }
        std::vector<Listed> listed;
        for (const workbook::WrongAnswer& mistake : mistakes) {
            if (mistake.function == slip.function) {
                listed.push_back({mistake.id, mistake.message, mistake.body});
            }
        }
        const bool twice = is_double(slip.id, slip.message);
        const double start = now();
        const auto found = search(ways, slip.function, cases, budget, listed);
        times.push_back(now() - start);
        if (!found.empty() && found.front().edits == 1) {
            single_times.push_back(times.back());
        }
        Tally& tally = tallies[twice];
        ++tally.all;
        tally.named += found.empty() ? 0 : 1;
        ties += found.size() > 1 ? 1 : 0;
        if (again && !found.empty()) {
            const Asked others = ask(*formulas, folder, right, *wrong, 29);
            const auto second = search(ways, slip.function, others.cases, budget, listed);
            if (!say_the_same(found, second)) {
                ++not_confirmed;
                std::cout << "not confirmed: " << slip.full_id() << ": " << slip.message
                          << "\n      " << found.front().words << "\n      "
                          << (second.empty() ? "nothing" : second.front().words) << "\n";
            }
        }
        if (found.empty()) {
            std::cout << (twice ? "double" : "single") << " not named: " << slip.full_id() << ": "
                      << slip.message << "\n";
        } else if (words) {
            std::cout << slip.full_id() << ": " << slip.message << " (" << 1000.0 * times.back()
                      << " ms)\n";
            for (const Suggestion& s : found) {
                std::cout << "      " << s.edits << " " << s.cost
                          << (s.base.empty() ? "" : " [" + s.base + "]") << "  " << s.words << "\n";
            }
        }
    }
    std::sort(times.begin(), times.end());
    std::sort(single_times.begin(), single_times.end());
    const auto at = [](const std::vector<double>& all, double part) {
        return all.empty()
                   ? 0.0
                   : all[static_cast<std::size_t>(part * static_cast<double>(all.size() - 1))];
    };
    std::cout << folder << ": single " << tallies[false].named << " of " << tallies[false].all
              << ", double " << tallies[true].named << " of " << tallies[true].all << "; ties "
              << ties << "; not confirmed " << not_confirmed << "; left out: not read "
              << not_parsed << ", no change " << no_change << ", no numbers " << no_numbers
              << "; time of those with one edit, median " << at(single_times, 0.5) << " s, 95 % "
              << at(single_times, 0.95) << " s; of all, 95 % " << at(times, 0.95) << " s, longest "
              << at(times, 1.0) << " s\n";
}
