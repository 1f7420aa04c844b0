/// @file
/// What all that read archives have in common.
#pragma once

#include <archive.h>
#include <archive_entry.h>

#include <memory>
#include <string>

namespace workbook {

/// An archive that is being read.
using ArchiveReader = std::unique_ptr<archive, int (*)(archive*)>;

/// A reader for every kind of archive that is taken: zip, 7z, rar, and tar however it is packed.
ArchiveReader archive_reader();

/// libarchive's error message; it does not always set one.
std::string reason(archive* from);

/// The name of the entry in UTF-8, also where it was stored in CP949, as Korean Windows does; "" if
/// it cannot be read.
std::string name_of(archive_entry* entry);

} // namespace workbook
