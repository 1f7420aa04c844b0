// The host that judges a function alone: see alone.hpp.
#include "judging/host/alone.hpp"

#include <algorithm>
#include <cstdio>

#include <dlfcn.h>

namespace judging {
namespace {

std::vector<AnyFunction> functions_of_the_student;

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
    static Conversation only;
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
    for (const AnyFunction stub : chapter_stubs()) {
        Dl_info symbol{};
        ::dladdr(reinterpret_cast<void*>(stub), &symbol);
        functions_of_the_student.push_back(
            reinterpret_cast<AnyFunction>(::dlsym(library, symbol.dli_sname)));
    }
    return serve(functions, conversation());
}

} // namespace judging
