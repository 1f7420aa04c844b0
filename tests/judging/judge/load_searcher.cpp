#include "judging/judge/load_searcher.hpp"

#include <dlfcn.h>

namespace judging {

std::unique_ptr<search::Searcher> load_searcher(const std::string& library,
                                                const std::string& texts)
{
    void* handle = library.empty() ? nullptr : ::dlopen(library.c_str(), RTLD_NOW | RTLD_LOCAL);
    void* maker = handle != nullptr ? ::dlsym(handle, search::maker_of_searchers) : nullptr;
    return std::unique_ptr<search::Searcher>(
        maker != nullptr ? reinterpret_cast<search::MakeSearcher>(maker)(texts.c_str()) : nullptr);
}

} // namespace judging
