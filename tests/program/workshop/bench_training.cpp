// Training, beside NumPy and PyTorch and beside what no program can do without.
#include "build/targets.hpp"
#include "common/system/json.hpp"
#include "common/system/process.hpp"
#include "common/system/user_error.hpp"
#include "workshop/workshop.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace workbook {

namespace {

using Seconds = std::map<std::string, double>;

/// The best of what several runs print; empty where the program says that it cannot run (77).
Seconds best_of(Seconds best, const std::vector<std::string>& command)
{
    // One thread for all. NumPy's and our BLAS is the same, OpenBLAS as Debian has it, and both
    // take their kernels by the processor, or by OPENBLAS_CORETYPE where that is set: it is handed
    // on to both.
    std::vector<std::string> words{"env", "OPENBLAS_NUM_THREADS=1", "OMP_NUM_THREADS=1"};
    words.insert(words.end(), command.begin(), command.end());
    const Finished finished = run(words);
    if (finished.status == 77 || finished.status == 127) {
        return {};
    }
    if (finished.status != 0) {
        throw UserError("training could not be timed: " + finished.err);
    }
    for (const auto& [name, seconds] : parse_json(finished.out).get<Seconds>()) {
        const auto known = best.find(name);
        best[name] = known == best.end() ? seconds : std::min(known->second, seconds);
    }
    return best;
}

/// "1.74 µs", or "–".
std::string time_text(const Seconds& times, const std::string& name)
{
    const auto found = times.find(name);
    return found == times.end() ? "–" : fmt::format("{:.2f}", 1e6 * found->second);
}

std::string ratio_text(const Seconds& times, const std::string& name, double to)
{
    const auto found = times.find(name);
    return found == times.end() ? "–" : fmt::format("{:.2f}", found->second / to);
}

} // namespace

int bench_training(const Workspace& workspace)
{
    const Toolchain toolchain(workspace);
    build_targets(workspace, toolchain, {"training_speed"});
    const auto here = workspace.root() / "tests" / "program" / "training";
    const std::string ours = (workspace.build() / "tests/program/training_speed").string();
    const std::string peers = (here / "training_speed.py").string();
    Seconds own;
    Seconds numpy;
    Seconds torch;
    constexpr int rounds = 3; // in turns: a machine's speed changes within minutes
    for (int round = 0; round < rounds; ++round) {
        own = best_of(own, {ours});
        numpy = best_of(numpy, {"/usr/bin/python3", peers, "numpy"});
        torch = best_of(torch, {"/usr/bin/python3", peers, "torch"});
    }
    fmt::print("{:<28} {:>9} {:>9} {:>9} {:>9} {:>9} {:>8} {:>8} {:>8}\n", "µs for an update",
               "ours", "bound", "products", "NumPy", "PyTorch", "/bound", "NumPy/", "PyTorch/");
    for (const auto& [name, title] :
         {std::pair("xor", "XOR 2-2-1, an epoch"), std::pair("digits", "64-32-10, Adam, 64 rows"),
          std::pair("large", "784-128-10, Adam, 64 rows")}) {
        const std::string bound = name + std::string(" bound");
        fmt::print("{:<28} {:>9} {:>9} {:>9} {:>9} {:>9} {:>8} {:>8} {:>8}\n", title,
                   time_text(own, name), time_text(own, bound),
                   time_text(own, name + std::string(" products")), time_text(numpy, name),
                   time_text(torch, name), fmt::format("{:.2f}", own.at(name) / own.at(bound)),
                   ratio_text(numpy, name, own.at(name)), ratio_text(torch, name, own.at(name)));
    }
    fmt::print(
        "Processor time in double precision on one thread, the least of {} runs of many rounds."
        "\nbound: XOR in plain loops over numbers; for the others the bare matrix products and "
        "then Adam's\nformula in one loop over all parameters, and nothing else. The products "
        "alone cannot be reached: Adam\nreads and writes every parameter, its average and that "
        "of its square once more, and takes a root and\nthree divisions of each.\n",
        rounds);
    for (const auto& [times, package] :
         {std::pair(&numpy, "python3-numpy"), std::pair(&torch, "python3-torch")}) {
        if (times->empty()) {
            fmt::print("not compared: Debian's {} is not installed\n", package);
        }
    }
    return 0;
}

} // namespace workbook
