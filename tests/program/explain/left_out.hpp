/// @file
/// A file of which some functions do not compile is judged without them.
#pragma once

#include "explain/verdict.hpp"
#include "explain/warnings.hpp"

#include <map>
#include <string>
#include <vector>

namespace workbook {

/// A function that does not compile, and was left out.
struct LeftOut {
    std::string function;
    std::string step;    ///< "3.4"
    std::string message; ///< the compiler's, for people
};

/// A file with the errors of its compiler, and what was left out of it so far.
struct Mended {
    std::string text;
    std::vector<LeftOut> left_out;
};

/// Replaces the bodies of the functions that errors lie in by what an unwritten step does; all
/// lines keep their numbers. `steps` has the step of every function of the chapter. False, and
/// nothing changes, if there are no errors, or one lies elsewhere: outside of the file or of these
/// functions, or in one that has been replaced before.
bool leave_out_broken(Mended& mended, const std::vector<ErrorInLine>& errors,
                      const std::map<std::string, std::string>& steps);

/// The function with the first error says what that error is explained with, which is more than its
/// line.
void explain_first(std::vector<LeftOut>& left_out, const ErrorInLine& first,
                   const std::string& explanation);

/// What a step says of functions that were left out: it ended as if they were not written yet.
void say_left_out(Verdict& verdict, const std::vector<LeftOut>& left_out);

} // namespace workbook
