/// @file
/// The archive of a whole class, as a learning platform gives it.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace workbook {

/// A class's archive, unpacked. The destructor removes what was unpacked.
class ClassArchive {
public:
    /// Unpacks `archive` below `work`, entry by entry; the entries keep their times. Links and
    /// names that lead out of the folder are left out. Throws UserError if it is no archive or
    /// broken, has more than 200,000 files, or unpacks to more than 8 GB or than the disk holds.
    ClassArchive(const std::filesystem::path& archive, const std::filesystem::path& work);
    ~ClassArchive();
    ClassArchive(const ClassArchive&) = delete;
    ClassArchive& operator=(const ClassArchive&) = delete;

    /// The folder of the class: where the students' folders or files are. `chapters` are names of
    /// folders that are no students.
    std::filesystem::path folder(const std::vector<std::string>& chapters) const;

    /// "NAME, a link": what was not unpacked.
    const std::vector<std::string>& passed_over() const { return passed_over_; }

private:
    void unpack(const std::filesystem::path& archive);

    std::filesystem::path folder_;
    std::vector<std::string> passed_over_;
};

} // namespace workbook
