// What a check takes on a page of the site.
#include "workshop/workshop.hpp"

#include "common/system/process.hpp"
#include "common/system/user_error.hpp"
#include "notes/site.hpp"

namespace workbook {

namespace fs = std::filesystem;

int bench_site(const Workspace& workspace, const std::vector<std::string>& chapters)
{
    require_packages(workspace, "a check on a page is timed with", {"notes", "browser", "print"});
    const fs::path browser = workspace.build() / "browser/node_modules/playwright-core";
    if (!fs::exists(workspace.build() / "site/lab/files.json")) {
        throw UserError("there is no site to time", "./workbook site");
    }
    if (!fs::exists(browser)) {
        throw UserError("playwright-core is not installed, with which pages are timed",
                        "./workbook test -R '^notes' brings it");
    }
    std::vector<std::string> command{
        "node", (workspace.root() / "tests/web/lab/bench.mjs").string(), workspace.root().string(),
        workspace.build().string(), "/usr/bin/chromium"};
    for (const auto& [folder, steps] : select(workspace, chapters)) {
        command.push_back(workspace.chapter(folder).name);
    }
    return run_here(command);
}

} // namespace workbook
