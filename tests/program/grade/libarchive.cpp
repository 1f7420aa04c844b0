#include "grade/libarchive.hpp"

#include "course/encoding.hpp"

namespace workbook {

ArchiveReader archive_reader()
{
    ArchiveReader reader(archive_read_new(), &archive_read_free);
    archive_read_support_filter_gzip(reader.get());
    archive_read_support_filter_xz(reader.get());
    archive_read_support_filter_bzip2(reader.get());
    archive_read_support_format_zip(reader.get());
    archive_read_support_format_tar(reader.get());
    archive_read_support_format_7zip(reader.get());
    archive_read_support_format_rar(reader.get());
    archive_read_support_format_rar5(reader.get());
    return reader;
}

std::string reason(archive* from)
{
    const char* text = archive_error_string(from);
    return text != nullptr ? text : "it is broken";
}

std::string name_of(archive_entry* entry)
{
    const char* stored = archive_entry_pathname_utf8(entry);
    stored = stored != nullptr ? stored : archive_entry_pathname(entry);
    return stored != nullptr ? as_utf8(stored).text : "";
}

} // namespace workbook
