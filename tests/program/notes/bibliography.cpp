#include "notes/bibliography.hpp"

#include "common/system/files.hpp"
#include "common/system/json.hpp"
#include "common/system/process.hpp"
#include "common/system/user_error.hpp"

#include <boost/algorithm/string/trim.hpp>
#include <fmt/format.h>

#include <map>
#include <regex>

namespace workbook {

namespace fs = std::filesystem;

namespace {

/// What pandoc writes; what it finds wrong in `bibtex` is said as a compiler says it.
std::string pandoc(const std::vector<std::string>& arguments, const fs::path& bibtex)
{
    static const std::regex place(R"(\(line ([0-9]+), column [0-9]+\):\s*([^\n]*))");
    std::vector<std::string> command{"pandoc"};
    command.insert(command.end(), arguments.begin(), arguments.end());
    const Finished finished = run(command);
    std::smatch match;
    if (finished.status == 0) {
        return finished.out;
    }
    if (!std::regex_search(finished.err, match, place)) {
        throw UserError(fmt::format("pandoc makes no bibliography of {}: {}", shown(bibtex),
                                    boost::trim_copy(finished.err)));
    }
    if (match[2] == "unexpected end of input") {
        throw UserError(
            fmt::format("{}: an entry, a brace or a quote in it is not closed", shown(bibtex)));
    }
    throw UserError(
        fmt::format("{}:{}: this is no BibTeX: {}", shown(bibtex), match[1].str(), match[2].str()));
}

/// The keys of all works. The short name and the entry of a work need its author, title and year.
std::vector<std::string> complete_works(const fs::path& bibtex)
{
    std::vector<std::string> keys;
    const auto works =
        parse_json(pandoc({"-f", "bibtex", "-t", "csljson", bibtex.string()}, bibtex));
    for (const auto& work : works) {
        keys.push_back(work.at("id"));
        for (const auto& [field, called] :
             {std::pair{"author", "author"}, {"title", "title"}, {"issued", "year"}}) {
            if (!work.contains(field)) {
                throw UserError(
                    fmt::format("{}: {} has no {}", shown(bibtex), keys.back(), called));
            }
        }
    }
    return keys;
}

} // namespace

std::vector<CitedWork> read_bibliography(const fs::path& bibtex, const fs::path& style)
{
    // A page that cites every work, in a paragraph of its own: below them pandoc lists all.
    std::string page;
    for (const std::string& key : complete_works(bibtex)) {
        page += fmt::format("[@{}]\n\n", key);
    }
    const TemporaryFolder folder;
    write_file(folder.path() / "citations.md", page);
    const std::string html = pandoc({"-f", "markdown", "-t", "html", "--wrap=none", "--citeproc",
                                     "--bibliography", bibtex.string(), "--csl", style.string(),
                                     (folder.path() / "citations.md").string()},
                                    bibtex);

    static const std::regex citation(R"re(data-cites="([^"]+)">(.*)</span></p>)re");
    static const std::regex entry(R"re(<div id="ref-([^"]+)" [^>]*>\n(.*)\n</div>)re");
    std::map<std::string, std::string> short_names;
    for (std::sregex_iterator at(html.begin(), html.end(), citation), end; at != end; ++at) {
        short_names[(*at)[1]] = (*at)[2];
    }
    std::vector<CitedWork> works;
    for (std::sregex_iterator at(html.begin(), html.end(), entry), end; at != end; ++at) {
        works.push_back({(*at)[1], short_names.at((*at)[1]), (*at)[2]});
    }
    return works;
}

} // namespace workbook
