/// @file
/// What is known about a student after judging: the one model from which the journal, the gradebook
/// and all pages are made.
#pragma once

#include "build/judging.hpp"

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace workbook {

/// Lines of the student's own file.
struct Excerpt {
    std::size_t first_line = 0; ///< its number in the file, from 1; 0: no excerpt
    std::string text;
};

/// What an instructor has decided by hand about a step or a chapter; never part of the journal.
struct ByHand {
    bool excused = false;            ///< of a step: it does not count for this student
    double bonus = 0;                ///< points on top, which lateness does not lessen
    std::optional<double> points;    ///< of a chapter: what it gives, late or not
    std::optional<std::int64_t> due; ///< of a chapter: this student's own date, UTC seconds
    std::vector<std::string> said;   ///< a sentence for each decision, with who and why
};

/// The verdict on one step.
struct GradedStep {
    std::string number; ///< "3.5"
    std::string name;   ///< "output delta"
    Status status = Status::todo;
    bool left_out = false; ///< not built, while the rest of the file was
    double points = 0;
    double max_points = 0;
    std::string message;            ///< in one or two sentences; "" when it is right
    std::optional<Finding> finding; ///< the first thing that was wrong
    std::vector<NamedMistake> mistakes;
    Excerpt excerpt;      ///< of the function that was wrong
    Excerpt origin;       ///< the line that an exception or a crash came from
    std::string warnings; ///< about the functions of a step that is not right
    std::string printed;  ///< the beginning of what the code printed
    double seconds = 0;   ///< that judging it took
    ByHand by_hand;
};

/// One chapter of one student.
struct GradedChapter {
    std::string folder;                    ///< "03_backprop"
    std::string file;                      ///< its path in what was handed in; "": not handed in
    std::optional<std::int64_t> handed_in; ///< seconds since 1970, of the file
    std::vector<std::string> notes;        ///< e.g. which of two files was taken
    std::vector<GradedStep> steps;         ///< all steps of the chapter, in order
    bool could_not_be_judged = false;      ///< in this run; --resume tries again
    std::string content;                   ///< names the source's text among those kept in work/
    ByHand by_hand;
};

/// A student's row in the roster: it goes back to the platform that the roster came from.
struct RosterRow {
    std::vector<std::string> header; ///< of the whole roster; empty: not on it
    std::vector<std::string> cells;
    std::size_t row = 0; ///< from 1
};

/// One student.
struct GradedStudent {
    std::string key;      ///< names this student's output files; unique, safe as a file name
    std::string name;     ///< for display: any text, perhaps hostile
    std::string id;       ///< of the learning platform or the roster; may be empty
    std::string email;    ///< may be empty
    std::string section;  ///< of the roster; may be empty
    std::string place;    ///< the file or folder that was handed in, as the platform named it
    bool missing = false; ///< on the roster, but nothing was handed in
    std::vector<std::string> notes; ///< what both should know, e.g. a broken archive
    std::string doubt; ///< why it is not certain whose this is, for the instructor; "": it is
    std::vector<std::string> unrecognised; ///< files handed in that fit no chapter
    RosterRow roster;
    std::vector<GradedChapter> chapters;
};

/// One line of JSON and back. Bytes that are not UTF-8 become U+FFFD. What was decided by hand is
/// left out: it is applied to what is read.
nlohmann::json to_json(const GradedStudent& student);

/// A number without needless digits: 2 for 2.0.
nlohmann::json json_number(double number);
GradedStudent student_from(const nlohmann::json& json);

} // namespace workbook
