/// @file
/// A file of which some functions do not compile: the others can be judged all the same.
#pragma once

#include "build/builder.hpp"
#include "common/system/files.hpp"

#include <functional>
#include <map>
#include <memory>
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

/// What was built: a file, or as much of it as compiles.
struct HalfBuilt {
    Built built; ///< with a failure if that did not compile either
    std::vector<LeftOut> left_out;
    std::filesystem::path source; ///< what was built: the file, or a copy whose lines are its own
    std::unique_ptr<TemporaryFolder> folder; ///< holds the copy
};

/// Builds a file.
using BuildFile = std::function<Built(const std::filesystem::path& source)>;

/// Builds the file, and if it does not compile, copies of it without the functions that do not,
/// below `place`, a folder. `interface` is the chapter's header. If there is no way, the result has
/// the failure of the file itself.
HalfBuilt build_what_compiles(const std::filesystem::path& source,
                              const std::filesystem::path& place,
                              const std::filesystem::path& interface, const BuildFile& build);

} // namespace workbook
