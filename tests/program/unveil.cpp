// Makes readable again what a student edition holds of the right answers:
//
//   unveil FILE OUTPUT
#include "common/system/files.hpp"
#include "course/veil.hpp"
#include "tool.hpp"

int main(int argc, char** argv)
{
    using namespace workbook;
    return run_tool(argc, 2, "unveil FILE OUTPUT",
                    [&] { write_file(argv[2], unveiled(read_file(argv[1]), argv[1])); });
}
