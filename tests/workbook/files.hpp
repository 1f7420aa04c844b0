/// @file
/// Reading and writing whole files, with messages for people.
#pragma once

#include <filesystem>
#include <string>

namespace workbook {

/// The bytes of a file. Throws UserError when it cannot be read.
std::string read_file(const std::filesystem::path& path);

/// Writes under a temporary name and renames: the file is the old or the new one, never half.
/// Throws UserError (full disk, no permission).
void write_file(const std::filesystem::path& path, const std::string& bytes);

/// Whether this message, of the system or of a program, speaks of a full disk or quota.
bool says_disk_is_full(const std::string& message);

/// Makes the folder and those above it. Throws UserError.
void make_folder(const std::filesystem::path& path);

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

/// SHA-1 of bytes in hexadecimal: a name for a content.
std::string digest(const std::string& bytes);

/// The path as a person would type it from here.
std::string shown(const std::filesystem::path& path);

} // namespace workbook
