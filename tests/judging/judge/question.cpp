#include "judging/judge/question.hpp"

#include "common/system/text.hpp"
#include "judging/judge/unlisted.hpp"
#include "judging/judge/who_answers.hpp"

#include <boost/algorithm/string/classification.hpp>
#include <boost/algorithm/string/join.hpp>
#include <boost/algorithm/string/split.hpp>
#include <boost/algorithm/string/trim.hpp>
#include <boost/test/unit_test.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace judging {
namespace {

/// How closely a mistake must reproduce the student's numbers to be named.
constexpr double mistake_tolerance = 1e-9;

using Kind = Outcome::Kind;

/// Whether an outcome satisfies the ask.
bool satisfied(const Ask& ask, const Outcome& outcome)
{
    switch (ask.wants) {
    case Ask::Wants::exception: return outcome.kind == Kind::threw && outcome.standard;
    case Ask::Wants::property: return outcome.kind == Kind::value && ask.complaint.empty();
    case Ask::Wants::value: break;
    }
    return outcome.kind == Kind::value &&
           !compare(ask.expected, outcome.flat, ask.tolerance, ask.floor).differs;
}

/// Whether two answers to the same ask agree.
bool agrees(const Ask& ask, const Outcome& a, const Outcome& b)
{
    if (a.kind != b.kind || a.kind == Kind::unavailable) {
        return false;
    }
    if (a.kind == Kind::threw) {
        return a.is_refusal() == b.is_refusal() ||
               (satisfied(ask, a) && satisfied(ask, b)); // any exception refuses bad input
    }
    return !compare(a.flat, b.flat, mistake_tolerance, ask.floor).differs;
}

/// What this run knows of a function that it has judged.
struct Known {
    enum class Verdict { right, wrong, silent } verdict = Verdict::right;
    std::vector<std::string> waits_for; ///< functions without which it is right
};

/// By their names.
std::map<std::string, Known>& known()
{
    static std::map<std::string, Known> functions;
    return functions;
}

void keep_verdict(const FunctionInfo& function, Known::Verdict verdict)
{
    known()[function.name].verdict = verdict;
}

bool one_is_silent()
{
    return std::any_of(known().begin(), known().end(), [](const auto& entry) {
        return entry.second.verdict == Known::Verdict::silent;
    });
}

/// Evaluates; the outcome is `unavailable` if a step is not written or the host died.
template <class Evaluate>
Outcome attempt(const Evaluate& evaluate)
{
    try {
        return evaluate();
    } catch (const workbook::Todo&) {
    } catch (const HostDied&) {
    }
    return {};
}

std::vector<const Mistake*> mistakes_of(const FunctionInfo& function)
{
    std::vector<const Mistake*> result;
    for (const Mistake& mistake : all_mistakes()) {
        if (mistake.stub == function.stub) {
            result.push_back(&mistake);
        }
    }
    return result;
}

/// Shortens a long text.
std::string cut(const std::string& text)
{
    constexpr std::size_t longest = 200;
    if (text.size() <= longest) {
        return text;
    }
    const auto space = text.find_last_of(' ', longest);
    return workbook::first_bytes(text, space == std::string::npos ? longest : space) + " …";
}

/// The message of one of xtensor's own checks, without the position in its headers.
std::string without_xtensor_frame(const std::string& what)
{
    std::vector<std::string> lines;
    boost::split(lines, what, boost::is_any_of("\n"));
    return lines.size() > 1 && lines[0] == "Assertion error!" ? boost::trim_copy(lines[1]) : what;
}

void describe_exception(Finding& finding, const Outcome& outcome)
{
    finding.got = fmt::format("an exception, {}", outcome.type);
    if (!outcome.what.empty()) {
        finding.got += fmt::format(": {}", cut(without_xtensor_frame(outcome.what)));
    }
    const auto says = [&](const char* words) {
        return outcome.what.find(words) != std::string::npos;
    };
    if (says("Incompatible dimension") || says("broadcast")) {
        finding.note = "two shapes in one expression do not fit each other";
    } else if (says("Cannot change dimension") || says(" axes where ")) {
        finding.note = "a vector stands where a matrix belongs, or a matrix where a vector does";
    } else if (outcome.type == "std::bad_alloc") {
        finding.note = "it asked for more memory than a step may have (1 GB)";
    }
}

/// Both numbers as text, with as many digits as it takes to tell them apart.
std::pair<std::string, std::string> tell_apart(const Difference& difference)
{
    const double expected = difference.expected;
    const double got = difference.got;
    if (!difference.expected_word.empty() && !difference.got_word.empty()) {
        return {difference.expected_word, difference.got_word};
    }
    for (int digits : {6, 12, 17}) {
        auto pair = std::pair(to_text(expected, digits), to_text(got, digits));
        if (pair.first != pair.second || digits == 17) {
            return pair;
        }
    }
    return {};
}

/// What was asked; what is wrong with the answer is still to be said.
Finding finding_about(const FunctionInfo& function, const Ask& ask)
{
    Finding finding;
    finding.function = function.name;
    finding.where = ask.where;
    finding.inputs = ask.inputs;
    finding.request = ask.request;
    finding.trace = ask.trace;
    finding.alone = ask.alone;
    return finding;
}

/// Says which members of a struct are right, if some are.
void add_members(Finding& finding, const CloserLook& look)
{
    if (look.wrong_members.empty() || look.right_members.empty()) {
        return;
    }
    finding.note += finding.note.empty() ? "" : "; ";
    finding.note += fmt::format("{} wrong; {} right", boost::join(look.wrong_members, ", "),
                                boost::join(look.right_members, ", "));
}

Finding describe(const FunctionInfo& function, const Ask& ask)
{
    const Flat& expected = ask.expected;
    Finding finding = finding_about(function, ask);
    if (ask.wants == Ask::Wants::exception) {
        finding.expected = "an exception that derives from std::exception";
        if (ask.student.kind == Kind::threw) {
            describe_exception(finding, ask.student);
        } else {
            finding.got = ask.student.flat.text;
        }
        return finding;
    }
    if (ask.wants == Ask::Wants::value) {
        finding.expected = expected.text;
    }
    if (ask.student.kind == Kind::threw) {
        describe_exception(finding, ask.student);
        return finding;
    }
    if (ask.wants == Ask::Wants::property) {
        finding.got = cut(ask.student.flat.text);
        finding.note = ask.complaint;
        return finding;
    }
    const Difference difference = compare(expected, ask.student.flat, ask.tolerance, ask.floor);
    const CloserLook look = look_closer(expected, ask.student.flat, ask.tolerance, ask.floor);
    if (difference.in_shape) {
        finding.expected = fmt::format("the shape {}", cut(expected.shape));
        finding.got = fmt::format("the shape {}", cut(ask.student.flat.shape));
        if (!look.common.place.empty()) {
            const auto [wanted, given] = tell_apart(look.common);
            finding.note =
                fmt::format("number {}: expected {}, got {}", look.common.place, wanted, given);
        }
        add_members(finding, look);
        return finding;
    }
    finding.place = difference.place;
    std::tie(finding.expected, finding.got) = tell_apart(difference);
    if (difference.of > 1) {
        const std::string how_many = difference.places < difference.of
                                         ? fmt::format("{} of {}", difference.places, difference.of)
                                     : difference.of == 2 ? "both"
                                                          : fmt::format("all {}", difference.of);
        finding.note = how_many + " numbers differ";
    }
    add_members(finding, look);
    if (std::abs(difference.got) > 1e303 && std::isfinite(difference.got) &&
        std::abs(difference.expected) < 1e303) {
        finding.note += finding.note.empty() ? "" : "; ";
        finding.note += "such a number is what a variable holds before it is given a value";
    }
    return finding;
}

bool is_right(const Ask& ask)
{
    return satisfied(ask, ask.student);
}

bool all_right(const std::vector<Ask>& asks)
{
    return !asks.empty() && std::all_of(asks.begin(), asks.end(), is_right);
}

void name_mistakes(const FunctionInfo& function, const std::vector<Ask>& asks,
                   const Evaluators& evaluators);

/// Records that the function did not answer ask number `silent`, because its process died. What it
/// has answered wrongly before says more about the mistake.
void record_no_answer(const FunctionInfo& function, const std::vector<Ask>& asks,
                      std::size_t silent, const Evaluators& evaluators, const HostDied& error)
{
    keep_verdict(function, error.timeout ? Known::Verdict::silent : Known::Verdict::wrong);
    current_step().findings.push_back(finding_about(function, asks[silent]));
    const std::vector<Ask> answered(asks.begin(),
                                    asks.begin() + static_cast<std::ptrdiff_t>(silent));
    const auto wrong = std::find_if_not(answered.begin(), answered.end(), is_right);
    if (wrong != answered.end() && !error.timeout) {
        current_step().findings.push_back(describe(function, *wrong));
        name_mistakes(function, answered, evaluators);
    }
}

/// Whether all functions that are answered for when this one is asked alone have been found right,
/// and none of them only because another was answered for.
bool others_are_right(const FunctionInfo& function)
{
    const std::vector<bool> answered = answered_for(index_of(function.stub));
    for (std::size_t other = 0; other < answered.size(); ++other) {
        const auto found = known().find(chapter_functions()[other].name);
        if (answered[other] &&
            (found == known().end() || found->second.verdict != Known::Verdict::right ||
             !found->second.waits_for.empty())) {
            return false;
        }
    }
    return true;
}

/// Keeps how the call was made, for a debugger, and where it threw or crashed.
void keep_call(Ask& ask)
{
    ask.request = last_request();
    ask.trace = last_trace();
}

/// Asks the student's file, whose functions call each other, and returns whether all answers are
/// right. A step that is not written, or a process that dies, is left to ask_alone() if it can be
/// asked.
bool answers_as_a_whole(const FunctionInfo& function, std::vector<Ask>& asks,
                        const Evaluators& evaluators)
{
    for (std::size_t i = 0; i < asks.size(); ++i) {
        try {
            evaluators.student(i);
            keep_call(asks[i]);
        } catch (const workbook::Todo& todo) {
            if (!can_ask_alone() || todo.step == current_step().number) {
                throw;
            }
            return false;
        } catch (const HostDied& error) {
            keep_call(asks[i]);
            // If it is its own fault that it never returns, it is not waited for twice.
            if (!can_ask_alone() || (error.timeout && others_are_right(function))) {
                record_no_answer(function, asks, i, evaluators, error);
                throw;
            }
            return false;
        }
    }
    return all_right(asks);
}

/// The same, and an earlier step that harmed its process is not held against this one.
bool is_right_as_a_whole(const FunctionInfo& function, std::vector<Ask>& asks,
                         const Evaluators& evaluators)
{
    if (can_ask_alone() && one_is_silent()) {
        return false; // a function that never returned must not be waited for again
    }
    return answers_as_a_whole(function, asks, evaluators) ||
           (start_afresh() && answers_as_a_whole(function, asks, evaluators));
}

/// Asks the student's function again, with the others right.
void ask_alone(const FunctionInfo& function, std::vector<Ask>& asks, const Evaluators& evaluators)
{
    forget_calls();
    const Answering alone(WhoAnswers::alone);
    for (std::size_t i = 0; i < asks.size(); ++i) {
        asks[i].alone = true;
        try {
            evaluators.student(i);
            keep_call(asks[i]);
        } catch (const HostDied& error) {
            keep_call(asks[i]);
            record_no_answer(function, asks, i, evaluators, error);
            throw;
        }
    }
}

/// Whether the student's own answer to a call is another than the right one.
bool is_at_fault(const OtherCall& call)
{
    try {
        return !chapter_functions()[call.function].is_same_reply(students_answer(call),
                                                                 call.answer);
    } catch (const std::exception&) {
        return true;
    }
}

/// Adds those that are not there yet.
void add_new(std::vector<std::string>& names, const std::vector<std::string>& more)
{
    for (const std::string& name : more) {
        if (std::find(names.begin(), names.end(), name) == names.end()) {
            names.push_back(name);
        }
    }
}

/// Of the functions that were answered for, those because of which the student's file as a whole
/// gave wrong answers; all of them, if that cannot be told.
std::vector<std::string> those_at_fault()
{
    const auto& functions = chapter_functions();
    std::vector<std::string> called;
    std::vector<std::string> found;
    for (std::uint32_t i = 0; i < functions.size(); ++i) {
        if (!others_called()[i]) {
            continue;
        }
        called.push_back(functions[i].name);
        const auto judged = known().find(functions[i].name);
        if (judged != known().end() && judged->second.verdict != Known::Verdict::right) {
            found.push_back(functions[i].name);
        }
    }
    if (found.empty() && !one_is_silent()) {
        for (const OtherCall& call : other_calls()) {
            const std::string& name = functions[call.function].name;
            if (std::find(found.begin(), found.end(), name) == found.end() && is_at_fault(call)) {
                found.push_back(name);
            }
        }
    }
    if (found.empty()) {
        return called;
    }
    // What waits for another one itself is not to blame.
    std::vector<std::string> blamed;
    for (const std::string& name : found) {
        const auto judged = known().find(name);
        const bool waits = judged != known().end() && !judged->second.waits_for.empty();
        add_new(blamed, waits ? judged->second.waits_for : std::vector{name});
    }
    return blamed;
}

/// Compares all mistakes of the function with the truth and with each other, and records those that
/// the asks do not tell apart.
void look_for_ties(const FunctionInfo& function, const std::vector<Ask>& asks,
                   const Evaluators& evaluators)
{
    const Answering right(can_ask_alone() ? WhoAnswers::right : WhoAnswers::student);
    const auto mistakes = mistakes_of(function);
    std::vector<std::vector<Outcome>> outcomes;
    for (const Mistake* mistake : mistakes) {
        current_step().mistakes_tried.push_back(mistake->full_id());
        bool like_truth = true;
        auto& row = outcomes.emplace_back();
        for (std::size_t i = 0; i < asks.size(); ++i) {
            row.push_back(attempt([&] { return evaluators.mistake(mistake->wrong, i); }));
            if (asks[i].wants == Ask::Wants::property) {
                like_truth &= evaluators.complaint(mistake->wrong, i).empty();
            } else {
                like_truth &= satisfied(asks[i], row.back());
            }
        }
        if (like_truth) {
            current_step().ties.push_back({function.name, mistake->id, "truth"});
        }
    }
    for (std::size_t a = 0; a < mistakes.size(); ++a) {
        for (std::size_t b = a + 1; b < mistakes.size(); ++b) {
            std::size_t i = 0;
            while (i < asks.size() && agrees(asks[i], outcomes[a][i], outcomes[b][i])) {
                ++i;
            }
            if (i == asks.size()) {
                current_step().ties.push_back({function.name, mistakes[a]->id, mistakes[b]->id});
            }
        }
    }
}

std::vector<Recognised>& recognised()
{
    static std::vector<Recognised> all;
    return all;
}

void name_mistake(const std::string& full_id, const std::string& message)
{
    auto& named = current_step().mistakes;
    const bool known = std::any_of(named.begin(), named.end(),
                                   [&](const Named& other) { return other.id == full_id; });
    if (!known) {
        named.push_back({full_id, message});
    }
}

void name_recognised(const Ask& ask)
{
    for (const Recognised& named : ask.recognised) {
        const auto& mistakes = all_mistakes();
        const auto known = std::find_if(mistakes.begin(), mistakes.end(),
                                        [&](const Mistake& m) { return m.full_id() == named.id; });
        if (known == mistakes.end()) {
            throw std::logic_error("recognise(): no mistake is called " + named.id);
        }
        const std::string detail = named.detail.empty() ? "" : " (" + named.detail + ")";
        name_mistake(named.id, known->message + detail);
    }
}

/// Whether there is a wrong answer, be it a refusal, rather than an accident.
bool has_wrong_answers(const std::vector<Ask>& asks)
{
    return std::any_of(asks.begin(), asks.end(), [](const Ask& ask) {
        return !is_right(ask) && (ask.student.kind == Kind::value || ask.student.is_refusal());
    });
}

/// Names the listed mistakes that give the student's answers.
void name_listed(const FunctionInfo& function, const std::vector<Ask>& asks,
                 const Evaluators& evaluators)
{
    for (const Mistake* mistake : mistakes_of(function)) {
        const auto same = [&](std::size_t i) {
            return agrees(asks[i], attempt([&] { return evaluators.mistake(mistake->wrong, i); }),
                          asks[i].student);
        };
        std::size_t i = 0;
        while (i < asks.size() && same(i)) {
            ++i;
        }
        if (i == asks.size()) {
            name_mistake(mistake->full_id(), mistake->message);
        }
    }
}

/// Names what the student may have done: by the listed mistakes, or else by the search. The asks
/// are those that were answered.
void name_mistakes(const FunctionInfo& function, const std::vector<Ask>& asks,
                   const Evaluators& evaluators)
{
    const std::size_t named_before = current_step().mistakes.size();
    for (const Ask& ask : asks) {
        name_recognised(ask);
    }
    if (!has_wrong_answers(asks)) {
        return; // any two wrong functions can have an accident
    }
    const Answering right(can_ask_alone() ? WhoAnswers::right : WhoAnswers::student);
    name_listed(function, asks, evaluators);
    if (current_step().mistakes.size() == named_before) {
        for (const std::string& words : unlisted_mistakes(function, asks, evaluators)) {
            name_mistake(function.name + ".unlisted: " + words, words);
        }
    }
}

} // namespace

void recognise(const std::string& full_id, const std::string& detail)
{
    recognised().push_back({full_id, detail});
}

void forget_verdicts()
{
    known().clear();
}

std::vector<Recognised> take_recognised()
{
    return std::exchange(recognised(), {});
}

std::vector<std::string> split_names(const std::string& parameters)
{
    std::vector<std::string> names;
    boost::split(names, parameters, boost::is_any_of(","));
    for (std::string& name : names) {
        boost::trim(name);
    }
    return names;
}

void decide(const FunctionInfo& function, std::vector<Ask>& asks, const Evaluators& evaluators)
{
    StepResult& step = current_step();
    ++step.questions_decided;
    step.functions.push_back(function.name);
    if (looking_for_ties()) {
        look_for_ties(function, asks, evaluators);
    }
    if (is_right_as_a_whole(function, asks, evaluators)) {
        known().try_emplace(function.name);
        return;
    }
    if (can_ask_alone()) {
        ask_alone(function, asks, evaluators);
        if (all_right(asks)) {
            Known& judged = known()[function.name];
            judged.waits_for = those_at_fault();
            add_new(step.waits_for, judged.waits_for);
            return;
        }
    }
    keep_verdict(function, Known::Verdict::wrong);
    step.right = false;
    BOOST_CHECK_MESSAGE(false, function.name << " is wrong");
    const auto wrong = std::find_if_not(asks.begin(), asks.end(), is_right);
    if (wrong == asks.end()) {
        return; // nothing was asked
    }
    step.findings.push_back(describe(function, *wrong));
    step.unexpected_throw |=
        wrong->student.kind == Kind::threw && wrong->wants != Ask::Wants::exception;
    name_mistakes(function, asks, evaluators);
}

} // namespace judging
