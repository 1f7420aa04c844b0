// What Debian's compiler-rt for WebAssembly asks for, being compiled with stack protectors: its
// division of 128-bit numbers, of which the 50-digit arithmetic of some steps is made.
#include <cstdint>
#include <cstdlib>

extern "C" {

std::uintptr_t __stack_chk_guard = 0x595e9fbd;

[[noreturn]] void __stack_chk_fail()
{
    std::abort();
}
}
