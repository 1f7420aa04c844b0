// Prints a chapter's worked file with every mistake in it, each behind a switch, and what they are,
// as JSON, for tests that are no programs of C++:
//
//   write_mutants tests/NN_name/mistakes.txt solutions/NN_name/name.cpp
#include "common/system/files.hpp"
#include "common/system/json.hpp"
#include "course/markers.hpp"
#include "mutants.hpp"
#include "tool.hpp"

#include <fmt/format.h>

namespace workbook {
namespace {

void write_mutants(const std::string& list, const std::string& solution)
{
    const std::string right = read_file(solution);
    const auto wrong = wrong_answers({list, read_file(list)}, {solution, right});
    const auto step_of = step_of_functions(right);
    nlohmann::json mutants = nlohmann::json::array();
    for (const WrongAnswer& answer : wrong) {
        mutants.push_back({{"id", answer.full_id()}, {"step", step_of.at(answer.function)}});
    }
    fmt::print("{}\n", to_text({{"text", all_mutants(right, wrong)}, {"mutants", mutants}}));
}

} // namespace
} // namespace workbook

int main(int argc, char** argv)
{
    return workbook::run_tool(argc, 2, "write_mutants LIST SOLUTION",
                              [&] { workbook::write_mutants(argv[1], argv[2]); });
}
