#include "notes/figure.hpp"

#include "common/system/files.hpp"
#include "common/system/text.hpp"
#include "notes/list.hpp"
#include "notes/numbered.hpp"
#include "notes/regex_text.hpp"

#include <boost/algorithm/string/replace.hpp>
#include <fmt/format.h>

#include <map>
#include <regex>

namespace workbook {

namespace fs = std::filesystem;

namespace {

std::string url(const NotesChapter& chapter, const NotesFigure& figure, const std::string& ending)
{
    return fmt::format("figures/{}/{}.{}", chapter.chapter.folder, figure.name, ending);
}

/// A caption that speaks of light and dark holds only for the picture as it was drawn: it stays so
/// on a dark page.
const char* tone(const NotesFigure& figure)
{
    static const std::regex tones(R"(\b(white|black|light|dark|lighter|darker|pale|bright|grey)\b)",
                                  std::regex::icase);
    return std::regex_search(figure.caption, tones) ? " as-drawn" : "";
}

/// When a picture is loaded: with its page, or when it is about to be seen.
enum class Loaded { at_once, when_seen };

const char* lazy(Loaded loaded)
{
    return loaded == Loaded::when_seen ? R"( loading="lazy")" : "";
}

/// The attributes that keep a picture's place before it is loaded.
std::string size_of(const FigureFile& file)
{
    return fmt::format(R"(width="{}" height="{}")", file.width, file.height);
}

std::string image(const NotesChapter& chapter, const NotesFigure& figure,
                  const std::string& html_class, Loaded loaded)
{
    return fmt::format(R"(<img class="{}" src="{}" {}{} alt="{}"/>)", html_class,
                       url(chapter, figure, figure.page.ending), size_of(figure.page), lazy(loaded),
                       escaped_markup(figure.alt));
}

/// The figure for each medium; a browser loads the one that it shows.
std::string picture(const NotesChapter& chapter, const NotesFigure& figure,
                    const std::string& html_class, Loaded loaded)
{
    const auto source = [&](const char* media, const FigureFile& file) {
        return fmt::format(R"(<source media="{}" srcset="{}" {}/>)", media,
                           url(chapter, figure, file.ending), size_of(file));
    };
    return "<picture>" + source("print", figure.paper) +
           source("(max-width: 700px)", figure.phone) + image(chapter, figure, html_class, loaded) +
           "</picture>";
}

/// An animation and its still stand at the same place; notes.css and notes.js show one of them.
std::string pictures(const NotesChapter& chapter, const NotesFigure& figure, Loaded loaded)
{
    const std::string moving =
        figure.animated
            ? fmt::format(R"(<img class="moving" src="{}"{} alt="{}"/>)",
                          url(chapter, figure, "gif"), lazy(loaded), escaped_markup(figure.alt))
            : "";
    return moving + picture(chapter, figure, figure.animated ? "still" : "plot", loaded);
}

std::string file_links(const NotesChapter& chapter, const NotesFigure& figure)
{
    const auto link = [&](const char* ending, const char* name) {
        return fmt::format(R"(<a href="{}">{}</a>)", url(chapter, figure, ending), name);
    };
    return link("svg", "SVG") + " · " + link("png", "PNG") + " · " +
           (figure.animated ? link("gif", "GIF") + " · " : "") + link("csv", "data (CSV)");
}

} // namespace

std::string figure_block(const NotesChapter& chapter, const NotesFigure& figure, bool anchored)
{
    return fmt::format(
        "{}\\htmlonly[block]\n<figure class=\"{}{}\"><a class=\"picture\" href=\"{}\">{}</a>\n"
        "<figcaption>\n\\endhtmlonly\n\n"
        "<b>Figure {}.</b> {}\n\n"
        "\\htmlonly[block]\n<p class=\"files\">{} · <code>./workbook figures {}</code></p>"
        "</figcaption></figure>\n\\endhtmlonly\n",
        anchored ? fmt::format("\\anchor {}\n", label_of_part("figure", chapter, figure.name)) : "",
        figure.animated ? "animated" : "still", tone(figure), url(chapter, figure, "svg"),
        pictures(chapter, figure, Loaded::at_once), figure.number, figure.caption,
        file_links(chapter, figure), figure.name);
}

std::string figure_link(const NotesChapter& chapter, const NotesFigure& figure)
{
    return fmt::format("\\ref {} \"{}\"", label_of_part("figure", chapter, figure.name),
                       figure.number);
}

/// What a figure shows, in the caption's first sentence.
std::string first_sentence(const std::string& caption)
{
    const auto end = caption.find(". ");
    return end == std::string::npos ? caption : caption.substr(0, end + 1);
}

/// A caption in a cell of a table, where a bar would begin the next one.
std::string in_a_cell(const std::string& caption)
{
    static const std::regex formula(R"(\\f\$.*?\\f\$)");
    const std::string bars_named = replace_matches(caption, formula, [](const std::smatch& match) {
        return boost::replace_all_copy(match.str(), "|", "\\vert ");
    });
    return boost::replace_all_copy(bars_named, "|", "\\|");
}

std::string figure_index(const std::vector<NotesChapter>& chapters)
{
    std::string text = "| figure | shows | after |\n|---|---|---|\n";
    for (const NotesChapter& chapter : chapters) {
        for (const NotesFigure& figure : chapter.figures) {
            text += fmt::format("| {} | {} `{}` | {} |\n", figure_link(chapter, figure),
                                in_a_cell(first_sentence(figure.caption)), figure.name,
                                figure.source.empty() ? "–" : figure.source);
        }
    }
    return text;
}

std::string gallery(const std::vector<NotesChapter>& chapters)
{
    std::string text;
    for (const NotesChapter& chapter : chapters) {
        text += fmt::format("## {} {{#gallery_{}}}\n\n\\htmlonly[block]\n"
                            "<ul class=\"gallery\">\n",
                            chapter.title, chapter.chapter.name);
        for (const NotesFigure& figure : chapter.figures) {
            const std::string place = fmt::format("{}.html#{}", chapter.label,
                                                  label_of_part("figure", chapter, figure.name));
            // notes.js opens what stands in .large; without it the link leads to the chapter.
            text += fmt::format(
                "<li><a class=\"small\" href=\"{}\">{}<span><b>{}</b> {}</span></a>\n"
                "<div class=\"large\" hidden><figure class=\"{}{}\">"
                "<div class=\"picture\">{}</div>\n<figcaption>\n\\endhtmlonly\n\n",
                place,
                image(chapter, figure, std::string("thumbnail") + tone(figure), Loaded::when_seen),
                figure.number, escaped_markup(figure.title), figure.animated ? "animated" : "still",
                tone(figure), pictures(chapter, figure, Loaded::when_seen));
            text += fmt::format("<b>Figure {}.</b> {}\n\n\\htmlonly[block]\n<dl>"
                                "<dt>Drawn after</dt><dd>{}</dd>"
                                "<dt>In the book</dt><dd><a href=\"{}\">{}</a></dd>"
                                "<dt>Files</dt><dd>{}</dd>"
                                "<dt>Command</dt><dd><code>./workbook figures {}</code></dd></dl>"
                                "</figcaption></figure></div></li>\n",
                                figure.number, figure.caption,
                                figure.source.empty() ? "no document; it is the workbook's own"
                                                      : escaped_markup(figure.source),
                                place, escaped_markup(chapter.title), file_links(chapter, figure),
                                figure.name);
        }
        text += "</ul>\n\\endhtmlonly\n\n";
    }
    return text;
}

void give_titles(std::vector<NotesChapter>& chapters, const fs::path& list,
                 std::vector<NotesComplaint>& complaints)
{
    std::map<std::string, ListedLine> titles;
    for (const ListedLine& entry : read_list(list, 2)) {
        titles.emplace(entry.fields[0], entry);
    }
    for (NotesChapter& chapter : chapters) {
        for (NotesFigure& figure : chapter.figures) {
            const auto found = titles.find(figure.name);
            if (found == titles.end()) {
                figure.title = first_sentence(figure.caption);
                if (figure.title.find("\\f$") != std::string::npos) {
                    complaints.push_back({list, 0,
                                          fmt::format("the figure {} needs a title: the first "
                                                      "sentence of its caption has a formula",
                                                      figure.name)});
                }
                continue;
            }
            figure.title = found->second.fields[1];
            titles.erase(found);
        }
    }
    for (const auto& [name, entry] : titles) {
        complaints.push_back({list, entry.line, fmt::format("no chapter has a figure {}", name)});
    }
}

void copy_figures(const std::vector<NotesChapter>& chapters, const fs::path& site)
{
    for (const NotesChapter& chapter : chapters) {
        for (const NotesFigure& figure : chapter.figures) {
            for (const char* ending : {"svg", "phone.svg", "paper.svg", "png", "csv", "gif"}) {
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
