/// @file
/// A small class with everything that may be known of students, and what holds for all outputs.
#pragma once

#include "grade/csv_table.hpp"
#include "grade/outputs.hpp"
#include "support.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace workbook::tests {

using nlohmann::json;

inline constexpr std::int64_t noon = 1795176000;
inline constexpr std::int64_t day = 24 * 60 * 60;
inline const std::string right_to_left = "\xE2\x80\xAE"; // U+202E
inline const std::string replacement = "\xEF\xBF\xBD";   // U+FFFD

/// Everything that anybody might call himself.
inline const std::vector<std::string> hostile_texts{
    "=cmd|' /C calc'!A0",
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "two\nlines, \"quoted\"",
    "O'Hara & sons ]]> --> &lt;",
    "\xFF\xC3(\xE2\x80",
    right_to_left + "gnp.exe",
    std::string("nul\0\x1B[2J\x7F", 9),
    "\xC2\x9B\xEF\xBF\xBE\xED\xA0\x80",
};

inline GradedStep step(const std::string& number, const std::string& name, Status status,
                       int max_points)
{
    GradedStep result;
    result.number = number;
    result.name = name;
    result.status = status;
    result.points = status == Status::right ? max_points : 0;
    result.max_points = max_points;
    return result;
}

/// A class of three: one with everything that may be known, one late, one missing.
struct SmallClass {
    SmallClass()
    {
        GradedStep wrong = step("3.2", "output delta", Status::wrong, 3);
        wrong.message = "delta is wrong at random outputs, w(1): expected 0.25, got 0.5";
        wrong.finding = Finding{"delta",
                                "random outputs",
                                "w(1)",
                                "0.25",
                                "0.5",
                                "1 of 2 numbers differs",
                                {{"y_o", "(1, 2)"}, {"y_t", "(3, 4)"}}};
        wrong.mistakes = {{"delta.sign", "the sign is turned"}};
        wrong.excerpt = {41, "Vector delta(const Vector& y_o)\n{\n    return a < b;\n}\n"};
        wrong.origin = {43, "return a < b;"};
        wrong.warnings = "backprop.cpp:42: 1 / 2 is a division of whole numbers\n"
                         "backprop.cpp:43: c is computed and never used";
        wrong.printed = "some numbers\n";
        GradedStep todo = step("3.3", "gradients", Status::todo, 2);
        todo.message = "not written yet";

        GradedChapter chapter;
        chapter.folder = "03_backprop";
        chapter.file = "labs/backprop.cpp";
        chapter.handed_in = noon;
        chapter.notes = {"the newer of two files was taken"};
        chapter.steps = {step("3.1", "descent", Status::right, 5), wrong, todo};

        GradedChapter unbuilt;
        unbuilt.folder = "04_training";
        unbuilt.file = "training.cpp";
        unbuilt.steps = {step("4.1", "loop", Status::not_built, 1),
                         step("4.2", "stop", Status::not_built, 1)};
        for (GradedStep& one : unbuilt.steps) {
            one.message = "training.cpp:3: error: expected ';'";
        }

        GradedStudent first;
        first.key = "kim_minsu";
        first.name = "김민수";
        first.id = "101";
        first.email = "minsu@example.ac.kr";
        first.notes = {"the archive is broken"};
        first.chapters = {chapter, unbuilt};

        GradedStudent late = first;
        late.key = "lee late";
        late.name = "Lee";
        late.id = "";
        late.notes.clear();
        late.chapters[0].handed_in = noon + 1;
        late.chapters[1].steps = {step("4.1", "loop", Status::right, 1),
                                  step("4.2", "stop", Status::crashed, 1)};

        GradedStudent missing;
        missing.key = "missing_park";
        missing.name = "Park";
        missing.missing = true;

        students = {first, late, missing};
    }

    EachStudent each() const
    {
        return [this](const auto& visit) {
            for (const GradedStudent& student : students) {
                visit(student);
            }
        };
    }

    GradedStep& wrong() { return students[0].chapters[0].steps[1]; }

    std::vector<GradedStudent> students;
    GradingRules rules;
};

/// The class in which every text is hostile.
struct HostileClass : SmallClass {
    HostileClass()
    {
        const GradedStudent pattern = students[0];
        students.clear();
        for (const std::string& text : hostile_texts) {
            GradedStudent student = pattern;
            student.key = fmt::format("key{}", students.size());
            student.name = student.id = student.email = text;
            student.notes = {text};
            for (GradedChapter& chapter : student.chapters) {
                chapter.file = text;
                chapter.notes = {text};
                for (GradedStep& one : chapter.steps) {
                    one.name = one.message = one.printed = text;
                    one.status = one.status == Status::right ? Status::crashed : one.status;
                    one.finding = Finding{text, text, text, text, text, text, {{text, text}}};
                    one.mistakes = {{text, text}};
                    one.excerpt = one.origin = {1, text};
                    one.warnings = text;
                }
            }
            students.push_back(student);
        }
        rules.assignment = hostile_texts[1];
    }
};

inline std::size_t count(const std::string& text, const std::string& words)
{
    std::size_t found = 0;
    for (std::size_t at = text.find(words); at != std::string::npos;
         at = text.find(words, at + words.size())) {
        ++found;
    }
    return found;
}

/// The cell below a column's name.
inline std::string cell(const std::string& csv, std::size_t row, const std::string& column)
{
    const auto table = read_csv(csv);
    const auto found = std::find(table.at(0).begin(), table.at(0).end(), column);
    BOOST_TEST_REQUIRE((found != table[0].end()), "no column " << column);
    return table.at(row).at(static_cast<std::size_t>(found - table[0].begin()));
}

/// Every tag is one of those that the pages use, and is closed in the right order.
inline void is_well_formed_html(const std::string& page)
{
    const std::set<std::string> empty{"!DOCTYPE", "meta", "br", "rect", "line"};
    const std::set<std::string> known{
        "html",   "head",    "title",   "style",  "body",   "header", "main",
        "footer", "section", "h1",      "h2",     "h3",     "h4",     "p",
        "div",    "span",    "bdi",     "b",      "strong", "small",  "code",
        "pre",    "table",   "caption", "thead",  "tbody",  "tr",     "th",
        "td",     "details", "summary", "figure", "a",      "ul",     "figcaption",
        "li",     "dl",      "dt",      "dd",     "svg",    "desc",   "text"};
    std::vector<std::string> open;
    for (std::size_t at = page.find('<'); at != std::string::npos; at = page.find('<', at + 1)) {
        const bool closes = page.at(at + 1) == '/';
        const std::size_t start = at + (closes ? 2 : 1);
        const std::string name = page.substr(start, page.find_first_of(" />\n", start) - start);
        if (empty.count(name) > 0) {
            continue;
        }
        BOOST_TEST_REQUIRE(known.count(name) == 1, "an unknown tag: " << page.substr(at, 60));
        if (!closes) {
            open.push_back(name);
            continue;
        }
        BOOST_TEST_REQUIRE(!open.empty());
        BOOST_TEST_REQUIRE(open.back() == name, "closed out of order: " << page.substr(at, 60));
        open.pop_back();
    }
    BOOST_TEST(open.empty());
}

/// Nothing that turns letters round or is no UTF-8; the page loads and runs nothing.
inline void is_harmless(const std::string& page)
{
    BOOST_CHECK_NO_THROW(json(page).dump());
    BOOST_TEST(!holds(page, right_to_left));
    for (const char* words : {"<script", "<img", "javascript:", "http://", "https://"}) {
        BOOST_TEST(!holds(page, words));
    }
    for (const char c : page) {
        BOOST_TEST_REQUIRE((static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t'));
    }
}

} // namespace workbook::tests
