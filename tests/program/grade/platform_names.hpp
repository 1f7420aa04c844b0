/// @file
/// What learning platforms write into the names of the files and folders of a class.
#pragma once

#include <cstdint>
#include <string>

namespace workbook {

/// The owner of a file or folder, by its name.
struct Owner {
    std::string name;
    std::string id;              ///< of the platform; "" if the name has none
    std::string file;            ///< the student's own file name; "" for a folder
    std::int64_t upload = 0;     ///< Canvas' number of the file: a later one is larger
    bool is_late = false;        ///< Canvas' mark
    bool is_online_text = false; ///< typed into the platform's page: no file of the student
};

/// Reads `Minji Park_4711_assignsubmission_file_` (Moodle, a folder or the beginning of a file's
/// name), `parkminji_LATE_99_1234_backprop-1.cpp` (Canvas), or just `minji` and `minji.zip`.
Owner owner_of(const std::string& name, bool is_folder);

/// Files that platforms and file managers leave beside the submissions.
bool is_of_the_system(const std::string& name);

/// Whether a name from outside is short enough for std::regex, which recurses over every character.
inline bool is_plain_name(const std::string& name)
{
    return name.size() <= 255;
}

} // namespace workbook
