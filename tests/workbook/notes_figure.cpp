#include "notes_figure.hpp"

#include "files.hpp"

#include <boost/algorithm/string/replace.hpp>
#include <fmt/format.h>

#include <regex>

namespace workbook {

namespace fs = std::filesystem;

namespace {

std::string url(const NotesChapter& chapter, const NotesFigure& figure, const std::string& ending)
{
    return fmt::format("figures/{}/{}.{}", chapter.chapter.folder, figure.name, ending);
}

/// Where \ref leads.
std::string anchor(const NotesChapter& chapter, const NotesFigure& figure)
{
    return fmt::format("figure_{}_{}", chapter.chapter.name, figure.name);
}

/// A caption that speaks of light and dark holds only for the picture as it was drawn: on a dark
/// page it is not inverted.
const char* tone(const NotesFigure& figure)
{
    static const std::regex tones(R"(\b(white|black|light|dark|lighter|darker|pale|bright|grey)\b)",
                                  std::regex::icase);
    return std::regex_search(figure.caption, tones) ? " as-drawn" : "";
}

std::string image(const NotesChapter& chapter, const NotesFigure& figure,
                  const std::string& ending, const std::string& html_class)
{
    // The size is that of the SVG; an animation has its own.
    const std::string size = ending == "gif" ? ""
                                             : fmt::format(R"( width="{}" height="{}")",
                                                           figure.width, figure.height);
    return fmt::format(R"(<img class="{}" src="{}"{} alt="{}"/>)", html_class,
                       url(chapter, figure, ending), size, escaped(figure.alt));
}

/// An animation and its still stand at the same place; notes.css and notes.js show one of them.
std::string pictures(const NotesChapter& chapter, const NotesFigure& figure)
{
    const std::string still = image(chapter, figure, "svg", figure.animated ? "still" : "plot");
    return fmt::format(R"(<a class="picture" href="{}">{}{}</a>)", url(chapter, figure, "svg"),
                       figure.animated ? image(chapter, figure, "gif", "moving") : "", still);
}

std::string files(const NotesChapter& chapter, const NotesFigure& figure)
{
    const auto link = [&](const char* ending, const char* name) {
        return fmt::format(R"(<a href="{}">{}</a>)", url(chapter, figure, ending), name);
    };
    return link("svg", "SVG") + " · " + link("png", "PNG") + " · " +
           (figure.animated ? link("gif", "GIF") + " · " : "") + link("csv", "data (CSV)") +
           fmt::format(" · <code>./workbook figures {}</code>", figure.name);
}

} // namespace

std::string escaped(const std::string& text)
{
    std::string result = text;
    boost::replace_all(result, "&", "&amp;");
    boost::replace_all(result, "<", "&lt;");
    boost::replace_all(result, ">", "&gt;");
    boost::replace_all(result, "\"", "&quot;");
    return result;
}

std::string figure_block(const NotesChapter& chapter, const NotesFigure& figure, bool anchored)
{
    const std::string source =
        figure.source.empty() ? "" : fmt::format(" <em>After: {}.</em>", figure.source);
    return fmt::format(
        "{}\\htmlonly[block]\n<figure class=\"{}{}\">{}\n<figcaption>\n\\endhtmlonly\n\n"
        "<b>Figure {}.</b> {}{}\n\n"
        "\\htmlonly[block]\n<p class=\"files\">{}</p></figcaption></figure>\n\\endhtmlonly\n",
        anchored ? fmt::format("\\anchor {}\n", anchor(chapter, figure)) : "",
        figure.animated ? "animated" : "still", tone(figure), pictures(chapter, figure),
        figure.number, figure.caption, source, files(chapter, figure));
}

std::string figure_index(const std::vector<NotesChapter>& chapters)
{
    const std::string thumbnail = "thumbnail";
    std::string text = "| figure | | shows | after | in |\n|---|---|---|---|---|\n";
    for (const NotesChapter& chapter : chapters) {
        for (const NotesFigure& figure : chapter.figures) {
            text += fmt::format("| \\ref {0} \"{1}\" | {2} | **{3}** — {4} | {5} | \\ref {6} |\n",
                                anchor(chapter, figure), figure.number,
                                image(chapter, figure, "svg", thumbnail + tone(figure)),
                                figure.name,
                                boost::replace_all_copy(figure.caption, "|", "&#124;"),
                                figure.source.empty() ? "—" : figure.source, chapter.label);
        }
    }
    return text;
}

void copy_figures(const std::vector<NotesChapter>& chapters, const fs::path& site)
{
    for (const NotesChapter& chapter : chapters) {
        for (const NotesFigure& figure : chapter.figures) {
            for (const char* ending : {"svg", "png", "csv", "gif"}) {
                const fs::path file =
                    chapter.folder / "figures" / fmt::format("{}.{}", figure.name, ending);
                if (*ending != 'g' || figure.animated) {
                    write_file(site / url(chapter, figure, ending), read_file(file));
                }
            }
        }
    }
}

} // namespace workbook
