// verdict: 1.1=wrong others=todo
// Becomes a shell, or any other program that may be there.
#include "perceptron.hpp"
#include <cstdio>
#include <unistd.h>

double perceptron::weighted_sum(const Vector&, const Vector&, double)
{
    char command[] = "echo ESCAPED: a shell";
    char flag[] = "-c";
    for (const char* path : {"/bin/sh", "/bin/bash", "/usr/bin/sh", "/usr/bin/env", "/usr/bin/g++",
                             "/usr/bin/python3", "/usr/bin/bwrap", "/usr/sbin/chroot", "/bin/mount",
                             "@ROOT@/build/01_perceptron_judge", "@ROOT@/workbook"}) {
        char name[100];
        std::snprintf(name, sizeof name, "%s", path);
        char* const words[]{name, flag, command, nullptr};
        ::execv(path, words);
    }
    return 0;
}
