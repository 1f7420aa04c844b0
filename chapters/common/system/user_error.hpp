/// @file
/// An error that the user can mend: what is wrong, and what to do about it.
#pragma once

#include <stdexcept>
#include <string>

namespace workbook {

struct UserError : std::runtime_error {
    /// `status` is the exit status: 2 for a wrong command line, 1 for anything else.
    UserError(const std::string& what, std::string advice_text = "", int exit_status = 1)
        : std::runtime_error(what), advice(std::move(advice_text)), status(exit_status)
    {
    }
    std::string advice;
    int status;
};

} // namespace workbook
