/// @file
/// Files that are there whole or not at all, and a folder that is gone afterwards.
#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>

namespace workbook {

/// A file or program that could not be used; the message says what, where and what to do.
struct OutputError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// Nothing can be written there: no use to go on.
struct CannotWrite : OutputError {
    using OutputError::OutputError;
};

/// Writes to a temporary name beside `path`, then renames: whoever reads `path` never sees half
/// of it. Makes missing folders. Throws CannotWrite.
void write_file(const std::filesystem::path& path, const std::string& content);

/// The whole content of a file; throws OutputError.
std::string read_file(const std::filesystem::path& path);

/// The same for a file that another program wrote and that ends with `ending`: a program may end
/// well although the disk was full. Throws OutputError if the ending is not there.
std::string read_whole_file(const std::filesystem::path& path, const std::string& ending);

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
