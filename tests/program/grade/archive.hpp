/// @file
/// Archives that students hand in: zip, tar.gz, and whatever else libarchive can read.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace workbook {

/// A file of a submission, in memory. Its name is untrusted and is never used to write a file.
struct HandedInFile {
    std::string path; ///< inside the folder or archive, with '/'
    std::string bytes;
    std::int64_t time = 0; ///< last modification, seconds since 1970; 0: unknown
};

/// How much of a submission is read; a larger one is broken or hostile. Reading uses the limits up,
/// so that thirty archives do not unpack to thirty times as much.
struct SubmissionLimits {
    std::size_t entries = 20'000;
    std::size_t file_bytes = std::size_t{1} << 20;       ///< of a file that is read
    std::size_t unpacked_bytes = std::size_t{256} << 20; ///< of everything that has to be unpacked
    std::size_t kept_bytes = std::size_t{8} << 20;       ///< of all files that are read together
};

/// Counts a file that has been read. Throws UserError if all together are too large.
void keep_bytes(SubmissionLimits& left, std::size_t size);

/// Adds a remark, unless there are very many: a hostile archive has as many as it likes.
void add_note(std::vector<std::string>& notes, const std::string& text);

/// Whether a file of this name is an archive.
bool is_archive(const std::filesystem::path& path);

/// Whether a file of this name is read: C++ sources and headers are.
bool is_source_name(const std::string& path);

/// The C++ files in an archive; links, devices and everything else are skipped. `notes` gets a
/// remark about what could not be read, and `left` is reduced by what was unpacked. Throws
/// UserError if it is not an archive, is broken or encrypted, or exceeds what is left.
std::vector<HandedInFile> files_in_archive(const std::string& bytes, const std::string& name,
                                           std::vector<std::string>& notes, SubmissionLimits& left);

} // namespace workbook
