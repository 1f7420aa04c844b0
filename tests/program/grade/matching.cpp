#include "grade/matching.hpp"

#include "common/system/user_error.hpp"
#include "grade/same_name.hpp"

#include <boost/algorithm/string/predicate.hpp>
#include <boost/algorithm/string/trim.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <set>

namespace workbook {

namespace fs = std::filesystem;

namespace {

using Entries = std::set<const RosterEntry*>;

bool same(const std::string& a, const std::string& b)
{
    return !a.empty() && comparable(a) == comparable(b);
}

/// "Park, Minji" and "Minji Park" are one name.
std::string turned(const std::string& name)
{
    const std::size_t comma = name.find(',');
    const std::size_t blank = comma == std::string::npos ? name.rfind(' ') : comma;
    return blank == std::string::npos ? name
                                      : boost::trim_copy(name.substr(blank + 1)) + " " +
                                            boost::trim_copy(name.substr(0, blank));
}

/// The students that a test holds for.
template <class Test>
Entries all_of(const Roster& roster, const Test& test)
{
    Entries found;
    for (const RosterEntry& entry : roster.entries) {
        if (test(entry)) {
            found.insert(&entry);
        }
    }
    return found;
}

bool has_id(const RosterEntry& entry, const std::string& id)
{
    return std::any_of(entry.ids.begin(), entry.ids.end(),
                       [&](const std::string& one) { return same(one, id); });
}

/// Those of exactly this name, else those of this name in another order or without blanks.
Entries of_name(const Roster& roster, const std::string& name)
{
    Entries found = all_of(roster, [&](const RosterEntry& e) { return same(e.name, name); });
    if (found.empty()) {
        found = all_of(roster, [&](const RosterEntry& entry) {
            const std::string plain = squeezed(entry.name);
            return !plain.empty() && (plain == squeezed(name) || plain == squeezed(turned(name)) ||
                                      squeezed(turned(entry.name)) == squeezed(name));
        });
    }
    return found;
}

std::string words_for(const Entries& entries)
{
    std::vector<const RosterEntry*> sorted(entries.begin(), entries.end());
    std::sort(sorted.begin(), sorted.end(),
              [](const RosterEntry* a, const RosterEntry* b) { return a->row < b->row; });
    constexpr std::size_t most = 5;
    std::vector<std::string> words;
    for (std::size_t i = 0; i < std::min(most, sorted.size()); ++i) {
        words.push_back(workbook::words_for(*sorted[i]));
    }
    return fmt::format("{}{}", fmt::join(words, ", "), sorted.size() > most ? ", …" : "");
}

/// Looks for one submission's owner.
struct Search {
    const RosterEntry* entry = nullptr;
    bool by_id = false; ///< by what is unique
    Entries perhaps;    ///< if it could be several
    std::string doubt;
};

Search owner_on(const Roster& roster, const Submission& submission)
{
    const bool is_platforms = !submission.id.empty() || submission.is_listed;
    Search search;
    const Entries by_id = all_of(roster, [&](const RosterEntry& entry) {
        return has_id(entry, submission.id) || same(entry.email, submission.email);
    });
    Entries by_name = of_name(roster, submission.name);
    if (!is_platforms) {
        // A folder may be named after any of these, and somebody's name may be another's id.
        by_name.merge(all_of(roster, [&](const RosterEntry& entry) {
            return has_id(entry, submission.name) || same(entry.email, submission.name) ||
                   same(entry.email.substr(0, entry.email.find('@')), submission.name);
        }));
    }
    search.perhaps = by_id;
    if (by_id.empty()) {
        search.perhaps = by_name;
    } else if (by_id.size() == 1 && !by_name.empty() && by_name.count(*by_id.begin()) == 0) {
        search.perhaps.merge(by_name);
        search.doubt = fmt::format("its id is that of {}, its name that of another: {}",
                                   words_for(by_id), words_for(search.perhaps));
        return search;
    }
    if (search.perhaps.empty()) {
        search.doubt = "not on the roster";
    } else if (search.perhaps.size() > 1) {
        search.doubt = fmt::format("ambiguous, it may be that of {}", words_for(search.perhaps));
    } else {
        search.entry = *search.perhaps.begin();
        search.by_id = !by_id.empty();
    }
    return search;
}

std::string file_name(const Submission& submission)
{
    return submission.places.empty() ? submission.name
                                     : submission.places.front().path.filename().string();
}

/// Whether a line of the mapping means this submission.
bool means(const MappedSubmission& line, const Submission& submission)
{
    const auto is = [&](const std::string& name) { return same(name, line.submission); };
    return is(submission.key) || is(submission.name) || is(submission.id) ||
           is(submission.name + "_" + submission.id) ||
           std::any_of(
               submission.places.begin(), submission.places.end(), [&](const HandedInPlace& place) {
                   return is(place.path.filename().string()) || is(place.path.stem().string());
               });
}

UserError mapping_error(const MappedSubmission& line, const std::string& why)
{
    return UserError(fmt::format("row {} of the mapping: {}", line.row, why),
                     "its columns are submission (the name of a folder or file of the class), and "
                     "id, email or name",
                     2);
}

/// The student that a line names.
const RosterEntry* named(const Roster& roster, const MappedSubmission& line)
{
    const Entries found = all_of(roster, [&](const RosterEntry& entry) {
        return (line.id.empty() || has_id(entry, line.id)) &&
               (line.email.empty() || same(entry.email, line.email)) &&
               (line.name.empty() || same(entry.name, line.name));
    });
    if (found.size() != 1) {
        throw mapping_error(line, found.empty() ? "there is no such student on the roster"
                                                : "that may be " + words_for(found));
    }
    return *found.begin();
}

/// The line of the mapping that means each submission; nullptr where none does.
std::vector<const MappedSubmission*> lines_for(const std::vector<Submission>& submissions,
                                               const std::vector<MappedSubmission>& mapping,
                                               bool may_come)
{
    std::vector<const MappedSubmission*> lines(submissions.size());
    for (const MappedSubmission& line : mapping) {
        std::vector<std::size_t> meant;
        for (std::size_t i = 0; i < submissions.size(); ++i) {
            if (means(line, submissions[i])) {
                meant.push_back(i);
            }
        }
        if (meant.empty() && may_come) {
            continue;
        }
        if (meant.size() != 1) {
            throw mapping_error(
                line, meant.empty()
                          ? fmt::format("there is no submission {}", line.submission)
                          : fmt::format("{} may be {} submissions: {} and {}", line.submission,
                                        meant.size(), submissions[meant[0]].key,
                                        submissions[meant[1]].key));
        }
        if (lines[meant[0]] != nullptr) {
            throw mapping_error(line, fmt::format("row {} says already whose {} is",
                                                  lines[meant[0]]->row, line.submission));
        }
        lines[meant[0]] = &line;
    }
    return lines;
}

void take(MatchedSubmission& matched, const RosterEntry& entry)
{
    const auto or_else = [](const std::string& text, const std::string& other) {
        return text.empty() ? other : text;
    };
    matched.entry = &entry;
    matched.doubt.clear();
    matched.name = or_else(entry.name, matched.submission.name);
    matched.id = or_else(entry.id, matched.submission.id);
    matched.email = or_else(entry.email, matched.submission.email);
}

} // namespace

std::vector<MappedSubmission> read_mapping(const fs::path& file, std::vector<std::string>& remarks)
{
    const auto rows = read_table(file, "the mapping", remarks);
    const auto& header = rows.front();
    const std::size_t submission = column_of(header, {"submission", "제출", "제출물"});
    const std::size_t id = column_of(header, id_columns());
    const std::size_t email = column_of(header, email_columns());
    const std::size_t name = column_of(header, name_columns());
    constexpr std::size_t none = std::string::npos;
    if (submission == none || (id == none && email == none && name == none)) {
        throw UserError("the mapping needs the column submission, and one of id, email and name",
                        first_row_words(file), 2);
    }
    std::vector<MappedSubmission> mapping;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        const auto cell = [&](std::size_t column) {
            return column < rows[i].size() ? boost::trim_copy(rows[i][column]) : std::string{};
        };
        MappedSubmission line{cell(submission), cell(name), cell(id), cell(email), i + 1};
        if (line.submission.empty() ||
            (line.id.empty() && line.email.empty() && line.name.empty())) {
            throw mapping_error(line, "it does not say whose which submission is");
        }
        mapping.push_back(std::move(line));
    }
    return mapping;
}

MatchedClass match(const std::vector<Submission>& submissions, const Roster* roster,
                   const std::vector<MappedSubmission>& mapping, bool may_come)
{
    MatchedClass result;
    std::map<const RosterEntry*, std::size_t> mapped;                      // into the result
    std::map<const RosterEntry*, std::vector<std::size_t>> by_id, by_name; // into the result
    std::map<const RosterEntry*, std::vector<std::string>> perhaps;
    const auto lines = lines_for(submissions, mapping, may_come);
    for (std::size_t i = 0; i < submissions.size(); ++i) {
        const Submission& submission = submissions[i];
        MatchedSubmission matched{submission,    nullptr,          submission.name,
                                  submission.id, submission.email, ""};
        if (lines[i] != nullptr && roster == nullptr) {
            matched.name = lines[i]->name.empty() ? matched.name : lines[i]->name;
            matched.id = lines[i]->id.empty() ? matched.id : lines[i]->id;
            matched.email = lines[i]->email.empty() ? matched.email : lines[i]->email;
        } else if (lines[i] != nullptr) {
            const RosterEntry* entry = named(*roster, *lines[i]);
            if (const auto before = mapped.find(entry); before != mapped.end()) {
                Submission& first = result.submissions[before->second].submission;
                first.places.insert(first.places.end(), submission.places.begin(),
                                    submission.places.end());
                first.remarks.push_back(fmt::format("handed in as {} too", file_name(submission)));
                continue;
            }
            mapped[entry] = result.submissions.size();
            take(matched, *entry);
        } else if (roster != nullptr) {
            const Search search = owner_on(*roster, submission);
            matched.doubt = search.doubt;
            if (search.entry != nullptr) {
                (search.by_id ? by_id : by_name)[search.entry].push_back(result.submissions.size());
            } else {
                for (const RosterEntry* entry : search.perhaps) {
                    perhaps[entry].push_back(file_name(submission));
                }
            }
        }
        result.submissions.push_back(std::move(matched));
    }
    if (roster == nullptr) {
        return result;
    }
    // A student has one submission: by the mapping, else by what is unique, else by the name.
    for (const RosterEntry& entry : roster->entries) {
        bool is_found = mapped.count(&entry) > 0;
        for (const auto* found : {&by_id, &by_name}) {
            const auto claims = found->find(&entry);
            if (claims == found->end()) {
                continue;
            }
            if (!is_found && claims->second.size() == 1) {
                take(result.submissions[claims->second.front()], entry);
                is_found = true;
                continue;
            }
            for (const std::size_t claim : claims->second) {
                MatchedSubmission& matched = result.submissions[claim];
                matched.doubt = fmt::format("ambiguous, {} has another submission too",
                                            workbook::words_for(entry));
                perhaps[&entry].push_back(file_name(matched.submission));
            }
        }
        if (!is_found) {
            const auto found = perhaps.find(&entry);
            result.missing.push_back(
                {&entry, found == perhaps.end()
                             ? ""
                             : fmt::format("one of these may be this student's: {}",
                                           fmt::join(found->second, ", "))});
        }
    }
    return result;
}

} // namespace workbook
