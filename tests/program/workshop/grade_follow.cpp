#include "build/digest.hpp"
#include "build/words.hpp"
#include "common/system/files.hpp"
#include "common/system/text.hpp"
#include "common/system/user_error.hpp"
#include "terminal/terminal.hpp"
#include "workshop/grade_run.hpp"

#include <boost/algorithm/string/join.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <ctime>
#include <map>
#include <set>
#include <utility>

namespace workbook {

namespace fs = std::filesystem;

namespace {

/// Ctrl-C asks to end; it must not end the programs that judge a student at this moment.
class CtrlC {
public:
    CtrlC()
    {
        sigemptyset(&signals_);
        sigaddset(&signals_, SIGINT);
        pthread_sigmask(SIG_BLOCK, &signals_, nullptr); // threads and programs inherit it
    }

    /// Whether it was pressed; stays so.
    bool was_pressed() const
    {
        sigset_t waiting;
        return sigpending(&waiting) == 0 && sigismember(&waiting, SIGINT) == 1;
    }

    /// Waits for it, a second at most.
    bool comes_within_a_second() const
    {
        const timespec second{1, 0};
        return sigtimedwait(&signals_, nullptr, &second) == SIGINT;
    }

private:
    sigset_t signals_{};
};

void add_state(const fs::path& path, std::string& state)
{
    std::error_code error;
    const auto size = fs::is_regular_file(path, error) ? fs::file_size(path, error) : 0;
    const auto time = fs::last_write_time(path, error).time_since_epoch().count();
    state += fmt::format("{}\n{} {}\n", path.string(), size, time);
}

/// Another text whenever a file of the submission is added, grows or changes.
std::string state_of(const Submission& submission)
{
    std::string state;
    std::error_code error;
    for (const auto& [place, name, upload] : submission.places) {
        add_state(place, state);
        std::set<fs::path> inside;
        if (fs::is_directory(fs::symlink_status(place, error))) {
            for (fs::recursive_directory_iterator it(place, error), end; !error && it != end;
                 it.increment(error)) {
                inside.insert(it->path());
            }
        }
        for (const fs::path& path : inside) {
            add_state(path, state);
        }
    }
    return digest(state);
}

std::string clock_time()
{
    const std::time_t now = std::time(nullptr);
    std::tm local{};
    localtime_r(&now, &local);
    return fmt::format("{:02}:{:02}:{:02}", local.tm_hour, local.tm_min, local.tm_sec);
}

} // namespace

int follow(GradingRun& run, ClassGrading& grading, ClassInput& input)
{
    const CtrlC ctrl_c;
    std::map<std::string, std::string> seen;
    std::map<std::string, std::string> done;
    std::set<std::string> keys;
    fmt::print("waiting for what is handed in to {}; Ctrl-C ends\n",
               shown(run.options.submissions));
    for (bool first = true; !ctrl_c.was_pressed(); first = false) {
        input.look_again();
        const std::vector<MatchedSubmission>& submissions = input.matched().submissions;
        const std::vector<MissingStudent>& missing = input.matched().missing;
        std::vector<std::size_t> ready;
        std::vector<std::string> names;
        for (std::size_t i = 0; i < submissions.size(); ++i) {
            const std::string& key = submissions[i].submission.key;
            const std::string state = state_of(submissions[i].submission);
            const bool is_still = std::exchange(seen[key], state) == state;
            if (is_still && done[key] != state) {
                ready.push_back(i);
                names.push_back(harmless(submissions[i].name, 40));
                done[key] = state;
            }
        }
        if (!ready.empty() || (first && !missing.empty())) {
            take_marks(run, classmates(input.matched()), true);
            judge(grading, submissions, ready, false, run.options,
                  [&] { return ctrl_c.was_pressed(); });
            keys.clear();
            for (const MatchedSubmission& each : submissions) {
                keys.insert(each.submission.key);
            }
            for (const MissingStudent& each : missing) {
                keys.insert(grading.add_missing(each));
            }
            write_class(run, keys);
        }
        if (!names.empty()) {
            names.resize(std::min<std::size_t>(names.size(), 5));
            fmt::print("{} graded {}: {}{}\n", clock_time(), ready.size(), boost::join(names, ", "),
                       names.size() < ready.size() ? ", …" : "");
            std::fflush(stdout);
        }
        if (ctrl_c.comes_within_a_second()) {
            break;
        }
    }
    fmt::print("\n");
    print_class(run, keys, &input);
    fmt::print("the same call goes on\n");
    return 0;
}

} // namespace workbook
