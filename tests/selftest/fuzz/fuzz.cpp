// Judges a step in one process, again and again, with answers that the fuzzer makes up. Nothing
// that a student's process sends may crash the judge, make it read what is not its own, keep it
// busy, or make a step's own checks throw.
//
// WORKBOOK_HOST and WORKBOOK_RIGHT name the host and the library of the right functions,
// WORKBOOK_STEPS the chapter's steps: "3.1,3.2".
#include "data.hpp"

#include "judging/judge/judge.hpp"
#include "judging/judge/step.hpp"

#include <boost/algorithm/string/classification.hpp>
#include <boost/algorithm/string/split.hpp>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

namespace {

std::string from_environment(const char* name)
{
    const char* value = std::getenv(name);
    if (value == nullptr) {
        std::fprintf(stderr, "%s is not set: see fuzz.sh\n", name);
        std::exit(2);
    }
    return value;
}

/// What the judge prints while this lives.
class Printed {
public:
    Printed() : before_(stdout) { stdout = ::open_memstream(&text_, &size_); }
    ~Printed()
    {
        std::fclose(stdout);
        stdout = before_;
        std::free(text_);
    }
    Printed(const Printed&) = delete;
    Printed& operator=(const Printed&) = delete;

    std::string text()
    {
        std::fflush(stdout);
        return {text_, size_};
    }

private:
    std::FILE* before_;
    char* text_ = nullptr;
    std::size_t size_ = 0;
};

int fuzz_argc = 0;
char** fuzz_argv = nullptr;

int judge_one(const std::uint8_t* bytes, std::size_t size)
{
    static const std::vector<std::string> steps = [] {
        std::vector<std::string> numbers;
        return boost::split(numbers, from_environment("WORKBOOK_STEPS"), boost::is_any_of(","));
    }();
    fuzz::data.start(bytes, size);
    const std::string& step = steps[fuzz::data.byte() % steps.size()];
    Printed printed;
    judging::judge_again(step, fuzz::data.byte() % 2); // few seeds: most right answers are known
    if (printed.text().find("the judge itself failed") != std::string::npos) {
        std::fprintf(stderr, "%s\n", printed.text().c_str());
        std::abort();
    }
    return 0;
}

} // namespace

extern "C" int LLVMFuzzerRunDriver(int* argc, char*** argv,
                                   int (*callback)(const std::uint8_t* bytes, std::size_t size));

/// Boost.Test counts what goes wrong while one of its tests is under way, so the fuzzer is one.
BOOST_AUTO_TEST_CASE(fuzzer, *judging::label("fuzzer"))
{
    std::exit(LLVMFuzzerRunDriver(&fuzz_argc, &fuzz_argv, judge_one));
}

int main(int argc, char** argv)
{
    fuzz_argc = argc;
    fuzz_argv = argv;
    std::vector<std::string> words{"judge",
                                   "--steps",
                                   "fuzzer",
                                   "--seed",
                                   "0",
                                   "--",
                                   from_environment("WORKBOOK_HOST"),
                                   from_environment("WORKBOOK_RIGHT")};
    std::vector<char*> judge_argv;
    for (std::string& word : words) {
        judge_argv.push_back(word.data());
    }
    return judging::judge(static_cast<int>(judge_argv.size()), judge_argv.data());
}
