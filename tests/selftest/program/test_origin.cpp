// Where an exception came from: the trace is whatever the student's process says.
#include "build/builder.hpp"
#include "build/origin.hpp"
#include "support.hpp"

#include <limits>

using namespace workbook;
using namespace workbook::tests;

namespace {

/// Addresses all over a small library.
std::vector<std::uint64_t> everywhere()
{
    std::vector<std::uint64_t> addresses;
    for (std::uint64_t address = 0x1000; address < 0x40000; address += 61) {
        addresses.push_back(address);
    }
    return addresses;
}

} // namespace

BOOST_AUTO_TEST_SUITE(origin)

BOOST_AUTO_TEST_CASE(no_trace_leads_out_of_the_file)
{
    const Playground playground;
    const Toolchain toolchain(playground.workspace);
    const Chapter chapter = playground.workspace.chapter("xor_mlp");
    const fs::path file = playground.folder.path() / "xor_mlp.cpp";
    write_file(file, read_file(root() / "solutions" / "02_xor_mlp" / "xor_mlp.cpp"));
    const std::size_t lines = line_count(read_file(file));
    const Built built =
        build_submission(playground.workspace, toolchain, chapter, file, Product::traced);
    const auto line = [&](const std::vector<std::uint64_t>& trace) {
        return line_of_origin(built.file, file, trace,
                              [](const std::vector<std::string>& command) { return command; });
    };
    BOOST_TEST(line({}) == 0U);
    const std::uint64_t largest = std::numeric_limits<std::uint64_t>::max();
    BOOST_TEST(line({0, 1, largest, largest - 1, std::uint64_t{1} << 63}) == 0U);
    const std::size_t found = line(everywhere());
    BOOST_TEST(found >= 1U);
    BOOST_TEST(found <= lines);
    // No program any more.
    write_file(built.file, "no program");
    BOOST_TEST(line({0x1234}) == 0U);
}

// What was built before from the same text names the place where that was.
BOOST_AUTO_TEST_CASE(the_same_text_has_lines_in_every_folder)
{
    const Playground playground;
    const Toolchain toolchain(playground.workspace);
    const Chapter chapter = playground.workspace.chapter("xor_mlp");
    for (const char* student : {"kim", "lee"}) {
        const fs::path file = playground.folder.path() / student / "xor_mlp.cpp";
        write_file(file, read_file(root() / "solutions" / "02_xor_mlp" / "xor_mlp.cpp"));
        const Built built =
            build_submission(playground.workspace, toolchain, chapter, file, Product::traced);
        BOOST_TEST(
            line_of_origin(built.file, file, everywhere(),
                           [](const std::vector<std::string>& command) { return command; }) >= 1U);
    }
}

BOOST_AUTO_TEST_SUITE_END()
