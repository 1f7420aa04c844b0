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

/// What was built in place of a file that does not compile.
struct HalfBuilt {
    Built built; ///< with a failure if that did not compile either
    std::vector<LeftOut> left_out;
    std::unique_ptr<TemporaryFolder> folder; ///< holds `source`
    std::filesystem::path source;            ///< the copy; its lines are said to be the file's
};

/// Builds a file.
using BuildFile = std::function<Built(const std::filesystem::path& source)>;

/// After `failed`, the file's own build: builds copies without the functions that do not compile,
/// below `place`, a folder. The result has the failure of `failed` if there is no way.
HalfBuilt build_what_compiles(const std::filesystem::path& source, const Built& failed,
                              const std::filesystem::path& place,
                              const std::map<std::string, std::string>& steps,
                              const BuildFile& build);

} // namespace workbook
