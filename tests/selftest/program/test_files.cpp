#include "build/digest.hpp"
#include "common/system/files.hpp"
#include "support.hpp"

#include <sys/mount.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <fstream>
#include <thread>

using namespace workbook;
using namespace workbook::tests;

namespace {

struct Folder {
    TemporaryFolder folder;

    /// Nothing but these is in the folder: no temporary file was left.
    void holds_only(const std::set<std::string>& names) const
    {
        std::set<std::string> found;
        for (const auto& entry : fs::directory_iterator(folder.path())) {
            found.insert(entry.path().filename());
        }
        BOOST_TEST(found == names, boost::test_tools::per_element());
    }
};

/// A file system of a few kB, as long as this lives.
struct TinyDisk {
    explicit TinyDisk(fs::path where) : path(std::move(where))
    {
        fs::create_directories(path);
        mounted = ::mount("tmpfs", path.c_str(), "tmpfs", 0, "size=64k") == 0;
    }
    ~TinyDisk()
    {
        if (mounted) {
            ::umount2(path.c_str(), MNT_DETACH);
        }
    }
    fs::path path;
    bool mounted = false;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(files, Folder)

BOOST_AUTO_TEST_CASE(what_is_written_is_read)
{
    using namespace std::string_literals;
    for (const std::string& bytes : {""s, "x"s, "a\0b\r\n\xFF"s, std::string(300'000, 'x')}) {
        write_file(folder.path() / "file", bytes);
        BOOST_TEST((read_file(folder.path() / "file") == bytes));
    }
    holds_only({"file"});
}

BOOST_AUTO_TEST_CASE(folders_are_made_on_the_way)
{
    write_file(folder.path() / "a" / "b" / "file", "x");
    BOOST_TEST(read_file(folder.path() / "a" / "b" / "file") == "x");
    make_folder(folder.path() / "a" / "b");
}

BOOST_AUTO_TEST_CASE(a_name_without_a_folder_is_here)
{
    const fs::path before = fs::current_path();
    fs::current_path(folder.path());
    write_file("file", "x");
    BOOST_TEST(shown(folder.path() / "file") == "file");
    fs::current_path(before);
    holds_only({"file"});
}

BOOST_AUTO_TEST_CASE(threads_that_write_one_file_do_not_disturb_each_other)
{
    const std::string content(100'000, 'x');
    std::atomic<int> failures{0};
    const auto write_often = [&] {
        for (int k = 0; k < 50; ++k) {
            try {
                write_file(folder.path() / "file", content);
            } catch (const UserError&) {
                ++failures;
            }
        }
    };
    std::vector<std::thread> threads;
    for (int k = 0; k < 4; ++k) {
        threads.emplace_back(write_often);
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    BOOST_TEST(failures == 0);
    BOOST_TEST((read_file(folder.path() / "file") == content));
    holds_only({"file"});
}

BOOST_AUTO_TEST_CASE(what_cannot_be_read_is_named)
{
    BOOST_CHECK_EXCEPTION(read_file(folder.path() / "none"), UserError, says("none: No such file"));
    BOOST_CHECK_EXCEPTION(read_file(folder.path()), UserError, says("Is a directory"));
}

BOOST_AUTO_TEST_CASE(what_cannot_be_written_is_named_and_leaves_nothing)
{
    fs::create_directory(folder.path() / "taken");
    BOOST_CHECK_EXCEPTION(write_file(folder.path() / "taken", "x"), UserError,
                          says("cannot write"));
    write_file(folder.path() / "file", "old");
    BOOST_CHECK_EXCEPTION(write_file(folder.path() / "file" / "below", "x"), UserError,
                          says("cannot make the folder"));
    BOOST_TEST(read_file(folder.path() / "file") == "old");
    holds_only({"taken", "file"});
}

BOOST_AUTO_TEST_CASE(a_full_disk_leaves_the_old_file)
{
    const TinyDisk disk(folder.path() / "disk");
    if (!disk.mounted) {
        BOOST_TEST_MESSAGE("skipped: mounting a small disk is not allowed here");
        return;
    }
    write_file(disk.path / "file", "old");
    BOOST_CHECK_EXCEPTION(write_file(disk.path / "file", std::string(1 << 20, 'x')), UserError,
                          says("No space left"));
    BOOST_TEST(read_file(disk.path / "file") == "old");
    BOOST_TEST(std::distance(fs::directory_iterator(disk.path), {}) == 1);
}

BOOST_AUTO_TEST_CASE(a_folder_without_the_right_to_write)
{
    if (::geteuid() == 0) {
        BOOST_TEST_MESSAGE("skipped: root may write everywhere");
        return;
    }
    write_file(folder.path() / "file", "old");
    fs::permissions(folder.path(), fs::perms::owner_read | fs::perms::owner_exec);
    BOOST_CHECK_EXCEPTION(write_file(folder.path() / "file", "new"), UserError,
                          says("Permission denied"));
    BOOST_CHECK_EXCEPTION(make_folder(folder.path() / "sub"), UserError,
                          says("WORKBOOK_BUILD=DIR"));
    BOOST_TEST(read_file(folder.path() / "file") == "old");
    fs::permissions(folder.path(), fs::perms::owner_all);
}

BOOST_AUTO_TEST_CASE(a_content_has_a_name)
{
    // As Python's uuid.uuid5(uuid.NAMESPACE_OID, …) has them.
    BOOST_TEST(digest("") == "0a68eb57-c88a-5f34-9e9d-27f85e68af4f");
    BOOST_TEST(digest("abc") == "7697a46f-b283-5da3-8e7c-62c11c03dd9e");
}

BOOST_AUTO_TEST_CASE(a_path_is_shown_by_its_folders_own_name)
{
    const std::string here = fs::current_path().string();
    ::setenv("WORKBOOK_NAMES",
             ("/other/name\t/home/it's mine\n/other/here\t" + here + "\n").c_str(), 1);
    BOOST_TEST(shown("/other/name/labs/a.cpp") == "/home/it's mine/labs/a.cpp");
    BOOST_TEST(shown("/other/name") == "/home/it's mine");
    BOOST_TEST(shown("/other/here/labs/a.cpp") == "labs/a.cpp");
    BOOST_TEST(shown("/other/names/a.cpp") == "/other/names/a.cpp");
    ::unsetenv("WORKBOOK_NAMES");
    BOOST_TEST(shown("/other/name/labs/a.cpp") == "/other/name/labs/a.cpp");
}

BOOST_AUTO_TEST_CASE(a_path_outside_of_here_is_shown_whole)
{
    BOOST_TEST(shown("/etc/passwd") == "/etc/passwd");
    BOOST_TEST(shown(fs::current_path() / "a" / "b") == "a/b");
    BOOST_TEST(shown(fs::current_path().parent_path()) ==
               fs::current_path().parent_path().string());
}

BOOST_AUTO_TEST_SUITE_END()
