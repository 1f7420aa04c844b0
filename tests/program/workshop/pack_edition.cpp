// An edition as archives: the same edition gives the same bytes, on any day and any machine with
// the same libraries.
#include "workshop/edition.hpp"

#include "common/system/files.hpp"
#include "common/system/process.hpp"
#include "common/system/user_error.hpp"
#include "grade/libarchive.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <memory>

namespace workbook {

namespace fs = std::filesystem;

namespace {

/// The time of every file: that of SOURCE_DATE_EPOCH, or the first that a zip can hold.
std::time_t time_of_files()
{
    constexpr std::time_t first = 315532800; // 1980-01-01
    const char* chosen = std::getenv("SOURCE_DATE_EPOCH");
    return chosen == nullptr ? first : std::max<std::time_t>(first, std::atoll(chosen));
}

using ArchiveWriter = std::unique_ptr<archive, int (*)(archive*)>;

void add_file(archive* to, const std::string& path, const EditionFile& file)
{
    const std::unique_ptr<archive_entry, void (*)(archive_entry*)> entry(archive_entry_new(),
                                                                         &archive_entry_free);
    archive_entry_set_pathname_utf8(entry.get(), path.c_str());
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), file.is_program ? 0755 : 0644);
    archive_entry_set_size(entry.get(), static_cast<la_int64_t>(file.bytes.size()));
    archive_entry_set_mtime(entry.get(), time_of_files(), 0);
    if (archive_write_header(to, entry.get()) != ARCHIVE_OK ||
        archive_write_data(to, file.bytes.data(), file.bytes.size()) !=
            static_cast<la_ssize_t>(file.bytes.size())) {
        throw CannotWrite(reason(to));
    }
}

/// Writes one archive under another name, which it has until it is whole.
void pack(archive* to, const std::map<std::string, EditionFile>& files, const std::string& folder,
          const fs::path& file)
{
    const fs::path unfinished = file.string() + ".tmp";
    try {
        if (archive_write_open_filename(to, unfinished.c_str()) != ARCHIVE_OK) {
            throw CannotWrite(reason(to));
        }
        for (const auto& [path, each] : files) { // sorted, as a map is
            add_file(to, folder + "/" + path, each);
        }
        if (archive_write_close(to) != ARCHIVE_OK) {
            throw CannotWrite(reason(to));
        }
        fs::rename(unfinished, file);
    } catch (const std::exception& error) {
        std::error_code ignored;
        fs::remove(unfinished, ignored);
        throw CannotWrite(fmt::format("cannot write {}: {}", shown(file), error.what()));
    }
}

} // namespace

std::vector<fs::path> pack_edition(const Edition& edition, const fs::path& folder)
{
    ::setenv("TZ", "UTC", 1); // a zip holds local times
    ::tzset();
    make_folder(folder);
    const std::string name = "neural-networks-by-hand-" + edition.list.version;
    const std::vector<fs::path> made{folder / (name + ".tar.gz"), folder / (name + ".zip"),
                                     folder / (name + ".sha256")};
    std::map<std::string, EditionFile> all = edition.files;
    all[name_of_list].bytes = text_of(edition.list);
    {
        const ArchiveWriter tar(archive_write_new(), &archive_write_free);
        archive_write_set_format_pax_restricted(tar.get());
        archive_write_add_filter_gzip(tar.get());
        archive_write_set_filter_option(tar.get(), "gzip", "timestamp", nullptr);
        pack(tar.get(), all, name, made[0]);
    }
    const ArchiveWriter zip(archive_write_new(), &archive_write_free);
    archive_write_set_format_zip(zip.get());
    pack(zip.get(), all, name, made[1]);

    RunOptions here;
    here.directory = folder;
    const Finished sums = run({"sha256sum", name + ".tar.gz", name + ".zip"}, here);
    if (sums.status != 0) {
        throw UserError(fmt::format("sha256sum failed: {}", sums.err));
    }
    write_file(made[2], sums.out);
    return made;
}

} // namespace workbook
