#include "build/judging.hpp"
#include "build/sandbox.hpp"
#include "common/system/process.hpp"
#include "judging/judge/host_process.hpp"
#include "support.hpp"

#include <boost/algorithm/string/replace.hpp>

#include <random>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace workbook;
using namespace workbook::tests;

namespace {

/// A sandbox with a folder of its own, whose name stands in every command that runs in it.
struct Room {
    Room() { fs::copy_file(build() / "tests/selftest/program/hostile_host", program); }

    Playground playground;
    Toolchain toolchain{playground.workspace};
    fs::path folder = playground.folder.path();
    fs::path program = folder / "program";
    Sandbox sandbox{playground.workspace, toolchain, folder};
};

boost::test_tools::assertion_result sandbox_works(boost::unit_test::test_unit_id)
{
    boost::test_tools::assertion_result result(true);
    try {
        Room room;
    } catch (const UserError& error) {
        result = false;
        result.message() << error.what();
    }
    return result;
}

/// Does `work`, which would take for ever, in a process of its own, which a signal ends a few
/// milliseconds after its start.
template <class Work>
void end_early(const Work& work, int signal_number, std::mt19937& random)
{
    const pid_t process = ::fork();
    if (process == 0) {
        try {
            work();
        } catch (const std::exception&) {
        }
        ::_exit(1);
    }
    ::usleep(std::uniform_int_distribution<useconds_t>(0, 15000)(random));
    ::kill(process, signal_number);
    int status = 0;
    ::waitpid(process, &status, 0);
    BOOST_TEST((WIFSIGNALED(status) || WEXITSTATUS(status) != 1), "it ended by itself");
}

/// The processes in whose command `words` stand.
std::ptrdiff_t left_over(const std::string& words)
{
    return left_running([&](const fs::path& process) {
        try {
            return read_file(process / "cmdline").find(words) != std::string::npos;
        } catch (const UserError&) { // no process, or one that has just ended
            return false;
        }
    });
}

constexpr int times = 150;

} // namespace

BOOST_AUTO_TEST_SUITE(sandbox, *boost::unit_test::precondition(sandbox_works))

BOOST_AUTO_TEST_CASE(a_grader_killed_at_any_moment_leaves_no_compiler)
{
    Room room;
    const Chapter chapter = room.playground.workspace.chapters().front();
    std::mt19937 random(1);
    for (int i = 0; i < times; ++i) {
        end_early(
            [&] {
                run(room.sandbox.compile({"sleep", "60"}, chapter, room.folder,
                                         room.folder / "source.cpp"));
            },
            SIGKILL, random);
    }
    BOOST_TEST(left_over(room.folder.string()) == 0);
}

BOOST_AUTO_TEST_CASE(a_judge_that_is_told_to_end_leaves_no_host)
{
    Room room;
    std::vector<std::string> command = room.sandbox.host(room.program);
    command.push_back("sleeps");
    judging::Limits limits;
    limits.wrapped = true;
    std::mt19937 random(2);
    for (int i = 0; i < times; ++i) {
        end_early([&] { judging::HostProcess(command, limits).ask({0, "", {}, {}, {}}); }, SIGTERM,
                  random);
    }
    BOOST_TEST(left_over(room.folder.string()) == 0);
}

BOOST_AUTO_TEST_CASE(a_stranger_is_told_his_line_and_his_warnings)
{
    Room room;
    const Chapter chapter = room.playground.workspace.chapter("perceptron");
    const Catalogue catalogue = catalogue_of(room.toolchain, chapter);
    const fs::path source = room.folder / "handed_in" / "perceptron.cpp";
    std::string text = read_file(root() / "solutions" / "01_perceptron" / "perceptron.cpp");
    const auto judged = [&] {
        write_file(source, text);
        return judge_stranger(room.toolchain, chapter, catalogue,
                              {source, room.folder / "programs", {}, 1, &room.sandbox});
    };
    const auto line_with = [&](const std::string& words) {
        const auto end = text.begin() + static_cast<std::ptrdiff_t>(text.find(words));
        return 1 + static_cast<std::size_t>(std::count(text.begin(), end, '\n'));
    };

    boost::replace_first(text, "    return matvec(X, unit.w) + unit.b;\n",
                         "    matvec(X, unit.w);\n    throw std::runtime_error(__FILE__);\n");
    const ChapterVerdict wrong = judged();
    const Verdict& batch = wrong.steps.at(4);
    BOOST_TEST(batch.step.number == "1.5");
    BOOST_TEST_REQUIRE(!batch.findings.empty());
    BOOST_TEST(batch.findings[0].got == "an exception, std::runtime_error: perceptron.cpp");
    BOOST_TEST(batch.findings[0].line == line_with("runtime_error(__FILE__)"));
    BOOST_TEST(boost::contains(warnings_of(wrong, batch), "matvec changes nothing"));
    // Also when the program is there already.
    BOOST_TEST(boost::contains(warnings_of(judged(), batch), "matvec changes nothing"));

    // Step 1.1 is not written yet, so 1.3, which builds on it, is judged alone.
    boost::replace_first(text, "    return dot(w, x) + b;\n", "    throw todo(\"1.1\");\n");
    boost::replace_first(text, "    return step_activation(weighted_sum(",
                         "    if (x.size() > 0)\n        throw std::runtime_error(\"alone\");\n"
                         "    return step_activation(weighted_sum(");
    const Verdict classify = judged().steps.at(2);
    BOOST_TEST(classify.step.number == "1.3");
    BOOST_TEST_REQUIRE(!classify.findings.empty());
    BOOST_TEST(classify.findings[0].alone);
    BOOST_TEST(classify.findings[0].line == line_with("runtime_error(\"alone\")"));
}

BOOST_AUTO_TEST_SUITE_END()
