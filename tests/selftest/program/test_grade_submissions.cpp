// Who handed in what: folders, archives, the names that platforms give, and what is no submission.
#include "grade/chapter_files.hpp"
#include "grade/journal.hpp"
#include "grade/matching.hpp"

#include "common/system/files.hpp"
#include "common/system/user_error.hpp"
#include "support.hpp"

#include <boost/test/unit_test.hpp>

#include <nlohmann/json.hpp>

#include <cstdlib>
#include <fstream>

#include <sys/stat.h>

using namespace workbook;
namespace fs = std::filesystem;

namespace {

const std::vector<Chapter> chapters{{1, "01_perceptron", "perceptron"},
                                    {3, "03_backprop", "backprop"}};

/// What was found, by key.
std::map<std::string, Submission> found_in(const fs::path& folder)
{
    std::map<std::string, Submission> found;
    for (const Submission& submission : find_submissions(folder, chapters).submissions) {
        found[submission.key] = submission;
    }
    return found;
}

/// The text that a student handed in for chapter 1; "" for nothing.
std::string chapter_1_of(const Submission& submission)
{
    std::vector<std::string> notes;
    return files_of(chapters[0], read_submission(submission, notes)).source.bytes;
}

std::vector<std::string> notes_of(const Submission& submission)
{
    std::vector<std::string> notes;
    read_submission(submission, notes);
    return notes;
}

} // namespace

BOOST_AUTO_TEST_SUITE(submissions)

BOOST_AUTO_TEST_CASE(folders_in_both_layouts)
{
    const TemporaryFolder folder;
    write_file(folder.path() / "ada/01_perceptron/perceptron.cpp", "laid out");
    write_file(folder.path() / "bea/perceptron.cpp", "flat");
    write_file(folder.path() / "cho/a/b/labs/01_perceptron/perceptron.cpp", "deep");
    write_file(folder.path() / "cho/perceptron.cpp", "a copy");
    write_file(folder.path() / "dan/notes.txt", "nothing");
    const auto found = found_in(folder.path());
    BOOST_TEST(found.size() == 4u);
    BOOST_TEST(chapter_1_of(found.at("ada")) == "laid out");
    BOOST_TEST(chapter_1_of(found.at("bea")) == "flat");
    BOOST_TEST(chapter_1_of(found.at("cho")) == "deep"); // the chapter's folder goes before a copy
    BOOST_TEST(chapter_1_of(found.at("dan")) == "");
}

BOOST_AUTO_TEST_CASE(names_that_platforms_give)
{
    const TemporaryFolder folder;
    write_file(folder.path() / "Park Minji_4711_assignsubmission_file_/perceptron.cpp", "moodle");
    write_file(folder.path() / "Lee Jisu_4712_assignsubmission_file_perceptron.cpp",
               "moodle, flat");
    write_file(folder.path() / "kimhana_LATE_99_1234_perceptron-2.cpp", "canvas, new");
    write_file(folder.path() / "kimhana_99_1230_backprop.cpp", "canvas, chapter 3");
    write_file(folder.path() / "submission_55/perceptron.cpp", "gradescope");
    write_file(folder.path() / "submission_metadata.yml",
               "---\nsubmission_55:\n  :submitters:\n  - :name: \"Choi Yuna\"\n    :sid: '2026-7'\n"
               "    :email: yuna@example.org\n");
    const auto found = found_in(folder.path());
    BOOST_TEST(found.size() == 4u);
    std::map<std::string, const Submission*> by_id;
    for (const auto& [key, submission] : found) {
        by_id[submission.id] = &submission;
    }
    BOOST_TEST(by_id.at("4711")->name == "Park Minji");
    BOOST_TEST(chapter_1_of(*by_id.at("4711")) == "moodle");
    BOOST_TEST(chapter_1_of(*by_id.at("4712")) == "moodle, flat");
    BOOST_TEST(chapter_1_of(*by_id.at("99")) == "canvas, new");
    BOOST_TEST(by_id.at("99")->places.size() == 2u);
    BOOST_TEST(by_id.at("2026-7")->name == "Choi Yuna");
    BOOST_TEST(by_id.at("2026-7")->email == "yuna@example.org");
}

BOOST_AUTO_TEST_CASE(files_that_were_not_saved_as_utf_8)
{
    const std::string text = "// 가중합\ndouble sum = 0;\n";
    std::string utf16; // little-endian
    for (const char16_t unit : std::u16string(u"// 가중합\ndouble sum = 0;\n")) {
        utf16 += static_cast<char>(unit & 0xff);
        utf16 += static_cast<char>(unit >> 8);
    }
    std::string swapped = utf16;
    for (std::size_t i = 0; i + 1 < swapped.size(); i += 2) {
        std::swap(swapped[i], swapped[i + 1]);
    }
    const std::string cp949 = "// \xb0\xa1\xc1\xdf\xc7\xd5\ndouble sum = 0;\n";
    const TemporaryFolder folder;
    for (const auto& [student, bytes] : {std::pair{"ada", "\xff\xfe" + utf16},
                                         {"bea", "\xfe\xff" + swapped},
                                         {"cho", utf16},
                                         {"dan", swapped},
                                         {"eva", cp949},
                                         {"fay", text}}) {
        write_file(folder.path() / student / "perceptron.cpp", bytes);
        const Submission submission = found_in(folder.path()).at(student);
        BOOST_TEST(chapter_1_of(submission) == text);
        BOOST_TEST(notes_of(submission).size() == (bytes == text ? 0U : 1U));
    }
}

BOOST_AUTO_TEST_CASE(the_newest_of_several_files)
{
    const std::vector<HandedInFile> files{{"perceptron.cpp", "first", 100},
                                          {"perceptron-1.cpp", "changed by the platform", 150},
                                          {"sub/perceptron.cpp", "second", 200},
                                          {"sub/helper.hpp", "helper", 200},
                                          {"sub/perceptron.hpp", "a false interface", 200},
                                          {"other.hpp", "of another folder", 200},
                                          {"__MACOSX/sub/perceptron.cpp", "no", 900}};
    const ChapterFiles picked = files_of(chapters[0], files);
    BOOST_TEST(picked.source.bytes == "second");
    BOOST_REQUIRE(picked.headers.size() == 1u);
    BOOST_TEST(picked.headers[0].bytes == "helper");
    BOOST_REQUIRE(picked.notes.size() == 1u);
    BOOST_TEST(picked.notes[0].find("sub/perceptron.cpp was taken, which is the newest") !=
               std::string::npos);
}

BOOST_AUTO_TEST_CASE(links_and_devices_are_never_followed)
{
    const TemporaryFolder folder;
    write_file(folder.path() / "secret.txt", "secret");
    write_file(folder.path() / "class/ada/readme.txt", "");
    fs::create_symlink(folder.path() / "secret.txt", folder.path() / "class/ada/perceptron.cpp");
    make_folder(folder.path() / "class/bea");
    BOOST_REQUIRE(::mkfifo((folder.path() / "class/bea/perceptron.cpp").c_str(), 0600) == 0);
    make_folder(folder.path() / "class/cho");
    fs::create_directory_symlink(folder.path(), folder.path() / "class/cho/01_perceptron");
    fs::create_directory_symlink(folder.path() / "class/bea", folder.path() / "class/dan");
    const auto found = found_in(folder.path() / "class");
    BOOST_TEST(found.size() == 3u); // a student's folder that is a link is none
    const auto passed_over = find_submissions(folder.path() / "class", chapters).passed_over;
    BOOST_REQUIRE(passed_over.size() == 1u);
    BOOST_TEST(passed_over[0].find("dan, a link") == 0u);
    for (const char* key : {"ada", "bea", "cho"}) {
        BOOST_TEST(chapter_1_of(found.at(key)) == "");
    }
    BOOST_TEST(notes_of(found.at("ada")).size() == 1u);
    BOOST_TEST(notes_of(found.at("bea")).size() == 1u);
}

BOOST_AUTO_TEST_CASE(broken_archives_are_noted)
{
    const TemporaryFolder folder;
    write_file(folder.path() / "ada.zip", "PK\x03\x04 and then nothing");
    write_file(folder.path() / "bea.tar.gz", "");
    write_file(folder.path() / "cho.zip", "not an archive at all");
    for (const auto& [key, submission] : found_in(folder.path())) {
        BOOST_TEST(chapter_1_of(submission) == "");
        if (key != "bea") {
            BOOST_TEST(!notes_of(submission).empty(), key << " has no note");
        }
    }
}

BOOST_AUTO_TEST_CASE(what_is_passed_over_is_said)
{
    const TemporaryFolder folder;
    for (const char* name : {"ada/perceptron.cpp", ".hidden/perceptron.cpp", "bea.rar", "list.pdf",
                             ".DS_Store", "submission_metadata.yml", "__MACOSX/ada"}) {
        write_file(folder.path() / name, "-");
    }
    const ClassFolder found = find_submissions(folder.path(), chapters);
    BOOST_TEST(found.submissions.size() == 2u); // an archive that cannot be read is a student's too
    BOOST_TEST(found.passed_over.size() == 3u);
}

BOOST_AUTO_TEST_CASE(what_is_no_class)
{
    const TemporaryFolder folder;
    BOOST_CHECK_THROW(find_submissions(folder.path() / "nowhere", chapters), UserError);
    BOOST_CHECK_THROW(find_submissions(folder.path(), chapters), UserError);
    write_file(folder.path() / "01_perceptron/perceptron.cpp", "");
    try {
        find_submissions(folder.path(), chapters);
        BOOST_ERROR("one student's chapters are no class");
    } catch (const UserError& error) {
        BOOST_TEST(error.advice.find("check --from") != std::string::npos);
    }
}

BOOST_AUTO_TEST_CASE(keys_are_safe_and_different)
{
    BOOST_TEST(safe_key("ada") == "ada");
    for (const char* name : {"../ada", "a/b", ".hidden", "", "=cmd", "a\nb", "박민지"}) {
        const std::string key = safe_key(name);
        BOOST_TEST(!key.empty());
        BOOST_TEST(key.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                         "0123456789-_.") == std::string::npos);
        BOOST_TEST(key.front() != '.');
    }
    BOOST_TEST(safe_key("a b") != safe_key("a_b"));
    BOOST_TEST(safe_key("김민수") != safe_key("김민지"));
    BOOST_TEST(safe_key(std::string(300, 'x')).size() < 100u);
}

BOOST_AUTO_TEST_CASE(a_journal_loses_only_half_a_line)
{
    const TemporaryFolder folder;
    const fs::path out = folder.path() / "out";
    GradedStudent ada;
    ada.key = ada.name = "ada";
    {
        Journal journal(out, false);
        journal.begin({7, {"01_perceptron"}, false});
        journal.add(ada, "as she handed it in");
        // The folder belongs to one grader at a time.
        BOOST_CHECK_THROW(Journal(out, true), UserError);
    }
    std::ofstream(out / "journal.jsonl", std::ios::app)
        << R"({"fingerprint": "x", "student": {"ke)";
    BOOST_CHECK_THROW(Journal(out, false), UserError);
    Journal journal(out, true);
    BOOST_TEST(journal.head()->seed == 7u);
    BOOST_TEST(journal.is_done("ada", "as she handed it in"));
    BOOST_TEST(!journal.is_done("ada", "changed since"));
    GradedStudent bea;
    bea.key = bea.name = "bea";
    journal.add(bea, "1");
    ada.id = "new";
    journal.add(ada, "2");
    std::string order;
    journal.each(journal.keys(),
                 [&](const GradedStudent& student) { order += student.key + student.id + " "; });
    BOOST_TEST(order == "adanew bea ");
}

BOOST_AUTO_TEST_SUITE_END()
