/// @file
/// The usual cause of a compiler error, and what to write instead.
#pragma once

#include "course/student_code.hpp"

#include <string>

namespace workbook {

/// An error as the compiler told it, with straight quotes and short names of types.
struct CompileError {
    std::string message;
    std::string notes; ///< all that the compiler said about it
    std::size_t line;  ///< in the student's file, from 1
    std::size_t column;
};

/// The cause of an error and what to write, or "" where that is not certain.
std::string hint_for(const CompileError& error, const StudentCode& code);

/// How many zeros (or ones) are written: `Vector z = xt::zeros<double>({n});`.
std::string filled(const std::string& type, const std::string& name, const std::string& sizes,
                   const std::string& filling = "zeros");

} // namespace workbook
