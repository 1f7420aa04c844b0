#include "course/packages.hpp"

#include "common/system/files.hpp"
#include "common/system/process.hpp"

#include <boost/algorithm/string/classification.hpp>
#include <boost/algorithm/string/predicate.hpp>
#include <boost/algorithm/string/split.hpp>
#include <boost/algorithm/string/trim.hpp>

#include <array>

namespace workbook {

namespace fs = std::filesystem;

std::vector<Package> packages(const fs::path& list)
{
    std::vector<Package> result;
    std::vector<std::string> lines;
    boost::split(lines, read_file(list), boost::is_any_of("\n"));
    for (const std::string& line : lines) {
        std::vector<std::string> fields;
        boost::split(fields, line, boost::is_any_of("|"));
        if (fields.size() == 4 && !boost::starts_with(line, "#")) {
            for (std::string& field : fields) {
                boost::trim(field);
            }
            result.push_back({fields[0], fields[1], fields[2], fields[3]});
        }
    }
    return result;
}

bool is_there(const Package& package)
{
    const std::string& probe = package.probe;
    if (boost::starts_with(probe, "/usr/")) {
        return fs::exists(probe) || fs::exists("/usr/local" + probe.substr(4));
    }
    if (boost::ends_with(probe, ".a") || boost::ends_with(probe, ".so")) {
        std::error_code error;
        for (const char* folder : {"/usr/lib", "/usr/local/lib", "/usr/lib64"}) {
            for (fs::recursive_directory_iterator at(folder, error), end; !error && at != end;
                 at.increment(error)) {
                if (at.depth() >= 2) {
                    at.disable_recursion_pending();
                }
                if (at->path().filename() == probe) {
                    return true;
                }
            }
        }
        return false;
    }
    return !find_program(probe).empty();
}

} // namespace workbook
