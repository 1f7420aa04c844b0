#include "grade/chapter_files.hpp"

#include "course/tokens.hpp"
#include "grade/clean_text.hpp"
#include "grade/platform_names.hpp"
#include "grade/same_name.hpp"

#include <boost/algorithm/string/predicate.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <optional>
#include <regex>

namespace workbook {

namespace fs = std::filesystem;

namespace {

/// A file whose name fits a chapter.
struct Candidate {
    const HandedInFile* file;
    bool in_folder; ///< in the chapter's own
    int copy;       ///< its number as a copy; 0: the original
};

bool is_left_behind(const HandedInFile& file)
{
    return boost::contains(file.path, "__MACOSX");
}

bool is_header(const std::string& name)
{
    return boost::iends_with(name, ".hpp") || boost::iends_with(name, ".h");
}

/// The number of a copy: 0 for `backprop.cpp` and `03_backprop.cpp`, 2 for `backprop (2).cpp`,
/// `backprop-2.cpp` and `backprop copy 2.cpp`, 1 for a copy without a number; empty if the name is
/// another.
std::optional<int> copy_number(const Chapter& chapter, const std::string& stored)
{
    const std::string name = composed(stored);
    if (!is_plain_name(name) || !boost::iends_with(name, ".cpp") ||
        !boost::icontains(name, chapter.name)) {
        return std::nullopt;
    }
    const std::regex form(
        fmt::format(R"((copy of )?(?:\d\d_)?{}((?: -)? (?:copy|복사본)|의 사본| 사본)?)"
                    R"((?:[-_ ]?\(?(\d{{1,3}})\)?)?\.cpp)",
                    chapter.name),
        std::regex::icase);
    std::smatch match;
    if (!std::regex_match(name, match, form)) {
        return std::nullopt;
    }
    if (match[3].matched) {
        return std::stoi(match[3]);
    }
    return match[1].matched || match[2].matched ? 1 : 0;
}

std::vector<Candidate> fits_by_name(const Chapter& chapter, const std::vector<HandedInFile>& files)
{
    std::vector<Candidate> candidates;
    for (const HandedInFile& file : files) {
        const fs::path place(file.path);
        const auto copy = file.is_read && !is_left_behind(file)
                              ? copy_number(chapter, place.filename().string())
                              : std::nullopt;
        if (copy) {
            candidates.push_back({&file, place.parent_path().filename() == chapter.folder, *copy});
        }
    }
    return candidates;
}

/// Whether two times are different; a zip stores them to two seconds. They are untrusted and may be
/// anything, and unsigned arithmetic cannot overflow.
bool differ(std::int64_t a, std::int64_t b)
{
    constexpr std::uint64_t resolution = 2;
    const auto [least, most] = std::minmax(a, b);
    return static_cast<std::uint64_t>(most) - static_cast<std::uint64_t>(least) > resolution;
}

/// The best of several, and why it is that.
std::pair<Candidate, std::string> newest_of(std::vector<Candidate> candidates)
{
    const auto all = [&](const auto& has) {
        return std::all_of(candidates.begin(), candidates.end(), has);
    };
    if (std::any_of(candidates.begin(), candidates.end(),
                    [](const Candidate& c) { return c.in_folder; }) &&
        !all([](const Candidate& c) { return c.in_folder; })) {
        candidates.erase(std::remove_if(candidates.begin(), candidates.end(),
                                        [](const Candidate& c) { return !c.in_folder; }),
                         candidates.end());
        const auto [best, why] = newest_of(candidates);
        return {best, candidates.size() > 1 ? why : "which lies in the chapter's folder"};
    }
    // One file of unknown age makes all ages useless.
    const bool has_uploads = all([](const Candidate& c) { return c.file->upload != 0; });
    const bool has_times = all([](const Candidate& c) { return c.file->time != 0; });
    std::string why = "the last of them";
    std::size_t best = 0;
    for (std::size_t i = 1; i < candidates.size(); ++i) {
        const Candidate& a = candidates[best];
        const Candidate& b = candidates[i];
        bool later = true;
        if (has_uploads && a.file->upload != b.file->upload) {
            later = b.file->upload > a.file->upload;
            why = "which was uploaded last";
        } else if (has_times && differ(a.file->time, b.file->time)) {
            later = b.file->time > a.file->time;
            why = "which is the newest";
        } else if (a.copy != b.copy) {
            later = b.copy > a.copy;
            why = "which has the highest copy number";
        }
        best = later ? i : best;
    }
    return {candidates[best], why};
}

/// Whether the text is of the chapter: it names the namespace, and defines one of the functions.
bool has_signs_of(const Chapter& chapter, const std::vector<std::string>& functions,
                  const std::string& text)
{
    if (text.find(chapter.name) == std::string::npos) {
        return false;
    }
    const std::vector<Token> tokens = tokens_of(text);
    const auto is = [&](std::size_t i, std::string_view word) {
        return i < tokens.size() && tokens[i].text == word;
    };
    bool names_it = false;
    bool defines = false;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (tokens[i].text == chapter.name) {
            names_it |= (i > 0 && is(i - 1, "namespace")) || is(i + 1, "::");
        }
        if (defines || !is(i + 1, "(") ||
            std::find(functions.begin(), functions.end(), tokens[i].text) == functions.end()) {
            continue;
        }
        int open = 0;
        std::size_t at = i + 1;
        for (; at < tokens.size(); ++at) {
            open += is(at, "(") ? 1 : is(at, ")") ? -1 : 0;
            if (open == 0) {
                break;
            }
        }
        defines = is(at + 1, "{");
    }
    return names_it && defines;
}

/// Files of another name that are the chapter's by what they hold.
std::vector<const HandedInFile*> fits_by_contents(const Chapter& chapter,
                                                  const std::vector<std::string>& functions,
                                                  const std::vector<HandedInFile>& files)
{
    std::vector<const HandedInFile*> fits;
    for (const HandedInFile& file : files) {
        const std::string name = fs::path(file.path).filename().string();
        if (file.is_read && !is_left_behind(file) && !copy_number(chapter, name) &&
            has_signs_of(chapter, functions, file.bytes)) {
            fits.push_back(&file);
        }
    }
    // A header with definitions belongs to a source, if there is one.
    const auto is_source = [](const HandedInFile* file) { return !is_header(file->path); };
    if (std::any_of(fits.begin(), fits.end(), is_source)) {
        fits.erase(std::remove_if(fits.begin(), fits.end(),
                                  [&](const HandedInFile* file) { return !is_source(file); }),
                   fits.end());
    }
    return fits;
}

std::string names_of(const std::vector<const HandedInFile*>& files)
{
    constexpr std::size_t most = 4;
    std::vector<std::string> names;
    for (std::size_t i = 0; i < std::min(most, files.size()); ++i) {
        names.push_back(files[i]->path);
    }
    return fmt::format("{}{}", fmt::join(names, ", "),
                       files.size() > most ? fmt::format(" and {} more", files.size() - most) : "");
}

/// The headers beside the chapter's file. A copy of the chapter's interface must not replace the
/// original.
void add_headers(const Chapter& chapter, const std::vector<HandedInFile>& files,
                 ChapterFiles& result)
{
    constexpr std::size_t longest = 200; // a file system may refuse more
    const std::string folder = fs::path(result.source.path).parent_path().generic_string();
    for (const HandedInFile& file : files) {
        const fs::path path(file.path);
        const std::string name = path.filename().string();
        if (!file.is_read || !is_header(name) || name == chapter.name + ".hpp" ||
            file.path == result.source.path || path.parent_path().generic_string() != folder) {
            continue;
        }
        if (name.size() > longest) {
            result.notes.push_back("a header with a very long name was left out");
        } else {
            result.headers.push_back(file);
        }
    }
}

} // namespace

ChapterFiles files_of(const Chapter& chapter, const std::vector<HandedInFile>& files,
                      const std::vector<std::string>& functions)
{
    ChapterFiles result;
    const std::vector<Candidate> named = fits_by_name(chapter, files);
    const std::vector<const HandedInFile*> alike = fits_by_contents(chapter, functions, files);
    const bool all_the_same =
        std::all_of(alike.begin(), alike.end(),
                    [&](const HandedInFile* file) { return file->bytes == alike.front()->bytes; });
    const bool a_name_lies = !named.empty() && !alike.empty() && all_the_same &&
                             std::none_of(named.begin(), named.end(), [&](const Candidate& c) {
                                 return has_signs_of(chapter, functions, c.file->bytes);
                             });
    if (!named.empty() && !a_name_lies) {
        const auto [best, why] = newest_of(named);
        result.source = *best.file;
        if (named.size() > 1) {
            result.notes.push_back(fmt::format("{} files fit this chapter; {} was taken, {}",
                                               named.size(), best.file->path, why));
        }
        if (!alike.empty()) {
            result.notes.push_back(
                fmt::format("handed in and not taken: {}, though it looks like this chapter; {} "
                            "has the chapter's name",
                            names_of(alike), best.file->path));
        }
    } else if (!alike.empty() && all_the_same) {
        result.source = *alike.back();
        result.notes.push_back(fmt::format(
            "{} was taken for this chapter by its namespace and functions: {}", result.source.path,
            a_name_lies ? fmt::format("{} holds neither", named.front().file->path)
                        : fmt::format("no file is called {}.cpp", chapter.name)));
    } else if (!alike.empty()) {
        result.notes.push_back(
            fmt::format("{} files look like this chapter and differ ({}), and none is called "
                        "{}.cpp: none was taken",
                        alike.size(), names_of(alike), chapter.name));
    }
    if (!result.source.path.empty()) {
        add_headers(chapter, files, result);
    }
    return result;
}

std::vector<std::string> unrecognised(const std::vector<Chapter>& chapters,
                                      const std::vector<HandedInFile>& files,
                                      const std::vector<std::string>& used)
{
    constexpr std::size_t most = 8;
    constexpr std::size_t longest = 100; // letters
    std::vector<std::string> names;
    for (const HandedInFile& file : files) {
        const std::string name = fs::path(file.path).filename().string();
        const bool is_chapters =
            std::any_of(chapters.begin(), chapters.end(), [&](const Chapter& chapter) {
                return copy_number(chapter, name).has_value();
            });
        if (!is_chapters && !is_header(name) && !is_left_behind(file) && !name.empty() &&
            name.front() != '.' && name != "CMakeLists.txt" &&
            std::find(used.begin(), used.end(), file.path) == used.end()) {
            names.push_back(shortened(clean_line(file.path), longest));
        }
    }
    if (names.size() > most) {
        const std::size_t more = names.size() - most;
        names.resize(most);
        names.push_back(fmt::format("and {} more", more));
    }
    return names;
}

} // namespace workbook
