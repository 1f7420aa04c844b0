// Makes the source file that a judge tries a chapter's mistakes from:
//
//   expand_mistakes LIST SOLUTION CHAPTER OUTPUT
//
// The build calls it with paths from the root of the workbook, which are what the compiler then
// names in its messages.
#include "common/system/files.hpp"
#include "common/system/user_error.hpp"
#include "course/wrong_answers.hpp"

#include <fmt/format.h>

int main(int argc, char** argv)
{
    using namespace workbook;
    if (argc != 5) {
        fmt::print(stderr, "usage: expand_mistakes LIST SOLUTION CHAPTER OUTPUT\n");
        return 2;
    }
    try {
        write_file(argv[4], mistakes_source({argv[1], read_file(argv[1])},
                                            {argv[2], read_file(argv[2])}, argv[3], Origin::shown));
    } catch (const UserError& error) {
        fmt::print(stderr, "{}\n", error.what());
        if (!error.advice.empty()) {
            fmt::print(stderr, "  {}\n", error.advice);
        }
        return error.status;
    }
    return 0;
}
