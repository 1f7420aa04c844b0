// The chapter's functions in a module of the student's file.
//
// The linker puts wrap_… in the place of every call of a function, also of those that the student's
// functions make of each other (its option --wrap); that passes the call on to the function itself,
// real_…, or to the judge. The linker knows functions by their mangled names, which names.hpp has:
// it is made from the worked file when the site is built.
#include "functions.hpp"
#include "judging/host/host.hpp"
#include "judging/host/students.hpp"
#include "judging/protocol/stub.hpp"
#include "names.hpp"

#define DECLARE(name, ...)                                                                         \
    decltype(CHAPTER::name) wrap_##name asm("__wrap_" MANGLED_##name);                             \
    decltype(CHAPTER::name) real_##name asm("__real_" MANGLED_##name);
CHAPTER_FUNCTIONS(DECLARE)

#define WRAP(name, ...) STUB_AS(wrap_##name, name __VA_OPT__(, ) __VA_ARGS__)
CHAPTER_FUNCTIONS(WRAP)

#define STUB_ADDRESS(name, ...) reinterpret_cast<judging::AnyFunction>(&CHAPTER::name),
#define REAL_ADDRESS(name, ...) reinterpret_cast<judging::AnyFunction>(&real_##name),

namespace judging {

const std::vector<AnyFunction>& chapter_stubs()
{
    static const std::vector<AnyFunction> stubs{CHAPTER_FUNCTIONS(STUB_ADDRESS)};
    return stubs;
}

AnyFunction students(std::uint32_t function)
{
    static const std::vector<AnyFunction> functions{CHAPTER_FUNCTIONS(REAL_ADDRESS)};
    return functions.at(function);
}

const std::vector<HostFunction>& chapter_list()
{
    static const std::vector<HostFunction> list{CHAPTER_FUNCTIONS(HOST_FUNCTION)};
    return list;
}

} // namespace judging
