// verdict: 1.1=wrong|crashed|timeout others=todo
// Takes memory from the kernel in every form, and says how much it got.
#include "perceptron.hpp"
#include <cstdio>
#include <cstring>
#include <sys/mman.h>
#include <sys/shm.h>
#include <sys/syscall.h>
#include <unistd.h>

double perceptron::weighted_sum(const Vector&, const Vector&, double)
{
    constexpr std::size_t part = 1 << 26;
    std::size_t got = 0;
    for (const int kind : {MAP_PRIVATE, MAP_SHARED}) {
        void* memory = nullptr;
        while ((memory = ::mmap(nullptr, part, PROT_READ | PROT_WRITE,
                                kind | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0)) != MAP_FAILED) {
            std::memset(memory, 1, part);
            got += part;
        }
    }
    if (got > std::size_t{1} << 30) {
        std::puts("ESCAPED: more than a gigabyte");
    }
    if (::memfd_create("m", 0) >= 0 || ::syscall(447, 0) >= 0) {
        std::puts("ESCAPED: a file in memory");
    }
    if (::shmget(IPC_PRIVATE, part, IPC_CREAT | 0600) >= 0) {
        std::puts("ESCAPED: shared memory");
    }
    return 0;
}
