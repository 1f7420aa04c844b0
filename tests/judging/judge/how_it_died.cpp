#include "judging/judge/how_it_died.hpp"

#include <fmt/format.h>

#include <csignal>
#include <cstring>

namespace judging {

std::string explain_signal(int signal_number, const std::string& printed)
{
    const bool index = printed.find("Assertion '__n < this->size()' failed") != std::string::npos;
    if (signal_number == SIGABRT && index) {
        return "your code was aborted: an index is not below the size of what it counts in";
    }
    switch (signal_number) {
    case SIGSEGV:
        return "your code crashed (segmentation fault): it used memory that is not there, or a "
               "function called itself without end";
    case SIGABRT:
        return "your code was aborted: abort(), a failed assert, memory written outside its "
               "bounds, or an exception where none may leave (a thread, a destructor)";
    case SIGFPE: return "your code crashed: a whole number was divided by zero";
    case SIGKILL: return "the process of your code was killed";
    case SIGXFSZ: return "your code wrote a file larger than 1 MB";
    default:
        return fmt::format("your code was ended by signal {} ({})", signal_number,
                           ::strsignal(signal_number));
    }
}

std::string explain_endless(int cpu_seconds)
{
    return fmt::format("not done after {} s of computing: an endless loop?", cpu_seconds);
}

std::string explain_flood(std::size_t printed_bytes)
{
    return fmt::format("your code printed more than {} kB in one step", printed_bytes / 1024);
}

std::string explain_exit(int status)
{
    return fmt::format(
        "your code ended the program (exit status {}) instead of returning an answer", status);
}

} // namespace judging
