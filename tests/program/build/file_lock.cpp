#include "build/file_lock.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace workbook {

FileLock::FileLock(const std::filesystem::path& file)
    : file_(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644))
{
    if (file_ >= 0) { // if it cannot be created, the build itself reports why
        ::flock(file_, LOCK_EX);
    }
}

FileLock::~FileLock()
{
    if (file_ >= 0) {
        ::close(file_);
    }
}

} // namespace workbook
