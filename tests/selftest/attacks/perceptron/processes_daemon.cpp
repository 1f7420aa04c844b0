// verdict: 1.1=wrong others=todo
// Becomes a daemon that nobody waits for and leaves a file later, when the class is graded.
#include "perceptron.hpp"
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

double perceptron::weighted_sum(const Vector&, const Vector&, double)
{
    if (::fork() == 0) {
        ::setsid();
        if (::fork() == 0) {
            ::sleep(2);
            for (const char* path : {@CANARIES@}) {
                ::open(path, O_CREAT | O_WRONLY, 0600);
            }
            ::sleep(1000);
        }
        ::_exit(0);
    }
    if (::setsid() >= 0 || ::setpgid(0, 0) == 0) {
        std::puts("ESCAPED: left its session or group");
    }
    return 0;
}
