#include "notes/indexes.hpp"

#include "common/system/files.hpp"
#include "notes/figure.hpp"
#include "notes/glossary.hpp"
#include "notes/slides.hpp"

#include <fmt/format.h>

#include <regex>

namespace workbook {

namespace {

/// Every chapter with its sections.
std::string chapter_list(const std::vector<NotesChapter>& chapters)
{
    static const std::regex heading(R"(\n## (.+?) *\{#(\w+)\})");
    std::string text = "\\htmlonly[block]\n<div class=\"chapters\">\n\\endhtmlonly\n\n";
    for (const NotesChapter& chapter : chapters) {
        text += fmt::format("- \\ref {}\n", chapter.label);
        const std::string source = read_file(chapter.text);
        for (std::sregex_iterator at(source.begin(), source.end(), heading), end; at != end; ++at) {
            text += fmt::format("  - \\ref {} \"{}\"\n", (*at)[2].str(), (*at)[1].str());
        }
    }
    return text + "\n\\htmlonly[block]\n</div>\n\\endhtmlonly\n";
}

/// A table whose cells hold sentences: notes.css folds it where the window is narrow.
std::string prose(const std::string& table)
{
    return "\\htmlonly[block]\n<div class=\"prose\">\n\\endhtmlonly\n\n" + table +
           "\n\\htmlonly[block]\n</div>\n\\endhtmlonly\n";
}

} // namespace

std::optional<std::string> book_index(const std::string& kind,
                                      const std::vector<NotesChapter>& chapters,
                                      const std::filesystem::path& data,
                                      std::vector<NotesComplaint>& complaints)
{
    if (kind == "chapters") {
        return chapter_list(chapters);
    }
    if (kind == "figures") {
        return prose(figure_index(chapters));
    }
    if (kind == "gallery") {
        return gallery(chapters);
    }
    if (kind == "slides") {
        return prose(slide_table(data / "slides.txt", chapters, complaints));
    }
    if (kind == "glossary") {
        return prose(glossary_table(data / "glossary.txt", chapters, complaints));
    }
    return std::nullopt;
}

} // namespace workbook
