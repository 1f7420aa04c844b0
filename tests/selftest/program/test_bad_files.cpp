// What may stand where a lab belongs. All of it ends at a clear message.
#include "build/judging.hpp"
#include "common/system/process.hpp"
#include "course/markers.hpp"
#include "support.hpp"

#include <boost/algorithm/string/replace.hpp>

#include <sys/stat.h>
#include <unistd.h>

using namespace workbook;
using namespace workbook::tests;

namespace {

struct Folder {
    Folder() : toolchain(playground.workspace), chapter(playground.workspace.chapter("xor_mlp"))
    {
        catalogue = catalogue_of(toolchain, chapter);
    }

    ChapterVerdict judged()
    {
        JudgeRequest request;
        request.source = file;
        return judge(playground.workspace, toolchain, chapter, catalogue, request);
    }

    ChapterVerdict judged(const std::string& bytes)
    {
        write_file(file, bytes);
        return judged();
    }

    /// Every step is not_built, and this is why.
    void is_refused(const ChapterVerdict& verdict, const std::string& words)
    {
        BOOST_REQUIRE(verdict.built.failure);
        BOOST_TEST_CONTEXT(verdict.built.failure->message)
        {
            BOOST_TEST(boost::contains(verdict.built.failure->message, words));
            BOOST_TEST(boost::contains(verdict.built.failure->message, "xor_mlp.cpp"));
            BOOST_TEST(line_count(verdict.built.failure->message) <= 10);
        }
        BOOST_TEST(verdict.steps.size() == catalogue.steps.size());
        for (const Verdict& step : verdict.steps) {
            BOOST_TEST(to_string(step.status) == "not_built");
            BOOST_TEST(step.points() == 0);
        }
    }

    Playground playground;
    Toolchain toolchain;
    Chapter chapter;
    Catalogue catalogue;
    fs::path file = playground.folder.path() / "from" / "xor_mlp.cpp";
};

std::string solution()
{
    return read_file(root() / "solutions" / "02_xor_mlp" / "xor_mlp.cpp");
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(bad_files, Folder)

BOOST_AUTO_TEST_CASE(no_file)
{
    is_refused(judged(), "there is no file");
}

BOOST_AUTO_TEST_CASE(no_text)
{
    using namespace std::string_literals;
    is_refused(judged(""), "is empty");
    is_refused(judged(" \n\t\r\n"), "is empty");
    is_refused(judged(solution() + "\0"s), "NUL byte");
    is_refused(judged("\x7F"
                      "ELF\x02\x01\x01\0\0\0"s),
               "NUL byte");
    is_refused(judged("// \xC3\x28\n" + solution()), "not UTF-8 (line 1, byte 4 ");
    is_refused(judged("\x89PNG\r\n\x1a\n\xFF\xFE"), "not UTF-8");
    is_refused(judged(solution() + std::string(2 << 20, ' ')), "larger than 1 MB");
}

/// The text with so many zeros before and behind each byte.
std::string widened(const std::string& text, std::size_t before, std::size_t behind)
{
    std::string wide;
    for (const char c : text) {
        wide += std::string(before, '\0') + c + std::string(behind, '\0');
    }
    return wide;
}

BOOST_AUTO_TEST_CASE(a_file_that_is_saved_otherwise)
{
    using namespace std::string_literals;
    std::string text = skeleton_of(solution());
    std::erase_if(text, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
    for (const auto& [bytes, encoding] :
         {std::pair("\xFF\xFE"s + widened(text, 0, 1), "as UTF-16"),
          std::pair("\xFE\xFF"s + widened(text, 1, 0), "as UTF-16"),
          std::pair(widened(text, 0, 1), "as UTF-16"), std::pair(widened(text, 1, 0), "as UTF-16"),
          std::pair("\xFF\xFE\0\0"s + widened(text, 0, 3), "as UTF-32"),
          std::pair("\0\0\xFE\xFF"s + widened(text, 3, 0), "as UTF-32"),
          std::pair("// caf\xE9, \x93ok\x94\n" + text, "Latin-1"),
          std::pair("// \xB0\xA1\xC1\xDF\xC7\xD5\n" + text, "CP949")}) {
        is_refused(judged(bytes), encoding);
        is_refused(judged(bytes), "save it as UTF-8");
    }
    is_refused(judged(boost::replace_all_copy(text, "\n", "\r")), "line ends of an old Mac");
    is_refused(judged("// a\rint x;\n" + text), "line 1, byte 5");
    // As a file looks that Windows has converted twice: odd, and of no harm.
    BOOST_TEST(!judged(boost::replace_all_copy(text, "\n", "\r\r\n")).built.failure);
}

BOOST_AUTO_TEST_CASE(no_regular_file)
{
    fs::create_directories(file);
    is_refused(judged(), "not a file but a folder");
    fs::remove(file);
    BOOST_REQUIRE_EQUAL(::mkfifo(file.c_str(), 0600), 0);
    is_refused(judged(), "not a file but a device or pipe"); // and does not wait for a writer
    fs::remove(file);
    fs::create_symlink("xor_mlp.cpp", file);
    is_refused(judged(), "xor_mlp.cpp");
}

BOOST_AUTO_TEST_CASE(a_file_that_may_not_be_read)
{
    if (::geteuid() == 0) {
        BOOST_TEST_MESSAGE("skipped: root may read everything");
        return;
    }
    write_file(file, solution());
    fs::permissions(file, fs::perms::none);
    is_refused(judged(), "cannot read");
}

BOOST_AUTO_TEST_CASE(text_that_is_no_program)
{
    is_refused(judged("가중합\n"), "xor_mlp.cpp:1:");
    is_refused(judged("// nothing"), "does not define");
    is_refused(judged("#include \"nowhere.hpp\"\n"), "xor_mlp.cpp:1:");
    is_refused(judged("#error stop\n"), "stop");
    is_refused(judged(std::string(1000, '(')), "xor_mlp.cpp");
    is_refused(judged("#include \"xor_mlp.cpp\"\n"), "xor_mlp.cpp");
}

BOOST_AUTO_TEST_CASE(a_lab_from_windows_is_a_lab)
{
    std::string text = solution();
    for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos; at += 2) {
        text.insert(at, 1, '\r');
    }
    const ChapterVerdict verdict = judged("\xEF\xBB\xBF" + text);
    BOOST_REQUIRE_MESSAGE(!verdict.built.failure, verdict.built.failure->message);
    BOOST_TEST(verdict.all_right());
    // And so is one with an error in a function: the others are judged.
    const ChapterVerdict half =
        judged(boost::replace_first_copy(text, "return mlp(h,", "return mlq(h,"));
    BOOST_REQUIRE_MESSAGE(!half.built.failure, half.built.failure->message);
    BOOST_TEST(std::count_if(half.steps.begin(), half.steps.end(), [](const Verdict& step) {
                   return step.status != Status::right;
               }) >= 1);
    BOOST_TEST(half.steps.front().points() > 0);
}

BOOST_AUTO_TEST_CASE(a_lab_reached_by_a_link_is_a_lab)
{
    write_file(playground.folder.path() / "elsewhere.cpp", skeleton_of(solution()));
    fs::create_directories(file.parent_path());
    fs::create_symlink(playground.folder.path() / "elsewhere.cpp", file);
    const ChapterVerdict verdict = judged();
    BOOST_REQUIRE_MESSAGE(!verdict.built.failure, verdict.built.failure->message);
    for (const Verdict& step : verdict.steps) {
        BOOST_TEST(to_string(step.status) == "todo");
    }
}

BOOST_AUTO_TEST_CASE(a_path_with_spaces_and_korean_letters_is_a_path)
{
    file = playground.folder.path() / "내 과제 (1)" / "it's" / "xor_mlp.cpp";
    const auto line = line_count(solution()) + 1; // outside of the functions
    is_refused(judged(solution() + "const double x = nothing;\n"),
               "과제 (1)/it's/xor_mlp.cpp:" + std::to_string(line) + ":");
}

BOOST_AUTO_TEST_CASE(a_compiler_that_never_ends_is_ended)
{
    // The file waits for ever while it is compiled.
    write_file(file, "#include \"pipe.hpp\"\n");
    BOOST_REQUIRE_EQUAL(::mkfifo((file.parent_path() / "pipe.hpp").c_str(), 0600), 0);
    const Finished finished = [&] {
        RunOptions options;
        options.wall_limit = std::chrono::seconds(1);
        return run(
            toolchain.compile(chapter, Product::library, file, playground.folder.path() / "a.o"),
            options);
    }();
    BOOST_TEST(finished.timed_out);
}

BOOST_AUTO_TEST_CASE(the_same_text_is_built_once_and_another_anew)
{
    const std::string text = skeleton_of(solution());
    BOOST_TEST(judged(text).built.seconds > 0);
    BOOST_TEST(judged(text).built.seconds == 0);
    const ChapterVerdict verdict = judged(with_body(solution(), "nand_unit", "    return {};"));
    BOOST_TEST(verdict.built.seconds > 0);
    // No half file stays where programs are kept.
    for (const auto& entry : fs::directory_iterator(verdict.built.file.parent_path())) {
        BOOST_TEST((entry.path().extension() == "" || entry.path().extension() == ".so"));
    }
}

BOOST_AUTO_TEST_SUITE_END()
