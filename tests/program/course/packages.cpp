#include "course/packages.hpp"

#include "common/system/process.hpp"
#include "common/system/text.hpp"
#include "common/system/user_error.hpp"

#include <boost/algorithm/string/classification.hpp>
#include <boost/algorithm/string/split.hpp>

namespace workbook {

std::vector<Package> packages(const std::filesystem::path& root,
                              const std::vector<std::string>& groups)
{
    std::vector<std::string> command{"bash", root / "tests/program/course/packages.sh"};
    command.insert(command.end(), groups.begin(), groups.end());
    const Finished listed = run(command);
    if (listed.status != 0) {
        throw UserError("the list of packages cannot be read: " + listed.err);
    }
    std::vector<Package> result;
    for (const std::string& line : lines_of(listed.out)) {
        std::vector<std::string> fields;
        boost::split(fields, line, boost::is_any_of("|"));
        if (fields.size() == 4) {
            result.push_back({fields[0], fields[1], fields[3], fields[2] == "there"});
        }
    }
    return result;
}

} // namespace workbook
