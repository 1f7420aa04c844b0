// verdict: all=crashed|wrong|timeout|todo
// memcpy that copies ones, so that every number on the pipe is the same.
#include <cstddef>
extern "C" void* memcpy(void* to, const void*, std::size_t size) noexcept
{
    for (std::size_t i = 0; i < size; ++i) {
        static_cast<volatile char*>(to)[i] = 1;
    }
    return to;
}
#include "perceptron.hpp"
