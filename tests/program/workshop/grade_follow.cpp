#include "build/digest.hpp"
#include "build/words.hpp"
#include "common/system/files.hpp"
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
    for (const fs::path& place : submission.places) {
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

/// What has arrived; nothing yet is no error.
ClassList arrived(const GradeOptions& options, const std::vector<Chapter>& chapters,
                  const std::vector<RosterEntry>& roster)
{
    std::error_code error;
    if (fs::is_directory(options.submissions, error) && fs::is_empty(options.submissions, error)) {
        return class_list({}, roster);
    }
    return class_list(find_submissions(options.submissions, chapters).submissions, roster);
}

std::string clock_time()
{
    const std::time_t now = std::time(nullptr);
    std::tm local{};
    localtime_r(&now, &local);
    return fmt::format("{:02}:{:02}:{:02}", local.tm_hour, local.tm_min, local.tm_sec);
}

} // namespace

int follow(GradingRun& run, ClassGrading& grading, const std::vector<Chapter>& chapters,
           const std::vector<RosterEntry>& roster)
{
    const CtrlC ctrl_c;
    std::map<std::string, std::string> seen;
    std::map<std::string, std::string> done;
    std::set<std::string> keys;
    fmt::print("waiting for what is handed in to {}; Ctrl-C ends\n",
               shown(run.options.submissions));
    for (bool first = true; !ctrl_c.was_pressed(); first = false) {
        const ClassList list = arrived(run.options, chapters, roster);
        std::vector<std::size_t> ready;
        std::vector<std::string> names;
        for (std::size_t i = 0; i < list.submissions.size(); ++i) {
            const std::string& key = list.submissions[i].key;
            const std::string state = state_of(list.submissions[i]);
            const bool is_still = std::exchange(seen[key], state) == state;
            if (is_still && done[key] != state) {
                ready.push_back(i);
                names.push_back(harmless(list.shown[i].name, 40));
                done[key] = state;
            }
        }
        if (!ready.empty() || (first && !list.missing.empty())) {
            take_marks(run, classmates(list), true);
            judge(grading, list, ready, false, run.options, [&] { return ctrl_c.was_pressed(); });
            keys.clear();
            for (const Submission& submission : list.submissions) {
                keys.insert(submission.key);
            }
            for (const RosterEntry& entry : list.missing) {
                keys.insert(grading.add_missing(entry));
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
    print_class(run, keys);
    fmt::print("the same call goes on\n");
    return 0;
}

} // namespace workbook
