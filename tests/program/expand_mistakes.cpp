// Makes the source file that a judge tries a chapter's mistakes from:
//
//   expand_mistakes LIST SOLUTION CHAPTER OUTPUT
//
// The build calls it with paths from the root of the workbook, which are what the compiler then
// names in its messages.
#include "common/system/files.hpp"
#include "course/wrong_answers.hpp"
#include "tool.hpp"

int main(int argc, char** argv)
{
    using namespace workbook;
    return run_tool(argc, 4, "expand_mistakes LIST SOLUTION CHAPTER OUTPUT", [&] {
        write_file(argv[4], mistakes_source({argv[1], read_file(argv[1])},
                                            {argv[2], read_file(argv[2])}, argv[3], Origin::shown));
    });
}
