/// @file
/// Writes a zip archive, entry by entry.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

struct archive;

namespace workbook {

/// An archive that is there as a whole or not at all, and not without an entry. The same entries
/// give the same bytes.
class ZipFile {
public:
    explicit ZipFile(std::filesystem::path path);
    ~ZipFile();
    ZipFile(const ZipFile&) = delete;
    ZipFile& operator=(const ZipFile&) = delete;

    /// Throws UserError if it cannot be written.
    void add(const std::string& name, const std::string& bytes);

    /// Ends the archive and gives it its name; removes an older one if there was no entry. Throws
    /// UserError.
    void finish();

private:
    void check(int status) const;

    std::filesystem::path path_;
    std::filesystem::path unfinished_;
    std::unique_ptr<archive, int (*)(archive*)> archive_;
};

} // namespace workbook
