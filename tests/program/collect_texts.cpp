// Writes what the search for unlisted mistakes knows of a chapter into one JSON file:
//
//   collect_texts 03_backprop OUTPUT
//
// The build calls it in the root of the workbook.
#include "common/system/files.hpp"
#include "course/search_texts.hpp"
#include "tool.hpp"

int main(int argc, char** argv)
{
    using namespace workbook;
    return run_tool(argc, 2, "collect_texts CHAPTER OUTPUT",
                    [&] { write_file(argv[2], search_texts(".", argv[1])); });
}
