// ./workbook site: the notes as a site on which every step is written and judged.
#include "workshop/workshop.hpp"

#include "build/targets.hpp"
#include "common/system/files.hpp"
#include "common/system/process.hpp"
#include "common/system/user_error.hpp"
#include "notes/site.hpp"

#include <fmt/format.h>

namespace workbook {

namespace fs = std::filesystem;

int site(const Workspace& workspace, const SiteOptions& options)
{
    if (!fs::is_directory(workspace.solutions())) {
        throw UserError(
            "the site is made from an instructor's copy: its pages answer with the worked "
            "functions, which a student edition does not have",
            "ask whoever gave you this edition whether there is a site");
    }
    require_packages(workspace, "the site needs", {"web", "site", "browser"});
    const fs::path pages = built_notes(workspace);

    const Toolchain toolchain(workspace);
    std::vector<std::string> targets;
    std::vector<std::string> chapters;
    for (const Chapter& chapter : workspace.chapters()) {
        chapters.push_back(chapter.folder);
        targets.push_back(fmt::format("mistakes/{}.cpp", chapter.folder));
        targets.push_back(chapter.folder + "_texts");
    }
    build_targets(workspace, toolchain, targets);

    const fs::path out =
        options.folder.empty() ? workspace.build() / "site" : fs::absolute(options.folder);
    const fs::path scripts = workspace.root() / "tests/web";
    std::vector<std::string> command{(scripts / "make_site.sh").string(), workspace.root().string(),
                                     workspace.build().string(), pages.string(), out.string()};
    command.insert(command.end(), chapters.begin(), chapters.end());
    if (run_here(command) != 0) {
        throw UserError("the site is not built; what failed is said above");
    }
    fmt::print("The site is built: put {} on any static host, or ./workbook site --serve\n",
               shown(out));
    return options.serve ? run_here({"node", (scripts / "lab/serve.mjs").string(), out.string()})
                         : 0;
}

} // namespace workbook
