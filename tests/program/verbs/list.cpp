#include "verbs/verbs.hpp"

#include "build/digest.hpp"
#include "build/targets.hpp"
#include "common/system/files.hpp"
#include "common/system/json.hpp"
#include "common/system/user_error.hpp"
#include "terminal/terminal.hpp"
#include "verbs/state.hpp"

#include <fmt/format.h>

namespace workbook {

namespace {

/// The digest of the file's content; "" if it cannot be read, as for a file that was never judged.
std::string digest_of(const std::filesystem::path& file)
{
    try {
        return digest(read_file(file));
    } catch (const UserError&) {
        return "";
    }
}

} // namespace

int list(const Workspace& workspace, bool json)
{
    const Toolchain toolchain(workspace);
    std::vector<std::string> targets;
    for (const Chapter& chapter : workspace.chapters()) {
        targets.push_back(chapter.folder + "_judge");
    }
    build_targets(workspace, toolchain, targets);

    nlohmann::json all = nlohmann::json::array();
    std::string next;
    for (const Chapter& chapter : workspace.chapters()) {
        const ChapterState state = load_state(workspace, chapter);
        const auto lab = workspace.file_of(chapter, workspace.labs());
        const bool changed = digest_of(lab) != state.digest;
        if (!json) {
            fmt::print(
                "{}{}\n",
                styled(fmt::format("Chapter {} {}", chapter.number, chapter.name), Style::strong),
                changed && !state.status.empty() ? "  (changed since it was checked)" : "");
        }
        for (const Step& step : catalogue_of(toolchain, chapter).steps) {
            const auto found = state.status.find(step.number);
            const std::string status = found == state.status.end() ? "not checked" : found->second;
            if (next.empty() && status != "right") {
                next = step.number;
            }
            if (json) {
                all.push_back({{"step", step.number},
                               {"name", step.name},
                               {"points", step.points},
                               {"status", status},
                               {"chapter", chapter.name},
                               {"source", step.source}});
                continue;
            }
            fmt::print("  {} {:<5} {:<38} {}{}\n",
                       status == "right"                             ? styled("✓", Style::good)
                       : status == "todo" || status == "not checked" ? styled("·", Style::quiet)
                                                                     : styled("✗", Style::bad),
                       step.number, step.name,
                       fmt::format("{} point{}", step.points, step.points == 1 ? "" : "s"),
                       step.number == next ? "   " + styled("← next", Style::strong) : "");
        }
    }
    if (json) {
        fmt::print("{}\n", to_text({{"steps", all}, {"next", next}}, 1));
    }
    return 0;
}

} // namespace workbook
