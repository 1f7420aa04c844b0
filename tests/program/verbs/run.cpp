#include "verbs/verbs.hpp"

#include "build/builder.hpp"
#include "common/system/files.hpp"
#include "common/system/process.hpp"
#include "common/system/user_error.hpp"

#include <fmt/format.h>

namespace workbook {

int run_chapter(const Workspace& workspace, const std::string& name, bool solutions)
{
    const Chapter& chapter = workspace.chapter(name);
    const Toolchain toolchain(workspace);
    build_targets(workspace, toolchain, toolchain.targets(chapter, Product::lab));
    CheckOptions options;
    options.solutions = solutions;
    const auto source = source_for(workspace, chapter, options);
    const Built built = build_submission(workspace, toolchain, chapter, source, Product::lab);
    if (built.failure) {
        throw UserError(built.failure->message,
                        built.failure->full_text.empty()
                            ? ""
                            : "all that the compiler said: " + shown(built.failure->full_text));
    }
    return run_here({built.program.string()});
}

} // namespace workbook
