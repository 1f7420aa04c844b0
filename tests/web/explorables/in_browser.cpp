// What a page calls around every export: room for what it writes, and where it reads the results.
#include "explorables/exchange.hpp"
#include "explorables/thrown.hpp"

#include <exception>
#include <typeinfo>

namespace explorables {

namespace {

std::vector<double> arguments;
std::vector<double> results;

} // namespace

/// Where exceptions unwind, in a module of the reader's own functions, they end here; elsewhere
/// none is ever caught (exceptions.cpp). The results until then stay.
void answer(Function function)
{
    try {
        Arguments in(arguments);
        Results out(results);
        function(in, out);
    } catch (const std::exception& error) {
        workbook_thrown(typeid(error).name(), error.what());
    } catch (...) {
        workbook_thrown("something that is no exception", "");
    }
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
