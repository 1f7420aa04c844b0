/// @file
/// Where the search for unlisted mistakes comes from.
#pragma once

#include "judging/search/searcher.hpp"

#include <memory>
#include <string>

namespace judging {

/// The searcher of this library, with these texts; nullptr if there is none.
std::unique_ptr<search::Searcher> load_searcher(const std::string& library,
                                                const std::string& texts);

} // namespace judging
