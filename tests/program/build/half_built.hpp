/// @file
/// A file of which some functions do not compile: the others can be judged all the same.
#pragma once

#include "build/builder.hpp"
#include "common/system/files.hpp"
#include "explain/left_out.hpp"

#include <functional>
#include <memory>
#include <vector>

namespace workbook {

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
