// The chapter's functions as the judge links them: each asks the host.
#include "functions.hpp"
#include "judging/judge/call.hpp"
#include "judging/judge/flat.hpp"
#include "judging/protocol/stub.hpp"

#include <boost/preprocessor/stringize.hpp>

#include <algorithm>
#include <set>
#include <stdexcept>
#include <utility>

CHAPTER_FUNCTIONS(STUB)

#define DESCRIPTION(name, ...)                                                                     \
    {reinterpret_cast<judging::AnyFunction>(&CHAPTER::name), #name, #__VA_ARGS__,                  \
     &judging::is_same_reply<SIGNATURE(name)::Result>},

const std::vector<judging::FunctionInfo>& judging::chapter_functions()
{
    static const std::vector<FunctionInfo> functions{CHAPTER_FUNCTIONS(DESCRIPTION)};
    return functions;
}

std::uint32_t judging::index_of(AnyFunction stub)
{
    const auto& functions = chapter_functions();
    const auto found = std::find_if(functions.begin(), functions.end(),
                                    [&](const FunctionInfo& f) { return f.stub == stub; });
    if (found == functions.end()) {
        throw std::logic_error("a function that functions.hpp does not list was called");
    }
    return static_cast<std::uint32_t>(found - functions.begin());
}

// A chapter may say that a function can be built on a later one: BUILDS_ON(leaky_relu, prelu).
#ifndef CHAPTER_BUILDS_ON
#define CHAPTER_BUILDS_ON(BUILDS_ON)
#endif
#define PAIR(function, later)                                                                      \
    {reinterpret_cast<judging::AnyFunction>(&CHAPTER::function),                                   \
     reinterpret_cast<judging::AnyFunction>(&CHAPTER::later)},

bool judging::may_build_on(std::uint32_t function, std::uint32_t later)
{
    static const std::set<std::pair<AnyFunction, AnyFunction>> pairs{CHAPTER_BUILDS_ON(PAIR)};
    const auto& functions = chapter_functions();
    return pairs.count({functions[function].stub, functions[later].stub}) > 0;
}

std::string judging::chapter_namespace()
{
    return BOOST_PP_STRINGIZE(CHAPTER);
}
