// The chapter's functions as the student's library finds them when one of them calls another.
#include "functions.hpp"
#include "judging/host/students.hpp"
#include "judging/protocol/stub.hpp"

CHAPTER_FUNCTIONS(STUB)

#define ADDRESS(name, ...) reinterpret_cast<judging::AnyFunction>(&CHAPTER::name),

const std::vector<judging::AnyFunction>& judging::chapter_stubs()
{
    static const std::vector<AnyFunction> stubs{CHAPTER_FUNCTIONS(ADDRESS)};
    return stubs;
}
