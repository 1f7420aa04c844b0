// The host that judges a function alone: see alone.hpp.
#include "judging/host/alone.hpp"
#include "judging/host/trace.hpp"

#include <algorithm>
#include <cstdio>

#include <dlfcn.h>

namespace judging {
namespace {

std::vector<AnyFunction> functions_of_the_student;
const char* recorded = nullptr; ///< the file of a call that is made once more, with its answers

} // namespace

std::uint32_t index_of(AnyFunction stub)
{
    const auto& stubs = chapter_stubs();
    return static_cast<std::uint32_t>(std::find(stubs.begin(), stubs.end(), stub) - stubs.begin());
}

AnyFunction students(std::uint32_t function)
{
    return functions_of_the_student.at(function);
}

Conversation& conversation()
{
    static Conversation only(recorded);
    return only;
}

int start(const std::vector<HostFunction>& functions, int argc, char** argv)
{
    void* library = argc > 1 ? ::dlopen(argv[1], RTLD_NOW | RTLD_LOCAL) : nullptr;
    if (library == nullptr) {
        const char* error = ::dlerror();
        std::fprintf(stderr, "%s\n", error != nullptr ? error : "no library was named");
        return 3;
    }
    recorded = argc > 2 ? argv[2] : nullptr;
    for (const AnyFunction stub : chapter_stubs()) {
        Dl_info symbol{};
        ::dladdr(reinterpret_cast<void*>(stub), &symbol);
        functions_of_the_student.push_back(
            reinterpret_cast<AnyFunction>(::dlsym(library, symbol.dli_sname)));
    }
    const auto known =
        std::find_if(functions_of_the_student.begin(), functions_of_the_student.end(),
                     [](AnyFunction function) { return function != nullptr; });
    if (known != functions_of_the_student.end()) {
        trace_inside(reinterpret_cast<const void*>(*known));
    }
    if (recorded == nullptr) {
        tell_of_crashes(Conversation::replies);
    }
    return serve(functions, conversation());
}

} // namespace judging
