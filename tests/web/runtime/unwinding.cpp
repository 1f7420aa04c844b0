// What libc++abi asks of an unwinder, in WebAssembly: the engine unwinds the stack by itself and
// stops at every landing pad; there the compiled code asks the personality function whether to
// enter. (Names and signatures are those of the C++ ABI.)
#include <cstdint>
#include <cstdlib>

struct _Unwind_Exception {
    std::uint64_t exception_class;
    void (*exception_cleanup)(int reason, _Unwind_Exception* exception);
};

extern "C" {

/// Written by the compiled code before it asks, read by the personality function.
struct LandingPad {
    std::uintptr_t index;
    std::uintptr_t language_specific_data;
    std::uintptr_t selector;
};
LandingPad __wasm_lpad_context;

int __gxx_personality_wasm0(int version, int actions, std::uint64_t exception_class,
                            _Unwind_Exception* exception, LandingPad* context);

int _Unwind_CallPersonality(void* thrown)
{
    constexpr int version = 1;
    constexpr int cleanup_phase = 2; // there is no phase of searching
    auto* const exception = static_cast<_Unwind_Exception*>(thrown);
    __wasm_lpad_context.selector = 0;
    return __gxx_personality_wasm0(version, cleanup_phase, exception->exception_class, exception,
                                   &__wasm_lpad_context);
}

int _Unwind_RaiseException(_Unwind_Exception* exception)
{
    __builtin_wasm_throw(0, exception);
}

void _Unwind_DeleteException(_Unwind_Exception* exception)
{
    constexpr int caught = 1;
    if (exception->exception_cleanup != nullptr) {
        exception->exception_cleanup(caught, exception);
    }
}

std::uintptr_t _Unwind_GetIP(LandingPad* context)
{
    return context->index + 2; // the personality function counts from 1, and goes one back
}

std::uintptr_t _Unwind_GetLanguageSpecificData(LandingPad* context)
{
    return context->language_specific_data;
}

void _Unwind_SetGR(LandingPad* context, int register_number, std::uintptr_t value)
{
    constexpr int selector = 1;
    if (register_number == selector) {
        context->selector = value;
    }
}

/// Named by the personality function, which has no use for them here.
void _Unwind_SetIP(LandingPad*, std::uintptr_t) {}

std::uintptr_t _Unwind_GetRegionStart(LandingPad*)
{
    return 0;
}

/// What libc++abi remembers of the exceptions under way; there is one thread.
struct Exceptions {
    void* caught;
    unsigned int uncaught;
};
static Exceptions exceptions;

Exceptions* __cxa_get_globals()
{
    return &exceptions;
}

Exceptions* __cxa_get_globals_fast()
{
    return &exceptions;
}
}

// The kind of all C++ exceptions, for the engine. Compilers up to 14 define it wherever it is used.
#if __clang_major__ > 14
asm(R"(
    .globl __cpp_exception
    .tagtype __cpp_exception i32
__cpp_exception:
)");
#endif
