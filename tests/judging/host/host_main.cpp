// The part of a host that knows the chapter: its table of functions. Compiled once per chapter;
// after a save only the student's file is compiled.
#include "functions.hpp"
#include "judging/host/host.hpp"

int main(int argc, char** argv)
{
    return judging::start({CHAPTER_FUNCTIONS(HOST_FUNCTION)}, argc, argv);
}
