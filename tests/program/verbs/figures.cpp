#include "verbs/verbs.hpp"

#include "build/builder.hpp"
#include "build/figure_drawing.hpp"
#include "build/targets.hpp"
#include "common/system/files.hpp"
#include "common/system/user_error.hpp"
#include "terminal/terminal.hpp"

#include <boost/algorithm/string/join.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace workbook {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void throw_unknown(const std::vector<std::string>& names)
{
    throw UserError(fmt::format("there is no figure called {}", boost::join(names, ", ")),
                    "./workbook figures draws all of them and names them", 2);
}

/// Whether the chapter's code contains this name in quotes, as it does for every figure.
bool may_draw(const Workspace& workspace, const Chapter& chapter, const std::string& name)
{
    const auto folder = workspace.root() / "chapters" / chapter.folder;
    const fs::directory_iterator files(folder);
    return std::any_of(begin(files), end(files), [&](const fs::directory_entry& file) {
        const auto ending = file.path().extension();
        return (ending == ".cpp" || ending == ".hpp") &&
               read_file(file.path()).find('"' + name + '"') != std::string::npos;
    });
}

/// Words that name chapters select these; all others must be names of figures, and select the
/// chapters that draw them. Throws UserError for a figure that no chapter draws.
void sort_words(const Workspace& workspace, const std::vector<std::string>& words,
                std::vector<Chapter>& chapters, std::vector<std::string>& names)
{
    std::set<std::string> chosen;
    std::vector<std::string> unknown;
    for (const std::string& word : words) {
        bool known = false;
        for (const Chapter& chapter : workspace.chapters()) {
            if (word == chapter.name || word == chapter.folder ||
                word == std::to_string(chapter.number)) {
                chosen.insert(chapter.folder);
                known = true;
            }
        }
        if (known) {
            continue;
        }
        names.push_back(word);
        for (const Chapter& chapter : workspace.chapters()) {
            if (may_draw(workspace, chapter, word)) {
                chosen.insert(chapter.folder);
                known = true;
            }
        }
        if (!known) {
            unknown.push_back(word);
        }
    }
    if (!unknown.empty()) {
        throw_unknown(unknown);
    }
    for (const Chapter& chapter : workspace.chapters()) {
        if (words.empty() || chosen.count(chapter.folder) > 0) {
            chapters.push_back(chapter);
        }
    }
}

void copy_figure(const fs::path& from, const std::string& name, const fs::path& to)
{
    for (const char* ending : {".svg", ".phone.svg", ".paper.svg", ".png", ".gif", ".csv"}) {
        const fs::path file = from / "figures" / (name + ending);
        if (fs::exists(file)) {
            write_file(to / (name + ending), read_file(file));
        }
    }
}

} // namespace

int figures(const Workspace& workspace, const FigureOptions& options)
{
    std::vector<Chapter> chapters;
    std::vector<std::string> names;
    sort_words(workspace, options.names, chapters, names);

    const Toolchain toolchain(workspace);
    std::vector<std::string> targets;
    for (const Chapter& chapter : chapters) {
        for (const std::string& target : toolchain.targets(chapter, Product::lab)) {
            targets.push_back(target);
        }
    }
    build_targets(workspace, toolchain, targets);

    const fs::path out =
        options.out.empty() ? workspace.build() / "figures" : fs::path(options.out);
    std::set<std::string> unknown(names.begin(), names.end());
    std::size_t count = 0;
    std::vector<std::string> from_solutions;
    std::vector<std::string> left_out;
    for (const DrawnChapter& chapter :
         draw(workspace, toolchain, chapters, options.solutions, names)) {
        std::vector<std::string> missing;
        for (const auto& [name, step] : chapter.missing) {
            missing.push_back(name);
        }
        DrawnChapter instead;
        if (!missing.empty() &&
            fs::exists(workspace.file_of(chapter.chapter, workspace.solutions()))) {
            // If a step is still to be written, the solution shows what the figure will look like.
            instead =
                draw(workspace, toolchain, {chapter.chapter}, true, names.empty() ? names : missing)
                    .front();
        }
        for (const std::string& name : chapter.figures) {
            unknown.erase(name);
            const bool is_missing =
                std::find(missing.begin(), missing.end(), name) != missing.end();
            if (is_missing && instead.figures.empty()) {
                left_out.push_back(name);
                continue;
            }
            if (is_missing) {
                from_solutions.push_back(name);
            }
            copy_figure(is_missing ? instead.folder : chapter.folder, name, out);
            ++count;
        }
    }
    if (!unknown.empty()) {
        throw_unknown({unknown.begin(), unknown.end()});
    }
    fmt::print("{} figures in {} (SVG, also for phone and paper; PNG, CSV; animations as GIF)\n",
               count, shown(out));
    if (!from_solutions.empty()) {
        fmt::print("{}", wrapped("drawn from the solutions, because a step that they need is not "
                                 "written yet: " +
                                     boost::join(from_solutions, ", "),
                                 2));
    }
    if (!left_out.empty()) {
        fmt::print("{}", wrapped("left out, because a step that they need is not written yet: " +
                                     boost::join(left_out, ", "),
                                 2));
        return 1;
    }
    return 0;
}

} // namespace workbook
