#include "course/source_file.hpp"
#include "support.hpp"

#include <sys/stat.h>
#include <unistd.h>

using namespace workbook;
using namespace workbook::tests;

namespace {

struct Folder {
    TemporaryFolder folder;

    fs::path with(const std::string& bytes) const
    {
        const fs::path file = folder.path() / "lab.cpp";
        write_file(file, bytes);
        return file;
    }

    /// What read_source says about a file with these bytes.
    std::string refusal(const std::string& bytes) const
    {
        try {
            read_source(with(bytes), "advice");
        } catch (const UserError& error) {
            BOOST_TEST(error.advice == "advice");
            return error.what();
        }
        return "accepted";
    }
};

bool ends_with(const std::string& text, const std::string& end)
{
    return boost::ends_with(text, end);
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(source_file, Folder)

BOOST_AUTO_TEST_CASE(a_good_file_is_returned_byte_for_byte)
{
    for (const std::string text :
         {"int x;", "// 가중합 σ 😀\r\nint x;\r\n", "\xEF\xBB\xBFint x;\n"}) {
        BOOST_TEST(read_source(with(text), "") == text);
    }
}

BOOST_AUTO_TEST_CASE(a_file_that_is_not_there)
{
    BOOST_CHECK_EXCEPTION(read_source(folder.path() / "none.cpp", "do this"), UserError,
                          says("there is no file"));
    BOOST_CHECK_EXCEPTION(read_source(folder.path() / "none.cpp", "do this"), UserError,
                          says("do this"));
    fs::create_symlink("nowhere", folder.path() / "dangling.cpp");
    BOOST_CHECK_EXCEPTION(read_source(folder.path() / "dangling.cpp", ""), UserError,
                          says("there is no file"));
    with("int x;");
    BOOST_CHECK_EXCEPTION(read_source(folder.path() / "lab.cpp" / "lab.cpp", ""), UserError,
                          says("lab.cpp"));
}

BOOST_AUTO_TEST_CASE(what_is_no_file)
{
    fs::create_directory(folder.path() / "folder.cpp");
    BOOST_CHECK_EXCEPTION(read_source(folder.path() / "folder.cpp", ""), UserError,
                          says("not a file but a folder"));
    BOOST_REQUIRE_EQUAL(::mkfifo((folder.path() / "pipe.cpp").c_str(), 0600), 0);
    BOOST_CHECK_EXCEPTION(read_source(folder.path() / "pipe.cpp", ""), UserError,
                          says("not a file but a device or pipe"));
    BOOST_CHECK_EXCEPTION(read_source("/dev/zero", ""), UserError, says("device"));
}

BOOST_AUTO_TEST_CASE(a_file_that_may_not_be_read)
{
    if (::geteuid() == 0) {
        BOOST_TEST_MESSAGE("skipped: root may read everything");
        return;
    }
    const fs::path file = with("int x;");
    fs::permissions(file, fs::perms::none);
    BOOST_CHECK_EXCEPTION(read_source(file, ""), UserError, says("cannot read"));
    fs::permissions(folder.path(), fs::perms::none);
    BOOST_CHECK_EXCEPTION(read_source(file, ""), UserError, says("cannot read"));
    fs::permissions(folder.path(), fs::perms::owner_all);
}

BOOST_AUTO_TEST_CASE(a_file_with_nothing_in_it)
{
    for (const char* text : {"", " ", "\n\n\n", " \t\r\n"}) {
        BOOST_TEST(ends_with(refusal(text), "is empty"));
    }
}

BOOST_AUTO_TEST_CASE(a_file_that_is_too_large)
{
    BOOST_TEST(boost::contains(refusal(std::string(2 << 20, '/')), "larger than 1 MB"));
}

BOOST_AUTO_TEST_CASE(a_nul_byte_is_placed)
{
    using namespace std::string_literals;
    BOOST_TEST(boost::contains(refusal("int x;\nint y;\0"s), "NUL byte (line 2, byte 7 "));
    BOOST_TEST(boost::contains(refusal("\0int x;"s), "NUL byte (line 1, byte 1 "));
    BOOST_TEST(boost::contains(refusal("a\n\0"s), "NUL byte (line 2, byte 1 "));
    BOOST_TEST(boost::contains(refusal("a\0"s), "NUL byte (line 1, byte 2 "));
}

BOOST_AUTO_TEST_CASE(bytes_that_are_not_utf8_are_placed)
{
    BOOST_TEST(boost::contains(refusal("\xFF"), "not UTF-8 (line 1, byte 1 "));
    // EUC-KR, as an old editor saves Korean.
    BOOST_TEST(
        boost::contains(refusal("int x;\n// \xB0\xA1\xC1\xDF\n"), "not UTF-8 (line 2, byte 4 "));
    BOOST_TEST(boost::contains(refusal("// \xEA\xB0"), "not UTF-8 (line 1, byte 4 ")); // cut off
    BOOST_TEST(boost::contains(refusal("// \xED\xA0\x80"), "not UTF-8"));              // surrogate
    BOOST_TEST(boost::contains(refusal("// \xC0\xAF"), "not UTF-8"));                  // overlong
}

BOOST_AUTO_TEST_SUITE_END()
