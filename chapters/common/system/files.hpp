/// @file
/// Files and folders: there whole or not at all, with messages for people.
#pragma once

#include "common/system/user_error.hpp"

#include <filesystem>
#include <string>

namespace workbook {

/// Nothing can be written there: no use to go on.
struct CannotWrite : UserError {
    explicit CannotWrite(
        const std::string& what,
        const std::string& advice_text =
            "make room or give yourself the right to write there; --out DIR puts results "
            "elsewhere, WORKBOOK_BUILD=DIR what is built")
        : UserError(what, advice_text)
    {
    }
};

/// The bytes of a file. Throws UserError when it cannot be read.
std::string read_file(const std::filesystem::path& path);

/// The same for a file that another program wrote and that ends with `ending`: a program may end
/// well although the disk was full. Throws UserError if the ending is not there.
std::string read_whole_file(const std::filesystem::path& path, const std::string& ending);

/// Writes under a temporary name and renames: the file is the old or the new one, never half.
/// Makes missing folders. Throws CannotWrite (full disk, no permission).
void write_file(const std::filesystem::path& path, const std::string& bytes);

/// Makes the folder and those above it. Throws CannotWrite.
void make_folder(const std::filesystem::path& path);

/// Whether this message, of the system or of a program, speaks of a full disk or quota.
bool says_disk_is_full(const std::string& message);

/// The path as a person would type it from here.
std::string shown(const std::filesystem::path& path);

/// A new empty folder, removed with all in it at the end of its life.
class TemporaryFolder {
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

} // namespace workbook
