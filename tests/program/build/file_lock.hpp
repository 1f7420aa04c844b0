/// @file
/// Mutual exclusion between processes.
#pragma once

#include <filesystem>

namespace workbook {

/// Holds a file as a lock between processes; waits for whoever has it.
class FileLock {
public:
    explicit FileLock(const std::filesystem::path& file);
    ~FileLock();
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;

private:
    int file_;
};

} // namespace workbook
