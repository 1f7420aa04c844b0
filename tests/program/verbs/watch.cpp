#include "verbs/verbs.hpp"

#include "common/system/files.hpp"
#include "common/system/user_error.hpp"
#include "terminal/terminal.hpp"

#include <fmt/format.h>

#include <chrono>
#include <csignal>
#include <thread>

#include <sys/stat.h>
#include <unistd.h>

namespace workbook {
namespace {

namespace fs = std::filesystem;

/// Attributes that change when a file is saved, however the editor does it: in place, by renaming
/// another file over it, or by deleting it and writing it anew.
struct Stamp {
    bool exists = false;
    ino_t inode = 0;
    off_t size = 0;
    timespec time{};

    bool operator==(const Stamp& other) const
    {
        return exists == other.exists && inode == other.inode && size == other.size &&
               time.tv_sec == other.time.tv_sec && time.tv_nsec == other.time.tv_nsec;
    }
    bool operator!=(const Stamp& other) const { return !(*this == other); }
};

Stamp stamp_of(const fs::path& path)
{
    struct stat info{};
    if (::stat(path.c_str(), &info) != 0) {
        return {};
    }
    return {true, info.st_ino, info.st_size, info.st_mtim};
}

} // namespace

// Polls the file system 20 times a second instead of waiting for events: for ten files that costs
// next to nothing, and it works on network and container mounts, which send no events.
int watch(const Workspace& workspace, const CheckOptions& options)
{
    constexpr std::chrono::milliseconds pause{50};
    // Ctrl-C ends a watch, even during a compile, which it ends too.
    std::signal(SIGINT, [](int) {
        [[maybe_unused]] const ssize_t n = ::write(STDOUT_FILENO, "\n", 1);
        ::_exit(0);
    });

    std::vector<Chapter> chapters;
    for (const auto& [folder, steps] : select(workspace, options.what)) {
        chapters.push_back(workspace.chapter(folder));
    }
    std::vector<Stamp> judged(chapters.size());
    bool first = true;
    for (;;) {
        CheckOptions now = options;
        now.what.clear();
        for (std::size_t i = 0; i < chapters.size(); ++i) {
            const fs::path source = source_for(workspace, chapters[i], options);
            const Stamp stamp = stamp_of(source);
            if (stamp == judged[i] && !first) {
                continue;
            }
            std::this_thread::sleep_for(pause); // an editor may still be writing
            if (stamp_of(source) != stamp) {
                continue;
            }
            judged[i] = stamp;
            now.what.push_back(chapters[i].folder);
        }
        if (!now.what.empty()) {
            now.clear_screen = ::isatty(STDOUT_FILENO) != 0;
            if (now.clear_screen && !first) {
                // The old verdict stands until the new one is there.
                fmt::print("\033[1A\033[2K{}\n", styled("judging …", Style::strong));
                std::fflush(stdout);
            }
            now.what = first && options.what.empty() ? std::vector<std::string>{} : now.what;
            if (!options.what.empty()) {
                now.what = options.what;
            }
            try {
                check(workspace, now);
            } catch (const UserError& error) {
                if (first) {
                    throw;
                }
                fmt::print("{}workbook: {}\n  {}\n", now.clear_screen ? emptied_screen : "",
                           error.what(), error.advice);
            }
            fmt::print("\n{}\n", styled("watching; Ctrl-C ends", Style::quiet));
            std::fflush(stdout);
            first = false;
        }
        std::this_thread::sleep_for(pause);
    }
}

} // namespace workbook
