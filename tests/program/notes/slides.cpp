#include "notes/slides.hpp"

#include "notes/figure.hpp"
#include "notes/list.hpp"

#include <boost/algorithm/string/join.hpp>
#include <boost/algorithm/string/predicate.hpp>
#include <boost/algorithm/string/replace.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <functional>
#include <map>
#include <regex>
#include <set>

namespace workbook {

namespace {

/// A line of the list.
struct Slide {
    std::size_t line;
    std::string documents;             ///< as it stands there: "A, B", "D 12-14, 20"
    std::string page;                  ///< "all": the line says how many pictures a document has
    std::string shows;                 ///< what the picture showed
    std::vector<std::string> chapters; ///< their numbers
    bool not_yet;                      ///< a figure is still to be drawn
    std::vector<std::string> figures;  ///< their names
    std::string words;                 ///< what stands in parentheses: why there is no figure
};

using Complain = std::function<void(std::size_t line, const std::string& message)>;

Slide slide_of(const ListedLine& entry)
{
    Slide slide{entry.line,
                entry.fields[0],
                entry.fields[1],
                entry.fields[2],
                parts_of(entry.fields[3], ','),
                false,
                {},
                {}};
    std::string rest = entry.fields[4];
    if (const std::size_t from = rest.find('('); from != std::string::npos) {
        const std::size_t to = rest.rfind(')');
        slide.words = rest.substr(from + 1, to == std::string::npos ? to : to - from - 1);
        rest.erase(from);
    }
    slide.not_yet = boost::starts_with(rest, "not yet");
    slide.figures = parts_of(rest, ' ');
    return slide;
}

/// The numbers of pictures in the first field, by document: D has 12, 13, 14 and 20 in
/// "D 12-14, 20". A document without numbers has none.
std::map<std::string, std::vector<int>> pictures_in(const Slide& slide, const Complain& complain)
{
    static const std::regex form("([A-Z]?) *(([0-9]{1,4}) *(- *([0-9]{1,4}))?)?");
    std::map<std::string, std::vector<int>> pictures;
    std::string document;
    for (const std::string& part : parts_of(slide.documents, ',')) {
        std::smatch found;
        const bool fits = std::regex_match(part, found, form);
        if (fits && found[1].matched && found[1].length() > 0) {
            document = found[1];
        }
        if (!fits || document.empty()) {
            complain(slide.line,
                     fmt::format("\"{}\" is no picture of a document: write the document's letter "
                                 "and, if its pictures are numbered, numbers as in D 12-14, 20",
                                 part));
            continue;
        }
        std::vector<int>& numbers = pictures[document];
        if (!found[3].matched) {
            continue;
        }
        const int from = std::stoi(found[3]);
        const int to = found[5].matched ? std::stoi(found[5]) : from;
        if (from < 1 || to < from) {
            complain(slide.line, fmt::format("\"{}\": pictures count from 1, and the smaller "
                                             "number stands first",
                                             part));
        }
        for (int number = from; number <= to; ++number) {
            numbers.push_back(number);
        }
    }
    return pictures;
}

/// Complains unless each numbered picture of a document is in one line, and in one only.
void count_pictures(const std::vector<Slide>& slides, const Complain& complain)
{
    std::map<std::string, std::pair<std::size_t, int>> all; // the line that says it, how many
    std::map<std::string, std::map<int, std::size_t>> line_of;
    for (const Slide& slide : slides) {
        for (const auto& [document, numbers] : pictures_in(slide, complain)) {
            if (slide.page == "all" && !numbers.empty()) {
                all[document] = {slide.line, numbers.back()};
            }
        }
    }
    for (const Slide& slide : slides) {
        if (slide.page == "all") {
            continue;
        }
        for (const auto& [document, numbers] :
             pictures_in(slide, [](std::size_t, const std::string&) {})) {
            const auto known = all.find(document);
            if (known == all.end() && !numbers.empty()) {
                complain(slide.line,
                         fmt::format("the pictures of {0} have numbers, and no line says how many "
                                     "there are: {0} 1-66 | all | | |",
                                     document));
            }
            if (known == all.end()) {
                continue;
            }
            const int count = known->second.second;
            if (numbers.empty()) {
                complain(slide.line, fmt::format("which of the {} pictures of {}? Write their "
                                                 "numbers, as in {} 12-14, 20",
                                                 count, document, document));
            }
            for (const int number : numbers) {
                const auto [there, is_new] = line_of[document].emplace(number, slide.line);
                if (number > count) {
                    complain(slide.line, fmt::format("{} has {} pictures, there is no picture {}",
                                                     document, count, number));
                } else if (!is_new) {
                    complain(slide.line, fmt::format("picture {} of {} is in line {} already",
                                                     number, document, there->second));
                }
            }
        }
    }
    for (const auto& [document, known] : all) {
        std::vector<int> missing;
        for (int number = 1; number <= known.second; ++number) {
            if (line_of[document].count(number) == 0) {
                missing.push_back(number);
            }
        }
        if (!missing.empty()) {
            complain(known.first, fmt::format("no line has picture {} of {}",
                                              fmt::join(missing, ", "), document));
        }
    }
}

/// "D 12–14, 20"
std::string shown_documents(const Slide& slide)
{
    return boost::replace_all_copy(slide.documents, "-", "–");
}

} // namespace

std::string slide_table(const std::filesystem::path& list,
                        const std::vector<NotesChapter>& chapters,
                        std::vector<NotesComplaint>& complaints)
{
    const Complain complain = [&](std::size_t line, const std::string& message) {
        complaints.push_back({list, line, message});
    };
    const auto is_there = [&](const std::string& number) {
        return std::any_of(chapters.begin(), chapters.end(), [&](const auto& chapter) {
            return std::to_string(chapter.chapter.number) == number;
        });
    };
    std::vector<Slide> slides;
    for (const ListedLine& entry : read_list(list, 5)) {
        slides.push_back(slide_of(entry));
    }
    count_pictures(slides, complain);

    std::string text = "| document | page | shows | drawn anew |\n|---|---|---|---|\n";
    std::set<std::string> named;
    for (const Slide& slide : slides) {
        const std::size_t there = static_cast<std::size_t>(
            std::count_if(slide.chapters.begin(), slide.chapters.end(), is_there));
        const bool later = there == 0 && !slide.chapters.empty();
        if (slide.page == "all" || slide.not_yet || later) {
            continue;
        }
        std::vector<std::string> drawn;
        for (const std::string& name : slide.figures) {
            const auto chapter =
                std::find_if(chapters.begin(), chapters.end(),
                             [&](const auto& one) { return one.figure(name) != nullptr; });
            if (chapter != chapters.end()) {
                drawn.push_back(figure_link(*chapter, *chapter->figure(name)));
                named.insert(name);
            } else if (there == slide.chapters.size()) {
                complain(slide.line, fmt::format("no chapter has a figure {}", name));
            }
        }
        if (slide.figures.empty() && slide.words.empty()) {
            const auto chapter =
                std::find_if(slide.chapters.begin(), slide.chapters.end(), is_there);
            complain(slide.line,
                     fmt::format("the picture \"{}\" belongs to chapter {}, and this line names no "
                                 "figure that redraws it: write the figure's name at the end of "
                                 "the line, or why there is none in parentheses, or \"not yet\"",
                                 slide.shows, chapter == slide.chapters.end() ? "none" : *chapter));
        }
        if (!slide.words.empty()) {
            drawn.push_back(slide.words);
        }
        if (!drawn.empty()) {
            text += fmt::format("| {} | {} | {} | {} |\n", shown_documents(slide), slide.page,
                                slide.shows, boost::join(drawn, ", "));
        }
    }
    for (const NotesChapter& chapter : chapters) {
        for (const NotesFigure& figure : chapter.figures) {
            if (!figure.source.empty() && named.count(figure.name) == 0) {
                complain(0, fmt::format("the figure {} says that it is after \"{}\", and no line "
                                        "here names it",
                                        figure.name, figure.source));
            }
        }
    }
    return text;
}

} // namespace workbook
