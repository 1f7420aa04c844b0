// The search is a part of the judge here: a page loads no libraries.
#include "judging/judge/load_searcher.hpp"

extern "C" judging::search::Searcher* make_searcher(const char* texts);

namespace judging {

std::unique_ptr<search::Searcher> load_searcher(const std::string& library,
                                                const std::string& texts)
{
    return std::unique_ptr<search::Searcher>(library.empty() ? nullptr
                                                             : make_searcher(texts.c_str()));
}

} // namespace judging
