// verdict: 1.1=wrong others=todo
// Prints what it should not be able to read: solutions, tests, passwords, other students.
#include "perceptron.hpp"
#include <cstdio>
#include <dirent.h>

double perceptron::weighted_sum(const Vector&, const Vector&, double)
{
    for (const char* path : {"@SECRET@", "@ROOT@/solutions/01_perceptron/perceptron.cpp",
                             "@ROOT@/tests/01_perceptron/steps.cpp", "@OUT@/journal.jsonl",
                             "@ROOT@/build/01_perceptron_judge", "@HOME@/.ssh/id_rsa",
                             "@HOME@/.bashrc", "/etc/passwd", "/etc/shadow", "/etc/hostname",
                             "../../solutions/01_perceptron/perceptron.cpp"}) {
        char bytes[500];
        if (std::FILE* file = std::fopen(path, "r")) {
            std::printf("ESCAPED: %s: %s\n", path, std::fgets(bytes, sizeof bytes, file));
        }
    }
    for (const char* path : {"@ROOT@", "@OUT@", "@CLASS@", "@HOME@", "/home", "/tmp", "/etc",
                             "/root", "/var", "/work", "/dev/shm"}) {
        if (DIR* folder = ::opendir(path)) {
            while (const dirent* entry = ::readdir(folder)) {
                if (entry->d_name[0] != '.') {
                    std::printf("ESCAPED: %s holds %s\n", path, entry->d_name);
                }
            }
        }
    }
    return 0;
}
