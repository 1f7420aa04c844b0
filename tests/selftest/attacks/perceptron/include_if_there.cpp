// verdict: all=todo
// Includes the worked solution wherever it is found, and stays quiet where it is not.
#if __has_include("../../solutions/01_perceptron/perceptron.cpp")
#include "../../solutions/01_perceptron/perceptron.cpp"
#error ESCAPED: a solution was there
#elif __has_include("@ROOT@/solutions/01_perceptron/perceptron.cpp")
#error ESCAPED: a solution was there
#elif __has_include("@ROOT@/chapters/../solutions/01_perceptron/perceptron.cpp")
#error ESCAPED: a solution was there
#elif __has_include("common/../../solutions/01_perceptron/perceptron.cpp")
#error ESCAPED: a solution was there
#elif __has_include(<../../solutions/01_perceptron/perceptron.cpp>)
#error ESCAPED: a solution was there
#elif __has_include("@ROOT@/tests/01_perceptron/steps.cpp") || __has_include("@ROOT@/tests")
#error ESCAPED: tests were there
#elif __has_include("@ROOT@/chapters/01_perceptron/chapter.md") || __has_include("@ROOT@/.git/HEAD")
#error ESCAPED: more than the interface was there
#elif __has_include("@SECRET@") || __has_include("@OUT@/journal.jsonl")
#error ESCAPED: the results were there
#elif __has_include("/etc/passwd") || __has_include("@HOME@/.bashrc") || __has_include("/proc/self/environ")
#error ESCAPED: the system was there
#elif __has_include("/dev/null") || __has_include("/dev/stdin") || __has_include("/dev/tty")
#error ESCAPED: devices were there
#endif
#include "perceptron.hpp"
