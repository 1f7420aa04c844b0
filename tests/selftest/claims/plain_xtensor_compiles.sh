#!/usr/bin/env bash
# The solutions are plain xtensor: they also compile without our eager operators, for which an
# empty common/math/arithmetic.hpp stands in here. What a student learns is the library's, then,
# and not a dialect of ours. Syntax only: test_tensor.cpp compares the numbers.
#   plain_xtensor_compiles.sh ROOT COMPILER FLAG…
set -euo pipefail
cd "$1"
export compiler=$2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export flags=$scratch/flags
printf '"%s"\n' "${@:3}" "-I$scratch" -Ichapters >"$flags"

mkdir -p "$scratch/common/math"
: >"$scratch/common/math/arithmetic.hpp"
# Precompiled, because every solution reads it, and because it proves that the empty file is taken.
export header=$scratch/plain.hpp
cat >"$header" <<'END'
#include "common/math/linalg.hpp"
#include "common/math/tensor.hpp"
#include "common/math/todo.hpp"

namespace plain_xtensor {

template <class E>
constexpr bool is_lazy = false;
template <class F, class... Operands>
constexpr bool is_lazy<xt::xfunction<F, Operands...>> = true;
static_assert(is_lazy<decltype(workbook::Vector{} + workbook::Vector{})>,
              "this is not plain xtensor: its sum of two vectors would be a lazy xt::xfunction");

} // namespace plain_xtensor
END
"$compiler" "@$flags" -x c++-header "$header" -o "$header.gch" || { echo "FAILED: the headers"; exit 1; }

compile() {
    "$compiler" "@$flags" -fsyntax-only -include "$header" \
        "-Ichapters/$(basename "$(dirname "$1")")" "$1" ||
        { echo "FAILED: $1 needs more than xtensor has"; return 1; }
}
export -f compile
find solutions -name '*.cpp' -print0 | xargs -0 -n 1 -P "$(nproc)" bash -c 'compile "$0"'
