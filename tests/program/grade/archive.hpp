/// @file
/// What students hand in packed: zip, tar.gz and what else libarchive knows.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace workbook {

/// A file of a submission, in memory. Nothing is ever written under the name it came with.
struct HandedInFile {
    std::string path; ///< inside the folder or archive, with '/'
    std::string bytes;
    std::int64_t time = 0; ///< seconds since 1970 when it was last changed; 0: unknown
};

/// How much of a submission is looked at; what is more is a broken or hostile one. Reading uses it
/// up: thirty archives may not unpack to thirty times as much.
struct SubmissionLimits {
    std::size_t entries = 20'000;
    std::size_t file_bytes = std::size_t{1} << 20; ///< of a file that is read
    std::size_t unpacked_bytes = std::size_t{256}
                                 << 20; ///< of all that must be unpacked on the way
};

/// Whether the name is that of an archive.
bool is_archive(const std::filesystem::path& path);

/// Whether a file of this name is looked at: C++ sources and headers.
bool is_source_name(const std::string& path);

/// The C++ files in an archive; links, devices and everything else in it are passed over.
/// What could not be read is said in `notes`, what was unpacked is taken from what is `left`.
/// Throws UserError when it is no archive, is broken, encrypted, or larger than that.
std::vector<HandedInFile> files_in_archive(const std::string& bytes, const std::string& name,
                                           std::vector<std::string>& notes, SubmissionLimits& left);

} // namespace workbook
