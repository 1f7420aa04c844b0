#include "notes/site.hpp"

#include "common/system/files.hpp"
#include "common/system/process.hpp"
#include "common/system/user_error.hpp"
#include "course/packages.hpp"
#include "course/version.hpp"

#include <boost/algorithm/string/join.hpp>
#include <boost/algorithm/string/predicate.hpp>
#include <boost/algorithm/string/replace.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <regex>
#include <sstream>

namespace workbook {

namespace fs = std::filesystem;

namespace {

const fs::path katex = "/usr/share/javascript/katex";

std::string quoted(const fs::path& path)
{
    return '"' + path.string() + '"';
}

/// The settings as Doxygen reads them.
std::string as_doxyfile(const std::vector<std::pair<std::string, std::string>>& settings)
{
    std::string text;
    for (const auto& [name, value] : settings) {
        text += fmt::format("{} = {}\n", name, value);
    }
    return text;
}

/// "1.0.0, 30 November 2026": of what docs/CHANGELOG.md tells first.
std::string version_and_date(const Workspace& workspace)
{
    static const std::regex heading(R"(\n## ([0-9.]+), ([^\n]+)\n)");
    const std::string news = read_file(workspace.root() / "docs/CHANGELOG.md");
    std::smatch match;
    return std::regex_search(news, match, heading) ? match[1].str() + ", " + match[2].str()
                                                   : version;
}

/// What docs/Doxyfile includes: where the filled pages and the code are. Doxygen reads it also when
/// somebody runs it without ./workbook.
std::string pages_and_code(const Workspace& workspace, const DoxygenInput& input)
{
    std::vector<std::string> files;
    std::transform(input.files.begin(), input.files.end(), std::back_inserter(files), quoted);
    const std::string chapters = quoted(workspace.root() / "chapters");
    return as_doxyfile(
        {{"PROJECT_NUMBER", '"' + version_and_date(workspace) + '"'},
         {"PROJECT_BRIEF", input.instructor ? "\"Instructor edition, with solutions\""
                                            : "\"Derive it, write it, have it checked\""},
         {"INPUT", boost::join(files, " \\\n  ")},
         {"EXAMPLE_PATH", quoted(input.snippets)},
         {"STRIP_FROM_PATH", chapters},
         {"STRIP_FROM_INC_PATH", chapters},
         {"INCLUDE_PATH", chapters}});
}

/// What the site has that Doxygen alone has not: its looks, contents and search.
std::string overlay(const Workspace& workspace, const DoxygenInput& input)
{
    const fs::path docs = workspace.root() / "docs";
    std::string text = fmt::format("@INCLUDE = {}\n", quoted(docs / "Doxyfile"));
    text += as_doxyfile({
        {"OUTPUT_DIRECTORY", quoted(input.folder)},
        {"HTML_OUTPUT", "html"},
        {"WARN_LOGFILE", quoted(input.folder / "warnings.txt")},
        {"GENERATE_TAGFILE", ""},
        {"GENERATE_TREEVIEW", "NO"},
        {"DISABLE_INDEX", "YES"},
        {"SEARCHENGINE", "NO"},
        {"LAYOUT_FILE", quoted(docs / "theme/layout.xml")},
        {"HTML_HEADER", quoted(docs / "theme/header.html")},
        {"HTML_FOOTER", quoted(docs / "theme/footer.html")},
    });
    for (const char* style : {"notes.css", "cover.css", "previews.css"}) {
        text += fmt::format("HTML_EXTRA_STYLESHEET += {}\n", quoted(docs / "theme" / style));
    }
    for (const char* script : {"notes.js", "search_words.js", "search.js", "previews.js"}) {
        text += fmt::format("HTML_EXTRA_FILES += {}\n", quoted(docs / "theme" / script));
    }
    return text;
}

/// Doxygen counts the lines of a Markdown page after tables and blocks have been rewritten, so
/// its number may be off. What a message quotes stands in the nearest line that holds it.
std::size_t line_of_quote(const fs::path& source, std::size_t line, const std::string& message)
{
    static const std::regex quote(R"(\[([^\]]+)\]|'([^']+)'|file (\S+) is not found)");
    std::smatch match;
    if (!std::regex_search(message, match, quote)) {
        return line;
    }
    const std::string quoted = match[1].matched ? match[1] : match[2].matched ? match[2] : match[3];
    std::istringstream lines(read_file(source));
    std::size_t nearest = 0;
    std::string text;
    for (std::size_t i = 1; std::getline(lines, text); ++i) {
        const auto distance = [&](std::size_t to) { return to > line ? to - line : line - to; };
        if (text.find(quoted) != std::string::npos &&
            (nearest == 0 || distance(i) < distance(nearest))) {
            nearest = i;
        }
    }
    return nearest > 0 ? nearest : line;
}

/// A warning about a page that was made is a warning about the page that its author wrote.
NotesComplaint traced(const fs::path& file, std::size_t line, const std::string& message,
                      const std::vector<NotesPage>& pages)
{
    for (const NotesPage& page : pages) {
        if (file.filename() == page.name) {
            const bool known = line > 0 && line <= page.source_lines.size();
            return {page.source,
                    line_of_quote(page.source, known ? page.source_lines[line - 1] : 0, message),
                    message};
        }
    }
    return {file, line, message};
}

std::vector<NotesComplaint> complaints_in(const std::string& log,
                                          const std::vector<NotesPage>& pages)
{
    static const std::regex located(R"(^(.+?):([0-9]+): (?:warning|error): (.*)$)");
    std::vector<NotesComplaint> complaints;
    std::istringstream lines(log);
    for (std::string line; std::getline(lines, line);) {
        std::smatch match;
        if (std::regex_match(line, match, located)) {
            complaints.push_back(traced(match[1].str(), std::stoul(match[2]), match[3], pages));
        } else if (!complaints.empty() && boost::starts_with(line, "  ")) {
            complaints.back().message += line; // Doxygen goes on in an indented line
        } else if (!line.empty()) {
            complaints.push_back({"", 0, line});
        }
    }
    return complaints;
}

} // namespace

void require_packages(const Workspace& workspace, const std::string& what,
                      const std::vector<std::string>& groups)
{
    const std::vector<Package> needed = packages(workspace.root(), groups);
    for (const Package& package : needed) {
        if (!package.is_there && !package.can_be_installed) {
            throw UserError(
                fmt::format("{} {}, and this system has no such package", what, package.name),
                package.why);
        }
    }
    if (const auto missing = missing_packages(needed); !missing.empty()) {
        throw UserError(fmt::format("{} the package{} {}", what, missing.size() == 1 ? "" : "s",
                                    boost::join(missing, ", ")),
                        how_to_install(workspace.root(), missing));
    }
}

std::vector<NotesComplaint> run_doxygen(const Workspace& workspace, const DoxygenInput& input,
                                        const std::vector<NotesPage>& pages)
{
    const fs::path settings = input.folder / "Doxyfile";
    const fs::path log = input.folder / "warnings.txt";
    write_file(settings, overlay(workspace, input));
    write_file(input.folder / "made-by-workbook-notes.doxyfile", pages_and_code(workspace, input));
    write_file(log, "");
    RunOptions options;
    options.directory = input.folder;
    const Finished finished = run({"doxygen", "-q", settings.string()}, options);
    std::vector<NotesComplaint> complaints = complaints_in(read_file(log), pages);
    if (complaints.empty() && finished.status != 0) {
        throw UserError(
            fmt::format("Doxygen ended with status {}: {}", finished.status, finished.err));
    }
    return complaints;
}

void copy_fonts(const fs::path& site)
{
    const fs::path fonts = "/usr/share/fonts/truetype";
    for (const fs::path name : {"open-sans/OpenSans-Regular.ttf", "open-sans/OpenSans-Italic.ttf",
                                "open-sans/OpenSans-Bold.ttf", "open-sans/OpenSans-BoldItalic.ttf",
                                "nanum/NanumGothic.ttf", "nanum/NanumGothicBold.ttf"}) {
        write_file(site / "fonts" / name.filename(), read_file(fonts / name));
    }
}

void copy_katex(const fs::path& site)
{
    try {
        write_file(site / "katex/katex.min.css", read_file(katex / "katex.min.css"));
        for (const auto& entry : fs::directory_iterator(katex / "fonts")) {
            if (entry.path().extension() == ".woff2") { // every browser takes this kind first
                write_file(site / "katex/fonts" / entry.path().filename(), read_file(entry.path()));
            }
        }
    } catch (const fs::filesystem_error& error) {
        throw UserError(fmt::format("KaTeX could not be copied: {}", error.what()),
                        "it belongs to the Debian packages libjs-katex and fonts-katex");
    }
}

} // namespace workbook
