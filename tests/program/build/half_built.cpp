#include "build/half_built.hpp"

#include "course/interface.hpp"
#include "course/source_file.hpp"

#include <fmt/format.h>

namespace workbook {

namespace fs = std::filesystem;

namespace {

constexpr int most_rounds = 3;
constexpr double quick = 15; // seconds: what takes the compiler longer is not compiled again

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
        explain_first(mended.left_out, failed.errors.front(), failed.failure->message);
        built.digest = failed.digest;
        half.built = std::move(built);
        half.left_out = std::move(mended.left_out);
        half.source = copy;
    }
    return half;
}

} // namespace workbook
