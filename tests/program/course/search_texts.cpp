#include "course/search_texts.hpp"

#include "common/system/files.hpp"
#include "common/system/json.hpp"
#include "course/wrong_answers.hpp"

#include <algorithm>
#include <vector>

namespace workbook {

namespace fs = std::filesystem;
using json = nlohmann::json;

std::string search_texts(const fs::path& root, const std::string& folder)
{
    const std::string name = folder.substr(folder.find('_') + 1);
    const fs::path tests = root / "tests" / folder;
    const std::string solution = read_file(root / "solutions" / folder / (name + ".cpp"));

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
    const json all{{"headers",
                    {read_file(root / "chapters/common/math/layer.hpp"),
                     read_file(root / "chapters" / folder / (name + ".hpp"))}},
                   {"ways", ways},
                   {"mistakes", mistakes}};
    return to_text(all, 1);
}

} // namespace workbook
