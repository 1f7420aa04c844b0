/// @file
/// What a shared library offers to the dynamic linker.
#pragma once

#include <filesystem>
#include <set>
#include <string>

namespace workbook {

/// The functions that a library defines and of which there may be only one, as the linker names
/// them: no inline functions, no instances of templates. Empty if it is no ELF file of this
/// machine.
std::set<std::string> exported_functions(const std::filesystem::path& library);

/// The first of the functions that both libraries define, as it is written in C++; "" if there is
/// none.
std::string defined_by_both(const std::filesystem::path& first,
                            const std::filesystem::path& second);

} // namespace workbook
