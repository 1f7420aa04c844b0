#include "build/figure_drawing.hpp"

#include "build/builder.hpp"
#include "build/parallel.hpp"
#include "common/system/files.hpp"
#include "common/system/json.hpp"
#include "common/system/process.hpp"
#include "common/system/user_error.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace workbook {

namespace fs = std::filesystem;

namespace {

/// The figures that could not be drawn because a step is missing, according to their metadata.
std::vector<std::pair<std::string, std::string>> missing_in(const fs::path& folder,
                                                            const std::vector<std::string>& names)
{
    std::vector<std::pair<std::string, std::string>> missing;
    for (const std::string& name : names) {
        const fs::path file = folder / "figures" / (name + ".json");
        if (fs::exists(file)) {
            const auto json = parse_json(read_file(file));
            if (const std::string needs = json.value("needs", ""); !needs.empty()) {
                missing.emplace_back(name, needs);
            }
        }
    }
    return missing;
}

DrawnChapter draw_chapter(const Workspace& workspace, const Toolchain& toolchain,
                          const Chapter& chapter, bool solutions,
                          const std::vector<std::string>& only)
{
    const fs::path source =
        workspace.file_of(chapter, solutions ? workspace.solutions() : workspace.labs());
    const Built built = build_submission(workspace, toolchain, chapter, source, Product::lab);
    if (built.failure) {
        throw UserError(fmt::format("chapter {}: {}", chapter.number, built.failure->message));
    }
    DrawnChapter drawn;
    drawn.chapter = chapter;
    drawn.folder =
        workspace.build() / "drawn" / (solutions ? "solutions" : "labs") / chapter.folder;
    drawn.figures = figure_names(built.file);

    std::vector<std::string> wanted;
    std::copy_if(drawn.figures.begin(), drawn.figures.end(), std::back_inserter(wanted),
                 [&](const std::string& name) {
                     return std::find(only.begin(), only.end(), name) != only.end();
                 });
    const fs::path stamp = drawn.folder / "drawn_by";
    const std::string program = built.file.filename().string();
    drawn.was_there = fs::exists(stamp) && read_file(stamp) == program;
    if (!drawn.was_there && (only.empty() || !wanted.empty())) {
        std::error_code ignored;
        fs::remove(stamp, ignored);
        std::vector<std::string> command{built.file.string(), "--out", drawn.folder.string()};
        if (!only.empty()) {
            command.push_back("--only");
            command.insert(command.end(), wanted.begin(), wanted.end());
        }
        const Finished finished = run(command);
        if (finished.status != 0) {
            throw UserError(fmt::format("chapter {} could not be drawn:\n{}", chapter.number,
                                        finished.err.empty() ? finished.out : finished.err));
        }
        if (only.empty()) {
            write_file(stamp, program);
        }
    }
    if (!only.empty()) {
        drawn.figures = wanted;
    }
    drawn.missing = missing_in(drawn.folder, drawn.figures);
    return drawn;
}

} // namespace

std::vector<std::string> figure_names(const fs::path& executable)
{
    const Finished listed = run({executable.string(), "--list"});
    if (listed.status != 0) {
        throw UserError(
            fmt::format("{} does not list its figures: {}", shown(executable), listed.err));
    }
    std::vector<std::string> names;
    for (const auto& figure : parse_json(listed.out)) {
        names.push_back(figure.at("name"));
    }
    return names;
}

std::vector<DrawnChapter> draw(const Workspace& workspace, const Toolchain& toolchain,
                               const std::vector<Chapter>& chapters, bool solutions,
                               const std::vector<std::string>& only)
{
    std::vector<DrawnChapter> drawn(chapters.size());
    for_each_in_parallel("drawing", chapters.size(), [&](std::size_t turn) {
        // The later chapters take longest. Starting with them keeps all cores busy to the end.
        const std::size_t i = chapters.size() - 1 - turn;
        drawn[i] = draw_chapter(workspace, toolchain, chapters[i], solutions, only);
    });
    return drawn;
}

} // namespace workbook
