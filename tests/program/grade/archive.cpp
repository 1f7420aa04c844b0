#include "grade/archive.hpp"

#include "common/system/text.hpp"
#include "common/system/user_error.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <boost/algorithm/string/case_conv.hpp>
#include <boost/algorithm/string/predicate.hpp>
#include <fmt/format.h>

#include <array>
#include <memory>

namespace workbook {

namespace {

/// Whether the name ends like this, regardless of case.
bool ends_with_any(const std::string& path, std::initializer_list<const char*> endings)
{
    for (const char* ending : endings) {
        if (boost::algorithm::iends_with(path, ending)) {
            return true;
        }
    }
    return false;
}

/// libarchive's error message; it does not always set one.
std::string reason(archive* from)
{
    const char* text = archive_error_string(from);
    return text != nullptr ? text : "it is broken";
}

/// Reads the data of the current entry, and reduces the limits by what was unpacked.
std::string read_entry(archive* from, bool wanted, SubmissionLimits& left, bool& too_large)
{
    std::string bytes;
    std::array<char, 65536> part; // NOLINT: filled by the library
    for (;;) {
        const la_ssize_t n = archive_read_data(from, part.data(), part.size());
        if (n < 0) {
            throw UserError(fmt::format("it is broken or encrypted: {}", reason(from)));
        }
        if (n == 0) {
            return bytes;
        }
        if (static_cast<std::size_t>(n) > left.unpacked_bytes) {
            left.unpacked_bytes = 0;
            throw UserError(fmt::format("the submission unpacks to more than {} MB",
                                        SubmissionLimits{}.unpacked_bytes >> 20));
        }
        left.unpacked_bytes -= static_cast<std::size_t>(n);
        if (wanted && bytes.size() + static_cast<std::size_t>(n) <= left.file_bytes) {
            bytes.append(part.data(), static_cast<std::size_t>(n));
        } else if (wanted) {
            too_large = true; // but reads on: skipped data counts too
            bytes.clear();
            wanted = false;
        }
    }
}

} // namespace

void keep_bytes(SubmissionLimits& left, std::size_t size)
{
    if (size > left.kept_bytes) {
        left.kept_bytes = 0;
        throw UserError(fmt::format("its sources are larger than {} MB together",
                                    SubmissionLimits{}.kept_bytes >> 20));
    }
    left.kept_bytes -= size;
}

void add_note(std::vector<std::string>& notes, const std::string& text)
{
    constexpr std::size_t most = 100;
    constexpr std::size_t longest = 500;
    if (notes.size() < most) {
        notes.push_back(first_bytes(text, longest));
    }
}

bool is_archive(const std::filesystem::path& path)
{
    return ends_with_any(path.string(), {".zip", ".tar.gz", ".tgz", ".tar", ".tar.xz", ".tar.bz2"});
}

bool is_source_name(const std::string& path)
{
    return ends_with_any(path, {".cpp", ".hpp", ".h"});
}

std::vector<HandedInFile> files_in_archive(const std::string& bytes, const std::string& name,
                                           std::vector<std::string>& notes, SubmissionLimits& left)
{
    const std::unique_ptr<archive, int (*)(archive*)> reader(archive_read_new(),
                                                             &archive_read_free);
    archive_read_support_filter_gzip(reader.get());
    archive_read_support_filter_xz(reader.get());
    archive_read_support_filter_bzip2(reader.get());
    archive_read_support_format_zip(reader.get());
    archive_read_support_format_tar(reader.get());
    const auto fail = [&](const std::string& why) -> UserError {
        return UserError(fmt::format("{} cannot be unpacked: {}", name, why));
    };
    if (archive_read_open_memory(reader.get(), bytes.data(), bytes.size()) != ARCHIVE_OK) {
        throw fail(reason(reader.get()));
    }

    std::vector<HandedInFile> files;
    for (archive_entry* entry = nullptr;;) {
        const int status = archive_read_next_header(reader.get(), &entry);
        if (status == ARCHIVE_EOF) {
            return files;
        }
        if (status < ARCHIVE_WARN) {
            throw fail(reason(reader.get()));
        }
        if (left.entries == 0) {
            throw fail(
                fmt::format("the submission has more than {} entries", SubmissionLimits{}.entries));
        }
        --left.entries;
        const char* stored = archive_entry_pathname_utf8(entry);
        stored = stored != nullptr ? stored : archive_entry_pathname(entry);
        if (stored == nullptr) {
            add_note(notes, fmt::format("a file in {} has a name that cannot be read", name));
        }
        const std::string path = stored != nullptr ? stored : "";
        const bool is_file =
            archive_entry_filetype(entry) == AE_IFREG && archive_entry_hardlink(entry) == nullptr;
        const bool wanted = is_file && is_source_name(path);
        if (!is_file && is_source_name(path)) {
            add_note(notes,
                     fmt::format("{} in {} is a link or a device, and was not read", path, name));
        }
        bool too_large = false;
        try {
            std::string content = read_entry(reader.get(), wanted, left, too_large);
            if (too_large) {
                add_note(notes, fmt::format("{} in {} is larger than {} MB, and was not read", path,
                                            name, left.file_bytes >> 20));
            } else if (wanted) {
                keep_bytes(left, content.size());
                files.push_back({path, std::move(content), archive_entry_mtime(entry)});
            }
        } catch (const UserError& error) {
            throw fail(error.what());
        }
    }
}

} // namespace workbook
