#include "build/half_built.hpp"

#include "course/interface.hpp"
#include "course/source_file.hpp"
#include "course/student_code.hpp"

#include <boost/algorithm/string/predicate.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace workbook {

namespace fs = std::filesystem;

namespace {

constexpr int most_rounds = 3;
constexpr double quick = 15; // seconds: what takes the compiler longer is not compiled again

/// Where each line begins.
std::vector<std::size_t> line_starts(const std::string& text)
{
    std::vector<std::size_t> starts{0};
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\n') {
            starts.push_back(i + 1);
        }
    }
    return starts;
}

/// The copy that is built in the file's place, with the headers beside it.
fs::path copy_of(const fs::path& source, const std::string& text, const fs::path& folder)
{
    for (const fs::path& header : headers_beside(source)) {
        write_file(folder / header.filename(), read_file(header));
    }
    const fs::path copy = folder / source.filename();
    write_file(copy, fmt::format("#line 1 \"{}\"\n{}", source.string(), text));
    return copy;
}

} // namespace

bool leave_out_broken(Mended& mended, const std::vector<ErrorInLine>& errors,
                      const std::map<std::string, std::string>& steps)
{
    const StudentCode code(mended.text);
    std::map<std::size_t, LeftOut> broken; // by the place of the body's first word
    for (const ErrorInLine& error : errors) {
        const Function* function = code.function_at(error.line);
        const auto step = function == nullptr ? steps.end() : steps.find(function->name);
        const bool is_new =
            step != steps.end() &&
            std::none_of(mended.left_out.begin(), mended.left_out.end(),
                         [&](const LeftOut& left) { return left.function == function->name; });
        if (!is_new) {
            return false;
        }
        broken.try_emplace(function->first_word,
                           LeftOut{function->name, step->second,
                                   fmt::format("line {}: {}", error.line, error.message)});
    }
    if (broken.empty()) {
        return false;
    }
    const std::vector<std::size_t> starts = line_starts(mended.text);
    const auto place = [&](const Word& word) { return starts.at(word.line - 1) + word.column - 1; };
    for (auto left = broken.rbegin(); left != broken.rend(); ++left) { // from the end of the file
        const auto& functions = code.functions();
        const auto function =
            std::find_if(functions.begin(), functions.end(),
                         [&](const Function& f) { return f.first_word == left->first; });
        const Word& last = code.words().at(function->last_word - 1);
        const std::size_t from = place(code.words().at(function->first_word));
        const std::size_t to = place(last) + last.text.size();
        std::string body = fmt::format("{{ throw workbook::todo(\"{}\"); }}", left->second.step);
        body += std::string(static_cast<std::size_t>(std::count(
                                mended.text.begin() + static_cast<std::ptrdiff_t>(from),
                                mended.text.begin() + static_cast<std::ptrdiff_t>(to), '\n')),
                            '\n');
        mended.text.replace(from, to - from, body);
    }
    for (auto& [first, left] : broken) {
        mended.left_out.push_back(std::move(left));
    }
    return true;
}

HalfBuilt build_what_compiles(const fs::path& source, const fs::path& place,
                              const fs::path& interface, const BuildFile& build)
{
    HalfBuilt half;
    half.built = build(source);
    half.source = source;
    const Built& failed = half.built;
    const std::string name = source.string();
    if (!failed.failure || failed.errors.empty() || failed.seconds > quick || failed.was_killed ||
        name.find_first_of("\"\\\n") != std::string::npos) {
        return half;
    }
    const auto steps = steps_in_interface(interface);
    Mended mended{read_source(source, ""), {}};
    fs::path copy;
    Built built = failed;
    for (int round = 0; round < most_rounds && built.failure; ++round) {
        if (!leave_out_broken(mended, built.errors, steps)) {
            return half;
        }
        if (half.folder == nullptr) {
            half.folder = std::make_unique<TemporaryFolder>(place);
        }
        copy = copy_of(source, mended.text, half.folder->path());
        built = build(copy);
    }
    if (built.disk_is_full || built.was_killed) {
        half.built = std::move(built); // the machine is at fault, and it is tried again
    } else if (!built.failure) {
        // The explanation of the first error says more than its line.
        const auto first =
            std::find_if(mended.left_out.begin(), mended.left_out.end(), [&](const LeftOut& left) {
                return left.message.find(fmt::format("line {}: ", failed.errors.front().line)) == 0;
            });
        if (first != mended.left_out.end()) {
            first->message = failed.failure->message;
        }
        built.digest = failed.digest;
        half.built = std::move(built);
        half.left_out = std::move(mended.left_out);
        half.source = copy;
    }
    return half;
}

} // namespace workbook
