// What a page calls around every export: room for what it writes, and where it reads the results.
#include "explorables/exchange.hpp"

namespace explorables {

namespace {

std::vector<double> arguments;
std::vector<double> results;

} // namespace

void answer(Function function)
{
    Arguments in(arguments);
    Results out(results);
    function(in, out);
}

} // namespace explorables

extern "C" {
[[clang::export_name("arguments")]] double* room_for_arguments(std::size_t count)
{
    explorables::arguments.resize(count);
    return explorables::arguments.data();
}

[[clang::export_name("results")]] const double* first_result()
{
    return explorables::results.data();
}

[[clang::export_name("results_count")]] std::size_t number_of_results()
{
    return explorables::results.size();
}
}
