// The judge of one chapter: a Boost.Test program that runs the graded steps against a host
// and prints one line of JSON for each.
//
//   judge [--seed N] [--steps 3.4,3.5] [--record DIR] [--ties] -- HOST LIBRARY
//         [::: HOST LIBRARY OF THE RIGHT FUNCTIONS]
//   judge --list
#include "judging/judge/judge.hpp"

#include "judging/judge/mistakes.hpp"
#include "judging/judge/step.hpp"
#include "judging/judge/unlisted.hpp"
#include "judging/judge/who_answers.hpp"

#include "common/math/todo.hpp"
#include "common/system/linux.hpp"

#include <boost/test/tree/observer.hpp>
#include <boost/test/tree/traverse.hpp>
#include <boost/test/tree/visitor.hpp>
#include <boost/test/unit_test_monitor.hpp>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <map>
#include <optional>

namespace judging {
namespace {

using json = nlohmann::json;
namespace ut = boost::unit_test;

struct Options {
    std::uint64_t seed = 1;
    std::vector<std::string> steps;
    std::string record;
    bool ties = false;
    bool list = false;
    std::string search;
    std::string texts;
    std::vector<std::string> host;
    Limits limits;
};

Options options;
StepResult step;
std::optional<workbook::Random> generator;

std::map<ut::test_unit_id, StepInfo>& steps()
{
    static std::map<ut::test_unit_id, StepInfo> infos;
    return infos;
}

/// The seed of a step, which does not depend on what other steps run (FNV-1a hash).
std::uint64_t seed_of(const std::string& step_number)
{
    std::uint64_t hash = 14695981039346656037ULL ^ options.seed;
    for (const char c : step_number + "/" + std::to_string(options.seed)) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    }
    return hash;
}

/// Why a step ended before it had decided all of its questions.
struct Interruption {
    std::string status; ///< "": it did not
    std::string message;
    bool computing = false; ///< by the limit of computing time
};
Interruption interruption;

void on_todo(const workbook::Todo& todo)
{
    interruption = {"todo", todo.step};
}

void on_host_died(const HostDied& error)
{
    interruption = {error.timeout ? "timeout" : "crashed", error.what(), error.computing};
}

/// Thrown outside of a question; inside one an exception is an answer.
void on_student_threw(const StudentThrew& error)
{
    interruption = {"crashed", fmt::format("your code threw {}: {}", error.type, error.what())};
}

void print(const json& line)
{
    // Whatever bytes a student's exception or output holds, the line stays valid JSON.
    const std::string text = line.dump(-1, ' ', false, json::error_handler_t::replace);
    std::fputs((text + "\n").c_str(), stdout);
    std::fflush(stdout);
}

json to_json(const Finding& finding)
{
    json inputs = json::array();
    for (const auto& [name, value] : finding.inputs) {
        inputs.push_back({{"name", name}, {"value", value}});
    }
    return {{"function", finding.function},
            {"where", finding.where},
            {"place", finding.place},
            {"expected", finding.expected},
            {"got", finding.got},
            {"note", finding.note},
            {"inputs", inputs},
            {"trace", finding.trace},
            {"alone", finding.alone}};
}

void record_failing_call(const std::string& number)
{
    if (options.record.empty()) {
        return;
    }
    const std::string request =
        step.findings.empty() ? last_request() : step.findings.front().request;
    std::ofstream(options.record + "/" + number + ".call", std::ios::binary) << request;
}

/// Observes the test cases and prints a line after each.
class Reporter : public ut::test_observer {
public:
    /// After Boost.Test's own observers. Among equals the order is that of the addresses; before
    /// the one that watches the start it would be asked whether that failed while its answer
    /// (Boost 1.74) is not yet set, and a judge would now and then refuse to begin.
    int priority() override { return 4; }

    void test_unit_start(const ut::test_unit& unit) override
    {
        if (unit.p_type != ut::TUT_CASE) {
            return;
        }
        step = {};
        step.number = steps()[unit.p_id].number;
        interruption = {};
        generator.emplace(seed_of(step.number));
        started_ = std::chrono::steady_clock::now();
    }

    void exception_caught(const boost::execution_exception& error) override
    {
        interruption = {"crashed",
                        fmt::format("the judge itself failed in this step: {}",
                                    std::string(error.what().begin(), error.what().end()))};
    }

    void test_unit_finish(const ut::test_unit& unit, unsigned long) override
    {
        if (unit.p_type != ut::TUT_CASE) {
            return;
        }
        const StepInfo& info = steps()[unit.p_id];
        const std::string printed = take_printed();
        if (status() != "right" && status() != "todo") {
            record_failing_call(info.number);
        }
        end_step(status() == "right");
        const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - started_;

        json findings = json::array();
        for (const Finding& finding : step.findings) {
            findings.push_back(to_json(finding));
        }
        json mistakes = json::array();
        for (const Named& named : step.mistakes) {
            mistakes.push_back({{"id", named.id}, {"message", named.message}});
        }
        json line{{"step", info.number},         {"name", info.name},
                  {"status", status()},          {"max_points", info.points},
                  {"source", info.source},       {"interruption", interruption.message},
                  {"functions", step.functions}, {"findings", findings},
                  {"mistakes", mistakes},        {"waits_for", step.waits_for},
                  {"printed", printed},          {"computing", interruption.computing},
                  {"seconds", seconds.count()}};
        if (options.ties) {
            line["ties"] = json::array();
            for (const FoundTie& tie : step.ties) {
                line["ties"].push_back({tie.function, tie.first, tie.second});
            }
            line["mistakes_tried"] = step.mistakes_tried;
        }
        print(line);
    }

private:
    /// A step is right only if nothing interrupted it and every question found its answers right.
    static std::string status()
    {
        if (!interruption.status.empty()) {
            return interruption.status;
        }
        if (!step.right) {
            return step.unexpected_throw ? "crashed" : "wrong";
        }
        return step.questions_decided > 0 ? "right" : "crashed";
    }

    std::chrono::steady_clock::time_point started_;
};

Reporter reporter;

/// Fills in number and name of every step once the decorators have been applied.
class Collector : public ut::test_tree_visitor {
public:
    void visit(const ut::test_case& test) override
    {
        StepInfo& info = steps()[test.p_id];
        if (info.name.empty()) {
            info.name = test.p_name;
            std::replace(info.name.begin(), info.name.end(), '_', ' ');
        }
        info.number = test.p_labels->empty() ? "" : test.p_labels->front();
        const std::string file(test.p_file_name.begin(), test.p_file_name.end());
        info.hidden = file.substr(file.rfind('/') + 1).rfind("hidden_", 0) == 0;
        order.push_back(test.p_id);
    }
    std::vector<ut::test_unit_id> order;
};

bool init()
{
    ut::unit_test_monitor.register_exception_translator<workbook::Todo>(&on_todo);
    ut::unit_test_monitor.register_exception_translator<HostDied>(&on_host_died);
    ut::unit_test_monitor.register_exception_translator<StudentThrew>(&on_student_threw);
    ut::framework::register_observer(reporter);
    return true;
}

void list_steps(const Collector& collector)
{
    json all = json::array();
    for (const auto id : collector.order) {
        const StepInfo& info = steps()[id];
        all.push_back({{"step", info.number},
                       {"name", info.name},
                       {"points", info.points},
                       {"source", info.source},
                       {"hints", info.hints},
                       {"hidden", info.hidden}});
    }
    json mistakes = json::array();
    for (const Mistake& mistake : all_mistakes()) {
        mistakes.push_back({{"id", mistake.full_id()}, {"message", mistake.message}});
    }
    json ties = json::array();
    for (const Tie& tie : all_ties()) {
        ties.push_back({tie.function, tie.first, tie.second, tie.why});
    }
    json functions = json::array();
    for (const FunctionInfo& function : chapter_functions()) {
        functions.push_back(function.name);
    }
    print({{"namespace", chapter_namespace()},
           {"steps", all},
           {"functions", functions},
           {"mistakes", mistakes},
           {"ties", ties}});
}

/// The commands between the ":::".
Hosts hosts_of(const std::vector<std::string>& words)
{
    Hosts hosts;
    auto from = words.begin();
    for (auto* host : {&hosts.student, &hosts.right}) {
        const auto to = std::find(from, words.end(), ":::");
        host->assign(from, to);
        from = to == words.end() ? to : to + 1;
    }
    return hosts;
}

bool is_chosen(const std::string& step)
{
    return options.steps.empty() ||
           std::find(options.steps.begin(), options.steps.end(), step) != options.steps.end();
}

/// Prepares Boost.Test, silent, and returns all steps in their order.
Collector all_steps(char* program)
{
    std::vector<std::string> words{program, "--log_level=nothing", "--report_level=no",
                                   "--catch_system_errors=no", "--color_output=no"};
    std::vector<char*> test_argv;
    for (std::string& word : words) {
        test_argv.push_back(word.data());
    }
    int test_argc = static_cast<int>(test_argv.size());
    test_argv.push_back(nullptr);
    ut::framework::init(&init, test_argc, test_argv.data());
    ut::framework::finalize_setup_phase();
    Collector collector;
    ut::traverse_test_tree(ut::framework::master_test_suite(), collector, true);
    return collector;
}

} // namespace

int judge(int argc, char** argv)
{
    CLI::App app{"Judges the steps of one chapter"};
    app.add_flag("--list", options.list, "print steps and mistakes as JSON");
    app.add_option("--seed", options.seed, "where the random inputs come from");
    app.add_option("--steps", options.steps, "only these")->delimiter(',');
    app.add_option("--record", options.record, "folder for the bytes of each failing call");
    app.add_flag("--ties", options.ties, "also compare the mistakes with each other");
    app.add_option("--search", options.search, "library that looks for unlisted mistakes");
    app.add_option("--texts", options.texts, "what it reads");
    app.add_option("--wall", options.limits.wall_seconds, "seconds a step may take");
    app.add_option("--cpu", options.limits.cpu_seconds, "seconds a step may compute");
    app.add_flag("--wrapped", options.limits.wrapped, "a sandbox stands around the host");
    app.add_option("--user", options.limits.user, "number of the user that the host runs as");
    app.add_option("host", options.host, "the host and its arguments");
    CLI11_PARSE(app, argc, argv);

    if (!options.list && options.host.empty()) {
        fmt::print(stderr, "judge: no host was named\n");
        return 2;
    }
    // The student's code runs as the same user; this keeps it from opening the judge's output
    // through /proc.
    workbook::hide_from_others();
    use_hosts(hosts_of(options.host), options.limits);
    use_search(options.search, options.texts);
    const Collector all = all_steps(argv[0]);
    if (options.list) {
        list_steps(all);
        return 0;
    }
    for (const auto id : all.order) {
        ut::framework::get<ut::test_case>(id).p_default_status.value =
            is_chosen(steps()[id].number) ? ut::test_unit::RS_ENABLED : ut::test_unit::RS_DISABLED;
    }
    ut::framework::run();
    ut::framework::shutdown();
    end_step(false);
    return 0;
}

void judge_again(const std::string& number, std::uint64_t seed)
{
    const auto found = std::find_if(steps().begin(), steps().end(),
                                    [&](const auto& each) { return each.second.number == number; });
    if (found == steps().end()) {
        throw std::invalid_argument("there is no step " + number);
    }
    options.seed = seed;
    forget_verdicts();
    ut::framework::get<ut::test_case>(found->first).p_default_status.value =
        ut::test_unit::RS_ENABLED;
    ut::framework::run(found->first);
}

StepInfo& step_info(boost::unit_test::test_unit_id id)
{
    return steps()[id];
}

workbook::Random& random()
{
    return *generator;
}

StepResult& current_step()
{
    return step;
}

bool looking_for_ties()
{
    return options.ties;
}

} // namespace judging
