/// @file
/// A page in the reader's own browser.
#pragma once

#include <filesystem>
#include <string>

namespace workbook {

/// Opens a file:// address in the browser that BROWSER names, or else in the one that the desktop
/// opens pages with. False if there is no browser, or it does not start. `folder` takes a small
/// page, by which desktops that forget what stands behind the # are led to the section.
bool open_in_browser(const std::string& address, const std::filesystem::path& folder);

} // namespace workbook
