#include "grade/zip_file.hpp"

#include "common/system/files.hpp"
#include "common/system/user_error.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>

namespace workbook {

namespace fs = std::filesystem;

ZipFile::ZipFile(fs::path path)
    : path_(std::move(path)), unfinished_(path_.string() + ".part"),
      archive_(nullptr, archive_write_free)
{
}

ZipFile::~ZipFile()
{
    archive_.reset();
    std::error_code ignored;
    fs::remove(unfinished_, ignored);
}

void ZipFile::check(int status) const
{
    if (status != ARCHIVE_OK) {
        const char* why = archive_error_string(archive_.get());
        throw CannotWrite(
            fmt::format("cannot write {}: {}", shown(path_), why == nullptr ? "?" : why));
    }
}

void ZipFile::add(const std::string& name, const std::string& bytes)
{
    if (archive_ == nullptr) {
        make_folder(path_.parent_path());
        archive_.reset(archive_write_new());
        check(archive_write_set_format_zip(archive_.get()));
        check(archive_write_set_options(archive_.get(), "zip:hdrcharset=UTF-8"));
        check(archive_write_open_filename(archive_.get(), unfinished_.c_str()));
    }
    const std::unique_ptr<archive_entry, void (*)(archive_entry*)> entry(archive_entry_new(),
                                                                         archive_entry_free);
    constexpr std::time_t always = 1'000'000'000; // so that the same entries give the same bytes
    archive_entry_set_pathname_utf8(entry.get(), name.c_str());
    archive_entry_set_size(entry.get(), static_cast<la_int64_t>(bytes.size()));
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), 0644);
    archive_entry_set_mtime(entry.get(), always, 0);
    check(archive_write_header(archive_.get(), entry.get()));
    if (archive_write_data(archive_.get(), bytes.data(), bytes.size()) !=
        static_cast<la_ssize_t>(bytes.size())) {
        check(ARCHIVE_FATAL);
    }
}

void ZipFile::finish()
{
    std::error_code error;
    if (archive_ == nullptr) {
        fs::remove(path_, error);
        return;
    }
    check(archive_write_close(archive_.get()));
    fs::rename(unfinished_, path_, error);
    if (error) {
        throw CannotWrite(fmt::format("cannot write {}: {}", shown(path_), error.message()));
    }
}

} // namespace workbook
