#include "verbs/verbs.hpp"

#include "build/targets.hpp"
#include "common/system/files.hpp"
#include "common/system/user_error.hpp"
#include "terminal/terminal.hpp"
#include "verbs/state.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace workbook {

int hint(const Workspace& workspace, const std::string& number)
{
    const auto dot = number.find('.');
    const Chapter& chapter = workspace.chapter(number.substr(0, dot));
    if (dot == std::string::npos) {
        throw UserError("which step?",
                        fmt::format("like this: ./workbook hint {}.1", chapter.number), 2);
    }
    const Toolchain toolchain(workspace);
    build_targets(workspace, toolchain, {chapter.folder + "_judge"});
    const Catalogue catalogue = catalogue_of(toolchain, chapter);
    const Step& step = catalogue.step(fmt::format("{}.{}", chapter.number, number.substr(dot + 1)));
    if (step.hints.empty()) {
        throw UserError(fmt::format("step {} has no hints", step.number),
                        fmt::format("./workbook read {} opens its section", step.number));
    }
    const std::size_t given = static_cast<std::size_t>(hints_given(workspace, step.number));
    const std::size_t show = std::min(given + 1, step.hints.size());
    fmt::print("{}\n", styled(fmt::format("Step {} {}", step.number, step.name), Style::strong));
    for (std::size_t i = 0; i < show; ++i) {
        fmt::print("  {}. {}", i + 1, wrapped(step.hints[i], 5).substr(5));
    }
    if (show < step.hints.size()) {
        fmt::print("{}\n", styled(fmt::format("  {} more: ./workbook hint {}",
                                              step.hints.size() - show, step.number),
                                  Style::quiet));
    } else {
        fmt::print("{}\n", styled(fmt::format("  that is all; the derivation: ./workbook read {}",
                                              step.number),
                                  Style::quiet));
    }
    if (given < step.hints.size()) {
        count_hint(workspace, step.number);
    }
    return 0;
}

} // namespace workbook
