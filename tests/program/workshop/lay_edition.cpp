// An edition in a folder that may hold an earlier one, and what its student has written.
#include "workshop/edition.hpp"

#include "build/digest.hpp"
#include "common/system/files.hpp"
#include "common/system/user_error.hpp"
#include "course/book_places.hpp"
#include "course/put_aside.hpp"
#include "course/skeleton.hpp"

#include <boost/algorithm/string/predicate.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <optional>
#include <set>

namespace workbook {

namespace fs = std::filesystem;

namespace {

/// The bytes of a file, or nothing where there is none.
std::optional<std::string> bytes_of(const fs::path& file)
{
    const auto status = fs::symlink_status(file);
    if (!fs::exists(status)) {
        return std::nullopt;
    }
    if (fs::is_directory(fs::status(file))) {
        throw UserError(
            fmt::format("{} is a folder, and the edition has a file there", shown(file)),
            "rename the folder, then try again: what was done so far stays");
    }
    return read_file(file);
}

class Laying {
public:
    Laying(const Edition& edition, const fs::path& folder) : edition_(edition), folder_(folder)
    {
        if (const auto text = bytes_of(folder / name_of_list)) {
            old_ = read_list(*text, folder / name_of_list);
        }
    }

    EditionChanges laid()
    {
        changes_.old_version = old_.version;
        // Labs first: the old skeletons, which they are compared with, are replaced after that.
        for (const auto& [path, file] : edition_.files) {
            if (is_skeleton(path)) {
                lay_lab(path, file);
            }
        }
        for (const auto& [path, file] : edition_.files) {
            lay(path, file);
        }
        for (const auto& [path, digest] : old_.files) {
            if (edition_.files.count(path) == 0) {
                remove(path, digest);
            }
        }
        compare_steps();
        // The list comes last: if this ends in between, it can be done again.
        write_file(folder_ / name_of_list, text_of(edition_.list));
        return std::move(changes_);
    }

private:
    static bool is_skeleton(const std::string& path)
    {
        return boost::starts_with(path, std::string(kept_skeletons) + "/");
    }

    static bool is_of_book(const std::string& path)
    {
        return boost::starts_with(path, std::string(shipped_book) + "/");
    }

    /// The book has a thousand files: of them all it is said once that it is new, changed or gone.
    static void add(std::vector<std::string>& paths, const std::string& path)
    {
        const std::string name =
            is_of_book(path) ? fmt::format("{}, the book", shipped_book) : path;
        if (std::find(paths.begin(), paths.end(), name) == paths.end()) {
            paths.push_back(name);
        }
    }

    static std::string lab_of(const std::string& skeleton)
    {
        return "labs" + skeleton.substr(std::string(kept_skeletons).size());
    }

    /// Whether the file is as the old edition had it.
    bool is_old(const std::string& path, const std::string& bytes) const
    {
        const auto old = old_.files.find(path);
        return old != old_.files.end() && old->second == digest(bytes);
    }

    void write(const std::string& path, const EditionFile& file)
    {
        write_file(folder_ / path, file.bytes);
        if (file.is_program) {
            fs::permissions(folder_ / path,
                            fs::perms::owner_exec | fs::perms::group_exec | fs::perms::others_exec,
                            fs::perm_options::add);
        }
    }

    void lay_lab(const std::string& skeleton, const EditionFile& file)
    {
        const std::string lab = lab_of(skeleton);
        const auto there = bytes_of(folder_ / lab);
        const bool is_untouched = there && is_old(skeleton, *there);
        if (there && *there == file.bytes) {
            return;
        }
        if (there && !is_untouched) {
            const bool same_task = is_old(skeleton, file.bytes);
            changes_.kept.push_back(
                lab + (same_task ? ""
                                 : fmt::format(", written to; the skeleton is another now: {}",
                                               skeleton)));
            return;
        }
        write(lab, file);
        (there ? changes_.changed : changes_.added).push_back(lab);
    }

    void lay(const std::string& path, const EditionFile& file)
    {
        const auto there = bytes_of(folder_ / path);
        const bool is_news = !is_skeleton(path); // skeletons are spoken of as labs
        if (there && *there == file.bytes) {
            write_rights(path, file);
            return;
        }
        if (there && !is_old(path, *there)) {
            if (is_old(path, file.bytes)) { // the edition has nothing new, so theirs stays
                changes_.kept.push_back(path);
                return;
            }
            changes_.kept.push_back(
                fmt::format("{}, as {}", path, put_aside(folder_ / path).filename().string()));
        }
        write(path, file);
        if (is_news) {
            add(there ? changes_.changed : changes_.added, path);
        }
    }

    /// Some ways of unpacking lose the right to run a program.
    void write_rights(const std::string& path, const EditionFile& file)
    {
        if (file.is_program &&
            (fs::status(folder_ / path).permissions() & fs::perms::owner_exec) == fs::perms::none) {
            write(path, file);
        }
    }

    /// Removes a file that only the old edition had, and its lab, unless the user has changed them.
    void remove(const std::string& path, const std::string& old_digest)
    {
        if (is_skeleton(path)) {
            remove_if(lab_of(path), old_digest);
        }
        remove_if(path, old_digest);
    }

    void remove_if(const std::string& path, const std::string& old_digest)
    {
        const auto there = bytes_of(folder_ / path);
        if (!there) {
            return;
        }
        if (digest(*there) != old_digest) {
            changes_.kept.push_back(path + ", which the edition no longer has");
            return;
        }
        std::error_code error;
        fs::remove(folder_ / path, error);
        if (error) {
            throw CannotWrite(
                fmt::format("cannot remove {}: {}", shown(folder_ / path), error.message()));
        }
        add(changes_.removed, path);
        for (fs::path above = fs::path(path).parent_path(); !above.empty();
             above = above.parent_path()) {
            fs::remove(folder_ / above, error); // only an empty folder can be
        }
    }

    void compare_steps()
    {
        if (old_.version.empty()) {
            return;
        }
        std::set<std::string> numbers;
        for (const EditionList& list : {std::cref(old_), std::cref(edition_.list)}) {
            for (const auto& [number, step] : list.steps) {
                numbers.insert(number);
            }
        }
        for (const std::string& number : numbers) {
            if (const std::string what = change_of(number); !what.empty()) {
                changes_.steps.push_back({number, what});
            }
        }
        std::sort(changes_.steps.begin(), changes_.steps.end(), [](const auto& a, const auto& b) {
            return number_of(a.number) < number_of(b.number);
        });
    }

    /// "weighted sum (2 points): new"; "" if the step is as it was.
    std::string change_of(const std::string& number) const
    {
        const auto before = old_.steps.find(number);
        const auto now = edition_.list.steps.find(number);
        const auto named = [](const EditionList::Step& step) {
            return fmt::format("{} ({} point{})", step.name, step.points,
                               step.points == 1 ? "" : "s");
        };
        if (before == old_.steps.end()) {
            return named(now->second) + ": new";
        }
        const EditionList::Step& was = before->second;
        if (now == edition_.list.steps.end()) {
            return named(was) + ": no longer there";
        }
        const EditionList::Step& is = now->second;
        if (is.name == was.name && is.points == was.points && is.text == was.text) {
            return "";
        }
        const bool same_text = is.name == was.name && is.points == was.points;
        return named(is) + ": " +
               (same_text ? "its text or its hints are others now" : "was " + named(was));
    }

    static std::pair<int, int> number_of(const std::string& step)
    {
        const auto point = step.find('.');
        return {std::stoi(step),
                point == std::string::npos ? 0 : std::stoi(step.substr(point + 1))};
    }

    const Edition& edition_;
    const fs::path& folder_;
    EditionList old_;
    EditionChanges changes_;
};

void add_list(std::string& text, const std::string& label, const std::vector<std::string>& paths)
{
    constexpr std::size_t most = 12;
    for (std::size_t i = 0; i < std::min(most, paths.size()); ++i) {
        text += fmt::format("  {:<9}{}\n", i == 0 ? label : "", paths[i]);
    }
    if (paths.size() > most) {
        text += fmt::format("  {:<9}and {} more\n", "", paths.size() - most);
    }
}

} // namespace

EditionChanges lay_edition(const Edition& edition, const fs::path& folder)
{
    return Laying(edition, folder).laid();
}

std::string shown(const EditionChanges& changes, const EditionList& now)
{
    if (changes.old_version.empty()) {
        return "";
    }
    std::string text =
        changes.old_version == now.version
            ? fmt::format("It is version {}, as it was.\n", now.version)
            : fmt::format("It is version {} now and was {}.\n", now.version, changes.old_version);
    add_list(text, "new", changes.added);
    add_list(text, "changed", changes.changed);
    add_list(text, "removed", changes.removed);
    add_list(text, "kept", changes.kept);
    if (changes.added.empty() && changes.changed.empty() && changes.removed.empty()) {
        text += "  no file is another\n";
    }
    for (const auto& [number, what] : changes.steps) {
        text += fmt::format("  {:<9}{} {}\n", "step", number, what);
    }
    return text;
}

} // namespace workbook
