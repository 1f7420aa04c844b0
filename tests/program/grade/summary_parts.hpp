/// @file
/// Parts of the summary that are in files of their own.
#pragma once

#include "grade/class_texts.hpp"
#include "grade/outputs.hpp"
#include "grade/statistics.hpp"

#include <map>
#include <string>
#include <vector>

namespace workbook {

/// A link to a student's page.
std::string link_to_page(const std::string& key, const std::string& name);

/// A number of the class with its name, and smaller what else there is to say.
std::string tile(const std::string& name, const std::string& value, const std::string& more = "");

/// How many students have what share of the points, as a drawing; "" if there are none.
std::string histogram(const std::vector<double>& points, double max_points);

/// What is said of each student.
class SummaryOfStudents {
public:
    SummaryOfStudents(const GradingRules& rules, const std::vector<ChapterColumns>& columns)
        : rules_(rules), columns_(columns)
    {
    }

    void add(const GradedStudent& student);

    /// Sections of the page: notes for the instructor, what was decided by hand, everyone's points.
    void notes(const TakePiece& take);
    void by_hand(const TakePiece& take);
    void table(const TakePiece& take);

private:
    const GradingRules& rules_;
    const std::vector<ChapterColumns>& columns_;
    std::size_t with_notes_ = 0;
    LongText notes_;   ///< items of a list
    LongText by_hand_; ///< rows of a table
    LongText rows_;    ///< the same
};

/// What the steps tell about the class and its sections.
std::string statistics_section(const Statistics& statistics);

/// Who has handed in which text.
struct ClassContents {
    struct Owner {
        std::string key;
        std::string name;
    };

    /// The different texts of a chapter, in the order in which they first come.
    struct Chapter {
        std::vector<std::string> contents; ///< as GradedChapter::content names them
        std::vector<std::vector<Owner>> owners;
        std::map<std::string, std::size_t> places; ///< of the contents
    };

    void add(const GradedStudent& student);

    std::map<std::string, Chapter> chapters; ///< by folder
};

/// Files that are alike, chapter by chapter; "" if there are none.
std::string likeness_section(const ClassContents& all, const ClassTexts& texts);

} // namespace workbook
