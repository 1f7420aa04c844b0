#include "judging/judge/unlisted.hpp"

#include "judging/judge/load_searcher.hpp"
#include "judging/judge/who_answers.hpp"

#include <algorithm>
#include <chrono>
#include <memory>

namespace judging {
namespace {

/// So long may be searched for the mistake in one function, however slow the machine is.
constexpr std::chrono::seconds longest{2};

std::string library;
std::string texts;

/// nullptr if there is none.
const search::Searcher* searcher()
{
    static const std::unique_ptr<search::Searcher> loaded = load_searcher(library, texts);
    return loaded.get();
}

/// Whether the answer to an ask can tell which formula it comes from. Many answers may have a
/// property, so those count only `if_need_be`, and never where nothing is given.
bool tells_something(const Ask& ask, bool if_need_be)
{
    switch (ask.wants) {
    case Ask::Wants::value: return ask.student.kind != Outcome::Kind::unavailable;
    case Ask::Wants::exception: return ask.student.kind == Outcome::Kind::value;
    case Ask::Wants::property:
        return if_need_be && ask.student.kind == Outcome::Kind::value && !ask.inputs.empty();
    }
    return false;
}

} // namespace

void use_search(const std::string& new_library, const std::string& new_texts)
{
    library = new_library;
    texts = new_texts;
}

std::vector<std::string> unlisted_mistakes(const FunctionInfo& function,
                                           const std::vector<Ask>& asks,
                                           const Evaluators& evaluators)
{
    if (searcher() == nullptr) {
        return {};
    }
    const auto types = searcher()->parameters(function.name);
    if (types.empty()) {
        return {};
    }
    std::vector<search::Case> cases;
    const bool only_properties =
        std::none_of(asks.begin(), asks.end(), [](const Ask& ask) { return ask.generic; });
    for (std::size_t i = 0; i < asks.size(); ++i) {
        if (tells_something(asks[i], only_properties)) {
            const Outcome& student = asks[i].student;
            cases.push_back({evaluators.arguments(i, types),
                             {student.flat.shape, student.flat.numbers},
                             student.kind == Outcome::Kind::threw,
                             asks[i].floor,
                             asks[i].generic || asks[i].wants == Ask::Wants::property});
        }
    }
    search::Budget budget;
    budget.deadline = std::chrono::steady_clock::now() + longest;
    for (std::uint32_t other = 0; can_ask_alone() && other < chapter_functions().size(); ++other) {
        if (others_called()[other]) {
            budget.right.insert(chapter_functions()[other].name);
        }
    }
    std::vector<std::string> words;
    for (const search::Suggestion& found : searcher()->search(function.name, cases, budget)) {
        words.push_back(found.words);
    }
    return words;
}

} // namespace judging
