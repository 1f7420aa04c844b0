#include "judging/judge/who_answers.hpp"

#include "judging/judge/result.hpp"
#include "judging/protocol/kept_functions.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <set>

namespace judging {
namespace {

/// So many calls of one function are kept to look for the one that is at fault.
constexpr std::size_t calls_kept = 8;

std::unique_ptr<AskedHost> student;
std::unique_ptr<AskedHost> alone;
std::unique_ptr<AskedHost> right;
WhoAnswers who = WhoAnswers::student;
std::uint32_t asked = 0; ///< the function that is asked alone
wire::KeptFunctions kept;
std::vector<OtherCall> calls;
std::vector<bool> functions_called;
std::map<std::uint32_t, std::set<std::uint32_t>> built_on; ///< what each function has called

HostCall plain_call(std::uint32_t function, std::string arguments)
{
    return {function,
            std::move(arguments),
            [](std::uint32_t number, const std::string& argument) {
                return kept.call(number, argument);
            },
            {},
            {}};
}

/// The right answer to what the student's code has called another function with.
std::string right_answer(std::uint32_t function, const std::string& arguments)
{
    bool lent = false; // a function among the arguments
    HostCall call{function,
                  arguments,
                  [&](std::uint32_t number, const std::string& argument) {
                      lent = true;
                      return alone->call_back(number, argument);
                  },
                  {},
                  {}};
    functions_called.at(function) = true;
    built_on[asked].insert(function);
    std::string answer;
    try {
        answer = right->ask(call);
    } catch (const HostDied& error) {
        right->restart();
        if (!alone->is_running()) {
            throw; // it was the student's process, in a function that it had lent
        }
        throw StudentThrew("std::invalid_argument", error.what(), true);
    }
    const auto many = std::count_if(calls.begin(), calls.end(), [&](const OtherCall& other) {
        return other.function == function;
    });
    if (!lent && static_cast<std::size_t>(many) < calls_kept) {
        calls.push_back({function, arguments, answer});
    }
    return answer;
}

/// Whether `from`, as it was asked alone, called `to`, or what it called did.
bool is_built_on(std::uint32_t from, std::uint32_t to)
{
    if (from == to) {
        return true;
    }
    const auto parts = built_on.find(from);
    return parts != built_on.end() &&
           std::any_of(parts->second.begin(), parts->second.end(),
                       [&](std::uint32_t part) { return is_built_on(part, to); });
}

/// Asks the student's file as a whole. If its process dies and has served earlier steps, one of
/// those may be why: then another is asked.
std::string ask_student(const HostCall& call)
{
    const bool is_used = student->is_used();
    try {
        return student->ask(call);
    } catch (const HostDied& error) {
        if (!is_used || error.timeout) {
            throw;
        }
        return student->ask(call);
    }
}

std::unique_ptr<AskedHost> host(const std::vector<std::string>& command, const Limits& limits)
{
    return command.empty() ? nullptr : make_host(command, limits);
}

} // namespace

void use_hosts(const Hosts& hosts, const Limits& limits)
{
    student = host(hosts.student, limits);
    alone = host(hosts.student, limits);
    right = host(hosts.right, limits);
}

void end_step(bool was_right)
{
    for (AskedHost* host : {student.get(), alone.get(), right.get()}) {
        if (host == nullptr) {
            continue;
        }
        if (was_right && host != alone.get()) {
            host->end_step();
        } else {
            host->stop();
        }
    }
}

bool start_afresh()
{
    const bool is_used = student->is_used();
    if (is_used) {
        student->restart();
    }
    return is_used;
}

std::string take_printed()
{
    std::string printed = student->take_printed();
    if (printed.empty() && alone) {
        printed = alone->take_printed();
    }
    return printed;
}

Answering::Answering(WhoAnswers now) : before_(who)
{
    who = now;
}

Answering::~Answering()
{
    who = before_;
}

bool can_ask_alone()
{
    return alone && right;
}

void forget_calls()
{
    alone->restart();
    calls.clear();
    functions_called.assign(chapter_functions().size(), false);
}

std::vector<bool> answered_for(std::uint32_t function)
{
    std::vector<bool> answered(chapter_functions().size());
    for (std::uint32_t other = 0; other < answered.size(); ++other) {
        answered[other] =
            (other < function || may_build_on(function, other)) && !is_built_on(other, function);
    }
    return answered;
}

const std::vector<OtherCall>& other_calls()
{
    return calls;
}

const std::vector<bool>& others_called()
{
    return functions_called;
}

std::string students_answer(const OtherCall& call)
{
    return ask_student(plain_call(call.function, call.arguments));
}

std::uint32_t next_kept_number()
{
    return kept.next_number();
}

std::string ask_host(std::uint32_t function, const wire::Writer& arguments)
{
    const wire::KeptFunctions::Scope scope(kept, arguments);
    HostCall call = plain_call(function, arguments.str());
    switch (who) {
    case WhoAnswers::student: return ask_student(call);
    case WhoAnswers::right: return right->ask(call);
    case WhoAnswers::alone: break;
    }
    call.answered = answered_for(function);
    call.answer_other = right_answer;
    asked = function;
    return alone->ask(call);
}

std::string last_request()
{
    return (who == WhoAnswers::alone ? alone : student)->last_request();
}

wire::Trace last_trace()
{
    return (who == WhoAnswers::alone ? alone : student)->last_trace();
}

} // namespace judging
