#include "course/interface.hpp"

#include "common/system/files.hpp"
#include "common/system/pattern.hpp"
#include "common/system/text.hpp"

namespace workbook {

std::map<std::string, std::string> steps_in_interface(const std::filesystem::path& header)
{
    static const Pattern comment(R"(^/// Step ([0-9]+\.[0-9]+)\b)");
    static const Pattern declaration(R"(^[\w:][^(]*?(\w+)\()");
    std::map<std::string, std::string> steps;
    std::string step;
    for (const std::string& line : lines_of(read_file(header))) {
        if (const auto match = comment.first_in(line)) {
            step = (*match)[1];
        } else if (step.empty() || line.compare(0, 3, "///") == 0) {
            continue;
        } else if (const auto function = declaration.first_in(line)) {
            steps[(*function)[1]] = step;
            step.clear();
        }
    }
    return steps;
}

} // namespace workbook
