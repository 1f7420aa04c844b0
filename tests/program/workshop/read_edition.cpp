// An edition from an archive, or from the folder that one was unpacked to.
#include "workshop/edition.hpp"

#include "build/digest.hpp"
#include "common/system/files.hpp"
#include "common/system/user_error.hpp"
#include "grade/libarchive.hpp"

#include <fmt/format.h>

#include <array>

namespace workbook {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t most_bytes = std::size_t{512} << 20;

std::string data_of(archive* from, std::size_t& left)
{
    std::string bytes;
    std::array<char, 65536> part; // NOLINT: filled by the library
    for (;;) {
        const la_ssize_t size = archive_read_data(from, part.data(), part.size());
        if (size < 0) {
            throw UserError(reason(from));
        }
        if (size == 0) {
            return bytes;
        }
        if (static_cast<std::size_t>(size) > left) {
            throw UserError(fmt::format("it unpacks to more than {} MB", most_bytes >> 20));
        }
        left -= static_cast<std::size_t>(size);
        bytes.append(part.data(), static_cast<std::size_t>(size));
    }
}

/// All files of an archive, without the folder that holds them all.
std::map<std::string, EditionFile> files_in_archive(const fs::path& path)
{
    const ArchiveReader reader = archive_reader();
    constexpr std::size_t block = 65536;
    try {
        if (archive_read_open_filename(reader.get(), path.c_str(), block) != ARCHIVE_OK) {
            throw UserError(reason(reader.get()));
        }
        std::map<std::string, EditionFile> files;
        std::size_t left = most_bytes;
        archive_entry* entry = nullptr;
        int status = ARCHIVE_OK;
        while ((status = archive_read_next_header(reader.get(), &entry)) != ARCHIVE_EOF) {
            if (status < ARCHIVE_WARN) {
                throw UserError(reason(reader.get()));
            }
            const std::string name = name_of(entry);
            const auto slash = name.find('/');
            if (archive_entry_filetype(entry) == AE_IFREG && slash != std::string::npos) {
                files[name.substr(slash + 1)] = {data_of(reader.get(), left),
                                                 (archive_entry_perm(entry) & 0100U) != 0};
            }
        }
        return files;
    } catch (const UserError& error) {
        throw UserError(fmt::format("{} cannot be unpacked: {}", shown(path), error.what()),
                        "download it again");
    }
}

} // namespace

EditionFile edition_file(const fs::path& path)
{
    const auto rights = fs::status(path).permissions();
    return {read_file(path), (rights & fs::perms::owner_exec) != fs::perms::none};
}

Edition read_edition(const fs::path& from)
{
    if (!fs::exists(from)) {
        throw UserError(fmt::format("there is no {}", shown(from)),
                        "name the archive, or the folder that it was unpacked to", 2);
    }
    const bool is_folder = fs::is_directory(from);
    auto files = is_folder ? std::map<std::string, EditionFile>{} : files_in_archive(from);
    if (is_folder && fs::exists(from / name_of_list)) {
        files[name_of_list] = edition_file(from / name_of_list);
    }
    const auto list = files.find(name_of_list);
    if (list == files.end()) {
        throw UserError(fmt::format("{} holds no student edition", shown(from)),
                        "name the archive, or the folder that it was unpacked to", 2);
    }
    Edition edition{read_list(list->second.bytes, from / name_of_list), {}};
    for (const auto& [path, expected] : edition.list.files) {
        if (is_folder && fs::is_regular_file(from / path)) {
            files[path] = edition_file(from / path);
        }
        const auto file = files.find(path);
        if (file == files.end() || digest(file->second.bytes) != expected) {
            throw UserError(fmt::format("{} is not whole: {} is {}", shown(from), path,
                                        file == files.end() ? "missing" : "not as it was released"),
                            is_folder ? "unpack the archive anew" : "download it again");
        }
        edition.files[path] = std::move(file->second);
    }
    return edition;
}

} // namespace workbook
