/// @file
/// Where a student's file is compiled and run when a class is graded: a room made by bubblewrap
/// without network, home, solutions, tests, other processes or anything to write to.
#pragma once

#include "build/toolchain.hpp"

#include <string>
#include <vector>

namespace workbook {

/// Commands that run inside the sandbox. Paths are the same inside and outside.
class Sandbox {
public:
    /// `folder` takes the list of forbidden system calls. Throws UserError when bubblewrap is
    /// missing or cannot work here (no user namespaces).
    Sandbox(const Workspace& workspace, const Toolchain& toolchain,
            const std::filesystem::path& folder);

    /// Compiles or links: the compiler, the interfaces and the parts of the chapter can be read,
    /// and `folder`, where the student's file is and its object goes.
    std::vector<std::string> compile(const std::vector<std::string>& command,
                                     const Chapter& chapter,
                                     const std::filesystem::path& folder) const;

    /// Runs the student's program: nothing is there but the program and the system's libraries;
    /// it can start no process and no thread, and open no connection.
    std::vector<std::string> host(const std::filesystem::path& program) const;

    /// Throws UserError when it does not work (any more): then no student is to blame.
    void try_out() const;

private:
    const Workspace& workspace_;
    const Toolchain& toolchain_;
    std::string bubblewrap_;
    std::filesystem::path filter_; ///< a program for the kernel's seccomp
};

} // namespace workbook
