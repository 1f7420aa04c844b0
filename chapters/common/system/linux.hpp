/// @file
/// What only Linux's kernel does for us. Elsewhere these do nothing: one's own lab is judged all
/// the same; whoever judges other people's files needs Linux.
#pragma once

#include <vector>

#include <fcntl.h>
#include <sys/types.h>
#include <unistd.h>

#ifdef __linux__
#include <fstream>
#include <iterator>
#include <string>

#include <linux/close_range.h>
#include <sys/prctl.h>
#endif

namespace workbook {

/// From now on this signal is sent to this process when its parent ends.
inline void end_with_parent([[maybe_unused]] int signal_number)
{
#ifdef __linux__
    ::prctl(PR_SET_PDEATHSIG, signal_number);
#endif
}

/// From now on the processes that this one's children leave behind are its own children.
inline void adopt_orphans()
{
#ifdef __linux__
    ::prctl(PR_SET_CHILD_SUBREAPER, 1);
#endif
}

/// From now on other processes of this user can neither read this one's memory nor open its files.
inline void hide_from_others()
{
#ifdef __linux__
    ::prctl(PR_SET_DUMPABLE, 0);
#endif
}

/// No program that this process becomes inherits a descriptor from `first` on.
inline void keep_descriptors_from([[maybe_unused]] int first)
{
#ifdef __linux__
    ::close_range(static_cast<unsigned>(first), ~0U, CLOSE_RANGE_CLOEXEC);
#elif !defined(__wasi__) // where there are no other programs
    for (int descriptor = first; descriptor < ::getdtablesize(); ++descriptor) {
        ::fcntl(descriptor, F_SETFD, FD_CLOEXEC);
    }
#endif
}

/// The children of a process.
inline std::vector<pid_t> children_of([[maybe_unused]] pid_t process)
{
#ifdef __linux__
    const std::string number = std::to_string(process);
    std::ifstream list("/proc/" + number + "/task/" + number + "/children");
    return {std::istream_iterator<pid_t>(list), {}};
#else
    return {};
#endif
}

} // namespace workbook
