#include "mutants.hpp"

#include "build/builder.hpp"
#include "build/parallel.hpp"
#include "build/words.hpp"
#include "common/system/files.hpp"
#include "common/system/pattern.hpp"
#include "common/system/process.hpp"
#include "common/system/text.hpp"
#include "common/system/user_error.hpp"
#include "course/markers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <sstream>

namespace workbook {
namespace {

/// Whether a function's definition begins in this line.
bool defines(const std::string& line, const std::string& function)
{
    const auto at = line.find(function + "(");
    return at != std::string::npos && at > 0 && (line[at - 1] == ' ' || line[at - 1] == ':') &&
           line.front() != ' ' && line.front() != '/' && line.back() != ';';
}

} // namespace

std::string all_mutants(const std::string& right, const std::vector<WrongAnswer>& wrong)
{
    std::string text;
    std::string function; // whose definition has begun
    const auto regions = regions_of(right);
    const auto region = [&](const std::string& name) {
        return std::find_if(regions.begin(), regions.end(),
                            [&](const Region& r) { return r.function == name; });
    };
    std::size_t number = 0;
    for (const std::string& line : lines_of(right)) {
        ++number;
        text += line + "\n";
        for (const WrongAnswer& answer : wrong) {
            if (defines(line, answer.function)) {
                function = answer.function;
            }
        }
        if (function.empty()) {
            continue;
        }
        // A mistake comes after the checks that are given before the marker, if there is one.
        const auto own = region(function);
        if (own == regions.end() ? line == "{" : number == own->first_line) {
            for (std::size_t i = 0; i < wrong.size(); ++i) {
                if (wrong[i].function == function) {
                    text +=
                        fmt::format("    if (active_mutant() == {}) {{\n{}}}\n", i, wrong[i].body);
                }
            }
            function.clear();
        }
    }
    return "#include <cstdlib>\n"
           "static int active_mutant()\n"
           "{\n"
           "    static const char* number = std::getenv(\"WORKBOOK_MUTANT\");\n"
           "    return number ? std::atoi(number) : -1;\n"
           "}\n" +
           text;
}

std::string without_mathematics(const std::string& right, const std::filesystem::path& functions)
{
    static const Pattern listed(R"(^ *FUNCTION\((\w+)((?:, \w+)*)\))");
    std::map<std::string, std::string> parameters;
    for (const std::string& line : lines_of(read_file(functions))) {
        if (const auto match = listed.first_in(line)) {
            parameters[(*match)[1]] = (*match)[2];
        }
    }
    std::map<std::size_t, std::string> functions_of_lines;
    for (const Region& region : regions_of(right)) {
        functions_of_lines[region.first_line] = region.function;
    }
    std::string text =
        fmt::format("#include \"{}\"\n#include \"{}\"\n", functions.string(), NOTHING_HEADER);
    std::size_t number = 0;
    for (const std::string& line : lines_of(right)) {
        const auto found = functions_of_lines.find(number++);
        if (found != functions_of_lines.end()) {
            const std::string& name = found->second;
            text += fmt::format("    if (const int way = nothing::way_of(\"{0}\"); way >= 0)\n"
                                "        return nothing::answer(&{0}, way{1});\n",
                                name, parameters.at(name));
        }
        text += line + "\n";
    }
    return text;
}

void judge_mutants(const Workspace& workspace, const Toolchain& toolchain, const Chapter& chapter,
                   const std::filesystem::path& source, std::size_t count, Search search,
                   const std::function<void(std::size_t, const nlohmann::json&)>& look,
                   const StepsOfMutant& steps)
{
    const Built built = build_submission(workspace, toolchain, chapter, source, Product::library);
    if (built.failure) {
        throw UserError(built.failure->message);
    }
    std::vector<std::string> judge{toolchain.judge_of(chapter).string()};
    const std::string host = toolchain.host_of(chapter).string();
    const std::filesystem::path right = toolchain.right_library(chapter);
    std::vector<std::string> hosts{host, built.file.string()};
    if (std::filesystem::exists(right)) {
        if (search == Search::yes) {
            append(judge, {"--search", toolchain.searcher().string(), "--texts",
                           toolchain.searched_texts(chapter).string()});
        }
        append(hosts, {":::", host, right.string()});
    }
    for_each_in_parallel("mutants", count, [&](std::size_t i) {
        std::vector<std::string> command{"env", fmt::format("WORKBOOK_MUTANT={}", i)};
        append(command, judge);
        append(command, {"--seed", std::to_string(i + 1), "--wall", "60"});
        if (const std::string chosen = steps(i); !chosen.empty()) {
            append(command, {"--steps", chosen});
        }
        command.emplace_back("--");
        append(command, hosts);
        const Finished finished = run(command);
        std::istringstream lines(finished.out);
        for (std::string line; std::getline(lines, line);) {
            look(i, nlohmann::json::parse(line));
        }
    });
}

} // namespace workbook
