#!/usr/bin/env bash
# One header names xtensor's own, and knows their old places and their new ones. Here it takes
# either, whichever this system has: the other places are made of headers that hand on to it.
#   both_xtensor_layouts.sh ROOT COMPILER FLAG…
set -euo pipefail
cd "$1"
compiler=$2
flags=("${@:3}")
names=chapters/common/math/xtensor_headers.hpp

others=$(grep -rlE '#include [<"]xtensor/' chapters solutions labs tests --include='*.[hc]pp' |
    grep -vxF "$names" || true)
[[ -z $others ]] || { echo "FAILED: these name headers of xtensor, too:"; echo "$others"; exit 1; }

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mapfile -t all < <(sed -n 's/^#include <\(xtensor\/.*\)>$/\1/p' "$names")
is_here() { echo "#include <$1>" | "$compiler" "${flags[@]}" -fsyntax-only -x c++ - 2>/dev/null; }

here=() missing=()
for header in "${all[@]}"; do
    if is_here "$header"; then here+=("$header"); else missing+=("$header"); fi
done
[[ ${#here[@]} -eq ${#missing[@]} ]] || { echo "FAILED: neither layout is whole here"; exit 1; }
for header in "${missing[@]}"; do
    mkdir -p "$scratch/system/$(dirname "$header")"
    for other in "${here[@]}"; do
        [[ ${other##*/} != "${header##*/}" ]] ||
            echo "#include <$other>" >"$scratch/system/$header"
    done
done

for branch in 1 0; do
    mkdir -p "$scratch/$branch/common/math"
    sed "s/^#if __has_include.*/#if $branch/" "$names" >"$scratch/$branch/common/math/${names##*/}"
    for source in chapters/common/math/linalg.cpp solutions/*/optimizers.cpp; do
        "$compiler" "${flags[@]}" -fsyntax-only "-I$scratch/$branch" -Ichapters \
            -Ichapters/07_optimizers -isystem "$scratch/system" "$source" ||
            { echo "FAILED: $source, with branch $branch of $names"; exit 1; }
    done
done
