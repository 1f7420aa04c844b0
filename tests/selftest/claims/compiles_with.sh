#!/usr/bin/env bash
# The workbook compiles without a warning under another compiler too, clang++ or a g++ of another
# version. Only the front end runs: what the compiler makes of the code is not the question here.
#   compiles_with.sh ROOT BUILD COMPILER
set -euo pipefail
cd "$1"
build=$2 compiler=$3
command -v "$compiler" >/dev/null || { echo "SKIPPED: there is no $compiler here"; exit 77; }
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

front_end() {
    "$compiler" -std=c++20 -Wall -Wextra -Wpedantic -Werror \
        -DXTENSOR_ENABLE_ASSERT -DXTENSOR_ENABLE_CHECK_DIMENSION -DHAVE_CBLAS=1 \
        -DBOOST_TEST_DYN_LINK -DBOOST_TEST_NO_MAIN -DBOOST_TEST_ALTERNATIVE_INIT_API \
        -Ichapters -Itests -Itests/program "$@"
}
# What nearly every file reads, read once: it is most of what the compiler has to do. That each
# file includes what it needs is for the build to see.
cat >"$scratch/shared.hpp" <<'END'
#include "common/math/linalg.hpp"
#include "common/math/tensor.hpp"
#include "common/math/todo.hpp"
#include "judging/judge/mistakes.hpp"
#include "judging/judge/step.hpp"
#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fmt/format.h>
#include <functional>
#include <map>
#include <regex>
#include <sstream>
END
if [[ $compiler == *clang* ]]; then
    before=(-fpch-instantiate-templates -o "$scratch/shared.pch")
    shared="-include-pch $scratch/shared.pch"
else
    before=(-o "$scratch/shared.hpp.gch")
    shared="-include $scratch/shared.hpp -Winvalid-pch -Wno-maybe-uninitialized"
fi
front_end "${before[@]}" -x c++-header "$scratch/shared.hpp" || { echo "FAILED: the headers"; exit 1; }

compile() {
    local folder
    folder=$(basename "$(dirname "$1")")
    [[ $folder != mistakes ]] || folder=$(basename "$1" .cpp)
    # shellcheck disable=SC2086 # options are words
    front_end -fsyntax-only $shared "-Ichapters/$folder" "-Itests/$folder" \
        "-I$build/data/${folder}_lab_main" "$1" || { echo "FAILED: $1"; return 1; }
}
export scratch build compiler shared
export -f front_end compile

# The long ones first, so that no core is left with one at the end.
find tests/[0-9]*/steps.cpp chapters solutions "$build"/mistakes \
    tests/judging/host/host.cpp tests/judging/judge/{flat,question,host_process}.cpp -name '*.cpp' -print0 |
    xargs -0 -n 1 -P "$(nproc)" bash -c 'compile "$0"'
