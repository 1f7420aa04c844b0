#include "notes_glossary.hpp"

#include "files.hpp"
#include "notes_list.hpp"

#include <boost/algorithm/string/case_conv.hpp>
#include <boost/algorithm/string/join.hpp>
#include <boost/algorithm/string/predicate.hpp>
#include <boost/algorithm/string/split.hpp>
#include <boost/algorithm/string/classification.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <regex>
#include <set>

namespace workbook {

namespace {

/// Korean syllables are three bytes in UTF-8, the first from 0xEA to 0xED.
bool is_korean(const std::string& text, std::size_t at)
{
    const auto byte = static_cast<unsigned char>(text[at]);
    return byte >= 0xEA && byte <= 0xED && at + 2 < text.size();
}

/// Where every Korean term comes up first: a link to the section.
std::map<std::string, std::string> first_places(const std::vector<NotesChapter>& chapters)
{
    static const std::regex heading(R"(^##+ (.+?) *\{#(\w+)\}\s*$)");
    std::map<std::string, std::string> places;
    for (const NotesChapter& chapter : chapters) {
        std::string place = fmt::format("\\ref {} \"{}\"", chapter.label, chapter.chapter.number);
        std::vector<std::string> lines;
        const std::string text = read_file(chapter.text);
        boost::split(lines, text, boost::is_any_of("\n"));
        for (const std::string& line : lines) {
            std::smatch match;
            if (std::regex_match(line, match, heading)) {
                const std::string title = match[1];
                const std::string number = title.substr(0, title.find(' '));
                const bool numbered = number.find_first_not_of("0123456789.") == std::string::npos;
                place = fmt::format("\\ref {} \"{}\"", match[2].str(), numbered ? number : title);
            }
            for (const std::string& term : korean_terms(line)) {
                places.emplace(term, place);
            }
        }
    }
    return places;
}

} // namespace

std::vector<std::string> korean_terms(const std::string& text)
{
    std::vector<std::string> terms;
    for (auto open = text.find('('); open != std::string::npos; open = text.find('(', open + 1)) {
        const auto close = text.find(')', open);
        if (close == std::string::npos) {
            break;
        }
        const std::string inner = text.substr(open + 1, close - open - 1);
        std::size_t syllables = 0;
        bool only = true;
        for (std::size_t at = 0; at < inner.size() && only;) {
            if (is_korean(inner, at)) {
                ++syllables;
                at += 3;
            } else {
                only = inner[at] == ' ' || std::isalpha(static_cast<unsigned char>(inner[at]));
                ++at;
            }
        }
        if (only && syllables > 0) {
            terms.push_back(inner);
        }
    }
    return terms;
}

std::string glossary_table(const std::filesystem::path& list,
                           const std::vector<NotesChapter>& chapters,
                           std::vector<NotesComplaint>& complaints)
{
    const auto places = first_places(chapters);
    std::vector<ListedLine> entries = read_list(list, 3);
    std::stable_sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) {
        return boost::to_lower_copy(a.fields[0]) < boost::to_lower_copy(b.fields[0]);
    });
    std::string text = "| English | Korean | meaning | first in |\n|---|---|---|---|\n";
    std::set<std::string> known;
    for (const ListedLine& entry : entries) {
        std::string place;
        for (const std::string& korean : parts_of(entry.fields[1], ',')) {
            known.insert(korean);
            const auto found = places.find(korean);
            if (place.empty() && found != places.end()) {
                place = found->second;
            }
        }
        text += fmt::format("| {} | {} | {} | {} |\n", entry.fields[0], entry.fields[1],
                            entry.fields[2], place.empty() ? "–" : place);
    }
    for (const NotesChapter& chapter : chapters) {
        std::set<std::string> said;
        for (const std::string& term : korean_terms(read_file(chapter.text))) {
            if (known.count(term) == 0 && said.insert(term).second) {
                complaints.push_back({chapter.text, 0,
                                      fmt::format("({}) is not in {}: add a line there", term,
                                                  list.filename().string())});
            }
        }
    }
    return text;
}

} // namespace workbook
