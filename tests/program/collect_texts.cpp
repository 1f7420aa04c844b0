// Writes what the search for unlisted mistakes knows of a chapter into one JSON file:
//
//   collect_texts 03_backprop OUTPUT
//
// The build calls it in the root of the workbook.
#include "common/system/files.hpp"
#include "common/system/user_error.hpp"
#include "course/search_texts.hpp"

#include <fmt/format.h>

int main(int argc, char** argv)
{
    using namespace workbook;
    if (argc != 3) {
        fmt::print(stderr, "usage: collect_texts CHAPTER OUTPUT\n");
        return 2;
    }
    try {
        write_file(argv[2], search_texts(".", argv[1]));
    } catch (const UserError& error) {
        fmt::print(stderr, "{}\n", error.what());
        return error.status;
    }
    return 0;
}
