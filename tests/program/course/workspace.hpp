/// @file
/// Where things are: the workbook's folder, its chapters, the build folder.
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace workbook {

/// A chapter as found on disk.
struct Chapter {
    int number;         ///< 3
    std::string folder; ///< "03_backprop"
    std::string name;   ///< "backprop"
};

/// The folders of this workbook.
class Workspace {
public:
    /// `root` holds chapters/, labs/, …; `build` takes everything that is built.
    Workspace(std::filesystem::path root, std::filesystem::path build);

    const std::filesystem::path& root() const { return root_; }
    const std::filesystem::path& build() const { return build_; }
    const std::vector<Chapter>& chapters() const { return chapters_; }

    /// The chapter that "3", "03", "backprop" or "03_backprop" means. Throws UserError.
    const Chapter& chapter(const std::string& name) const;

    /// DIR/03_backprop/backprop.cpp, or DIR/backprop.cpp when only that exists.
    std::filesystem::path file_of(const Chapter& chapter, const std::filesystem::path& below) const;

    std::filesystem::path labs() const { return root_ / "labs"; }
    std::filesystem::path solutions() const { return root_ / "solutions"; }
    /// Whether this is a student edition: it has no solutions.
    bool is_student_edition() const { return !std::filesystem::exists(solutions()); }
    std::filesystem::path text_of(const Chapter& chapter) const;

private:
    std::filesystem::path root_;
    std::filesystem::path build_;
    std::vector<Chapter> chapters_;
};

/// The chapters and steps that words such as "3", "3.4" and "backprop" select: chapter folder →
/// step numbers, where an empty set means the whole chapter. No words select everything.
using Selection = std::map<std::string, std::set<std::string>>;
Selection select(const Workspace& workspace, const std::vector<std::string>& words);

} // namespace workbook
