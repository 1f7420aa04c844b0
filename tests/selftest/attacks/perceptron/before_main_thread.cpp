// verdict: all=crashed
// A thread that starts before main and outlives it.
#include "perceptron.hpp"
#include <thread>
#include <unistd.h>

static std::thread stays([] {
    for (;;) {
        ::pause();
    }
});
