// The chapter's functions as the judge links them: each asks the host. Their names, parameters and
// types are generated from the list in functions.hpp.
#include "functions.hpp"
#include "judging/judge/call.hpp"
#include "judging/protocol/signature.hpp"

#include <boost/preprocessor/punctuation/comma_if.hpp>
#include <boost/preprocessor/seq/for_each_i.hpp>
#include <boost/preprocessor/stringize.hpp>
#include <boost/preprocessor/variadic/to_seq.hpp>

#define SIGNATURE(name) judging::Signature<std::remove_pointer_t<decltype(&CHAPTER::name)>>

#define STUB_PARAMETER(r, name, index, parameter)                                                  \
    BOOST_PP_COMMA_IF(index) SIGNATURE(name)::Parameter<index> parameter

#define STUB(name, ...)                                                                            \
    SIGNATURE(name)::Result CHAPTER::name(__VA_OPT__(                                              \
        BOOST_PP_SEQ_FOR_EACH_I(STUB_PARAMETER, name, BOOST_PP_VARIADIC_TO_SEQ(__VA_ARGS__))))     \
    {                                                                                              \
        return judging::call(&CHAPTER::name __VA_OPT__(, ) __VA_ARGS__);                           \
    }

CHAPTER_FUNCTIONS(STUB)

#define DESCRIPTION(name, ...)                                                                     \
    {reinterpret_cast<judging::AnyFunction>(&CHAPTER::name), #name, #__VA_ARGS__},

const std::vector<judging::FunctionInfo>& judging::chapter_functions()
{
    static const std::vector<FunctionInfo> functions{CHAPTER_FUNCTIONS(DESCRIPTION)};
    return functions;
}

std::string judging::chapter_namespace()
{
    return BOOST_PP_STRINGIZE(CHAPTER);
}
