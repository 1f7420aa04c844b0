#include "grade/submissions.hpp"

#include "build/digest.hpp"
#include "common/system/files.hpp"
#include "common/system/user_error.hpp"
#include "grade/gradescope_list.hpp"
#include "grade/platform_names.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <regex>

namespace workbook {

namespace fs = std::filesystem;

namespace {

using Found = std::map<std::string, Submission>; // by name and id

bool is_chapter_name(const std::string& name, const std::vector<Chapter>& chapters)
{
    return std::any_of(chapters.begin(), chapters.end(), [&](const Chapter& chapter) {
        return name == chapter.folder || name == chapter.name + ".cpp";
    });
}

/// Why an entry of the class's folder is not a submission; "" if it is one.
std::string reason_to_pass_over(const fs::path& entry, bool is_folder, const Owner& owner)
{
    std::error_code error;
    const std::string name = entry.filename().string();
    if (fs::is_symlink(entry, error)) {
        return "a link: links are never followed";
    }
    if (name.front() == '.') {
        return "hidden: its name begins with a dot";
    }
    // A platform's file belongs to its student, whatever it is.
    if (!is_folder && owner.id.empty() && !is_archive(entry) && !is_source_name(name)) {
        return "no folder, archive or C++ file";
    }
    return "";
}

void add_remark(Submission& submission, const std::string& remark)
{
    if (std::find(submission.remarks.begin(), submission.remarks.end(), remark) ==
        submission.remarks.end()) {
        submission.remarks.push_back(remark);
    }
}

void add_place(Submission& submission, const fs::path& entry, const Owner& owner, bool is_folder)
{
    submission.name = owner.name;
    submission.id = owner.id;
    if (owner.is_late) {
        add_remark(submission, "Canvas marks it as late");
    }
    if (owner.is_online_text) {
        add_remark(submission, "a text was handed in at the platform's page, and was not judged: "
                               "only files are");
        return;
    }
    const std::string name = owner.file.empty() ? entry.filename().string() : owner.file;
    submission.places.push_back({entry, is_folder ? "" : name, owner.upload});
}

/// Takes names and times from the list that accompanies the folders in Gradescope's export. Each
/// partner of a group gets a submission of its own.
void add_gradescope_names(const fs::path& file, ClassFolder& result, Found& found)
{
    std::map<std::string, GradescopeEntry> list;
    try {
        list = read_gradescope_list(file);
    } catch (const UserError& error) {
        result.passed_over.push_back(fmt::format(
            "submission_metadata.yml, so who handed in is not known: {}", error.what()));
    }
    for (const auto& [folder, entry] : list) {
        const auto known = found.find(folder);
        if (known == found.end()) {
            continue;
        }
        known->second.handed_in = entry.created_at;
        const Submission shared = known->second;
        for (const Submitter& submitter : entry.submitters) {
            const bool is_alone = entry.submitters.size() == 1;
            const std::string& own = !submitter.id.empty()      ? submitter.id
                                     : !submitter.email.empty() ? submitter.email
                                                                : submitter.name;
            Submission one = shared;
            one.name = !submitter.name.empty() ? submitter.name : own;
            one.id = submitter.id;
            one.email = submitter.email;
            one.is_listed = true;
            if (!is_alone) {
                add_remark(one, fmt::format("handed in as a group of {}", entry.submitters.size()));
                found.erase(folder);
            }
            found[is_alone ? folder : folder + "_" + own] = std::move(one);
        }
    }
}

} // namespace

std::string safe_key(const std::string& name)
{
    std::string key;
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = std::isalnum(byte) != 0 || c == '-' || c == '_' || c == '.';
        key += plain ? c : '_';
    }
    constexpr std::size_t longest = 60;
    // A name that already looks like a changed one gets a suffix too.
    static const std::regex changed(R"(.*-[0-9a-f]{8})");
    const bool safe = key == name && !key.empty() && key.front() != '.' && key.size() <= longest;
    if (!safe || std::regex_match(key, changed)) {
        key = (key.empty() || key.front() == '.' ? "_" : "") + key.substr(0, longest) + "-" +
              digest(name).substr(0, 8);
    }
    return key;
}

ClassFolder find_submissions(const fs::path& folder, const std::vector<Chapter>& chapters)
{
    std::error_code error;
    if (!fs::is_directory(folder, error)) {
        throw UserError(fmt::format("{} is not a folder", shown(folder)),
                        "grade takes the platform's zip, or a folder with one folder or archive "
                        "per student",
                        2);
    }
    std::vector<fs::path> entries;
    for (const auto& entry : fs::directory_iterator(folder, error)) {
        entries.push_back(entry.path());
    }
    std::sort(entries.begin(), entries.end());

    ClassFolder result;
    Found found;
    bool holds_chapters = false;
    for (const fs::path& entry : entries) {
        const std::string name = entry.filename().string();
        if (is_of_the_system(name)) {
            continue;
        }
        const bool is_folder = fs::is_directory(fs::symlink_status(entry, error));
        const Owner owner = owner_of(name, is_folder);
        if (const std::string why = reason_to_pass_over(entry, is_folder, owner); !why.empty()) {
            result.passed_over.push_back(fmt::format("{}, {}", name, why));
            continue;
        }
        if (is_chapter_name(name, chapters)) {
            holds_chapters = true;
            continue;
        }
        Submission& submission = found[owner.id.empty() ? owner.name : owner.name + "_" + owner.id];
        add_place(submission, entry, owner, is_folder);
    }
    if (found.empty()) {
        throw UserError(fmt::format("there is no submission in {}", shown(folder)),
                        holds_chapters
                            ? fmt::format("it holds the chapters of one student: "
                                          "./workbook check --from {} judges those, and grade "
                                          "takes the folder above",
                                          shown(folder))
                            : "one folder, zip or tar.gz per student is looked for",
                        2);
    }
    if (const fs::path list = folder / "submission_metadata.yml";
        fs::is_regular_file(list, error)) {
        add_gradescope_names(list, result, found);
    }
    for (auto& [owner, submission] : found) {
        submission.key = safe_key(owner);
        result.submissions.push_back(std::move(submission));
    }
    std::sort(result.submissions.begin(), result.submissions.end(),
              [](const Submission& a, const Submission& b) { return a.key < b.key; });
    return result;
}

} // namespace workbook
