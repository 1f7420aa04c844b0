// verdict: all=right
// rest: solution
// Counts its memory: operator new and delete of its own, which is allowed.
#include "perceptron.hpp"
#include <cstdlib>
#include <new>

static std::size_t taken = 0;

void* operator new(std::size_t size)
{
    taken += size;
    void* memory = std::malloc(size);
    return memory != nullptr ? memory : throw std::bad_alloc();
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
