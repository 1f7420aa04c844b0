#include "notes/step_links.hpp"

#include <boost/algorithm/string/join.hpp>
#include <boost/algorithm/string/replace.hpp>
#include <fmt/format.h>

namespace workbook {

namespace {

std::string function_links(const NotesChapter& chapter, const std::vector<std::string>& functions)
{
    std::vector<std::string> links;
    for (const std::string& function : functions) {
        links.push_back(fmt::format("\\ref {0}::{1} \"{1}\"", chapter.chapter.name, function));
    }
    return boost::join(links, ", ");
}

/// The place of a step in a lab or a solution, as its page shows the file.
std::string code_link(const char* kind, const NotesChapter& chapter, const std::string& step)
{
    return fmt::format("\\ref {}_{} \"{}s/{}/{}.cpp\"", kind,
                       boost::replace_all_copy(step, ".", "_"), kind, chapter.chapter.folder,
                       chapter.chapter.name);
}

} // namespace

std::string step_box(const std::string& step, const NotesChapter& chapter, bool instructor)
{
    for (const auto& [number, functions] : functions_of_steps(chapter)) {
        if (number == step) {
            return fmt::format(
                "<div class=\"step\">\nInterface: {} · yours to write in {}{} · "
                "judged by `./workbook check {}`\n</div>\n",
                function_links(chapter, functions), code_link("lab", chapter, step),
                instructor ? " · worked in " + code_link("solution", chapter, step) : "", step);
        }
    }
    return "";
}

std::string reference(const std::vector<NotesChapter>& chapters, bool instructor)
{
    std::string text;
    for (const NotesChapter& chapter : chapters) {
        text += fmt::format(
            "## {0} {{#reference_{1}}}\n\n"
            "All of it: \\htmlonly <a href=\"namespace{4}.html\">namespace {1}</a>,"
            "\\endhtmlonly `chapters/{2}/{1}.hpp`. The file that "
            "a student fills in: \\ref lab_{1}{3}.\n\n"
            "| step | functions |\n|---|---|\n",
            chapter.title, chapter.chapter.name, chapter.chapter.folder,
            instructor ? fmt::format(". The worked file: \\ref solution_{}", chapter.chapter.name)
                       : "",
            boost::replace_all_copy(chapter.chapter.name, "_", "__"));
        for (const auto& [step, functions] : functions_of_steps(chapter)) {
            text += fmt::format("| {} | {} |\n", step, function_links(chapter, functions));
        }
        text += "\n";
    }
    return text;
}

} // namespace workbook
