// One chapter's part of the test that formulas are evaluated as the compiler would have it: every
// function on random arguments, compiled and interpreted. Compiled once for each chapter.
#include "arguments.hpp"

#include "judging/judge/flat.hpp"
#include "judging/search/interpreter.hpp"
#include "judging/search/values.hpp"

#include "functions.hpp"

#include <boost/test/unit_test.hpp>

#include <optional>
#include <stdexcept>
#include <utility>

namespace {

using namespace judging;
using namespace judging::search;

template <class R, class... P, std::size_t... I>
R call_compiled(R (*function)(P...), const std::vector<Value>& arguments, std::index_sequence<I...>)
{
    return function(from_value<std::decay_t<P>>(arguments[I], nullptr)...);
}

/// The arguments as the judge hands them to the search: from those of the compiled function.
template <class R, class... P, std::size_t... I>
std::vector<Value> as_the_judge_has_them(R (*)(P...), const Function& function,
                                         const std::vector<Value>& arguments,
                                         std::index_sequence<I...>)
{
    return {to_value(from_value<std::decay_t<P>>(arguments[I], nullptr),
                     function.parameters[I].type)...};
}

/// What the compiled function answers; nothing where it refuses the arguments.
template <class R, class... P>
std::optional<Flat> compiled_answer(R (*function)(P...), const std::vector<Value>& arguments)
{
    try {
        return judging::flatten(
            call_compiled(function, arguments, std::index_sequence_for<P...>{}));
    } catch (const std::invalid_argument&) {
        return std::nullopt;
    }
}

void agrees_with(const Flat& compiled, const Function& function,
                 const std::vector<Value>& arguments, std::size_t number)
{
    const std::string& name = function.name;
    Interpreter interpreter;
    try {
        const Answer answer = answer_of(interpreter.call(function, arguments));
        BOOST_CHECK_MESSAGE(answer.shape == compiled.shape,
                            name << ": " << compiled.shape << " and " << answer.shape);
        const Difference difference = judging::compare(
            compiled, {answer.shape, compiled.places, answer.numbers, compiled.words, ""}, 1e-12);
        BOOST_CHECK_MESSAGE(!difference.differs,
                            name << ", case " << number << ", " << difference.place << ": "
                                 << difference.expected << " and " << difference.got);
    } catch (const Broken&) {
        BOOST_ERROR(name << " cannot be evaluated");
    } catch (const Threw&) {
        BOOST_ERROR(name << " throws");
    }
}

template <class R, class... P>
void agrees(const Formulas& formulas, const std::string& name, R (*function)(P...))
{
    std::string why;
    BOOST_CHECK_MESSAGE(formulas.is_understood(name, &why), name << ": " << why);
    if (!formulas.is_understood(name)) {
        return;
    }
    constexpr std::size_t cases = 6;
    std::size_t answered = 0;
    ArgumentMaker maker(formulas, 7);
    for (std::size_t number = 0; number < cases; ++number) {
        const std::vector<Value> arguments = maker.arguments(FOLDER, *formulas.find(name), number);
        // Arguments that are refused are no case for the search, which does not read the lines
        // that refuse them.
        if (const auto compiled = compiled_answer(function, arguments)) {
            ++answered;
            agrees_with(*compiled, *formulas.find(name),
                        as_the_judge_has_them(function, *formulas.find(name), arguments,
                                              std::index_sequence_for<P...>{}),
                        number);
        }
    }
    BOOST_CHECK_MESSAGE(2 * answered >= cases,
                        name << " was refused too often: arguments.cpp makes none that fit");
}

} // namespace

BOOST_AUTO_TEST_SUITE(search_interpreter)

BOOST_AUTO_TEST_CASE(CHAPTER_CASE)
{
    const auto formulas = formulas_of(std::getenv("WORKBOOK_ROOT"), FOLDER);
#define AGREES(name, ...) agrees(*formulas, #name, &CHAPTER::name);
    CHAPTER_FUNCTIONS(AGREES)
}

BOOST_AUTO_TEST_SUITE_END()
