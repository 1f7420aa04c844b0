/// @file
/// Files and folders: written atomically, with error messages for people.
#pragma once

#include "common/system/user_error.hpp"

#include <filesystem>
#include <functional>
#include <string>

namespace workbook {

/// Nothing can be written there, so there is no point in going on.
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

/// The same; "" when it cannot be read, as when it was just deleted.
std::string text_if_there(const std::filesystem::path& path);

/// The same as read_file for a file that another program wrote and that must end with `ending`:
/// some programs report success although the disk was full. Throws UserError if the ending is
/// missing.
std::string read_whole_file(const std::filesystem::path& path, const std::string& ending);

/// Writes under a temporary name and renames, so the file is always either the old or the new one
/// as a whole. Creates missing folders. Throws CannotWrite (full disk, no permission).
void write_file(const std::filesystem::path& path, const std::string& bytes);

/// The same for bytes that come piece by piece: `produce` calls its argument with each.
void write_file_in_pieces(
    const std::filesystem::path& path,
    const std::function<void(const std::function<void(const std::string&)>& take)>& produce);

/// Creates the folder and its parents. Throws CannotWrite.
void make_folder(const std::filesystem::path& path);

/// Whether this message, from the system or a program, is about a full disk or quota.
bool says_disk_is_full(const std::string& message);

/// The path as a person would type it in the current folder, by that person's own name for it.
std::string shown(const std::filesystem::path& path);

/// A new empty folder; the destructor removes it with everything in it.
class TemporaryFolder {
public:
    /// Where the system keeps what is temporary. Throws CannotWrite.
    TemporaryFolder();
    /// In a folder that is there. Throws CannotWrite.
    explicit TemporaryFolder(const std::filesystem::path& parent);
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

} // namespace workbook
