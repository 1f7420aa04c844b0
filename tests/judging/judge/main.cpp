#include "judging/judge/judge.hpp"

#include <cstdio>
#include <exception>

int main(int argc, char** argv)
{
    try {
        return judging::judge(argc, argv);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "judge: %s\n", error.what());
        return 3;
    }
}
