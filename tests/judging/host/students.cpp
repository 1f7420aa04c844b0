// The student's functions in their library: see students.hpp.
#include "judging/host/students.hpp"
#include "judging/host/trace.hpp"

#include <algorithm>
#include <cstdio>

#include <dlfcn.h>

namespace judging {
namespace {

const char* file_of_library = nullptr;
const char* recorded = nullptr; ///< the file of a call that is made once more, with its answers

std::vector<AnyFunction> functions_in_library()
{
    // A value at namespace scope may call them while the library is still being loaded.
    void* library = ::dlopen(file_of_library, RTLD_NOW | RTLD_NOLOAD);
    std::vector<AnyFunction> functions;
    for (const AnyFunction stub : chapter_stubs()) {
        Dl_info symbol{};
        ::dladdr(reinterpret_cast<void*>(stub), &symbol);
        functions.push_back(reinterpret_cast<AnyFunction>(::dlsym(library, symbol.dli_sname)));
    }
    return functions;
}

} // namespace

std::uint32_t index_of(AnyFunction stub)
{
    const auto& stubs = chapter_stubs();
    return static_cast<std::uint32_t>(std::find(stubs.begin(), stubs.end(), stub) - stubs.begin());
}

AnyFunction students(std::uint32_t function)
{
    static const std::vector<AnyFunction> functions = functions_in_library();
    return functions.at(function);
}

Conversation& conversation()
{
    static Conversation only(recorded);
    return only;
}

int start(const std::vector<HostFunction>& functions, int argc, char** argv)
{
    recorded = argc > 2 ? argv[2] : nullptr;
    file_of_library = argc > 1 ? argv[1] : "";
    if (::dlopen(file_of_library, RTLD_NOW | RTLD_LOCAL) == nullptr) {
        const char* error = ::dlerror();
        std::fprintf(stderr, "%s\n", error != nullptr ? error : "no library was named");
        return 3;
    }
    trace_inside(reinterpret_cast<const void*>(students(0)));
    if (recorded == nullptr) {
        tell_of_crashes(Conversation::replies);
    }
    return serve(functions, conversation());
}

} // namespace judging
