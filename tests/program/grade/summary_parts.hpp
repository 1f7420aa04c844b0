/// @file
/// Parts of the summary that are in files of their own.
#pragma once

#include <string>

namespace workbook {

/// A link to a student's page.
std::string link_to_page(const std::string& key, const std::string& name);

} // namespace workbook
