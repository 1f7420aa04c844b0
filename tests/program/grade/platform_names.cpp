#include "grade/platform_names.hpp"

#include "grade/archive.hpp"

#include <boost/algorithm/string/predicate.hpp>

#include <filesystem>
#include <regex>
#include <set>

namespace workbook {

namespace fs = std::filesystem;

namespace {

/// A number in a name; one that is too long for an int64 is none.
std::int64_t number_in(const std::string& digits)
{
    constexpr std::size_t longest = 18;
    return digits.size() > longest ? 0 : std::stoll(digits);
}

} // namespace

Owner owner_of(const std::string& name, bool is_folder)
{
    static const std::regex moodle(
        R"(([^\n]+)_(\d+)_assignsubmission_(file|onlinetext)_?([^\n]*))");
    static const std::regex canvas(R"(([^_\n]+)_(LATE_)?(\d+)_(\d+)_([^\n]+))");
    static const std::regex canvas_text(
        R"(([^_\n]+)_(LATE_)?(\d+)_(text\.html|link\.html|url\.html))");
    std::smatch match;
    Owner owner;
    if (is_plain_name(name) && std::regex_match(name, match, moodle)) {
        owner.name = match[1];
        owner.id = match[2];
        owner.is_online_text = match[3] == "onlinetext";
        owner.file = is_folder ? "" : match[4].str();
        return owner;
    }
    if (is_plain_name(name) && !is_folder && std::regex_match(name, match, canvas)) {
        owner.name = match[1];
        owner.is_late = match[2].matched;
        owner.id = match[3];
        owner.upload = number_in(match[4]);
        owner.file = match[5];
        return owner;
    }
    if (is_plain_name(name) && !is_folder && std::regex_match(name, match, canvas_text)) {
        owner.name = match[1];
        owner.is_late = match[2].matched;
        owner.id = match[3];
        owner.file = match[4];
        owner.is_online_text = true;
        return owner;
    }
    owner.name = name;
    if (!is_folder) {
        owner.file = name;
        const std::size_t dot =
            is_archive(name) && boost::iends_with(fs::path(name).stem().string(), ".tar")
                ? name.size() - fs::path(name).extension().string().size() - 4
                : name.rfind('.');
        owner.name = name.substr(0, dot);
    }
    return owner;
}

bool is_of_the_system(const std::string& name)
{
    static const std::set<std::string> known{"__MACOSX",
                                             ".DS_Store",
                                             "Thumbs.db",
                                             "desktop.ini",
                                             ".git",
                                             ".gitignore",
                                             "submission_metadata.yml"};
    return known.count(name) > 0;
}

} // namespace workbook
