// Labs that misbehave in one step. None may be right there, none may take another step with
// it, none may hold the judge beyond its limits.
#include "build/judging.hpp"
#include "build/sandbox.hpp"
#include "course/markers.hpp"
#include "support.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>

#include <chrono>
#include <fstream>

using namespace workbook;
using namespace workbook::tests;

namespace {

constexpr const char* bad_step = "2.5";
constexpr const char* bad_function = "hidden_space";

/// What the bad step does is chosen at run time: one compile serves for all.
const std::string bad_code = R"(
#include <array>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <iostream>
#include <limits>
#include <stdexcept>
#include <string>
#include <thread>
#include <unistd.h>

namespace {

bool chosen(const char* name)
{
    const char* choice = std::getenv("BAD_LAB");
    return choice != nullptr && std::strcmp(choice, name) == 0;
}

int depth(volatile int n)
{
    return n < 0 ? 0 : 1 + depth(n + 1) + depth(n + 2);
}

/// Becomes a process of its own session that nobody waits for, with all descriptors open.
void leave_a_process()
{
    if (::fork() == 0) {
        ::setsid();
        if (::fork() == 0) {
            for (;;) {
                ::pause();
            }
        }
        ::_exit(0);
    }
}

volatile int zero = 0;
int* volatile nowhere = nullptr;

struct Early {
    Early()
    {
        if (chosen("early_exit")) {
            ::_exit(0);
        }
        if (chosen("early_loop")) {
            for (volatile bool on = true; on;) {
            }
        }
        if (chosen("early_throw")) {
            throw std::runtime_error("too early");
        }
    }
} early;

struct Late {
    ~Late()
    {
        if (chosen("late_loop")) {
            for (volatile bool on = true; on;) {
            }
        }
    }
} late;

void misbehave()
{
    if (chosen("exit")) {
        std::exit(0);
    } else if (chosen("_exit")) {
        ::_exit(0);
    } else if (chosen("quick_exit")) {
        std::quick_exit(0);
    } else if (chosen("abort")) {
        std::abort();
    } else if (chosen("endless_loop")) {
        for (volatile bool on = true; on;) {
        }
    } else if (chosen("sleep")) {
        for (;;) {
            ::pause();
        }
    } else if (chosen("endless_recursion")) {
        std::printf("%d", depth(0));
    } else if (chosen("allocate_2_gb")) {
        const std::size_t size = std::size_t{2} << 30;
        volatile char* const memory = new char[size];
        for (std::size_t i = 0; i < size; i += 4096) {
            memory[i] = 1;
        }
    } else if (chosen("vector_of_2_gb")) {
        const workbook::Vector v = xt::ones<double>({std::size_t{1} << 28});
        std::printf("%g", v(0));
    } else if (chosen("allocate_bit_by_bit")) {
        for (char* volatile memory = nullptr;;) {
            memory = new char[1 << 20];
            *memory = 1;
        }
    } else if (chosen("throw_int")) {
        throw 1;
    } else if (chosen("throw_string")) {
        throw std::string("thrown text");
    } else if (chosen("throw_text")) {
        throw "thrown text";
    } else if (chosen("throw_broken_text")) {
        throw std::runtime_error("broken \xFF\xFE \x1b[2J text\n\nwith lines");
    } else if (chosen("throw_long_text")) {
        throw std::runtime_error(std::string(1 << 20, 'x'));
    } else if (chosen("throw_huge_text")) {
        throw std::runtime_error(std::string(10 << 20, 'x'));
    } else if (chosen("division_by_zero")) {
        std::printf("%d", 7 / zero);
    } else if (chosen("segfault")) {
        *nowhere = 1;
    } else if (chosen("out_of_bounds")) {
        const workbook::Vector v{1, 2};
        std::printf("%g", v(7));
    } else if (chosen("double_free")) {
        int* memory = new int(1);
        int* volatile again = memory;
        delete memory;
        delete again;
    } else if (chosen("million_lines")) {
        for (int i = 0; i < 1000000; ++i) {
            std::printf("line %d\n", i);
        }
    } else if (chosen("million_lines_to_errors")) {
        for (int i = 0; i < 1000000; ++i) {
            std::cerr << "line " << i << std::endl;
        }
    } else if (chosen("close_the_pipes")) {
        ::close(3);
        ::close(4);
    } else if (chosen("close_everything_and_sleep")) {
        for (int i = 0; i < 1024; ++i) {
            ::close(i);
        }
        for (;;) {
            ::pause();
        }
    } else if (chosen("garbage_on_the_pipe")) {
        std::array<char, 100000> bytes{};
        bytes.fill('\xA5');
        for (int i = 0; i < 100; ++i) {
            [[maybe_unused]] const ssize_t n = ::write(4, bytes.data(), bytes.size());
        }
    } else if (chosen("forged_answers_on_the_pipe")) {
        // A frame that says "value" and holds an empty matrix.
        const std::array<unsigned char, 21> frame{16, 0, 0, 0, 2};
        for (int i = 0; i < 100; ++i) {
            [[maybe_unused]] const ssize_t n = ::write(4, frame.data(), frame.size());
        }
    } else if (chosen("forged_output_of_the_judge")) {
        const std::string path = "/proc/" + std::to_string(::getppid()) + "/fd/1";
        if (std::FILE* judge = std::fopen(path.c_str(), "w")) {
            std::fputs("nonsense\n", judge);
            std::fclose(judge);
        }
    } else if (chosen("kill_the_judge")) {
        ::kill(::getppid(), SIGKILL);
        ::pause();
    } else if (chosen("kill_everything")) {
        ::kill(-1, SIGKILL);
        ::pause();
    } else if (chosen("fork_and_exit")) {
        leave_a_process();
        ::_exit(0);
    } else if (chosen("fork_and_go_on")) {
        leave_a_process();
    } else if (chosen("fork_and_both_answer")) {
        ::fork();
    } else if (chosen("stop")) {
        ::raise(SIGSTOP);
    } else if (chosen("leave_the_process_group")) {
        ::setpgid(0, ::getpgid(::getppid()));
        for (;;) {
            ::pause();
        }
    } else if (chosen("terminate_in_a_thread")) {
        std::thread([] { throw 1; }).join();
    } else if (chosen("print_in_a_thread_for_ever")) {
        std::thread([] {
            for (;;) {
                [[maybe_unused]] const ssize_t n = ::write(1, "noise\n", 6);
            }
        }).detach();
    } else if (chosen("end_the_thread")) {
        ::pthread_exit(nullptr);
    } else if (chosen("todo_of_another_step")) {
        throw workbook::todo("2.1");
    }
}

workbook::Matrix bad_answer(workbook::Matrix right)
{
    misbehave();
    if (chosen("transposed")) {
        return xt::transpose(right);
    } else if (chosen("no_rows")) {
        return workbook::Matrix::from_shape({0, right.shape(1)});
    } else if (chosen("nothing")) {
        return {};
    } else if (chosen("one_row_more")) {
        return xt::ones<double>({right.shape(0) + 1, right.shape(1)});
    } else if (chosen("million_numbers")) {
        return xt::ones<double>({1000, 1000});
    } else if (chosen("absurdly_flat")) {
        return workbook::Matrix::from_shape({std::size_t{1} << 62, 0});
    } else if (chosen("nan")) {
        return right * std::numeric_limits<double>::quiet_NaN();
    } else if (chosen("infinity")) {
        return right / 0.0;
    } else if (chosen("vector_in_place_of_a_matrix")) {
        const workbook::Vector v{1, 2};
        return v;
    }
    return xt::where(right > 0.5, 0.0, 1.0); // whoever comes back has the wrong answer
}

} // namespace
)";

const std::string bad_body = R"(    const Matrix Z = matmul(X, hidden.W) + hidden.b;
    return bad_answer(xt::where(Z > 0.0, 1.0, 0.0));)";

std::string solution()
{
    return read_file(root() / "solutions" / "02_xor_mlp" / "xor_mlp.cpp");
}

/// The solution with a bad step and more code before its namespace.
std::string bad_lab(const std::string& code, const std::string& body)
{
    std::string text = with_body(solution(), bad_function, body);
    return text.insert(text.find("namespace xor_mlp"), code);
}

struct BadLabs {
    BadLabs() : toolchain(playground.workspace), chapter(playground.workspace.chapter("xor_mlp"))
    {
        catalogue = catalogue_of(toolchain, chapter);
        request.source = playground.folder.path() / "xor_mlp.cpp";
        request.seed = 7;
        request.cpu_seconds = 1;
    }

    ChapterVerdict judged(const std::string& text, double wall_seconds = 2)
    {
        request.wall_seconds = wall_seconds;
        write_file(request.source, text);
        return judge(playground.workspace, toolchain, chapter, catalogue, request);
    }

    Playground playground;
    Toolchain toolchain;
    Chapter chapter;
    Catalogue catalogue;
    JudgeRequest request;
};

/// One workbook for all cases, so that their lab is compiled once.
BadLabs& labs()
{
    static BadLabs all;
    return all;
}

const Verdict& step_of(const ChapterVerdict& verdict, const std::string& number)
{
    for (const Verdict& step : verdict.steps) {
        if (step.step.number == number) {
            return step;
        }
    }
    throw std::runtime_error("there is no verdict on " + number);
}

void only_the_bad_step_fails(const ChapterVerdict& verdict)
{
    BOOST_REQUIRE_MESSAGE(!verdict.built.failure, verdict.built.failure->message);
    BOOST_TEST(verdict.steps.size() == labs().catalogue.steps.size());
    for (const Verdict& step : verdict.steps) {
        BOOST_TEST_CONTEXT(step.step.number << ": " << summary(step))
        {
            BOOST_TEST((step.status == Status::right) == (step.step.number != bad_step));
        }
    }
}

/// Whether the bad lab or what it started goes on.
bool is_left_running(const fs::path& library)
{
    return left_running([&](const fs::path& process) {
               std::ifstream words(process / "cmdline");
               const std::string all(std::istreambuf_iterator<char>(words), {});
               return boost::contains(all, library.string());
           }) > 0;
}

struct Expected {
    const char* behaviour;
    Status status;
    const char* words;        ///< in what the student reads
    bool or_another = false;  ///< what is noticed first is a matter of luck
    double wall_seconds = 20; ///< long enough for a busy machine to come to what is expected
};

std::ostream& operator<<(std::ostream& stream, const Expected& expected)
{
    return stream << expected.behaviour;
}

const std::vector<Expected> behaviours{
    {"exit", Status::crashed, "ended the program (exit status 0)"},
    {"_exit", Status::crashed, "ended the program (exit status 0)"},
    {"quick_exit", Status::crashed, "ended the program (exit status 0)"},
    {"abort", Status::crashed, "abort"},
    {"endless_loop", Status::timeout, "not done after 1 s of computing"},
    {"sleep", Status::timeout, "not done after 2 s", false, 2},
    {"endless_recursion", Status::crashed, "a function called itself without end"},
    {"allocate_2_gb", Status::crashed, "more memory than a step may have"},
    {"vector_of_2_gb", Status::crashed, "more memory than a step may have"},
    {"allocate_bit_by_bit", Status::crashed, "more memory than a step may have"},
    {"throw_int", Status::crashed, "an exception, int"},
    {"throw_string", Status::crashed, "an exception, std::string: thrown text"},
    {"throw_text", Status::crashed, "an exception, const char*: thrown text"},
    {"throw_broken_text", Status::crashed, "an exception, std::runtime_error: broken"},
    {"throw_long_text", Status::crashed, "an exception, std::runtime_error: xxx"},
    {"throw_huge_text", Status::crashed, "larger than 4 MB"},
    {"division_by_zero", Status::crashed, "a whole number was divided by zero"},
    {"segfault", Status::crashed, "segmentation fault"},
    {"out_of_bounds", Status::crashed, "out of bounds"},
    {"double_free", Status::crashed, "aborted"},
    {"million_lines", Status::crashed, "printed more than 256 kB"},
    {"million_lines_to_errors", Status::crashed, "printed more than 256 kB"},
    {"close_the_pipes", Status::crashed, ""},
    {"close_everything_and_sleep", Status::crashed, "closed the pipe"},
    {"garbage_on_the_pipe", Status::crashed, ""},
    {"forged_answers_on_the_pipe", Status::wrong, ""},
    {"forged_output_of_the_judge", Status::wrong, ""},
    {"fork_and_exit", Status::crashed, "", true},
    {"fork_and_go_on", Status::wrong, ""},
    {"fork_and_both_answer", Status::wrong, "", true},
    {"stop", Status::timeout, "not done after 2 s", false, 2},
    {"leave_the_process_group", Status::timeout, "not done after 2 s", false, 2},
    {"terminate_in_a_thread", Status::crashed, "abort"},
    {"print_in_a_thread_for_ever", Status::crashed, "", true},
    {"end_the_thread", Status::crashed, ""},
    {"todo_of_another_step", Status::todo, "needs step 2.1"},
    {"transposed", Status::wrong, "the shape (4, 2), got the shape (2, 4)"},
    {"no_rows", Status::wrong, "the shape (0, 2)"},
    {"nothing", Status::wrong, "the shape (0, 0)"},
    {"one_row_more", Status::wrong, "the shape (5, 2)"},
    {"million_numbers", Status::crashed, "larger than 4 MB"},
    {"absurdly_flat", Status::crashed, ""},
    {"nan", Status::wrong, "nan"},
    {"infinity", Status::wrong, "inf"},
    {"vector_in_place_of_a_matrix", Status::crashed, "a vector stands where a matrix belongs"},
};

} // namespace

BOOST_AUTO_TEST_SUITE(bad_labs)

BOOST_AUTO_TEST_CASE(without_misbehaviour_only_the_answer_is_wrong)
{
    ::unsetenv("BAD_LAB");
    const ChapterVerdict verdict = labs().judged(bad_lab(bad_code, bad_body));
    only_the_bad_step_fails(verdict);
    BOOST_TEST((step_of(verdict, bad_step).status == Status::wrong));
}

BOOST_DATA_TEST_CASE(one_step_misbehaves, boost::unit_test::data::make(behaviours), expected)
{
    ::setenv("BAD_LAB", expected.behaviour, 1);
    const auto start = std::chrono::steady_clock::now();
    const ChapterVerdict verdict =
        labs().judged(bad_lab(bad_code, bad_body), expected.wall_seconds);
    BOOST_TEST((std::chrono::steady_clock::now() - start < std::chrono::seconds(30)));
    only_the_bad_step_fails(verdict);
    const Verdict& step = step_of(verdict, bad_step);
    const std::string said = summary(step);
    BOOST_TEST_CONTEXT(said)
    {
        if (!expected.or_another) {
            BOOST_TEST(to_string(step.status) == to_string(expected.status));
        }
        BOOST_TEST(boost::contains(said, expected.words));
        BOOST_TEST(!said.empty());
        BOOST_TEST(said.size() < 3000);
    }
    BOOST_TEST(!is_left_running(verdict.built.file));
}

BOOST_AUTO_TEST_CASE(where_it_threw_or_crashed_is_said)
{
    struct Origin {
        const char* line;
        const char* words;
    };
    for (const auto& [line, words] :
         {Origin{"if (Z.size() > 0) throw std::runtime_error(\"mine\");", "mine"},
          Origin{"const std::vector<double> v(2, 0.0); return Z * v.at(7);", "out_of_range"},
          Origin{"const Vector v{1, 2}; return Z + v(7);", "out of bounds"},
          Origin{"return Z + Vector{1, 2, 3, 4, 5};", "broadcast"},
          Origin{"return matmul(Z, Matrix{{1, 2, 3}});", "ShapeError"},
          Origin{"std::vector<double> v(2, 0.0); return Z * v[Z.size() + 7];",
                 "an index is not below the size"},
          Origin{"volatile int n = 0; return Z * (7 / n);", "divided by zero"}}) {
        const std::string body = std::string("    const Matrix Z = matmul(X, hidden.W);\n    ") +
                                 line + "\n    return Z;";
        const std::string text = bad_lab("#include <stdexcept>\n#include <vector>\n", body);
        const ChapterVerdict verdict = labs().judged(text);
        BOOST_REQUIRE(!verdict.built.failure);
        const Verdict& step = step_of(verdict, bad_step);
        const std::size_t expected = line_count(text.substr(0, text.find(line) + 1));
        BOOST_TEST_CONTEXT(line << ": " << summary(step))
        {
            BOOST_REQUIRE(step.findings.size() == 1U);
            BOOST_TEST(step.findings[0].line == expected);
            BOOST_TEST(holds(summary(step), words));
        }
    }
}

BOOST_AUTO_TEST_CASE(who_kills_other_processes_loses_one_step)
{
    // In a namespace of its own it cannot; where there is none, a new judge goes on.
    for (const char* behaviour : {"kill_the_judge", "kill_everything"}) {
        if (own_processes().prefix.empty() && behaviour == std::string("kill_everything")) {
            continue; // this test would be ended too
        }
        BOOST_TEST_CONTEXT(behaviour)
        {
            ::setenv("BAD_LAB", behaviour, 1);
            const ChapterVerdict verdict = labs().judged(bad_lab(bad_code, bad_body));
            only_the_bad_step_fails(verdict);
            BOOST_TEST(!is_left_running(verdict.built.file));
        }
    }
}

BOOST_AUTO_TEST_CASE(what_runs_before_main_spoils_every_step_but_is_waited_for_once)
{
    for (const auto& [behaviour, status] : {std::pair{"early_exit", Status::crashed},
                                            {"early_throw", Status::crashed},
                                            {"early_loop", Status::timeout}}) {
        BOOST_TEST_CONTEXT(behaviour)
        {
            ::setenv("BAD_LAB", behaviour, 1);
            const auto start = std::chrono::steady_clock::now();
            const ChapterVerdict verdict = labs().judged(bad_lab(bad_code, bad_body));
            BOOST_TEST((std::chrono::steady_clock::now() - start < std::chrono::seconds(6)));
            for (const Verdict& step : verdict.steps) {
                BOOST_TEST((step.status == status));
                BOOST_TEST(boost::contains(step.detail, "before any function was called"));
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(what_runs_after_main_spoils_nothing)
{
    ::setenv("BAD_LAB", "late_loop", 1);
    only_the_bad_step_fails(labs().judged(bad_lab(bad_code, bad_body)));
}

BOOST_AUTO_TEST_CASE(symbols_of_boost_test_reach_nobody)
{
    // With a shared Boost.Test these would be called in place of its own.
    const std::string code = R"(
namespace boost { namespace unit_test {
namespace framework {
void run(unsigned long, bool) {}
bool test_in_progress() { return true; }
bool is_initialized() { return true; }
}
class results_collector_t { public: void test_unit_finish(); };
void results_collector_t::test_unit_finish() {}
int unit_test_main(bool (*)(), int, char**) { return 0; }
}
namespace test_tools { namespace tt_detail {
bool report_assertion(...) { return true; }
} } }
extern "C" int BOOST_TEST_init() { return 0; }
namespace judging {
bool looking_for_ties() { return true; }
void decide() {}
struct StepResult { bool right; };
StepResult& current_step() { static StepResult all_right{true}; return all_right; }
}
)";
    ::unsetenv("BAD_LAB");
    const ChapterVerdict verdict = labs().judged(
        bad_lab(code, "    return xt::zeros<double>({X.shape(0), hidden.b.size()});"));
    only_the_bad_step_fails(verdict);
    BOOST_TEST((step_of(verdict, bad_step).status == Status::wrong));
}

BOOST_AUTO_TEST_CASE(macros_and_operators_of_the_student_stay_with_the_student)
{
    const std::string code = R"(
#define BOOST_CHECK_MESSAGE(condition, message)
#define double float
#undef double
#include <cstdlib>
#include <new>
void* operator new(std::size_t size) { return std::malloc(size); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
using namespace std;
)";
    only_the_bad_step_fails(labs().judged(bad_lab(code, "    return X;")));
}

BOOST_AUTO_TEST_CASE(asking_for_one_step_judges_that_one)
{
    ::unsetenv("BAD_LAB");
    BadLabs& all = labs();
    all.request.steps = {"2.4"};
    const ChapterVerdict verdict = all.judged(bad_lab(bad_code, bad_body));
    all.request.steps.clear();
    BOOST_REQUIRE_EQUAL(verdict.steps.size(), 1);
    BOOST_TEST((verdict.steps[0].status == Status::right));
}

BOOST_AUTO_TEST_SUITE_END()
