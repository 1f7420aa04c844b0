#include "grade/submissions.hpp"

#include "build/digest.hpp"
#include "common/system/files.hpp"
#include "common/system/user_error.hpp"
#include "grade/encoding.hpp"

#include <boost/algorithm/string/case_conv.hpp>
#include <boost/algorithm/string/predicate.hpp>
#include <boost/algorithm/string/trim.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <regex>
#include <set>
#include <sstream>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace workbook {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t largest_archive = std::size_t{64} << 20;
constexpr int deepest = 12;

/// The owner, as a platform writes it into the name of a file or folder.
struct Owner {
    std::string name;
    std::string id;
    std::string file; ///< the student's own file name; "" for a folder
};

/// Whether a name from outside is short enough for std::regex, which recurses over every character.
bool is_plain_name(const std::string& name)
{
    return name.size() <= 255;
}

Owner owner_of(const std::string& name, bool is_folder)
{
    static const std::regex moodle(R"(([^\n]+)_(\d+)_assignsubmission_file_?([^\n]*))");
    static const std::regex canvas(R"(([^_\n]+)_(?:LATE_)?(\d+)_(\d+)_([^\n]+))");
    std::smatch match;
    if (is_plain_name(name) && std::regex_match(name, match, moodle)) {
        return {match[1], match[2], is_folder ? "" : match[3].str()};
    }
    if (is_plain_name(name) && !is_folder && std::regex_match(name, match, canvas)) {
        return {match[1], match[2], match[4]};
    }
    if (is_folder) {
        return {name, "", ""};
    }
    const std::size_t dot =
        is_archive(name) && boost::iends_with(fs::path(name).stem().string(), ".tar")
            ? name.size() - fs::path(name).extension().string().size() - 4
            : name.rfind('.');
    return {name.substr(0, dot), "", name};
}

/// The bytes of a regular file; never follows a link. Throws UserError.
std::string read_regular(const fs::path& path, std::size_t largest, std::int64_t& time)
{
    const int file = ::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    struct stat status = {};
    const auto closed = [&](const std::string& why) {
        if (file >= 0) {
            ::close(file);
        }
        return UserError(why);
    };
    if (file < 0 || ::fstat(file, &status) != 0 || !S_ISREG(status.st_mode)) {
        throw closed("is a link, a device or cannot be read");
    }
    if (static_cast<std::size_t>(status.st_size) > largest) {
        throw closed(fmt::format("is larger than {} MB", largest >> 20));
    }
    std::string bytes(static_cast<std::size_t>(status.st_size), '\0');
    std::size_t done = 0;
    for (ssize_t n = 1; done < bytes.size() && n > 0; done += static_cast<std::size_t>(n)) {
        n = std::max<ssize_t>(0, ::read(file, bytes.data() + done, bytes.size() - done));
    }
    bytes.resize(done);
    ::close(file);
    time = status.st_mtime;
    return bytes;
}

/// Reads one file, or the contents of an archive.
void add_file(const fs::path& path, const std::string& shown_as, SubmissionLimits& left,
              std::vector<HandedInFile>& files, std::vector<std::string>& notes)
{
    try {
        std::int64_t time = 0;
        if (is_archive(shown_as)) {
            const std::string bytes = read_regular(path, largest_archive, time);
            for (HandedInFile& file : files_in_archive(bytes, shown_as, notes, left)) {
                file.time = file.time != 0 ? file.time : time;
                files.push_back(std::move(file));
            }
        } else if (is_source_name(shown_as)) {
            std::string bytes = read_regular(path, left.file_bytes, time);
            keep_bytes(left, bytes.size());
            files.push_back({shown_as, std::move(bytes), time});
        }
    } catch (const UserError& error) {
        const std::string why = error.what();
        add_note(notes, boost::starts_with(why, shown_as)
                            ? why
                            : fmt::format("{} was not read: it {}", shown_as, why));
    }
}

void add_folder(const fs::path& folder, SubmissionLimits& left, std::vector<HandedInFile>& files,
                std::vector<std::string>& notes)
{
    std::error_code error;
    fs::recursive_directory_iterator it(folder, error); // does not follow links
    if (error) {
        add_note(notes,
                 fmt::format("{} cannot be read: {}", folder.filename().string(), error.message()));
        return;
    }
    std::vector<fs::path> paths;
    for (; it != fs::recursive_directory_iterator(); it.increment(error)) {
        if (error || left.entries == 0) {
            add_note(notes, error ? "a part of it cannot be read: " + error.message()
                                  : "it has too many files; the rest was not read");
            break;
        }
        --left.entries;
        const std::string name = it->path().filename().string();
        if (it->is_directory(error) && !it->is_symlink(error) &&
            (it.depth() > deepest || name == ".git" || name == "build" || name == "__MACOSX")) {
            it.disable_recursion_pending();
        } else if (!it->is_directory(error) || it->is_symlink(error)) {
            paths.push_back(it->path());
        }
    }
    std::sort(paths.begin(), paths.end());
    for (const fs::path& path : paths) {
        add_file(path, path.lexically_relative(folder).generic_string(), left, files, notes);
    }
}

/// Takes names and times from the list that accompanies the folders in Gradescope's export.
void add_gradescope_names(const fs::path& list, std::map<std::string, Submission>& found)
{
    std::istringstream lines(read_file(list));
    static const std::regex folder(R"re(^"?(submission_\d+)"?:\s*$)re");
    static const std::regex entry(R"(^\s+(?:- )?:(name|sid|email|created_at):\s*(.*?)\s*$)");
    Submission* current = nullptr;
    for (std::string line; std::getline(lines, line);) {
        std::smatch match;
        if (!is_plain_name(line)) {
            continue;
        }
        if (std::regex_match(line, match, folder)) {
            const auto known = found.find(match[1]);
            current = known == found.end() ? nullptr : &known->second;
        } else if (current != nullptr && std::regex_match(line, match, entry)) {
            const std::string value =
                boost::trim_copy_if(match[2].str(), [](char c) { return c == '"' || c == '\''; });
            if (match[1] == "name" && boost::starts_with(current->name, "submission_")) {
                current->name = value;
            } else if (match[1] == "sid" && current->id.empty()) {
                current->id = value;
            } else if (match[1] == "email" && current->email.empty()) {
                current->email = value;
            }
        }
    }
}

bool is_chapter_name(const std::string& name, const std::vector<Chapter>& chapters)
{
    return std::any_of(chapters.begin(), chapters.end(), [&](const Chapter& chapter) {
        return name == chapter.folder || name == chapter.name + ".cpp";
    });
}

/// How well a path matches the chapter: 3 if it is in the chapter's folder, 2 by its name, 1 by a
/// name that a platform has changed, 0 not at all.
int fit(const Chapter& chapter, const std::string& path)
{
    const fs::path place(path);
    const std::string name = place.filename().string();
    if (name == chapter.name + ".cpp") {
        return place.parent_path().filename() == chapter.folder ? 3 : 2;
    }
    if (!boost::iends_with(name, ".cpp") || !boost::icontains(name, chapter.name)) {
        return 0;
    }
    const std::regex changed(
        fmt::format(R"((\d\d_)?{}([-_ ]?\(?\d{{1,3}}\)?)?\.cpp)", chapter.name), std::regex::icase);
    return is_plain_name(name) && std::regex_match(name, changed) ? 1 : 0;
}

/// Files that platforms and file managers leave beside the submissions.
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

/// Why an entry of the class's folder is not a submission; "" if it is one.
std::string reason_to_pass_over(const fs::path& entry, bool is_folder)
{
    std::error_code error;
    const std::string name = entry.filename().string();
    if (fs::is_symlink(entry, error)) {
        return "a link: links are never followed";
    }
    if (name.front() == '.') {
        return "hidden: its name begins with a dot";
    }
    if (!is_folder && !is_archive(entry) && !is_source_name(name)) {
        return "no folder, zip, tar.gz or C++ file";
    }
    return "";
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
                        "grade takes a folder with one folder, zip or tar.gz per student", 2);
    }
    std::vector<fs::path> entries;
    for (const auto& entry : fs::directory_iterator(folder, error)) {
        entries.push_back(entry.path());
    }
    std::sort(entries.begin(), entries.end());

    ClassFolder result;
    std::map<std::string, Submission> found; // by name and id
    bool holds_chapters = false;
    for (const fs::path& entry : entries) {
        const std::string name = entry.filename().string();
        if (is_of_the_system(name)) {
            continue;
        }
        const bool is_folder = fs::is_directory(fs::symlink_status(entry, error));
        if (const std::string why = reason_to_pass_over(entry, is_folder); !why.empty()) {
            result.passed_over.push_back(fmt::format("{}, {}", name, why));
            continue;
        }
        if (is_chapter_name(name, chapters)) {
            holds_chapters = true;
            continue;
        }
        const Owner owner = owner_of(name, is_folder);
        Submission& submission = found[owner.id.empty() ? owner.name : owner.name + "_" + owner.id];
        submission.name = owner.name;
        submission.id = owner.id;
        submission.places.push_back(entry);
        submission.names[entry.string()] = owner.file;
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
        add_gradescope_names(list, found);
    }
    for (auto& [owner, submission] : found) {
        submission.key = safe_key(owner);
        result.submissions.push_back(std::move(submission));
    }
    std::sort(result.submissions.begin(), result.submissions.end(),
              [](const Submission& a, const Submission& b) { return a.key < b.key; });
    return result;
}

std::vector<HandedInFile> read_submission(const Submission& submission,
                                          std::vector<std::string>& notes)
{
    std::vector<HandedInFile> files;
    SubmissionLimits left;
    for (const fs::path& place : submission.places) {
        std::error_code error;
        if (fs::is_directory(fs::symlink_status(place, error))) {
            add_folder(place, left, files, notes);
        } else {
            const std::string& own_name = submission.names.at(place.string());
            add_file(place, own_name.empty() ? place.filename().string() : own_name, left, files,
                     notes);
        }
    }
    for (HandedInFile& file : files) {
        Recoded recoded = as_utf8(file.bytes);
        if (!recoded.from.empty()) {
            add_note(notes, fmt::format("{} was saved in {}, not in UTF-8: it was read as that",
                                        file.path, recoded.from));
            file.bytes = std::move(recoded.text);
        }
    }
    return files;
}

ChapterFiles files_of(const Chapter& chapter, const std::vector<HandedInFile>& files)
{
    ChapterFiles result;
    const HandedInFile* best = nullptr;
    int best_fit = 0;
    std::size_t candidates = 0;
    for (const HandedInFile& file : files) {
        const int fits = fit(chapter, file.path);
        if (fits == 0 || file.path.find("__MACOSX") != std::string::npos) {
            continue;
        }
        ++candidates;
        // Of two that match equally well, the newer one is taken; of two of the same age, the later
        // one.
        if (best == nullptr || fits > best_fit || (fits == best_fit && file.time >= best->time)) {
            best = &file;
            best_fit = fits;
        }
    }
    if (best == nullptr) {
        return result;
    }
    result.source = *best;
    if (candidates > 1) {
        result.notes.push_back(
            fmt::format("{} files fit this chapter; {} was taken", candidates, best->path));
    }
    const std::string folder = fs::path(best->path).parent_path().generic_string();
    for (const HandedInFile& file : files) {
        const fs::path path(file.path);
        const std::string name = path.filename().string();
        const bool is_header = boost::iends_with(name, ".hpp") || boost::iends_with(name, ".h");
        // A copy of the chapter's interface must not replace the original.
        if (is_header && path.parent_path().generic_string() == folder &&
            name != chapter.name + ".hpp") {
            constexpr std::size_t longest = 200; // a file system may refuse more
            if (name.size() > longest) {
                result.notes.push_back("a header with a very long name was left out");
                continue;
            }
            result.headers.push_back(file);
        }
    }
    return result;
}

} // namespace workbook
