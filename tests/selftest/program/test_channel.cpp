#include "judging/judge/host_process.hpp"
#include "judging/protocol/kept_functions.hpp"

#include "common/math/todo.hpp"

#include <boost/algorithm/string/predicate.hpp>
#include <boost/test/unit_test.hpp>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <fcntl.h>
#include <unistd.h>

using namespace judging;
using Clock = std::chrono::steady_clock;

namespace {

/// Short limits: a test waits for them. The memory limit leaves room for the program itself.
Limits short_limits()
{
    Limits limits;
    limits.wall_seconds = 1;
    limits.cpu_seconds = 1;
    return limits;
}

std::vector<std::string> host(const std::string& behaviour)
{
    const char* build = std::getenv("WORKBOOK_BUILD");
    BOOST_REQUIRE_MESSAGE(build != nullptr, "WORKBOOK_BUILD is not set: run the tests by ctest");
    return {std::string(build) + "/tests/selftest/program/hostile_host", behaviour};
}

double ask(HostProcess& process, const wire::Writer& arguments = {})
{
    wire::KeptFunctions kept;
    const wire::KeptFunctions::Scope scope(kept, arguments);
    const std::string bytes = process.ask({0,
                                           arguments.str(),
                                           [&](std::uint32_t number, const std::string& argument) {
                                               return kept.call(number, argument);
                                           },
                                           {},
                                           {}});
    wire::Reader reader(bytes);
    return wire::read<double>(reader);
}

/// How the host died, in words; fails when it did not.
struct Death {
    bool timeout = false;
    std::string what;
};

Death death_of(HostProcess& process, const wire::Writer& arguments = {})
{
    try {
        ask(process, arguments);
    } catch (const HostDied& died) {
        return {died.timeout, died.what()};
    }
    BOOST_ERROR("the host answered");
    return {};
}

Death death_of(const std::string& behaviour, const Limits& limits = short_limits())
{
    HostProcess process(host(behaviour), limits);
    return death_of(process);
}

bool contains(const Death& death, const std::string& words)
{
    BOOST_TEST_INFO(death.what);
    return boost::contains(death.what, words);
}

bool has_children()
{
    std::ifstream children("/proc/self/task/" + std::to_string(::getpid()) + "/children");
    return std::istream_iterator<int>(children) != std::istream_iterator<int>();
}

} // namespace

BOOST_AUTO_TEST_SUITE(channel)

BOOST_AUTO_TEST_CASE(a_good_host_answers_again_and_again)
{
    HostProcess process(host("good"), short_limits());
    for (int i = 0; i < 100; ++i) {
        BOOST_TEST(ask(process) == 42);
    }
    process.stop();
    BOOST_TEST(ask(process) == 42);
}

BOOST_AUTO_TEST_CASE(an_answer_in_small_pieces_is_put_together)
{
    HostProcess process(host("slow_pieces"), short_limits());
    BOOST_TEST(ask(process) == 42);
}

BOOST_AUTO_TEST_CASE(large_arguments_arrive)
{
    wire::Writer arguments;
    wire::write(arguments, std::string(3 << 20, 'x'));
    HostProcess process(host("good"), short_limits());
    BOOST_TEST(ask(process, arguments) == 42);
}

BOOST_AUTO_TEST_CASE(how_it_died_is_said)
{
    BOOST_TEST(contains(death_of("exits"), "exit status 0"));
    BOOST_TEST(contains(death_of("exits_with_7"), "exit status 7"));
    BOOST_TEST(contains(death_of("crashes"), "segmentation fault"));
    BOOST_TEST(contains(death_of("aborts"), "aborted"));
    BOOST_TEST(contains(death_of("closes"), "closed the pipe"));
    BOOST_TEST(contains(death_of("writes_a_large_file"), "file larger than 1 MB"));
}

BOOST_AUTO_TEST_CASE(what_takes_too_long_is_ended_in_time)
{
    for (const char* behaviour : {"sleeps", "stops", "spins", "spins_and_ignores", "changes_group",
                                  "half_a_frame_and_waits", "endless_callbacks"}) {
        BOOST_TEST_CONTEXT(behaviour)
        {
            Limits limits = short_limits();
            // What computes meets the other limit, what does not must meet this one.
            limits.wall_seconds = boost::contains(behaviour, "spins") ? 20 : 0.3;
            const auto start = Clock::now();
            const Death death = death_of(behaviour, limits);
            BOOST_TEST(death.timeout);
            BOOST_TEST(contains(death, "not done after"));
            BOOST_TEST((Clock::now() - start < std::chrono::seconds(15)));
            BOOST_TEST(!has_children());
        }
    }
}

BOOST_AUTO_TEST_CASE(nonsense_on_the_pipe_is_no_answer)
{
    for (const char* behaviour :
         {"kind_0", "kind_200", "kind_call", "bad_todo", "bad_exception", "bad_callback"}) {
        BOOST_TEST_CONTEXT(behaviour)
        BOOST_TEST(contains(death_of(behaviour), "nonsense"));
    }
    BOOST_TEST(contains(death_of("half_a_frame"), "exit status 0"));
    BOOST_TEST(contains(death_of("huge_frame"), "larger than 4 MB"));
    BOOST_TEST(contains(death_of("endless_bytes"), "larger than 4 MB"));
}

BOOST_AUTO_TEST_CASE(a_function_that_was_not_sent_cannot_be_called_back)
{
    HostProcess process(host("unknown_callback"), short_limits());
    BOOST_TEST(ask(process) == 42);
}

BOOST_AUTO_TEST_CASE(what_it_prints_is_kept)
{
    HostProcess process(host("prints"), short_limits());
    BOOST_TEST(ask(process) == 42);
    BOOST_TEST(process.take_printed() == "hello\nand to errors\n");
    BOOST_TEST(process.take_printed() == "");
}

BOOST_AUTO_TEST_CASE(what_it_prints_has_a_limit)
{
    HostProcess process(host("prints_without_end"), short_limits());
    BOOST_TEST(contains(death_of(process), "printed more than 256 kB"));
    BOOST_TEST(process.take_printed().size() <= 2000);
}

BOOST_AUTO_TEST_CASE(noise_without_end_does_not_hold_the_judge)
{
    HostProcess process(host("prints_while_nobody_asks"), short_limits());
    try {
        ask(process);
    } catch (const HostDied&) { // the noise may be over the limit before the answer comes
    }
    BOOST_TEST(process.take_printed().size() < (std::size_t{1} << 20));
    process.stop();
    BOOST_TEST(!has_children());
}

BOOST_AUTO_TEST_CASE(what_it_leaves_behind_is_ended)
{
    {
        HostProcess process(host("leaves_a_child_and_answers"), short_limits());
        BOOST_TEST(ask(process) == 42);
    }
    BOOST_TEST(!has_children());
    Limits limits = short_limits();
    limits.wall_seconds = 0.3;
    death_of("leaves_a_child_and_exits", limits);
    BOOST_TEST(!has_children());
}

BOOST_AUTO_TEST_CASE(memory_has_a_limit)
{
    HostProcess process(host("takes_memory"), short_limits());
    BOOST_TEST(ask(process) == 1);
}

BOOST_AUTO_TEST_CASE(nothing_of_the_judge_is_open_in_the_host)
{
    const int secret = ::open("/dev/null", O_RDONLY); // and not closed on exec
    const int far = ::fcntl(secret, F_DUPFD, 200);
    HostProcess process(host("counts_descriptors"), short_limits());
    BOOST_TEST(ask(process) == 5); // input, output, errors, calls, replies
    ::close(secret);
    ::close(far);
}

BOOST_AUTO_TEST_CASE(after_a_crash_comes_another_host)
{
    HostProcess process(host("crashes"), short_limits());
    for (int i = 0; i < 3; ++i) {
        BOOST_TEST(!death_of(process).timeout);
    }
}

BOOST_AUTO_TEST_CASE(a_step_has_one_time_limit_however_often_it_is_asked)
{
    Limits limits = short_limits();
    limits.wall_seconds = 0.3;
    HostProcess process(host("sleeps"), limits);
    const auto start = Clock::now();
    for (int i = 0; i < 100; ++i) {
        BOOST_TEST(death_of(process).timeout);
    }
    BOOST_TEST((Clock::now() - start < std::chrono::seconds(5)));
    // The next step has its own.
    process.stop();
    const auto next = Clock::now();
    BOOST_TEST(death_of(process).timeout);
    BOOST_TEST((Clock::now() - next > std::chrono::milliseconds(200)));
}

BOOST_AUTO_TEST_CASE(a_host_that_never_starts_is_not_waited_for_in_every_step)
{
    Limits limits = short_limits();
    limits.wall_seconds = 0.3;
    auto command = host("sleeps");
    command.emplace_back("before main");
    HostProcess process(command, limits);
    const auto start = Clock::now();
    for (int step = 0; step < 100; ++step) {
        const Death death = death_of(process);
        BOOST_TEST(death.timeout);
        BOOST_TEST(contains(death, "before any function was called"));
        process.stop();
    }
    BOOST_TEST((Clock::now() - start < std::chrono::seconds(5)));
}

BOOST_AUTO_TEST_CASE(a_program_that_is_not_there_is_a_death_not_a_hang)
{
    HostProcess process({"/nowhere/host"}, short_limits());
    BOOST_TEST(!death_of(process).timeout);
}

BOOST_AUTO_TEST_SUITE_END()
