#include "asking.hpp"

#include "judging/search/interpreter.hpp"

#include <boost/test/unit_test.hpp>

#include <cstdlib>

namespace judging::search {

std::string root()
{
    return std::getenv("WORKBOOK_ROOT");
}

Budget within(double seconds)
{
    Budget budget;
    budget.work = static_cast<std::uint64_t>(seconds * 15e6);
    return budget;
}

std::vector<Case> cases_of(const Formulas& formulas, const std::string& folder,
                           const Function& asked, const Function& answers, std::size_t count)
{
    ArgumentMaker maker(formulas, 3);
    std::vector<Case> cases;
    for (std::size_t number = 0; number < count; ++number) {
        Case one;
        one.arguments = maker.arguments(folder, asked, number);
        Interpreter interpreter;
        interpreter.limit(1'000'000);
        try {
            one.answer = answer_of(interpreter.call(answers, one.arguments));
        } catch (const Threw&) {
            one.threw = true;
        } catch (const Broken&) {
            return {};
        }
        cases.push_back(std::move(one));
    }
    return cases;
}

std::vector<Suggestion> said_of(const std::string& folder, const std::string& function,
                                const std::string& body, std::size_t cases)
{
    const auto formulas = formulas_of(root(), folder);
    const auto wrong = formulas->with_body(function, body);
    BOOST_REQUIRE_MESSAGE(wrong != nullptr && wrong->body != nullptr, body);
    return search({formulas.get()}, function,
                  cases_of(*formulas, folder, *formulas->find(function), *wrong, cases),
                  within(10.0));
}

void is_said(const std::string& folder, const std::string& function, const std::string& body,
             const std::string& words)
{
    const std::vector<Suggestion> all = said_of(folder, function, body);
    BOOST_REQUIRE_MESSAGE(!all.empty(), "nothing is said of " << body);
    BOOST_CHECK_EQUAL(all.front().words, words);
}

} // namespace judging::search
