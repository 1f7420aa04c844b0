#include "mutants.hpp"

#include "build/builder.hpp"
#include "build/parallel.hpp"
#include "common/system/process.hpp"
#include "common/system/text.hpp"
#include "common/system/user_error.hpp"
#include "course/markers.hpp"

#include <fmt/format.h>

#include <sstream>

namespace workbook {

std::string all_mutants(const std::string& solution, const std::vector<WrongAnswer>& wrong)
{
    const std::vector<std::string> lines = lines_of(solution);
    std::string text = solution;
    for (const Region& region : regions_of(solution)) {
        std::string body;
        for (std::size_t i = 0; i < wrong.size(); ++i) {
            if (wrong[i].function == region.function) {
                body += fmt::format("    if (active_mutant() == {}) {{\n{}}}\n", i, wrong[i].body);
            }
        }
        for (std::size_t line = region.first_line; line < region.last_line; ++line) {
            body += lines[line] + "\n";
        }
        text = with_body(text, region.function, body);
    }
    return "#include <cstdlib>\n"
           "static int active_mutant()\n"
           "{\n"
           "    static const char* number = std::getenv(\"WORKBOOK_MUTANT\");\n"
           "    return number ? std::atoi(number) : -1;\n"
           "}\n" +
           text;
}

void judge_mutants(const Workspace& workspace, const Toolchain& toolchain, const Chapter& chapter,
                   const std::filesystem::path& source, std::size_t count,
                   const std::function<void(std::size_t, const nlohmann::json&)>& look)
{
    const Built built = build_submission(workspace, toolchain, chapter, source, Product::host);
    if (built.failure) {
        throw UserError(built.failure->message);
    }
    for_each_in_parallel("mutants", count, [&](std::size_t i) {
        const Finished finished =
            run({"env", fmt::format("WORKBOOK_MUTANT={}", i), toolchain.judge_of(chapter).string(),
                 "--seed", std::to_string(i + 1), "--wall", "60", "--", built.program.string()});
        std::istringstream lines(finished.out);
        for (std::string line; std::getline(lines, line);) {
            look(i, nlohmann::json::parse(line));
        }
    });
}

} // namespace workbook
