/// @file
/// Archives that students hand in: zip, 7z, rar, tar.gz and the like, whatever libarchive can read,
/// and archives inside of them.
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
    std::int64_t time = 0;   ///< last modification, seconds since 1970; 0: unknown
    std::int64_t upload = 0; ///< the platform's number: a later upload has a larger one; 0: unknown
    bool is_read = true;     ///< false: of a kind that is not read, only its name is known
};

/// How much of a submission is read; a larger one is broken or hostile. Reading uses the limits up,
/// so that thirty archives, or one in another, do not unpack to thirty times as much.
struct SubmissionLimits {
    std::size_t entries = 20'000;
    std::size_t file_bytes = std::size_t{1} << 20;       ///< of a file that is read
    std::size_t unpacked_bytes = std::size_t{256} << 20; ///< of everything that has to be unpacked
    std::size_t kept_bytes = std::size_t{8} << 20;       ///< of all C++ files together
    std::size_t other_bytes = std::size_t{1} << 20;      ///< of all texts that may be C++
    std::size_t inner_bytes = std::size_t{16} << 20;     ///< of all archives inside of others
    std::size_t names = 200;                             ///< of files that are not read
};

/// Counts a file that has been read. Throws UserError if all together are too large.
void keep_bytes(SubmissionLimits& left, std::size_t size);

/// Adds a remark, unless there are very many: a hostile archive has as many as it likes.
void add_note(std::vector<std::string>& notes, const std::string& text);

/// Whether a file of this name is an archive.
bool is_archive(const std::filesystem::path& path);

/// Whether a file of this name is C++: a source or a header.
bool is_source_name(const std::string& path);

/// Whether a file of this name may be C++ under another name: `backprop.cc`, `backprop.cpp.txt`.
bool may_be_source(const std::string& path);

/// A file of a kind that is not read: keeps its name, unless there are very many, or it is one that
/// editors and compilers leave behind.
void keep_name(const std::string& path, SubmissionLimits& left, std::vector<HandedInFile>& files);

/// Adds the C++ files in an archive, those of archives inside of it too; links and devices are
/// skipped. The archive is read as a stream, and only one in this process at a time, so that
/// hostile ones do not add up in memory. `notes` gets a remark about what could not be read; what
/// was read before an archive turns out to be broken stays. `left` is reduced by what was unpacked.
/// `file` is an open file. Throws UserError if it is not an archive, is broken or encrypted, or
/// exceeds what is left.
void add_archive(int file, const std::string& name, SubmissionLimits& left,
                 std::vector<HandedInFile>& files, std::vector<std::string>& notes);

} // namespace workbook
