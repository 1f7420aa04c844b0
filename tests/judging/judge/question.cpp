#include "judging/judge/question.hpp"

#include <boost/algorithm/string/classification.hpp>
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

/// Whether two answers to the same ask agree.
bool agrees(const Ask& ask, const Outcome& a, const Outcome& b)
{
    if (a.kind != b.kind || a.kind == Kind::unavailable) {
        return false;
    }
    return a.kind == Kind::threw || !compare(a.flat, b.flat, mistake_tolerance, ask.floor).differs;
}

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

/// The functions that this run has already judged, and whether all of their answers were right.
std::map<AnyFunction, bool>& judged()
{
    static std::map<AnyFunction, bool> functions;
    return functions;
}

/// The verdicts so far on the functions in `called`, except on `asked`, which is being judged now.
std::vector<bool> found_before(const std::set<std::uint32_t>& called, AnyFunction asked)
{
    std::vector<bool> found;
    for (const std::uint32_t index : called) {
        const AnyFunction stub = chapter_functions()[index].stub;
        const auto known = judged().find(stub);
        if (stub != asked && known != judged().end()) {
            found.push_back(known->second);
        }
    }
    return found;
}

/// Whether a value was asked for and given, with no NaN or infinity in it.
bool is_a_value(const Outcome& own, const Ask& ask)
{
    return ask.wants == Ask::Wants::value && own.kind == Kind::value &&
           std::all_of(own.flat.numbers.begin(), own.flat.numbers.end(),
                       [](double number) { return std::isfinite(number); });
}

/// Whether the student's earlier functions are a fair basis for follow-through. They are not if
/// they give exceptions or NaN everywhere, nor, unless one of them was found right, if they give
/// the same answer to everything: otherwise constants would earn points.
bool are_ground_to_build_on(const std::vector<Ask>& asks, const std::vector<Outcome>& own,
                            const std::vector<bool>& found)
{
    // If all the earlier functions were right, a wrong answer is this step's own fault.
    const bool one_was_wrong = std::count(found.begin(), found.end(), false) > 0;
    const bool one_was_right = std::count(found.begin(), found.end(), true) > 0;
    if (!found.empty() && !one_was_wrong) {
        return false;
    }
    constexpr std::size_t few = 4; // so few answers may be equal by chance, e.g. 0 or 1
    std::set<double> given;
    std::set<double> expected;
    std::set<std::string> values; // the distinct questions that a value answers
    for (std::size_t i = 0; i < asks.size(); ++i) {
        if (is_a_value(own[i], asks[i])) {
            values.insert(asks[i].request);
            given.insert(own[i].flat.numbers.begin(), own[i].flat.numbers.end());
            expected.insert(asks[i].expected.numbers.begin(), asks[i].expected.numbers.end());
        }
    }
    return !values.empty() &&
           (one_was_right || values.size() <= few || given.size() > 1 || expected.size() == 1);
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
    return text.substr(0, space == std::string::npos ? longest : space) + " …";
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
std::pair<std::string, std::string> tell_apart(double expected, double got)
{
    for (int digits : {6, 12, 17}) {
        auto pair = std::pair(to_text(expected, digits), to_text(got, digits));
        if (pair.first != pair.second || digits == 17) {
            return pair;
        }
    }
    return {};
}

Finding describe(const FunctionInfo& function, const Ask& ask, const Flat& expected)
{
    Finding finding;
    finding.function = function.name;
    finding.where = ask.where;
    finding.inputs = ask.inputs;
    finding.request = ask.request;
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
    if (difference.in_shape) {
        finding.expected = fmt::format("the shape {}", cut(expected.shape));
        finding.got = fmt::format("the shape {}", cut(ask.student.flat.shape));
        return finding;
    }
    finding.place = difference.place;
    std::tie(finding.expected, finding.got) = tell_apart(difference.expected, difference.got);
    if (difference.of > 1) {
        const std::string how_many = difference.places < difference.of
                                         ? fmt::format("{} of {}", difference.places, difference.of)
                                     : difference.of == 2 ? "both"
                                                          : fmt::format("all {}", difference.of);
        finding.note = how_many + " numbers differ";
    }
    return finding;
}

/// Compares all mistakes of the function with the truth and with each other, and records those that
/// the asks do not tell apart.
void look_for_ties(const FunctionInfo& function, const std::vector<Ask>& asks,
                   const Evaluators& evaluators)
{
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

} // namespace

void recognise(const std::string& full_id, const std::string& detail)
{
    recognised().push_back({full_id, detail});
}

std::vector<Recognised> take_recognised()
{
    return std::exchange(recognised(), {});
}

void record_no_answer(const FunctionInfo& function, const Ask& ask)
{
    Finding finding;
    finding.function = function.name;
    finding.where = ask.where;
    finding.inputs = ask.inputs;
    finding.request = last_request();
    current_step().findings.push_back(std::move(finding));
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

void decide(const FunctionInfo& function, const std::vector<Ask>& asks,
            const Evaluators& evaluators)
{
    StepResult& step = current_step();
    ++step.questions_decided;
    if (looking_for_ties()) {
        look_for_ties(function, asks, evaluators);
    }
    const auto is_right = [](const Ask& ask) { return satisfied(ask, ask.student); };
    bool& judged_right = judged().try_emplace(function.stub, true).first->second;
    if (!asks.empty() && std::all_of(asks.begin(), asks.end(), is_right)) {
        return;
    }
    judged_right = false;

    // Not the truth, but does it follow from the student's own earlier functions? These are called
    // in a fresh process, so that no answer can be made up to fit another.
    std::vector<Outcome> own(asks.size());
    if (evaluators.own) {
        forget_calls();
        bool follows = true;
        for (std::size_t i = 0; i < asks.size(); ++i) {
            own[i] = attempt([&] { return evaluators.own(i); });
            follows &= asks[i].wants == Ask::Wants::value ? agrees(asks[i], own[i], asks[i].student)
                                                          : is_right(asks[i]);
        }
        if (follows && !asks.empty() &&
            are_ground_to_build_on(asks, own, found_before(functions_called(), function.stub))) {
            return;
        }
    }

    step.right = false;
    BOOST_CHECK_MESSAGE(false, function.name << " is wrong");
    const std::size_t findings_before = step.findings.size();
    for (std::size_t i = 0; i < asks.size(); ++i) {
        const Ask& ask = asks[i];
        if (is_right(ask) || agrees(ask, own[i], ask.student)) {
            continue;
        }
        const bool from_own = own[i].kind == Kind::value && ask.wants == Ask::Wants::value &&
                              compare(ask.expected, own[i].flat, ask.tolerance, ask.floor).differs;
        Finding finding = describe(function, ask, from_own ? own[i].flat : ask.expected);
        if (from_own) {
            finding.note += finding.note.empty() ? "" : "; ";
            finding.note += "expected is what follows from your own earlier steps";
        }
        step.unexpected_throw |=
            ask.student.kind == Kind::threw && ask.wants != Ask::Wants::exception;
        step.findings.push_back(std::move(finding));
        break;
    }
    if (step.findings.size() == findings_before) {
        // Some answers agree only with the truth, and the others only with the student's own steps.
        const auto wrong = std::find_if_not(asks.begin(), asks.end(), is_right);
        if (wrong != asks.end()) {
            step.unexpected_throw |=
                wrong->student.kind == Kind::threw && wrong->wants != Ask::Wants::exception;
            step.findings.push_back(describe(function, *wrong, wrong->expected));
        }
    }
    for (const Ask& ask : asks) {
        name_recognised(ask);
    }
    for (const Mistake* mistake : mistakes_of(function)) {
        // Bad input that was rightly rejected says nothing about the formula.
        const auto same = [&](std::size_t i) {
            return (asks[i].wants == Ask::Wants::exception && is_right(asks[i])) ||
                   agrees(asks[i], attempt([&] { return evaluators.mistake(mistake->wrong, i); }),
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

} // namespace judging
