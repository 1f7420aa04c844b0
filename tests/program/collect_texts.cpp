// Writes what the search for unlisted mistakes knows of a chapter into one JSON file:
//
//   collect_texts 03_backprop OUTPUT
//
// The build calls it in the root of the workbook. "headers" are the interface and what it includes
// of the chapters' common types, "ways" the solution and the other right answers, "mistakes" the
// listed ones, each with its whole body.
#include "common/system/files.hpp"
#include "common/system/user_error.hpp"
#include "course/wrong_answers.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>

namespace {

namespace fs = std::filesystem;
using json = nlohmann::json;

json texts_of(const std::string& folder)
{
    using namespace workbook;
    const std::string name = folder.substr(folder.find('_') + 1);
    const fs::path tests = fs::path("tests") / folder;
    const std::string solution = read_file(fs::path("solutions") / folder / (name + ".cpp"));

    std::vector<fs::path> others;
    for (const auto& entry : fs::directory_iterator(tests / "right_answers")) {
        others.push_back(entry.path());
    }
    std::sort(others.begin(), others.end());
    json ways{solution};
    for (const fs::path& other : others) {
        ways.push_back(read_file(other));
    }

    json mistakes = json::array();
    for (const WrongAnswer& wrong : wrong_answers(
             {"mistakes.txt", read_file(tests / "mistakes.txt")}, {name + ".cpp", solution})) {
        mistakes.push_back({{"function", wrong.function},
                            {"id", wrong.id},
                            {"message", wrong.message},
                            {"body", wrong.body}});
    }
    return {{"headers",
             {read_file("chapters/common/math/layer.hpp"),
              read_file(fs::path("chapters") / folder / (name + ".hpp"))}},
            {"ways", ways},
            {"mistakes", mistakes}};
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 3) {
        fmt::print(stderr, "usage: collect_texts CHAPTER OUTPUT\n");
        return 2;
    }
    try {
        workbook::write_file(argv[2], texts_of(argv[1]).dump(1));
    } catch (const workbook::UserError& error) {
        fmt::print(stderr, "{}\n", error.what());
        return error.status;
    }
    return 0;
}
