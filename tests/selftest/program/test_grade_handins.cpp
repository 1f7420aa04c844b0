// Files that are handed in under other names, packed in other ways, or more than once.
#include "grade/chapter_files.hpp"
#include "grade/class_archive.hpp"
#include "grade/submissions.hpp"

#include "common/system/files.hpp"
#include "common/system/user_error.hpp"
#include "support.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <boost/crc.hpp>
#include <boost/test/unit_test.hpp>

#include <cstdint>
#include <map>
#include <set>

#include <sys/stat.h>

using namespace workbook;
using workbook::tests::holds;
namespace fs = std::filesystem;

namespace {

const Chapter perceptron{1, "01_perceptron", "perceptron"};
const Chapter backprop{3, "03_backprop", "backprop"};
const std::vector<Chapter> chapters{perceptron, backprop};
const std::vector<std::string> functions{"descend", "slope"};
const std::string code = "#include \"backprop.hpp\"\nnamespace backprop {\n"
                         "double descend(double w, double s, double eta)\n{\n"
                         "    return w - eta * s;\n}\n}\n";

using Entries = std::vector<std::pair<std::string, std::string>>; // path, bytes

/// An archive of a format that libarchive writes.
std::string packed(const Entries& entries, int (*format)(archive*) = &archive_write_set_format_zip,
                   std::int64_t time = 1'000'000'000)
{
    std::string bytes(std::size_t{64} << 20, '\0');
    std::size_t used = 0;
    archive* out = archive_write_new();
    format(out);
    archive_write_open_memory(out, bytes.data(), bytes.size(), &used);
    for (const auto& [path, content] : entries) {
        archive_entry* entry = archive_entry_new();
        archive_entry_set_pathname(entry, path.c_str());
        archive_entry_set_size(entry, static_cast<la_int64_t>(content.size()));
        archive_entry_set_filetype(entry, AE_IFREG);
        archive_entry_set_perm(entry, 0644);
        archive_entry_set_mtime(entry, time, 0);
        archive_write_header(out, entry);
        archive_write_data(out, content.data(), content.size());
        archive_entry_free(entry);
    }
    archive_write_close(out);
    archive_write_free(out);
    bytes.resize(used);
    return bytes;
}

/// `size` bytes, the lowest first.
std::string little(std::uint32_t value, int size)
{
    std::string bytes;
    for (int i = 0; i < size; ++i) {
        bytes += static_cast<char>((value >> (8 * i)) & 0xFF);
    }
    return bytes;
}

std::uint32_t crc_of(const std::string& bytes)
{
    boost::crc_32_type crc;
    crc.process_bytes(bytes.data(), bytes.size());
    return crc.checksum();
}

/// A RAR archive (version 4) whose file is stored as it is; libarchive writes none.
std::string rar(const std::string& path, const std::string& content)
{
    const auto block = [](const std::string& rest) { return little(crc_of(rest), 2) + rest; };
    const auto size = static_cast<std::uint32_t>(content.size());
    const auto length = static_cast<std::uint32_t>(path.size());
    const std::string date = little(0x3C212000, 4); // 2010-01-01, 04:00
    const std::string file = "\x74" + little(0x8000, 2) + little(32 + length, 2) + little(size, 4) +
                             little(size, 4) + "\x03" + little(crc_of(content), 4) + date +
                             little(20, 1) + "0" + little(length, 2) + little(0100644, 4) + path;
    return std::string("Rar!\x1A\x07\0", 7) +
           block("\x73" + little(0, 2) + little(13, 2) + std::string(6, '\0')) + block(file) +
           content + block("\x7B" + little(0x4000, 2) + little(7, 2));
}

/// What one student handed in, in a folder of this name.
struct HandedIn {
    std::vector<HandedInFile> files;
    std::vector<std::string> notes;

    explicit HandedIn(const Entries& entries)
    {
        const TemporaryFolder folder;
        for (const auto& [path, bytes] : entries) {
            write_file(folder.path() / "ada" / path, bytes);
        }
        files = read_submission(find_submissions(folder.path(), chapters).submissions.at(0), notes);
    }

    ChapterFiles of(const Chapter& chapter) const { return files_of(chapter, files, functions); }
};

} // namespace

BOOST_AUTO_TEST_SUITE(handins)

BOOST_AUTO_TEST_CASE(a_file_is_known_by_what_it_holds)
{
    for (const char* name :
         {"backprop_final.cpp", "HW3.cpp", "backprop.txt", "backprop.cc", "backprop.cxx",
          "backprop.C", "backprop.cpp.txt", "역전파.cpp", "deep/down/x.c++"}) {
        const ChapterFiles found = HandedIn({{name, code}, {"readme.md", "hello"}}).of(backprop);
        BOOST_TEST(found.source.bytes == code, name);
        BOOST_REQUIRE(found.notes.size() == 1U);
        BOOST_TEST(holds(found.notes[0], "by its namespace and functions"));
    }
    // Neither a text about it, nor one that only calls it, nor another chapter's.
    for (const std::string& text :
         {std::string("namespace backprop, descend and slope"),
          std::string("namespace backprop {}\nint main() { return backprop::descend(1, 2, 3); }"),
          std::string(
              "namespace perceptron {\ndouble descend(double w)\n{\n    return w;\n}\n}")}) {
        BOOST_TEST(HandedIn({{"x.cpp", text}}).of(backprop).source.path == "", text);
    }
}

BOOST_AUTO_TEST_CASE(two_files_of_other_names_are_no_choice)
{
    const HandedIn differ({{"a.cpp", code}, {"b.cpp", code + "// later\n"}});
    BOOST_TEST(differ.of(backprop).source.path == "");
    BOOST_REQUIRE(differ.of(backprop).notes.size() == 1U);
    BOOST_TEST(holds(differ.of(backprop).notes[0], "a.cpp, b.cpp"));
    BOOST_TEST(HandedIn({{"a.cpp", code}, {"b.cpp", code}}).of(backprop).source.bytes == code);
    // The name goes before the contents, and the other is named.
    const ChapterFiles named =
        HandedIn({{"backprop.cpp", code}, {"b.cpp", code + "// later\n"}}).of(backprop);
    BOOST_TEST(named.source.path == "backprop.cpp");
    BOOST_REQUIRE(named.notes.size() == 1U);
    BOOST_TEST(holds(named.notes[0], "not taken: b.cpp"));
    // A name that lies does not.
    const HandedIn swapped({{"backprop.cpp", "namespace perceptron {}\n"}, {"b.cpp", code}});
    BOOST_TEST(swapped.of(backprop).source.path == "b.cpp");
}

BOOST_AUTO_TEST_CASE(what_is_not_recognised_is_named)
{
    const HandedIn handed({{"report.pdf", "%PDF"},
                           {"backprop.rar", "no archive"},
                           {"notes.txt", "hello"},
                           {"01_perceptron/perceptron.cpp", "x"},
                           {"build/x.o", "x"},
                           {".vscode/settings.json", "{}"},
                           {"helper.hpp", "x"}});
    const auto names = unrecognised(chapters, handed.files, {""});
    BOOST_TEST((std::set<std::string>(names.begin(), names.end()) ==
                std::set<std::string>{"report.pdf", "backprop.rar", "notes.txt"}));
    BOOST_REQUIRE(handed.notes.size() == 1U);
    BOOST_TEST(holds(handed.notes[0], "backprop.rar"));
}

BOOST_AUTO_TEST_CASE(the_newest_copy_counts)
{
    const auto taken = [](const std::vector<HandedInFile>& files) {
        const ChapterFiles found = files_of(perceptron, files);
        return found.source.path + (found.notes.empty() ? "" : ": " + found.notes.at(0));
    };
    const std::vector<std::string> copies{
        "perceptron (1).cpp",     "perceptron-1.cpp",       "perceptron - Copy.cpp",
        "perceptron copy.cpp",    "Copy of perceptron.cpp", "perceptron - 복사본.cpp",
        "perceptron의 사본.cpp",  "01_perceptron (1).cpp",  "Perceptron_1.cpp",
        "perceptron - 복사본.cpp"}; // the last one decomposed, as macOS stores it
    for (const std::string& copy : copies) {
        // By the time, whatever the order; else by the number.
        for (const bool newer : {true, false}) {
            const HandedInFile a{"perceptron.cpp", "a", 1000};
            const HandedInFile b{copy, "b", newer ? 2000 : 500};
            for (const auto& files : {std::vector{a, b}, std::vector{b, a}}) {
                const std::string got = taken(files);
                BOOST_TEST(got.find((newer ? copy : "perceptron.cpp") + ": ") == 0U, got);
                BOOST_TEST(holds(got, "which is the newest"));
            }
        }
        for (const std::int64_t time : {0, 1000}) {
            const std::string got = taken({{copy, "b", time}, {"perceptron.cpp", "a", time}});
            BOOST_TEST(got.find(copy) == 0U, got);
            BOOST_TEST(holds(got, "which has the highest copy number"));
        }
    }
    BOOST_TEST(holds(taken({{"perceptron-2.cpp", "", 0}, {"perceptron-10.cpp", "", 0}}),
                     "perceptron-10.cpp was taken"));
    // The chapter's own folder goes before the time; the platform's number before both times.
    BOOST_TEST(taken({{"01_perceptron/perceptron.cpp", "", 1}, {"perceptron.cpp", "", 9}})
                   .find("01_perceptron/perceptron.cpp") == 0U);
    BOOST_TEST(taken({{"perceptron-1.cpp", "", 1, 20}, {"perceptron-2.cpp", "", 9, 10}})
                   .find("perceptron-1.cpp") == 0U);
    BOOST_TEST(taken({{"perceptron.cpp", "", std::numeric_limits<std::int64_t>::min()},
                      {"perceptron-1.cpp", "", std::numeric_limits<std::int64_t>::max()}})
                   .find("perceptron-1.cpp") == 0U);
}

BOOST_AUTO_TEST_CASE(archives_of_every_kind_and_in_archives)
{
    const std::map<std::string, int (*)(archive*)> formats{
        {"zip", &archive_write_set_format_zip},
        {"7z", &archive_write_set_format_7zip},
        {"tar", &archive_write_set_format_pax_restricted}};
    for (const auto& [outer, write_outer] : formats) {
        for (const auto& [inner, write_inner] : formats) {
            const std::string once = packed({{"03_backprop/backprop.cpp", code}}, write_inner);
            const std::string twice =
                packed({{"x/inner." + inner, once}, {"y.txt", "y"}}, write_outer);
            for (const auto& [name, bytes] :
                 {std::pair{"all." + inner, once}, std::pair{"all." + outer, twice}}) {
                const HandedIn handed({{name, bytes}});
                BOOST_TEST(handed.of(backprop).source.bytes == code, name);
                BOOST_TEST(handed.of(backprop).source.time == 1'000'000'000, name);
                BOOST_TEST(handed.notes.empty());
            }
        }
    }
    // A broken one does not take the files beside it along, nor what came before the break.
    const std::string broken = packed({{"backprop.cpp", code}, {"inner.zip", "PK\x03\x04..."}});
    BOOST_TEST(HandedIn({{"all.zip", broken}}).of(backprop).source.bytes == code);
    const std::string tar =
        packed({{"backprop.cpp", code}, {"x.cpp", std::string(100'000, 'x')}}, formats.at("tar"));
    const HandedIn cut({{"all.tar", tar.substr(0, tar.size() / 2)}});
    BOOST_TEST(cut.of(backprop).source.bytes == code);
    BOOST_REQUIRE(cut.notes.size() == 1U);
    BOOST_TEST(holds(cut.notes[0], "to its end"));
}

BOOST_AUTO_TEST_CASE(a_rar_archive_is_read)
{
    const std::string archive = rar("03_backprop/backprop.cpp", code);
    const HandedIn handed({{"all.rar", archive}});
    BOOST_TEST(handed.of(backprop).source.bytes == code);
    BOOST_TEST(handed.of(backprop).source.path == "03_backprop/backprop.cpp");
    BOOST_TEST(handed.notes.empty());
    const HandedIn inside({{"all.zip", packed({{"x/all.rar", archive}})}});
    BOOST_TEST(inside.of(backprop).source.bytes == code);
}

BOOST_AUTO_TEST_CASE(limits_are_counted_together)
{
    // Each of these archives unpacks to 48 MB.
    const std::string bomb = packed({{"data.bin", std::string(std::size_t{48} << 20, '\0')}});
    Entries many;
    for (int i = 0; i < 8; ++i) {
        many.push_back({"bomb" + std::to_string(i) + ".zip", bomb});
    }
    many.push_back({"z/backprop.cpp", code});
    const HandedIn beside(many);
    BOOST_TEST(beside.of(backprop).source.bytes == code);
    BOOST_REQUIRE(!beside.notes.empty());
    BOOST_TEST(holds(beside.notes[0], "more than 256 MB"));
    const HandedIn inside({{"all.zip", packed(many)}}); // the file comes last, and is read
    BOOST_TEST(inside.of(backprop).source.bytes == code);
    BOOST_REQUIRE(!inside.notes.empty());
    BOOST_TEST(holds(inside.notes[0], "more than 256 MB"));
    // Archives in archives end somewhere.
    std::string deep = code;
    std::string name = "backprop.cpp";
    for (int i = 0; i < 6; ++i) {
        deep = packed({{name, deep}});
        name = "inner.zip";
    }
    const HandedIn nested({{"all.zip", deep}});
    BOOST_TEST(nested.of(backprop).source.path == "");
    BOOST_REQUIRE(!nested.notes.empty());
    BOOST_TEST(holds(nested.notes[0], "archive in an archive"));
    // Large texts do not take the place of C++ files.
    Entries texts{{"z.cpp", code}};
    for (int i = 0; i < 20; ++i) {
        texts.push_back({"data" + std::to_string(i) + ".txt", std::string(800'000, 'x')});
    }
    BOOST_TEST(HandedIn(texts).of(backprop).source.bytes == code);
}

BOOST_AUTO_TEST_CASE(the_zip_of_a_platform)
{
    const TemporaryFolder work;
    const std::string longest = std::string(200, 'x') + "_4711_assignsubmission_file_"; // 228
    const std::string korean = [] {
        std::string name;
        for (int i = 0; i < 100; ++i) {
            name += "박";
        }
        return name + "_4712_assignsubmission_file_"; // more than a file system takes
    }();
    const std::map<std::string, std::pair<Entries, std::set<std::string>>> zips{
        {"moodle",
         {{{longest + "/backprop.cpp", code}, {korean + "/backprop.cpp", code}}, {"4711", "4712"}}},
        {"canvas",
         {{{"parkminji_99_1234_backprop.cpp", code}, {"leejisu_LATE_98_1235_backprop-1.cpp", code}},
          {"98", "99"}}},
        {"gradescope",
         {{{"assignment_7_export/submission_metadata.yml",
            "submission_55:\n  :submitters:\n  - :name: Choi\n    :sid: '7'\n"},
           {"assignment_7_export/submission_55/backprop.cpp", code}},
          {"7"}}}};
    for (const auto& [platform, zip] : zips) {
        const auto& [entries, ids] = zip;
        const fs::path file = work.path() / (platform + ".zip");
        write_file(file, packed(entries));
        std::set<std::string> found;
        {
            const ClassArchive unpacked(file, work.path() / "work");
            for (const Submission& submission :
                 find_submissions(unpacked.folder({"03_backprop", "labs"}), chapters).submissions) {
                found.insert(submission.id);
                std::vector<std::string> notes;
                const auto files = read_submission(submission, notes);
                BOOST_TEST(files_of(backprop, files).source.bytes == code);
                BOOST_TEST(files_of(backprop, files).source.time == 1'000'000'000);
            }
        }
        BOOST_TEST((found == ids), platform);
        BOOST_TEST(!fs::exists(work.path() / "work/submissions"));
    }
}

BOOST_AUTO_TEST_CASE(a_hostile_zip_stays_in_its_folder)
{
    const TemporaryFolder work;
    write_file(work.path() / "class.zip", packed({{"../../out.cpp", "out"},
                                                  {"ada/../../../out.cpp", "out"},
                                                  {"/abs/x.cpp", "inside"},
                                                  {"ada/backprop.cpp", "first"},
                                                  {"ada/backprop.cpp", "second"},
                                                  {"bea\\backprop.cpp", "windows"}}));
    const ClassArchive unpacked(work.path() / "class.zip", work.path() / "work");
    BOOST_TEST(!fs::exists(work.path() / "out.cpp"));
    BOOST_TEST(unpacked.passed_over().size() == 2U);
    const fs::path folder = unpacked.folder({});
    BOOST_TEST(read_file(folder / "ada/backprop.cpp") == "first");
    BOOST_TEST(read_file(folder / "ada/backprop (2).cpp") == "second");
    BOOST_TEST(read_file(folder / "bea/backprop.cpp") == "windows");
    BOOST_TEST(fs::exists(folder / "abs/x.cpp"));
    write_file(work.path() / "broken.zip", "PK\x03\x04 and then nothing");
    BOOST_CHECK_THROW(ClassArchive(work.path() / "broken.zip", work.path() / "other"), UserError);
    BOOST_TEST(!fs::exists(work.path() / "other/submissions"));
}

BOOST_AUTO_TEST_CASE(what_platforms_say_besides)
{
    const TemporaryFolder folder;
    write_file(folder.path() / "kim_LATE_98_1_backprop.cpp", code);
    write_file(folder.path() / "kim_LATE_98_2_report.pdf", "%PDF");
    write_file(folder.path() / "Lee_5_assignsubmission_file_/backprop.cpp", code);
    write_file(folder.path() / "Lee_5_assignsubmission_onlinetext_/onlinetext.html", "<p>hi</p>");
    write_file(folder.path() / "submission_1/backprop.cpp", code);
    write_file(
        folder.path() / "submission_metadata.yml",
        "---\nsubmission_1:\n  :submitters:\n  - :name: \"O'Neil: \\\"Sam\\\"\"\n    :sid: '7'\n"
        "  - :name: 최유나\n    :sid: '8'\n    :email: yuna@example.org\n"
        "  :created_at: 2026-11-20 09:00:12.345678000 Z\n  :score: 1.0\n");
    std::map<std::string, Submission> by_id;
    for (const Submission& submission : find_submissions(folder.path(), chapters).submissions) {
        by_id[submission.id] = submission;
    }
    BOOST_TEST(by_id.size() == 4U); // Lee's text is no student, and two partners are
    BOOST_TEST(by_id.at("98").remarks.size() == 1U);
    BOOST_TEST(by_id.at("98").places.size() == 2U);
    BOOST_TEST(holds(by_id.at("5").remarks.at(0), "text was handed in"));
    BOOST_TEST(by_id.at("5").places.size() == 1U);
    BOOST_TEST(by_id.at("7").name == "O'Neil: \"Sam\"");
    BOOST_TEST(by_id.at("8").name == "최유나");
    BOOST_TEST(by_id.at("7").key != by_id.at("8").key);
    for (const char* id : {"7", "8"}) {
        BOOST_TEST(by_id.at(id).handed_in.value_or(0) == 1795165212);
        BOOST_TEST(by_id.at(id).places.size() == 1U);
    }
    write_file(folder.path() / "submission_metadata.yml", "submission_1: [\n");
    BOOST_TEST(find_submissions(folder.path(), chapters).passed_over.size() == 1U);
}

BOOST_AUTO_TEST_SUITE_END()
