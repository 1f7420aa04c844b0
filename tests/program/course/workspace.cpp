#include "course/workspace.hpp"

#include "common/system/pattern.hpp"
#include "common/system/user_error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

namespace workbook {

namespace fs = std::filesystem;

Workspace::Workspace(fs::path root, fs::path build)
    : root_(root.empty() ? root : fs::absolute(root)),
      build_(build.empty() ? build : fs::absolute(build))
{
    const Pattern pattern("([0-9]{2})_([a-z0-9_]+)");
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(root_ / "chapters", error)) {
        const std::string folder = entry.path().filename().string();
        if (const auto match = pattern.whole(folder); match && entry.is_directory()) {
            chapters_.push_back({std::stoi((*match)[1]), folder, (*match)[2]});
        }
    }
    if (chapters_.empty()) {
        throw UserError(
            fmt::format("{} is not the workbook's folder: it has no chapters", root_.string()),
            "run ./workbook in the folder that holds chapters/ and labs/");
    }
    std::sort(chapters_.begin(), chapters_.end(),
              [](const Chapter& a, const Chapter& b) { return a.number < b.number; });
}

const Chapter& Workspace::chapter(const std::string& name) const
{
    const bool is_number =
        !name.empty() && name.size() <= 3 &&
        std::all_of(name.begin(), name.end(), [](unsigned char c) { return std::isdigit(c); });
    for (const Chapter& chapter : chapters_) {
        if (is_number ? std::stoi(name) == chapter.number
                      : name == chapter.name || name == chapter.folder) {
            return chapter;
        }
    }
    std::string known;
    for (const Chapter& chapter : chapters_) {
        known += fmt::format("{}{} {}", known.empty() ? "" : ", ", chapter.number, chapter.name);
    }
    throw UserError(fmt::format("there is no chapter \"{}\"", name),
                    fmt::format("the chapters are: {}", known), 2);
}

fs::path Workspace::file_of(const Chapter& chapter, const fs::path& below) const
{
    const fs::path nested = below / chapter.folder / (chapter.name + ".cpp");
    const fs::path flat = below / (chapter.name + ".cpp");
    std::error_code error;
    return !fs::exists(nested, error) && fs::exists(flat, error) ? flat : nested;
}

fs::path Workspace::text_of(const Chapter& chapter) const
{
    return root_ / "chapters" / chapter.folder / "chapter.md";
}

Selection select(const Workspace& workspace, const std::vector<std::string>& words)
{
    Selection selection;
    std::set<std::string> whole;
    for (const std::string& word : words) {
        const auto dot = word.find('.');
        const Chapter& chapter = workspace.chapter(word.substr(0, dot));
        if (dot == std::string::npos) {
            selection[chapter.folder].clear();
            whole.insert(chapter.folder);
        } else if (whole.count(chapter.folder) == 0) {
            selection[chapter.folder].insert(
                fmt::format("{}.{}", chapter.number, word.substr(dot + 1)));
        }
    }
    if (words.empty()) {
        for (const Chapter& chapter : workspace.chapters()) {
            selection[chapter.folder];
        }
    }
    return selection;
}

} // namespace workbook
