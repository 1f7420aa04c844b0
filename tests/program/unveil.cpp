// Makes readable again what a student edition holds of the right answers:
//
//   unveil FILE OUTPUT
#include "common/system/files.hpp"
#include "common/system/user_error.hpp"
#include "course/veil.hpp"

#include <fmt/format.h>

int main(int argc, char** argv)
{
    using namespace workbook;
    if (argc != 3) {
        fmt::print(stderr, "usage: unveil FILE OUTPUT\n");
        return 2;
    }
    try {
        write_file(argv[2], unveiled(read_file(argv[1])));
    } catch (const UserError& error) {
        fmt::print(stderr, "{}: {}\n", argv[1], error.what());
        return error.status;
    }
    return 0;
}
