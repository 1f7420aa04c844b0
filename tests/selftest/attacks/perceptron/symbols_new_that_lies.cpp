// verdict: all=crashed|wrong|timeout|todo
// operator new gives everybody the same few bytes.
#include "perceptron.hpp"
#include <new>

alignas(64) static char the_same[1 << 16];

void* operator new(std::size_t) { return the_same; }
void operator delete(void*) noexcept {}
void operator delete(void*, std::size_t) noexcept {}
