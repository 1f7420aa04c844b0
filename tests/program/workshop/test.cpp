#include "workshop/workshop.hpp"

#include "build/builder.hpp"
#include "build/targets.hpp"
#include "build/words.hpp"
#include "common/system/process.hpp"
#include "common/system/user_error.hpp"

#include <boost/algorithm/string/join.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <thread>

namespace workbook {

namespace {

/// Takes out the words that name chapters; the others are left for ctest.
std::vector<Chapter> take_chapters(const Workspace& workspace, std::vector<std::string>& words)
{
    std::vector<Chapter> taken;
    for (const Chapter& chapter : workspace.chapters()) {
        const auto names_it = [&](const std::string& word) {
            return word == chapter.name || word == chapter.folder ||
                   word == std::to_string(chapter.number);
        };
        // The word after an option belongs to it: -R optimizers, -j 2.
        for (std::size_t i = 0; i < words.size(); ++i) {
            const bool is_first = i == 0 || words[i - 1].find('-') != 0;
            if (is_first && names_it(words[i])) {
                taken.push_back(chapter);
                words.erase(words.begin() + static_cast<long>(i));
                break;
            }
        }
    }
    return taken;
}

} // namespace

int self_test(const Workspace& workspace, const std::vector<std::string>& words)
{
    if (!std::filesystem::exists(workspace.root() / "tests" / "selftest")) {
        throw UserError("the student edition has no tests of its own",
                        "./workbook check judges your labs", 2);
    }
    std::vector<std::string> options = words;
    const std::vector<Chapter> chapters = take_chapters(workspace, options);
    if (!options.empty() && options.front().find('-') != 0) {
        workspace.chapter(options.front()); // throws, listing the chapters
    }
    const Toolchain toolchain(workspace);
    std::vector<std::string> targets{chapters.empty() ? "everything_tested" : "chapter_claims"};
    std::vector<std::string> names;
    for (const Chapter& chapter : chapters) {
        for (const Product product : {Product::library, Product::lab}) {
            const auto needed = toolchain.targets(chapter, product);
            targets.insert(targets.end(), needed.begin(), needed.end());
        }
        targets.push_back(chapter.folder + "_judge");
        names.push_back(chapter.folder);
    }
    build_targets(workspace, toolchain, targets);
    std::vector<std::string> command{
        toolchain.ctest(),
        "--test-dir",
        workspace.build().string(),
        "--output-on-failure",
        "--no-tests=error",
        "--parallel",
        std::to_string(std::max(1U, std::thread::hardware_concurrency()))};
    if (!chapters.empty()) {
        command.insert(command.end(), {"-R", fmt::format("^({})\\.", boost::join(names, "|"))});
    }
    command.insert(command.end(), options.begin(), options.end());
    return run_here(command) == 0 ? 0 : 1;
}

} // namespace workbook
