/// @file
/// Where a student's file is compiled and run when a class is graded: a bubblewrap sandbox without
/// network, home folders, solutions, tests, other processes or writable files.
#pragma once

#include "build/toolchain.hpp"

#include <string>
#include <vector>

namespace workbook {

/// Commands that run inside the sandbox. Paths are the same inside and outside.
class Sandbox {
public:
    /// The list of forbidden system calls is stored in `folder`. Throws UserError if bubblewrap is
    /// missing or cannot work here (no user namespaces).
    Sandbox(const Workspace& workspace, const Toolchain& toolchain,
            const std::filesystem::path& folder);

    /// For compiling and linking: the compiler, the interfaces, the chapter's parts and the
    /// folder of `source`, the student's file, are readable; `folder` takes the object file.
    std::vector<std::string> compile(const std::vector<std::string>& command,
                                     const Chapter& chapter, const std::filesystem::path& folder,
                                     const std::filesystem::path& source) const;

    /// For reading what was built from the student's file, with the system's programs: only
    /// `folder` and they are visible.
    std::vector<std::string> read(const std::vector<std::string>& command,
                                  const std::filesystem::path& folder) const;

    /// For running the student's program: only the program, the library that it is to load (if any)
    /// and the system's are visible; it cannot start processes or threads or open connections.
    std::vector<std::string> host(const std::filesystem::path& program,
                                  const std::filesystem::path& library = {}) const;

    /// Throws UserError if the sandbox does not work (any more), so that no student is blamed for
    /// it.
    void try_out() const;

private:
    const Workspace& workspace_;
    const Toolchain& toolchain_;
    std::string bubblewrap_;
    std::filesystem::path filter_; ///< a compiled seccomp filter
};

/// How a program is started that shall not see, and so cannot end, any process but its own.
struct OwnProcesses {
    std::vector<std::string> prefix; ///< before its command; empty where that cannot be
    std::string why_not;             ///< "bubblewrap is missing"; empty where it can
};

/// Tried once.
const OwnProcesses& own_processes();

} // namespace workbook
