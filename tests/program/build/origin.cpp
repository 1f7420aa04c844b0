#include "build/origin.hpp"

#include "common/system/files.hpp"
#include "common/system/process.hpp"
#include "common/system/text.hpp"

#include <boost/algorithm/string/predicate.hpp>
#include <fmt/format.h>

#include <chrono>

namespace workbook {

namespace fs = std::filesystem;

std::size_t line_of_origin(const fs::path& program, const fs::path& source,
                           const std::vector<std::uint64_t>& trace, const InsideOf& inside)
{
    const fs::path addr2line = find_program("addr2line");
    if (trace.empty() || addr2line.empty() || program.empty()) {
        return 0;
    }
    std::vector<std::string> command{addr2line.string(), "-i", "-e", program.string()};
    for (const std::uint64_t address : trace) {
        command.push_back(fmt::format("{:#x}", address));
    }
    const std::string start = source.string() + ":";
    RunOptions limits;
    limits.cpu_limit = std::chrono::seconds{10};
    limits.wall_limit = std::chrono::seconds{60};
    limits.memory_limit = std::size_t{1} << 30;
    limits.output_limit = std::size_t{1} << 20;
    for (const std::string& line : lines_of(run(inside(command), limits).out)) {
        if (!boost::starts_with(line, start)) {
            continue;
        }
        const std::string number = line.substr(start.size(), 7);
        const auto lines = static_cast<std::size_t>(lines_of(read_file(source)).size());
        const std::size_t found = !number.empty() && number.front() >= '1' && number.front() <= '9'
                                      ? std::stoul(number)
                                      : 0;
        if (found >= 1 && found <= lines) {
            return found;
        }
    }
    return 0;
}

} // namespace workbook
