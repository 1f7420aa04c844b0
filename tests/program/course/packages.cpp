#include "course/packages.hpp"

#include "common/system/process.hpp"
#include "common/system/text.hpp"
#include "common/system/user_error.hpp"

#include <boost/algorithm/string/classification.hpp>
#include <boost/algorithm/string/split.hpp>
#include <boost/algorithm/string/trim.hpp>

#include <algorithm>

namespace workbook {

namespace {

std::string said_by_script(const std::filesystem::path& root, const std::vector<std::string>& words)
{
    std::vector<std::string> command{"bash", root / "tests/program/course/packages.sh"};
    command.insert(command.end(), words.begin(), words.end());
    const Finished listed = run(command);
    if (listed.status != 0) {
        throw UserError("the list of packages cannot be read: " + listed.err);
    }
    return listed.out;
}

} // namespace

std::vector<Package> packages(const std::filesystem::path& root,
                              const std::vector<std::string>& groups)
{
    std::vector<Package> result;
    for (const std::string& line : lines_of(said_by_script(root, groups))) {
        std::vector<std::string> fields;
        boost::split(fields, line, boost::is_any_of("|"));
        if (fields.size() == 4) {
            result.push_back(
                {fields[0], fields[1], fields[3], fields[2] == "there", fields[2] != "nowhere"});
        }
    }
    return result;
}

std::vector<std::string> missing_packages(const std::vector<Package>& packages)
{
    std::vector<std::string> names;
    for (const Package& each : packages) {
        // One package may bring several things.
        if (!each.is_there && each.can_be_installed &&
            std::find(names.begin(), names.end(), each.name) == names.end()) {
            names.push_back(each.name);
        }
    }
    return names;
}

std::string how_to_install(const std::filesystem::path& root, const std::vector<std::string>& names)
{
    std::vector<std::string> words{"--install"};
    words.insert(words.end(), names.begin(), names.end());
    return boost::trim_right_copy(said_by_script(root, words));
}

} // namespace workbook
