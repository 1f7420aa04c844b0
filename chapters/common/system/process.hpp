/// @file
/// Running other programs: the compiler, the judge, CMake, gnuplot, Doxygen.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace workbook {

/// The user id of "nobody", who owns nothing.
constexpr unsigned nobody = 65534;

/// How a program ended and what it wrote.
struct Finished {
    int status = 0; ///< exit status; 128 + n when signal n ended it
    bool timed_out = false;
    bool flooded = false; ///< it was killed because it wrote more than it may
    std::string out;
    std::string err;
};

/// How a program is run.
struct RunOptions {
    std::filesystem::path directory;                ///< where; empty: here
    std::optional<std::chrono::seconds> wall_limit; ///< after that it is killed
    std::optional<std::chrono::seconds> cpu_limit;  ///< CPU time, for each of its processes
    std::size_t memory_limit = 0;                   ///< bytes of address space; 0: none
    std::size_t file_limit = 0;                     ///< bytes of a file it writes; 0: any
    std::size_t output_limit = 0;                   ///< bytes on a stream; 0: any
};

/// Runs `command` with no input and returns what it wrote. Throws UserError when the
/// program is not there.
Finished run(const std::vector<std::string>& command, const RunOptions& options = {});

/// Runs `command` on this terminal and returns its exit status.
int run_here(const std::vector<std::string>& command, const RunOptions& options = {});

/// Runs `command` and passes on every line that it writes, as it comes. Returns its status.
int run_lines(const std::vector<std::string>& command,
              const std::function<void(const std::string& line)>& on_line);

/// The file of the program that this process runs.
std::filesystem::path this_program();

/// The full path of a program, or empty.
std::filesystem::path find_program(const std::string& name);

} // namespace workbook
