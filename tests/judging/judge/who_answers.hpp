/// @file
/// Who answers when the judge calls a function of the chapter.
///
/// First the student's file answers as a whole. If it is wrong, or does not answer, the function is
/// asked again alone: what it calls of the others is answered rightly. Then a slip in one function
/// costs nothing in those that are built on it.
#pragma once

#include "judging/judge/asked_host.hpp"
#include "judging/judge/call.hpp"

#include <string>
#include <vector>

namespace judging {

/// The programs that answer, each with its arguments. Without the second nothing can be asked
/// alone.
struct Hosts {
    std::vector<std::string> student;
    std::vector<std::string> right;
};

/// From now on these answer.
void use_hosts(const Hosts& hosts, const Limits& limits);

/// Ends the step and, unless it was right, all processes.
void end_step(bool right);

/// If the student's process has served earlier steps too, starts it afresh and returns true.
bool start_afresh();

/// What the student's code has printed since the last call of this function.
std::string take_printed();

enum class WhoAnswers {
    student, ///< the student's file, whose functions call each other
    alone,   ///< the student's function that is called; the others are right
    right,   ///< the right functions
};

/// Chooses who answers for as long as it lives.
class Answering {
public:
    explicit Answering(WhoAnswers who);
    ~Answering();
    Answering(const Answering&) = delete;
    Answering& operator=(const Answering&) = delete;

private:
    WhoAnswers before_;
};

/// Whether there is what it takes to ask a function alone.
bool can_ask_alone();

/// For each of the chapter's functions whether it is answered for when this one is asked alone:
/// those that come before it, and those that it may build on all the same, but none that is itself
/// built on this one: if two could call each other, both would be right without a formula in
/// either.
std::vector<bool> answered_for(std::uint32_t function);

/// A call of another function that the student's code made when it was asked alone.
struct OtherCall {
    std::uint32_t function;
    std::string arguments; ///< bytes
    std::string answer;    ///< the right one
};

/// Starts the student's process afresh and forgets other_calls().
void forget_calls();

/// The calls since then, those without functions among their arguments, a few of each function.
const std::vector<OtherCall>& other_calls();

/// All the functions that were called since then.
const std::vector<bool>& others_called();

/// What the student's file as a whole answers to such a call. Throws as ask_host() does.
std::string students_answer(const OtherCall& call);

} // namespace judging
