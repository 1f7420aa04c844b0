/// @file
/// What several tests need: a workbook to play with, and a look at what was left running.
#pragma once

#include "build/toolchain.hpp"
#include "common/system/files.hpp"
#include "common/system/user_error.hpp"
#include "course/catalogue.hpp"

#include <boost/algorithm/string/predicate.hpp>
#include <boost/test/unit_test.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <thread>

namespace workbook::tests {

namespace fs = std::filesystem;

/// The folder that an environment variable, set by ctest, names.
inline fs::path folder_from(const char* variable)
{
    const char* value = std::getenv(variable);
    if (value == nullptr) {
        throw std::runtime_error(fmt::format("{} is not set: run the tests by ctest", variable));
    }
    return value;
}

/// The tree that is tested, and the folder it was built in.
inline fs::path root()
{
    return folder_from("WORKBOOK_ROOT");
}
inline fs::path build()
{
    return folder_from("WORKBOOK_BUILD");
}

/// The workbook with what was built of it, but a build folder of its own: nothing that a
/// test does reaches what the student's `./workbook` remembers.
struct Playground {
    Playground()
    {
        write_file(folder.path() / "toolchain.json", read_file(build() / "toolchain.json"));
    }

    TemporaryFolder folder;
    Workspace workspace{root(), folder.path()};
};

/// How many processes (folders of /proc) are of the kind that `is_one` knows; those that were
/// killed may need a moment.
template <class IsOne>
std::ptrdiff_t left_running(const IsOne& is_one)
{
    std::ptrdiff_t count = 1;
    for (int wait = 0; wait < 500 && count > 0; ++wait) {
        if (wait > 0) {
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        }
        const fs::directory_iterator processes("/proc");
        count = std::count_if(begin(processes), end(processes),
                              [&](const fs::directory_entry& one) { return is_one(one.path()); });
    }
    return count;
}

/// A predicate for BOOST_CHECK_EXCEPTION: the message or the advice holds these words, and
/// this is the exit status.
inline auto says(const std::string& words, int status = 1)
{
    return [=](const UserError& error) {
        const bool found =
            boost::contains(error.what() + ("\n" + error.advice), words) && error.status == status;
        if (!found) {
            BOOST_TEST_MESSAGE("it says: " << error.what() << " | " << error.advice << " | status "
                                           << error.status);
        }
        return found;
    };
}

/// Whether the text holds these words; a failing check shows the text.
inline bool holds(const std::string& text, const std::string& words)
{
    BOOST_TEST_INFO(text);
    return boost::contains(text, words);
}

inline std::size_t line_count(const std::string& text)
{
    const auto newlines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
    return newlines + (text.empty() || text.back() == '\n' ? 0 : 1);
}

} // namespace workbook::tests
