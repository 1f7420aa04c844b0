// The exports of the explorables as a program of this machine: a line is a name and numbers, the
// answer a line of numbers with all their digits.
#include "explorables/exchange.hpp"

#include <exception>
#include <iostream>
#include <limits>
#include <map>
#include <sstream>
#include <string>

namespace explorables {

namespace {

std::map<std::string, Function>& table()
{
    static std::map<std::string, Function> functions;
    return functions;
}

void answer_line(const std::string& line)
{
    std::istringstream words(line);
    std::string name;
    words >> name;
    std::vector<double> arguments;
    for (double number = 0.0; words >> number;) {
        arguments.push_back(number);
    }
    std::vector<double> results;
    Arguments in(arguments);
    Results out(results);
    table().at(name)(in, out);
    for (const double number : results) {
        std::cout << number << ' ';
    }
    std::cout << std::endl;
}

} // namespace

Listed::Listed(const char* name, Function function)
{
    table()[name] = function;
}

} // namespace explorables

int main()
{
    std::cout.precision(std::numeric_limits<double>::max_digits10);
    for (std::string line; std::getline(std::cin, line);) {
        try {
            explorables::answer_line(line);
        } catch (const std::exception& error) {
            std::cerr << "explorables_here: " << line << ": " << error.what() << '\n';
            return 1;
        }
    }
}
