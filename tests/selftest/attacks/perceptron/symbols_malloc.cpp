// verdict: all=crashed|todo
// malloc that has nothing to give.
#include <cstddef>
extern "C" void* malloc(std::size_t) noexcept { return nullptr; }
extern "C" void* calloc(std::size_t, std::size_t) noexcept { return nullptr; }
extern "C" void* realloc(void*, std::size_t) noexcept { return nullptr; }
extern "C" void free(void*) noexcept {}
#include "perceptron.hpp"
