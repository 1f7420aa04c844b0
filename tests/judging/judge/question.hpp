/// @file
/// A question to the student's code: one function is called with several inputs, then one decision
/// is made about all of the answers.
#pragma once

#include "common/math/todo.hpp"
#include "judging/judge/call.hpp"
#include "judging/judge/flat.hpp"
#include "judging/judge/mistakes.hpp"
#include "judging/judge/result.hpp"
#include "judging/search/values.hpp"

#include <functional>
#include <string>
#include <tuple>
#include <type_traits>
#include <typeinfo>
#include <vector>

namespace judging {

/// The outcome of one evaluation: a value or an exception.
struct Outcome {
    enum class Kind { value, threw, unavailable } kind = Kind::unavailable;
    Flat flat;
    std::string type; ///< of the exception
    std::string what;
    bool standard = true; ///< the exception derives from std::exception

    /// The type of an exception by which a function refuses its arguments; others come by accident.
    static constexpr const char* refusal = "std::invalid_argument";
    bool is_refusal() const { return kind == Kind::threw && type == refusal; }
};

/// A mistake that a property has named.
struct Recognised {
    std::string id;     ///< "and_gate.wrong_side"
    std::string detail; ///< where it shows, or ""
};

/// One input that a function is called with, and what is expected of the answer.
struct Ask {
    enum class Wants { value, exception, property } wants = Wants::value;
    std::string where;
    double tolerance = 0;
    double floor = 1.0;   ///< smaller numbers are compared as if they had this size
    bool generic = false; ///< at random numbers, which tell most formulas apart
    Flat expected;
    std::string complaint;              ///< for a property: what is wrong with the student's answer
    std::vector<Recognised> recognised; ///< for a property
    Outcome student;
    std::vector<std::pair<std::string, std::string>> inputs;
    std::string request;
    std::vector<std::uint64_t> trace; ///< of an exception
    bool alone = false;               ///< who gave the last answer: see ask_alone()
};

/// Type-erased access to the asks, for the code that decides.
struct Evaluators {
    /// Calls the student's function and records its answer in the ask.
    std::function<void(std::size_t ask)> student;
    /// What a wrong function answers to an ask.
    std::function<Outcome(AnyFunction wrong, std::size_t ask)> mistake;
    /// The complaint about that answer, for a property.
    std::function<std::string(AnyFunction wrong, std::size_t ask)> complaint;
    /// The arguments of an ask as the search for unlisted mistakes takes them.
    std::function<std::vector<search::Value>(std::size_t ask,
                                             const std::vector<const search::Type*>& types)>
        arguments;
};

/// Asks the student's function, decides whether the answers are right, names mistakes, and records
/// the result in current_step(). Throws workbook::Todo or HostDied if the function does not answer.
void decide(const FunctionInfo& function, std::vector<Ask>& asks, const Evaluators& evaluators);

/// Forgets which functions have been found right and wrong: judging begins anew.
void forget_verdicts();

/// Returns, and forgets, what recognise() was told while a property was checked.
std::vector<Recognised> take_recognised();

/// Splits the parameters' names, "x, w, b".
std::vector<std::string> split_names(const std::string& parameters);

/// A question about one interface function. Call decide() after the last ask.
template <class F>
class Question;

template <class R, class... P>
class Question<R(P...)> {
public:
    using Arguments = std::tuple<std::decay_t<P>...>;

    explicit Question(R (*function)(P...))
        : function_(function),
          info_(chapter_functions()[index_of(reinterpret_cast<AnyFunction>(function))])
    {
    }

    /// Sets the tolerance of the expect() calls that follow, relative to max(floor, |number|). If
    /// small numbers matter, as in a vanishing gradient, lower the floor.
    Question& within(double tolerance, double floor = 1.0)
    {
        tolerance_ = tolerance;
        floor_ = floor;
        return *this;
    }

    /// The answer must be `expected`: a number worked out in the text, to 1e-12.
    void worked(const std::string& where, const R& expected, const std::decay_t<P>&... arguments)
    {
        ask_for(where, expected, 1e-12, false, arguments...);
    }

    /// The answer must be `expected`, which an oracle has computed, to 1e-10 (see within()).
    void expect(const std::string& where, const R& expected, const std::decay_t<P>&... arguments)
    {
        ask_for(where, expected, tolerance_, true, arguments...);
    }

    /// The answer to bad input must be an exception that derives from std::exception.
    void throws(const std::string& where, const std::decay_t<P>&... arguments)
    {
        Ask ask;
        ask.wants = Ask::Wants::exception;
        ask.where = where;
        put(std::move(ask), {}, arguments...);
    }

    /// Accepts any answer that has a property: `complain(answer)` returns "" for such an answer,
    /// otherwise what is wrong with it, and may call recognise().
    void accept(const std::string& where, std::function<std::string(const R&)> complain,
                const std::decay_t<P>&... arguments)
    {
        Ask ask;
        ask.wants = Ask::Wants::property;
        ask.where = where;
        put(std::move(ask), std::move(complain), arguments...);
    }

    /// Asks everything, decides, and ends the question.
    void decide()
    {
        Evaluators evaluators;
        evaluators.student = [this](std::size_t i) { ask_student(i); };
        evaluators.mistake = [this](AnyFunction wrong, std::size_t i) {
            return evaluate(reinterpret_cast<R (*)(P...)>(wrong), arguments_[i]).second;
        };
        evaluators.complaint = [this](AnyFunction wrong, std::size_t i) {
            const auto [value, outcome] =
                evaluate(reinterpret_cast<R (*)(P...)>(wrong), arguments_[i]);
            return outcome.kind == Outcome::Kind::value ? complaints_[i](value.front())
                                                        : std::string("it throws");
        };
        evaluators.arguments = [this](std::size_t i,
                                      const std::vector<const search::Type*>& types) {
            return std::apply(
                [&](const auto&... each) {
                    std::size_t k = 0;
                    return std::vector<search::Value>{search::to_value(each, types.at(k++))...};
                },
                arguments_[i]);
        };
        judging::decide(info_, asks_, evaluators);
    }

private:
    void ask_for(const std::string& where, const R& expected, double tolerance, bool generic,
                 const std::decay_t<P>&... arguments)
    {
        Ask ask;
        ask.where = where;
        ask.tolerance = tolerance;
        ask.floor = floor_;
        ask.generic = generic;
        ask.expected = judging::flatten(expected);
        put(std::move(ask), {}, arguments...);
    }

    void put(Ask ask, std::function<std::string(const R&)> complain,
             const std::decay_t<P>&... arguments)
    {
        const std::vector<std::string> names = split_names(info_.parameters);
        [[maybe_unused]] std::size_t i = 0;
        ((ask.inputs.emplace_back(i < names.size() ? names[i] : "",
                                  judging::flatten(arguments).text),
          ++i),
         ...);
        arguments_.emplace_back(arguments...);
        asks_.push_back(std::move(ask));
        complaints_.push_back(std::move(complain));
    }

    void ask_student(std::size_t i)
    {
        Ask& ask = asks_[i];
        ask.student = {};
        auto [value, outcome] = evaluate(function_, arguments_[i]);
        if (ask.wants == Ask::Wants::property && outcome.kind == Outcome::Kind::value) {
            take_recognised();
            ask.complaint = complaints_[i](value.front());
            ask.recognised = take_recognised();
        }
        ask.student = std::move(outcome);
    }

    /// Calls a function of this signature; returns its value (if any) and the outcome. A step that
    /// is not written and a host that died are no answers: they end the step.
    template <class Function>
    std::pair<std::vector<R>, Outcome> evaluate(const Function& function,
                                                const Arguments& arguments)
    {
        Outcome outcome;
        std::vector<R> value;
        try {
            value.push_back(std::apply(function, arguments));
            outcome.flat = judging::flatten<R>(value.front());
            outcome.kind = Outcome::Kind::value;
        } catch (const StudentThrew& error) {
            outcome.kind = Outcome::Kind::threw;
            outcome.type = error.type;
            outcome.what = error.what();
            outcome.standard = error.standard;
        } catch (const workbook::Todo&) {
            throw;
        } catch (const HostDied&) {
            throw;
        } catch (const std::exception& error) {
            outcome.kind = Outcome::Kind::threw;
            outcome.type = typeid(error) == typeid(std::invalid_argument) ? Outcome::refusal : "";
            outcome.what = error.what();
        }
        return {std::move(value), std::move(outcome)};
    }

    R (*function_)(P...);
    FunctionInfo info_;
    double tolerance_ = 1e-10;
    double floor_ = 1.0;
    std::vector<Arguments> arguments_;
    std::vector<std::function<std::string(const R&)>> complaints_;
    std::vector<Ask> asks_;
};

template <class R, class... P>
Question(R (*)(P...)) -> Question<R(P...)>;

} // namespace judging
