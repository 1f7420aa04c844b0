#include "grade/class_list.hpp"

#include "common/system/user_error.hpp"

#include <boost/algorithm/string/join.hpp>
#include <boost/algorithm/string/predicate.hpp>
#include <fmt/format.h>

#include <set>

namespace workbook {
namespace {

std::string or_else(const std::string& text, const std::string& other)
{
    return text.empty() ? other : text;
}

/// What is shown of somebody who has no name.
std::string name_of(const RosterEntry& entry)
{
    return or_else(entry.name, or_else(entry.id, entry.email));
}

} // namespace

ClassList class_list(std::vector<Submission> submissions, const std::vector<RosterEntry>& roster)
{
    ClassList list;
    std::set<const RosterEntry*> seen;
    for (const Submission& submission : submissions) {
        RosterEntry shown{submission.name, submission.id, submission.email, ""};
        const RosterEntry* entry =
            find_in(roster, submission.name, submission.id, submission.email);
        if (entry != nullptr) {
            seen.insert(entry);
            shown = {or_else(entry->name, shown.name), or_else(entry->id, shown.id),
                     or_else(entry->email, shown.email), entry->section};
        }
        list.shown.push_back(std::move(shown));
    }
    for (const RosterEntry& entry : roster) {
        if (seen.count(&entry) == 0) {
            list.missing.push_back(entry);
            list.missing.back().name = name_of(entry);
        }
    }
    list.submissions = std::move(submissions);
    return list;
}

std::string missing_key(const RosterEntry& entry)
{
    return safe_key("missing_" + name_of(entry) + (entry.id.empty() ? "" : "_" + entry.id));
}

std::vector<Classmate> classmates(const ClassList& list)
{
    std::vector<Classmate> mates;
    for (std::size_t i = 0; i < list.submissions.size(); ++i) {
        const RosterEntry& shown = list.shown[i];
        mates.push_back({list.submissions[i].key, shown.name, shown.id, shown.email});
    }
    for (const RosterEntry& entry : list.missing) {
        mates.push_back({missing_key(entry), entry.name, entry.id, entry.email});
    }
    return mates;
}

std::vector<std::size_t> find_students(const ClassList& list, const std::vector<std::string>& words)
{
    std::vector<std::size_t> places;
    for (const std::string& word : words) {
        std::vector<std::string> keys;
        for (std::size_t i = 0; i < list.submissions.size(); ++i) {
            const RosterEntry& shown = list.shown[i];
            const std::string& key = list.submissions[i].key;
            if (key == word || (!shown.id.empty() && shown.id == word) ||
                (!shown.email.empty() && boost::iequals(shown.email, word)) || shown.name == word) {
                places.push_back(i);
                keys.push_back(key);
            }
        }
        if (keys.empty()) {
            throw UserError(fmt::format("nobody who handed in is called {}", word),
                            "--only takes a key, id, e-mail or name: the columns of gradebook.csv",
                            2);
        }
        if (keys.size() > 1) {
            throw UserError(fmt::format("{} may be {}", word, boost::join(keys, " or ")),
                            "name the key", 2);
        }
    }
    return places;
}

} // namespace workbook
