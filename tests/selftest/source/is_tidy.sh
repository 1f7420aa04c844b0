#!/usr/bin/env bash
# clang-tidy finds nothing in our files (the checks stand in .clang-tidy). It takes seconds for each,
# so a run looks at those that were changed last and at a share of the others that is another one
# with every commit; TIDY_ALL=1 takes all of them. Mistakes are wrong on purpose.
#   is_tidy.sh ROOT BUILD
set -euo pipefail
source "$(dirname "$0")/files.sh"
root=$(readlink -f "$1") build=$2
tidy=$(first_of clang-tidy-19) ||
    { echo "SKIPPED: there is no clang-tidy 19 here (Debian: clang-tidy-19)"; exit 77; }
changed_at_most=4
shared=5

mapfile -t all < <(our_files "$root" cpp | grep -v -e /right_answers/ -e /program/templates/)
if [[ -n ${TIDY_ALL:-} ]]; then
    chosen=("${all[@]}")
else
    number=$(git -C "$root" rev-list --count HEAD 2>/dev/null) || number=$(date +%j)
    mapfile -t chosen < <(git -C "$root" diff --name-only HEAD~5 -- '*.cpp' 2>/dev/null |
        sed "s|^|$root/|" | grep -xF -f <(printf '%s\n' "${all[@]}") | head -n $changed_at_most)
    for ((i = 0; i < shared; ++i)); do
        chosen+=("${all[$(((number * shared + i) % ${#all[@]}))]}")
    done
fi
printf 'clang-tidy looks at %d of %d files\n' "${#chosen[@]}" "${#all[@]}"
# A command for each file, without the precompiled headers, so that it is seen to include what it
# needs, and without GCC's own options.
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cmake -S "$root" -B "$scratch" -G Ninja -DWORKBOOK_TOGETHER=OFF >"$scratch/log" || { cat "$scratch/log"; exit 1; }
# What is generated lies in the build folder.
sed -i -E "s|-include [^ \"]*cmake_pch\\.hxx||g; s|--param=[^ \"]*||g; s|$scratch/|$build/|g" \
    "$scratch/compile_commands.json"
printf '%s\0' "${chosen[@]}" | sort -zu |
    xargs -0 -n 1 -P "$(nproc)" "$tidy" -p "$scratch" --quiet 2>/dev/null
