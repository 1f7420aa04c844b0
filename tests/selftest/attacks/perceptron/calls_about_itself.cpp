// verdict: 1.1=wrong|crashed others=todo
// Lives on when its parent ends, hides its name, raises its limits, changes those of others.
#include "perceptron.hpp"
#include <cstdio>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

double perceptron::weighted_sum(const Vector&, const Vector&, double)
{
    ::prctl(PR_SET_PDEATHSIG, 0);
    ::prctl(PR_SET_NAME, "judge");
    ::prctl(PR_SET_CHILD_SUBREAPER, 1);
    ::prctl(PR_SET_DUMPABLE, 1);
    ::prctl(PR_SET_PTRACER, -1UL);
    if (::prctl(PR_SET_NO_NEW_PRIVS, 0, 0, 0, 0) == 0 || ::prctl(PR_SET_SECCOMP, 0) == 0) {
        std::puts("ESCAPED: took a rule back");
    }
    for (const auto resource : {RLIMIT_AS, RLIMIT_CPU, RLIMIT_FSIZE, RLIMIT_CORE}) {
        const rlimit most{RLIM_INFINITY, RLIM_INFINITY};
        if (::setrlimit(resource, &most) == 0 || ::prlimit(0, resource, &most, nullptr) == 0) {
            std::printf("ESCAPED: limit %d was raised\n", static_cast<int>(resource));
        }
    }
    if (::setpriority(PRIO_PROCESS, 0, -20) == 0 || ::setpriority(PRIO_USER, 0, -20) == 0) {
        std::puts("ESCAPED: goes before all others");
    }
    ::setpriority(PRIO_USER, 0, 19);
    const sched_param first{99};
    if (::sched_setscheduler(0, SCHED_FIFO, &first) == 0) {
        std::puts("ESCAPED: runs in real time");
    }
    const rlimit nothing{0, 0};
    ::prlimit(1, RLIMIT_CPU, &nothing, nullptr);
    ::prlimit(1, RLIMIT_NOFILE, &nothing, nullptr);
    return 0;
}
