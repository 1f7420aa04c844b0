#include "grade/student_of.hpp"

#include <fmt/format.h>

namespace workbook {
namespace {

RosterRow row_of(const RosterEntry* entry, const Roster* roster)
{
    return entry == nullptr || roster == nullptr
               ? RosterRow{}
               : RosterRow{roster->header, entry->cells, entry->row};
}

} // namespace

GradedStudent student_of(const MatchedSubmission& matched, const Roster* roster)
{
    GradedStudent student;
    student.key = matched.submission.key;
    student.name = matched.name;
    student.id = matched.id;
    student.email = matched.email;
    student.section = matched.entry == nullptr ? "" : matched.entry->section;
    student.place = matched.submission.places.front().path.filename().string();
    student.doubt = matched.doubt;
    student.roster = row_of(matched.entry, roster);
    return student;
}

GradedStudent student_of(const MissingStudent& missing, const Roster* roster)
{
    const RosterEntry& entry = *missing.entry;
    GradedStudent student;
    student.name = entry.name.empty() ? entry.id.empty() ? entry.email : entry.id : entry.name;
    student.id = entry.id;
    student.email = entry.email;
    student.section = entry.section;
    // Without an id, two students of one name differ by their rows.
    const std::string& own = entry.id.empty() ? entry.email : entry.id;
    student.key = safe_key(fmt::format("missing_{}_{}", student.name,
                                       own.empty() ? fmt::format("row_{}", entry.row) : own));
    student.missing = true;
    student.doubt = missing.doubt;
    student.roster = row_of(&entry, roster);
    return student;
}

} // namespace workbook
