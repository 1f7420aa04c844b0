/// @file
/// A network in a file: text with all its digits, and a checksum that shows whether it is whole.
#pragma once

#include "sequential.hpp"

#include <filesystem>

namespace digits {

/// Throws UserError if it cannot be written.
void save_model(const Sequential& model, const std::filesystem::path& file);

/// The network that save_model() has written. Throws UserError, with the line, for a file that is
/// none or is damaged.
Sequential load_model(const std::filesystem::path& file);

} // namespace digits
